// Parts and multiples as people say them: `la metà di x`, `un terzo di x`, `il doppio di x`.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

/// True where one is said at a place: it is refused, with the line as it is written.
bool refuse_spoken_part(Reader& reader, Place at);

}  // namespace leps::inline syntax
