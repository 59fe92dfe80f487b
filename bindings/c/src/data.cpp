// Data from memory into a data handle, and what the handle says of itself.
#include "control.hpp"
#include "diagnostics.hpp"
#include "load.hpp"
#include "options.hpp"
#include "pipeline.hpp"
#include "texts.hpp"

using namespace leps;
using namespace leps::capi;

leps_status leps::capi::finish_load(leps_data** out, leps_diagnostics** diagnostics,
                                    std::shared_ptr<LoadedData> data, DiagnosticBag bag) {
  data->around = std::make_shared<const Surroundings>(data->facts);
  const Judged judged =
      judge(data->rules->rulebook, pointers_to(data->facts), data->around, Keep::all_or_none, bag);
  data->doubts = judged.doubts;

  log(LogLevel::info, [&] {
    return "loaded " + std::to_string(data->files.size()) + " files: " +
           (bag.has_errors() ? std::string("no data")
                             : std::to_string(data->facts.size()) + " Ambiti and years") +
           ", " + std::to_string(bag.count()) + " findings";
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
}

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
    DataFiles read;
    DiagnosticBag bag;
    for (const leps_text* file = files; file != files + count; ++file) {
      spend_input(file->length);  // before it is copied
      std::string bytes = file->text ? std::string(file->text, file->length) : std::string();
      add_data_bytes(read, data->sources, file->name, std::move(bytes), bag);
    }
    // A file that is no text does not hide the mistakes of the others.
    data->facts = load(data->rules->rulebook, data->sources, read, bag);
    data->files = std::move(read.read);
    return finish_load(out, diagnostics, std::move(data), std::move(bag));
  });
}

void leps_data_free(leps_data* data) { delete data; }

size_t leps_data_file_count(const leps_data* data) { return data ? data->data->files.size() : 0; }

const char* leps_data_file_name(const leps_data* data, size_t index) {
  return index < leps_data_file_count(data) ? data->data->files[index].file.c_str() : nullptr;
}

const char* leps_data_file_sha256(const leps_data* data, size_t index) {
  return index < leps_data_file_count(data) ? data->data->files[index].sha256.c_str() : nullptr;
}

size_t leps_data_ambito_count(const leps_data* data) { return data ? data->data->facts.size() : 0; }

const char* leps_data_ambito(const leps_data* data, size_t index) {
  return index < leps_data_ambito_count(data) ? data->data->facts[index].ambito.c_str() : nullptr;
}

int leps_data_ambito_year(const leps_data* data, size_t index) {
  return index < leps_data_ambito_count(data) ? data->data->facts[index].year : 0;
}
