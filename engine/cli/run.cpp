#include "cli/run.hpp"

#include "cli/command_check.hpp"
#include "cli/command_doc.hpp"
#include "cli/command_explain.hpp"
#include "cli/command_fmt.hpp"
#include "cli/command_lint.hpp"
#include "cli/command_template.hpp"
#include "cli/command_test.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"

namespace leps::cli {

ExitStatus run(const std::vector<std::string>& words) {
  DiagnosticBag bag;
  const Options options = read_command_line(words, bag);
  tell(bag, SourceMap(), options);
  if (bag.has_errors()) return ExitStatus::wrong_command;

  switch (options.command) {
    case Command::welcome:
      return deliver(welcome(options.language), options, ExitStatus::wrong_command);
    case Command::help:
      return deliver(help_page(options.topic.value_or(Command::help), options.language), options,
                     ExitStatus::good);
    case Command::version:
      return deliver("leps " LEPS_VERSION "\n", options, ExitStatus::good);
    case Command::check:
      return check(options);
    case Command::explain:
      return explain(options);
    case Command::test:
      return test(options);
    case Command::lint:
      return lint(options);
    case Command::fmt:
      return fmt(options);
    case Command::doc:
      return doc(options);
    case Command::form:
      return form(options);
  }
  return ExitStatus::our_bug;
}

}  // namespace leps::cli
