// Says what is written in place of a sign that could not be read.
#pragma once

#include "syntax/foreign_signs.hpp"
#include "syntax/mistakes.hpp"

namespace leps::inline syntax {

/// A sign of the language where it cannot stand: `90 %`, `almeno 3;`, `a = b`, `max(a, b)`.
void mend_sign(const Reader& reader, const Standing& standing, Diagnostic& diagnostic);

/// A sign of another language, or of a word processor: `>=`, `×`, `// a comment`.
void mend_foreign_sign(const Reader& reader, const ForeignSign& sign, Place at,
                       Diagnostic& diagnostic);

}  // namespace leps::inline syntax
