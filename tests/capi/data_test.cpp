// Data in every format that leps.h says: the same values give the same verdicts, and each file is
// known by its bytes.
#include "session.hpp"

#include <doctest/doctest.h>

#include <cstring>

using namespace capi;

namespace {

// One datum of each kind that a table can hold, and a list.
constexpr const char* kTwoRules = R"(
pacchetto prova versione "2"
fonte l1 "Una legge"
unità abitanti, FTE
categoria LEPS "Livello essenziale"
elenco comuni "Comuni"
  campo nome : testo chiave
  campo sportello : sì/no
dato popolazione : abitanti "Popolazione" almeno 1 intero
dato assistenti : FTE "Assistenti" almeno 0
dato attivo : sì/no "Attivo"
regola organico "Un assistente ogni 5.000 abitanti"
  categoria LEPS  secondo l1  in vigore dal 1 gennaio 2021
  requisito q: assistenti almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con assistenti
regola sportelli "Uno sportello in ogni Comune"
  categoria LEPS  secondo l1  in vigore dal 1 gennaio 2021
  requisito q: per ogni c in comuni: c.sportello
  requisito r: attivo
)";

RulebookHandle pack() {
  auto made = compile({{"prova/prova.leps", kTwoRules}});
  REQUIRE(made.status == LEPS_OK);
  return std::move(made.handle);
}

std::string verdicts(const leps_rulebook* rulebook, const std::vector<File>& files) {
  const auto data = load(rulebook, files);
  if (data.status != LEPS_OK) return describe(data.diagnostics.get());
  const ResultsHandle results = evaluate(rulebook, data.handle.get());
  std::string all;
  for (size_t i = 0; i < leps_results_count(results.get()); ++i) {
    const leps_result* result = leps_results_at(results.get(), i);
    all +=
        std::string(leps_result_ambito(result)) + " " + std::to_string(leps_result_year(result)) +
        " " + leps_result_rule(result) + " " + describe(result) + " " +
        describe(leps_gap_amount(leps_requirement_gap(leps_result_requirement(result, 0)))) + "\n";
  }
  return all;
}

const std::string kExpected =
    "lodi 2025 organico non_soddisfatto 1/5000 FTE\n"
    "lodi 2025 sportelli non_soddisfatto 1\n";

const char* kYaml = R"(ambito: lodi
anni:
  2025:
    dati: {popolazione: 87501, assistenti: 17.5, attivo: sì}
    elenchi: {comuni: [{nome: Lodi, sportello: sì}, {nome: Codogno, sportello: no}]}
)";
const char* kJson = R"({"ambito": "lodi", "anni": {"2025": {
  "dati": {"popolazione": 87501, "assistenti": 17.5, "attivo": true},
  "elenchi": {"comuni": [{"nome": "Lodi", "sportello": true},
                         {"nome": "Codogno", "sportello": false}]}}}})";

}  // namespace

TEST_CASE("leps.h: YAML, JSON and CSV say the same") {
  const RulebookHandle rulebook = pack();
  CHECK(verdicts(rulebook.get(), {{"dati/lodi.yaml", kYaml}}) == kExpected);
  CHECK(verdicts(rulebook.get(), {{"LODI.YML", kYaml}}) == kExpected);
  CHECK(verdicts(rulebook.get(), {{"lodi", kYaml}}) == kExpected);
  CHECK(verdicts(rulebook.get(), {{"lodi.json", kJson}}) == kExpected);
  CHECK(verdicts(rulebook.get(), {{"lodi.json", "\xEF\xBB\xBF" + std::string(kJson)}}) ==
        kExpected);
  // JSON is YAML too, where the name does not say that it is JSON.
  CHECK(verdicts(rulebook.get(), {{"lodi.txt", kJson}}) == kExpected);
  // The rows of a list are in the file that is named after it, in Windows-1252 and Italian numbers.
  CHECK(verdicts(rulebook.get(), {{"dati/2025.csv",
                                   "ambito;anno;popolazione;assistenti;attivo\r\n"
                                   "lodi;2025;87.501;17,5;s\xEC\r\n"},
                                  {"dati/comuni.csv",
                                   "ambito;anno;nome;sportello\n"
                                   "lodi;2025;Lodi;si\nlodi;2025;Codogno;no\n"}}) == kExpected);
}

TEST_CASE("leps.h: workbooks are read, and places in them are cells") {
  // The columns are those of tests/sheets/make_workbooks.py.
  std::string text = kTwoRules;
  text.replace(text.find("dato attivo"), 11, "dato pronto_attivo");
  text.replace(text.find("requisito r: attivo"), 19, "requisito r: pronto_attivo");
  const auto rulebook = compile({{"prova.leps", text}});
  CAPTURE(describe(rulebook.diagnostics.get()));
  REQUIRE(rulebook.status == LEPS_OK);
  const auto open = [&](const std::string& name) {
    const File workbook{name, read_file(LEPS_WORKBOOKS "/" + name)};
    REQUIRE(!workbook.text.empty());
    return load(rulebook.handle.get(), {workbook});
  };
  for (const char* name : {"buono.xlsx", "buono.ods"}) {
    CAPTURE(name);
    const auto data = open(name);
    CAPTURE(describe(data.diagnostics.get()));
    REQUIRE(data.status == LEPS_OK);
    REQUIRE(leps_data_ambito_count(data.handle.get()) == 2);
    CHECK(std::string(leps_data_ambito(data.handle.get(), 0)) == "crema");
    CHECK(std::string(leps_data_file_name(data.handle.get(), 0)) == name);
    const ResultsHandle results = evaluate(rulebook.handle.get(), data.handle.get());
    const std::string crema = describe(find(results.get(), "crema", 2025, "organico"));
    CHECK(crema == (std::string(name) == "buono.xlsx"
                        ? "soddisfatto"
                        : "non_valutabile: soddisfatto non_soddisfatto"));
  }
  // Row and column of the cell, and no bytes, which a workbook has none of.
  const auto refused = open("testi.xlsx");
  REQUIRE(refused.status == LEPS_ERROR_DATA);
  bool found = false;
  for (size_t i = 0; i < leps_diagnostics_count(refused.diagnostics.get()); ++i) {
    const leps_diagnostic* each = leps_diagnostics_at(refused.diagnostics.get(), i);
    if (leps_diagnostic_severity(each) != LEPS_SEVERITY_ERROR) continue;
    const leps_place* place = leps_diagnostic_place(each);
    found = true;
    CHECK(leps_place_line(place) == 2);
    CHECK(leps_place_column(place) >= 3);
    CHECK(leps_place_begin(place) == 0);
    CHECK(leps_place_end(place) == 0);
  }
  CHECK(found);
}

TEST_CASE("leps.h: mistakes in every format, all of them in one call, each at its place") {
  const RulebookHandle rulebook = pack();
  const auto said = [&](const std::vector<File>& files) {
    return describe(load(rulebook.get(), files).diagnostics.get());
  };
  CHECK(said({{"a.json", "{\"ambito\": \"a\",\n \"anni\": {2025: 1}}"}}) == "2:11 data/not-json\n");
  CHECK(said({{"a.json",
               R"({"ambito": "a", "anni": {"2025": {"dati": {"popolazione": 87.501}}}})"}}) ==
        "1:59 data/not-whole\n");
  CHECK(
      said({{"a.json", kYaml}, {"b.yaml", "ambito: b\nanni: {2025: {dati: {assitenti: 3}}}\n"}}) ==
      "1:1 data/not-json\n2:22 data/unknown-datum\n");
  CHECK(said({{"vecchio.xls", "\xD0\xCF\x11\xE0"}}) == "0:0 sheet/other-format\n");
  CHECK(said({{"a.csv", "ambito;anno;popolazzione\na;2025;7\n"}}).find("1:13 ") == 0);
  CHECK(said({{"a.yaml", kYaml}, {"b.json", kJson}}) == "");  // joined, where both say the same
  CHECK(said({{"a.yaml", kYaml},
              {"b.yaml", "ambito: lodi\nanni: {2025: {dati: {popolazione: 7}}}\n"}})
            .find("data/files-differ") != std::string::npos);
}

TEST_CASE("leps.h: beyond twenty of one code in one file the others are counted, in the JSON too") {
  const auto rulebook = compile({sample_pack()}).handle;
  std::string text = R"({"ambito": "lodi", "anni": {"2025": {"dati": {)";
  for (int i = 0; i < 8'000; ++i) {
    text += (i ? ", \"nuovo" : "\"nuovo") + std::to_string(i) + "\": 1";
  }
  const auto made = load(rulebook.get(), {{"dati.json", text + "}}}}"}});
  REQUIRE(made.status == LEPS_ERROR_DATA);
  CHECK(leps_diagnostics_count(made.diagnostics.get()) == 21);
  const leps_diagnostic* rest = leps_diagnostics_at(made.diagnostics.get(), 20);
  CHECK(std::string(leps_diagnostic_code(rest)) == "data/unknown-datum");
  CHECK(leps_diagnostic_severity(rest) == LEPS_SEVERITY_ERROR);
  CHECK(std::string(leps_diagnostic_message(rest, LEPS_ITALIAN)) == "altri 7.980 come questo");
  CHECK(std::string(leps_diagnostic_message(rest, LEPS_ENGLISH)) == "7,980 more like this");
  CHECK(leps_place_begin(leps_diagnostic_place(rest)) == text.find("\"nuovo20\""));
  const std::string json = leps_diagnostics_json(made.diagnostics.get(), nullptr);
  CHECK(json.find("altri 7.980 come questo") != std::string::npos);
  CHECK(json.size() < 20'000);
}

TEST_CASE("leps.h: what was read is known by name and by SHA-256, and so is what it is about") {
  const RulebookHandle rulebook = pack();
  REQUIRE(leps_rulebook_file_count(rulebook.get()) == 1);
  CHECK(std::string(leps_rulebook_file_name(rulebook.get(), 0)) == "prova.leps");
  CHECK(std::string(leps_rulebook_file_pack(rulebook.get(), 0)) == "prova");
  CHECK(std::string(leps_rulebook_file_version(rulebook.get(), 0)) == "2");
  CHECK(std::strlen(leps_rulebook_file_sha256(rulebook.get(), 0)) == 64);

  const std::string two = "ambito: bergamo\nanni: {2025: {dati: {}}, 2024: {dati: {}}}\n";
  const auto made = load(rulebook.get(), {{"C:\\dati\\z.yaml", two},
                                          {"dati/lodi.json", kJson},
                                          {"comuni.csv", "ambito;anno;nome\nbergamo;2024;X\n"}});
  CAPTURE(describe(made.diagnostics.get()));
  REQUIRE(made.status == LEPS_OK);
  const leps_data* data = made.handle.get();
  REQUIRE(leps_data_file_count(data) == 3);
  CHECK(std::string(leps_data_file_name(data, 0)) == "z.yaml");
  CHECK(std::string(leps_data_file_name(data, 1)) == "lodi.json");
  CHECK(std::string(leps_data_file_name(data, 2)) == "comuni.csv");
  // sha256sum of the same bytes
  CHECK(std::string(leps_data_file_sha256(data, 2)) ==
        "93c346eed94c86f7db42018baec28e17489346e82ef4d3c0aeba90ee999aa8a8");
  REQUIRE(leps_data_ambito_count(data) == 3);
  std::string ambiti;
  for (size_t i = 0; i < 3; ++i) {
    ambiti += leps_data_ambito(data, i) + std::to_string(leps_data_ambito_year(data, i)) + " ";
  }
  CHECK(ambiti == "bergamo2024 bergamo2025 lodi2025 ");
}

TEST_CASE("leps.h: some Ambiti and one year may be judged, the others being there") {
  const auto rulebook = compile({{"prova.leps", R"(
pacchetto prova versione "1"
fonte l1 "Una legge"
unità euro
categoria LEPS "Livello"
gruppo consorzio "Consorzio"
dato spesa : euro "Spesa" almeno 0
regola crescita "Crescita"
  categoria LEPS  secondo l1  in vigore dal 1 gennaio 2021
  requisito q: spesa almeno anno_precedente(spesa)
regola insieme "Insieme"
  categoria LEPS  secondo l1  in vigore dal 1 gennaio 2021
  requisito q: totale(spesa; consorzio) almeno 10 euro
)"}});
  REQUIRE(rulebook.status == LEPS_OK);
  std::vector<File> files;
  for (const std::string ambito : {"a", "b"}) {
    files.push_back({ambito + ".yaml", "ambito: " + ambito + "\nanni:\n" +
                                           "  2024: {dati: {spesa: 4}, gruppi: {consorzio: x}}\n" +
                                           "  2025: {dati: {spesa: 6}, gruppi: {consorzio: x}}\n"});
  }
  const auto data = load(rulebook.handle.get(), files);
  REQUIRE(data.status == LEPS_OK);
  leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
  const auto judged = [&] {
    const ResultsHandle results = evaluate(rulebook.handle.get(), data.handle.get(), &options);
    std::string all = results ? "" : "refused";
    for (size_t i = 0; i < leps_results_count(results.get()); ++i) {
      const leps_result* result = leps_results_at(results.get(), i);
      all += leps_result_ambito(result) + std::to_string(leps_result_year(result)) + " " +
             describe(result) + "; ";
    }
    return all;
  };
  const char* keys[] = {"b", "b"};
  options.ambiti = keys;
  options.ambito_count = 2;
  options.year = 2025;
  // What the year before and the other member say still counts.
  CHECK(judged() == "b2025 soddisfatto; b2025 soddisfatto; ");
  options.year = 2024;
  CHECK(judged() == "b2024 non_valutabile: soddisfatto non_soddisfatto; b2024 non_soddisfatto; ");
  options.year = 2030;
  CHECK(judged().empty());
  options.year = 0;
  options.ambiti = nullptr;
  CHECK(judged() == "refused");  // two of nothing
  options.ambiti = keys;
  options.ambito_count = 0;
  CHECK(judged() == "refused");  // an empty choice is no choice of all
  options.ambito_count = 2;
  keys[1] = "c";
  CHECK(judged() == "refused");
  keys[1] = nullptr;
  CHECK(judged() == "refused");
}
