// Small changes to rules, each of which makes them say something else: `almeno` for `più di`, a
// number by one unit of its last digit, a clause left out. A pack's examples should notice.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace leps::inline mutating {

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
  /// What it can change. Rounding and costs are of a gap, and never decide whether there is one.
  enum class Changes { verdict, rounding, cost };
  Changes changes = Changes::verdict;
  bool drops_whole_units = false;  // of rounding, `a unità intere` is left out
  /// Makes the change.
  std::function<void(ast::Program&)> apply;
};

/// Every change, in the order of the text. Only of what examples can see: titles, notes and
/// orderings, with what only they use, are left alone.
std::vector<Mutation> mutations_of(const ast::Program& program);

}  // namespace leps::inline mutating
