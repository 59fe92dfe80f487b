// Functions, aggregates, sums of years and totals of groups: each becomes a typed expression, or a
// message.
#include "check/check_calls.hpp"

#include "check/check_terms.hpp"
#include "check/check_units.hpp"
#include "check/words.hpp"
#include "diagnostics/timetable_wording.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

constexpr int kMostYears = 10;

class CallChecker {
 public:
  CallChecker(Context& context, Span where) : context_(context), where_(where) {}

  Checked operator()(const ast::Call& call) {
    switch (call.function) {
      case ast::Function::minimum:
        return extremum(call, false);
      case ast::Function::maximum:
        return extremum(call, true);
      case ast::Function::start:
        return of_period(call, typed::PeriodMeasure::start, DayOf{});
      case ast::Function::finish:
        return of_period(call, typed::PeriodMeasure::finish, DayOf{});
      case ast::Function::days_in_year:
        return of_period(call, typed::PeriodMeasure::days_in_year, NumberOf{Unit::days()});
      case ast::Function::share_of_year:
        return of_period(call, typed::PeriodMeasure::share_of_year, NumberOf{});
      case ast::Function::share_of_months:
        return of_period(call, typed::PeriodMeasure::share_of_months, NumberOf{});
      case ast::Function::uncovered_days:
        return of_period(call, typed::PeriodMeasure::uncovered_days, NumberOf{Unit::days()});
      case ast::Function::unite:
        return combine(call, typed::TimetableOp::unite);
      case ast::Function::intersect:
        return combine(call, typed::TimetableOp::intersect);
      case ast::Function::complement:
        return combine(call, typed::TimetableOp::complement);
      case ast::Function::hours_in_week:
        return of_timetable(call, typed::TimetableMeasure::hours_in_week);
      case ast::Function::hours_in_year:
        return of_timetable(call, typed::TimetableMeasure::hours_in_year);
      case ast::Function::days_in_week:
        return of_timetable(call, typed::TimetableMeasure::days_in_week);
      case ast::Function::uncovered_week:
        return of_timetable(call, typed::TimetableMeasure::uncovered_week);
      case ast::Function::uncovered_year:
        return of_timetable(call, typed::TimetableMeasure::uncovered_year);
      case ast::Function::previous_year: {
        if (!has_arguments(call, 1)) return std::nullopt;
        const auto datum = plain_datum(call.arguments.front());
        if (!datum) return std::nullopt;
        return add(typed::PreviousYear{*datum, 1}, context_.data[*datum]);
      }
      case ast::Function::rounded_up:
        return rounded(call, true);
      case ast::Function::rounded_down:
        return rounded(call, false);
    }
    return std::nullopt;
  }

  Checked operator()(ast::ExprId id, const ast::Aggregate& node) {
    const auto at = context_.resolved.aggregates.find(id);
    context_.terms.emplace_back();  // whatever stands here is asked of rows
    const Checked rows = node.where ? check_condition(context_, *node.where) : std::nullopt;
    const auto body = node.body ? aggregate_body(node) : std::optional<Checked>(Checked());
    const std::vector<typed::ExprId> due = std::move(context_.terms.back());
    context_.terms.pop_back();
    if (at == context_.resolved.aggregates.end()) return std::nullopt;
    if ((node.where && !rows) || !body || (node.body && !*body)) return std::nullopt;
    typed::Aggregate made{node.kind,
                          at->second.table,
                          at->second.level,
                          node.row.text,
                          *body,
                          rows,
                          all_due(context_, due, where_)};
    const Type type = aggregate_type(node.kind, *body);
    return add(std::move(made), type);
  }

  Checked operator()(const ast::OverYears& node) {
    const auto* name = std::get_if<ast::Name>(&context_.program.exprs[node.datum].node);
    if (!name) return std::nullopt;  // syntax/ said so
    const auto datum = plain_datum(node.datum);
    if (!datum) return std::nullopt;
    const std::optional<Type>& type = context_.data[*datum];
    if (!type) return std::nullopt;
    const auto* number = std::get_if<NumberOf>(&*type);
    if (!number || (number->purity == Purity::share && !node.mean)) {
      const Span where = context_.program.exprs[node.datum].span;
      context_.bag.report(Code::type_number_expected, where, {describe(context_, *type)});
      return std::nullopt;
    }
    if (node.years < 1 || node.years > kMostYears) {
      context_.bag.report(Code::years_out_of_range, node.years_span, {std::to_string(kMostYears)});
      return std::nullopt;
    }
    return add(typed::OverYears{node.mean, *datum, node.years}, *type);
  }

  Checked operator()(const ast::GroupTotal& node) {
    const auto group = context_.resolved.meaning<GroupId>(node.group);
    const Checked amount = check_number(context_, node.amount);
    if (!group || !amount) return std::nullopt;
    if (context_.typed.exprs[*amount].rows != 0) {
      context_.bag.report(Code::group_of_row, context_.span_of(*amount))
          .hint(Text("somma prima le righe in un 'calcolo', poi usane il totale",
                     "sum the rows in a 'computed' first, then use its total"));
      return std::nullopt;
    }
    return add(typed::GroupTotal{*amount, *group}, context_.type_of(*amount));
  }

 private:
  Checked add(typed::Node node, const std::optional<Type>& type) {
    if (!type) return std::nullopt;
    return context_.add(std::move(node), *type, where_);
  }

  // ---- functions

  Checked extremum(const ast::Call& call, bool greatest) {
    std::vector<typed::ExprId> operands;
    bool whole = true, days = true;
    for (const ast::ExprId argument : call.arguments) {
      const Checked operand = check_expression(context_, argument);
      whole = whole && operand;
      if (!operand) continue;
      operands.push_back(*operand);
      days = days && is_day(context_, *operand);
    }
    if (!whole || operands.empty()) return std::nullopt;
    if (days) return add(typed::Extremum{greatest, std::move(operands)}, DayOf{});
    for (const typed::ExprId operand : operands) {
      if (!needs_number(context_, operand)) return std::nullopt;
    }
    const auto type = common_type(context_, operands);
    if (!type) return std::nullopt;
    return add(typed::Extremum{greatest, std::move(operands)}, *type);
  }

  bool has_arguments(const ast::Call& call, std::size_t count) {
    if (call.arguments.size() == count) return true;
    context_.bag.report(Code::function_arguments, where_,
                        {std::to_string(count), std::to_string(call.arguments.size())});
    return false;
  }

  Checked of_period(const ast::Call& call, typed::PeriodMeasure measure, const Type& type) {
    if (!has_arguments(call, 1)) return std::nullopt;
    const Checked period = check_of_type(call.arguments.front(), PeriodOf{});
    if (!period) return std::nullopt;
    return add(typed::OfPeriod{measure, *period}, type);
  }

  Checked combine(const ast::Call& call, typed::TimetableOp op) {
    if (op == typed::TimetableOp::complement && !has_arguments(call, 1)) return std::nullopt;
    std::vector<typed::ExprId> operands;
    bool whole = true;
    for (const ast::ExprId argument : call.arguments) {
      const Checked operand = check_of_type(argument, TimetableOf{});
      if (operand) operands.push_back(*operand);
      whole = whole && operand;
    }
    if (!whole) return std::nullopt;
    return add(typed::Combine{op, std::move(operands)}, TimetableOf{});
  }

  Checked of_timetable(const ast::Call& call, typed::TimetableMeasure measure) {
    if (!has_arguments(call, 1)) return std::nullopt;
    const Checked timetable = check_of_type(call.arguments.front(), TimetableOf{});
    if (!timetable) return std::nullopt;
    const bool days = measure == typed::TimetableMeasure::days_in_week;
    return add(typed::OfTimetable{measure, *timetable},
               NumberOf{days ? Unit::days() : Unit::hours()});
  }

  // Of what is counted in ones: time and shares are measured.
  Checked rounded(const ast::Call& call, bool up) {
    if (!has_arguments(call, 1)) return std::nullopt;
    const Checked operand = check_number(context_, call.arguments.front());
    if (!operand) return std::nullopt;
    NumberOf type = std::get<NumberOf>(context_.type_of(*operand));
    if (!is_counted(type)) {
      context_.bag
          .report(Code::round_uncounted, context_.span_of(*operand), {describe(context_, type)})
          .hint(Text("si arrotonda ciò che si conta: persone, FTE, posti, o un numero senza unità",
                     "what is counted can be rounded: people, FTE, places, or a number without a "
                     "unit"));
      return std::nullopt;
    }
    type.zero = false;
    return add(typed::Round{up, *operand}, type);
  }

  static bool is_counted(const NumberOf& number) {
    const auto& factors = number.unit.factors();
    if (factors.empty()) return number.purity != Purity::share;
    return factors.size() == 1 && factors.front().exponent == 1 &&
           !conversion(number.unit, Unit::hours());
  }

  // A text where a timetable is needed is a timetable.
  Checked check_of_type(ast::ExprId id, const Type& wanted) {
    Checked found = check_expression(context_, id);
    if (found && std::holds_alternative<TimetableOf>(wanted)) {
      found = as_timetable(context_, *found);
    }
    if (!found || context_.type_of(*found) == wanted) return found;
    context_.bag.report(Code::type_expected, context_.span_of(*found),
                        {describe(context_, wanted), describe(context_, context_.type_of(*found))});
    return std::nullopt;
  }

  // What has a value in other years too: a datum, and nothing made of it.
  std::optional<DatumId> plain_datum(ast::ExprId id) {
    const ast::Expr& expr = context_.program.exprs[id];
    const auto* name = std::get_if<ast::Name>(&expr.node);
    const Referent* referent = name ? context_.resolved.referent(id) : nullptr;
    if (name && !referent) return std::nullopt;  // reported already
    const auto* datum = referent ? std::get_if<DatumId>(referent) : nullptr;
    if (datum && !context_.resolved.data[*datum].table) return *datum;
    context_.bag.report(Code::datum_expected, expr.span)
        .hint(Text("scrivi il nome di un dato: degli anni prima si conoscono i dati, non i calcoli",
                   "write the name of a datum: of earlier years the data are known, not amounts"));
    return std::nullopt;
  }

  // ---- rows

  // Nothing where the body is of the wrong type, which is reported.
  std::optional<Checked> aggregate_body(const ast::Aggregate& node) {
    switch (node.kind) {
      case ast::Aggregation::for_every:
      case ast::Aggregation::exists:
        return keep(check_condition(context_, *node.body));
      case ast::Aggregation::uncovered_days:
        return keep(check_of_type(*node.body, PeriodOf{}));
      case ast::Aggregation::minimum:
      case ast::Aggregation::maximum: {
        const Checked body = check_expression(context_, *node.body);
        if (!body || is_day(context_, *body) || needs_number(context_, *body)) return keep(body);
        return std::nullopt;
      }
      case typed::Aggregation::count:
      case ast::Aggregation::percentage:
      case ast::Aggregation::sum:
      case ast::Aggregation::mean:
        return keep(check_number(context_, *node.body));
    }
    return std::nullopt;
  }
  static std::optional<Checked> keep(Checked checked) {
    return checked ? std::optional(checked) : std::nullopt;
  }

  Type aggregate_type(ast::Aggregation kind, const Checked& body) const {
    switch (kind) {
      case ast::Aggregation::for_every:
      case ast::Aggregation::exists:
        return TruthValue{};
      case typed::Aggregation::count:
        return NumberOf{Unit(), Purity::bare, false};
      case ast::Aggregation::percentage:
        return NumberOf{Unit(), Purity::share, false};
      case ast::Aggregation::uncovered_days:
        return NumberOf{Unit::days()};
      case ast::Aggregation::sum:
      case ast::Aggregation::mean:
      case ast::Aggregation::minimum:
      case ast::Aggregation::maximum: {
        Type type = context_.type_of(*body);
        auto* number = std::get_if<NumberOf>(&type);
        // A sum of shares may well be over 1.
        const bool adds_up = kind == ast::Aggregation::sum;
        if (number && adds_up && number->purity == Purity::share) number->purity = Purity::plain;
        if (number) number->zero = false;
        return type;
      }
    }
    return TruthValue{};
  }

  Context& context_;
  Span where_;
};

}  // namespace

Checked check_call(Context& context, const ast::Call& call, Span where) {
  return CallChecker(context, where)(call);
}
Checked check_aggregate(Context& context, ast::ExprId id, const ast::Aggregate& node, Span where) {
  return CallChecker(context, where)(id, node);
}
Checked check_over_years(Context& context, const ast::OverYears& node, Span where) {
  return CallChecker(context, where)(node);
}
Checked check_group_total(Context& context, const ast::GroupTotal& node, Span where) {
  return CallChecker(context, where)(node);
}

bool is_day(const Context& context, typed::ExprId expr) {
  return std::holds_alternative<DayOf>(context.type_of(expr));
}

bool needs_number(Context& context, typed::ExprId expr) {
  if (std::holds_alternative<NumberOf>(context.type_of(expr))) return true;
  context.bag.report(Code::type_number_expected, context.span_of(expr),
                     {describe(context, context.type_of(expr))});
  return false;
}

std::optional<NumberOf> common_type(Context& context, std::vector<typed::ExprId>& operands) {
  const auto number = [&](typed::ExprId expr) -> const NumberOf& {
    return std::get<NumberOf>(context.type_of(expr));
  };
  const auto base = std::find_if(operands.begin(), operands.end(),
                                 [&](typed::ExprId operand) { return !number(operand).zero; });
  if (base == operands.end()) return number(operands.front());
  NumberOf type = number(*base);
  for (typed::ExprId& operand : operands) {
    if (operand == *base) continue;
    const auto both = agree(context, *base, operand, context.span_of(operand));
    if (!both) return std::nullopt;
    if (both->purity == Purity::plain) type = *both;  // and stays so, whatever comes after it
  }
  return type;
}

Checked as_timetable(Context& context, typed::ExprId expr) {
  const auto* text = std::get_if<typed::TextConstant>(&context.typed.exprs[expr].node);
  if (!text) return expr;
  const Span where = context.span_of(expr);
  const auto timetable = read_timetable(context, text->text, where);
  if (!timetable) return std::nullopt;
  return context.add(typed::TimetableConstant{*timetable, text->text}, TimetableOf{}, where);
}

std::optional<Timetable> read_timetable(Context& context, const std::string& text, Span where) {
  const auto read = parse_timetable(text);
  if (const auto* timetable = std::get_if<Timetable>(&read)) return *timetable;
  const TimetableMistake& mistake = std::get<TimetableMistake>(read);
  const TimetableWording words = wording(mistake);
  // Within the quotation marks; where the text is all wrong, the whole of it.
  Span place = where;
  if (mistake.end > mistake.begin && mistake.end <= text.size()) {
    place.begin = where.begin + 1 + static_cast<std::uint32_t>(mistake.begin);
    place.end = where.begin + 1 + static_cast<std::uint32_t>(mistake.end);
  }
  context.bag.report(Code::timetable_wrong, place, {words.message}).hint(words.hint);
  return std::nullopt;
}

}  // namespace leps::inline checking
