#include "prove/data_under.hpp"

namespace leps::inline proving {

std::set<DatumId> data_under(const Typed& typed, const std::vector<typed::ExprId>& exprs) {
  std::set<DatumId> data;
  std::vector<typed::ExprId> open = exprs;
  while (!open.empty()) {
    const typed::Node& node = typed.exprs[open.back()].node;
    open.pop_back();
    if (const auto datum = typed::datum_of(node)) data.insert(*datum);
    if (const auto* over = std::get_if<typed::Aggregate>(&node)) {
      data.insert(typed.tables[over->table].datum);
    }
    if (const auto amount = typed::amount_of(typed, node)) {
      const auto& under = typed.computed[*amount].data;
      data.insert(under.begin(), under.end());
    }
    for (const typed::ExprId operand : typed::operands(node)) open.push_back(operand);
  }
  return data;
}

}  // namespace leps::inline proving
