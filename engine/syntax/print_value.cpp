// What data are worth, as text: the values of an example, its rows, periods.
#include "syntax/print_value.hpp"

#include "syntax/keywords.hpp"
#include "syntax/print_expression.hpp"

namespace leps::inline syntax {

std::string print_period(const Period& period, Language language) {
  std::string text =
      std::string(word(Keyword::from, language)) + ' ' + print_day(period.from, language);
  if (period.to) {
    text += ' ' + std::string(word(Keyword::to, language)) + ' ' + print_day(*period.to, language);
  }
  return text;
}

std::string print_row(const ast::Program& program, const ast::Row& row, Language language) {
  std::string cells;
  for (const ast::Given& cell : row.cells) {
    cells += (cells.empty() ? "" : "; ") + cell.datum.text + " = " +
             print_value(program, cell.value, language);
  }
  if (row.times == 1) return '(' + cells + ')';
  return print_digits(std::to_string(row.times), language) + ' ' +
         std::string(word(Keyword::times, language)) + " (" + cells + ')';
}

std::string print_value(const ast::Program& program, const ast::Value& value, Language language) {
  struct Print {
    const ast::Program& program;
    Language language;
    std::string operator()(const ast::Unknown&) const { return "?"; }
    std::string operator()(const ast::Range& range) const {
      std::string text = '[' + end(range.lo) + "; " + end(range.hi) + ']';
      if (range.hi.unit) text += ' ' + print_unit(*range.hi.unit);
      return text;
    }
    // The unit is written once, behind the bracket.
    [[nodiscard]] std::string end(ast::Number number) const {
      number.unit.reset();
      return print_number(number, language);
    }
    std::string operator()(ast::ExprId id) const { return print_expression(program, id, language); }
    std::string operator()(const ast::Rows& rows) const {
      std::string text;
      for (const ast::Row& row : rows.rows) {
        text += (text.empty() ? "" : "; ") + print_row(program, row, language);
      }
      return '[' + text + ']';
    }
    std::string operator()(const ast::PeriodText& text) const {
      return print_period(text.period, language);
    }
  };
  return std::visit(Print{program, language}, value.value);
}

}  // namespace leps::inline syntax
