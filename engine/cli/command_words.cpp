#include "cli/command_words.hpp"

#include "base/nearest.hpp"
#include "cli/option_table.hpp"

namespace leps::cli {
namespace {

/// What `explain` is asked about: a rule, or a diagnostic's code, which has a slash; and what goes
/// with it.
template <class Lacks>
void read_subject(const std::vector<std::string>& words, GivenOptions& given, Options& options,
                  DiagnosticBag& bag, const Lacks& lacks) {
  const bool about_codes =
      options.codes || (!words.empty() && words[0].find('/') != std::string::npos);
  if (about_codes) {
    if (!words.empty()) options.code = words[0];
    for (const char* of_rules : {"--data", "--rules", "--ambito", "--year", "--order"}) {
      if (!given.has(of_rules)) continue;
      Diagnostic& extra = bag.report(Code::command_extra_word, "", {of_rules, "leps explain"});
      extra.hint({"un codice si spiega da solo: quell'opzione riguarda le regole",
                  "a code is explained by itself: that option is about rules"});
      given.helped(extra);
    }
  } else if (words.empty()) {
    lacks({"il nome della regola, o il codice del messaggio, da spiegare",
           "the name of the rule, or the code of the message, to explain"},
          "leps explain servizio_sociale_professionale --data lodi.yaml");
  } else {
    options.rule = words[0];
  }
}

}  // namespace

void refuse_unknown_command(const std::string& word, const GivenOptions& given,
                            DiagnosticBag& bag) {
  Diagnostic& unknown = bag.report(Code::command_unknown, "", {word});
  std::vector<std::string> known;
  for (const CommandRow& row : command_rows()) known.emplace_back(row.word);
  if (word.ends_with(".yaml") || word.ends_with(".yml")) {
    unknown.hint({"per i risultati di questi dati: leps check --data " + word,
                  "for the results of these data: leps check --data " + word});
  } else if (word.ends_with(".leps")) {
    unknown.hint({"per controllare queste regole: leps lint " + word,
                  "to check these rules: leps lint " + word});
  } else if (const auto near = nearest(word, known)) {
    unknown.hint(
        {"forse volevi dire 'leps " + *near + "'", "perhaps you meant 'leps " + *near + "'"});
  }
  given.helped(unknown);
}

void read_words(std::vector<std::string> words, GivenOptions& given, Options& options,
                DiagnosticBag& bag) {
  const auto lacks = [&](const Text& what, const Text& such_as) {
    Diagnostic& missing =
        bag.report(Code::command_missing_word, "", {spoken(options.command), what});
    missing.hint({"per esempio: " + such_as.it, "for instance: " + such_as.en});
    given.helped(missing);
  };
  const auto at_most = [&](std::size_t count, const Text& hint) {
    for (std::size_t i = count; i < words.size(); ++i) {
      Diagnostic& extra =
          bag.report(Code::command_extra_word, "", {words[i], spoken(options.command)});
      if (!hint.it.empty()) extra.hint(hint);
      given.helped(extra);
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
      if (!options.topic) refuse_unknown_command(words[0], given, bag);
      break;
    case Command::explain:
      at_most(
          1, {"le regole da leggere vanno dopo '--rules'", "the rules to read go after '--rules'"});
      read_subject(words, given, options, bag, lacks);
      options.rules = given.all("--rules");
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
  if (needs_data && !given.has("--data") && !bag.has_errors()) {
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

}  // namespace leps::cli
