// A derivation for C: every text is ready and every value worked out when the explanation is made,
// so that it needs nothing of what it explains and reading it cannot fail.
#pragma once

#include "assess/report.hpp"
#include "diagnostics.hpp"
#include "leps/leps.h"
#include "quantity.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

struct leps_step {
  struct Source {
    std::string title, urn, url;  // empty where not given
  };

  leps_step_kind kind = LEPS_STEP_OPERATION;
  std::string name;  // empty: none
  leps::Text formula;
  leps::capi::ValueView value;
  std::string confidence;  // empty: none
  std::optional<leps_place> place;
  std::vector<Source> sources;
  std::vector<const leps_step*> parts;
};

struct leps_explanation {
  leps::Text text;
  std::deque<leps_step> steps;  // all of them, in places that never change
  std::vector<const leps_step*> conditions;
};

namespace leps::capi {

/// Fills `steps` and `conditions` with what a result rests on.
/// @param assessment  of `report`, and `result` of the assessment
void add_steps(leps_explanation& explanation, const Report& report, const Assessment& assessment,
               const RuleResult& result);

}  // namespace leps::capi
