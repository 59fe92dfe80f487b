// leps_what_if(): asks what-ifs of a results handle, and makes another, which knows the one that it
// was asked of.
#include "what_if/what_if.hpp"
#include "base/watch.hpp"
#include "control.hpp"
#include "diagnostics.hpp"
#include "results.hpp"
#include "texts.hpp"

#include <algorithm>
#include <optional>

namespace leps::capi {
namespace {

bool can_be_made(const leps_change& change, const Surroundings& around) {
  return change.ambito && change.datum && change.value && is_utf8(change.datum) &&
         is_utf8(change.value) && around.at(change.ambito, change.year);
}

/// The results of one Ambito and year: as shown, and as judged.
struct Counterpart {
  const leps_result* shown;  // the first of them, a rule after the other
  const std::vector<RuleResult>* rules;
};

/// Those of the same Ambito and year in `results`; where they left it out, because no change
/// reached it, in those that they were asked of.
std::optional<Counterpart> find_before(const leps_results* results, const FactTable& facts) {
  for (; results; results = results->base.get()) {
    const auto& assessments = results->report.assessments;
    for (std::size_t i = 0; i < assessments.size(); ++i) {
      const FactTable& there = *assessments[i].facts;
      if (there.year != facts.year || there.ambito != facts.ambito) continue;
      return Counterpart{&results->results[i * assessments[i].rules.size()], &assessments[i].rules};
    }
  }
  return std::nullopt;
}

void add_differences(leps_results& results) {
  const leps_result* after = results.results.data();
  for (const Assessment& assessment : results.report.assessments) {
    checkpoint();
    const auto before = find_before(results.base.get(), *assessment.facts);
    for (std::size_t rule = 0; rule < assessment.rules.size(); ++rule, ++after) {
      if (before && differ((*before->rules)[rule], assessment.rules[rule])) {
        results.differences.push_back({before->shown + rule, after});
      }
    }
  }
}

}  // namespace
}  // namespace leps::capi

using namespace leps;
using namespace leps::capi;

leps_status leps_what_if(leps_results** out, leps_diagnostics** diagnostics,
                         const leps_results* base, const leps_change* changes, size_t count,
                         const leps_control* control) {
  if (out) *out = nullptr;
  if (diagnostics) *diagnostics = nullptr;
  if (!out || !base || !changes || count == 0) return LEPS_ERROR_ARGUMENT;
  return guarded(control, [&] {
    const Surroundings& around = *base->report.around;
    std::vector<Change> asked;
    for (const leps_change* change = changes; change != changes + count; ++change) {
      if (!can_be_made(*change, around)) return LEPS_ERROR_ARGUMENT;
      asked.push_back({change->ambito, change->year, change->datum, change->value});
    }

    DiagnosticBag bag;
    SourceMap sources;
    const auto judged = [&](const FactTable& facts) { return base->selection.holds(facts); };
    auto found = what_if(
        {*base->report.rulebook, *base->data->rules->names, *base->report.sources, around,
         base->report.ordering, base->report.data_files, base->data->rules->warnings, judged},
        asked, sources, bag);
    log(LogLevel::info, [&] {
      return "what-if of " + std::to_string(count) + " changes: " +
             (found ? std::to_string(found->report.assessments.size()) + " Ambiti and years again"
                    : std::string("refused"));
    });
    auto findings = diagnostics ? make_diagnostics(bag, sources) : nullptr;
    std::shared_ptr<leps_results> results;
    if (found) {
      results = std::make_shared<leps_results>();
      results->data = base->data;
      results->selection = base->selection;
      results->base = base->self;
      results->report = std::move(found->report);
      results->what_if = std::move(found);
      add_views(*results);
      add_differences(*results);
    }

    if (diagnostics) *diagnostics = findings.release();
    if (!results) return LEPS_ERROR_DATA;
    hand_over(out, std::move(results));
    return LEPS_OK;
  });
}
