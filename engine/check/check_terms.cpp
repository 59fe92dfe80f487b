#include "check/check_terms.hpp"

#include "check/check_calls.hpp"
#include "check/check_units.hpp"
#include "check/words.hpp"
#include "syntax/keywords.hpp"
#include "syntax/print_expression.hpp"

namespace leps::inline checking {
namespace {

class TermChecker {
 public:
  TermChecker(Context& context, const ast::Within& node, Span where)
      : context_(context), node_(node), where_(where) {}

  Checked operator()() {
    if (context_.terms.empty()) return misplaced();
    if (!node_.length && report_amounts()) return std::nullopt;
    const Checked what = day(node_.what), from = node_.length ? day(node_.from) : by_day();
    const Checked length = node_.length ? term_length(*node_.length) : Checked();
    if (!what || !from || (node_.length && !length)) return std::nullopt;

    typed::Within made;
    made.what = *what;
    made.length = length;
    made.unit = node_.unit;
    made.from = *from;
    made.end = length ? add(typed::EndOfTerm{*from, *length, node_.unit}, DayOf{}) : *from;
    const typed::ExprId survey = add(typed::SurveyDay{}, DayOf{});
    const typed::ExprId done_or_today = add(typed::Extremum{false, {*what, survey}}, DayOf{});
    made.holds = compare(typed::Relation::at_most, done_or_today, made.end);
    // It runs, and what it asks was done in time, or it has ended.
    const typed::ExprId never = add(typed::DayConstant{Bound::plus_infinity()}, DayOf{});
    const typed::ExprId in_time = compare(typed::Relation::at_most, *what, made.end);
    const typed::ExprId ended = compare(typed::Relation::more_than, survey, made.end);
    const typed::ExprId settled = add(typed::Logic{false, {in_time, ended}}, TruthValue{});
    made.due = add(typed::Logic{true, {compare(typed::Relation::less_than, *from, never), settled}},
                   TruthValue{});
    context_.terms.back().push_back(made.due);
    return add(std::move(made), TruthValue{});
  }

 private:
  typed::ExprId add(typed::Node node, Type type) {
    return context_.add(std::move(node), std::move(type), where_);
  }
  typed::ExprId compare(typed::Relation relation, typed::ExprId left, typed::ExprId right) {
    return add(typed::Compare{relation, left, right}, TruthValue{});
  }

  Checked day(ast::ExprId id) {
    const Checked found = check_expression(context_, id);
    if (!found || is_day(context_, *found)) return found;
    Diagnostic& wrong = context_.bag.report(
        Code::type_expected, context_.span_of(*found),
        {describe(context_, DayOf{}), describe(context_, context_.type_of(*found))});
    if (std::holds_alternative<ast::Name>(context_.program.exprs[id].node)) {
      const std::string day(word(Keyword::day, context_.language_at(where_)));
      wrong.hint(Text("se è il giorno in cui qualcosa avviene il suo tipo è '" + day + "'",
                      "if it is the day on which something happens its type is '" + day + "'"));
    }
    return std::nullopt;
  }

  // `a entro 3 posti`: of an amount it is no term.
  bool report_amounts() {
    const auto* limit = std::get_if<ast::Number>(&context_.program.exprs[node_.from].node);
    if (limit == nullptr || !limit->unit) return false;
    const auto unit = unit_of(context_.resolved, *limit->unit);
    if (!unit || conversion(*unit, Unit::days())) return false;
    const std::string at_most(word(Keyword::at_most, context_.language_at(where_)));
    const std::string form = written(node_.what) + ' ' + at_most + ' ' + written(node_.from);
    context_.bag
        .report(Code::type_expected, context_.program.exprs[node_.from].span,
                {describe(context_, DayOf{}), describe(context_, NumberOf{*unit})})
        .hint(Text("di una quantità si scrive: " + form, "of an amount write: " + form))
        .mend({where_, form});
    return true;
  }

  // `entro 30 giorni` lacks where it runs from.
  Checked by_day() {
    const Checked found = check_expression(context_, node_.from);
    if (!found || is_day(context_, *found)) return found;
    const auto* number = std::get_if<NumberOf>(&context_.type_of(*found));
    if (!number || !conversion(number->unit, Unit::days())) return day(node_.from);
    const std::string length = written(node_.from);
    context_.bag.report(Code::term_no_start, where_)
        .hint(Text("scrivi da quando: 'entro " + length + " da d'",
                   "write from when: 'within " + length + " from d'"));
    return std::nullopt;
  }

  // Days and weeks for a term in days; a number for one in working days or months.
  Checked term_length(ast::ExprId id) {
    const Checked found = check_number(context_, id);
    if (!found) return std::nullopt;
    const NumberOf& number = std::get<NumberOf>(context_.type_of(*found));
    const bool counted = node_.unit != TermUnit::days;
    if (counted && number.unit.none() && number.purity != Purity::share) return whole(*found);
    const bool in_days = !counted && !number.unit.none() && number.unit != Unit::hours();
    const auto days = in_days ? in_unit(context_, *found, Unit::days()) : std::nullopt;
    if (days) return *days;
    const Text wanted = counted ? Text("un numero senza unità", "a number without a unit")
                                : Text("giorni o settimane", "days or weeks");
    context_.bag.report(Code::term_length, context_.span_of(*found),
                        {wanted, describe(context_, number)});
    return std::nullopt;
  }

  Checked whole(typed::ExprId found) {
    const auto* constant = std::get_if<typed::Constant>(&context_.typed.exprs[found].node);
    if (!constant || is_whole(constant->value)) return found;
    context_.bag.report(
        Code::term_length, context_.span_of(found),
        {Text("un numero intero", "a whole number"), Text("una frazione", "a fraction")});
    return std::nullopt;
  }

  [[nodiscard]] std::string written(ast::ExprId id) const {
    return print_expression(context_.program, id, context_.language_at(where_));
  }

  Checked misplaced() {
    const std::string what = written(node_.what), from = written(node_.from);
    const bool days = node_.unit == TermUnit::days;
    const std::string level = node_.length && days ? from + " + " + written(*node_.length) : from;
    Diagnostic& found = context_.bag.report(Code::term_misplaced, where_);
    if (node_.length && !days) {
      found.hint(Text("qui scrivi il giorno: '" + what + " al massimo …'",
                      "write the day here: '" + what + " at most …'"));
    } else {
      const std::string at_most(word(Keyword::at_most, context_.language_at(where_)));
      found
          .hint(Text("qui scrivi '" + what + " al massimo " + level + "'",
                     "here write '" + what + " at most " + level + "'"))
          .mend({where_, what + ' ' + at_most + ' ' + level});
    }
    return std::nullopt;
  }

  Context& context_;
  const ast::Within& node_;
  Span where_;
};

}  // namespace

Checked check_term(Context& context, const ast::Within& node, Span where) {
  return TermChecker(context, node, where)();
}

std::optional<typed::ExprId> all_due(Context& context, std::vector<typed::ExprId> due, Span where) {
  if (due.empty()) return std::nullopt;
  if (due.size() == 1) return due.front();
  return context.add(typed::Logic{true, std::move(due)}, TruthValue{}, where);
}

}  // namespace leps::inline checking
