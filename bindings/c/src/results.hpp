// Results for C: a view of the report in which every text is ready, so that reading it cannot fail.
// Names point into the report, the data and the rulebook, which the results keep alive.
#pragma once

#include "leps/leps.h"

#include "handles.hpp"
#include "kept_text.hpp"
#include "quantity.hpp"

#include "report/report.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

struct leps_gap {
  leps_quantity amount;
  const char* lever = nullptr;
  bool lever_down = false, unreachable = false, strict = false;
  std::vector<const char*> failing;
  std::vector<leps_gap> parts, alternatives;
};

struct leps_requirement {
  const char* name = nullptr;
  leps_verdict verdict = LEPS_NON_VALUTABILE;
  std::optional<leps_gap> gap;
};

struct leps_result {
  const char* ambito = nullptr;
  int year = 0;
  const char* rule = nullptr;
  const char* category = nullptr;
  leps_verdict verdict = LEPS_NON_VALUTABILE;
  std::uint32_t possible = 0;
  bool fragile = false, forecast = false, synthetic = false;
  unsigned rank = 0;
  std::optional<leps_quantity> relative_gap;
  std::vector<const char*> missing, deciding, assumptions;
  std::vector<leps_requirement> requirements;
};

struct leps_computed {
  const char* ambito = nullptr;
  int year = 0;
  const char* name = nullptr;
  std::optional<leps_quantity> amount;  // of a number
  const char* value = nullptr;          // of anything else, where known
};

struct leps_results {
  std::shared_ptr<const leps::capi::LoadedData> data;
  leps::Report report;
  std::vector<leps_result> results;
  std::vector<leps_computed> computed;
  std::deque<std::string> texts;  // those that stand nowhere else; their places never change

  mutable leps::capi::KeptText json;
};

namespace leps::capi {

/// Fills `results` and `computed` from the report, which must be in its final place.
void add_views(leps_results& results);

}  // namespace leps::capi
