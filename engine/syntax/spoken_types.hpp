// `una di diretta, mista`, `gg/mm/aaaa`: a type in other words.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

/// True where one stands at a place: it is refused, with the type.
bool refuse_spoken_type(Reader& reader, Place at);

}  // namespace leps::inline syntax
