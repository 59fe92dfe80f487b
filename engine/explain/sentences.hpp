// What explanations say, by name: the sentences are in sentences.def.
#pragma once

#include "words/say.hpp"

namespace leps::inline explaining::sentences {

#define LEPS_SENTENCE(name, italian, english) \
  inline constexpr Sentence name{{italian, italian}, {english, english}};
#define LEPS_COUNTED(name, italian_one, italian_many, english_one, english_many) \
  inline constexpr Sentence name{{italian_one, italian_many}, {english_one, english_many}};
#include "explain/sentences.def"
#undef LEPS_COUNTED
#undef LEPS_SENTENCE

}  // namespace leps::inline explaining::sentences
