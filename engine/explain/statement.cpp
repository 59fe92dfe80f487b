#include "explain/statement.hpp"

#include "check/condition.hpp"
#include "eval/parts.hpp"
#include "explain/gap_in_short.hpp"
#include "explain/no_value.hpp"
#include "explain/statement_rows.hpp"
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
      : evaluator_(evaluator), typed_(evaluator.rulebook().typed), language_(language) {}

  // `gap` is that of this condition, with the same parts in the same order.
  Statement operator()(const Condition& condition, const Gap* gap) {
    return std::visit([&](const auto& node) { return of(condition, node, gap); }, condition.node);
  }

 private:
  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
  }

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
    statement.text = say("ne basta una di " + all, "one of " + all + " is enough");
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
    statement.text = say("servono tutte e " + all, "all " + all + " are needed");
    if (const auto failing = count(State::fails); failing > 0) {
      const std::string n = std::to_string(failing);
      statement.text +=
          say((failing == 1 ? ": ne manca " : ": ne mancano ") + n, ": " + n + " missing");
    }
    if (const auto open = count(State::open); open > 0) {
      const std::string n = std::to_string(open);
      statement.text += say((count(State::fails) > 0 ? ", di " : ": di ") + n + " non si sa",
                            (count(State::fails) > 0 ? ", " : ": ") + n + " not known");
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
    statement.text = statement.subject + ": ";
    const bool wanted = !condition.literal.negated;
    statement.text +=
        wanted ? say("serve", "needed") : say("non deve esserci", "must not be there");
    const Truth& truth = evaluator_.truth(condition.literal.expr);
    if (!truth.known()) {
      statement.text += say("; non si sa se c'è", "; not known whether it is there");
    } else if (truth.is_true() == wanted) {
      statement.text += wanted ? say(", e c'è", ", and there") : say(", e non c'è", ", and is not");
    } else {
      statement.text += wanted ? say(", e non c'è", ", and not there") : say(", e c'è", ", and is");
    }
    return statement;
  }

  Statement of_anything(const Condition& condition) {
    Statement statement = begin(condition);
    const bool wanted = !condition.literal.negated;
    statement.subject = "«" + formula(condition.literal.expr, typed_, language_) + "»";
    statement.text = statement.subject + ": ";
    const Truth& truth = evaluator_.truth(condition.literal.expr);
    const auto value = [&](bool yes) { return std::string(truth_word(yes, language_)); };
    statement.text += say("serve ", "needed: ") + value(wanted);
    statement.text += truth.known() ? say(", ed è ", "; found: ") + value(truth.is_true())
                                    : say("; non si sa", "; not known");
    return statement;
  }

  // ---- comparisons -----------------------------------------------------------------------------

  Statement of(const Condition& condition, const Condition::Comparison& comparison,
               const Gap* gap) {
    Statement statement = begin(condition);
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
    statement.text = statement.subject + ": " + need(relation, right, measure, extra) + "; " +
                     have(compare, left, measure, extra);
    const bool has_value = left.zero_divisors.empty() && right.zero_divisors.empty();
    if (statement.gap && statement.state != State::holds && has_value) {
      const std::string lack = lacking(relation, compare, *statement.gap, statement.state);
      if (!lack.empty()) statement.text += ": " + lack;
    }
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
    return "«" + formula(left, typed_, language_) + "»";
  }

  // "At least 0" of what is never below zero.
  static bool says_nothing(const Interval& range) {
    return !range.hi.finite() && range.lo.sign() <= 0;
  }

  std::string need(Relation relation, const Quantity& level, const Measure& measure,
                   int extra) const {
    if (!level.zero_divisors.empty() || says_nothing(level.range)) {
      return say("quanto serve non si può dire", "what is needed cannot be said");
    }
    if (!level.range.known()) {
      return say("quanto serve non è ancora certo, ", "what is needed is not yet certain, ") +
             show_range(level.range, measure, language_);
    }
    const Rational& value = level.range.lo.value();
    const std::string x = show_quantity(value, measure, language_, extra).text;
    const bool singular = value == 1 || measure.share;
    const std::string needs = say(singular ? "serve " : "servono ", "");
    const std::string needed = say("", singular ? " is needed" : " are needed");
    switch (relation) {
      case Relation::at_least:
        return needs + say("almeno ", "at least ") + x + needed;
      case Relation::at_most:
        return say("il massimo è ", "the most allowed is ") + x;
      case Relation::more_than:
        return needs + say("più di ", "more than ") + x + needed;
      case Relation::less_than:
        return say("deve essere meno di ", "it must be less than ") + x;
      case Relation::equal_to:
        return needs + say("esattamente ", "exactly ") + x + needed;
      case Relation::different_from:
        return say("deve essere diverso da ", "it must differ from ") + x;
    }
    return x;
  }

  std::string have(const typed::Compare& compare, const Quantity& found, const Measure& measure,
                   int extra) const {
    if (const auto none = no_value_in_short(found.zero_divisors, evaluator_, language_)) {
      return (none->certain ? say("il valore non esiste: ", "there is no value: ")
                            : say("il valore può non esistere: ", "there may be no value: ")) +
             none->why;
    }
    if (found.range.known() && found.zero_divisors.empty()) {
      return say("si è a ", "the figure is ") +
             show_quantity(found.range.lo.value(), measure, language_, extra).text;
    }
    const auto* datum = std::get_if<typed::DatumRef>(&typed_.exprs[compare.left].node);
    if (datum && is_not_given(evaluator_.facts().facts[datum->datum], typed_.data[datum->datum]) &&
        !narrowing_of(datum->datum, evaluator_).any()) {
      return say("il dato manca", "the figure is missing");
    }
    if (says_nothing(found.range)) {
      return say("a quanto si è non si sa", "the figure is not known");
    }
    return say("il valore è ", "the figure is ") + show_range(found.range, measure, language_);
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
      along.push_back("«" + label(each.datum) + "» (" + show_range(each.by, measure, language_) +
                      ")");
    }
    const bool up = gap.way == Way::up;
    const char* const it = up ? "; con ciò cresce anche " : "; con ciò cala anche ";
    const char* const en = up ? "; with it grows " : "; with it shrinks ";
    return text + say(it, en) + join_words(along, language_);
  }

  // With the lever where it is not the thing compared.
  std::string lacking_alone(Relation relation, const typed::Compare& compare, const Gap& gap,
                            State state) const {
    const auto* left = std::get_if<typed::DatumRef>(&typed_.exprs[compare.left].node);
    const bool elsewhere = gap.lever && !(left && left->datum == *gap.lever);
    const Measure measure = measure_of_gap(gap, typed_);
    const std::string strict =
        gap.strict ? say(", e il livello va superato", ", and the level must be passed") : "";

    if (gap.unreachable()) {
      return gap.lever ? say("nessun valore che «", "no value that «") + label(*gap.lever) +
                             say("» può avere basta", "» may have is enough")
                       : say("nessuna quantità basta", "no amount is enough");
    }
    if (gap.amount.known() && gap.amount.lo.is_zero()) {
      return gap.strict && state == State::fails
                 ? say("il livello va superato, non basta raggiungerlo",
                       "the level must be passed, reaching it is not enough")
                 : std::string();
    }
    if (state == State::open && !gap.amount.hi.finite()) {
      return say("quanto manca non si può ancora dire", "how much is lacking cannot be said yet");
    }

    // Open: nothing may be lacking after all.
    const bool perhaps = state == State::open || gap.amount.lo.is_zero();
    const std::string x = perhaps && gap.amount.hi.finite()
                              ? show_quantity(gap.amount.hi.value(), measure, language_).text
                              : show_range(gap.amount, measure, language_);
    if (elsewhere) {
      const std::string more = " " + show_way(gap.way, language_);
      const std::string of = say(" di «", " of «") + label(*gap.lever) + "»";
      return perhaps ? say("si colmerebbe con al massimo ", "closed by at most ") + x + more + of
                     : say("si colma con ", "closed by ") + x + more + of + strict;
    }
    const bool falls = relation == Relation::at_most || relation == Relation::less_than;
    if (relation == Relation::equal_to || relation == Relation::different_from) {
      return (perhaps ? say("la differenza può arrivare a ", "the difference may be up to ")
                      : say("la differenza è ", "the difference is ")) +
             x + strict;
    }
    if (falls) {
      return (perhaps ? say("potrebbero essere di troppo fino a ", "up to this much too many: ") + x
                      : x + say(" di troppo", " too many")) +
             strict;
    }
    const bool singular = gap.amount.known() && gap.amount.lo.value() == 1;
    const bool one = gap.amount.hi == Bound(1);
    return (perhaps
                ? say(one ? "potrebbe mancare fino a " : "potrebbero mancare fino a ", "up to ") +
                      x + say("", " may be lacking")
                : say(singular ? "manca " : "mancano ", "") + x + say("", " short") + strict) +
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
    const FailingRows* rows = failing_rows(gap);
    if (!rows) return text;
    if (!rows->failing.empty()) text += " (" + names(rows->failing) + ")";
    if (!rows->open.empty()) text += say("; non si sa: ", "; not known: ") + names(rows->open);
    return text;
  }

  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
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
