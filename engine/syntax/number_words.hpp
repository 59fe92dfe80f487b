// Small numbers as people write them in words: the language has figures only.
#pragma once

#include "syntax/keywords.hpp"

#include <optional>
#include <string_view>

namespace leps::inline syntax {

/// `due` is 2; up to ten.
std::optional<int> number_in_words(std::string_view word, Language language);

}  // namespace leps::inline syntax
