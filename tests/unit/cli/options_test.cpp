#include "cli/options.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace leps;
using namespace leps::cli;

namespace {

struct Reading {
  Options options;
  DiagnosticBag bag;
};

Reading read(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  Reading reading;
  reading.options = read_command_line(words, reading.bag);
  return reading;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::string codes(const DiagnosticBag& bag) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : bag.all()) all.emplace_back(name(diagnostic.code));
  return joined(all);
}

}  // namespace

TEST_CASE("options: words find their place") {
  struct Row {
    std::string why;
    std::string line;
    std::string rules;
    std::string data;
    std::string files;
  };
  const Row rows[] = {
      {"rules before data", "check a.leps b --data x.yaml", "a.leps b", "x.yaml", ""},
      {"data take all that follows", "check --data x y z", "", "x y z", ""},
      {"data more than once", "check a --data x --year 2025 --data y", "a", "x y", ""},
      {"after -- everything is a rule", "check --data x -- -a --year", "-a --year", "x", ""},
      {"a name like a list is one name", "check [a,b] --data [c] [d,e]", "[a,b]", "[c] [d,e]", ""},
      {"a file called true", "check --data true", "", "true", ""},
      {"a value after =", "check --data=x", "", "x", ""},
      {"the program's options on either side", "--lang en --color never check --data x", "", "x",
       ""},
      {"rules of explain", "explain r --rules a b --data x", "a b", "x", ""},
      {"files of fmt", "fmt a.leps - b.leps", "", "", "a.leps - b.leps"},
      {"a file named like a command", "lint test check", "test check", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Reading reading = read(row.line);
    CHECK(codes(reading.bag) == "");
    CHECK(joined(reading.options.rules) == row.rules);
    CHECK(joined(reading.options.data) == row.data);
    CHECK(joined(reading.options.files) == row.files);
  }
}

TEST_CASE("options: values become what they mean") {
  const Reading reading = read(
      "check --data x --year 2025 --ambito lodi --ambito b --order regionale --format md --out f "
      "--keep-good --color always --lang en");
  CHECK(codes(reading.bag) == "");
  CHECK(reading.options.command == Command::check);
  CHECK(reading.options.year == 2025);
  CHECK(joined(reading.options.ambiti) == "lodi b");
  CHECK(reading.options.order == "regionale");
  CHECK(reading.options.format == Format::markdown);
  CHECK(reading.options.out == "f");
  CHECK(reading.options.keep_good);
  CHECK(reading.options.color == ColorMode::always);
  CHECK(reading.options.language == Language::english);
}

TEST_CASE("options: without --format, the name of the file to write decides") {
  struct Row {
    std::string line;
    Format format;
  };
  const Row rows[] = {
      {"check --data x", Format::text},
      {"check --data x --out r.html", Format::html},
      {"check --data x --out r.json", Format::json},
      {"check --data x --out r.csv", Format::csv},
      {"check --data x --out r.md", Format::markdown},
      {"check --data x --out r.txt", Format::text},
      {"check --data x --out r.html --format json", Format::json},
      {"test --out r.json", Format::json},
      {"test --out r.html", Format::text},
      {"explain r --data x --out r.html", Format::text},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(read(row.line).options.format == row.format);
  }
}

TEST_CASE("options: every mistake has its code") {
  struct Row {
    std::string line;
    std::string codes;
  };
  const Row rows[] = {
      {"chek", "command/unknown-command"},
      {"lodi.yaml", "command/unknown-command"},
      {"help chek", "command/unknown-command"},
      {"-x", "command/unknown-option"},
      {"--data x check", "command/unknown-option"},
      {"check --dta x --data y", "command/unknown-option"},
      {"check --data x --strict", "command/unknown-option"},
      {"check -5 --data x", "command/unknown-option"},
      {"check --data", "command/missing-value"},
      {"check --format --data x", "command/missing-value"},
      {"check --data x --year=", "command/missing-value"},
      {"check --data x --year 2024 --year 2025", "command/given-twice"},
      {"fmt a --check=no", "command/takes-no-value"},
      {"check --data x --year 25", "command/wrong-value"},
      {"check --data x --year 2025.0", "command/wrong-value"},
      {"check --data x --year 99999999999999999999", "command/wrong-value"},
      {"check --data x --format pdf", "command/wrong-value"},
      {"test --format html", "command/wrong-value"},
      {"check --data x --lang fr", "command/wrong-value"},
      {"check --data x --color si", "command/wrong-value"},
      {"fmt a --to de", "command/wrong-value"},
      {"check", "command/missing-word"},
      {"explain --data x", "command/missing-word"},
      {"explain r", "command/missing-word"},
      {"fmt", "command/missing-word"},
      {"explain r a.leps --data x", "command/extra-word"},
      {"help check fmt", "command/extra-word"},
      {"check --data x --year 25 --format pdf --foo",
       "command/unknown-option command/wrong-value command/wrong-value"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Reading reading = read(row.line);
    CHECK(codes(reading.bag) == row.codes);
    for (const Diagnostic& diagnostic : reading.bag.all()) {
      CHECK_MESSAGE(!diagnostic.hints.empty(), "every message says what to do");
      CHECK(diagnostic.message.it != diagnostic.message.en);
    }
  }
}

TEST_CASE("options: a wrong word gets the nearest right one") {
  struct Row {
    std::string line;
    std::string hint;
  };
  const Row rows[] = {
      {"chek", "perhaps you meant 'leps check'"},
      {"explian", "perhaps you meant 'leps explain'"},
      {"lodi.yaml", "for the results of these data: leps check --data lodi.yaml"},
      {"r.leps", "to check these rules: leps lint r.leps"},
      {"check --dat x", "perhaps you meant '--data'"},
      {"check -data x", "perhaps you meant '--data'"},
      {"check --Year=2025 --data x", "perhaps you meant '--year'"},
      {"check --data x --strict", "'--strict' is an option of 'leps lint'"},
      {"check --data x --format jsn", "perhaps you meant 'json'"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Reading reading = read(row.line);
    REQUIRE(!reading.bag.empty());
    REQUIRE(!reading.bag.all().front().hints.empty());
    CHECK(reading.bag.all().front().hints.front().en == row.hint);
  }
}

TEST_CASE("options: the language is known whatever else is wrong") {
  for (const char* line : {"--lang en chek", "--lang=en chek", "chek --lang en", "check --lang=en",
                           "check --foo --lang en", "--foo --lang en"}) {
    CAPTURE(line);
    const Reading reading = read(line);
    CHECK(reading.bag.has_errors());
    CHECK(reading.options.language == Language::english);
  }
  CHECK(read("chek -- --lang en").options.language == Language::italian);
  CHECK(read("chek --lang").options.language == Language::italian);
}

TEST_CASE("options: help is asked in three ways, and comes before what is missing") {
  for (const char* line : {"help check", "check --help", "check -h"}) {
    CAPTURE(line);
    const Reading reading = read(line);
    CHECK(codes(reading.bag) == "");
    CHECK(reading.options.command == Command::help);
    CHECK(reading.options.topic == Command::check);
  }
  for (const char* line : {"help", "--help", "-h"}) {
    CAPTURE(line);
    CHECK(read(line).options.command == Command::help);
    CHECK(!read(line).options.topic.has_value());
  }
  CHECK(read("").options.command == Command::welcome);
  CHECK(read("--version").options.command == Command::version);
  CHECK(read("fmt --version").options.command == Command::version);
}
