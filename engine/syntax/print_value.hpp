// Values as text.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <string>

namespace leps::inline syntax {

/// `dal 1 gennaio 2025 al 31 dicembre 2025`
std::string print_period(const Period& period, Language language);
std::string print_value(const ast::Program& program, const ast::Value& value, Language language);
/// `24 volte (ore = 36; profilo = educatore)`
std::string print_row(const ast::Program& program, const ast::Row& row, Language language);

}  // namespace leps::inline syntax
