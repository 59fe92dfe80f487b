// Months, years and the like: lengths of time without a fixed number of days, so no units of time.
#pragma once

#include <optional>
#include <string_view>

namespace leps::inline base {

/// The days that one is mostly taken for: 30 for `mesi`; nothing for any other word.
std::optional<int> days_of_calendar_word(std::string_view word);

}  // namespace leps::inline base
