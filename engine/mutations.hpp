// Small changes to rules, each of which makes them say something else: `almeno` for `più di`, a
// number by one unit of its last digit, a clause left out. A pack's examples should notice.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace leps {

struct Mutation {
  /// A declaration: a file of the program and a place in it.
  struct Place {
    std::size_t file = 0, declaration = 0;
  };
  Place place;
  std::string subject;  // `regola.requisito`, `livello`
  Span where;
  Text change;  // «'almeno' diventa 'più di'»
  /// Where a day moves: the first and the last of the days that change sides.
  std::optional<Period> moved_days;
  bool of_gap_only = false;        // it changes how a gap is closed, never whether there is one
  bool drops_whole_units = false;  // of those, `a unità intere` is left out
  /// Makes the change.
  std::function<void(ast::Program&)> apply;
};

/// Every change, in the order of the text. Only of what examples can see: titles, notes, costs,
/// orderings and `controllo` are left alone.
std::vector<Mutation> mutations_of(const ast::Program& program);

/// The expressions directly under a node, so that they can be replaced.
std::vector<ast::ExprId*> operands(ast::Node& node);

/// Adds a copy of a rule's declaration, with expressions of its own, under another name.
/// @return the copy, as the last declaration of the same file
ast::RuleDecl& add_copy(ast::Program& program, const Mutation::Place& rule,
                        const std::string& name);

}  // namespace leps
