#include "check/linear.hpp"

#include <algorithm>

namespace leps::inline checking {

/// The slope of one node from the slopes of its operands: the rules of the derivative, for as long
/// as it does not depend on the datum itself.
struct SlopeOf {
  LinearSolver& solver;
  Context& context;
  DatumId datum;
  Unit unit;  // of the slope: the node's over the datum's
  Span span;  // of the node
  typed::ExprId self = {};

  Slope operator()(const typed::Constant&) const { return {}; }
  Slope operator()(const typed::ParameterRef&) const { return {}; }
  // A datum that is worked out where nobody gives it moves with what it is worked out from.
  Slope operator()(const typed::DatumRef& node) const {
    if (node.datum == datum) return {true, Rational(1), {}, {}};
    const auto amount = context.typed.data[node.datum].if_missing;
    const Slope* known = amount ? solver.known(*amount, datum) : nullptr;
    if (!known || !known->occurs) return {};
    return blocked(span, "qui sta in un 'se manca'", "here it stands in an 'if missing'");
  }
  // This year's: what was in the years before cannot be changed any more.
  Slope operator()(const typed::OverYears& node) const {
    if (node.datum != datum) return {};
    if (!node.mean) return {true, Rational(1), {}, {}};
    const typed::ExprId held = context.add(typed::YearsHeld{node.years}, NumberOf{}, span);
    return divided({true, Rational(1), {}, {}}, held);
  }
  Slope operator()(const typed::YearsHeld&) const { return {}; }
  Slope operator()(const typed::GroupSize&) const { return {}; }
  Slope operator()(const typed::Round& node) const {
    const Slope under = slope(node.operand);
    if (!under.occurs || under.obstacle) return under;
    return blocked(span, "qui è arrotondato", "here it is rounded");
  }
  Slope operator()(const typed::PreviousYear&) const { return {}; }
  // The Ambito's own share of what its group has in all.
  Slope operator()(const typed::GroupTotal& node) const { return slope(node.amount); }
  Slope operator()(const typed::FieldRef& node) const {
    if (node.field == datum) return {true, Rational(1), {}, {}};
    return {};
  }
  Slope operator()(const typed::Aggregate& node) const {
    for (const auto& part : {node.body, node.where}) {
      if (part && solver.uses_.rests_on(*part, datum)) {
        return blocked(span, "qui sta dentro un elenco", "here it stands inside a table");
      }
    }
    return {};
  }
  Slope operator()(const typed::OfPeriod&) const { return {}; }
  Slope operator()(const typed::OfTimetable&) const { return {}; }
  Slope operator()(const typed::ComputedRef& node) const {
    const Slope* known = solver.known(node.computed, datum);
    return known ? *known : Slope{};
  }

  Slope operator()(const typed::Negate& node) const {
    const Slope under = slope(node.operand);
    return under.obstacle ? under : negated(under);
  }

  Slope operator()(const typed::Arithmetic& node) const {
    const Slope left = slope(node.left), right = slope(node.right);
    if (left.obstacle) return left;
    if (right.obstacle) return right;
    switch (node.op) {
      case typed::ArithmeticOp::add:
        return sum(typed::ArithmeticOp::add, left, right);
      case typed::ArithmeticOp::subtract:
        return sum(typed::ArithmeticOp::subtract, left, right);
      case typed::ArithmeticOp::multiply:
      case typed::ArithmeticOp::of:
        if (!left.occurs) return scaled(right, node.left);
        if (!right.occurs) return scaled(left, node.right);
        return blocked(span, "qui è moltiplicato per se stesso", "here it is multiplied by itself");
      case typed::ArithmeticOp::divide:
        if (!right.occurs) return divided(left, node.right);
        return blocked(context.span_of(node.right), "qui sta in un divisore",
                       "here it stands in a divisor");
    }
    return {};
  }

  Slope operator()(const typed::Convert& node) const {
    const Slope under = slope(node.operand);
    if (!under.occurs || under.obstacle) return under;
    const auto* number = std::get_if<Rational>(&under.value);
    if (number) return {true, Rational(*number * node.factor), {}, under.through};
    return made(typed::Convert{std::get<typed::ExprId>(under.value), node.factor}, under);
  }

  Slope operator()(const typed::Extremum& node) const {
    for (const typed::ExprId operand : node.operands) {
      const Slope under = slope(operand);
      if (under.obstacle) return under;
      if (under.occurs) {
        return node.greatest ? blocked(context.span_of(operand), "qui sta dentro 'max'",
                                       "here it stands inside 'max'")
                             : blocked(context.span_of(operand), "qui sta dentro 'min'",
                                       "here it stands inside 'min'");
      }
    }
    return {};
  }

  Slope operator()(const typed::Conditional& node) const {
    if (solver.uses_.rests_on(node.condition, datum)) {
      return blocked(context.span_of(node.condition), "qui sta nella condizione di un 'se'",
                     "here it stands in the condition of an 'if'");
    }
    const Slope yes = slope(node.yes), no = slope(node.no);
    if (yes.obstacle) return yes;
    if (no.obstacle) return no;
    if (yes.occurs && no.occurs && yes.through != no.through) return twice();
    const Slope& from = yes.occurs ? yes : no;
    if (yes.value == no.value) return {yes.occurs || no.occurs, yes.value, {}, from.through};
    return made(typed::Conditional{node.condition, as_expr(yes), as_expr(no)}, from);
  }

  Slope operator()(const typed::Begun& node) const {
    const Slope under = slope(node.of);
    if (!under.occurs || under.obstacle) return under;
    return blocked(span, "qui una frazione conta intera", "here a fraction counts whole");
  }
  Slope operator()(const typed::Bands& node) const {
    std::vector<typed::ExprId> fixed = node.limits;
    fixed.insert(fixed.end(), node.rates.begin(), node.rates.end());
    for (const typed::ExprId under : fixed) {
      if (!slope(under).occurs) continue;
      return blocked(context.span_of(under), "qui dice come sono gli scaglioni",
                     "here it says what the bands are");
    }
    const Slope divided = slope(node.of);
    if (!divided.occurs || divided.obstacle) return divided;
    if (divided.through) return twice();
    for (const typed::ExprId rate : node.rates) {
      if (is_never_negative(rate)) continue;
      return blocked(context.span_of(rate), "qui un'aliquota può essere negativa",
                     "here a rate may be below zero");
    }
    return {true, Rational(1), {}, self};
  }
  Slope operator()(const typed::Lookup&) const { return {}; }
  Slope operator()(const typed::HowMany& node) const {
    for (const typed::ExprId condition : node.conditions) {
      if (!solver.uses_.rests_on(condition, datum)) continue;
      return blocked(context.span_of(condition), "qui sta in una condizione che si conta",
                     "here it stands in a condition that is counted");
    }
    return {};
  }

  // Not numbers: they have no slope and stand under no number but in a condition, seen above.
  Slope operator()(const typed::TruthConstant&) const { return {}; }
  Slope operator()(const typed::WordConstant&) const { return {}; }
  Slope operator()(const typed::Compare&) const { return {}; }
  Slope operator()(const typed::Same&) const { return {}; }
  Slope operator()(const typed::Not&) const { return {}; }
  Slope operator()(const typed::Logic&) const { return {}; }
  Slope operator()(const typed::DayConstant&) const { return {}; }
  Slope operator()(const typed::SurveyDay&) const { return {}; }
  Slope operator()(const typed::YearDayConstant&) const { return {}; }
  Slope operator()(const typed::EndOfTerm&) const { return {}; }
  Slope operator()(const typed::Within&) const { return {}; }
  Slope operator()(const typed::Between&) const { return {}; }
  Slope operator()(const typed::OneOf&) const { return {}; }
  Slope operator()(const typed::TextConstant&) const { return {}; }
  Slope operator()(const typed::TimetableConstant&) const { return {}; }
  Slope operator()(const typed::Combine&) const { return {}; }

  Slope sum(typed::ArithmeticOp op, const Slope& left, const Slope& right) const {
    if (!right.occurs) return left;
    const bool add_up = op == typed::ArithmeticOp::add;
    if (!left.occurs) return add_up ? right : negated(right);
    if (left.through || right.through) return twice();
    const auto* a = std::get_if<Rational>(&left.value);
    const auto* b = std::get_if<Rational>(&right.value);
    if (a && b) return {true, add_up ? Rational(*a + *b) : Rational(*a - *b), {}, {}};
    return made(typed::Arithmetic{op, as_expr(left), as_expr(right)}, left);
  }

  typed::ExprId as_expr(const Slope& slope) const { return as_expr(slope, unit); }

 private:
  Slope slope(typed::ExprId under) const { return solver.slope(under, datum); }

  typed::ExprId as_expr(const Slope& slope, const Unit& in) const {
    if (const auto* expr = std::get_if<typed::ExprId>(&slope.value)) return *expr;
    const auto& number = std::get<Rational>(slope.value);
    return context.add(typed::Constant{number, to_string(number)}, NumberOf{in}, span);
  }

  Slope made(typed::Node node, const Slope& from) const {
    return {true, context.add(std::move(node), NumberOf{unit}, span), {}, from.through};
  }

  [[nodiscard]] Slope twice() const {
    return blocked(span, "qui sta in più posti, e in uno di questi a scaglioni",
                   "here it stands in several places, and in one of them by bands");
  }

  // By what the pack says of it: its values, or its bounds.
  [[nodiscard]] bool is_never_negative(typed::ExprId expr) const {
    const typed::Node& node = context.typed.exprs[expr].node;
    if (const auto* constant = std::get_if<typed::Constant>(&node)) return constant->value >= 0;
    if (const auto* under = std::get_if<typed::Convert>(&node)) {
      return is_never_negative(under->operand);
    }
    if (const auto* ref = std::get_if<typed::DatumRef>(&node)) {
      const typed::Datum& declared = context.typed.data[ref->datum];
      return !declared.if_missing && declared.bounds.lo.sign() >= 0;
    }
    if (const auto* table = std::get_if<typed::Lookup>(&node)) {
      return std::all_of(table->values.begin(), table->values.end(),
                         [&](typed::ExprId value) { return is_never_negative(value); });
    }
    const auto* parameter = std::get_if<typed::ParameterRef>(&node);
    if (!parameter) return false;
    const auto& versions = context.typed.parameters[parameter->parameter].versions;
    return std::all_of(versions.begin(), versions.end(), [](const auto& version) {
      const auto* number = std::get_if<Rational>(&version.value);
      return number && *number >= 0;
    });
  }

  Slope negated(const Slope& slope) const {
    const auto* number = std::get_if<Rational>(&slope.value);
    if (number) return {slope.occurs, Rational(-*number), {}, slope.through};
    return made(typed::Negate{std::get<typed::ExprId>(slope.value)}, slope);
  }

  // A slope times a factor in which the datum does not stand.
  Slope scaled(const Slope& slope, typed::ExprId factor) const {
    if (!slope.occurs) return {};
    const Unit& of_factor = std::get<NumberOf>(context.type_of(factor)).unit;
    if (const auto* number = std::get_if<Rational>(&slope.value)) {
      const auto* constant = std::get_if<typed::Constant>(&context.typed.exprs[factor].node);
      if (constant) return {true, Rational(*number * constant->value), {}, slope.through};
      if (*number == 1 && of_factor == unit) return {true, factor, {}, slope.through};
    }
    const typed::ExprId under = as_expr(slope, unit / of_factor);
    return made(typed::Arithmetic{typed::ArithmeticOp::multiply, under, factor}, slope);
  }

  Slope divided(const Slope& slope, typed::ExprId divisor) const {
    if (!slope.occurs) return {};
    const auto* number = std::get_if<Rational>(&slope.value);
    const auto* constant = std::get_if<typed::Constant>(&context.typed.exprs[divisor].node);
    if (number && constant && constant->value != 0) {
      return {true, Rational(*number / constant->value), {}, slope.through};
    }
    const Unit of_divisor = std::get<NumberOf>(context.type_of(divisor)).unit;
    const typed::ExprId under = as_expr(slope, unit * of_divisor);
    return made(typed::Arithmetic{typed::ArithmeticOp::divide, under, divisor}, slope);
  }

  static Slope blocked(Span where, const char* it, const char* en) {
    return {true, Rational(0), Slope::Obstacle{where, Text(it, en)}, {}};
  }
};

Slope LinearSolver::slope(typed::ExprId expr, DatumId datum) {
  // A copy: making a slope adds expressions, which moves them all.
  const typed::Expr found = context_.typed.exprs[expr];
  const auto* number = std::get_if<NumberOf>(&found.type);
  if (!number) return {};
  return std::visit(
      SlopeOf{*this, context_, datum, number->unit / unit_of(datum), found.span, expr}, found.node);
}

const Unit& LinearSolver::unit_of(DatumId datum) const {
  return std::get<NumberOf>(context_.typed.data[datum].type).unit;
}

const Slope* LinearSolver::known(ComputedId computed, DatumId datum) const {
  const auto at = amounts_.find({datum, computed});
  return at == amounts_.end() ? nullptr : &at->second;
}

// Solves every amount under an expression, those that others use first, without recursion.
void LinearSolver::prepare(typed::ExprId expr, DatumId datum) {
  std::vector<ComputedId> open;
  const auto push_unsolved = [&](const std::vector<ComputedId>& amounts) {
    const std::size_t before = open.size();
    for (const ComputedId amount : amounts) {
      const std::vector<DatumId>& data = uses_.of(amount).data;
      const bool occurs = std::find(data.begin(), data.end(), datum) != data.end();
      if (occurs && !known(amount, datum)) open.push_back(amount);
    }
    return open.size() > before;
  };
  push_unsolved(uses_.amounts_in(expr));
  while (!open.empty()) {
    const ComputedId amount = open.back();
    if (known(amount, datum)) {
      open.pop_back();
      continue;
    }
    if (push_unsolved(uses_.amounts_in(amount))) continue;
    open.pop_back();
    const auto& formula = context_.formulas[amount];
    amounts_.emplace(std::pair(datum, amount), formula ? slope(*formula, datum) : Slope{});
  }
}

std::variant<Coefficient, Slope::Obstacle> LinearSolver::coefficient(const typed::Compare& compare,
                                                                     DatumId datum, Span where) {
  prepare(compare.left, datum);
  prepare(compare.right, datum);
  const Slope left = slope(compare.left, datum), right = slope(compare.right, datum);
  if (left.obstacle) return *left.obstacle;
  if (right.obstacle) return *right.obstacle;

  const Unit unit = std::get<NumberOf>(context_.type_of(compare.left)).unit / unit_of(datum);
  const SlopeOf difference{*this, context_, datum, unit, where};
  const Slope whole = difference.sum(typed::ArithmeticOp::subtract, left, right);
  if (whole.obstacle) return *whole.obstacle;
  Coefficient found{difference.as_expr(whole), {}};
  if (whole.through) {
    const typed::ExprId of = std::get<typed::Bands>(context_.typed.exprs[*whole.through].node).of;
    const Slope divided = slope(of, datum);
    const Unit of_divided = std::get<NumberOf>(context_.type_of(of)).unit / unit_of(datum);
    const SlopeOf under{*this, context_, datum, of_divided, context_.span_of(of)};
    found.through = typed::Solution::Through{*whole.through, under.as_expr(divided)};
  }
  return found;
}

}  // namespace leps::inline checking
