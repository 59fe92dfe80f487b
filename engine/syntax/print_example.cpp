#include "syntax/print_example.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/keywords.hpp"
#include "syntax/print_expression.hpp"
#include "syntax/print_value.hpp"

#include <array>
#include <utility>

namespace leps::inline syntax {
namespace {

constexpr std::size_t kWidest = 110;  // beyond it the data of an example go on in a new line

class ExamplePrinter {
 public:
  ExamplePrinter(const ast::Program& program, Language language)
      : program_(program), language_(language) {}

  std::vector<Line> lines(const ast::ExampleDecl& example) {
    add(0, in(Keyword::example) + " \"" + example.title.text + '"', example.span.begin);
    add(1, in(Keyword::year) + ' ' + std::to_string(example.year), example.year_span.begin);
    if (example.survey) survey(*example.survey, 1);
    givens(example.givens, 1);
    for (const ast::OtherFacts& other : example.others) {
      add(1,
          other.year ? in(Keyword::other_year) + ' ' + std::to_string(*other.year)
                     : in(Keyword::other_member) + ' ' + other.group->text,
          other.span.begin);
      if (other.survey) survey(*other.survey, 2);
      givens(other.givens, 2);
    }
    add(1, in(Keyword::expect),
        example.expectations.empty() ? 0 : example.expectations.front().span.begin);
    for (const ast::Expected& expected : example.expectations)
      add(2, expectation(expected), expected.span.begin);
    return std::move(lines_);
  }

 private:
  [[nodiscard]] std::string in(Keyword keyword) const {
    return std::string(word(keyword, language_));
  }
  [[nodiscard]] std::string value(const ast::Value& value) const {
    return print_value(program_, value, language_);
  }
  void add(std::size_t depth, std::string text, std::uint32_t at = 0) {
    lines_.push_back({depth, std::move(text), at});
  }

  void survey(const ast::SurveyText& survey, std::size_t depth) {
    add(depth, in(Keyword::survey_date) + ' ' + print_day(survey.day, language_),
        survey.span.begin);
  }

  /// As many on a line as there is room for; a list that has no room for itself, a row a line.
  void givens(const std::vector<ast::Given>& all, std::size_t depth) {
    bool begins_line = true;
    for (const ast::Given& given : all) {
      const std::string end = &given == &all.back() ? "" : ";";
      const std::string name = given.datum.text + " = ";
      const std::string text = name + value(given.value) + end;
      const auto* rows = std::get_if<ast::Rows>(&given.value.value);
      if (rows != nullptr && !rows->rows.empty() && text.size() > kWidest) {
        add(depth, name + '[', given.datum.span.begin);
        for (const ast::Row& row : rows->rows) {
          add(depth + 1,
              print_row(program_, row, language_) + (&row == &rows->rows.back() ? "" : ";"),
              row.span.begin);
        }
        add(depth, ']' + end);
        begins_line = true;
        continue;
      }
      if (!begins_line && lines_.back().text.size() + text.size() + 1 <= kWidest) {
        lines_.back().text += ' ' + text;
      } else {
        add(depth, text, given.datum.span.begin);
      }
      begins_line = false;
    }
  }

  [[nodiscard]] std::string expectation(const ast::Expected& expected) const {
    std::string text;
    for (const ast::Identifier& part : expected.path) {
      text += (text.empty() ? "" : ".") + part.text;
    }
    struct Visit {
      std::string operator()(const ast::ExpectedOutcome& outcome) const {
        std::string words =
            ' ' + printer.in(verdict_words()[static_cast<std::size_t>(outcome.verdict)]);
        if (outcome.gap)
          words += ' ' + printer.in(Keyword::gap) + ' ' + printer.value(*outcome.gap);
        if (outcome.cost) {
          words += ' ' + printer.in(Keyword::cost) + ' ' + printer.value(*outcome.cost);
        }
        return words;
      }
      std::string operator()(const ast::Value& amount) const {
        return " = " + printer.value(amount);
      }
      std::string operator()(ast::NoValue why) const {
        const bool unknown = why == ast::NoValue::unknown;
        return " = " + printer.in(unknown ? Keyword::undetermined : Keyword::not_in_force);
      }
      std::string operator()(ast::ExpectedFinding finding) const {
        const bool raised = finding == ast::ExpectedFinding::raised;
        const std::string word = ' ' + printer.in(Keyword::raised);
        return raised ? word : ' ' + printer.in(Keyword::logical_not) + word;
      }
      const ExamplePrinter& printer;
    };
    return text + std::visit(Visit{*this}, expected.what);
  }

  const ast::Program& program_;
  Language language_;
  std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> example_lines(const ast::Program& program, const ast::ExampleDecl& example,
                                Language language) {
  return ExamplePrinter(program, language).lines(example);
}

}  // namespace leps::inline syntax
