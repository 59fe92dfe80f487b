#include "cli/command_explain.hpp"

#include "cli/command_explain_code.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "report/write_named.hpp"

namespace leps::cli {

ExitStatus explain(const Options& options) {
  if (options.codes || !options.code.empty()) return explain_code(options);

  Inputs inputs;
  const ExitStatus loaded = load_all(options, inputs);
  tell(inputs.bag, inputs.sources, options);
  if (loaded != ExitStatus::good) return loaded;

  const Report report = report_of(inputs);
  const Named& named = inputs.named.front();
  const std::vector<Named> others(inputs.named.begin() + 1, inputs.named.end());
  const auto* rule = std::get_if<RuleId>(&named);
  std::string text;
  ExitStatus status = ExitStatus::good;
  for (const Assessment& assessment : report.assessments) {
    if (!text.empty()) text += '\n';
    text += write_named(report, assessment, named, others, write_options(options));
    if (!rule) continue;
    const ExitStatus own = status_of(assessment.rules[rule->index].outcome.verdict);
    if (own != ExitStatus::good) status = own;
  }
  return deliver(text, options, inputs.owed != ExitStatus::good ? inputs.owed : status);
}

}  // namespace leps::cli
