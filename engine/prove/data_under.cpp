#include "prove/data_under.hpp"

namespace leps {

std::set<DatumId> data_under(const Typed& typed, const std::vector<typed::ExprId>& exprs) {
  std::set<DatumId> data;
  std::vector<typed::ExprId> open = exprs;
  while (!open.empty()) {
    const typed::Node& node = typed.exprs[open.back()].node;
    open.pop_back();
    if (const auto* ref = std::get_if<typed::DatumRef>(&node)) {
      data.insert(ref->datum);
    } else if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      const auto& under = typed.computed[amount->computed].data;
      data.insert(under.begin(), under.end());
    }
    for (const typed::ExprId operand : typed::operands(node)) open.push_back(operand);
  }
  return data;
}

}  // namespace leps
