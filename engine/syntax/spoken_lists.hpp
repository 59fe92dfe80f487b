// `la metà fra a, b, c`, `tutti fra a, b`, `nessuno dei seguenti: a, b`: how much of a list must
// hold, where the language says how many.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

/// True where it is said at a place: it is refused, with the number for so long a list.
bool refuse_share_of_list(Reader& reader, Place at);

}  // namespace leps::inline syntax
