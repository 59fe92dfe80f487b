// Finds what is asked of every row and is the same for all: `per ogni c in comuni: posti almeno 3`.
#include "lint/find_unused_rows.hpp"

#include "check/walk.hpp"

#include <set>

namespace leps::inline linting {

void find_unused_rows(const Typed& typed, DiagnosticBag& bag) {
  std::set<Span> said;  // a layer repeats the requirements that it does not amend
  for (const typed::Expr& expr : typed.exprs) {
    const auto* over = std::get_if<typed::Aggregate>(&expr.node);
    if (!over || over->kind != typed::Aggregation::for_every || !over->body) continue;
    bool used = false;
    for_each_under(typed, *over->body, [&](const typed::Expr& under) {
      const auto* field = std::get_if<typed::FieldRef>(&under.node);
      used = used || (field && field->level == over->level);
    });
    if (used || !said.insert(expr.span).second) continue;
    bag.report(Code::lint_unused_row, typed.exprs[*over->body].span, {over->row})
        .hint(Text("se è di ogni riga scrivi un suo campo: " + over->row + ".campo; se no, toglila",
                   "if it is of each row write a field of it: " + over->row +
                       ".field; if not, leave the row out"));
  }
}

}  // namespace leps::inline linting
