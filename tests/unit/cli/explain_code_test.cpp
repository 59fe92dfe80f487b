// Every diagnostic is explained, and its examples are what they say: the wrong one gets the code,
// the right one gets no message at all.
#include "diagnostics/explain_code.hpp"
#include "cli/options.hpp"
#include "controls/judge_data.hpp"
#include "diagnostics/render.hpp"
#include "lint/lint.hpp"
#include "pipeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace leps;

namespace {

/// What an example is told; `shown` gets it as a reader sees it.
struct Tried {
  std::string codes;  // with spaces
  std::string shown;
};

Tried told(const DiagnosticBag& bag, const SourceMap& sources) {
  Tried tried;
  for (const Diagnostic& diagnostic : bag.all()) {
    tried.codes += (tried.codes.empty() ? "" : " ") + std::string(name(diagnostic.code));
  }
  tried.shown = render(bag, sources, {Language::italian, false});
  return tried;
}

std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + mark.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

Tried try_rules(const std::vector<std::string>& files) {
  SourceMap sources;
  for (const std::string& file : files) {
    sources.add("esempio" + std::to_string(sources.size()) + ".leps", file);
  }
  DiagnosticBag bag;
  (void)compile(sources, bag);
  return told(bag, sources);
}

std::string in_a_pack(const std::string& text) {
  const bool clauses = text.starts_with("requisito ") || text.starts_with("si applica se ");
  const std::string rule =
      "regola prova_di_clausola \"Prova\"\n  categoria LEPS\n  secondo legge\n"
      "  in vigore dal 1 gennaio 2021\n";
  return std::string(base_of_examples()) + "\n" + (clauses ? rule : "") + text;
}

std::string in_a_year(const std::string& text) {
  std::string whole = "ambito: lodi\nanni:\n  2025:\n    dati:\n";
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) whole += "      " + line + "\n";
  return whole;
}

Tried try_data(const std::vector<std::string>& files, const char* name = "dati.yaml") {
  SourceMap sources;
  sources.add("base.leps", std::string(base_of_examples()));
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  REQUIRE(rulebook);
  std::vector<SourceId> ids;
  for (const std::string& file : files) ids.push_back(sources.add(name, file));
  (void)load(*rulebook, sources, {.documents = ids}, bag);
  return told(bag, sources);
}

// More of the pack, then a line `---`, then lines of data; judged by the checks of the pack too.
Tried try_rules_and_data(const std::string& text) {
  const std::vector<std::string> parts = split(text, "---\n");
  REQUIRE(parts.size() == 2);
  SourceMap sources;
  sources.add("esempio.leps", in_a_pack(parts[0]));
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  REQUIRE(rulebook);
  // Lists stand beside `dati`, and not in it.
  std::string data = in_a_year(parts[1]);
  const std::size_t lists = data.find("      elenchi:");
  if (lists != std::string::npos) data.erase(lists, 2);
  const SourceId file = sources.add("dati.yaml", data);
  const DataSet facts = load(*rulebook, sources, {.documents = {file}}, bag);
  (void)judge_data(*rulebook, pointers_to(facts), Surroundings(facts), bag);
  return told(bag, sources);
}

// Each table under its name, `--- comuni.csv`; the first is `dati.csv`. How cells were read is a
// note, and no mistake: notes of other codes are left out.
Tried try_tables(const std::string& text, const std::string& code) {
  SourceMap sources;
  sources.add("base.leps", std::string(base_of_examples()));
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  REQUIRE(rulebook);
  DataFiles files;
  for (const std::string& part : split("--- dati.csv\n" + text, "--- ")) {
    const std::size_t end = part.find('\n');
    if (end == std::string::npos || end + 1 == part.size()) continue;
    add_data_bytes(files, sources, part.substr(0, end), part.substr(end + 1), bag);
  }
  (void)load(*rulebook, sources, files, bag);
  DiagnosticBag kept;
  for (const Diagnostic& diagnostic : bag.all()) {
    const bool is_note = severity(diagnostic.code) == Severity::note;
    if (!is_note || name(diagnostic.code) == code) kept.report(diagnostic.code, *diagnostic.where);
  }
  return told(kept, sources);
}

std::vector<Diagnostic> linted(const std::string& rules, SourceMap& sources) {
  sources.add("esempio" + std::to_string(sources.size()) + ".leps", rules);
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  if (rulebook) lint(*rulebook, bag);
  return {bag.all().begin(), bag.all().end()};
}

// What the lint finds that it does not find in the pack of every example.
Tried try_lint(const std::string& text) {
  SourceMap base_sources, sources;
  std::vector<std::string> usual;
  for (const Diagnostic& found : linted(std::string(base_of_examples()), base_sources)) {
    usual.push_back(found.message.en);
  }
  Tried tried;
  for (const Diagnostic& found : linted(in_a_pack(text), sources)) {
    if (std::find(usual.begin(), usual.end(), found.message.en) != usual.end()) continue;
    tried.codes += (tried.codes.empty() ? "" : " ") + std::string(name(found.code));
    tried.shown += found.message.it + "\n";
  }
  return tried;
}

Tried try_words(const std::string& text) {
  std::istringstream line(text);
  std::vector<std::string> words;
  for (std::string word; line >> word;) words.push_back(word);
  REQUIRE(words.front() == "leps");
  words.erase(words.begin());
  DiagnosticBag bag;
  (void)cli::read_command_line(words, bag);
  return told(bag, SourceMap());
}

std::optional<Tried> try_out(const CodeExample& example, const std::string& code) {
  if (example.kind == "leps") return try_rules({in_a_pack(example.text)});
  if (example.kind == "leps lint") return try_lint(example.text);
  if (example.kind == "leps dati") return try_rules_and_data(example.text);
  if (example.kind == "csv") return try_tables(example.text, code);
  if (example.kind == "leps file") return try_rules({example.text});
  if (example.kind == "leps due-file") return try_rules(split(example.text, "---\n"));
  if (example.kind == "dati") return try_data({in_a_year(example.text)});
  if (example.kind == "yaml") return try_data(split(example.text, "---8<---\n"));
  if (example.kind == "json") return try_data({example.text}, "dati.json");
  if (example.kind == "sh") return try_words(example.text);
  CHECK(example.kind == "text");
  return std::nullopt;
}

}  // namespace

TEST_CASE("every code is explained in both languages") {
  for (const std::string& code : code_names()) {
    CAPTURE(code);
    const std::optional<CodeExplanation> explanation = explain_code(code);
    CHECK(explanation.has_value());
    if (!explanation) continue;
    CHECK(explanation->text.it.size() > 40);
    CHECK(explanation->text.en.size() > 40);
    CHECK(explanation->wrong.size() == explanation->right.size());
  }
}

TEST_CASE("the sentence of a code leaves no gap that only a program could read") {
  for (const std::string& code : code_names()) {
    CAPTURE(code);
    const std::optional<Text> sentence = code_sentence(code);
    REQUIRE(sentence);
    for (const std::string& text : {sentence->it, sentence->en}) {
      CHECK(text.find('{') == std::string::npos);
    }
  }
}

TEST_CASE("codes of rules and of data have examples that were tried") {
  for (const std::string& code : code_names()) {
    const bool of_files =
        code.starts_with("io/") || code.starts_with("text/") || code.starts_with("sheet/");
    if (of_files || code.starts_with("command/")) continue;
    // Too long to show, found by running the examples of a pack, or of a workbook.
    const std::vector<std::string> untried = {"syntax/too-many-mistakes",
                                              "syntax/too-many-operators",
                                              "data/too-many-values",
                                              "data/too-many-signs",
                                              "example/unmet",
                                              "example/impossible",
                                              "part/too-deep",
                                              "example/unreached",
                                              "table/passed-over",
                                              "table/text-for-number",
                                              "table/day-for-number",
                                              "table/number-as-day",
                                              "istat/mark",
                                              "data/no-table",
                                              "data/own-report",
                                              "data/nothing-read",
                                              "table/number-for-day",
                                              "layer/looser",
                                              "layer/escapes",
                                              "layer/not-proved"};
    if (std::find(untried.begin(), untried.end(), code) != untried.end()) continue;
    CAPTURE(code);
    const std::optional<CodeExplanation> explanation = explain_code(code);
    if (!explanation) continue;  // said above
    CHECK_FALSE(explanation->wrong.empty());
    for (const CodeExample& example : explanation->wrong) CHECK(example.kind != "text");
  }
}

TEST_CASE("a wrong example gets its code and no other, a right one no message") {
  for (const std::string& code : code_names()) {
    CAPTURE(code);
    const std::optional<CodeExplanation> explanation = explain_code(code);
    if (!explanation) continue;
    for (const CodeExample& example : explanation->wrong) {
      const std::optional<Tried> tried = try_out(example, code);
      if (!tried) continue;
      CAPTURE(tried->shown);
      CHECK(tried->codes == code);
    }
    for (const CodeExample& example : explanation->right) {
      const std::optional<Tried> tried = try_out(example, code);
      if (!tried) continue;
      CAPTURE(tried->shown);
      CHECK(tried->codes == "");
    }
  }
}
