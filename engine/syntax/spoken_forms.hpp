// What people say behind an operand where the language says it before, or with another word: shares
// more and less, rows said last, days from and to, exceptions.
#pragma once

#include "syntax/mistakes.hpp"

namespace leps::inline syntax {

/// Reports what was recognized as such where the clause failed; false where nothing was.
bool report_spoken_form(Reader& reader, const Standing& standing);

/// Says how an exception is written, where `salvo che` or `tranne` stands; false where neither
/// does.
bool hint_at_exception(const Reader& reader, Place at, Diagnostic& diagnostic);

}  // namespace leps::inline syntax
