// Rules from memory into a rulebook handle.
#include "control.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "include.hpp"
#include "options.hpp"
#include "texts.hpp"

#include "diagnostics/load_source.hpp"
#include "pipeline.hpp"

#include <optional>

using namespace leps;
using namespace leps::capi;

leps_status leps_rulebook_compile(leps_rulebook** out, leps_diagnostics** diagnostics,
                                  const leps_text* files, size_t count,
                                  const leps_compile_options* options) {
  if (out) *out = nullptr;
  if (diagnostics) *diagnostics = nullptr;
  const leps_compile_options usual = LEPS_COMPILE_OPTIONS_INIT;
  const auto known =
      read_options(usual, options, LEPS_SIZE_UP_TO(leps_compile_options, include_user));
  if (!known || !out || !well_formed(files, count)) return LEPS_ERROR_ARGUMENT;
  return guarded(known->control, [&] {
    auto rules = std::make_shared<CompiledRules>();
    DiagnosticBag bag;
    add_texts(rules->sources, files, count, kMaxRulesBytes, bag);
    // What is left of a broken file would only add noise about names that it declares.
    std::optional<Rulebook> rulebook;
    if (!bag.has_errors()) {
      rulebook = known->include ? compile(rules->sources, bag, include_by(*known, rules->sources))
                                : compile(rules->sources, bag);
    }

    log(LogLevel::info, [&] {
      return "compiled " + std::to_string(rules->sources.size()) + " files: " +
             (rulebook ? std::to_string(rulebook->typed.rules.size()) + " rules"
                       : std::string("no rulebook")) +
             ", " + std::to_string(bag.count()) + " findings";
    });
    auto findings = diagnostics ? make_diagnostics(bag, rules->sources) : nullptr;
    std::unique_ptr<leps_rulebook> handle;
    if (rulebook) {
      rules->rulebook = std::move(*rulebook);
      rules->names = std::make_unique<const reading::Vocabulary>(rules->rulebook);
      rules->warnings = std::move(bag);
      handle = std::make_unique<leps_rulebook>(leps_rulebook{std::move(rules)});
    }

    if (diagnostics) *diagnostics = findings.release();
    *out = handle.release();
    return *out ? LEPS_OK : LEPS_ERROR_RULES;
  });
}

void leps_rulebook_free(leps_rulebook* rulebook) { delete rulebook; }

size_t leps_rulebook_ordering_count(const leps_rulebook* rulebook) {
  return rulebook ? rulebook->rules->rulebook.typed.orderings.size() : 0;
}

const char* leps_rulebook_ordering(const leps_rulebook* rulebook, size_t index) {
  if (index >= leps_rulebook_ordering_count(rulebook)) return nullptr;
  const auto& orderings = rulebook->rules->rulebook.typed.orderings;
  return orderings[orderings.key_at(index)].name.c_str();
}

size_t leps_rulebook_file_count(const leps_rulebook* rulebook) {
  return rulebook ? rulebook->rules->rulebook.sources.size() : 0;
}

namespace {

const char* text_of_file(const leps_rulebook* rulebook, size_t index,
                         std::string RulebookSource::*text) {
  if (index >= leps_rulebook_file_count(rulebook)) return nullptr;
  return (rulebook->rules->rulebook.sources[index].*text).c_str();
}

}  // namespace

const char* leps_rulebook_file_name(const leps_rulebook* rulebook, size_t index) {
  return text_of_file(rulebook, index, &RulebookSource::file);
}

const char* leps_rulebook_file_pack(const leps_rulebook* rulebook, size_t index) {
  return text_of_file(rulebook, index, &RulebookSource::pack);
}

const char* leps_rulebook_file_version(const leps_rulebook* rulebook, size_t index) {
  return text_of_file(rulebook, index, &RulebookSource::version);
}

const char* leps_rulebook_file_sha256(const leps_rulebook* rulebook, size_t index) {
  return text_of_file(rulebook, index, &RulebookSource::sha256);
}
