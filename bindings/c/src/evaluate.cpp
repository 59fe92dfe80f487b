// A rulebook and data into a results handle.
#include "control.hpp"
#include "options.hpp"
#include "results.hpp"

#include "pipeline.hpp"

#include <algorithm>

namespace leps::capi {
namespace {

/// Sets `id` to the ordering of that name, to nothing where no name is given.
/// @return false where the packs declare no such ordering
bool find_ordering(const Typed& typed, const char* name, std::optional<OrderingId>& id) {
  id.reset();
  if (!name) return true;
  for (const OrderingId candidate : typed.orderings.keys()) {
    if (typed.orderings[candidate].name == name) id = candidate;
  }
  return id.has_value();
}

/// Sets `selection` to the Ambiti and the year asked for.
/// @return false where the data have no Ambito of one of those keys
bool select(const DataSet& data, const leps_evaluate_options& options, Selection& selection) {
  if (!options.ambiti && options.ambito_count > 0) return false;
  if (options.ambiti && options.ambito_count == 0) return false;  // none is not all
  for (std::size_t i = 0; i < options.ambito_count; ++i) {
    const char* key = options.ambiti[i];
    const bool there = key && std::any_of(data.begin(), data.end(), [&](const FactTable& facts) {
                         return facts.ambito == key;
                       });
    if (!there) return false;
    selection.ambiti.insert(key);
  }
  selection.year = options.year;
  return true;
}

}  // namespace
}  // namespace leps::capi

using namespace leps;
using namespace leps::capi;

leps_status leps_evaluate(leps_results** out, const leps_rulebook* rulebook, const leps_data* data,
                          const leps_evaluate_options* options) {
  if (out) *out = nullptr;
  const leps_evaluate_options usual = LEPS_EVALUATE_OPTIONS_INIT;
  const auto known = read_options(usual, options, LEPS_SIZE_UP_TO(leps_evaluate_options, year));
  if (!known || !out || !rulebook || !data) return LEPS_ERROR_ARGUMENT;
  return guarded(known->control, [&] {
    const LoadedData& loaded = *data->data;
    if (loaded.rules != rulebook->rules) return LEPS_ERROR_ARGUMENT;
    const Rulebook& rules = loaded.rules->rulebook;
    std::optional<OrderingId> ordering;
    if (!find_ordering(rules.typed, known->ordering, ordering)) return LEPS_ERROR_ARGUMENT;

    Selection selection;
    if (!select(loaded.facts, *known, selection)) return LEPS_ERROR_ARGUMENT;

    auto results = std::make_shared<leps_results>();
    results->data = data->data;
    results->selection = std::move(selection);
    Judged judged{{}, loaded.around, loaded.doubts, loaded.files, loaded.rules->warnings};
    judged.found.append(loaded.warnings);
    for (const FactTable& facts : loaded.facts) {
      if (results->selection.holds(facts)) judged.data.push_back(&facts);
    }
    results->report = assess(rules, loaded.sources, std::move(judged), ordering);
    add_views(*results);
    log(LogLevel::info, [&] {
      return "evaluated " + std::to_string(results->report.assessments.size()) +
             " Ambiti and years: " + std::to_string(results->results.size()) + " results";
    });

    hand_over(out, std::move(results));
    return LEPS_OK;
  });
}
