// Finds shares that are worked out as on paper: `fatte / dovute * 100` is 80 where 80% is meant.
#include "lint/find_percents.hpp"

#include "check/walk.hpp"

#include <set>
#include <utility>

namespace leps::inline linting {
namespace {

bool is_share(const Type& type) {
  const auto* number = std::get_if<NumberOf>(&type);
  return number && number->unit.none() && number->purity == Purity::share;
}

bool is_hundred(const Typed& typed, typed::ExprId id) {
  const auto* constant = std::get_if<typed::Constant>(&typed.exprs[id].node);
  const auto* number = std::get_if<NumberOf>(&typed.exprs[id].type);
  return constant && number && number->unit.none() && constant->value == 100;
}

bool has_quotient(const Typed& typed, typed::ExprId id) {
  bool found = false;
  for_each_under(typed, id, [&](const typed::Expr& expr) {
    const auto* quotient = std::get_if<typed::Arithmetic>(&expr.node);
    found = found || (quotient && quotient->op == typed::ArithmeticOp::divide);
  });
  return found;
}

}  // namespace

std::optional<typed::ExprId> hundred_in(const Typed& typed, const typed::Node& node) {
  using typed::ArithmeticOp;
  const auto* whole = std::get_if<typed::Arithmetic>(&node);
  if (whole == nullptr) return std::nullopt;
  const auto* product = whole;
  if (whole->op == ArithmeticOp::divide) {  // `100 * a / b`
    bool below = false;                     // `a * 100 / (b * 100)`
    for_each_under(typed, whole->right, [&](const typed::Expr& expr) {
      const auto* constant = std::get_if<typed::Constant>(&expr.node);
      below = below || (constant && constant->value == 100);
    });
    if (below) return std::nullopt;
    product = std::get_if<typed::Arithmetic>(&typed.exprs[whole->left].node);
  }
  if (product == nullptr || product->op != ArithmeticOp::multiply) return std::nullopt;
  for (const auto& [side, rest] :
       {std::pair(product->left, product->right), std::pair(product->right, product->left)}) {
    if (!is_hundred(typed, side)) continue;
    if (product != whole || has_quotient(typed, rest)) return side;
  }
  return std::nullopt;
}

void find_percents(const Typed& typed, DiagnosticBag& bag) {
  std::set<Span> said;
  const auto check = [&](typed::ExprId id) {
    const Span where = typed.exprs[id].span;
    if (!hundred_in(typed, typed.exprs[id].node) || !said.insert(where).second) return;
    bag.report(Code::lint_times_hundred, where)
        .hint(Text("togli il 100: a / b è già la quota, e si confronta con 80%",
                   "take the 100 away: a / b is the share already, and is compared with 80%"));
  };
  for (const typed::Computed& computed : typed.computed) {
    if (is_share(computed.type)) check(computed.value);
  }
  for (const typed::Expr& expr : typed.exprs) {
    const auto* compare = std::get_if<typed::Compare>(&expr.node);
    if (compare == nullptr) continue;
    if (is_share(typed.exprs[compare->right].type)) check(compare->left);
    if (is_share(typed.exprs[compare->left].type)) check(compare->right);
  }
}

}  // namespace leps::inline linting
