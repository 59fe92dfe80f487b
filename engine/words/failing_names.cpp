#include "words/failing_names.hpp"

#include "syntax/keywords.hpp"

namespace leps::inline wording {
namespace {

using typed::ExprId;

struct NameOf {
  const Typed& typed;
  Language language;

  std::string of(ExprId expr) const { return std::visit(*this, typed.exprs[expr].node); }

  std::string operator()(const typed::DatumRef& ref) const { return typed.data[ref.datum].name; }
  std::string operator()(const typed::ParameterRef& ref) const {
    return typed.parameters[ref.parameter].name;
  }
  std::string operator()(const typed::ComputedRef& ref) const {
    return typed.computed[ref.computed].name;
  }
  std::string operator()(const typed::WordConstant& constant) const {
    return typed.choice_types[constant.word.type][constant.word.value];
  }
  std::string operator()(const typed::TruthConstant& constant) const {
    return say(constant.value ? Keyword::yes : Keyword::no);
  }
  std::string operator()(const typed::Same& same) const {
    const Keyword relation = same.equal ? Keyword::equal_to : Keyword::different_from;
    return of(same.left) + " " + say(relation) + " " + of(same.right);
  }
  std::string operator()(const typed::Not& negation) const {
    return say(Keyword::logical_not) + " " + of(negation.operand);
  }
  std::string operator()(const typed::Conditional& node) const {
    return say(Keyword::if_) + " " + of(node.condition) + " " + say(Keyword::then) + " " +
           of(node.yes) + " " + say(Keyword::otherwise) + " " + of(node.no);
  }
  std::string operator()(const typed::Aggregate& node) const {
    const bool every = node.kind == typed::Aggregation::for_every;
    return say(every ? Keyword::for_every : Keyword::exists) + " " + typed.tables[node.table].name;
  }
  std::string operator()(const auto&) const { return "…"; }  // a formula

  [[nodiscard]] std::string say(Keyword keyword) const {
    return std::string(word(keyword, language));
  }
};

std::string name_of(const Literal& literal, const NameOf& name) {
  const std::string text = name.of(literal.expr);
  return literal.negated ? name.say(Keyword::logical_not) + " " + text : text;
}

}  // namespace

std::vector<std::string> failing_names(const Gap& gap, const Typed& typed, Language language) {
  const Gap::Activation* truths = activation(gap);
  if (!truths) return failing_rows(gap).failing;
  std::vector<std::string> names;
  for (const Literal& each : truths->failing) names.push_back(name_of(each, {typed, language}));
  return names;
}

}  // namespace leps::inline wording
