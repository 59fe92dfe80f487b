// A word right behind a number: `5posti`, `10mila`, `30th`.
#pragma once

#include "syntax/reader.hpp"

#include <string>

namespace leps::inline syntax {

/// True where a word touches the number from `begin` to `end`: it is refused, with what to write.
/// @param digits  the number, as in an English file and without groups
bool refuse_glued_word(Reader& reader, Place begin, Place end, const std::string& digits);

}  // namespace leps::inline syntax
