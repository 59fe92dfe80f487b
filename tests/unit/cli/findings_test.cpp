#include "cli/findings.hpp"

#include <doctest/doctest.h>

using namespace leps;
using namespace leps::cli;

TEST_CASE("findings: any text becomes one JSON string") {
  struct Row {
    std::string why;
    std::string text, json;
  };
  const Row rows[] = {
      {"plain", "più di 0", "\"più di 0\""},
      {"empty", "", "\"\""},
      {"quotes and backslashes", R"(a "b" \c)", R"("a \"b\" \\c")"},
      {"line ends and tabs", "a\n\tb", R"("a\n\tb")"},
      {"a zero byte", std::string("a\0b", 3), R"("a\u0000b")"},
      {"bytes of no character",
       "a\xE8"
       "b",
       "\"a\xEF\xBF\xBD"
       "b\""},
      {"half a character at the end", "a\xC3", "\"a\xEF\xBF\xBD\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(json_text(row.text).written == row.json);
  }
}

TEST_CASE("findings: a diagnostic keeps its place, its words in both languages and its hints") {
  SourceMap sources;
  const SourceId file = sources.add("a.leps", "più\nregola x");
  DiagnosticBag bag;
  bag.report(Code::syntax_unexpected, Span{file, 11, 12}, {"x", Text("y it", "y en")})
      .hint({"fai così", "do this"})
      .label(Span{file, 0, 4}, {"qui", "here"});
  CHECK(to_json(bag.all().front(), sources).written ==
        R"({"code": "syntax/unexpected", "severity": "error", )"
        R"("file": "a.leps", "line": 2, "column": 7, )"
        R"("message": {"it": "qui c'è x, serve y it", "en": "found x, expected y en"}, )"
        R"("labels": [)"
        "\n"
        R"({"file": "a.leps", "line": 1, "column": 1, "text": {"it": "qui", "en": "here"}})"
        "\n"
        R"(], "hints": [)"
        "\n"
        R"({"it": "fai così", "en": "do this"})"
        "\n"
        R"(], "replacement": null})");
}

TEST_CASE("findings: a replacement has its place, to the character before its end") {
  SourceMap sources;
  const SourceId file = sources.add("a.leps", "più\nregola è x");
  DiagnosticBag bag;
  bag.report(Code::syntax_article, Span{file, 5, 6}, {"x"}).mend({{file, 12, 14}, "\"sì\"", true});
  const std::string written = to_json(bag.all().front(), sources).written;
  CHECK(written.find(R"("replacement": {"file": "a.leps", "line": 2, "column": 8, "end_line": 2, )"
                     R"("end_column": 9, "text": "\"sì\"", "certain": true}})") !=
        std::string::npos);
}

TEST_CASE("findings: a diagnostic about a file as such has no line") {
  DiagnosticBag bag;
  bag.report(Code::io_is_a_folder, "rules");
  const std::string written = to_json(bag.all().front(), SourceMap()).written;
  CHECK(written.find(R"("file": "rules", "line": null, "column": null, )") != std::string::npos);
}
