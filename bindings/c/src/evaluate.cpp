// A rulebook and data into a results handle.
#include "boundary.hpp"
#include "results.hpp"

#include "pipeline.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace leps::capi {
namespace {

/// The caller's options as this library knows them; nothing where they cannot be honoured.
///
/// A program may have been compiled with an older header, whose struct is shorter, or a newer one,
/// whose struct is longer. What is not there is as in LEPS_EVALUATE_OPTIONS_INIT; what is there and
/// not known must be empty, for a request must never be ignored.
std::optional<leps_evaluate_options> read_options(const leps_evaluate_options* given) {
  leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
  if (!given) return options;
  constexpr std::size_t kFirstSize =
      offsetof(leps_evaluate_options, ordering) + sizeof(leps_evaluate_options::ordering);
  constexpr std::size_t kLargestSize = 4096;  // beyond it `size` was never set, and points nowhere
  if (given->size < kFirstSize || given->size > kLargestSize) return std::nullopt;
  const auto* bytes = reinterpret_cast<const unsigned char*>(given);
  const bool known = std::all_of(bytes + std::min(given->size, sizeof options), bytes + given->size,
                                 [](unsigned char byte) { return byte == 0; });
  if (!known) return std::nullopt;
  options.ordering = given->ordering;
  return options;
}

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

}  // namespace
}  // namespace leps::capi

using namespace leps;
using namespace leps::capi;

leps_status leps_evaluate(leps_results** out, const leps_rulebook* rulebook, const leps_data* data,
                          const leps_evaluate_options* options) {
  if (out) *out = nullptr;
  return guarded([&] {
    if (!out || !rulebook || !data) return LEPS_ERROR_ARGUMENT;
    const LoadedData& loaded = *data->data;
    if (loaded.rules != rulebook->rules) return LEPS_ERROR_ARGUMENT;
    const auto known = read_options(options);
    if (!known) return LEPS_ERROR_ARGUMENT;
    const Rulebook& rules = loaded.rules->rulebook;
    std::optional<OrderingId> ordering;
    if (!find_ordering(rules.typed, known->ordering, ordering)) return LEPS_ERROR_ARGUMENT;

    auto results = std::make_unique<leps_results>();
    results->data = data->data;
    results->report = assess(rules, loaded.sources, loaded.facts, ordering);
    results->report.diagnostics.append(loaded.rules->warnings);
    results->report.diagnostics.append(loaded.warnings);
    add_views(*results);

    *out = results.release();
    return LEPS_OK;
  });
}
