// Reading results: every function finds what it is asked for in the view, and answers NULL, 0 or
// false where there is no such thing.
#include "results.hpp"

#include "lookup.hpp"
#include "report/write_json.hpp"

using namespace leps::capi;

void leps_results_free(leps_results* results) {
  // Moved out first: where nothing else needs them, the results end with this very line.
  if (results) const auto last = std::move(results->self);
}

const leps_diagnostics* leps_results_diagnostics(const leps_results* results) {
  return results ? results->diagnostics.get() : nullptr;
}

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

const char* leps_result_title(const leps_result* result) {
  return result ? result->title : nullptr;
}

const char* leps_result_category(const leps_result* result) {
  return result ? result->category : nullptr;
}

leps_verdict leps_result_verdict(const leps_result* result) {
  return result ? result->verdict : LEPS_NON_VALUTABILE;
}

uint32_t leps_result_possible(const leps_result* result) { return result ? result->possible : 0; }

bool leps_result_is_fragile(const leps_result* result) { return result && result->fragile; }
bool leps_result_is_within_tolerance(const leps_result* result) {
  return result && result->within_tolerance;
}
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

size_t leps_result_waiver_count(const leps_result* result) {
  return result ? result->waivers.size() : 0;
}

const char* leps_result_waiver_act(const leps_result* result, size_t index) {
  return index < leps_result_waiver_count(result) ? result->waivers[index].act : nullptr;
}

const char* leps_result_waiver_reason(const leps_result* result, size_t index) {
  return index < leps_result_waiver_count(result) ? result->waivers[index].reason : nullptr;
}

const char* leps_result_waiver_until(const leps_result* result, size_t index) {
  return index < leps_result_waiver_count(result) ? result->waivers[index].until : nullptr;
}

bool leps_result_waiver_is_expired(const leps_result* result, size_t index) {
  return index < leps_result_waiver_count(result) && result->waivers[index].expired;
}

const leps_quantity* leps_result_cost(const leps_result* result) {
  return result ? if_any(result->cost) : nullptr;
}

const leps_quantity* leps_result_gross_cost(const leps_result* result) {
  return result ? if_any(result->gross_cost) : nullptr;
}

size_t leps_result_requirement_count(const leps_result* result) {
  return result ? result->requirements.size() : 0;
}

const leps_requirement* leps_result_requirement(const leps_result* result, size_t index) {
  return result ? at(result->requirements, index) : nullptr;
}

// ---- differences -------------------------------------------------------------------------------

size_t leps_results_difference_count(const leps_results* results) {
  return results ? results->differences.size() : 0;
}

const leps_difference* leps_results_difference(const leps_results* results, size_t index) {
  return results ? at(results->differences, index) : nullptr;
}

const leps_result* leps_difference_before(const leps_difference* difference) {
  return difference ? difference->before : nullptr;
}

const leps_result* leps_difference_after(const leps_difference* difference) {
  return difference ? difference->after : nullptr;
}
