// The waivers of a rule, as a reader meets them: an Ambito declares by which act it does not reach
// a level, why, and until when.
#pragma once

#include "assess/report.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

struct ShownWaiver {
  std::string act, reason, until, place;
  bool expired = false;  // its last day comes before the survey day
};

std::vector<ShownWaiver> show_waivers(RuleId rule, const FactTable& facts, const Report& report,
                                      Language language);

/// `DGC 12/2025, gara in corso, fino al 30 giugno 2026`, and that it is expired.
std::string waiver_sentence(const ShownWaiver& waiver, Language language);

}  // namespace leps::inline explaining
