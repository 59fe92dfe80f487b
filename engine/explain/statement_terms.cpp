#include "explain/statement_terms.hpp"

#include "base/day_number.hpp"
#include "check/walk.hpp"
#include "eval/aggregate.hpp"
#include "explain/sentences.hpp"
#include "words/format.hpp"
#include "words/show_value.hpp"

#include <algorithm>
#include <optional>

namespace leps::inline explaining {
namespace {

std::optional<Day> known_day(const Quantity& found) {
  if (!found.range.known() || !found.zero_divisors.empty()) return std::nullopt;
  return day_of(found.range.lo.value());
}

bool is_never(const Quantity& found) { return found.range.lo == Bound::plus_infinity(); }

class TermDescriber {
 public:
  TermDescriber(const typed::Within& term, Evaluator& evaluator, Language language)
      : term_(term), evaluator_(evaluator), language_(language), say_(language) {}

  [[nodiscard]] std::string asked() const {
    const Quantity& end = evaluator_.quantity(term_.end);
    if (is_never(end)) return say_(sentences::term_not_running);
    const auto day = known_day(end);
    if (!day) return say_(sentences::term_end_not_certain, show_days(end.range, language_));
    const Day counted = counted_day().value_or(*day);
    if (counted == *day) return say_(sentences::term_ends, show_day(*day, language_));
    return say_(sentences::term_ends_moved, show_day(*day, language_),
                show_day(counted, language_));
  }

  [[nodiscard]] std::string there() const {
    const Quantity& what = evaluator_.quantity(term_.what);
    if (is_never(what)) return say_(sentences::not_done);
    if (const auto day = known_day(what))
      return say_(sentences::done_on, show_day(*day, language_));
    return say_(sentences::done_not_known, show_days(what.range, language_));
  }

  [[nodiscard]] bool is_done() const {
    return known_day(evaluator_.quantity(term_.what)).has_value() &&
           !is_never(evaluator_.quantity(term_.what));
  }

  [[nodiscard]] std::string lack(const Gap* gap) const {
    if (evaluator_.truth(term_.due).is_false()) {
      return is_never(evaluator_.quantity(term_.end)) ? std::string() : say_(sentences::still_runs);
    }
    if (!gap || !gap->amount.hi.finite() || gap->amount.hi.is_zero()) return {};
    const Measure days{Unit::days()};
    if (gap->amount.known()) {
      return say_(sentences::late_by, show_quantity(gap->amount.lo.value(), days, language_).text);
    }
    return say_(sentences::late_by_at_most,
                show_quantity(gap->amount.hi.value(), days, language_).text);
  }

 private:
  // Before it was moved off a Sunday or a holiday.
  [[nodiscard]] std::optional<Day> counted_day() const {
    if (!term_.length) return std::nullopt;
    const auto from = known_day(evaluator_.quantity(term_.from));
    const Quantity& length = evaluator_.quantity(*term_.length);
    if (!from || !length.range.known()) return std::nullopt;
    return end_of_term(*from, length.range.lo.value(), term_.unit, evaluator_.facts().patron)
        .counted;
  }

  const typed::Within& term_;
  Evaluator& evaluator_;
  Language language_;
  Say say_;
};

/// The terms that still run, and when the first of them ends.
class Running {
 public:
  explicit Running(Evaluator& evaluator)
      : evaluator_(evaluator), typed_(evaluator.rulebook().typed) {}

  void look(typed::ExprId condition) {
    for_each_under(typed_, condition, [&](const typed::Expr& found, Walk& walk) {
      if (const auto* term = std::get_if<typed::Within>(&found.node)) {
        if (found.rows == 0) add(*term);
        walk.skip();
      } else if (const auto* over = std::get_if<typed::Aggregate>(&found.node)) {
        if (over->due && over->level == 0) over_rows(*over);
        walk.skip();
      }
    });
  }

  [[nodiscard]] bool any() const { return any_; }
  [[nodiscard]] const std::optional<Day>& last_day() const { return last_day_; }

 private:
  void over_rows(const typed::Aggregate& over) {
    const std::vector<FactRow>* rows = evaluator_.rows(over.table);
    if (!rows) return;
    std::vector<const typed::Within*> terms;
    for (const auto& part : {over.where, over.body}) {
      if (!part) continue;
      for_each_under(typed_, *part, [&](const typed::Expr& found, Walk& walk) {
        const auto* term = std::get_if<typed::Within>(&found.node);
        if (term && found.rows == 1) terms.push_back(term);
        if (std::holds_alternative<typed::Aggregate>(found.node)) walk.skip();
      });
    }
    typed::Aggregate all = over;
    all.where.reset();
    all.due.reset();
    for_each_row(all, *rows, evaluator_, [&](const FactRow&, const Truth&) {
      for (const typed::Within* term : terms) add(*term);
    });
  }

  void add(const typed::Within& term) {
    if (!evaluator_.truth(term.due).is_false()) return;
    const Quantity& end = evaluator_.quantity(term.end);
    if (is_never(end)) return;
    any_ = true;
    const auto day = known_day(end);
    if (day && (!last_day_ || *day < *last_day_)) last_day_ = day;
  }

  Evaluator& evaluator_;
  const Typed& typed_;
  bool any_ = false;
  std::optional<Day> last_day_;
};

}  // namespace

Statement describe_term(const typed::Within& term, Statement::State state, std::string subject,
                        const Gap* gap, Evaluator& evaluator, Language language) {
  const TermDescriber describer(term, evaluator, language);
  const Say say(language);
  Statement statement;
  statement.state = state;
  statement.subject = std::move(subject);
  statement.past_mending = state == Statement::State::fails && describer.is_done();
  const std::string lack = describer.lack(gap);
  statement.text = lack.empty() ? say(sentences::comparison, statement.subject, describer.asked(),
                                      describer.there())
                                : say(sentences::comparison_lacking, statement.subject,
                                      describer.asked(), describer.there(), lack);
  return statement;
}

std::string term_to_come(const typed::RuleVersion& version, Evaluator& evaluator,
                         Language language) {
  if (version.applies_if && !evaluator.truth(*version.applies_if).is_true()) return {};
  Running running(evaluator);
  for (const typed::Requirement& requirement : version.requirements) {
    if (requirement.applies_if && !evaluator.truth(*requirement.applies_if).is_true()) continue;
    running.look(requirement.condition);
  }
  if (!running.any()) return {};
  const Say say(language);
  if (!running.last_day()) return say(sentences::no_term_ended);
  return say(sentences::no_term_ended_before,
             show_day(*running.last_day() + std::chrono::days{1}, language));
}

}  // namespace leps::inline explaining
