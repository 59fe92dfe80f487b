#include "prove/data_under.hpp"

#include "check/walk.hpp"

namespace leps::inline proving {

std::set<DatumId> data_under(const Typed& typed, const std::vector<typed::ExprId>& exprs) {
  std::set<DatumId> data;
  for_each_under(typed, exprs, [&](const typed::Expr& expr) {
    if (const auto datum = typed::datum_of(expr.node)) data.insert(*datum);
    if (const auto* over = std::get_if<typed::Aggregate>(&expr.node)) {
      data.insert(typed.tables[over->table].datum);
    }
    if (const auto amount = typed::amount_of(typed, expr.node)) {
      const auto& under = typed.computed[*amount].data;
      data.insert(under.begin(), under.end());
    }
  });
  return data;
}

}  // namespace leps::inline proving
