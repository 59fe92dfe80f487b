#include "cli/command_lint.hpp"

#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "examples/report_examples.hpp"
#include "lint/lint.hpp"

namespace leps::cli {
namespace {

std::string count(std::size_t number, const char* one, const char* many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::size_t how_many(const DiagnosticBag& bag, Severity wanted) {
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : bag.all()) {
    if (severity(diagnostic.code) == wanted) count += diagnostic.count();
  }
  return count;
}

std::string summarize(const DiagnosticBag& bag, Language language) {
  const std::size_t errors = how_many(bag, Severity::error);
  const std::size_t warnings = how_many(bag, Severity::warning);
  const std::size_t notes = how_many(bag, Severity::note);
  if (language == Language::italian) {
    return count(errors, "errore", "errori") + ", " + count(warnings, "avviso", "avvisi") + ", " +
           count(notes, "nota", "note") + "\n";
  }
  return count(errors, "error", "errors") + ", " + count(warnings, "warning", "warnings") + ", " +
         count(notes, "note", "notes") + "\n";
}

std::string list(const Inputs& inputs) {
  std::vector<Json> findings;
  for (const Diagnostic& diagnostic : inputs.bag.all()) {
    findings.push_back(to_json(diagnostic, inputs.sources));
  }
  return json_object({{"schema", json_text("leps-lint/1")}, {"diagnostics", json_list(findings)}})
             .written +
         "\n";
}

}  // namespace

ExitStatus lint(const Options& options) {
  Inputs inputs;
  ExitStatus status = load_rules(options, inputs);
  if (inputs.rulebook) {
    report_unreached(*inputs.rulebook, inputs.bag);
    lint(*inputs.rulebook, inputs.bag);
    inputs.bag.sort();
  }
  if (status == ExitStatus::good && options.strict && how_many(inputs.bag, Severity::warning) > 0) {
    status = ExitStatus::not_all_good;
  }

  const bool overwrites = would_overwrite(options, inputs);
  if (options.format == Format::text || overwrites || status == ExitStatus::cannot_read_or_write) {
    tell(inputs.bag, inputs.sources, options);
  }
  if (overwrites) return ExitStatus::wrong_command;
  return deliver(
      options.format == Format::json ? list(inputs) : summarize(inputs.bag, options.language),
      options, status);
}

}  // namespace leps::cli
