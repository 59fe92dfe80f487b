// The numbers that a text is made of, as they are written.
#pragma once

#include "facts/read_number.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace leps::inline reading {

/// Whether a text is one number, written in this style.
bool reads(std::string_view text, NumberStyle style);

/// One, or both ends of `[22; 26]`, or both sides of `9/10`; a share without its sign.
std::vector<std::string_view> numbers_in(std::string_view text);

/// `[22; 26]`, a value known between two bounds: its ends as written; nothing for any other text.
std::optional<std::pair<std::string_view, std::string_view>> ends_of_range(std::string_view text);

/// The number in a cell that is two numbers, as its sign is read: `1.234`.
std::optional<std::string_view> find_in_doubt(std::string_view text);

}  // namespace leps::inline reading
