// Every diagnostic is explained, and its examples are what they say: the wrong one gets the code,
// the right one gets no message at all.
#include "diagnostics/explain_code.hpp"
#include "cli/options.hpp"
#include "diagnostics/render.hpp"
#include "facts/load_facts.hpp"
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

Tried try_data(const std::vector<std::string>& files) {
  SourceMap sources;
  sources.add("base.leps", std::string(base_of_examples()));
  DiagnosticBag bag;
  const std::optional<Rulebook> rulebook = compile(sources, bag);
  REQUIRE(rulebook);
  std::vector<SourceId> ids;
  for (const std::string& file : files) ids.push_back(sources.add("dati.yaml", file));
  (void)load_facts(*rulebook, sources, ids, bag);
  return told(bag, sources);
}

std::string in_a_year(const std::string& text) {
  std::string whole = "ambito: lodi\nanni:\n  2025:\n    dati:\n";
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) whole += "      " + line + "\n";
  return whole;
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

std::optional<Tried> try_out(const CodeExample& example) {
  if (example.kind == "leps") return try_rules({in_a_pack(example.text)});
  if (example.kind == "leps file") return try_rules({example.text});
  if (example.kind == "leps due-file") return try_rules(split(example.text, "---\n"));
  if (example.kind == "dati") return try_data({in_a_year(example.text)});
  if (example.kind == "yaml") return try_data(split(example.text, "---8<---\n"));
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

TEST_CASE("codes of rules and of data have examples that were tried") {
  for (const std::string& code : code_names()) {
    const bool of_files = code.starts_with("io/") || code.starts_with("text/");
    if (of_files || code.starts_with("command/")) continue;
    // Too long to show, or found by running the examples of a pack.
    const std::vector<std::string> untried = {"syntax/too-many-mistakes",
                                              "syntax/too-many-operators", "data/too-many-values",
                                              "example/unmet", "example/unreached"};
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
      const std::optional<Tried> tried = try_out(example);
      if (!tried) continue;
      CAPTURE(tried->shown);
      CHECK(tried->codes == code);
    }
    for (const CodeExample& example : explanation->right) {
      const std::optional<Tried> tried = try_out(example);
      if (!tried) continue;
      CAPTURE(tried->shown);
      CHECK(tried->codes == "");
    }
  }
}
