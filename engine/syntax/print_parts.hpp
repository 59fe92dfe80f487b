// Numbers and units as text: what the two halves of the printer share.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <string>

namespace leps::syntax {

std::string print_unit(const ast::UnitText& unit);
std::string print_number(const ast::Number& number, Language language);

}  // namespace leps::syntax
