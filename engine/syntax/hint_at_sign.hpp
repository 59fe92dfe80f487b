// Says of a sign that stands where none can what was probably meant by it.
#pragma once

#include "syntax/mistakes.hpp"

namespace leps::inline syntax {

void hint_at_sign(Reader& reader, const Standing& standing, Diagnostic& diagnostic);

/// Says how a function of two values is written: `somma(a; b)`.
/// @param separator  what stands between the two
void hint_at_values_of(Reader& reader, const Standing& separator, Diagnostic& diagnostic);

}  // namespace leps::inline syntax
