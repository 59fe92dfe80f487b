// Finds rules whose days do not go with the days on which they are in force: a deadline before the
// first of them, and a fixed day that every later year is judged by.
#include "lint/find_past_days.hpp"

#include "base/day_number.hpp"
#include "check/walk.hpp"
#include "check/words.hpp"
#include "lint/file_words.hpp"
#include "prove/data_under.hpp"
#include "syntax/print_expression.hpp"

#include <set>

namespace leps::inline linting {
namespace {

void find_deadline(const Typed& typed, const typed::RuleVersion& version, DiagnosticBag& bag) {
  // A day of every year comes again.
  const Day* deadline = version.deadline ? std::get_if<Day>(&*version.deadline) : nullptr;
  if (!deadline || *deadline >= version.in_force.from) return;
  const std::string word = word_at(typed, version.deadline_span, Keyword::deadline);
  bag.report(Code::lint_deadline_before, version.deadline_span,
             {checking::describe(*deadline), checking::describe(version.in_force.from)})
      .label(version.span, Text("la regola è qui", "the rule is here"))
      .hint(Text("correggi il giorno, o togli '" + word + "'",
                 "correct the day, or take '" + word + "' out"));
}

/// The fixed day before or on which something must be that the data say.
std::optional<typed::ExprId> fixed_day(const Typed& typed, const typed::Node& node) {
  using typed::Relation;
  const auto* compare = std::get_if<typed::Compare>(&node);
  if (!compare) return std::nullopt;
  const bool before =
      compare->relation == Relation::at_most || compare->relation == Relation::less_than;
  const bool after =
      compare->relation == Relation::at_least || compare->relation == Relation::more_than;
  if (!before && !after) return std::nullopt;
  const typed::ExprId day = before ? compare->right : compare->left;
  const typed::ExprId other = before ? compare->left : compare->right;
  const auto* constant = std::get_if<typed::DayConstant>(&typed.exprs[day].node);
  if (!constant || !constant->day.finite() || data_under(typed, {other}).empty()) {
    return std::nullopt;
  }
  return day;
}

class FixedDayFinder {
 public:
  FixedDayFinder(const Typed& typed, DiagnosticBag& bag) : typed_(typed), bag_(bag) {}

  void find(const typed::Rule& rule, const typed::RuleVersion& version) {
    for (const typed::Requirement& requirement : version.requirements) {
      for_each_under(typed_, requirement.condition, [&](const typed::Expr& expr, Walk& walk) {
        if (std::holds_alternative<typed::Not>(expr.node)) walk.skip();  // the other way round
        if (const auto day = fixed_day(typed_, expr.node)) {
          report(rule.name + "." + requirement.name, version.in_force, typed_.exprs[*day]);
        }
      });
    }
  }

 private:
  void report(const std::string& name, const Period& in_force, const typed::Expr& expr) {
    const Day day = day_of(std::get<typed::DayConstant>(expr.node).day.value());
    const int year = year_of(day);
    if (in_force.to && year_of(*in_force.to) <= year) return;
    if (!said_.insert(expr.span).second) return;
    const Language language = language_at(typed_, expr.span);
    const auto in_file = [&](Keyword keyword) { return std::string(word(keyword, language)); };
    Diagnostic& found =
        bag_.report(Code::lint_fixed_day, expr.span, {name, checking::describe(day)});
    if (const Day last = last_day_of(year); in_force.from <= last) {
      const std::string ended = in_file(Keyword::in_force) + " " + in_file(Keyword::from) + " " +
                                print_day(in_force.from, language) + " " + in_file(Keyword::to) +
                                " " + print_day(last, language);
      found.hint(Text("se vale per un anno solo scrivi '" + ended + "'",
                      "if it is for one year only write '" + ended + "'"));
    }
    const std::chrono::year_month_day date{day};
    const MonthDay every_year = date.month() / date.day();
    if (every_year == std::chrono::February / 29) return;
    const std::string of_year = print_day(YearDay{every_year, 0}, language);
    found.hint(Text("se è quel giorno di ogni anno scrivi '" + of_year + "'",
                    "if it is that day of every year write '" + of_year + "'"));
    if (found.hints.size() == 1) found.mend({expr.span, of_year});
  }

  const Typed& typed_;
  DiagnosticBag& bag_;
  std::set<Span> said_;  // a layer repeats the requirements that it does not amend
};

}  // namespace

void find_past_days(const Typed& typed, DiagnosticBag& bag) {
  FixedDayFinder fixed(typed, bag);
  for (const typed::Rule& rule : typed.rules) {
    // An amendment cuts a version in stretches of days, and its deadline is that of them all.
    const auto& own = rule.layers.empty() ? rule.versions : rule.layers.front().versions;
    for (const typed::RuleVersion& version : own) find_deadline(typed, version, bag);
    for (const typed::RuleVersion& version : rule.versions) fixed.find(rule, version);
  }
}

}  // namespace leps::inline linting
