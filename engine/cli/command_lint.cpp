// `leps lint`: all that is wrong with rules, without data. The findings are messages, so they go to
// standard error; the result is their count or, as JSON, their list.
#include "cli/commands.hpp"
#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"

#include <algorithm>

namespace leps::cli {
namespace {

std::string count(std::size_t number, const char* one, const char* many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string summarize(std::size_t errors, std::size_t warnings, Language language) {
  if (language == Language::italian) {
    return count(errors, "errore", "errori") + ", " + count(warnings, "avviso", "avvisi") + "\n";
  }
  return count(errors, "error", "errors") + ", " + count(warnings, "warning", "warnings") + "\n";
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
    for (const Unreached& unreached : find_unreached(*inputs.rulebook)) {
      inputs.bag.report(Code::example_unreached, unreached.where, {unreached.what});
    }
    inputs.bag.sort();
  }
  const auto& all = inputs.bag.all();
  const auto errors = std::count_if(all.begin(), all.end(), [](const Diagnostic& diagnostic) {
    return severity(diagnostic.code) == Severity::error;
  });
  const auto warnings = static_cast<std::ptrdiff_t>(all.size()) - errors;
  if (status == ExitStatus::good && options.strict && warnings > 0) {
    status = ExitStatus::not_all_good;
  }

  const bool overwrites = would_overwrite(options, inputs);
  if (options.format == Format::text || overwrites || status == ExitStatus::cannot_read_or_write) {
    tell(inputs.bag, inputs.sources, options);
  }
  if (overwrites) return ExitStatus::wrong_command;
  return deliver(options.format == Format::json
                     ? list(inputs)
                     : summarize(static_cast<std::size_t>(errors),
                                 static_cast<std::size_t>(warnings), options.language),
                 options, status);
}

}  // namespace leps::cli
