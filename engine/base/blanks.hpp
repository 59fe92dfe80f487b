// Which characters are blanks: those of the keyboard, and the spaces that a line does not break at,
// which pages of the web, Word and Excel put in their place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace leps::inline base {

/// How many bytes the blank at `at` takes; 0 where none stands there.
std::size_t blank_at(std::string_view text, std::size_t at);

/// Without the blanks around it.
std::string_view trimmed(std::string_view text);

/// Without any blank.
std::string without_blanks(std::string_view text);

/// The first blank that looks like a space and is none, as `U+00A0`; empty where there is none.
std::string_view hidden_blank(std::string_view text);

}  // namespace leps::inline base
