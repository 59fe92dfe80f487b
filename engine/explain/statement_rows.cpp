#include "explain/statement_rows.hpp"

#include "explain/compared_words.hpp"
#include "explain/sentences.hpp"
#include "explain/used_data.hpp"
#include "syntax/keywords.hpp"
#include "words/format.hpp"
#include "words/relation_word.hpp"
#include "words/show_value.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

using State = Statement::State;

class RowsDescriber {
 public:
  RowsDescriber(const typed::Aggregate& over, Evaluator& evaluator, Language language)
      : over_(over),
        evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        language_(language),
        say_(language) {}

  Statement of_every(const Gap* gap) {
    Statement statement;
    statement.gap = gap && gap->as<Gap::Rows>() ? gap : nullptr;
    statement.subject = subject();
    statement.text = say_(sentences::subject_and, statement.subject, need());
    if (!evaluator_.rows(over_.table)) {
      statement.text += say_(sentences::table_missing);
    } else if (statement.gap) {
      statement.text += found(*statement.gap);
    }
    return statement;
  }

  Statement of_some() {
    Statement statement;
    statement.subject = say_(sentences::named, label_of_table(over_.table, typed_));
    statement.text = say_(sentences::row_needed, statement.subject);
    if (over_.where) statement.text += say_(sentences::where_it_holds, in_words(*over_.where));
    if (over_.body) {
      statement.text +=
          say_(over_.where ? sentences::and_where_it_holds : sentences::where_it_holds,
               in_words(*over_.body));
    }
    return statement;
  }

  std::string outcome_of_some(const Truth& truth) const {
    if (!evaluator_.rows(over_.table)) return say_(sentences::table_missing);
    if (!truth.known()) return say_(sentences::row_not_known);
    return say_(truth.is_true() ? sentences::row_there : sentences::row_not_there);
  }

 private:
  [[nodiscard]] std::string in_words(typed::ExprId expr) const {
    return explaining::in_words(expr, evaluator_, language_);
  }

  // The field that the rows are asked for, where there is one; under a `non`, not asked for.
  struct Asked {
    const typed::FieldRef* field = nullptr;
    bool negated = false;
  };
  [[nodiscard]] Asked asked() const {
    Asked asked;
    typed::ExprId body = *over_.body;
    while (const auto* negation = std::get_if<typed::Not>(&typed_.exprs[body].node)) {
      body = negation->operand;
      asked.negated = !asked.negated;
    }
    asked.field = std::get_if<typed::FieldRef>(&typed_.exprs[body].node);
    return asked;
  }

  std::string subject() const {
    if (const Asked of = asked(); of.field) return label_of_field(of.field->field, typed_);
    const auto* compare = std::get_if<typed::Compare>(&typed_.exprs[*over_.body].node);
    const auto* left =
        compare ? std::get_if<typed::FieldRef>(&typed_.exprs[compare->left].node) : nullptr;
    return left ? label_of_field(left->field, typed_) : in_words(*over_.body);
  }

  std::string need() const {
    const bool unwanted = asked().field && asked().negated;
    std::string text = say_(unwanted ? sentences::unwanted : sentences::wanted);
    if (const auto* compare = std::get_if<typed::Compare>(&typed_.exprs[*over_.body].node)) {
      const bool of_field =
          std::holds_alternative<typed::FieldRef>(typed_.exprs[compare->left].node);
      if (of_field) text = relation(*compare);
    }
    text += say_(sentences::in_every_row, row_word());
    if (over_.where) text += say_(sentences::where_it_holds, in_words(*over_.where));
    return text;
  }

  // `almeno 16 ore`: the level, where it is one for all rows, else its formula.
  std::string relation(const typed::Compare& compare) const {
    const typed::Expr& level = typed_.exprs[compare.right];
    const std::string shown =
        level.rows == 0 ? show_value(evaluator_.value(compare.right), level.type, typed_, language_)
                        : in_words(compare.right);
    return std::string(word(keyword_of(compare.relation), language_)) + " " + shown;
  }

  std::string row_word() const {
    const std::string one =
        language_ == Language::italian ? singular(typed_.tables[over_.table].name) : std::string();
    if (!one.empty()) return one;
    return say_(sentences::row_of, label_of_table(over_.table, typed_));
  }

  std::string found(const Gap& gap) const {
    std::string text;
    const FailingRows& rows = gap.as<Gap::Rows>()->rows;
    const auto names = [&](const std::vector<std::string>& keys) {
      std::vector<std::string> safe;
      for (const std::string& key : keys) safe.push_back(plain(key));
      return names_of_rows(safe, language_);
    };
    const bool compared = std::holds_alternative<typed::Compare>(typed_.exprs[*over_.body].node);
    const bool unwanted = asked().field && asked().negated;
    if (!rows.failing.empty()) {
      const Sentence& sentence = compared        ? sentences::rows_short
                                 : unwanted      ? sentences::rows_where_found
                                 : asked().field ? sentences::rows_where_missing
                                                 : sentences::rows_that_do_not_hold;
      text += say_.of(rows.failing.size() == 1, sentence, names(rows.failing));
    }
    if (!rows.open.empty()) text += say_(sentences::rows_not_known, names(rows.open));
    if (rows.failing.empty() && rows.open.empty()) {
      return text + say_(sentences::so_in_all_rows, count_of_rows(rows.total, language_));
    }
    if (gap.shortfall && !gap.shortfall->range.hi.is_zero()) text += shortfall(gap);
    return text;
  }

  std::string shortfall(const Gap& gap) const {
    const Measure measure{gap.shortfall->unit};
    const Interval& sum = gap.shortfall->range;
    if (!sum.hi.finite()) {
      if (sum.lo.is_zero()) return {};
      return say_(sentences::short_in_all, show_range(sum, measure, language_));
    }
    if (sum.lo.is_zero()) {
      return say_(sentences::short_in_all_up_to,
                  show_quantity(sum.hi.value(), measure, language_).text);
    }
    const bool one = sum.known() && sum.lo.value() == 1;
    return say_.of(one, sentences::short_in_all, show_range(sum, measure, language_));
  }

  const typed::Aggregate& over_;
  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
  Say say_;
};

}  // namespace

Statement describe_rows(const typed::Aggregate& over, typed::ExprId condition, const Gap* gap,
                        Evaluator& evaluator, Language language) {
  RowsDescriber describer(over, evaluator, language);
  if (over.kind == typed::Aggregation::for_every) return describer.of_every(gap);
  Statement statement = describer.of_some();
  statement.text += describer.outcome_of_some(evaluator.truth(condition));
  return statement;
}

}  // namespace leps::inline explaining
