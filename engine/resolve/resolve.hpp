// AST into resolved IR: names become ids.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/resolved.hpp"

namespace leps::inline resolving {

/// Gives every declaration an id and every name its meaning; reports names that are unknown (with
/// the nearest known one), declared twice, or of the wrong kind.
/// @param program  must outlive the result, which points into it
Resolved resolve(const ast::Program& program, DiagnosticBag& bag);

}  // namespace leps::inline resolving
