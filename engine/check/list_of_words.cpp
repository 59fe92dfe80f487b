#include "check/list_of_words.hpp"

namespace leps::inline checking {
namespace {

struct TypeOfReferent {
  const Context& context;
  std::optional<Type> operator()(DatumId id) const { return context.data[id]; }
  std::optional<Type> operator()(ParameterId id) const { return context.parameters[id]; }
  std::optional<Type> operator()(ComputedId id) const { return context.computed[id]; }
  // A word of several lists says nothing: it is what the other side is to decide.
  std::optional<Type> operator()(ChoiceWord word) const {
    const std::string& text = context.resolved.choice_types[word.type][word.value];
    if (context.resolved.words.at(text).size() > 1) return std::nullopt;
    return WordOf{word.type};
  }
};

std::optional<ChoiceTypeId> list_of(const std::optional<Type>& type) {
  const WordOf* word = type ? std::get_if<WordOf>(&*type) : nullptr;
  return word ? std::optional(word->list) : std::nullopt;
}

}  // namespace

std::optional<ChoiceTypeId> list_of_words(const Context& context, ast::ExprId expr) {
  const ast::Node& node = context.program.exprs[expr].node;
  if (const auto* conditional = std::get_if<ast::Conditional>(&node)) {
    return list_of_words(context, conditional->yes, conditional->no);
  }
  const auto field = context.resolved.fields.find(expr);
  if (field != context.resolved.fields.end()) return list_of(context.data[field->second.field]);
  const Referent* referent = context.resolved.referent(expr);
  return referent ? list_of(std::visit(TypeOfReferent{context}, *referent)) : std::nullopt;
}

std::optional<ChoiceTypeId> list_of_words(const Context& context, ast::ExprId left,
                                          ast::ExprId right) {
  const auto of_left = list_of_words(context, left);
  return of_left ? of_left : list_of_words(context, right);
}

}  // namespace leps::inline checking
