// Shows how a form that takes a whole expression is written: a sum over the rows of a
// table, a comparison with several words. Who wrote it is shown his own names.
#pragma once

#include "syntax/everyday_words.hpp"
#include "syntax/mistakes.hpp"

namespace leps::inline syntax {

/// Reports `x entro 30 giorni da y` as a comparison with a day, and refuses the clause; false, and
/// nothing refused, where no such term stands there.
bool report_term(Reader& reader, const EverydayWords& words);

/// Reports bands without what they are of, `fino a 10 vale 0; oltre vale 1`, and refuses the
/// clause; false, and nothing refused, where none begin there.
bool refuse_bands(Reader& reader, Place at);

/// Reports `c.posti per c in comuni`, and refuses the clause; false, and nothing refused, where it
/// does not stand there.
bool refuse_rows_by(Reader& reader, const EverydayWords& words);

/// The same of `tasso per fascia`.
bool refuse_lookup_by(Reader& reader, const EverydayWords& words);

/// Reports `servizi è attivo`, of a yes/no datum, and refuses the clause; false, and nothing
/// refused, where it does not stand there.
bool report_state(Reader& reader, const EverydayWords& words);

/// What the comparison before `e` or `o` compares, if one stands before `second`: it may be meant
/// again.
std::optional<std::string> compared_before(const Reader& reader, Place second);

/// Reports what was recognized as such a form where the clause failed; false where nothing was.
bool report_form(Reader& reader, const Standing& standing);

}  // namespace leps::inline syntax
