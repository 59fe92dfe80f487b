// The packs' `controllo`: what the data must look like before anything is judged by them. A finding
// stands where the data say what is wrong; it never corrects anything.
#include "eval/evaluate.hpp"
#include "eval/kleene.hpp"
#include "pipeline.hpp"
#include "report/datum_words.hpp"
#include "report/formula.hpp"

#include <algorithm>
#include <set>

namespace leps {
namespace {

/// The cells that a condition rests on: of data directly under it and under its amounts.
class Cells {
 public:
  Cells(const Typed& typed, const FactTable& facts) : typed_(typed), facts_(facts) {}

  void collect(typed::ExprId expr) {
    const typed::Node& node = typed_.exprs[expr].node;
    if (const auto datum = typed::datum_of(node)) add(*datum);
    if (const auto* over = std::get_if<typed::Aggregate>(&node)) {
      add(typed_.tables[over->table].datum);
    }
    if (const auto amount = typed::amount_of(typed_, node)) {
      for (const DatumId datum : typed_.computed[*amount].data) add(datum);
    }
    for (const typed::ExprId operand : typed::operands(node)) collect(operand);
  }

  struct Cell {
    DatumId datum;
    Span where;
  };
  [[nodiscard]] const std::vector<Cell>& all() const { return cells_; }

 private:
  void add(DatumId datum) {
    const Fact& fact = facts_.facts[datum];
    if (fact.cell && seen_.insert(datum).second) cells_.push_back({datum, *fact.cell});
  }

  const Typed& typed_;
  const FactTable& facts_;
  std::vector<Cell> cells_;
  std::set<DatumId> seen_;
};

Text formula_of(typed::ExprId expr, Evaluator& evaluator) {
  const auto in = [&](Language language) {
    const std::string worked_out = formula_worked_out(expr, evaluator, language);
    return worked_out.empty() ? formula_with_numbers(expr, evaluator, language) : worked_out;
  };
  return {in(Language::italian), in(Language::english)};
}

void label_cells(Diagnostic& found, const Cells& cells, const Typed& typed) {
  for (std::size_t i = 1; i < cells.all().size(); ++i) {
    const std::string& name = typed.data[cells.all()[i].datum].name;
    found.label(cells.all()[i].where, Text("qui '" + name + "'", "here '" + name + "'"));
  }
}

const Text kGivenHolds("vale il dato; se è l'altro che è giusto, togli il dato",
                       "the datum holds; if the other is right, take the datum out");

bool alike(const Value& a, const Value& b) {
  const auto* left = std::get_if<Quantity>(&a);
  const auto* right = std::get_if<Quantity>(&b);
  return left && right ? left->range == right->range : !left && !right && same(a, b).is_true();
}

// The datum that a check holds equal to the very value that its `se manca` works out: a datum that
// fails it differs from what was worked out, and there is no second thing to say of it.
std::optional<DatumId> held_to_worked_out(const typed::Check& check, Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  const typed::Node& node = typed.exprs[check.condition].node;
  typed::ExprId left, right;
  if (const auto* numbers = std::get_if<typed::Compare>(&node)) {
    if (numbers->relation != typed::Relation::equal_to) return std::nullopt;
    left = numbers->left, right = numbers->right;
  } else if (const auto* others = std::get_if<typed::Same>(&node)) {
    if (!others->equal) return std::nullopt;
    left = others->left, right = others->right;
  } else {
    return std::nullopt;
  }
  for (const auto& [side, other] : {std::pair(left, right), std::pair(right, left)}) {
    const auto* datum = std::get_if<typed::DatumRef>(&typed.exprs[side].node);
    if (!datum || !typed.data[datum->datum].if_missing) continue;
    const ComputedId stands_in = *typed.data[datum->datum].if_missing;
    if (alike(evaluator.value(other), evaluator.value(typed.computed[stands_in].value))) {
      return datum->datum;
    }
  }
  return std::nullopt;
}

// False where the data certainly fail the check, which is reported.
// @param told  to which a datum is added of which the finding says that it differs from what the
//              lists say
bool judge(const typed::Check& check, Evaluator& evaluator, DiagnosticBag& bag,
           std::set<DatumId>& told) {
  if (!raises(check, evaluator)) return true;
  const Typed& typed = evaluator.rulebook().typed;
  const FactTable& facts = evaluator.facts();
  Cells cells(typed, facts);
  cells.collect(check.condition);
  const Span where = cells.all().empty() ? facts.span : cells.all().front().where;
  Diagnostic& found =
      bag.report(check.error ? Code::data_check_error : Code::data_check_warning, where,
                 {facts.ambito, std::to_string(facts.year), check.title,
                  formula_of(check.condition, evaluator)});
  label_cells(found, cells, typed);
  found.hint(Text("è il controllo '" + check.name + "' del pacchetto '" +
                      typed.packs[check.pack].name + "': verifica i dati alla fonte",
                  "it is the check '" + check.name + "' of the package '" +
                      typed.packs[check.pack].name + "': verify the data at their source"));
  if (const auto datum = held_to_worked_out(check, evaluator)) {
    found.hint(kGivenHolds);
    told.insert(*datum);
  }
  return false;
}

// Given, and worked out from other data: both are shown where they differ.
void compare_with_worked_out(DatumId id, Evaluator& evaluator, DiagnosticBag& bag) {
  const Typed& typed = evaluator.rulebook().typed;
  const typed::Datum& datum = typed.data[id];
  const Fact& fact = evaluator.facts().facts[id];
  if (!datum.if_missing || !fact.cell || !is_given(fact, datum)) return;
  const Value given = value_of(fact, datum, id);
  const Value& worked_out = evaluator.value(typed.computed[*datum.if_missing].value);
  if (const auto* range = std::get_if<Quantity>(&given)) {
    const auto& other = std::get<Quantity>(worked_out);
    if (!other.zero_divisors.empty()) return;
    const bool meet = range->range.lo <= other.range.hi && other.range.lo <= range->range.hi;
    if (meet) return;
  } else if (!leps::same(given, worked_out).is_false()) {
    return;
  }
  const auto show = [&](const Value& value) {
    return Text(show_value(value, datum.type, typed, Language::italian),
                show_value(value, datum.type, typed, Language::english));
  };
  bag.report(Code::data_differs_from_worked_out, *fact.cell,
             {datum.name, show(given), show(worked_out)})
      .hint(kGivenHolds);
}

bool can_be(const Interval& range, const typed::Datum& datum) {
  const Interval& bounds = datum.bounds;
  if (range.hi < bounds.lo || range.lo > bounds.hi) return false;
  return !datum.whole || !range.known() || is_whole(range.lo.value());
}

// Worked out, and certainly nothing that the datum can be: its bounds correct nothing.
void compare_with_bounds(DatumId id, Evaluator& evaluator, DiagnosticBag& bag) {
  const Typed& typed = evaluator.rulebook().typed;
  const typed::Datum& datum = typed.data[id];
  const FactTable& facts = evaluator.facts();
  if (!datum.if_missing || is_given(facts.facts[id], datum)) return;
  const typed::ExprId formula = typed.computed[*datum.if_missing].value;
  const auto* worked_out = std::get_if<Quantity>(&evaluator.value(formula));
  if (!worked_out || !worked_out->zero_divisors.empty()) return;
  if (!std::holds_alternative<NumberOf>(datum.type) || can_be(worked_out->range, datum)) return;
  Cells cells(typed, facts);
  cells.collect(formula);
  const auto in = [&](Language language) {
    return type_words(datum.type, typed, language) + bounds_words(datum, language);
  };
  const Text value(show_value(*worked_out, datum.type, typed, Language::italian),
                   show_value(*worked_out, datum.type, typed, Language::english));
  Diagnostic& found = bag.report(Code::data_worked_out_outside,
                                 cells.all().empty() ? facts.span : cells.all().front().where,
                                 {facts.ambito, std::to_string(facts.year), datum.name, value,
                                  Text(in(Language::italian), in(Language::english))});
  label_cells(found, cells, typed);
  found.hint(
      Text("vale ciò che si ricava: verifica i dati da cui viene, o dai '" + datum.name + "'",
           "what is worked out holds: verify the data that it comes from, or give '" + datum.name +
               "'"));
}

// Most packs of a program's own have neither: then no evaluator is made for an answer known before.
bool judges_anything(const Typed& typed) {
  return !typed.checks.empty() ||
         std::any_of(typed.data.begin(), typed.data.end(),
                     [](const typed::Datum& datum) { return datum.if_missing.has_value(); });
}

}  // namespace

std::vector<std::size_t> judge_data(const Rulebook& rulebook, const DataSet& data,
                                    const Surroundings& around, DiagnosticBag& bag) {
  std::vector<const FactTable*> tables;
  for (const FactTable& facts : data) tables.push_back(&facts);
  return judge_data(rulebook, tables, around, bag);
}

std::vector<std::size_t> judge_data(const Rulebook& rulebook,
                                    const std::vector<const FactTable*>& data,
                                    const Surroundings& around, DiagnosticBag& bag) {
  std::vector<std::size_t> wrong;
  if (!judges_anything(rulebook.typed)) return wrong;
  for (std::size_t i = 0; i < data.size(); ++i) {
    Evaluator evaluator(rulebook, *data[i], &around);
    bool errors = false;
    std::set<DatumId> told;
    for (const typed::Check& check : rulebook.typed.checks) {
      const bool passes = judge(check, evaluator, bag, told);
      errors = errors || (check.error && !passes);
    }
    if (errors) wrong.push_back(i);
    for (const DatumId id : rulebook.typed.data.keys()) {
      if (!told.contains(id)) compare_with_worked_out(id, evaluator, bag);
      compare_with_bounds(id, evaluator, bag);
    }
  }
  return wrong;
}

}  // namespace leps
