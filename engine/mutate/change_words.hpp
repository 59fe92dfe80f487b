// Tells a change in words: «'almeno' diventa 'più di'», «senza 'si applica se'».
#pragma once

#include "base/text.hpp"
#include "syntax/keywords.hpp"

namespace leps::inline mutating {

Text quoted(const Text& from, const Text& to);
Text left_out(const Text& what);
/// A keyword in both languages.
Text word_of(Keyword keyword);

}  // namespace leps::inline mutating
