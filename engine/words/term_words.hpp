// The words of a term: in what it is counted, where that is no unit of a pack.
#pragma once

#include "base/term.hpp"
#include "base/text.hpp"

#include <string>

namespace leps::inline wording {

/// ` giorni lavorativi`, ` mesi`; nothing for days, whose number has its unit.
/// @param one  of one of them
std::string term_unit_words(TermUnit unit, bool one, Language language);

}  // namespace leps::inline wording
