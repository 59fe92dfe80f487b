#include "cli/given_options.hpp"

#include "base/nearest.hpp"
#include "cli/option_table.hpp"

#include <charconv>

namespace leps::cli {
namespace {

void say_whose(std::string_view name, Diagnostic& unknown) {
  for (const OptionRow& row : option_rows()) {
    if (row.name != name) continue;
    std::string owners;
    for (const CommandRow& owner : command_rows()) {
      if (!takes(owner.command, row)) continue;
      owners += (owners.empty() ? "'" : ", '") + spoken(owner.command) + "'";
    }
    unknown.hint({"'" + std::string(name) + "' è un'opzione di " + owners,
                  "'" + std::string(name) + "' is an option of " + owners});
  }
}

}  // namespace

void GivenOptions::check_values() {
  for (const OptionRow& row : option_rows()) {
    if (!takes(options_.command, row)) continue;
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
      helped(bag_.report(Code::command_missing_value, "", {name, Text(row.what_it, row.what_en)}));
    } else if (row.takes == Takes::one && given > 1) {
      helped(bag_.report(Code::command_given_twice, "", {name}));
    }
  }
}

void GivenOptions::refuse_unknown_options() {
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

std::optional<std::string> GivenOptions::one(std::string_view name) {
  const std::vector<std::string>& values = found_.values[name];
  if (values.empty()) return std::nullopt;
  return values.front();
}

void GivenOptions::refuse_choice(std::string_view name, const std::string& given,
                                 const std::vector<std::string>& choices) {
  std::string it, en;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const bool last = i + 1 == choices.size();
    it += (i == 0 ? "" : last ? " o " : ", ") + choices[i];
    en += (i == 0 ? "" : last ? " or " : ", ") + choices[i];
  }
  Diagnostic& wrong =
      bag_.report(Code::command_wrong_value, "", {given, std::string(name), Text(it, en)});
  if (const auto near = nearest(given, choices)) {
    wrong.hint({"forse volevi dire '" + *near + "'", "perhaps you meant '" + *near + "'"});
  }
  helped(wrong);
}

std::optional<int> GivenOptions::year() {
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

void GivenOptions::helped(Diagnostic& diagnostic) const {
  const std::string command(word(options_.command));
  if (command.empty() || options_.command == Command::help) {
    diagnostic.hint({"'leps help' elenca i comandi", "'leps help --lang en' lists the commands"});
    return;
  }
  diagnostic.hint(
      {"'leps help " + command + "' elenca le opzioni e come si scrivono",
       "'leps help " + command + " --lang en' lists the options and how to write them"});
}

}  // namespace leps::cli
