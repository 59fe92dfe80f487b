// Data from memory into a data handle.
#include "control.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "options.hpp"
#include "texts.hpp"

#include "diagnostics/load_source.hpp"
#include "facts/load_facts.hpp"
#include "pipeline.hpp"

using namespace leps;
using namespace leps::capi;

leps_status leps_data_load(leps_data** out, leps_diagnostics** diagnostics,
                           const leps_rulebook* rulebook, const leps_text* files, size_t count,
                           const leps_load_options* options) {
  if (out) *out = nullptr;
  if (diagnostics) *diagnostics = nullptr;
  const leps_load_options usual = LEPS_LOAD_OPTIONS_INIT;
  const auto known = read_options(usual, options, LEPS_SIZE_UP_TO(leps_load_options, control));
  if (!known || !out || !rulebook || !well_formed(files, count)) return LEPS_ERROR_ARGUMENT;
  return guarded(known->control, [&] {
    auto data = std::make_shared<LoadedData>();
    data->rules = rulebook->rules;
    data->sources = rulebook->rules->sources;
    DiagnosticBag bag;
    const std::vector<SourceId> added = add_texts(data->sources, files, count, kMaxDataBytes, bag);
    // A file that is no text does not hide the mistakes of the others.
    data->facts = load_facts(data->rules->rulebook, data->sources, added, bag);
    if (!bag.has_errors()) {
      judge_data(data->rules->rulebook, data->facts, Surroundings(data->facts), bag);
    }
    bag.sort();

    log(LogLevel::info, [&] {
      return "loaded " + std::to_string(count) + " files: " +
             (bag.has_errors() ? std::string("no data")
                               : std::to_string(data->facts.size()) + " Ambiti and years") +
             ", " + std::to_string(bag.all().size()) + " findings";
    });
    auto findings = diagnostics ? make_diagnostics(bag, data->sources) : nullptr;
    std::unique_ptr<leps_data> handle;
    if (!bag.has_errors()) {
      data->warnings = std::move(bag);
      handle = std::make_unique<leps_data>(leps_data{std::move(data)});
    }

    if (diagnostics) *diagnostics = findings.release();
    *out = handle.release();
    return *out ? LEPS_OK : LEPS_ERROR_DATA;
  });
}

void leps_data_free(leps_data* data) { delete data; }
