// What every report says, by name: the words and phrases are in sentences.def. Explanations have
// `sentences` of their own, so these are `terms`.
#pragma once

#include "words/say.hpp"

namespace leps::inline wording::terms {

#define LEPS_SENTENCE(name, italian, english) \
  inline constexpr Sentence name{{italian, italian}, {english, english}};
#define LEPS_COUNTED(name, italian_one, italian_many, english_one, english_many) \
  inline constexpr Sentence name{{italian_one, italian_many}, {english_one, english_many}};
#include "words/sentences.def"
#undef LEPS_COUNTED
#undef LEPS_SENTENCE

}  // namespace leps::inline wording::terms
