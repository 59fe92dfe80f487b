// What changes in the rules after the day of the data: rules that begin, end or change, levels that
// take another value.
#pragma once

#include "schedule/rulebook.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

/// All that changes on one day, in the order of the packs.
struct ComingDay {
  Day day{};
  std::vector<std::string>
      changes;  // `«Psicologi» entra in vigore`, each a sentence without its end
};

/// By day, the nearest first. A number counts where a rule that is in force on its day uses it.
std::vector<ComingDay> coming_changes(const Rulebook& rulebook, Day survey_date, Language language);

/// `Che cosa cambia dal 1 gennaio 2026`
std::string coming_title(Day day, Language language);

}  // namespace leps::inline explaining
