#include "explain/statement.hpp"

#include "check/condition.hpp"
#include "explain/compared_days.hpp"
#include "explain/compared_words.hpp"
#include "explain/sentences.hpp"
#include "explain/statement_rows.hpp"
#include "explain/statement_terms.hpp"
#include "words/formula.hpp"
#include "words/relation_word.hpp"
#include "words/show_value.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

using typed::ExprId;
using typed::Relation;
using State = Statement::State;

State state_of(const Truth& truth, bool negated) {
  if (!truth.known()) return State::open;
  return truth.is_true() != negated ? State::holds : State::fails;
}

class Describer {
 public:
  Describer(Evaluator& evaluator, Language language)
      : evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        language_(language),
        say_(language),
        words_(evaluator, language) {}

  // `gap` is that of this condition, with the same parts in the same order.
  Statement operator()(const Condition& condition, const Gap* gap) {
    return std::visit([&](const auto& node) { return of(condition, node, gap); }, condition.node);
  }

 private:
  Statement begin(const Condition& condition) {
    Statement statement;
    const Literal& literal = condition.literal;
    statement.state = state_of(evaluator_.truth(literal.expr), literal.negated);
    return statement;
  }

  // ---- `e`, `o` --------------------------------------------------------------------------------

  Statement of(const Condition& condition, const Condition::Any& any, const Gap* gap) {
    Statement statement = begin(condition);
    const auto* alternatives = gap ? gap->as<Gap::Alternatives>() : nullptr;
    if (alternatives) statement.chosen = alternatives->chosen;
    add_parts(statement, any.parts, alternatives ? &alternatives->all : nullptr);
    const std::string all = std::to_string(statement.parts.size());
    statement.one_is_enough = true;
    statement.text = say_(sentences::one_is_enough, all);
    return statement;
  }

  Statement of(const Condition& condition, const Condition::All& every, const Gap* gap) {
    Statement statement = begin(condition);
    const auto* parts = gap ? gap->as<Gap::Parts>() : nullptr;
    add_parts(statement, every.parts, parts ? &parts->all : nullptr);
    const auto count = [&](State state) {
      return std::count_if(statement.parts.begin(), statement.parts.end(),
                           [&](const Statement& part) { return part.state == state; });
    };
    const std::string all = std::to_string(statement.parts.size());
    statement.text = say_(sentences::all_are_needed, all);
    const auto failing = count(State::fails), open = count(State::open);
    if (failing > 0) {
      statement.text += say_.of(failing == 1, sentences::parts_missing, std::to_string(failing));
    }
    if (open > 0) {
      statement.text +=
          say_(failing > 0 ? sentences::parts_not_known_too : sentences::parts_not_known,
               std::to_string(open));
    }
    return statement;
  }

  // As many as the rule says.
  Statement of(const Condition& condition, const Condition::Among& among, const Gap* gap) {
    Statement statement = begin(condition);
    add_parts(statement, among.parts, nullptr);
    const typed::Compare& compare = among.comparison.compare;
    const Measure bare;
    if (gap) statement.so_many = show_range_short(gap->amount, bare, language_);
    const Quantity& level = evaluator_.quantity(compare.right);
    const std::string asked = std::string(word(keyword_of(among.comparison.relation), language_)) +
                              " " + show_range(level.range, bare, language_);
    statement.text =
        say_(sentences::so_many_are_needed, asked, std::to_string(among.parts.size())) +
        say_(sentences::so_many_hold,
             show_range(evaluator_.quantity(compare.left).range, bare, language_));
    return statement;
  }

  void add_parts(Statement& statement, const std::vector<Condition>& parts,
                 const std::vector<Gap>* gaps) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      statement.parts.push_back((*this)(parts[i], gaps ? &gaps->at(i) : nullptr));
    }
  }

  // The branch that holds, where it is known which.
  Statement of(const Condition& condition, const Condition::Either& choice, const Gap* gap) {
    const Truth& which = evaluator_.truth(choice.which);
    if (!which.known()) return of_anything(condition);
    return (*this)(choice.branches[which.is_true() ? 0 : 1], gap);
  }

  Statement of(const Condition& condition, const Condition::EveryRow&, const Gap* gap) {
    return of_rows(condition, gap);
  }

  Statement of(const Condition& condition, const Condition::Truth&, const Gap* gap) {
    const Literal& literal = condition.literal;
    const typed::Node& node = typed_.exprs[literal.expr].node;
    if (const auto* datum = std::get_if<typed::DatumRef>(&node)) return of_datum(condition, *datum);
    if (const auto* one = std::get_if<typed::OneOf>(&node)) return of_list(condition, *one);
    const bool over_rows = std::holds_alternative<typed::Aggregate>(node);
    return over_rows && !literal.negated ? of_rows(condition, gap) : of_anything(condition);
  }

  Statement of_rows(const Condition& condition, const Gap* gap) {
    const ExprId expr = condition.literal.expr;
    const auto& over = std::get<typed::Aggregate>(typed_.exprs[expr].node);
    Statement statement = describe_rows(over, expr, gap, evaluator_, language_);
    statement.state = begin(condition).state;
    return statement;
  }

  // ---- what is or is not -----------------------------------------------------------------------

  Statement of_datum(const Condition& condition, typed::DatumRef datum) {
    Statement statement = begin(condition);
    statement.subject = words_.label(datum.datum);
    const bool wanted = !condition.literal.negated;
    const Truth& truth = evaluator_.truth(condition.literal.expr);
    const bool there = truth.is_true();
    statement.text =
        say_(sentences::subject_and, statement.subject,
             say_(wanted ? sentences::wanted : sentences::unwanted)) +
        say_(!truth.known() ? sentences::truth_not_known
             : wanted ? (there ? sentences::wanted_and_there : sentences::wanted_and_not_there)
             : there  ? sentences::unwanted_and_there
                      : sentences::unwanted_and_not_there);
    return statement;
  }

  Statement of_list(const Condition& condition, const typed::OneOf& one) {
    Statement statement = begin(condition);
    std::vector<std::string> items;
    ExprId what = one.equal.front();
    for (const ExprId equal : one.equal) {
      const auto sides = typed::operands(typed_.exprs[equal].node);
      what = sides[0];
      items.push_back(formula(sides[1], typed_, language_));
    }
    statement.subject = words_.subject(what);
    const std::string list = join_words(items, language_, true);
    const std::string found =
        show_value(evaluator_.value(what), typed_.exprs[what].type, typed_, language_);
    statement.text =
        say_(sentences::subject_and, statement.subject,
             say_(condition.literal.negated ? sentences::none_of_list : sentences::one_of_list,
                  list)) +
        (statement.state == State::open ? say_(sentences::value_not_known)
                                        : say_(sentences::list_found, found));
    return statement;
  }

  Statement of_anything(const Condition& condition) {
    Statement statement = begin(condition);
    const bool wanted = !condition.literal.negated;
    statement.subject = words_.in_words(condition.literal.expr);
    const Truth& truth = evaluator_.truth(condition.literal.expr);
    const auto value = [&](bool yes) { return truth_word(yes, language_); };
    statement.text = say_(sentences::subject_and, statement.subject,
                          say_(sentences::value_wanted, value(wanted)));
    statement.text += truth.known() ? say_(sentences::value_found, value(truth.is_true()))
                                    : say_(sentences::value_not_known);
    return statement;
  }

  // ---- comparisons -----------------------------------------------------------------------------

  Statement of(const Condition& condition, const Condition::Comparison& comparison,
               const Gap* gap) {
    Statement statement = begin(condition);
    const typed::Node& node = typed_.exprs[condition.literal.expr].node;
    if (const auto* term = std::get_if<typed::Within>(&node)) {
      return describe_term(*term, statement.state, words_.subject(term->what), gap, evaluator_,
                           language_);
    }
    if (gap && gap->as<Gap::Distance>()) statement.gap = gap;
    const typed::Compare& compare = comparison.compare;
    const Relation relation = comparison.relation;
    statement.subject = words_.subject(compare.left);
    const Quantity left = evaluator_.quantity(compare.left);
    const Quantity right = evaluator_.quantity(compare.right);
    if (words_.of_days(compare.left)) {
      add_words(statement, day_needed(relation, right, language_),
                day_found(left, words_.is_given(compare.left), language_),
                missed_by(statement, relation));
      return statement;
    }
    const Measure measure = words_.measure_of_comparison(compare);

    int extra = 0;
    if (left.range.known() && right.range.known()) {
      extra = decimals_apart(left.range.lo.value(), right.range.lo.value(), measure);
    }
    const std::string asked = words_.need(relation, right, measure, extra);
    const std::string there = words_.have(compare, left, measure, extra);
    std::string lack;
    const bool has_value = left.zero_divisors.empty() && right.zero_divisors.empty();
    if (statement.gap && statement.state != State::holds && has_value) {
      lack = words_.lacking(relation, compare, *statement.gap, statement.state);
    }
    add_words(statement, asked, there, lack);
    return statement;
  }

  void add_words(Statement& statement, const std::string& asked, const std::string& there,
                 const std::string& lack) const {
    statement.text =
        lack.empty() ? say_(sentences::comparison, statement.subject, asked, there)
                     : say_(sentences::comparison_lacking, statement.subject, asked, there, lack);
  }
  [[nodiscard]] std::string missed_by(const Statement& statement, Relation relation) const {
    const bool missed = statement.gap && statement.state != State::holds;
    return missed ? day_missed(relation, *statement.gap, language_) : std::string();
  }

  // Which end of a range is missed.
  static Relation missed_end(const Quantity& what, const Quantity& low, const Quantity& high) {
    if (what.range.hi < low.range.lo) return Relation::at_least;
    return what.range.lo > high.range.hi ? Relation::at_most : Relation::equal_to;
  }

  Statement of(const Condition& condition, const Condition::Between& between, const Gap* gap) {
    const typed::Between& range = between.range;
    const auto& above = std::get<typed::Compare>(typed_.exprs[range.above].node);
    Statement statement = begin(condition);
    if (gap && gap->as<Gap::Distance>()) statement.gap = gap;
    statement.subject = words_.subject(range.what);
    const Quantity what = evaluator_.quantity(range.what);
    const Quantity low = evaluator_.quantity(range.low), high = evaluator_.quantity(range.high);
    if (words_.of_days(range.what)) {
      add_words(statement, days_needed(low, high, language_),
                day_found(what, words_.is_given(range.what), language_),
                missed_by(statement, missed_end(what, low, high)));
      return statement;
    }
    const Measure measure = words_.measure_of_comparison(above);
    const auto end = [&](const Quantity& level) {
      return words_.says_nothing(level.range) ? say_(sentences::not_known)
                                              : show_range(level.range, measure, language_);
    };
    const std::string asked = say_(sentences::need_between, end(low), end(high));
    const std::string there = words_.have(above, what, measure, 0);
    std::string lack;
    const bool has_value =
        what.zero_divisors.empty() && low.zero_divisors.empty() && high.zero_divisors.empty();
    if (statement.gap && statement.state != State::holds && has_value) {
      lack = words_.lacking(missed_end(what, low, high), above, *statement.gap, statement.state);
    }
    add_words(statement, asked, there, lack);
    return statement;
  }

  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
  Say say_;
  ComparedWords words_;
};

}  // namespace

Statement describe(ExprId condition, const Gap* gap, Evaluator& evaluator, Language language) {
  return Describer(evaluator, language)(condition_of(condition, evaluator.rulebook().typed), gap);
}

std::string on_one_line(const Statement& statement) {
  if (statement.parts.empty()) return statement.text;
  std::string text = statement.text + " — ";
  for (std::size_t i = 0; i < statement.parts.size(); ++i) {
    const Statement& part = statement.parts[i];
    if (i > 0) text += "; ";
    text += part.parts.empty() ? part.text : "(" + on_one_line(part) + ")";
  }
  return text;
}

}  // namespace leps::inline explaining
