// What a command reads: rules into a rulebook, data into facts, names on the command line into
// what they stand for.
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "explain/named.hpp"
#include "pipeline.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::cli {

/// What came back of the files of data that were given.
struct Receipt {
  std::size_t files = 0;
  std::size_t ambiti = 0;  // of those that were asked for; with `--keep-good`, that are used
  std::vector<std::string> silent;  // those that gave nothing
};

struct Inputs {
  SourceMap sources;
  DiagnosticBag bag;               // all that was found so far, warnings too
  std::vector<std::string> paths;  // of every file read
  std::optional<Rulebook> rulebook;
  std::vector<Named> named;         // of `explain`: the one meant, then others of its name
  std::optional<OrderingId> order;  // none: the first that the rules declare
  Receipt receipt;
  DataSet everything;  // all the data read: other years and other members of groups are there
  Judged judged;       // those of them that were asked for and may be used
  /// What the shell is told even if the rest goes well: with `--keep-good`, the data's errors.
  ExitStatus owed = ExitStatus::good;
};

/// The exit status of a step that found `bag`. A file that cannot be read comes before what is
/// written in the others.
ExitStatus status_of(const DiagnosticBag& bag, ExitStatus when_wrong);

/// The pack that is used when no rules are named: beside the program where it is installed, else
/// in the source tree it was built from.
std::string shipped_rules();

/// Reads and compiles the rules.
/// @return good where `inputs.rulebook` holds; else why not, with the reasons in `inputs.bag`
ExitStatus load_rules(const Options& options, Inputs& inputs);

/// Reads all that results are made from: rules, data, the rule and the ordering that were named.
/// @return good where the data may be evaluated
ExitStatus load_all(const Options& options, Inputs& inputs);

/// What was read, judged; what was found and the files that were read come along.
/// @param inputs  as load_all() filled them; they outlive the report
Report report_of(const Inputs& inputs);

/// Whether `--out` names one of the files that were read, which is an error.
bool would_overwrite(const Options& options, Inputs& inputs);

}  // namespace leps::cli
