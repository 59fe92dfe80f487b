#include "check/condition.hpp"

namespace leps::inline checking {
namespace {

class Normalizer {
 public:
  explicit Normalizer(const Typed& typed) : typed_(typed) {}

  Condition operator()(Literal literal) {
    literal = without_not(literal);
    const typed::Node& node = typed_.exprs[literal.expr].node;
    if (const auto* compare = std::get_if<typed::Compare>(&node)) {
      const auto relation = literal.negated ? opposite(compare->relation) : compare->relation;
      Condition::Comparison comparison{*compare, relation};
      const auto* many = std::get_if<typed::HowMany>(&typed_.exprs[compare->left].node);
      if (!many) return {literal, comparison};
      Condition::Among among{comparison, {}};
      for (const typed::ExprId each : many->conditions)
        among.parts.push_back((*this)({each, false}));
      return {literal, std::move(among)};
    }
    if (const auto* range = std::get_if<typed::Between>(&node)) {
      if (!literal.negated) return {literal, Condition::Between{*range}};
      Condition::Any outside;
      outside.parts.push_back((*this)({range->above, true}));
      outside.parts.push_back((*this)({range->below, true}));
      return {literal, std::move(outside)};
    }
    if (const auto* term = std::get_if<typed::Within>(&node)) {
      const auto& holds = std::get<typed::Compare>(typed_.exprs[term->holds].node);
      const auto relation = literal.negated ? opposite(holds.relation) : holds.relation;
      return {literal, Condition::Comparison{holds, relation}};
    }
    if (std::holds_alternative<typed::Logic>(node)) {
      const bool all = is_conjunction(literal);
      std::vector<Condition> parts;
      add_parts(literal, all, parts);
      if (all) return {literal, Condition::All{std::move(parts)}};
      return {literal, Condition::Any{std::move(parts)}};
    }
    if (const auto* choice = std::get_if<typed::Conditional>(&node)) {
      Condition::Either either{choice->condition, {}};
      either.branches.push_back((*this)({choice->yes, literal.negated}));
      either.branches.push_back((*this)({choice->no, literal.negated}));
      return {literal, std::move(either)};
    }
    const auto* over = std::get_if<typed::Aggregate>(&node);
    if (over && over->kind == typed::Aggregation::for_every && !literal.negated) {
      return {literal, Condition::EveryRow{}};
    }
    return {literal, Condition::Truth{}};
  }

 private:
  [[nodiscard]] Literal without_not(Literal literal) const {
    while (const auto* negation = std::get_if<typed::Not>(&typed_.exprs[literal.expr].node)) {
      literal = {negation->operand, !literal.negated};
    }
    return literal;
  }

  // `non (a o b)` is `non a e non b`.
  [[nodiscard]] bool is_conjunction(Literal logic) const {
    return std::get<typed::Logic>(typed_.exprs[logic.expr].node).conjunction != logic.negated;
  }

  void add_parts(Literal logic, bool all, std::vector<Condition>& parts) {
    for (const typed::ExprId each :
         std::get<typed::Logic>(typed_.exprs[logic.expr].node).operands) {
      const Literal operand = without_not({each, logic.negated});
      if (std::holds_alternative<typed::Logic>(typed_.exprs[operand.expr].node) &&
          is_conjunction(operand) == all) {
        add_parts(operand, all, parts);
      } else {
        parts.push_back((*this)(operand));
      }
    }
  }

  const Typed& typed_;
};

}  // namespace

Condition condition_of(typed::ExprId expr, const Typed& typed, bool negated) {
  return Normalizer(typed)({expr, negated});
}

typed::Relation opposite(typed::Relation relation) {
  switch (relation) {
    case typed::Relation::at_least:
      return typed::Relation::less_than;
    case typed::Relation::at_most:
      return typed::Relation::more_than;
    case typed::Relation::more_than:
      return typed::Relation::at_most;
    case typed::Relation::less_than:
      return typed::Relation::at_least;
    case typed::Relation::equal_to:
      return typed::Relation::different_from;
    case typed::Relation::different_from:
      return typed::Relation::equal_to;
  }
  return relation;
}

}  // namespace leps::inline checking
