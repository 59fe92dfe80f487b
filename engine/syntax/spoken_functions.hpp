// `la somma di a e b`, `il maggiore tra a e b`, `la media degli ultimi 3 anni di a`, `il dato a`:
// what stands for an amount, told in a sentence.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

/// True where such a sentence stands in the place of an operand: it is refused, with the form.
bool refuse_spoken_function(Reader& reader, Place at);

}  // namespace leps::inline syntax
