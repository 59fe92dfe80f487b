// Words into options, in two steps: the program's own options up to the command, then the
// command's. CLI11 splits the words; every App here accepts anything, and what is wrong is said
// below, in the user's language: CLI11 speaks only English and stops at the first mistake.
#include "cli/options.hpp"

#include "base/nearest.hpp"
#include "cli/out_name.hpp"
#include "source/extension.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <map>

namespace leps::cli {
namespace {

enum class Takes { nothing, one, many };

constexpr unsigned bit(Command command) { return 1U << static_cast<unsigned>(command); }
constexpr unsigned kEvery = ~0U;

struct OptionRow {
  std::string_view name;
  Takes takes;
  unsigned commands;    // a bit for each that takes it; `welcome` stands for `leps` by itself
  const char* what_it;  // what follows it, for "after '--year' … is missing"
  const char* what_en;
};

constexpr OptionRow kOptions[] = {
    {"--data", Takes::many, bit(Command::check) | bit(Command::explain),
     "un file di dati o una cartella", "a file of data or a folder"},
    {"--rules", Takes::many, bit(Command::explain), "un file di regole o una cartella",
     "a file of rules or a folder"},
    {"--ambito", Takes::one, bit(Command::check) | bit(Command::explain) | bit(Command::form),
     "la chiave di un Ambito, come è scritta nei dati",
     "the key of an Ambito, as the data have it"},
    {"--year", Takes::one, bit(Command::check) | bit(Command::explain) | bit(Command::form),
     "un anno di quattro cifre, come 2025", "a year of four digits, such as 2025"},
    {"--order", Takes::one, bit(Command::check) | bit(Command::explain),
     "il nome di un 'ordine' delle regole", "the name of an 'order' of the rules"},
    {"--report-findings", Takes::one, bit(Command::check), "il nome di ciò che si scrive",
     "the name of what to write"},
    {"--force", Takes::nothing, bit(Command::form), "", ""},
    {"--keep-good", Takes::nothing, bit(Command::check) | bit(Command::explain), "", ""},
    {"--codes", Takes::nothing, bit(Command::explain), "", ""},
    {"--strict", Takes::nothing, bit(Command::lint), "", ""},
    {"--mutate", Takes::nothing, bit(Command::test), "", ""},
    {"--check", Takes::nothing, bit(Command::fmt), "", ""},
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

struct CommandRow {
  Command command;
  std::string_view word;
};

constexpr CommandRow kCommands[] = {
    {Command::check, "check"},   {Command::explain, "explain"}, {Command::test, "test"},
    {Command::lint, "lint"},     {Command::fmt, "fmt"},         {Command::doc, "doc"},
    {Command::form, "template"}, {Command::help, "help"},
};

// Just under the number from which CLI11 takes an option for one without end, which would make it
// read `[a,b]`, a lawful file name, as two values.
constexpr int kMostValues = 1 << 20;

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

/// What CLI11 found: the values of each option, and the words that belong to none.
struct Found {
  std::map<std::string_view, std::vector<std::string>> values;
  std::vector<std::string> words;
};

/// @param stop_at_word  leave alone all that follows the first word that is no option
void split(std::vector<std::string> args, Command command, bool stop_at_word, Found& found) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  app.prefix_command(stop_at_word);
  std::map<std::string_view, const CLI::Option*> options;
  for (const OptionRow& row : kOptions) {
    if ((row.commands & bit(command)) == 0) continue;
    const std::string name = (row.name == "--help" ? "-h," : "") + std::string(row.name);
    if (row.takes == Takes::nothing) {
      options[row.name] = app.add_flag(name);
      continue;
    }
    // From zero values up: CLI11 then gives an empty value where one is missing, and never takes
    // the next option for it.
    options[row.name] = app.add_option(name)
                            ->expected(0, row.takes == Takes::one ? 1 : kMostValues)
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

/// Turns what was found into options; says what is wrong with it.
class Reader {
 public:
  Reader(Found& found, Options& options, DiagnosticBag& bag)
      : found_(found), options_(options), bag_(bag) {}

  /// Values that are missing, doubled, or out of place.
  void check_values() {
    for (const OptionRow& row : kOptions) {
      std::vector<std::string>& values = found_.values[row.name];
      const std::string name(row.name);
      if (row.takes == Takes::nothing) {
        for (const std::string& value : values) {
          if (value != "true") helped(bag_.report(Code::command_takes_no_value, "", {name, value}));
        }
        continue;
      }
      const std::size_t given = values.size();
      if (std::erase(values, std::string()) > 0) {
        helped(
            bag_.report(Code::command_missing_value, "", {name, Text(row.what_it, row.what_en)}));
      } else if (row.takes == Takes::one && given > 1) {
        helped(bag_.report(Code::command_given_twice, "", {name}));
      }
    }
  }

  /// Takes out the words that look like options: this command has none so called.
  void refuse_unknown_options() {
    std::erase_if(found_.words, [this](const std::string& given) {
      if (given.size() < 2 || given[0] != '-') return false;
      const std::string name = given.substr(0, given.find('='));
      Diagnostic& unknown =
          bag_.report(Code::command_unknown_option, "", {name, spoken(options_.command)});
      if (const auto near = nearest(name, options_of(options_.command))) {
        unknown.hint({"forse volevi dire '" + *near + "'", "perhaps you meant '" + *near + "'"});
      } else {
        say_whose(name, unknown);
      }
      helped(unknown);
      return true;
    });
  }

  [[nodiscard]] bool has(std::string_view name) { return !found_.values[name].empty(); }
  [[nodiscard]] std::vector<std::string> all(std::string_view name) { return found_.values[name]; }
  [[nodiscard]] std::optional<std::string> one(std::string_view name) {
    const std::vector<std::string>& values = found_.values[name];
    if (values.empty()) return std::nullopt;
    return values.front();
  }

  /// The value of an option that takes one of a few words.
  template <class Value, std::size_t count>
  std::optional<Value> choice(std::string_view name,
                              const std::array<std::pair<const char*, Value>, count>& choices) {
    const std::optional<std::string> given = one(name);
    if (!given) return std::nullopt;
    std::vector<std::string> words;
    for (const auto& [spelling, value] : choices) {
      if (*given == spelling) return value;
      words.emplace_back(spelling);
    }
    std::string it, en;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool last = i + 1 == words.size();
      it += (i == 0 ? "" : last ? " o " : ", ") + words[i];
      en += (i == 0 ? "" : last ? " or " : ", ") + words[i];
    }
    Diagnostic& wrong =
        bag_.report(Code::command_wrong_value, "", {*given, std::string(name), Text(it, en)});
    if (const auto near = nearest(*given, words)) {
      wrong.hint({"forse volevi dire '" + *near + "'", "perhaps you meant '" + *near + "'"});
    }
    helped(wrong);
    return std::nullopt;
  }

  std::optional<int> year() {
    const std::optional<std::string> given = one("--year");
    if (!given) return std::nullopt;
    int year = 0;
    const char* const end = given->data() + given->size();
    if (given->size() == 4 && std::from_chars(given->data(), end, year).ptr == end && year > 999) {
      return year;
    }
    helped(bag_.report(
        Code::command_wrong_value, "",
        {*given, "--year",
         Text("un anno di quattro cifre, come 2025", "a year of four digits, such as 2025")}));
    return std::nullopt;
  }

  /// Ends a message with where to read more.
  void helped(Diagnostic& diagnostic) const {
    const std::string command(word(options_.command));
    if (command.empty() || options_.command == Command::help) {
      diagnostic.hint({"'leps help' elenca i comandi", "'leps help --lang en' lists the commands"});
      return;
    }
    diagnostic.hint(
        {"'leps help " + command + "' elenca le opzioni e come si scrivono",
         "'leps help " + command + " --lang en' lists the options and how to write them"});
  }

 private:
  static void say_whose(std::string_view name, Diagnostic& unknown) {
    for (const OptionRow& row : kOptions) {
      if (row.name != name) continue;
      std::string owners;
      for (const CommandRow& owner : kCommands) {
        if ((row.commands & bit(owner.command)) == 0) continue;
        owners += (owners.empty() ? "'" : ", '") + spoken(owner.command) + "'";
      }
      unknown.hint({"'" + std::string(name) + "' è un'opzione di " + owners,
                    "'" + std::string(name) + "' is an option of " + owners});
    }
  }

  Found& found_;
  Options& options_;
  DiagnosticBag& bag_;
};

// The language must be known before anything else is, to say what is wrong with the rest.
Language asked_language(const std::vector<std::string>& args) {
  Language language = Language::italian;
  for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
    const bool apart = args[i] == "--lang" && i + 1 < args.size();
    const std::string_view value = apart ? std::string_view(args[i + 1])
                                   : args[i].starts_with("--lang=")
                                       ? std::string_view(args[i]).substr(7)
                                       : std::string_view();
    if (value == "en") language = Language::english;
    if (value == "it") language = Language::italian;
  }
  return language;
}

void refuse_unknown_command(const std::string& given, Reader& reader, DiagnosticBag& bag) {
  Diagnostic& unknown = bag.report(Code::command_unknown, "", {given});
  std::vector<std::string> known;
  for (const CommandRow& row : kCommands) known.emplace_back(row.word);
  if (given.ends_with(".yaml") || given.ends_with(".yml")) {
    unknown.hint({"per i risultati di questi dati: leps check --data " + given,
                  "for the results of these data: leps check --data " + given});
  } else if (given.ends_with(".leps")) {
    unknown.hint({"per controllare queste regole: leps lint " + given,
                  "to check these rules: leps lint " + given});
  } else if (const auto near = nearest(given, known)) {
    unknown.hint(
        {"forse volevi dire 'leps " + *near + "'", "perhaps you meant 'leps " + *near + "'"});
  }
  reader.helped(unknown);
}

/// `--format`, or what the name of the file to write says.
Format format_of(const Options& options, std::optional<Format> given) {
  if (given) return *given;
  if (!options.out || options.command == Command::explain) return Format::text;
  const bool is_check = options.command == Command::check;
  const std::string ending = extension_of(*options.out);
  if (ending == ".json") return Format::json;
  if (is_check && ending == ".csv") return Format::csv;
  if (is_check && ending == ".md") return Format::markdown;
  if (is_check && ending == ".html") return Format::html;
  if (is_check && ending == ".xlsx") return Format::xlsx;
  return Format::text;
}

/// What `explain` is asked about: a rule, or a diagnostic's code, which has a slash; and what goes
/// with it.
template <class Lacks>
void read_subject(const std::vector<std::string>& words, Reader& reader, Options& options,
                  DiagnosticBag& bag, const Lacks& lacks) {
  const bool about_codes =
      options.codes || (!words.empty() && words[0].find('/') != std::string::npos);
  if (about_codes) {
    if (!words.empty()) options.code = words[0];
    for (const char* of_rules : {"--data", "--rules", "--ambito", "--year", "--order"}) {
      if (!reader.has(of_rules)) continue;
      Diagnostic& extra = bag.report(Code::command_extra_word, "", {of_rules, "leps explain"});
      extra.hint({"un codice si spiega da solo: quell'opzione riguarda le regole",
                  "a code is explained by itself: that option is about rules"});
      reader.helped(extra);
    }
  } else if (words.empty()) {
    lacks({"il nome della regola, o il codice del messaggio, da spiegare",
           "the name of the rule, or the code of the message, to explain"},
          "leps explain servizio_sociale_professionale --data lodi.yaml");
  } else {
    options.rule = words[0];
  }
}

/// The words of a command that are not options: its rules, its files, its one rule.
void read_words(std::vector<std::string> words, Reader& reader, Options& options,
                DiagnosticBag& bag) {
  const auto lacks = [&](const Text& what, const Text& such_as) {
    Diagnostic& missing =
        bag.report(Code::command_missing_word, "", {spoken(options.command), what});
    missing.hint({"per esempio: " + such_as.it, "for instance: " + such_as.en});
    reader.helped(missing);
  };
  const auto at_most = [&](std::size_t count, const Text& hint) {
    for (std::size_t i = count; i < words.size(); ++i) {
      Diagnostic& extra =
          bag.report(Code::command_extra_word, "", {words[i], spoken(options.command)});
      if (!hint.it.empty()) extra.hint(hint);
      reader.helped(extra);
    }
  };

  switch (options.command) {
    case Command::welcome:
    case Command::version:
      break;
    case Command::help:
      at_most(1, {});
      if (words.empty()) break;
      options.topic = command_called(words[0]);
      if (!options.topic) refuse_unknown_command(words[0], reader, bag);
      break;
    case Command::explain:
      at_most(
          1, {"le regole da leggere vanno dopo '--rules'", "the rules to read go after '--rules'"});
      read_subject(words, reader, options, bag, lacks);
      options.rules = reader.all("--rules");
      break;
    case Command::fmt:
      if (words.empty()) {
        lacks({"il file da impaginare", "the file to lay out"}, "leps fmt regole.leps");
      }
      options.files = std::move(words);
      break;
    case Command::check:
    case Command::test:
    case Command::lint:
    case Command::doc:
    case Command::form:
      options.rules = std::move(words);
      break;
  }

  const bool needs_data = options.command == Command::check || !options.rule.empty();
  if (needs_data && !reader.has("--data") && !bag.has_errors()) {
    const std::string rule = options.rule.empty() ? "" : " " + options.rule;
    lacks(
        {"'--data' con un file di dati o una cartella", "'--data' with a file of data or a folder"},
        spoken(options.command) + rule + " --data lodi.yaml");
  }
  if (options.command == Command::doc && !options.out && !bag.has_errors()) {
    lacks({"'--out' con la cartella in cui scrivere", "'--out' with the folder to write into"},
          "leps doc --out pagine");
  }
  if (options.command == Command::form && !options.out && !bag.has_errors()) {
    lacks({"'--out' con il file da scrivere: .yaml, .csv o .xlsx",
           "'--out' with the file to write: .yaml, .csv or .xlsx"},
          "leps template --out modulo.xlsx");
  }
  // Its bytes would only upset a terminal.
  if (options.format == Format::xlsx && !options.out && !bag.has_errors()) {
    lacks({"'--out' con il file .xlsx da scrivere", "'--out' with the .xlsx file to write"},
          "leps check --data lodi.yaml --out risultati.xlsx");
  }
}

}  // namespace

std::string_view word(Command command) {
  for (const CommandRow& row : kCommands) {
    if (row.command == command) return row.word;
  }
  return {};
}

std::vector<std::string> options_of(Command command) {
  std::vector<std::string> names;
  for (const OptionRow& row : kOptions) {
    if ((row.commands & bit(command)) != 0) names.emplace_back(row.name);
  }
  return names;
}

Options read_command_line(const std::vector<std::string>& words, DiagnosticBag& bag) {
  Options options;
  options.language = asked_language(words);

  // After `--` everything is a word, whatever it looks like.
  const auto mark = std::find(words.begin(), words.end(), "--");
  Found found;
  split({words.begin(), mark}, Command::welcome, true, found);
  Reader reader(found, options, bag);
  if (!found.words.empty() && !found.words[0].starts_with('-')) {
    const std::string given = found.words[0];
    const std::optional<Command> command = command_called(given);
    if (!command) {
      refuse_unknown_command(given, reader, bag);
      return options;
    }
    options.command = *command;
    split({found.words.begin() + 1, found.words.end()}, *command, false, found);
  }
  reader.refuse_unknown_options();
  reader.check_values();

  using Colors = std::pair<const char*, ColorMode>;
  using Languages = std::pair<const char*, Language>;
  using Formats = std::pair<const char*, Format>;
  constexpr std::array kColors = {Colors{"auto", ColorMode::automatic},
                                  Colors{"always", ColorMode::always},
                                  Colors{"never", ColorMode::never}};
  constexpr std::array kLanguages = {Languages{"it", Language::italian},
                                     Languages{"en", Language::english}};
  constexpr std::array kReportFormats = {
      Formats{"text", Format::text}, Formats{"json", Format::json},
      Formats{"csv", Format::csv},   Formats{"md", Format::markdown},
      Formats{"html", Format::html}, Formats{"xlsx", Format::xlsx}};
  constexpr std::array kListFormats = {Formats{"text", Format::text},
                                       Formats{"json", Format::json}};

  options.color = reader.choice("--color", kColors).value_or(ColorMode::automatic);
  (void)reader.choice("--lang", kLanguages);  // read above; here only a wrong word is told
  if (reader.has("--version") || reader.has("--help")) {
    if (options.command != Command::welcome) options.topic = options.command;
    if (reader.has("--version")) options.topic.reset();
    options.command = reader.has("--version") ? Command::version : Command::help;
    return options;
  }
  options.to = reader.choice("--to", kLanguages);
  options.data = reader.all("--data");
  options.ambito = reader.one("--ambito");
  options.order = reader.one("--order");
  options.out = reader.one("--out");
  if (options.out == "-") options.out.reset();  // standard output, as everywhere
  options.year = reader.year();
  options.format = format_of(options, options.command == Command::check
                                          ? reader.choice("--format", kReportFormats)
                                          : reader.choice("--format", kListFormats));
  options.format_given = reader.has("--format");
  // One that is there may be a file that is read: then that is said, once the inputs are known.
  std::error_code ignored;
  if (options.out && !std::filesystem::exists(*options.out, ignored)) check_ending(options, bag);
  options.findings = reader.one("--report-findings");
  options.force = reader.has("--force");
  options.keep_good = reader.has("--keep-good");
  options.strict = reader.has("--strict");
  options.mutate = reader.has("--mutate");
  options.check_only = reader.has("--check");
  options.codes = reader.has("--codes");

  found.words.insert(found.words.end(), mark == words.end() ? mark : mark + 1, words.end());
  read_words(found.words, reader, options, bag);
  return options;
}

}  // namespace leps::cli
