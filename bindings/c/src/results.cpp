// Reading results: every function finds what it is asked for in the view, and answers NULL, 0 or
// false where there is no such thing.
#include "results.hpp"

#include "lookup.hpp"

#include "report/write.hpp"

using leps::capi::at;
using leps::capi::if_any;
using leps::capi::name_at;

void leps_results_free(leps_results* results) { delete results; }

const char* leps_results_json(const leps_results* results, size_t* length) {
  if (length) *length = 0;
  if (!results) return nullptr;
  return results->json.get(length, [&] { return leps::write_json(results->report); });
}

// ---- results -----------------------------------------------------------------------------------

size_t leps_results_count(const leps_results* results) {
  return results ? results->results.size() : 0;
}

const leps_result* leps_results_at(const leps_results* results, size_t index) {
  return results ? at(results->results, index) : nullptr;
}

const char* leps_result_ambito(const leps_result* result) {
  return result ? result->ambito : nullptr;
}

int leps_result_year(const leps_result* result) { return result ? result->year : 0; }

const char* leps_result_rule(const leps_result* result) { return result ? result->rule : nullptr; }

const char* leps_result_category(const leps_result* result) {
  return result ? result->category : nullptr;
}

leps_verdict leps_result_verdict(const leps_result* result) {
  return result ? result->verdict : LEPS_NON_VALUTABILE;
}

uint32_t leps_result_possible(const leps_result* result) { return result ? result->possible : 0; }

bool leps_result_is_fragile(const leps_result* result) { return result && result->fragile; }
bool leps_result_is_forecast(const leps_result* result) { return result && result->forecast; }
bool leps_result_is_synthetic(const leps_result* result) { return result && result->synthetic; }

unsigned leps_result_rank(const leps_result* result) { return result ? result->rank : 0; }

const leps_quantity* leps_result_relative_gap(const leps_result* result) {
  return result ? if_any(result->relative_gap) : nullptr;
}

size_t leps_result_missing_count(const leps_result* result) {
  return result ? result->missing.size() : 0;
}

const char* leps_result_missing(const leps_result* result, size_t index) {
  return result ? name_at(result->missing, index) : nullptr;
}

size_t leps_result_deciding_count(const leps_result* result) {
  return result ? result->deciding.size() : 0;
}

const char* leps_result_deciding(const leps_result* result, size_t index) {
  return result ? name_at(result->deciding, index) : nullptr;
}

size_t leps_result_assumption_count(const leps_result* result) {
  return result ? result->assumptions.size() : 0;
}

const char* leps_result_assumption(const leps_result* result, size_t index) {
  return result ? name_at(result->assumptions, index) : nullptr;
}

size_t leps_result_requirement_count(const leps_result* result) {
  return result ? result->requirements.size() : 0;
}

const leps_requirement* leps_result_requirement(const leps_result* result, size_t index) {
  return result ? at(result->requirements, index) : nullptr;
}

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

const char* leps_gap_lever(const leps_gap* gap) { return gap ? gap->lever : nullptr; }

bool leps_gap_lever_goes_down(const leps_gap* gap) { return gap && gap->lever_down; }

bool leps_gap_is_unreachable(const leps_gap* gap) { return gap && gap->unreachable; }

bool leps_gap_is_strict(const leps_gap* gap) { return gap && gap->strict; }

size_t leps_gap_failing_count(const leps_gap* gap) { return gap ? gap->failing.size() : 0; }

const char* leps_gap_failing(const leps_gap* gap, size_t index) {
  return gap ? name_at(gap->failing, index) : nullptr;
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
