// What is known without any handle: versions, and the words for statuses and verdicts.
#include "leps/leps.h"

#include "base/verdict.hpp"
#include "base/watch.hpp"
#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace {

const char* in(leps_language language, const char* italian, const char* english) {
  return language == LEPS_ENGLISH ? english : italian;
}

// The numbers in the header are the engine's own: a verdict crosses the boundary by a cast.
static_assert(LEPS_SODDISFATTO == static_cast<int>(leps::Verdict::soddisfatto));
static_assert(LEPS_PARZIALE == static_cast<int>(leps::Verdict::parziale));
static_assert(LEPS_NON_SODDISFATTO == static_cast<int>(leps::Verdict::non_soddisfatto));
static_assert(LEPS_NON_VALUTABILE == static_cast<int>(leps::Verdict::non_valutabile));
static_assert(LEPS_NON_APPLICABILE == static_cast<int>(leps::Verdict::non_applicabile));
static_assert(LEPS_NON_VIGENTE == static_cast<int>(leps::Verdict::non_vigente));
static_assert(leps::kVerdicts.size() == 6);

// The last is not everywhere.
constexpr std::array kFeatures = {"yaml", "json", "csv", "xlsx", "ods", "memory_limit"};

}  // namespace

int leps_abi_version(void) { return LEPS_ABI_VERSION; }

void leps_abi_range(int* oldest, int* newest) {
  // Each step of the number so far was one that older programs could not take.
  if (oldest) *oldest = LEPS_ABI_VERSION;
  if (newest) *newest = LEPS_ABI_VERSION;
}

const char* leps_version(void) { return LEPS_PROJECT_VERSION; }

size_t leps_feature_count(void) {
  return leps::can_measure_memory() ? kFeatures.size() : kFeatures.size() - 1;
}

const char* leps_feature(size_t index) {
  return index < leps_feature_count() ? kFeatures[index] : nullptr;
}

bool leps_has_feature(const char* name) {
  return name && std::any_of(kFeatures.begin(), kFeatures.begin() + leps_feature_count(),
                             [name](const char* each) { return std::strcmp(each, name) == 0; });
}

const char* leps_status_message(leps_status status, leps_language language) {
  switch (status) {
    case LEPS_OK:
      return in(language, "tutto bene", "all is well");
    case LEPS_ERROR_RULES:
      return in(language, "le regole hanno errori", "the rules have mistakes");
    case LEPS_ERROR_DATA:
      return in(language, "i dati hanno errori", "the data have mistakes");
    case LEPS_ERROR_ARGUMENT:
      return in(language, "la chiamata ha un argomento sbagliato", "the call has a wrong argument");
    case LEPS_ERROR_MEMORY:
      return in(language, "la memoria è finita", "memory ran out");
    case LEPS_ERROR_LIMIT:
      return in(language, "la chiamata ha passato uno dei suoi limiti",
                "the call went past one of its limits");
    case LEPS_CANCELLED:
      return in(language, "la chiamata è stata annullata", "the call was cancelled");
    case LEPS_ERROR_INTERNAL:
      break;
  }
  return in(language, "un difetto di questa libreria, da segnalare",
            "a defect of this library, please report it");
}

const char* leps_verdict_word(leps_verdict verdict) {
  for (const leps::Verdict known : leps::kVerdicts) {
    // A literal: ended by a NUL, never freed.
    if (static_cast<int>(verdict) == static_cast<int>(known)) return to_string(known).data();
  }
  return nullptr;
}
