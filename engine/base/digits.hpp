// What is a digit: 0 to 9, whatever the locale says.
#pragma once

#include <algorithm>
#include <string_view>

namespace leps::inline base {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace leps::inline base
