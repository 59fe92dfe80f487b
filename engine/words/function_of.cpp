#include "words/function_of.hpp"

namespace leps::inline wording {

ast::Function function_of(typed::PeriodMeasure measure) {
  using Of = typed::PeriodMeasure;
  switch (measure) {
    case Of::start:
      return ast::Function::start;
    case Of::finish:
      return ast::Function::finish;
    case Of::days_in_year:
      return ast::Function::days_in_year;
    case Of::share_of_year:
      return ast::Function::share_of_year;
    case Of::share_of_months:
      return ast::Function::share_of_months;
    case Of::uncovered_days:
      return ast::Function::uncovered_days;
  }
  return ast::Function::start;
}

ast::Function function_of(typed::TimetableOp op) {
  switch (op) {
    case typed::TimetableOp::unite:
      return ast::Function::unite;
    case typed::TimetableOp::intersect:
      return ast::Function::intersect;
    case typed::TimetableOp::complement:
      return ast::Function::complement;
  }
  return ast::Function::unite;
}

ast::Function function_of(typed::TimetableMeasure measure) {
  using Of = typed::TimetableMeasure;
  switch (measure) {
    case Of::hours_in_week:
      return ast::Function::hours_in_week;
    case Of::hours_in_year:
      return ast::Function::hours_in_year;
    case Of::days_in_week:
      return ast::Function::days_in_week;
    case Of::uncovered_week:
      return ast::Function::uncovered_week;
    case Of::uncovered_year:
      return ast::Function::uncovered_year;
  }
  return ast::Function::hours_in_week;
}

}  // namespace leps::inline wording
