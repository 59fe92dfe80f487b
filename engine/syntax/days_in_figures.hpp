// Days written in figures, as no file of rules writes them: `1/1/2021`, `01.01.2021`, `2021-1-1`.
#pragma once

#include "base/period.hpp"
#include "syntax/keywords.hpp"

#include <optional>
#include <string_view>

namespace leps::inline syntax {

struct DayInFigures {
  Day day;
  /// Nobody can have meant another: `3/4/2021` may be of March to whoever writes English.
  bool is_certain = false;
};

/// None where it is no day, or does not say its century.
std::optional<DayInFigures> day_in_figures(std::string_view written, Language language);

}  // namespace leps::inline syntax
