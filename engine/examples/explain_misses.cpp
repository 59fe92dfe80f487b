#include "examples/explain_misses.hpp"

#include "assess/assess.hpp"
#include "examples/example_facts.hpp"
#include "explain/steps.hpp"

#include <algorithm>

namespace leps::inline examples {
namespace {

/// One example worked out once more, so that its results can be explained.
class MissExplainer {
 public:
  MissExplainer(const typed::Example& example, const Rulebook& rulebook, const SourceMap& sources)
      : typed_(rulebook.typed), data_(facts_of(example, rulebook)) {
    report_.rulebook = &rulebook;
    report_.sources = &sources;
    report_.around = std::make_shared<const Surroundings>(data_);
    report_.assessments.push_back(
        assess(rulebook, data_.front(), std::nullopt, report_.around.get()));
  }

  std::vector<WhyStep> operator()(const typed::Expectation& expected) const {
    const auto italian = std::visit(In{*this, Language::italian}, expected.what);
    const auto english = std::visit(In{*this, Language::english}, expected.what);
    std::vector<WhyStep> steps;
    for (std::size_t i = 0; i < std::min(italian.size(), english.size()); ++i) {
      steps.push_back({italian[i].depth, {italian[i].text, english[i].text}});
    }
    return steps;
  }

 private:
  /// What was expected of something, in one language.
  struct In {
    const MissExplainer& of;
    Language language;

    std::vector<ExplainedStep> operator()(const typed::ExpectedOutcome& expected) const {
      Evaluator evaluator = of.evaluator();
      return steps_of(explain(of.report_, of.assessment(), expected.rule, evaluator, language),
                      of.typed_.rules[expected.rule], expected.requirement, language);
    }
    std::vector<ExplainedStep> operator()(const typed::ExpectedValue& expected) const {
      const ComputedResult* found = of.assessment().result_of(expected.computed);
      Evaluator evaluator = of.evaluator();
      if (!found) {
        return steps_of_absent(of.typed_.computed[expected.computed], evaluator, language);
      }
      return steps_of(explain_amount(of.report_, of.assessment(), *found, evaluator, language),
                      language);
    }
    std::vector<ExplainedStep> operator()(const typed::ExpectedFinding& expected) const {
      Evaluator evaluator = of.evaluator();
      return steps_of(of.typed_.checks[expected.check], of.report_, evaluator, language);
    }
  };

  [[nodiscard]] const Assessment& assessment() const { return report_.assessments.front(); }
  [[nodiscard]] Evaluator evaluator() const { return reading_of(report_, assessment()); }

  const Typed& typed_;
  DataSet data_;
  Report report_;
};

}  // namespace

std::vector<std::vector<WhyStep>> explain_misses(const ExampleOutcome& outcome,
                                                 const Rulebook& rulebook,
                                                 const SourceMap& sources) {
  if (outcome.misses.empty()) return {};
  const typed::Example& example = rulebook.typed.examples[outcome.example];
  const MissExplainer explainer(example, rulebook, sources);
  std::vector<std::vector<WhyStep>> all;
  for (const ExampleOutcome::Miss& miss : outcome.misses) {
    const auto expected =
        std::find_if(example.expectations.begin(), example.expectations.end(),
                     [&](const typed::Expectation& each) { return each.span == miss.where; });
    const bool known = !miss.impossible && expected != example.expectations.end();
    all.push_back(known ? explainer(*expected) : std::vector<WhyStep>());
  }
  return all;
}

}  // namespace leps::inline examples
