#include "examples/report_examples.hpp"

#include "examples/explain_misses.hpp"
#include "examples/find_unreached.hpp"

namespace leps::inline examples {

std::string words_at(Span expectation, const SourceMap& sources) {
  std::string words;
  for (const char c : sources.text(expectation)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) words += c;
    if (blank && !words.ends_with(' ')) words += ' ';
  }
  return words;
}

void report_misses(const ExampleOutcome& outcome, const Rulebook& rulebook,
                   const SourceMap& sources, DiagnosticBag& bag, Why why) {
  const auto reasons = why == Why::as_hints ? explain_misses(outcome, rulebook, sources)
                                            : std::vector<std::vector<WhyStep>>();
  const std::string& title = rulebook.typed.examples[outcome.example].title;
  for (std::size_t i = 0; i < outcome.misses.size(); ++i) {
    const ExampleOutcome::Miss& miss = outcome.misses[i];
    if (miss.impossible) {
      bag.report(Code::example_impossible, miss.where, {title, miss.found});
      continue;
    }
    Diagnostic& found = bag.report(Code::example_unmet, miss.where,
                                   {title, words_at(miss.where, sources), miss.found});
    if (reasons.empty()) continue;
    for (const WhyStep& step : reasons[i]) {
      const std::string indent(2 * step.depth, ' ');
      found.hint({indent + step.text.it, indent + step.text.en});
    }
  }
}

void report_unreached(const Rulebook& rulebook, DiagnosticBag& bag) {
  for (const Unreached& unreached : find_unreached(rulebook)) {
    bag.report(Code::example_unreached, unreached.where, {unreached.what});
  }
}

}  // namespace leps::inline examples
