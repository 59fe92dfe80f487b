// Finds terms that are written as comparisons: `evasa al massimo presentata + 30 giorni` fails what
// has not happened yet and is still in time.
#include "lint/find_counted_days.hpp"

#include "check/walk.hpp"
#include "lint/file_words.hpp"
#include "prove/data_under.hpp"

#include <set>

namespace leps::inline linting {
namespace {

/// `d + 30 giorni`, where d is a day that data say.
bool is_counted_from_data(const Typed& typed, typed::ExprId day) {
  const auto* sum = std::get_if<typed::Arithmetic>(&typed.exprs[day].node);
  return sum && sum->op == typed::ArithmeticOp::add &&
         std::holds_alternative<DayOf>(typed.exprs[sum->left].type) &&
         !data_under(typed, {sum->left}).empty();
}

/// The day, counted from another, by which something must have happened that data say.
bool is_term(const Typed& typed, const typed::Expr& expr) {
  using typed::Relation;
  const auto* compare = std::get_if<typed::Compare>(&expr.node);
  if (!compare) return false;
  const bool before =
      compare->relation == Relation::at_most || compare->relation == Relation::less_than;
  const bool after =
      compare->relation == Relation::at_least || compare->relation == Relation::more_than;
  if (!before && !after) return false;
  const typed::ExprId day = before ? compare->right : compare->left;
  const typed::ExprId done = before ? compare->left : compare->right;
  return is_counted_from_data(typed, day) && !data_under(typed, {done}).empty();
}

}  // namespace

void find_counted_days(const Typed& typed, DiagnosticBag& bag) {
  std::set<Span> said;  // a layer repeats the requirements that it does not amend
  for_each_requirement(typed, [&](const typed::Requirement& requirement) {
    for_each_under(typed, requirement.condition, [&](const typed::Expr& expr, Walk& walk) {
      // The other way round, or a term already.
      if (std::holds_alternative<typed::Not>(expr.node) ||
          std::holds_alternative<typed::Within>(expr.node)) {
        walk.skip();
        return;
      }
      if (!is_term(typed, expr) || !said.insert(expr.span).second) return;
      const std::string term = word_at(typed, expr.span, Keyword::within) + " 30 " +
                               word_at(typed, expr.span, Keyword::working_days) + " " +
                               word_at(typed, expr.span, Keyword::since) + " d";
      bag.report(Code::lint_counted_day, expr.span)
          .hint(Text("se è un termine scrivilo come termine, in giorni, giorni lavorativi o "
                     "mesi: '" +
                         term + "'",
                     "if it is a term write it as a term, in days, working days or months: '" +
                         term + "'"));
    });
  });
}

}  // namespace leps::inline linting
