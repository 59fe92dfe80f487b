#include "cli/option_table.hpp"

namespace leps::cli {
namespace {

constexpr unsigned bit(Command command) { return 1U << static_cast<unsigned>(command); }
constexpr unsigned kEvery = ~0U;

constexpr OptionRow kOptions[] = {
    {"--data", Takes::many, bit(Command::check) | bit(Command::explain),
     "un file di dati o una cartella", "a file of data or a folder"},
    {"--rules", Takes::many, bit(Command::explain), "un file di regole o una cartella",
     "a file of rules or a folder"},
    {"--ambito", Takes::repeated, bit(Command::check) | bit(Command::explain),
     "la chiave o il nome di un Ambito, come sono scritti nei dati",
     "the key or the name of an Ambito, as the data have it"},
    {"--ambito", Takes::one, bit(Command::form), "la chiave di un Ambito", "the key of an Ambito"},
    {"--year", Takes::one, bit(Command::check) | bit(Command::explain) | bit(Command::form),
     "un anno di quattro cifre, come 2025", "a year of four digits, such as 2025"},
    {"--order", Takes::one, bit(Command::check) | bit(Command::explain),
     "il nome di un 'ordine' delle regole", "the name of an 'order' of the rules"},
    {"--report-findings", Takes::one, bit(Command::check), "il nome di ciò che si scrive",
     "the name of what to write"},
    {"--edition", Takes::one, bit(Command::check), "completa o assemblea", "completa or assemblea"},
    {"--details", Takes::nothing, bit(Command::check), "", ""},
    {"--force", Takes::nothing, bit(Command::form), "", ""},
    {"--keep-good", Takes::nothing, bit(Command::check) | bit(Command::explain), "", ""},
    {"--codes", Takes::nothing, bit(Command::explain), "", ""},
    {"--strict", Takes::nothing, bit(Command::lint), "", ""},
    {"--mutate", Takes::nothing, bit(Command::test), "", ""},
    {"--check", Takes::nothing, bit(Command::fmt), "", ""},
    {"--fix", Takes::nothing, bit(Command::fmt), "", ""},
    {"--to", Takes::one, bit(Command::fmt), "it o en", "it or en"},
    {"--format", Takes::one, bit(Command::check) | bit(Command::test) | bit(Command::lint),
     "un formato", "a format"},
    {"--out", Takes::one,
     bit(Command::check) | bit(Command::explain) | bit(Command::test) | bit(Command::lint) |
         bit(Command::doc) | bit(Command::form),
     "il nome di ciò che si scrive", "the name of what to write"},
    {"--lang", Takes::one, kEvery, "it o en", "it or en"},
    {"--color", Takes::one, kEvery, "auto, always o never", "auto, always or never"},
    {"--help", Takes::nothing, kEvery, "", ""},
    {"--version", Takes::nothing, kEvery, "", ""},
};

constexpr CommandRow kCommands[] = {
    {Command::check, "check"},   {Command::explain, "explain"}, {Command::test, "test"},
    {Command::lint, "lint"},     {Command::fmt, "fmt"},         {Command::doc, "doc"},
    {Command::form, "template"}, {Command::help, "help"},
};

}  // namespace

std::span<const OptionRow> option_rows() { return kOptions; }
std::span<const CommandRow> command_rows() { return kCommands; }

bool takes(Command command, const OptionRow& row) { return (row.commands & bit(command)) != 0; }

std::string_view word(Command command) {
  for (const CommandRow& row : kCommands) {
    if (row.command == command) return row.word;
  }
  return {};
}

std::string spoken(Command command) {
  const std::string_view own = word(command);
  return own.empty() ? "leps" : "leps " + std::string(own);
}

std::optional<Command> command_called(std::string_view word) {
  for (const CommandRow& row : kCommands) {
    if (row.word == word) return row.command;
  }
  return std::nullopt;
}

std::vector<std::string> options_of(Command command) {
  std::vector<std::string> names;
  for (const OptionRow& row : kOptions) {
    if (takes(command, row)) names.emplace_back(row.name);
  }
  return names;
}

}  // namespace leps::cli
