// Tells what a dot was probably meant to say where none can stand.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

/// Adds the hint that fits what is around the dot, if any does.
void hint_at_dot(const Reader& reader, Place dot, Diagnostic& diagnostic);

}  // namespace leps::inline syntax
