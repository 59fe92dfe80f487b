#include "cli/help.hpp"

#include "cli/option_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

using namespace leps;
using namespace leps::cli;

namespace {

constexpr Command kCommands[] = {Command::check, Command::explain, Command::test, Command::lint,
                                 Command::fmt,   Command::doc,     Command::form};
constexpr Language kLanguages[] = {Language::italian, Language::english};

/// The options that a page lists, one at the beginning of each line.
std::set<std::string> listed(std::string_view page) {
  std::set<std::string> names;
  const std::string text(page);
  const std::regex option(R"(\n  (?:-h, )?(--[a-z-]+))");
  for (std::sregex_iterator at(text.begin(), text.end(), option), end; at != end; ++at) {
    names.insert((*at)[1]);
  }
  return names;
}

std::size_t widest_line(std::string_view page) {
  std::size_t widest = 0, width = 0;
  for (const char c : page) {
    if (c == '\n')
      width = 0;
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
      ++width;
    widest = std::max(widest, width);
  }
  return widest;
}

}  // namespace

TEST_CASE("help: each page lists the options that its command takes, and no other") {
  for (const Language language : kLanguages) {
    for (const Command command : kCommands) {
      CAPTURE(word(command));
      const std::vector<std::string> names = options_of(command);
      CHECK(listed(help_page(command, language)) ==
            std::set<std::string>(names.begin(), names.end()));
    }
    const std::vector<std::string> names = options_of(Command::welcome);
    CHECK(listed(overview(language)) == std::set<std::string>(names.begin(), names.end()));
  }
}

TEST_CASE("help: the overview names every command, and every page fits in 80 columns") {
  for (const Language language : kLanguages) {
    for (const Command command : kCommands) {
      const std::string usage = "leps " + std::string(word(command));
      CHECK(overview(language).find(usage) != std::string_view::npos);
      CHECK(help_page(command, language).starts_with(usage));
      CHECK(widest_line(help_page(command, language)) <= 80);
    }
    CHECK(widest_line(overview(language)) <= 80);
    CHECK(widest_line(welcome(language)) <= 80);
  }
}

TEST_CASE("help: the two languages are two texts") {
  CHECK(welcome(Language::italian) != welcome(Language::english));
  CHECK(overview(Language::italian) != overview(Language::english));
  for (const Command command : kCommands) {
    CHECK(help_page(command, Language::italian) != help_page(command, Language::english));
  }
}
