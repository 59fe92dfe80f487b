// A result into an explanation handle, and reading it.
#include "boundary.hpp"
#include "explanation.hpp"
#include "lookup.hpp"
#include "report/write_explanation.hpp"
#include "results.hpp"

using namespace leps;
using namespace leps::capi;

leps_status leps_explain(leps_explanation** out, const leps_results* results,
                         const leps_result* result) {
  if (out) *out = nullptr;
  return guarded([&] {
    if (!out || !results || !result) return LEPS_ERROR_ARGUMENT;
    const auto found = origin_of(*results, result);
    if (!found) return LEPS_ERROR_ARGUMENT;

    auto explanation = std::make_unique<leps_explanation>();
    const Report& report = results->report;
    const RuleId rule = found->rule->outcome.rule;
    explanation->text = {
        write_explanation(report, *found->assessment, rule, {Language::italian, false}),
        write_explanation(report, *found->assessment, rule, {Language::english, false})};
    add_steps(*explanation, report, *found->assessment, *found->rule);
    *out = explanation.release();
    return LEPS_OK;
  });
}

void leps_explanation_free(leps_explanation* explanation) { delete explanation; }

const char* leps_explanation_text(const leps_explanation* explanation, leps_language language) {
  return explanation ? words(explanation->text, language) : nullptr;
}

size_t leps_explanation_step_count(const leps_explanation* explanation) {
  return explanation ? explanation->conditions.size() : 0;
}

const leps_step* leps_explanation_step(const leps_explanation* explanation, size_t index) {
  return index < leps_explanation_step_count(explanation) ? explanation->conditions[index]
                                                          : nullptr;
}

// ---- steps -------------------------------------------------------------------------------------

leps_step_kind leps_step_get_kind(const leps_step* step) {
  return step ? step->kind : LEPS_STEP_OPERATION;
}

const char* leps_step_name(const leps_step* step) {
  return step ? unless_empty(step->name) : nullptr;
}

const char* leps_step_formula(const leps_step* step, leps_language language) {
  return step ? words(step->formula, language) : nullptr;
}

const leps_quantity* leps_step_amount(const leps_step* step) {
  return step ? if_any(step->value.amount) : nullptr;
}

const char* leps_step_value(const leps_step* step) {
  return step ? unless_empty(step->value.word) : nullptr;
}

const char* leps_step_confidence(const leps_step* step) {
  return step ? unless_empty(step->confidence) : nullptr;
}

const leps_place* leps_step_place(const leps_step* step) {
  return step ? if_any(step->place) : nullptr;
}

size_t leps_step_source_count(const leps_step* step) { return step ? step->sources.size() : 0; }

const char* leps_step_source(const leps_step* step, size_t index) {
  if (index >= leps_step_source_count(step)) return nullptr;
  return step->sources[index].title.c_str();
}

const char* leps_step_source_urn(const leps_step* step, size_t index) {
  if (index >= leps_step_source_count(step)) return nullptr;
  return unless_empty(step->sources[index].urn);
}

const char* leps_step_source_url(const leps_step* step, size_t index) {
  if (index >= leps_step_source_count(step)) return nullptr;
  return unless_empty(step->sources[index].url);
}

size_t leps_step_part_count(const leps_step* step) { return step ? step->parts.size() : 0; }

const leps_step* leps_step_part(const leps_step* step, size_t index) {
  return index < leps_step_part_count(step) ? step->parts[index] : nullptr;
}
