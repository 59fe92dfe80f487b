// Words into options, in two steps: the program's own options up to the command, then the
// command's.
#include "cli/options.hpp"

#include "cli/command_words.hpp"
#include "cli/given_options.hpp"
#include "cli/option_table.hpp"
#include "cli/out_name.hpp"
#include "cli/split_words.hpp"
#include "source/extension.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace leps::cli {
namespace {

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

}  // namespace

Options read_command_line(const std::vector<std::string>& words, DiagnosticBag& bag) {
  Options options;
  options.language = asked_language(words);

  // After `--` everything is a word, whatever it looks like.
  const auto mark = std::find(words.begin(), words.end(), "--");
  Found found;
  split_words({words.begin(), mark}, Command::welcome, true, found);
  GivenOptions given(found, options, bag);
  if (!found.words.empty() && !found.words[0].starts_with('-')) {
    const std::string first = found.words[0];
    const std::optional<Command> command = command_called(first);
    if (!command) {
      refuse_unknown_command(first, given, bag);
      return options;
    }
    options.command = *command;
    split_words({found.words.begin() + 1, found.words.end()}, *command, false, found);
  }
  given.refuse_unknown_options();
  given.check_values();

  using Colors = std::pair<const char*, ColorMode>;
  using Languages = std::pair<const char*, Language>;
  using Formats = std::pair<const char*, Format>;
  using Editions = std::pair<const char*, Edition>;
  constexpr std::array kEditions = {Editions{"completa", Edition::complete},
                                    Editions{"assemblea", Edition::assembly}};
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

  options.color = given.choice("--color", kColors).value_or(ColorMode::automatic);
  (void)given.choice("--lang", kLanguages);  // read above; here only a wrong word is told
  if (given.has("--version") || given.has("--help")) {
    if (options.command != Command::welcome) options.topic = options.command;
    if (given.has("--version")) options.topic.reset();
    options.command = given.has("--version") ? Command::version : Command::help;
    return options;
  }
  options.to = given.choice("--to", kLanguages);
  options.data = given.all("--data");
  options.ambiti = given.all("--ambito");
  options.order = given.one("--order");
  options.out = given.one("--out");
  if (options.out == "-") options.out.reset();  // standard output, as everywhere
  options.year = given.year();
  options.format = format_of(options, options.command == Command::check
                                          ? given.choice("--format", kReportFormats)
                                          : given.choice("--format", kListFormats));
  options.format_given = given.has("--format");
  options.edition = given.choice("--edition", kEditions).value_or(Edition::complete);
  options.details = given.has("--details");
  for (const char* of_html : {"--edition", "--details"}) {
    if (options.command == Command::check && given.has(of_html) && options.format != Format::html) {
      bag.report(Code::command_html_only, "", {of_html})
          .hint({"aggiungi --format html, o fai finire il nome di --out in .html",
                 "add --format html, or let the name of --out end in .html"});
    }
  }
  // One that is there may be a file that is read: then that is said, once the inputs are known.
  std::error_code ignored;
  if (options.out && !std::filesystem::exists(*options.out, ignored)) check_ending(options, bag);
  options.findings = given.one("--report-findings");
  options.force = given.has("--force");
  options.keep_good = given.has("--keep-good");
  options.strict = given.has("--strict");
  options.mutate = given.has("--mutate");
  options.check_only = given.has("--check");
  options.fix = given.has("--fix");
  options.codes = given.has("--codes");

  found.words.insert(found.words.end(), mark == words.end() ? mark : mark + 1, words.end());
  read_words(found.words, given, options, bag);
  return options;
}

}  // namespace leps::cli
