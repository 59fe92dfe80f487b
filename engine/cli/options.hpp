// The command line as the user meant it.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "report/write_options.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leps::cli {

enum class Command { welcome, help, version, check, explain, test, lint, fmt, doc, form };
enum class Format { text, json, csv, markdown, html, xlsx };
enum class ColorMode { automatic, always, never };

struct Options {
  Command command = Command::welcome;
  std::optional<Command> topic;  // of `help`: the command asked about
  Language language = Language::italian;
  ColorMode color = ColorMode::automatic;

  std::vector<std::string> rules;  // files and folders; empty: the pack shipped with the program
  std::vector<std::string> data;   // likewise, of data
  std::vector<std::string> files;  // of `fmt`; `-` is standard input
  std::string rule;                // of `explain`
  std::string code;                // of `explain`: a diagnostic's code, or its room, `unit/`
  std::optional<int> year;
  Edition edition = Edition::complete;
  bool details = false;
  std::vector<std::string> ambiti;  // by key or name; empty: all
  std::optional<std::string> order, out;
  Format format = Format::text;
  bool format_given = false;            // by name, not by the ending of `out`
  std::optional<Language> to;           // of `fmt`: none keeps the file's own language
  bool keep_good = false;               // use what can be read of data that have errors
  std::optional<std::string> findings;  // of `check`: where to write what was found, by Ambito
  bool force = false;                   // of `template`: replace a form that is there
  bool mutate = false;                  // of `test`: the examples are tried on changed rules
  bool strict = false;                  // of `lint`: a warning is enough to fail
  bool codes = false;                   // of `explain`: list every code
  bool check_only = false;              // of `fmt`: say what would change, write nothing
  bool fix = false;                     // of `fmt`: mend what can be mended in one way only
};

/// @param words  the arguments, without the program's name
/// @param bag    gets what is wrong; `language` and `color` of the result hold all the same, so
///               that the messages can be shown as the user asked
Options read_command_line(const std::vector<std::string>& words, DiagnosticBag& bag);

}  // namespace leps::cli
