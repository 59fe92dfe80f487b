// CLI11 splits the words, and this file alone knows it. Its App accepts anything: what is wrong is
// said elsewhere, in the user's language, as CLI11 speaks only English and stops at the first
// mistake.
#include "cli/split_words.hpp"

#include "cli/option_table.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace leps::cli {
namespace {

// Just under the number from which CLI11 takes an option for one without end, which would make it
// read `[a,b]`, a lawful file name, as two values.
constexpr int kMostValues = 1 << 20;

}  // namespace

void split_words(std::vector<std::string> args, Command command, bool stop_at_word, Found& found) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  app.prefix_command(stop_at_word);
  std::map<std::string_view, const CLI::Option*> options;
  for (const OptionRow& row : option_rows()) {
    if (!takes(command, row)) continue;
    const std::string name = (row.name == "--help" ? "-h," : "") + std::string(row.name);
    if (row.takes == Takes::nothing) {
      options[row.name] = app.add_flag(name);
      continue;
    }
    // From zero values up: CLI11 then gives an empty value where one is missing, and never takes
    // the next option for it.
    options[row.name] = app.add_option(name)
                            ->expected(0, row.takes == Takes::many ? kMostValues : 1)
                            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  std::reverse(args.begin(), args.end());  // as CLI11 wants them
  app.parse(std::move(args));
  for (const auto& [name, option] : options) {
    std::vector<std::string>& values = found.values[name];
    values.insert(values.end(), option->results().begin(), option->results().end());
  }
  found.words = app.remaining();
}

}  // namespace leps::cli
