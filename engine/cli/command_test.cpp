#include "cli/command_test.hpp"

#include "cli/command_mutate.hpp"
#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "diagnostics/render.hpp"
#include "examples/explain_misses.hpp"
#include "examples/find_unreached.hpp"
#include "examples/report_examples.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <map>

namespace leps::cli {
namespace {

struct Findings {
  std::vector<ExampleOutcome> outcomes;
  std::vector<Unreached> unreached;

  [[nodiscard]] std::size_t failed() const {
    return static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(),
                      [](const ExampleOutcome& outcome) { return !outcome.misses.empty(); }));
  }
};

std::string summarize(const Findings& findings, Language language) {
  const std::size_t all = findings.outcomes.size();
  const std::string failed = std::to_string(findings.failed());
  const std::string held = std::to_string(all - findings.failed());
  const std::string unreached = std::to_string(findings.unreached.size());
  if (language == Language::italian) {
    return "esempi: " + std::to_string(all) + "; tornano: " + held + "; non tornano: " + failed +
           "; punti che nessun esempio raggiunge: " + unreached + "\n";
  }
  return "examples: " + std::to_string(all) + "; hold: " + held + "; fail: " + failed +
         "; points that no example reaches: " + unreached + "\n";
}

/// Why each expectation failed, by its place.
using Reasons = std::map<Span, std::vector<WhyStep>>;

// As much of a derivation as is read under a message; JSON has it all.
std::string write(const std::vector<WhyStep>& steps, Language language) {
  constexpr std::size_t kMostLines = 20;
  const bool italian = language == Language::italian;
  std::string text;
  const std::size_t shown = steps.size() > kMostLines ? kMostLines - 1 : steps.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string_view before = i > 0 ? "    " : italian ? "  perché: " : "  why: ";
    text += std::string(before) + std::string(2 * steps[i].depth, ' ') +
            plain(steps[i].text.in(language)) + "\n";
  }
  if (shown == steps.size()) return text;
  const std::string more = std::to_string(steps.size() - shown);
  return text +
         (italian ? "    … e altre " + more + " righe: 'leps test --format json' le dice tutte"
                  : "    … and " + more + " more lines: 'leps test --format json' says all") +
         "\n";
}

std::string write(const Findings& findings, const Inputs& inputs, const Options& options) {
  DiagnosticBag misses;
  Reasons reasons;
  for (const ExampleOutcome& outcome : findings.outcomes) {
    report_misses(outcome, *inputs.rulebook, inputs.sources, misses);
    const auto why = explain_misses(outcome, *inputs.rulebook, inputs.sources);
    for (std::size_t i = 0; i < why.size(); ++i) reasons[outcome.misses[i].where] = why[i];
  }
  std::string text;
  for (const Diagnostic& miss : misses.all()) {
    text += render(miss, inputs.sources, {options.language, write_options(options).color});
    if (miss.code != Code::example_unmet || !miss.alike.empty()) continue;  // it is of several
    text += write(reasons[*miss.where], options.language);
  }
  for (const Unreached& unreached : findings.unreached) {
    const LineColumn at = inputs.sources.line_column(unreached.where);
    text += inputs.sources.name(unreached.where.source) + ":" + std::to_string(at.line) + ":" +
            std::to_string(at.column) + ": " + unreached.what.in(options.language) + "\n";
  }
  return text + summarize(findings, options.language);
}

std::string write_json(const Findings& findings, const Inputs& inputs) {
  std::vector<Json> examples, unreached;
  for (const ExampleOutcome& outcome : findings.outcomes) {
    const typed::Example& example = inputs.rulebook->typed.examples[outcome.example];
    std::vector<Json> misses;
    const auto why = explain_misses(outcome, *inputs.rulebook, inputs.sources);
    for (std::size_t i = 0; i < outcome.misses.size(); ++i) {
      const ExampleOutcome::Miss& miss = outcome.misses[i];
      std::vector<Json> steps;
      for (const WhyStep& step : why[i]) {
        steps.push_back(json_object(
            {{"depth", Json{std::to_string(step.depth)}}, {"text", to_json(step.text)}}));
      }
      misses.push_back(placed(miss.where, inputs.sources,
                              {{"expected", json_text(words_at(miss.where, inputs.sources))},
                               {"found", to_json(miss.found)},
                               {"why", json_list(steps)}}));
    }
    examples.push_back(placed(example.span, inputs.sources,
                              {{"title", json_text(example.title)},
                               {"holds", json_truth(outcome.misses.empty())},
                               {"misses", json_list(misses)}}));
  }
  for (const Unreached& each : findings.unreached) {
    unreached.push_back(placed(each.where, inputs.sources, {{"what", to_json(each.what)}}));
  }
  return json_object({{"schema", json_text("leps-test/1")},
                      {"examples", json_list(examples)},
                      {"unreached", json_list(unreached)}})
             .written +
         "\n";
}

}  // namespace

ExitStatus test(const Options& options) {
  Inputs inputs;
  ExitStatus status = load_rules(options, inputs);
  if (status == ExitStatus::good && would_overwrite(options, inputs)) {
    status = ExitStatus::wrong_command;
  }
  tell(inputs.bag, inputs.sources, options);
  if (status != ExitStatus::good) return status;

  const Findings findings{run_examples(*inputs.rulebook), find_unreached(*inputs.rulebook)};
  if (findings.failed() > 0) status = ExitStatus::not_all_good;
  // Examples that fail as the rules are say nothing of rules that are changed.
  if (options.mutate && status == ExitStatus::good) return test_by_mutants(options, inputs);
  return deliver(options.format == Format::json ? write_json(findings, inputs)
                                                : write(findings, inputs, options),
                 options, status);
}

}  // namespace leps::cli
