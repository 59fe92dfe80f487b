#include "explain/statement.hpp"

#include "check/condition.hpp"
#include "eval/parts.hpp"
#include "explain/gap_in_short.hpp"
#include "explain/no_value.hpp"
#include "explain/sentences.hpp"
#include "explain/statement_rows.hpp"
#include "explain/statement_terms.hpp"
#include "explain/used_data.hpp"
#include "words/formula.hpp"
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
        say_(language) {}

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

  std::string label(DatumId id) const {
    const typed::Datum& datum = typed_.data[id];
    return plain(datum.title.empty() ? datum.name : datum.title);
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
    statement.subject = label(datum.datum);
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

  Statement of_anything(const Condition& condition) {
    Statement statement = begin(condition);
    const bool wanted = !condition.literal.negated;
    statement.subject = quoted(condition.literal.expr);
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
      return describe_term(*term, statement.state, subject(term->what), gap, evaluator_, language_);
    }
    if (gap && gap->as<Gap::Distance>()) statement.gap = gap;
    const typed::Compare& compare = comparison.compare;
    const Relation relation = comparison.relation;
    statement.subject = subject(compare.left);
    const Quantity left = evaluator_.quantity(compare.left);
    const Quantity right = evaluator_.quantity(compare.right);
    const Measure measure = measure_of_comparison(compare);

    int extra = 0;
    if (left.range.known() && right.range.known()) {
      extra = decimals_apart(left.range.lo.value(), right.range.lo.value(), measure);
    }
    const std::string asked = need(relation, right, measure, extra);
    const std::string there = have(compare, left, measure, extra);
    std::string lack;
    const bool has_value = left.zero_divisors.empty() && right.zero_divisors.empty();
    if (statement.gap && statement.state != State::holds && has_value) {
      lack = lacking(relation, compare, *statement.gap, statement.state);
    }
    statement.text =
        lack.empty() ? say_(sentences::comparison, statement.subject, asked, there)
                     : say_(sentences::comparison_lacking, statement.subject, asked, there, lack);
    return statement;
  }

  Measure measure_of_comparison(const typed::Compare& compare) const {
    const auto* left = std::get_if<NumberOf>(&typed_.exprs[compare.left].type);
    return measure_of(left && left->zero ? typed_.exprs[compare.right].type
                                         : typed_.exprs[compare.left].type);
  }

  std::string subject(ExprId left) const {
    const typed::Node& node = typed_.exprs[left].node;
    if (const auto* datum = std::get_if<typed::DatumRef>(&node)) return label(datum->datum);
    if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      const typed::Computed& computed = typed_.computed[amount->computed];
      return plain(computed.title.empty() ? computed.name : computed.title);
    }
    return quoted(left);
  }

  std::string quoted(ExprId expr) const {
    return say_(sentences::named, formula(expr, typed_, language_));
  }

  // "At least 0" of what is never below zero.
  static bool says_nothing(const Interval& range) {
    return !range.hi.finite() && range.lo.sign() <= 0;
  }

  std::string need(Relation relation, const Quantity& level, const Measure& measure,
                   int extra) const {
    if (!level.zero_divisors.empty() || says_nothing(level.range)) {
      return say_(sentences::need_cannot_be_said);
    }
    if (!level.range.known()) {
      return say_(sentences::need_not_certain, show_range(level.range, measure, language_));
    }
    const Rational& value = level.range.lo.value();
    const std::string x = show_quantity(value, measure, language_, extra).text;
    const bool singular = value == 1 || measure.share;
    switch (relation) {
      case Relation::at_least:
        return say_.of(singular, sentences::need_at_least, x);
      case Relation::at_most:
        return say_(sentences::need_at_most, x);
      case Relation::more_than:
        return say_.of(singular, sentences::need_more_than, x);
      case Relation::less_than:
        return say_(sentences::need_less_than, x);
      case Relation::equal_to:
        return say_.of(singular, sentences::need_exactly, x);
      case Relation::different_from:
        return say_(sentences::need_other_than, x);
    }
    return x;
  }

  std::string have(const typed::Compare& compare, const Quantity& found, const Measure& measure,
                   int extra) const {
    if (const auto none = no_value_in_short(found.zero_divisors, evaluator_, language_)) {
      return say_(none->certain ? sentences::have_no_value : sentences::have_no_value_perhaps,
                  none->why);
    }
    if (found.range.known() && found.zero_divisors.empty()) {
      return say_(sentences::have,
                  show_quantity(found.range.lo.value(), measure, language_, extra).text);
    }
    const auto* datum = std::get_if<typed::DatumRef>(&typed_.exprs[compare.left].node);
    if (datum && is_not_given(evaluator_.facts().facts[datum->datum], typed_.data[datum->datum]) &&
        !narrowing_of(datum->datum, evaluator_).any()) {
      return say_(sentences::have_nothing_given);
    }
    if (says_nothing(found.range)) return say_(sentences::have_not_known);
    return say_(sentences::have_between, show_range(found.range, measure, language_));
  }

  // What is lacking, or too much, and what the lever takes along.
  std::string lacking(Relation relation, const typed::Compare& compare, const Gap& gap,
                      State state) const {
    std::string text = lacking_alone(relation, compare, gap, state);
    const auto* distance = gap.as<Gap::Distance>();
    if (text.empty() || !distance || distance->taken_along.empty() || !gap.amount.hi.finite()) {
      return text;
    }
    std::vector<std::string> along;
    for (const Gap::Distance::TakenAlong& each : distance->taken_along) {
      const Measure measure = measure_of(typed_.data[each.datum].type);
      along.push_back(
          say_(sentences::along_by, label(each.datum), show_range(each.by, measure, language_)));
    }
    return text + say_(gap.way == Way::up ? sentences::along_grows : sentences::along_shrinks,
                       join_words(along, language_));
  }

  // With the lever where it is not the thing compared.
  std::string lacking_alone(Relation relation, const typed::Compare& compare, const Gap& gap,
                            State state) const {
    const auto* left = std::get_if<typed::DatumRef>(&typed_.exprs[compare.left].node);
    const bool elsewhere = gap.lever && !(left && left->datum == *gap.lever);
    const Measure measure = measure_of_gap(gap, typed_);
    const std::string strict = gap.strict ? say_(sentences::level_to_be_passed) : std::string();

    if (gap.unreachable()) {
      return gap.lever ? say_(sentences::no_value_is_enough, label(*gap.lever))
                       : say_(sentences::no_amount_is_enough);
    }
    if (gap.amount.known() && gap.amount.lo.is_zero()) {
      return gap.strict && state == State::fails ? say_(sentences::reaching_is_not_enough)
                                                 : std::string();
    }
    if (state == State::open && !gap.amount.hi.finite()) return say_(sentences::lack_not_known);

    // Open: nothing may be lacking after all.
    const bool perhaps = state == State::open || gap.amount.lo.is_zero();
    const std::string x = perhaps && gap.amount.hi.finite()
                              ? show_quantity(gap.amount.hi.value(), measure, language_).text
                              : show_range(gap.amount, measure, language_);
    if (elsewhere) {
      return say_(perhaps ? sentences::closed_by_at_most : sentences::closed_by, x,
                  show_way(gap.way, language_), label(*gap.lever), strict);
    }
    const bool falls = relation == Relation::at_most || relation == Relation::less_than;
    if (relation == Relation::equal_to || relation == Relation::different_from) {
      return say_(perhaps ? sentences::difference_up_to : sentences::difference, x, strict);
    }
    if (falls) return say_(perhaps ? sentences::too_many_perhaps : sentences::too_many, x, strict);
    const bool singular = gap.amount.known() && gap.amount.lo.value() == 1;
    return (perhaps ? say_.of(gap.amount.hi == Bound(1), sentences::lacking_perhaps, x)
                    : say_.of(singular, sentences::lacking, x, strict)) +
           rows_behind(gap);
  }

  // Of a count of rows: which they are.
  std::string rows_behind(const Gap& gap) const {
    const auto names = [&](const std::vector<std::string>& keys) {
      std::vector<std::string> safe;
      for (const std::string& key : keys) safe.push_back(plain(key));
      return names_of_rows(safe, language_);
    };
    std::string text;
    const FailingRows& rows = failing_rows(gap);
    if (!rows.failing.empty()) text += say_(sentences::rows_failing, names(rows.failing));
    if (!rows.open.empty()) text += say_(sentences::rows_not_known, names(rows.open));
    return text;
  }

  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
  Say say_;
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
