// Lists the commands and the options that there are, a row for each.
#pragma once

#include "cli/options.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leps::cli {

/// `repeated`: one each time that it is given.
enum class Takes { nothing, one, repeated, many };

struct OptionRow {
  std::string_view name;
  Takes takes;
  unsigned commands;    // a bit for each that takes it; `welcome` stands for `leps` by itself
  const char* what_it;  // what follows it, for "after '--year' … is missing"
  const char* what_en;
};

struct CommandRow {
  Command command;
  std::string_view word;
};

/// In the order in which help lists them.
std::span<const OptionRow> option_rows();
std::span<const CommandRow> command_rows();

/// Whether a command takes the option of that row.
bool takes(Command command, const OptionRow& row);

/// The word for a command: `check`; of the command line as a whole, nothing.
std::string_view word(Command command);
/// `leps check`; of the command line as a whole, `leps`.
std::string spoken(Command command);
std::optional<Command> command_called(std::string_view word);
/// Every option that a command takes, `--data` and the like, in the order in which help lists them.
std::vector<std::string> options_of(Command command);

}  // namespace leps::cli
