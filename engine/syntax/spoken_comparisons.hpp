// `superiore a 3 posti`, `esattamente 2 fra a, b`: a comparison in other words where what is
// compared should stand.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

/// True where one begins a condition: it is refused, with the line as it is written.
bool refuse_spoken_comparison(Reader& reader, Place at);

}  // namespace leps::inline syntax
