#include "explain/needs.hpp"

#include "explain/gap_in_short.hpp"
#include "explain/sentences.hpp"
#include "explain/used_data.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

class Needs {
 public:
  Needs(AmbitoPage& page, const Typed& typed, Language language)
      : page_(page), typed_(typed), language_(language), say_(language) {}

  void add(const Statement& statement, std::size_t rule) {
    if (statement.state == Statement::State::holds || statement.past_mending) return;
    if (statement.chosen && *statement.chosen < statement.parts.size()) {
      add(statement.parts[*statement.chosen], rule);
    } else if (statement.one_is_enough) {  // nobody knows yet which is the cheapest
      if (statement.state == Statement::State::fails) {
        add_activation(one_of(statement), rule);
      }
    } else if (!statement.so_many.empty()) {
      if (statement.state == Statement::State::fails) {
        add_activation(say_(sentences::so_many_of, statement.so_many, failing_parts(statement)),
                       rule);
      }
    } else if (!statement.parts.empty()) {
      for (const Statement& part : statement.parts) add(part, rule);
    } else if (statement.gap && statement.gap->as<Gap::Rows>()) {
      add_rows(*statement.gap, statement.state, rule, statement.subject);
    } else if (statement.gap) {
      add_distance(*statement.gap, statement.state, rule, statement.subject);
    } else if (statement.state == Statement::State::fails) {
      add_activation(statement.subject, rule);
    }
  }

 private:
  static std::string subject_of(const Statement& part) {
    return part.subject.empty() ? part.text : part.subject;
  }
  std::string failing_parts(const Statement& statement) const {
    std::vector<std::string> subjects;
    for (const Statement& part : statement.parts) {
      if (part.state == Statement::State::fails) subjects.push_back(subject_of(part));
    }
    return join_words(subjects, language_);
  }

  // `una basta: Posti o Fissi`
  std::string one_of(const Statement& statement) const {
    std::vector<std::string> subjects;
    for (const Statement& part : statement.parts) subjects.push_back(subject_of(part));
    return say_(sentences::one_is_enough_of, join_words(subjects, language_, true));
  }

  void add_activation(const std::string& label, std::size_t rule) {
    const bool known =
        std::any_of(page_.activations.begin(), page_.activations.end(),
                    [&](const Activation& activation) { return activation.label == label; });
    if (!known) page_.activations.push_back({label, rule});
  }

  // What the rows are short of in all; where they are not measured, which of them fail.
  void add_rows(const Gap& gap, Statement::State state, std::size_t rule,
                const std::string& subject) {
    const std::optional<Shortfall>& all = gap.shortfall;
    if (all && all->range.lo.finite() && !all->range.hi.is_zero()) {
      Gap sum;
      sum.condition = gap.condition;
      sum.amount = all->range;
      sum.unit = all->unit;
      sum.cost = gap.cost;
      sum.cost_unit = gap.cost_unit;
      add_distance(sum, state, rule, gap.lever ? label_of(*gap.lever, typed_) : subject);
    } else if (state == Statement::State::fails) {
      std::vector<std::string> keys;
      for (const std::string& key : failing_rows(gap).failing) keys.push_back(plain(key));
      add_activation(say_(sentences::subject_and, subject, names_of_rows(keys, language_)), rule);
    }
  }

  void add_distance(const Gap& gap, Statement::State state, std::size_t rule,
                    const std::string& subject) {
    const bool fails = state == Statement::State::fails;
    if (!fails && (gap.amount.hi.is_zero() || !gap.amount.hi.finite()))
      return;  // nothing to say yet
    const auto same = [&](const Need& need) {
      return gap.lever && need.lever == gap.lever && need.way == gap.way;
    };
    const auto found = std::find_if(page_.needs.begin(), page_.needs.end(), same);
    const bool certain = fails && (gap.amount.lo.sign() > 0 || gap.amount.known());
    if (found == page_.needs.end()) {
      Need need;
      need.label = gap.lever ? label_of(*gap.lever, typed_) : subject;
      need.lever = gap.lever;
      need.way = gap.way;
      need.strict = gap.strict;
      need.amount = gap.amount;
      need.measure = measure_of_gap(gap, typed_);
      need.cost = gap.cost;
      need.cost_unit = gap.cost_unit;
      need.rules = {rule};
      need.certain = certain;
      page_.needs.push_back(std::move(need));
      return;
    }
    Need& need = *found;
    if (need.rules.back() != rule) need.rules.push_back(rule);
    if (gap.amount.hi > need.amount.hi) {  // the cost of the widest gap
      need.cost = gap.cost;
      need.cost_unit = gap.cost_unit;
      need.strict = gap.strict;
    }
    need.amount = max(need.amount, gap.amount);
    need.certain = need.certain || certain;
  }

  AmbitoPage& page_;
  const Typed& typed_;
  Language language_;
  Say say_;
};

}  // namespace

void add_needs(AmbitoPage& page, const Typed& typed, Language language) {
  Needs needs(page, typed, language);
  for (const std::size_t place : page.ranked) {
    for (const ExplainedRequirement& requirement : page.rules[place].requirements) {
      needs.add(requirement.statement, place);
    }
  }
  std::stable_sort(page.needs.begin(), page.needs.end(), [](const Need& a, const Need& b) {
    return a.cost.has_value() && !b.cost.has_value();
  });
}

}  // namespace leps::inline explaining
