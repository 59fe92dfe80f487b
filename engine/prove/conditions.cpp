#include "prove/conditions.hpp"

#include "check/walk.hpp"
#include "prove/structure.hpp"

#include <algorithm>
#include <set>

namespace leps::inline proving {

typed::Parameter worth(const typed::Parameter& parameter, const Rational& value) {
  typed::Parameter other = parameter;
  for (typed::ParameterVersion& version : other.versions) version.value = value;
  return other;
}

namespace {

// Every amount that an expression rests on, through others too.
std::set<ComputedId> amounts_under(const Typed& typed, typed::ExprId root) {
  std::set<ComputedId> found;
  for_each_under(typed, root, [&](const typed::Expr& expr, Walk& walk) {
    if (found.size() > kMostAmounts) return walk.skip();
    const auto* amount = std::get_if<typed::ComputedRef>(&expr.node);
    if (amount && found.insert(amount->computed).second) {
      walk.into(typed.computed[amount->computed].value);
    }
  });
  return found;
}

// What formulas can be made of. A day may be `mai`, later than every day: it is not a number.
bool is_modelled(const Type& type) {
  return std::holds_alternative<NumberOf>(type) || std::holds_alternative<TruthValue>(type) ||
         std::holds_alternative<WordOf>(type);
}

}  // namespace

/// What one node is, its operands through the reader.
struct ReadNode {
  using Value = ConditionReader::Value;
  ConditionReader& reader;
  typed::ExprId expr;
  Span where;

  Value operator()(const typed::Constant& node) const { return Number{node.value, {}}; }
  Value operator()(const typed::TruthConstant& node) const {
    return reader.model_.known(node.value);
  }
  Value operator()(const typed::WordConstant& node) const {
    return reader.model_.word(node.word.value);
  }
  Value operator()(const typed::DatumRef& node) const { return reader.value(node.datum, where); }
  Value operator()(const typed::ParameterRef& node) const {
    return reader.value(node.parameter, expr);
  }
  Value operator()(const typed::FieldRef& node) const { return reader.value(node, expr); }
  Value operator()(const typed::ComputedRef& node) const {
    const auto at = reader.amounts_.find(node.computed);
    if (at != reader.amounts_.end()) return at->second;
    return reader.opaque(expr, Text("qui servono troppi calcoli, uno dentro l'altro",
                                    "too many computed amounts are needed here"));
  }

  Value operator()(const typed::Negate& node) const {
    return Numbers::scale(reader.number(node.operand), Rational(-1));
  }
  Value operator()(const typed::Arithmetic& node) const {
    const Number left = reader.number(node.left), right = reader.number(node.right);
    switch (node.op) {
      case typed::ArithmeticOp::add:
        return Numbers::add(left, right);
      case typed::ArithmeticOp::subtract:
        return Numbers::subtract(left, right);
      case typed::ArithmeticOp::multiply:
      case typed::ArithmeticOp::of:
        return reader.numbers_.multiply(left, right, where);
      case typed::ArithmeticOp::divide:
        return reader.numbers_.divide(left, right, where);
    }
    return Number{};
  }
  Value operator()(const typed::Convert& node) const {
    return Numbers::scale(reader.number(node.operand), node.factor);
  }
  Value operator()(const typed::Extremum& node) const {
    std::vector<Number> of;
    for (const typed::ExprId operand : node.operands) of.push_back(reader.number(operand));
    return reader.numbers_.extremum(node.greatest, of, where);
  }

  Value operator()(const typed::Compare& node) const {
    const Number left = reader.number(node.left), right = reader.number(node.right);
    const auto [form, needs] = Numbers::subtract(left, right);
    Model& model = reader.model_;
    switch (node.relation) {
      case typed::Relation::at_least:
        return sign(form, Sign::not_negative, needs);
      case typed::Relation::at_most:
        return sign(-form, Sign::not_negative, needs);
      case typed::Relation::more_than:
        return sign(form, Sign::positive, needs);
      case typed::Relation::less_than:
        return sign(-form, Sign::positive, needs);
      case typed::Relation::equal_to:
        return sign(form, Sign::zero, needs);
      case typed::Relation::different_from:
        return model.formula(NotOf{sign(form, Sign::zero, needs)});
    }
    return model.known(false);
  }
  Value operator()(const typed::Same& node) const {
    const Value left = reader.read(node.left), right = reader.read(node.right);
    Model& model = reader.model_;
    std::optional<FormulaId> equal;
    if (const auto* word = std::get_if<WordId>(&left)) {
      if (const auto* other = std::get_if<WordId>(&right)) equal = reader.same(*word, *other);
    } else if (const auto* truth = std::get_if<FormulaId>(&left)) {
      if (const auto* other = std::get_if<FormulaId>(&right)) {
        equal = model.formula(SameTruth{*truth, *other});
      }
    }
    if (!equal) return beyond();
    return node.equal ? *equal : model.formula(NotOf{*equal});
  }
  Value operator()(const typed::Between& node) const {
    return reader.model_.formula(
        LogicOf{true, {reader.truth(node.above), reader.truth(node.below)}});
  }
  Value operator()(const typed::OneOf& node) const { return logic(false, node.equal); }
  // Of each band, its rate times how much lies in it: `min(max(x; begin); end) - begin`.
  Value operator()(const typed::Bands& node) const {
    const Number of = reader.number(node.of);
    Number amount{LinearForm(), {}}, begin{LinearForm(), {}};
    for (std::size_t i = 0; i < node.rates.size(); ++i) {
      Number in_it = reader.numbers_.extremum(true, {of, begin}, where);
      if (i < node.limits.size()) {
        const Number end =
            reader.numbers_.extremum(true, {begin, reader.number(node.limits[i])}, where);
        in_it = Numbers::subtract(reader.numbers_.extremum(false, {in_it, end}, where), begin);
        begin = end;
      } else {
        in_it = Numbers::subtract(in_it, begin);
      }
      const Number rate = reader.number(node.rates[i]);
      amount = Numbers::add(amount, reader.numbers_.multiply(rate, in_it, where));
    }
    return amount;
  }
  // A choice of a choice: the first word or, if not, the second, and so on.
  Value operator()(const typed::Lookup& node) const {
    const Value word = reader.read(node.word);
    const auto* which = std::get_if<WordId>(&word);
    if (!which) return beyond();
    Value found = reader.read(node.values.back());
    for (std::size_t i = node.values.size() - 1; i-- > 0;) {
      const WordId other =
          std::get<WordId>(Value(reader.model_.word(static_cast<std::uint32_t>(i))));
      const Value one = reader.read(node.values[i]);
      const auto chosen = choose(reader.same(*which, other), one, found);
      if (!chosen) return beyond();
      found = *chosen;
    }
    return found;
  }
  // The sum of 1 for each that holds and 0 for each that does not.
  Value operator()(const typed::HowMany& node) const {
    Number many{LinearForm(), {}};
    for (const typed::ExprId condition : node.conditions) {
      const Number one{LinearForm(Rational(1)), {}}, none{LinearForm(), {}};
      many = Numbers::add(many, reader.numbers_.choose(reader.truth(condition), one, none, where));
    }
    return many;
  }
  Value operator()(const typed::Not& node) const {
    return reader.model_.formula(NotOf{reader.truth(node.operand)});
  }
  Value operator()(const typed::Logic& node) const {
    return logic(node.conjunction, node.operands);
  }

  Value operator()(const typed::Conditional& node) const {
    const FormulaId condition = reader.truth(node.condition);
    return choose(condition, reader.read(node.yes), reader.read(node.no)).value_or(beyond());
  }

  // A kind of expression that no prover knows yet. It could be anything, which is always sound:
  // a new kind of node costs proofs, never their truth.
  template <class Node>
  Value operator()(const Node&) const {
    return beyond();
  }

  [[nodiscard]] Value beyond() const {
    return reader.opaque(
        expr, Text("di questo non so dire quanto può valere", "what this could be cannot be said"));
  }

 private:
  // Nothing where the two are of different kinds.
  [[nodiscard]] std::optional<Value> choose(FormulaId condition, const Value& yes,
                                            const Value& no) const {
    if (yes.index() != no.index()) return std::nullopt;
    if (const auto known = reader.model_.known_value(condition)) return *known ? yes : no;
    if (const auto* number = std::get_if<Number>(&yes)) {
      return reader.numbers_.choose(condition, *number, std::get<Number>(no), where);
    }
    if (const auto* truth = std::get_if<FormulaId>(&yes)) {
      return reader.model_.formula(ChooseTruth{condition, *truth, std::get<FormulaId>(no)});
    }
    return reader.model_.word(WordChoice{condition, std::get<WordId>(yes), std::get<WordId>(no)});
  }
  [[nodiscard]] Value logic(bool conjunction, const std::vector<typed::ExprId>& operands) const {
    LogicOf of{conjunction, {}};
    for (const typed::ExprId operand : operands) of.operands.push_back(reader.truth(operand));
    return reader.model_.formula(std::move(of));
  }
  [[nodiscard]] FormulaId sign(const LinearForm& form, Sign sign, const Needs& needs) const {
    if (form.known() && needs.empty()) {
      const int found = form.constant.sign();
      return reader.model_.known(sign == Sign::positive       ? found > 0
                                 : sign == Sign::not_negative ? found >= 0
                                                              : found == 0);
    }
    return reader.model_.formula(SignOf{form, sign, needs});
  }
};

FormulaId ConditionReader::condition(typed::ExprId expr) {
  prepare(expr);
  return truth(expr);
}

// Reads every amount under the expression, each after those that it uses.
void ConditionReader::prepare(typed::ExprId expr) {
  const std::set<ComputedId> wanted = amounts_under(rulebook_.typed, expr);
  if (wanted.empty() || wanted.size() > kMostAmounts) return;
  for (const ComputedId id : rulebook_.computed_order) {
    if (!wanted.contains(id) || amounts_.contains(id)) continue;
    amounts_.emplace(id, read(rulebook_.typed.computed[id].value));
  }
}

// As deep as one expression nests, which the grammar bounds.
ConditionReader::Value ConditionReader::read(typed::ExprId expr) {
  const typed::Expr& found = rulebook_.typed.exprs[expr];
  const ReadNode reader{*this, expr, found.span};
  const std::vector<typed::ExprId> under = typed::operands(found.node);
  const bool modelled =
      is_modelled(found.type) && std::all_of(under.begin(), under.end(), [&](typed::ExprId each) {
        return is_modelled(rulebook_.typed.exprs[each].type);
      });
  if (!modelled) return reader.beyond();
  Value value = std::visit(reader, found.node);
  const auto* number = std::get_if<Number>(&value);
  if (number && (is_too_large(number->form) || number->needs.size() > kMostTerms)) {
    return opaque(expr, Text("questa formula è troppo grande", "this formula is too large"));
  }
  return value;
}

ConditionReader::Value ConditionReader::value(DatumId id, Span where) {
  const typed::Datum& datum = rulebook_.typed.data[id];
  // Where nobody gives it, parameters decide what it is: in another reading it may be another.
  std::string key = "d" + std::to_string(id.index);
  if (datum.if_missing) key += values_under(rulebook_.typed, *datum.if_missing, reading_);
  if (std::holds_alternative<TruthValue>(datum.type)) {
    return model_.formula(SwitchIs{model_.switch_for(key, {id, std::nullopt}), {}});
  }
  if (const auto* list = std::get_if<WordOf>(&datum.type)) {
    const auto words = rulebook_.typed.choice_types[list->list].size();
    return model_.word(
        model_.selector(key, {id, std::nullopt, static_cast<std::uint32_t>(words), {}}));
  }
  const VariableId variable = model_.variable(key, {id, range_of(id), datum.whole, where});
  tie(id, variable);
  return Number{LinearForm::of(variable), {}};
}

// Within the bounds of its parts and wholes too; those of what is worked out hold nothing.
Interval ConditionReader::range_of(DatumId id) const {
  const Typed& typed = rulebook_.typed;
  Interval range = typed.data[id].bounds;
  for (const DatumId whole : rulebook_.kin[id].wholes) {
    if (!typed.data[whole].if_missing) range.hi = std::min(range.hi, typed.data[whole].bounds.hi);
  }
  for (const DatumId part : rulebook_.kin[id].parts) {
    if (!typed.data[part].if_missing) range.lo = std::max(range.lo, typed.data[part].bounds.lo);
  }
  return range;
}

// With the parts and wholes that the same conditions speak of.
void ConditionReader::tie(DatumId id, VariableId variable) {
  const Kin& kin = rulebook_.kin[id];
  if (!kin.any() || !numbers_of_data_.emplace(id, variable).second) return;
  for (const DatumId whole : kin.wholes) {
    const auto at = numbers_of_data_.find(whole);
    if (at != numbers_of_data_.end()) model_.tie(variable, at->second);
  }
  for (const DatumId part : kin.parts) {
    const auto at = numbers_of_data_.find(part);
    if (at != numbers_of_data_.end()) model_.tie(at->second, variable);
  }
}

ConditionReader::Value ConditionReader::value(ParameterId id, typed::ExprId expr) {
  const typed::ParameterVersion* version = reading_.value(id, rulebook_.typed);
  if (!version) {
    return opaque(expr, Text("in quel giorno il parametro non ha un valore",
                             "on that day the parameter has no value"));
  }
  if (const auto* number = std::get_if<Rational>(&version->value)) return Number{*number, {}};
  if (const auto* truth = std::get_if<bool>(&version->value)) return model_.known(*truth);
  if (const auto* word = std::get_if<ChoiceWord>(&version->value)) return model_.word(word->value);
  return opaque(
      expr, Text("di questo non so dire quanto può valere", "what this could be cannot be said"));
}

// Of one row, whichever it is: within the field's bounds it could hold anything.
ConditionReader::Value ConditionReader::value(const typed::FieldRef& field, typed::ExprId expr) {
  const typed::Expr& found = rulebook_.typed.exprs[expr];
  const typed::Datum& datum = rulebook_.typed.data[field.field];
  const std::string key = "f" + structure_of(rulebook_.typed, expr, reading_);
  const Opaque meaning{found.span, Text("qui conta ogni riga, e di una riga sola non so dire",
                                        "every row counts here, and one row alone says nothing")};
  if (std::holds_alternative<TruthValue>(datum.type)) {
    return model_.formula(SwitchIs{model_.switch_for(key, {std::nullopt, meaning}), {}});
  }
  if (const auto* list = std::get_if<WordOf>(&datum.type)) {
    const auto words = rulebook_.typed.choice_types[list->list].size();
    return model_.word(
        model_.selector(key, {std::nullopt, meaning, static_cast<std::uint32_t>(words), {}}));
  }
  return Number{
      LinearForm::of(model_.variable(key, {meaning, datum.bounds, datum.whole, found.span})), {}};
}

ConditionReader::Value ConditionReader::opaque(typed::ExprId expr, Text why) {
  const typed::Expr& found = rulebook_.typed.exprs[expr];
  const std::string key = "e" + structure_of(rulebook_.typed, expr, reading_);
  const Opaque meaning{found.span, std::move(why)};
  const Needs needs = {
      model_.need(OpaqueNeed{model_.switch_for("has " + key, {std::nullopt, meaning})})};
  if (std::holds_alternative<TruthValue>(found.type)) {
    return model_.formula(SwitchIs{model_.switch_for(key, {std::nullopt, meaning}), needs});
  }
  if (const auto* list = std::get_if<WordOf>(&found.type)) {
    const auto words = rulebook_.typed.choice_types[list->list].size();
    return model_.word(
        model_.selector(key, {std::nullopt, meaning, static_cast<std::uint32_t>(words), needs}));
  }
  const VariableId variable =
      model_.variable(key, {meaning, Interval::everything(), false, found.span});
  return Number{LinearForm::of(variable), needs};
}

// Each pair of words once: amounts that choose between amounts meet again and again.
FormulaId ConditionReader::same(WordId left, WordId right) {
  const auto at = same_.find({left, right});
  if (at != same_.end()) return at->second;
  const FormulaId found = compare(left, right);
  same_.emplace(std::pair(left, right), found);
  return found;
}

FormulaId ConditionReader::compare(WordId left_id, WordId right_id) {
  const Word left = model_[left_id], right = model_[right_id];  // copies: new words move the table
  if (const auto* choice = std::get_if<WordChoice>(&left)) {
    const FormulaId yes = same(choice->yes, right_id), no = same(choice->no, right_id);
    return model_.formula(ChooseTruth{choice->condition, yes, no});
  }
  if (std::holds_alternative<WordChoice>(right)) return same(right_id, left_id);
  const auto* word = std::get_if<std::uint32_t>(&left);
  const auto* other = std::get_if<std::uint32_t>(&right);
  if (word && other) return model_.known(*word == *other);
  if (word) return same(right_id, left_id);

  const SelectorId first = std::get<SelectorId>(left);
  const auto is = [&](SelectorId selector, std::uint32_t value) {
    return model_.formula(SelectorIs{selector, value, model_[selector].needs});
  };
  if (other) return is(first, *other);
  LogicOf any{false, {}};
  const SelectorId second = std::get<SelectorId>(right);
  for (std::uint32_t i = 0; i < model_[first].words; ++i) {
    any.operands.push_back(model_.formula(LogicOf{true, {is(first, i), is(second, i)}}));
  }
  return model_.formula(std::move(any));
}

}  // namespace leps::inline proving
