#include "check/gap_types.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

class GapTypes {
 public:
  GapTypes(const Context& context, const typed::Requirement& requirement)
      : context_(context), requirement_(requirement) {
    add(requirement.condition, false);
  }

  std::vector<NumberOf> take() { return std::move(types_); }

 private:
  void add(typed::ExprId expr, bool negated) {
    const typed::Node& node = context_.typed.exprs[expr].node;
    if (const auto* compare = std::get_if<typed::Compare>(&node)) return add(type(expr, *compare));
    if (const auto* range = std::get_if<typed::Between>(&node)) return add(range->above, negated);
    if (std::holds_alternative<typed::Within>(node)) return add(NumberOf{Unit::days()});
    if (const auto* negation = std::get_if<typed::Not>(&node)) {
      return add(negation->operand, !negated);
    }
    if (const auto* conditional = std::get_if<typed::Conditional>(&node)) {
      add(conditional->yes, negated);
      return add(conditional->no, negated);
    }
    if (const auto* over = std::get_if<typed::Aggregate>(&node); over && over->body && !negated) {
      add(NumberOf{});
      if (is_solved(*over->body)) add(*over->body, negated);
      return;
    }
    const auto* logic = std::get_if<typed::Logic>(&node);
    if (!logic || logic->conjunction != negated) return add(NumberOf{});
    for (const typed::ExprId operand : logic->operands) add(operand, negated);
  }

  void add(NumberOf type) {
    type.zero = false;
    if (std::find(types_.begin(), types_.end(), type) == types_.end()) types_.push_back(type);
  }

  [[nodiscard]] bool is_solved(typed::ExprId compare) const {
    const auto& all = requirement_.solutions;
    return std::any_of(all.begin(), all.end(),
                       [&](const typed::Solution& each) { return each.compare == compare; });
  }

  [[nodiscard]] NumberOf type(typed::ExprId expr, const typed::Compare& compare) const {
    for (const typed::Solution& solution : requirement_.solutions) {
      if (solution.compare != expr) continue;
      const DatumId lever = requirement_.levers[solution.lever].datum;
      return std::get<NumberOf>(context_.typed.data[lever].type);
    }
    const auto* number = std::get_if<NumberOf>(&context_.type_of(compare.left));
    return number ? *number : NumberOf{Unit::days()};
  }

  const Context& context_;
  const typed::Requirement& requirement_;
  std::vector<NumberOf> types_;
};

}  // namespace

std::vector<NumberOf> gap_types(const Context& context, const typed::Requirement& requirement) {
  return GapTypes(context, requirement).take();
}

}  // namespace leps::inline checking
