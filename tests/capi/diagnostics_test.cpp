// Mistakes in rules and data come back as objects: code, severity, place, words in both languages.
#include "session.hpp"

#include <doctest/doctest.h>

#include <cstring>

using namespace capi;

namespace {

/// `code source:line:column [begin,end)`
std::string describe(const leps_diagnostic* diagnostic) {
  const leps_place* place = leps_diagnostic_place(diagnostic);
  return std::string(leps_diagnostic_code(diagnostic)) + " " + leps_place_source(place) + ":" +
         std::to_string(leps_place_line(place)) + ":" + std::to_string(leps_place_column(place));
}

/// What stands in the file at the place of a diagnostic.
std::string text_at(const leps_place* place, const std::string& text) {
  return text.substr(leps_place_begin(place), leps_place_end(place) - leps_place_begin(place));
}

File replaced(File file, const std::string& what, const std::string& with) {
  const std::size_t at = file.text.find(what);
  REQUIRE(at != std::string::npos);
  file.text.replace(at, what.size(), with);
  return file;
}

// Everything that can be asked of a diagnostic has an answer, in both languages.
void check_complete(const leps_diagnostic* diagnostic) {
  CHECK(std::strchr(leps_diagnostic_code(diagnostic), '/') != nullptr);
  for (const leps_language language : {LEPS_ITALIAN, LEPS_ENGLISH}) {
    CHECK(std::strlen(leps_diagnostic_message(diagnostic, language)) > 0);
    const std::string text = leps_diagnostic_text(diagnostic, language);
    CHECK(text.back() == '\n');
    CHECK(text.find(leps_diagnostic_message(diagnostic, language)) != std::string::npos);
    CHECK(text.find(leps_diagnostic_code(diagnostic)) != std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
    for (size_t i = 0; i < leps_diagnostic_hint_count(diagnostic); ++i) {
      CHECK(std::strlen(leps_diagnostic_hint(diagnostic, i, language)) > 0);
    }
    for (size_t i = 0; i < leps_diagnostic_label_count(diagnostic); ++i) {
      CHECK(std::strlen(leps_diagnostic_label(diagnostic, i, language)) > 0);
      CHECK(leps_place_line(leps_diagnostic_label_place(diagnostic, i)) > 0);
    }
  }
  const size_t hints = leps_diagnostic_hint_count(diagnostic);
  CHECK(leps_diagnostic_hint(diagnostic, hints, LEPS_ITALIAN) == nullptr);
  const size_t labels = leps_diagnostic_label_count(diagnostic);
  CHECK(leps_diagnostic_label(diagnostic, labels, LEPS_ITALIAN) == nullptr);
  CHECK(leps_diagnostic_label_place(diagnostic, labels) == nullptr);
}

}  // namespace

TEST_CASE("leps.h: a mistake in the rules has its code, place, words and a hint") {
  const File pack = replaced(sample_pack(), "requisito attivo: pronto_intervento_h24",
                             "requisito attivo: pronto_intervento_h42");
  const auto made = compile({pack});
  CHECK(made.status == LEPS_ERROR_RULES);
  CHECK(made.handle == nullptr);
  REQUIRE(leps_diagnostics_count(made.diagnostics.get()) == 1);
  const leps_diagnostic* unknown = leps_diagnostics_at(made.diagnostics.get(), 0);
  check_complete(unknown);
  CHECK(describe(unknown) == "name/unknown esempio.leps:50:21");
  CHECK(leps_diagnostic_severity(unknown) == LEPS_SEVERITY_ERROR);
  CHECK(text_at(leps_diagnostic_place(unknown), pack.text) == "pronto_intervento_h42");
  REQUIRE(leps_diagnostic_hint_count(unknown) >= 1);
  CHECK(std::string(leps_diagnostic_hint(unknown, 0, LEPS_ITALIAN)).find("pronto_intervento_h24") !=
        std::string::npos);
  CHECK(std::strcmp(leps_diagnostic_message(unknown, LEPS_ITALIAN),
                    leps_diagnostic_message(unknown, LEPS_ENGLISH)) != 0);
  CHECK(leps_diagnostics_at(made.diagnostics.get(), 1) == nullptr);
}

TEST_CASE("leps.h: a mistake carries what to write, and whether nothing else can be meant") {
  struct Row {
    const char *right, *wrong;
    const char* written;  // null: the author has to choose
    bool certain;
  };
  const Row rows[] = {
      {"requisito attivo: pronto_intervento_h24", "requisito attivo: pronto_intervento_h42",
       "pronto_intervento_h24", false},
      {"requisito attivo: pronto_intervento_h24", "Requisito attivo: pronto_intervento_h24",
       "requisito", true},
      {"requisito attivo: pronto_intervento_h24", "requisito attivo: il pronto_intervento_h24", "",
       true},
      {"5.000 abitanti", "5,000 abitanti", nullptr, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.wrong);
    const File pack = replaced(sample_pack(), row.right, row.wrong);
    const auto made = compile({pack});
    REQUIRE(leps_diagnostics_count(made.diagnostics.get()) >= 1);
    const leps_diagnostic* found = leps_diagnostics_at(made.diagnostics.get(), 0);
    check_complete(found);
    const leps_place* place = leps_diagnostic_replacement_place(found);
    CHECK((place == nullptr) == (row.written == nullptr));
    CHECK((leps_diagnostic_replacement_text(found) == nullptr) == (row.written == nullptr));
    CHECK(leps_diagnostic_replacement_is_certain(found) == row.certain);
    if (place == nullptr || row.written == nullptr) continue;
    CHECK(std::string(leps_diagnostic_replacement_text(found)) == row.written);
    CHECK(std::string(leps_place_source(place)) == pack.name);
    std::string mended = pack.text;
    mended.replace(leps_place_begin(place), leps_place_end(place) - leps_place_begin(place),
                   leps_diagnostic_replacement_text(found));
    CHECK(mended == sample_pack().text);
    CHECK(compile({{pack.name, mended}}).status == LEPS_OK);
  }
}

TEST_CASE("leps.h: what is declared twice shows both places") {
  File pack = sample_pack();
  const std::string again = "dato popolazione : persone \"Un'altra cosa\"\n";
  pack.text += "\n" + again;
  const auto made = compile({pack});
  CHECK(made.status == LEPS_ERROR_RULES);
  REQUIRE(leps_diagnostics_count(made.diagnostics.get()) >= 1);
  const leps_diagnostic* twice = leps_diagnostics_at(made.diagnostics.get(), 0);
  check_complete(twice);
  CHECK(std::string(leps_diagnostic_code(twice)) == "name/declared-twice");
  REQUIRE(leps_diagnostic_label_count(twice) >= 1);
  const leps_place* first = leps_diagnostic_label_place(twice, 0);
  CHECK(leps_place_line(first) < leps_place_line(leps_diagnostic_place(twice)));
}

TEST_CASE("leps.h: all the mistakes of all the files come in one go") {
  const auto rules = compile({sample_pack()});
  const std::vector<File> bad = {
      {"uno.yaml", "ambito: uno\nanni:\n  2025:\n    dati:\n      popolazzione: 5\n"},
      {"due.yaml",
       "ambito: due\nanni:\n  2025:\n    dati:\n      popolazione: molti\n"
       "      assistenti_sociali: -1\n"},
  };
  const auto made = load(rules.handle.get(), bad);
  CHECK(made.status == LEPS_ERROR_DATA);
  CHECK(made.handle == nullptr);
  const size_t count = leps_diagnostics_count(made.diagnostics.get());
  CHECK(count == 3);
  const int lines[] = {5, 5, 6};
  for (size_t i = 0; i < count && i < 3; ++i) {
    const leps_diagnostic* diagnostic = leps_diagnostics_at(made.diagnostics.get(), i);
    CAPTURE(describe(diagnostic));
    check_complete(diagnostic);
    const leps_place* place = leps_diagnostic_place(diagnostic);
    CHECK(std::string(leps_place_source(place)) == bad[i == 0 ? 0 : 1].name);
    CHECK(leps_place_line(place) == static_cast<size_t>(lines[i]));
  }
}

TEST_CASE("leps.h: what is not text is a diagnostic, never a crash") {
  struct Row {
    std::string why;
    std::string text;
    const char* code;
  };
  const Row rows[] = {
      {"Latin-1", "pacchetto prova versione \"1\"\nunit\xE0 posti\n", "text/not-utf8"},
      {"a NUL inside", std::string("pacchetto\0prova", 15), "text/control-character"},
      {"UTF-16", std::string("\xFF\xFEp\0", 4), nullptr},
      {"five megabytes", std::string(5u << 20, ' '), "text/too-large"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const auto made = compile({sample_pack(), {"strano.leps", row.text}});
    CHECK(made.status == LEPS_ERROR_RULES);
    REQUIRE(leps_diagnostics_count(made.diagnostics.get()) == 1);
    const leps_diagnostic* diagnostic = leps_diagnostics_at(made.diagnostics.get(), 0);
    check_complete(diagnostic);
    CHECK(std::string(leps_place_source(leps_diagnostic_place(diagnostic))) == "strano.leps");
    if (row.code) CHECK(std::string(leps_diagnostic_code(diagnostic)) == row.code);
  }
}

TEST_CASE(
    "leps.h: columns count characters, bytes count bytes, a byte-order mark counts for none") {
  const std::string text =
      "\xEF\xBB\xBFpacchetto prova versione \"1\"\nunità posti\n"
      "dato è : postti \"Posti\"\n";
  const auto made = compile({{"prova.leps", text}});
  CHECK(made.status == LEPS_ERROR_RULES);
  REQUIRE(leps_diagnostics_count(made.diagnostics.get()) >= 1);
  const leps_place* place = leps_diagnostic_place(leps_diagnostics_at(made.diagnostics.get(), 0));
  CHECK(leps_place_line(place) == 3);
  CHECK(leps_place_column(place) == 10);
  CHECK(text_at(place, text.substr(3)) == "postti");
}

TEST_CASE("leps.h: rules in several files are one rulebook, in any order") {
  const std::string whole = sample_pack().text;
  const std::size_t half = whole.find("regola servizio_sociale_professionale");
  REQUIRE(half != std::string::npos);
  const File declarations = {"dati.leps", whole.substr(0, half)};
  const File rules = {"regole.leps",
                      "pacchetto leps.esempio versione \"2025.1\"\n\n" + whole.substr(half)};
  for (const auto& files : {std::vector{declarations, rules}, std::vector{rules, declarations}}) {
    const auto made = compile(files);
    CHECK(made.status == LEPS_OK);
    CHECK(leps_diagnostics_count(made.diagnostics.get()) == 0);
    const auto data = load(made.handle.get(), {sample_data("confine")});
    const ResultsHandle results = evaluate(made.handle.get(), data.handle.get());
    CHECK(leps_results_count(results.get()) == 3);
  }
}

TEST_CASE("leps.h: diagnostics may be done without") {
  leps_rulebook* rulebook = nullptr;
  const leps_text file = {"prova.leps", "regola", 6};
  CHECK(leps_rulebook_compile(&rulebook, nullptr, &file, 1, nullptr) == LEPS_ERROR_RULES);
  CHECK(rulebook == nullptr);
}
