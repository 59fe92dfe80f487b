// The value of a lever at which a requirement turns, as a handle of its own.
#include "what_if/break_even.hpp"
#include "assess/assess.hpp"
#include "boundary.hpp"
#include "lookup.hpp"
#include "results.hpp"

#include <algorithm>

using namespace leps;
using namespace leps::capi;

struct leps_break_even {
  std::string lever;
  std::optional<leps_quantity> value, margin;
  leps_quantity current;
  leps_way way = LEPS_WAY_UP;
  bool strict = false;
};

namespace {

/// The requirement of that name in the version in force; null where there is none.
const typed::Requirement* find_requirement(const RuleOutcome& outcome, std::string_view name) {
  if (!outcome.version) return nullptr;
  for (const typed::Requirement& requirement : outcome.version->requirements) {
    if (requirement.name == name) return &requirement;
  }
  return nullptr;
}

/// Its lever of that name, or its first, that is a number.
std::optional<DatumId> find_lever(const typed::Requirement& requirement, const char* name,
                                  const Typed& typed) {
  for (const typed::Lever& lever : requirement.levers) {
    const typed::Datum& datum = typed.data[lever.datum];
    if (datum.field_of) continue;  // it turns each row by itself
    if (std::holds_alternative<NumberOf>(datum.type) && (!name || datum.name == name)) {
      return lever.datum;
    }
  }
  return std::nullopt;
}

}  // namespace

leps_status leps_compute_break_even(leps_break_even** out, const leps_results* results,
                                    const leps_result* result, const char* requirement,
                                    const char* lever) {
  if (out) *out = nullptr;
  return guarded([&] {
    if (!out || !results || !requirement) return LEPS_ERROR_ARGUMENT;
    const auto origin = origin_of(*results, result);
    if (!origin) return LEPS_ERROR_ARGUMENT;
    const Rulebook& rulebook = *results->report.rulebook;
    const typed::Requirement* asked = find_requirement(origin->rule->outcome, requirement);
    if (!asked) return LEPS_ERROR_ARGUMENT;
    const auto datum = find_lever(*asked, lever, rulebook.typed);
    if (!datum) return LEPS_ERROR_ARGUMENT;

    Evaluator evaluator = reading_of(results->report, *origin->assessment);
    const BreakEven found = find_break_even(*asked, *datum, evaluator);
    auto answer = std::make_unique<leps_break_even>();
    answer->lever = rulebook.typed.data[*datum].name;
    if (found.value) answer->value = view_number(*found.value, found.unit);
    if (found.margin) answer->margin = view_number(*found.margin, found.unit);
    answer->current = view_number(found.current, found.unit);
    answer->way = static_cast<leps_way>(found.way);
    answer->strict = found.strict;
    *out = answer.release();
    return LEPS_OK;
  });
}

void leps_break_even_free(leps_break_even* answer) { delete answer; }

const char* leps_break_even_lever(const leps_break_even* answer) {
  return answer ? answer->lever.c_str() : nullptr;
}

const leps_quantity* leps_break_even_value(const leps_break_even* answer) {
  return answer ? if_any(answer->value) : nullptr;
}

const leps_quantity* leps_break_even_current(const leps_break_even* answer) {
  return answer ? &answer->current : nullptr;
}

const leps_quantity* leps_break_even_margin(const leps_break_even* answer) {
  return answer ? if_any(answer->margin) : nullptr;
}

bool leps_break_even_is_upper_bound(const leps_break_even* answer) {
  return answer && answer->way == LEPS_WAY_DOWN;
}

leps_way leps_break_even_way(const leps_break_even* answer) {
  return answer ? answer->way : LEPS_WAY_UP;
}

bool leps_break_even_is_strict(const leps_break_even* answer) { return answer && answer->strict; }
