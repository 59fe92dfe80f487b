// Says of a sign that stands where none can what was probably meant by it.
#pragma once

#include "syntax/mistakes.hpp"

namespace leps::inline syntax {

void hint_at_sign(Reader& reader, const Standing& standing, Diagnostic& diagnostic);

}  // namespace leps::inline syntax
