// The words of a comparison: what is asked, what there is, and what is lacking.
#pragma once

#include "eval/evaluator.hpp"
#include "explain/sentences.hpp"
#include "explain/statement.hpp"
#include "words/format.hpp"

#include <string>

namespace leps::inline explaining {

/// `15 persone/gruppi × «Gruppi di supervisione»`: an amount or a condition in words, with the
/// numbers of the survey day.
std::string in_words(typed::ExprId expr, const Evaluator& evaluator, Language language);

class ComparedWords {
 public:
  ComparedWords(Evaluator& evaluator, Language language)
      : evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        language_(language),
        say_(language) {}

  /// A datum by its title.
  [[nodiscard]] std::string label(DatumId id) const;
  /// What is compared, by its title where it has one.
  [[nodiscard]] std::string subject(typed::ExprId left) const;
  [[nodiscard]] std::string in_words(typed::ExprId expr) const;
  [[nodiscard]] Measure measure_of_comparison(const typed::Compare& compare) const;
  /// Whether days are compared: their words are those of compared_days.hpp.
  [[nodiscard]] bool of_days(typed::ExprId side) const;
  /// False of a datum that nobody gave.
  [[nodiscard]] bool is_given(typed::ExprId left) const;
  /// "At least 0" of what is never below zero.
  static bool says_nothing(const Interval& range);
  /// @param extra  decimals with which two different numbers do not look the same
  [[nodiscard]] std::string need(typed::Relation relation, const Quantity& level,
                                 const Measure& measure, int extra) const;
  [[nodiscard]] std::string have(const typed::Compare& compare, const Quantity& found,
                                 const Measure& measure, int extra) const;
  /// What is lacking, or too much, and what the lever takes along; empty where nothing is.
  [[nodiscard]] std::string lacking(typed::Relation relation, const typed::Compare& compare,
                                    const Gap& gap, Statement::State state) const;

 private:
  [[nodiscard]] std::string lacking_alone(typed::Relation relation, const typed::Compare& compare,
                                          const Gap& gap, Statement::State state) const;
  [[nodiscard]] std::string rows_behind(const Gap& gap) const;

  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
  Say say_;
};

}  // namespace leps::inline explaining
