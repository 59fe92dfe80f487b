// `leps check`: verdicts, gaps and priorities of each Ambito.
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "report/write.hpp"

namespace leps::cli {
namespace {

/// Nothing, where the system had no room for it.
std::optional<std::string> write(const Report& report, const Options& options) {
  switch (options.format) {
    case Format::json:
      return write_json(report);
    case Format::csv:
      return write_csv(report, write_options(options));
    case Format::markdown:
      return write_markdown(report, write_options(options));
    case Format::html:
      return write_html(report, write_options(options));
    case Format::xlsx:
      return write_xlsx(report, write_options(options));
    case Format::text:
      break;
  }
  return write_text(report, write_options(options));
}

ExitStatus status_of(const Report& report) {
  for (const Assessment& assessment : report.assessments) {
    for (const RuleResult& result : assessment.rules) {
      const ExitStatus status = cli::status_of(result.outcome.verdict);
      if (status != ExitStatus::good) return status;
    }
  }
  return ExitStatus::good;
}

}  // namespace

ExitStatus check(const Options& options) {
  Inputs inputs;
  const ExitStatus loaded = load_all(options, inputs);
  tell(inputs.bag, inputs.sources, options);
  if (loaded != ExitStatus::good) return loaded;

  const Report report = judge(inputs);
  const ExitStatus status = inputs.owed != ExitStatus::good ? inputs.owed : status_of(report);
  const auto written = write(report, options);
  return written ? deliver(*written, options, status) : lacks_room(options);
}

}  // namespace leps::cli
