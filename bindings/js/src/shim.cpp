// What leps.h asks for in structs that only ever grow, as flat calls: JavaScript knows no struct's
// layout. All else of leps.h it calls as it is.
#include "leps/leps.h"

#include <emscripten.h>

#include <algorithm>
#include <cstdint>
#include <new>

// Asks leps.js for the files of a pack; it answers with leps_files_add.
EM_JS(bool, ask_for_pack, (const char* pack, leps_files* files),
      { return Module['askForPack'](pack, files); });

namespace {

bool include(void* /*user*/, const char* pack, leps_files* files) {
  return ask_for_pack(pack, files);
}

// Numbers come as doubles, which hold every whole number that JavaScript calls safe.
std::uint64_t whole(double number) { return static_cast<std::uint64_t>(number); }

// The largest size limits nothing; a part of a larger number would.
size_t size(double number) {
  return static_cast<size_t>(std::min<std::uint64_t>(whole(number), SIZE_MAX));
}

}  // namespace

extern "C" {

/// Limits for the calls below; 0 is none. To be freed with leps_js_control_free.
EMSCRIPTEN_KEEPALIVE leps_control* leps_js_control_new(double milliseconds, double input,
                                                       double results, double nesting) {
  auto* control = new (std::nothrow) leps_control(LEPS_CONTROL_INIT);
  if (!control) return nullptr;
  control->max_milliseconds = whole(milliseconds);
  control->max_input = size(input);
  control->max_results = size(results);
  control->max_nesting = size(nesting);
  return control;
}

EMSCRIPTEN_KEEPALIVE void leps_js_control_free(leps_control* control) { delete control; }

/// @param asks  whether packs that are not among the files are asked for
EMSCRIPTEN_KEEPALIVE leps_status leps_js_compile(leps_rulebook** out,
                                                 leps_diagnostics** diagnostics,
                                                 const leps_text* files, size_t count, bool asks,
                                                 const leps_control* control) {
  leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
  options.control = control;
  if (asks) options.include = include;
  return leps_rulebook_compile(out, diagnostics, files, count, &options);
}

EMSCRIPTEN_KEEPALIVE leps_status leps_js_load(leps_data** out, leps_diagnostics** diagnostics,
                                              const leps_rulebook* rulebook, const leps_text* files,
                                              size_t count, const leps_control* control) {
  leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
  options.control = control;
  return leps_data_load(out, diagnostics, rulebook, files, count, &options);
}

EMSCRIPTEN_KEEPALIVE leps_status leps_js_evaluate(leps_results** out, const leps_rulebook* rulebook,
                                                  const leps_data* data, const char* ordering,
                                                  const char* const* ambiti, size_t ambito_count,
                                                  int year, const leps_control* control) {
  leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
  options.control = control;
  options.ordering = ordering;
  options.ambiti = ambito_count > 0 ? ambiti : nullptr;
  options.ambito_count = ambito_count;
  options.year = year;
  return leps_evaluate(out, rulebook, data, &options);
}

}  // extern "C"
