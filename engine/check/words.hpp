// What the messages of check/ say of types, units, numbers and days, in the reader's words.
#pragma once

#include "check/context.hpp"

#include <string>

namespace leps::inline checking {

/// «un numero in FTE», «una quota», «una condizione (sì/no)»; “a number in FTE”, …
Text describe(const Context& context, const Type& type);
/// «FTE/abitanti», or «nessuna unità» where there is none.
Text describe(const Unit& unit);
/// The operator's own word: «almeno», “at least”.
Text describe(ast::BinaryOp op);

/// A number as a file in `language` writes it: `1.250,5`, `7/4` where it has no decimal form.
std::string written(const Rational& value, Language language);
std::string written(const Rational& value, const Unit& unit, Language language);

/// The neutral form of what was written: `90%`, `42000 euro/FTE`, `1 FTE ogni 5000 abitanti`.
std::string neutral(const ast::Number& number);
std::string neutral(const ast::Ratio& ratio);

/// «dal 1 gennaio 2021 al 31 dicembre 2022», «dal 1 gennaio 2021 in poi», «il 1 gennaio 2021».
Text describe(const Period& period);
Text describe(Day day);

}  // namespace leps::inline checking
