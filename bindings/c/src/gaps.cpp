// Reading requirements, gaps and computed amounts, as results.cpp reads results.
#include "lookup.hpp"
#include "results.hpp"

using namespace leps::capi;

// ---- requirements and gaps ---------------------------------------------------------------------

const char* leps_requirement_name(const leps_requirement* requirement) {
  return requirement ? requirement->name : nullptr;
}

leps_verdict leps_requirement_verdict(const leps_requirement* requirement) {
  return requirement ? requirement->verdict : LEPS_NON_VALUTABILE;
}

const leps_gap* leps_requirement_gap(const leps_requirement* requirement) {
  return requirement ? if_any(requirement->gap) : nullptr;
}

const leps_quantity* leps_gap_amount(const leps_gap* gap) { return gap ? &gap->amount : nullptr; }

leps_gap_kind leps_gap_get_kind(const leps_gap* gap) { return gap ? gap->kind : LEPS_GAP_DISTANCE; }

const char* leps_gap_lever(const leps_gap* gap) { return gap ? gap->lever : nullptr; }

bool leps_gap_lever_goes_down(const leps_gap* gap) { return gap && gap->way == LEPS_WAY_DOWN; }

leps_way leps_gap_lever_way(const leps_gap* gap) { return gap ? gap->way : LEPS_WAY_UP; }

bool leps_gap_is_unreachable(const leps_gap* gap) { return gap && gap->unreachable; }

bool leps_gap_is_strict(const leps_gap* gap) { return gap && gap->strict; }

size_t leps_gap_failing_count(const leps_gap* gap) { return gap ? gap->failing.size() : 0; }

const char* leps_gap_failing(const leps_gap* gap, size_t index) {
  return gap ? name_at(gap->failing, index) : nullptr;
}

size_t leps_gap_open_count(const leps_gap* gap) { return gap ? gap->open.size() : 0; }

const char* leps_gap_open(const leps_gap* gap, size_t index) {
  return gap ? name_at(gap->open, index) : nullptr;
}

size_t leps_gap_total(const leps_gap* gap) { return gap ? gap->total : 0; }

const leps_quantity* leps_gap_shortfall(const leps_gap* gap) {
  return gap ? if_any(gap->shortfall) : nullptr;
}

const leps_quantity* leps_gap_cost(const leps_gap* gap) {
  return gap ? if_any(gap->cost) : nullptr;
}

const leps_quantity* leps_gap_gross_cost(const leps_gap* gap) {
  return gap ? if_any(gap->gross_cost) : nullptr;
}

const leps_quantity* leps_gap_relative(const leps_gap* gap) {
  return gap ? &gap->relative : nullptr;
}

size_t leps_gap_part_count(const leps_gap* gap) { return gap ? gap->parts.size() : 0; }

const leps_gap* leps_gap_part(const leps_gap* gap, size_t index) {
  return gap ? at(gap->parts, index) : nullptr;
}

size_t leps_gap_alternative_count(const leps_gap* gap) {
  return gap ? gap->alternatives.size() : 0;
}

const leps_gap* leps_gap_alternative(const leps_gap* gap, size_t index) {
  return gap ? at(gap->alternatives, index) : nullptr;
}

// ---- computed amounts --------------------------------------------------------------------------

size_t leps_results_computed_count(const leps_results* results) {
  return results ? results->computed.size() : 0;
}

const leps_computed* leps_results_computed_at(const leps_results* results, size_t index) {
  return results ? at(results->computed, index) : nullptr;
}

const char* leps_computed_ambito(const leps_computed* computed) {
  return computed ? computed->ambito : nullptr;
}

int leps_computed_year(const leps_computed* computed) { return computed ? computed->year : 0; }

const char* leps_computed_name(const leps_computed* computed) {
  return computed ? computed->name : nullptr;
}

const leps_quantity* leps_computed_amount(const leps_computed* computed) {
  return computed ? if_any(computed->amount) : nullptr;
}

const char* leps_computed_value(const leps_computed* computed) {
  return computed ? computed->value : nullptr;
}
