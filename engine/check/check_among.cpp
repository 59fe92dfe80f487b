#include "check/check_among.hpp"

#include "check/check_operators.hpp"
#include "check/list_of_words.hpp"
#include "check/words.hpp"
#include "syntax/keywords.hpp"
#include "syntax/print_expression.hpp"

#include <set>

namespace leps::inline checking {
namespace {

using ast::BinaryOp;

/// Reports an item that a list has already.
/// @return whether none is written twice
bool are_different(Context& context, const std::vector<ast::ExprId>& items, Span where) {
  std::set<std::string> seen;
  bool different = true;
  for (const ast::ExprId item : items) {
    const std::string text = print_expression(context.program, item, context.language_at(where));
    if (seen.insert(text).second) continue;
    context.bag.report(Code::name_repeated, context.program.exprs[item].span, {text});
    different = false;
  }
  return different;
}

// The list that any of them is certainly of.
std::optional<ChoiceTypeId> list_of_any(const Context& context, const ast::OneAmong& node) {
  auto list = list_of_words(context, node.what);
  for (const ast::ExprId item : node.items) {
    if (!list) list = list_of_words(context, item);
  }
  return list;
}

// Words of a list have no order: `v tra p e q` lists two of them.
bool has_order(Context& context, typed::ExprId what, const ast::Between& node) {
  const Type& type = context.type_of(what);
  if (std::holds_alternative<NumberOf>(type) || std::holds_alternative<DayOf>(type)) return true;
  const auto written = [&](ast::ExprId expr, Language language) {
    return print_expression(context.program, expr, language);
  };
  const Span first = context.program.exprs[node.what].span;
  const Language language = context.language_at(first);
  context.bag
      .report(Code::type_no_order, node.word_span,
              {Text("'tra'", "'between'"), describe(context, type)})
      .hint(Text(
          "per un elenco di valori scrivi: " + written(node.what, Language::italian) + " fra " +
              written(node.low, Language::italian) + ", " + written(node.high, Language::italian),
          "for a list of values write: " + written(node.what, Language::english) + " among " +
              written(node.low, Language::english) + ", " + written(node.high, Language::english)))
      .mend({{first.source, first.begin, context.program.exprs[node.high].span.end},
             written(node.what, language) + ' ' + std::string(word(Keyword::in_list, language)) +
                 ' ' + written(node.low, language) + ", " + written(node.high, language)});
  return false;
}

/// `2 fra a, b`, where a and b hold or not: how many must, is compared.
bool counts_conditions(Context& context, const ast::OneAmong& node, typed::ExprId what,
                       typed::ExprId item, Span where) {
  const ast::Expr& number = context.program.exprs[node.what];
  if (!std::holds_alternative<ast::Number>(number.node) ||
      !std::holds_alternative<TruthValue>(context.type_of(item))) {
    return false;
  }
  const auto counted = [&](Language language) {
    return std::string(word(Keyword::at_least, language)) + ' ' +
           print_expression(context.program, node.what, language);
  };
  context.bag
      .report(Code::type_mismatch, where,
              {describe(context, context.type_of(what)), describe(context, TruthValue{})})
      .hint(Text("per contare quante sono vere scrivi: " + counted(Language::italian) + " fra …",
                 "to count how many hold write: " + counted(Language::english) + " among …"))
      .mend({number.span, counted(context.language_at(where))});
  return true;
}

}  // namespace

Checked check_between(Context& context, const ast::Between& node, Span where) {
  const auto list = list_of_words(context, node.what);
  const Checked what = check_expression(context, node.what, list);
  const Checked low = check_expression(context, node.low, list);
  const Checked high = check_expression(context, node.high, list);
  if (!what || !low || !high || !has_order(context, *what, node)) return std::nullopt;
  const auto end = [&](BinaryOp op, typed::ExprId level) {
    return check_comparison(context, op, *what, level, node.word_span, where);
  };
  const Checked above = end(BinaryOp::at_least, *low);
  const Checked below = above ? end(BinaryOp::at_most, *high) : std::nullopt;
  if (!above || !below) return std::nullopt;
  const auto level = [&](typed::ExprId compare) {
    return std::get<typed::Compare>(context.typed.exprs[compare].node).right;
  };
  return context.add(typed::Between{*what, level(*above), level(*below), *above, *below},
                     TruthValue{}, where);
}

Checked check_one_among(Context& context, const ast::OneAmong& node, Span where) {
  const auto list = list_of_any(context, node);
  const Checked what = check_expression(context, node.what, list);
  if (!what) return std::nullopt;
  typed::OneOf made;
  std::set<std::uint32_t> words;
  bool whole = true;
  for (const ast::ExprId item : node.items) {
    const Checked one = check_expression(context, item, list);
    if (one && counts_conditions(context, node, *what, *one, where)) return std::nullopt;
    const Checked equal = one ? check_comparison(context, BinaryOp::equal_to, *what, *one,
                                                 context.program.exprs[item].span, where)
                              : std::nullopt;
    whole = whole && equal;
    if (!equal) continue;
    made.equal.push_back(*equal);
    const auto* word = std::get_if<typed::WordConstant>(&context.typed.exprs[*one].node);
    if (word) words.insert(word->word.value);
  }
  if (!are_different(context, node.items, where) || !whole) return std::nullopt;
  const auto* of_list = std::get_if<WordOf>(&context.type_of(*what));
  made.exhaustive = of_list && words.size() == context.resolved.choice_types[of_list->list].size();
  return context.add(std::move(made), TruthValue{}, where);
}

Checked check_count_among(Context& context, const ast::CountAmong& node, Span where) {
  const Checked number = check_number(context, node.number);
  typed::HowMany many;
  bool whole = are_different(context, node.items, where);
  for (const ast::ExprId item : node.items) {
    const Checked condition = check_condition(context, item);
    whole = whole && condition;
    if (condition) many.conditions.push_back(*condition);
  }
  if (!number || !whole) return std::nullopt;
  const typed::ExprId how_many = context.add(std::move(many), NumberOf{}, where);
  return check_comparison(context, node.op, how_many, *number,
                          context.program.exprs[node.number].span, where);
}

}  // namespace leps::inline checking
