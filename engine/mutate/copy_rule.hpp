// A rule, or a check, twice in one program, so that it can be changed and compared with what it
// was.
#pragma once

#include "mutate/mutations.hpp"

namespace leps::inline mutating {

/// Adds a copy of a declaration, of a rule or of a check, with expressions of its own, under
/// another name.
void add_copy(ast::Program& program, const Mutation::Place& place, const std::string& name);

/// The expressions directly under a node, so that they can be replaced.
std::vector<ast::ExprId*> operands(ast::Node& node);

}  // namespace leps::inline mutating
