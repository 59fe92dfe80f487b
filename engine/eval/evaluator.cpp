#include "eval/evaluator.hpp"

#include "base/day_number.hpp"
#include "base/watch.hpp"
#include "check/walk.hpp"
#include "eval/aggregate.hpp"
#include "eval/among.hpp"
#include "eval/either.hpp"
#include "eval/kleene.hpp"
#include "eval/levels.hpp"
#include "eval/neighbours.hpp"
#include "eval/parts.hpp"
#include "eval/time.hpp"
#include "eval/value_of.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace leps::inline evaluating {
namespace {

Quantity divide(const Quantity& a, const Quantity& b, typed::ExprId divisor) {
  Quantity result = combine(a.range / b.range, a, b);
  if (b.range.contains_zero()) {
    result.zero_divisors.add(divisor);
    result.rests_on = merge(a.rests_on, b.rests_on);
  }
  return result;
}

// A day so many days later; `mai` is never, however many.
Interval moved(const Interval& day, const Interval& by) {
  return day.lo == Bound::plus_infinity() ? day : day + by;
}

/// The value of a typed node, its operands through the evaluator.
struct Compute {
  Evaluator& evaluator;
  typed::ExprId expr;

  Value operator()(const typed::Constant& constant) const {
    return Quantity{Interval::point(constant.value), {}, {}};
  }
  Value operator()(const typed::TruthConstant& constant) const { return truth(constant.value); }
  Value operator()(const typed::WordConstant& constant) const { return Word{constant.word, {}}; }
  Value operator()(const typed::DayConstant& constant) const {
    return Quantity{{constant.day, constant.day}, {}, {}};
  }
  Value operator()(const typed::SurveyDay&) const {
    return Quantity{Interval::point(number_of(evaluator.facts().survey_date)), {}, {}};
  }
  Value operator()(const typed::YearDayConstant& constant) const {
    return Quantity{Interval::point(number_of(constant.day.in(evaluator.facts().year))), {}, {}};
  }
  Value operator()(const typed::EndOfTerm& node) const {
    const Quantity& from = evaluator.quantity(node.from);
    const Quantity& length = evaluator.quantity(node.length);
    return combine(end_of_term(from.range, length.range, node.unit, evaluator.facts().patron), from,
                   length);
  }
  Value operator()(const typed::Within& node) const { return evaluator.truth(node.holds); }
  Value operator()(const typed::TextConstant& constant) const {
    return TextValue{constant.text, {}};
  }
  Value operator()(const typed::TimetableConstant& constant) const {
    return timetable_value(constant.timetable);
  }
  Value operator()(const typed::DatumRef& ref) const { return evaluator.value(ref.datum); }
  Value operator()(const typed::FieldRef& ref) const { return field_value(ref, evaluator); }
  Value operator()(const typed::ParameterRef& ref) const { return evaluator.value(ref.parameter); }
  Value operator()(const typed::ComputedRef& ref) const {
    return evaluator.value(evaluator.rulebook().typed.computed[ref.computed].value);
  }

  Value operator()(const typed::Negate& negate) const {
    Quantity result = evaluator.quantity(negate.operand);
    result.range = -result.range;
    return result;
  }
  Value operator()(const typed::Arithmetic& node) const {
    const Quantity& a = evaluator.quantity(node.left);
    const Quantity& b = evaluator.quantity(node.right);
    switch (node.op) {
      case typed::ArithmeticOp::add:
        if (days(node.left)) return combine(moved(a.range, b.range), a, b);
        if (days(node.right)) return combine(moved(b.range, a.range), a, b);
        return combine(a.range + b.range, a, b);
      case typed::ArithmeticOp::subtract:
        if (days(node.right)) return from_day_to_day(a, b);
        return combine(days(node.left) ? moved(a.range, -b.range) : a.range - b.range, a, b);
      case typed::ArithmeticOp::multiply:
      case typed::ArithmeticOp::of:
        return combine(a.range * b.range, a, b);
      case typed::ArithmeticOp::divide:
        return divide(a, b, node.right);
    }
    return {};
  }
  Value operator()(const typed::Round& round) const {
    Quantity result = evaluator.quantity(round.operand);
    result.range = round.up ? ceil(result.range) : floor(result.range);
    if (result.range.single() && result.zero_divisors.empty()) result.rests_on = {};
    return result;
  }
  Value operator()(const typed::Convert& convert) const {
    Quantity result = evaluator.quantity(convert.operand);
    result.range = result.range * Interval::point(convert.factor);
    return result;
  }
  Value operator()(const typed::Extremum& extremum) const {
    Quantity result = evaluator.quantity(extremum.operands.front());
    for (std::size_t i = 1; i < extremum.operands.size(); ++i) {
      const Quantity& next = evaluator.quantity(extremum.operands[i]);
      result =
          combine(extremum.greatest ? max(result.range, next.range) : min(result.range, next.range),
                  result, next);
    }
    return result;
  }

  Value operator()(const typed::Compare& node) const {
    const typed::Node& left = evaluator.rulebook().typed.exprs[node.left].node;
    if (const auto* many = std::get_if<typed::HowMany>(&left)) {
      return compare_how_many(*many, node, evaluator);
    }
    return compare(node.relation, evaluator.quantity(node.left), evaluator.quantity(node.right));
  }
  Value operator()(const typed::Same& node) const {
    const Value& left = evaluator.value(node.left);
    const Value& right = evaluator.value(node.right);
    const Truth equal = same(left, right);
    return node.equal ? equal : !equal;
  }
  Value operator()(const typed::Begun& node) const { return begun_portions(node, evaluator); }
  Value operator()(const typed::Bands& node) const { return by_bands(node, evaluator); }
  Value operator()(const typed::Lookup& node) const { return look_up(node, evaluator); }
  Value operator()(const typed::Between& node) const {
    return between(evaluator.quantity(node.what), evaluator.quantity(node.low),
                   evaluator.quantity(node.high));
  }
  Value operator()(const typed::OneOf& node) const { return one_of(node, evaluator); }
  Value operator()(const typed::HowMany& node) const { return how_many(node, evaluator); }
  Value operator()(const typed::Not& node) const { return !evaluator.truth(node.operand); }
  Value operator()(const typed::Logic& node) const {
    Truth result = truth(node.conjunction);
    for (const typed::ExprId operand : node.operands) {
      result = node.conjunction ? conjunction(result, evaluator.truth(operand))
                                : disjunction(result, evaluator.truth(operand));
    }
    return result;
  }

  Value operator()(const typed::Conditional& node) const {
    const Truth& condition = evaluator.truth(node.condition);
    if (condition.is_true()) return evaluator.value(node.yes);
    if (condition.is_false()) return evaluator.value(node.no);
    return either(condition, evaluator.value(node.yes), evaluator.value(node.no));
  }

  Value operator()(const typed::OfPeriod& node) const { return measure(node, evaluator); }
  Value operator()(const typed::Combine& node) const { return combine_timetables(node, evaluator); }
  Value operator()(const typed::OfTimetable& node) const { return measure(node, evaluator); }
  Value operator()(const typed::Aggregate& node) const { return aggregate(node, expr, evaluator); }
  Value operator()(const typed::PreviousYear& node) const {
    return year_before(node.datum, node.years, evaluator);
  }
  Value operator()(const typed::OverYears& node) const { return over_years(node, evaluator); }
  Value operator()(const typed::YearsHeld& node) const {
    return Quantity{Interval::point(Rational(years_held(node.years, evaluator).size())), {}, {}};
  }
  Value operator()(const typed::GroupTotal& node) const { return group_total(node, evaluator); }
  Value operator()(const typed::GroupSize& node) const { return group_size(node, evaluator); }

 private:
  [[nodiscard]] bool days(typed::ExprId operand) const {
    return std::holds_alternative<DayOf>(evaluator.rulebook().typed.exprs[operand].type);
  }

  // A difference that begins at `mai` has no value: "how long since" and "how long past" would want
  // opposite answers of it.
  [[nodiscard]] Quantity from_day_to_day(const Quantity& a, const Quantity& b) const {
    Quantity result = combine(a.range - b.range, a, b);
    if (b.range.hi == Bound::plus_infinity()) {
      result.zero_divisors.add(expr);
      result.rests_on = merge(a.rests_on, b.rests_on);
    }
    return result;
  }
};

/// Whoever knows the whole of what is worked out only in part may give that instead. Its declared
/// bounds narrow nothing: what is worked out may lie outside them, and is then a finding.
struct AskForItself {
  MissingDatum itself;

  void operator()(Quantity& quantity) const { ask_unless(quantity.range.single(), quantity); }
  void operator()(Truth& truth) const { ask_unless(truth.known(), truth); }
  void operator()(Word& word) const { ask_unless(word.word.has_value(), word); }
  void operator()(PeriodValue& period) const { ask_unless(period.period.has_value(), period); }
  void operator()(TextValue& text) const { ask_unless(text.text.has_value(), text); }
  void operator()(TimetableValue& hours) const { ask_unless(hours.known(), hours); }

  void ask_unless(bool known, auto& value) const {
    if (!known && !value.rests_on.empty()) value.rests_on.add(itself);
  }
};

}  // namespace

/// The evaluators of one question, by the facts that they stand over.
struct Evaluator::Pool {
  std::map<std::pair<std::string, int>, Evaluator*> by_facts;
  std::vector<std::unique_ptr<Evaluator>> owned;
};

/// Those over an Ambito of which nothing is known, by year: the same whatever facts ask for them.
struct Evaluator::Blanks {
  std::map<int, std::unique_ptr<Evaluator>> by_year;
  std::vector<std::unique_ptr<FactTable>> facts;
  int year = 0;  // of the one that was asked first
};

Evaluator::Evaluator(const Rulebook& rulebook, const FactTable& facts, const Surroundings* around,
                     const Values* known)
    : rulebook_(&rulebook),
      facts_(&facts),
      around_(around),
      own_pool_(std::make_unique<Pool>()),
      pool_(own_pool_.get()),
      own_blanks_(std::make_unique<Blanks>()),
      blanks_(own_blanks_.get()),
      known_(known),
      values_(rulebook.typed.exprs.size()),
      of_rows_(rulebook.typed.exprs.size()) {
  blanks_->year = facts.year;
  pool_->by_facts[{facts.ambito, facts.year}] = this;
  work_out_amounts();
}

Evaluator::Evaluator(const Evaluator& now, const FactTable& facts)
    : rulebook_(now.rulebook_),
      facts_(&facts),
      around_(now.around_),
      own_pool_(std::make_unique<Pool>()),
      pool_(own_pool_.get()),
      blanks_(now.blanks_),
      kinship_(Kinship::is_set_aside),
      values_(rulebook_->typed.exprs.size()),
      of_rows_(rulebook_->typed.exprs.size()) {
  pool_->by_facts[{facts.ambito, facts.year}] = this;
}

Evaluator::Evaluator(const Evaluator& asking, const FactTable& facts, bool knows_nothing)
    : rulebook_(asking.rulebook_),
      facts_(&facts),
      around_(knows_nothing ? nullptr : asking.around_),
      pool_(knows_nothing ? nullptr : asking.pool_),
      blanks_(asking.blanks_),
      knows_nothing_(knows_nothing),
      values_(asking.rulebook_->typed.exprs.size()),
      of_rows_(asking.rulebook_->typed.exprs.size()) {
  if (knows_nothing) return;  // what is asked of it is worked out then, and nothing else
  pool_->by_facts[{facts.ambito, facts.year}] = this;
  work_out_amounts();
}

Evaluator::~Evaluator() = default;

// In order, so that a chain of amounts, however long, never nests one call in another.
void Evaluator::work_out_amounts() {
  for (const ComputedId id : rulebook_->computed_order) {
    value(rulebook_->typed.computed[id].value);
  }
}

void Evaluator::work_out_amounts_under(typed::ExprId root) {
  const Typed& typed = rulebook_->typed;
  std::set<ComputedId> under;
  for_each_under(typed, root, [&](const typed::Expr& expr, Walk& walk) {
    const auto amount = typed::amount_of(typed, expr.node);
    if (!amount || values_.find(typed.computed[*amount].value)) return;
    if (under.insert(*amount).second) walk.into(typed.computed[*amount].value);
  });
  for (const ComputedId id : rulebook_->computed_order) {
    if (under.contains(id)) value(typed.computed[id].value);
  }
}

Evaluator& Evaluator::of(const FactTable& facts) {
  const auto known = pool_->by_facts.find({facts.ambito, facts.year});
  if (known != pool_->by_facts.end()) return *known->second;
  std::unique_ptr<Evaluator> made(new Evaluator(*this, facts, false));
  return *pool_->owned.emplace_back(std::move(made));
}

Evaluator* Evaluator::of_nothing(int year) {
  constexpr int kFarthest = 16;
  const auto known = blanks_->by_year.find(year);
  if (known != blanks_->by_year.end()) return known->second.get();
  if (year < blanks_->year - kFarthest) return nullptr;
  auto blank = std::make_unique<FactTable>();
  blank->year = year;
  blank->survey_date = last_day_of(year);
  for (const typed::Datum& datum : rulebook_->typed.data) blank->facts.add(missing_fact(datum));
  const FactTable& facts = *blanks_->facts.emplace_back(std::move(blank));
  std::unique_ptr<Evaluator> made(new Evaluator(*this, facts, true));
  return blanks_->by_year.emplace(year, std::move(made)).first->second.get();
}

const Value& Evaluator::value(typed::ExprId expr) {
  if (rulebook_->typed.exprs[expr].rows != 0) return of_rows_.keep(expr, compute(expr));
  if (const Value* known = values_.find(expr)) return *known;
  if (const Value* known = known_ ? known_->find(expr) : nullptr) return *known;
  return values_.keep(expr, compute(expr));
}

const Quantity& Evaluator::quantity(typed::ExprId expr) { return std::get<Quantity>(value(expr)); }
const Truth& Evaluator::truth(typed::ExprId expr) { return std::get<Truth>(value(expr)); }

Value Evaluator::compute(typed::ExprId expr) {
  checkpoint();
  return std::visit(Compute{*this, expr}, rulebook_->typed.exprs[expr].node);
}

const std::vector<FactRow>* Evaluator::rows(TableId table) const {
  const Fact& fact = facts_->facts[rulebook_->typed.tables[table].datum];
  const auto* rows = std::get_if<Rows>(&fact.value);
  return rows ? rows->get() : nullptr;
}

Value Evaluator::value(DatumId datum) {
  Value own = own_value(datum);
  if (!rulebook_->kin[datum].any() || kinship_ == Kinship::is_set_aside) return own;
  return within_kin(datum, std::get<Quantity>(std::move(own)), is_worked_out(datum), *this);
}

Value Evaluator::own_value(DatumId datum) {
  const typed::Datum& declared = rulebook_->typed.data[datum];
  if (!is_worked_out(datum)) return value_of(facts_->facts[datum], declared, datum);
  const typed::ExprId formula = rulebook_->typed.computed[*declared.if_missing].value;
  if (knows_nothing_ && !values_.find(formula)) work_out_amounts_under(formula);
  Value worked_out = value(formula);
  std::visit(AskForItself{datum}, worked_out);
  return worked_out;
}

bool Evaluator::is_worked_out(DatumId datum) const {
  const typed::Datum& declared = rulebook_->typed.data[datum];
  return declared.if_missing && !is_given(facts_->facts[datum], declared);
}

Value Evaluator::value(ParameterId parameter) const {
  const typed::Parameter& declared = rulebook_->typed.parameters[parameter];
  const typed::ParameterVersion* version = declared.at(facts_->survey_date);
  return version ? value_of(*version) : nothing_known(declared.type, {});
}

}  // namespace leps::inline evaluating
