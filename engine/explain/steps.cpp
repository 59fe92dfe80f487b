#include "explain/steps.hpp"

#include "explain/sentences.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

class StepWriter {
 public:
  explicit StepWriter(Language language) : language_(language), say_(language) {}

  std::vector<ExplainedStep> operator()(const Explanation& rule, const typed::Rule& declared,
                                        const std::optional<std::string>& requirement) {
    if (requirement && !has(*rule.version, *requirement)) {
      other_days(declared, *requirement);
      changes(rule.changes, 0);
      return std::move(steps_);
    }
    add(0, rule.headline);
    changes(rule.changes, 0);
    if (rule.verdict == Verdict::non_vigente) return std::move(steps_);
    if (rule.applies_if) condition(sentences::step_applies_if, *rule.applies_if, 0);
    for (const ExplainedRequirement& each : rule.requirements) {
      if (!requirement || each.name == *requirement) this->requirement(each);
    }
    if (rule.partial_if && rule.verdict != Verdict::soddisfatto) {
      condition(sentences::step_partial_if, *rule.partial_if, 0);
    }
    for (const ExplainedAmount& each : rule.amounts) amount(each);
    for (const UsedParameter& each : rule.parameters) parameter(each);
    for (const UsedDatum& each : rule.data) datum(each);
    return std::move(steps_);
  }

  std::vector<ExplainedStep> operator()(const typed::Computed& amount, const Evaluator& evaluator) {
    const Typed& typed = evaluator.rulebook().typed;
    const Day day = evaluator.facts().survey_date;
    for (const ParameterId id : amount.parameters) {
      if (!typed.parameters[id].at(day)) parameter(use_parameter(id, typed, day, language_));
    }
    return std::move(steps_);
  }

  std::vector<ExplainedStep> operator()(const typed::Check& check, const Report& report,
                                        Evaluator& evaluator) {
    if (check.applies_if) {
      condition(sentences::step_applies_if,
                show_formula(*check.applies_if, true, evaluator, language_), 0);
    }
    const ShownFormula shown = show_formula(check.condition, true, evaluator, language_);
    condition(sentences::step_check, shown, 0);
    for (const std::string& shares : shown.by_band) add(1, shares);
    if (!shown.worked_out.empty()) add(1, shown.worked_out);
    rows(use_rows(check.condition, report, evaluator, language_), shown.written, 1);
    weeks(show_weeks(check.condition, evaluator, language_), 1);
    return std::move(steps_);
  }

  std::vector<ExplainedStep> operator()(const ExplainedAmount& one) {
    amount(one);
    for (const UsedParameter& each : one.parameters) parameter(each);
    for (const UsedDatum& each : one.data) datum(each);
    return std::move(steps_);
  }

 private:
  static bool has(const typed::RuleVersion& version, const std::string& requirement) {
    return std::any_of(version.requirements.begin(), version.requirements.end(),
                       [&](const auto& each) { return each.name == requirement; });
  }
  void other_days(const typed::Rule& rule, const std::string& requirement) {
    for (const typed::RuleVersion& version : rule.versions) {
      if (!has(version, requirement)) continue;
      add(0,
          say_(sentences::step_other_days, requirement, show_period(version.in_force, language_)));
    }
  }

  void add(std::size_t depth, std::string text) {
    if (!text.empty()) steps_.push_back({depth, std::move(text)});
  }
  static std::string mark(Statement::State state) {
    if (state == Statement::State::holds) return "✓ ";
    return state == Statement::State::fails ? "✗ " : "? ";
  }

  void changes(const std::vector<ExplainedChange>& all, std::size_t depth) {
    for (const ExplainedChange& change : all) add(depth, with_sources(change.text, change.by));
  }
  static std::string with_sources(std::string text, const std::vector<CitedSource>& sources) {
    for (const CitedSource& source : sources) text += " · § " + source.title;
    return text;
  }

  template <class Sentence>
  void condition(const Sentence& sentence, const ShownFormula& formula, std::size_t depth) {
    add(depth, say_(sentence, formula.written, formula.outcome));
    if (formula.with_numbers != formula.written) add(depth + 1, formula.with_numbers);
  }

  void requirement(const ExplainedRequirement& requirement) {
    add(0, say_(sentences::step_requirement, requirement.name,
                uncapitalized(verdict_word(requirement.verdict, language_))));
    changes(requirement.changes, 1);
    if (requirement.applies_if) condition(sentences::step_applies_if, *requirement.applies_if, 1);
    statement(requirement.statement, 1);
    formula(requirement.formula, 1);
    rows(requirement.rows, requirement.formula.written, 1);
    weeks(requirement.weeks, 1);
    if (!requirement.gap_short.empty()) {
      add(1, say_(sentences::step_gap,
                  requirement.gap_exact.empty() ? requirement.gap_short : requirement.gap_exact));
    }
  }

  void statement(const Statement& statement, std::size_t depth) {
    if (statement.text.empty()) return;
    add(depth, mark(statement.state) + statement.text);
    for (const Statement& part : statement.parts) this->statement(part, depth + 1);
  }

  void formula(const ShownFormula& formula, std::size_t depth) {
    add(depth, formula.written);
    if (formula.with_numbers.empty()) return;
    if (formula.with_numbers != formula.written) add(depth, "= " + formula.with_numbers);
    for (const std::string& shares : formula.by_band) add(depth + 1, shares);
    if (!formula.worked_out.empty()) add(depth, "= " + formula.worked_out);
  }

  /// @param said  the formula above the rows, which need not be said again
  void rows(const std::vector<UsedRows>& all, const std::string& said, std::size_t depth) {
    for (const UsedRows& each : all) {
      const bool same = each.formula == said;
      add(depth,
          rows_sentence(each, language_) + (same ? "" : ": " + each.formula + " = " + each.value));
      for (const UsedRow& row : each.rows) {
        add(depth + 1, (each.conditions ? mark(row.state) : std::string()) + row.key +
                           (row.brings.empty() ? "" : ": " + row.brings));
      }
      add(depth + 1, more_rows(each, language_));
    }
  }

  void weeks(const std::vector<ShownWeek>& all, std::size_t depth) {
    for (const ShownWeek& week : all) {
      add(depth, week.formula + ": " + week_sentence(week, language_));
      for (const std::string& line : week.holidays) add(depth + 1, line);
    }
  }

  void amount(const ExplainedAmount& amount) {
    std::string text = amount.name + " = " + amount.value;
    if (!amount.worked_out.empty()) text += " · " + amount.worked_out;
    add(0, std::move(text));
    formula(amount.formula, 1);
    for (const std::string& why : amount.no_value) add(1, why);
    rows(amount.rows, amount.formula.written, 1);
    weeks(amount.weeks, 1);
  }

  void parameter(const UsedParameter& parameter) {
    std::string text = parameter.name + " = " + parameter.value;
    const auto more = [&](std::string_view part) {
      if (!part.empty()) text += " · " + std::string(part);
    };
    more(parameter.period);
    if (parameter.confidence) more(confidence_word(*parameter.confidence, language_));
    more(parameter.amended);
    add(0, with_sources(std::move(text), parameter.sources));
  }

  // What an example gives stands in it; what is not given, and what was made of it, does not.
  void datum(const UsedDatum& datum) {
    if (datum.known && datum.worked_out.empty() && datum.held.empty()) return;
    std::string text = datum.name + " = " + datum.value;
    for (const std::string* part : {&datum.worked_out, &datum.held}) {
      if (!part->empty()) text += " · " + *part;
    }
    add(0, std::move(text));
    if (!datum.blank_rows.empty()) add(1, blanks_sentence(datum, language_));
  }

  Language language_;
  Say say_;
  std::vector<ExplainedStep> steps_;
};

}  // namespace

std::vector<ExplainedStep> steps_of(const Explanation& explanation, const typed::Rule& rule,
                                    const std::optional<std::string>& requirement,
                                    Language language) {
  return StepWriter(language)(explanation, rule, requirement);
}

std::vector<ExplainedStep> steps_of(const ExplainedAmount& amount, Language language) {
  return StepWriter(language)(amount);
}

std::vector<ExplainedStep> steps_of_absent(const typed::Computed& amount,
                                           const Evaluator& evaluator, Language language) {
  return StepWriter(language)(amount, evaluator);
}

std::vector<ExplainedStep> steps_of(const typed::Check& check, const Report& report,
                                    Evaluator& evaluator, Language language) {
  return StepWriter(language)(check, report, evaluator);
}

}  // namespace leps::inline explaining
