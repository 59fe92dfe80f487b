#include "cli/command_check.hpp"

#include "cli/inputs.hpp"
#include "cli/outcome.hpp"
#include "cli/output.hpp"
#include "diagnostics/load_source.hpp"
#include "report/write_csv.hpp"
#include "report/write_findings.hpp"
#include "report/write_html.hpp"
#include "report/write_json.hpp"
#include "report/write_markdown.hpp"
#include "report/write_text.hpp"
#include "report/write_xlsx.hpp"
#include "source/read_file.hpp"

#include <filesystem>
#include <variant>

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

/// What was found, as a letter; it replaces one that we wrote and nothing else.
bool save_findings(const Inputs& inputs, const Options& options) {
  DiagnosticBag bag;
  const std::string& path = *options.findings;
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) {
    const auto read = read_file(path, kMaxDataBytes);
    const auto* there = std::get_if<std::string>(&read);
    if (!there || (!there->empty() && !begins_findings(*there))) {
      bag.report(Code::command_out_exists, "", {path})
          .hint({"dai un altro nome", "give another name"});
    }
  }
  const bool saved =
      !bag.has_errors() && save_file(path,
                                     write_findings(inputs.bag, inputs.sources, inputs.everything,
                                                    inputs.receipt.silent, options.language),
                                     bag);
  tell(bag, SourceMap(), options);
  if (saved) {
    tell(path + Text(": le cose da correggere, Ambito per Ambito\n", ": what to mend, by Ambito\n")
                    .in(options.language));
  }
  return saved;
}

}  // namespace

ExitStatus check(const Options& options) {
  Inputs inputs;
  const ExitStatus loaded = load_all(options, inputs);
  tell(inputs.bag, inputs.sources, options);
  tell(receipt(inputs, options.language));
  const bool of_data = loaded == ExitStatus::wrong_data;
  const bool findings_written =
      !options.findings || !inputs.rulebook || save_findings(inputs, options);
  if (loaded != ExitStatus::good) {
    if (loaded != ExitStatus::wrong_command) {
      tell(nothing_written(inputs.bag, of_data && !inputs.everything.empty(), options.language));
    }
    return loaded;
  }
  if (!findings_written) return ExitStatus::cannot_read_or_write;

  const Report report = report_of(inputs);
  const ExitStatus status = inputs.owed != ExitStatus::good ? inputs.owed : status_of(report);
  const auto text = write(report, options);
  if (!text) return lacks_room(options);
  const ExitStatus delivered = deliver(*text, options, status);
  std::error_code error;
  if (options.out && delivered == status && std::filesystem::is_regular_file(*options.out, error)) {
    tell(written(report, *options.out, options.language));
  }
  return delivered;
}

}  // namespace leps::cli
