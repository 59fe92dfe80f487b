// Expressions, numbers and days as text.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <string>

namespace leps::inline syntax {

std::string print_expression(const ast::Program& program, ast::ExprId expr, Language language);
/// `5.000` in Italian, `5,000` in English, from the neutral `5000`; fractions too.
std::string print_digits(const std::string& digits, Language language);
/// `1 gennaio 2021`, `1 January 2021`; `31 marzo dell'anno`.
std::string print_day(Day day, Language language);
std::string print_day(const YearDay& day, Language language);
std::string print_day(const AnyDay& day, Language language);

/// ` giorni lavorativi`, ` mesi`, behind the length of a term; nothing for days, whose number has
/// its unit.
/// @param one  of one of them
std::string print_term_unit(TermUnit unit, bool one, Language language);

std::string print_unit(const ast::UnitText& unit);
std::string print_number(const ast::Number& number, Language language);

}  // namespace leps::inline syntax
