// A name as it is compared and proposed: in small letters, without accents, with one sign where
// people put a space, a hyphen or an apostrophe.
#pragma once

#include <string>
#include <string_view>

namespace leps::inline base {

/// `Cantù`: `Cantu`. Letters that are no Latin letter with an accent stay.
std::string without_accents(std::string_view text);

/// `Assistente sociale`, `assistente-sociale`: `assistente_sociale`; `Città di Mantova`:
/// `citta_di_mantova`. Blanks that do not break a line are blanks.
std::string plain_form(std::string_view text);

}  // namespace leps::inline base
