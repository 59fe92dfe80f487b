// Names that one clause repeats: `secondo a, b, a`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast_expressions.hpp"

#include <vector>

namespace leps::inline resolving {

void report_repetitions(const std::vector<ast::Identifier>& names, DiagnosticBag& bag);

}  // namespace leps::inline resolving
