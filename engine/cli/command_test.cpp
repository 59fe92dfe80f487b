#include "cli/command_test.hpp"

#include "cli/command_mutate.hpp"
#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "diagnostics/render.hpp"
#include "examples/find_unreached.hpp"
#include "examples/report_examples.hpp"

#include <algorithm>

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

std::string write(const Findings& findings, const Inputs& inputs, const Options& options) {
  DiagnosticBag misses;
  for (const ExampleOutcome& outcome : findings.outcomes) {
    report_misses(outcome, *inputs.rulebook, inputs.sources, misses);
  }
  std::string text =
      render(misses, inputs.sources, {options.language, write_options(options).color});
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
    for (const ExampleOutcome::Miss& miss : outcome.misses) {
      misses.push_back(placed(miss.where, inputs.sources,
                              {{"expected", json_text(words_at(miss.where, inputs.sources))},
                               {"found", to_json(miss.found)}}));
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
