// Empty forms: what they ask, where, and that no word of theirs is run or read as something else.
#include "forms/write_form.hpp"
#include "pipeline.hpp"
#include "sheets/read_workbook.hpp"
#include "support/world.hpp"
#include "words/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "support/seed.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr const char* kRules = R"(
dato popolazione : abitanti "Popolazione"
  almeno 1  intero
  detenuto da "ISTAT"
dato quota_servita : quota "Quota"
dato assistenti : FTE "Assistenti"
  almeno 0
  precedenza SIOSS, HR
dato orario_dedicato : orario "Orario"
dato avvio : data "Avvio"
dato attivo : sì/no "Attivo"
  detenuto da "ISTAT"
dato forma : uno di consorzio, azienda "Forma"
dato nota_libera : testo "Nota"
dato durata : periodo "Durata"
dato fine : periodo "Fine"
dato fine_al : data "Ultimo giorno"
elenco comuni "Comuni"
  campo nome : testo  chiave
  campo residenti : abitanti
regola organico "Organico"
  categoria LEPS
  secondo s
  in vigore dal 1 gennaio 2021
  requisito attivo: attivo
)";

FormOptions options_of(const std::string& ambito = "lodi", std::optional<int> year = 2025,
                       Language language = Language::italian) {
  FormOptions options;
  options.ambito = ambito;
  options.year = year;
  options.language = language;
  return options;
}

std::vector<std::string> names_of(const FormTable& table) {
  std::vector<std::string> names;
  for (const FormColumn& column : table.columns) names.push_back(column.name);
  return names;
}

/// `a;b`, a line a row, without the mark at the beginning.
std::vector<std::string> lines_of(const std::string& bytes) {
  REQUIRE(bytes.starts_with("\xEF\xBB\xBF"));
  REQUIRE(bytes.ends_with("\r\n"));
  std::vector<std::string> lines;
  for (std::size_t at = 3; at < bytes.size();) {
    const std::size_t end = bytes.find("\r\n", at);
    lines.push_back(bytes.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

}  // namespace

TEST_CASE("a form asks each datum once, in columns that are read back") {
  const World world(kRules);
  REQUIRE_MESSAGE(world.good(), world.messages());
  const Form form = make_form(world.rulebook(), options_of());
  CHECK(names_of(form.main) == std::vector<std::string>{"ambito",
                                                        "anno",
                                                        "nome",
                                                        "regione",
                                                        "stato",
                                                        "data_di_rilevazione",
                                                        "popolazione",
                                                        "attivo",
                                                        "quota_servita",
                                                        "assistenti",
                                                        "assistenti_fonte",
                                                        "assistenti_al",
                                                        "orario_dedicato",
                                                        "avvio",
                                                        "forma",
                                                        "nota_libera",
                                                        "durata_dal",
                                                        "durata_al",
                                                        "fine",
                                                        "fine_al"});
  REQUIRE(form.lists.size() == 1);
  CHECK(names_of(form.lists[0]) == std::vector<std::string>{"ambito", "anno", "nome", "residenti"});
  REQUIRE(form.holders.size() == 2);
  CHECK(form.holders[0].name == "ISTAT");
  CHECK(form.holders[0].data.size() == 2);
  CHECK(form.holders[1].name == "");
  std::vector<std::string> days, texts;
  for (const FormColumn& column : form.main.columns) {
    if (column.day) days.push_back(column.name);
    if (column.text && !column.day) texts.push_back(column.name);
  }
  CHECK(days == std::vector<std::string>{"data_di_rilevazione", "assistenti_al", "avvio",
                                         "durata_dal", "durata_al", "fine_al"});
  CHECK(texts == std::vector<std::string>{"ambito", "nome", "regione", "stato", "assistenti_fonte",
                                          "orario_dedicato", "forma", "nota_libera", "fine"});
}

TEST_CASE("a form is of the year asked for, or of that of the newest rule") {
  const World world(kRules);
  CHECK(make_form(world.rulebook(), options_of("", std::nullopt)).year == 2021);
  CHECK(make_form(world.rulebook(), options_of("", 2030)).year == 2030);
  const World no_rules("dato letti : FTE");
  CHECK(make_form(no_rules.rulebook(), options_of("", std::nullopt)).year == 2025);
  CHECK(make_form(world.rulebook(), options_of("")).ambito == "chiave_da_scrivere");
  CHECK_FALSE(make_form(world.rulebook(), options_of("")).ambito_given);
  CHECK(make_form(world.rulebook(), options_of("lodi")).ambito_given);
}

TEST_CASE("csv: a form has its names, and one row that says whose it is") {
  const World world(kRules);
  for (const Language language : {Language::italian, Language::english}) {
    const char separator = language == Language::italian ? ';' : ',';
    const auto files =
        write_form_csv(make_form(world.rulebook(), options_of("lodi", 2025, language)), "m.csv");
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "m.csv");
    CHECK(files[1].name == "comuni.csv");
    const auto main = lines_of(files[0].bytes), list = lines_of(files[1].bytes);
    REQUIRE(main.size() == 2);
    CHECK(main[0].starts_with(std::string("ambito") + separator + "anno" + separator + "nome"));
    CHECK(main[1] == std::string("lodi") + separator + "2025" + std::string(18, separator));
    REQUIRE(list.size() == 1);  // a row of it would be half a row
    CHECK(std::count(list[0].begin(), list[0].end(), separator) == 3);
  }
}

// A key may begin with `-`, and whoever calls the library may give anything.
TEST_CASE("no cell of a form is run, whatever the Ambito is called") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const World world(kRules);
  const auto one_of = [&](const std::vector<std::string>& words) {
    return words[random() % words.size()];
  };
  for (int i = 0; i < 30; ++i) {
    const std::string key = one_of({"", " ", "  ", "\t", "\r", "\n "}) +
                            one_of({"=", "+", "-", "@"}) + one_of({"lodi", "1+1", "A1", ""});
    CAPTURE(key);
    for (const Language language : {Language::italian, Language::english}) {
      const char separator = language == Language::italian ? ';' : ',';
      const Form form = make_form(world.rulebook(), options_of(key, 2025, language));
      const auto lines = lines_of(write_form_csv(form, "m.csv").at(0).bytes);
      REQUIRE(lines.size() == 2);
      CHECK(lines[1].substr(0, lines[1].find(separator)) == "'" + plain(key));

      const auto workbook = write_form_xlsx(form);
      REQUIRE(workbook.has_value());
      SourceMap sources;
      DiagnosticBag bag;
      bool found = false;
      for (const sheets::Grid& grid : sheets::read_workbook(sources, "m.xlsx", *workbook, bag)) {
        for (const sheets::Row& row : grid.rows) {
          for (const sheets::Cell& cell : row.cells) {
            CHECK((cell.kind == sheets::CellKind::text || cell.text == "2025"));
            found = found || (grid.name == "dati" && row.number == 2 && cell.column == 1 &&
                              would_run(cell.text));
          }
        }
      }
      CHECK(found);
      for (const Diagnostic& said : bag.all()) CHECK(said.code != Code::sheet_formulas);
    }
  }
}

TEST_CASE("a form without values reads back as nothing known, in every layout") {
  const World world(kRules);
  for (const Language language : {Language::italian, Language::english}) {
    const Form form = make_form(world.rulebook(), options_of("lodi", 2025, language));
    std::vector<NamedFile> layouts[] = {
        {{"m.yaml", write_form_yaml(form)}},
        {{"m.csv", write_form_csv(form, "m.csv").at(0).bytes}},
        {{"m.xlsx", write_form_xlsx(form).value()}},
    };
    for (const auto& files : layouts) {
      CAPTURE(files[0].name);
      SourceMap sources;
      DiagnosticBag bag;
      DataFiles data;
      for (const NamedFile& file : files) add_data_bytes(data, sources, file.name, file.bytes, bag);
      const DataSet read = load(world.rulebook(), sources, data, bag);
      std::string said;
      for (const Diagnostic& each : bag.all()) said += each.message.it + "\n";
      CHECK(said == "");
      REQUIRE(read.size() == 1);
      CHECK(read[0].ambito == "lodi");
      CHECK(read[0].year == 2025);
      for (const DatumId id : world.rulebook().typed.data.keys()) {
        CHECK_FALSE(is_known(read[0].facts[id]));
      }
    }
  }
}

TEST_CASE("a name that has no place in a form is told") {
  struct Row {
    std::string list;
    std::string in_csv, in_workbook;
  };
  const Row rows[] = {
      {"comuni", "", ""},
      {"dati", "", ""},  // the main table takes another name
      {"opzioni", "", "opzioni"},
      {"istruzioni", "", "istruzioni"},
      {"nome_di_trentuno_caratteri_in_tu", "", "nome_di_trentuno_caratteri_in_tu"},
      {"nome_di_trentuno_caratteri_tutt", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.list);
    const World world("elenco " + row.list + " \"Elenco\"\n  campo nome : testo  chiave\n");
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Form form = make_form(world.rulebook(), options_of());
    const auto misfit = [&](FormLayout layout) {
      const auto found = find_misfit(form, layout);
      return found ? found->name : std::string();
    };
    CHECK(misfit(FormLayout::csv) == row.in_csv);
    CHECK(misfit(FormLayout::workbook) == row.in_workbook);
    CHECK(form.main.name == (row.list == "dati" ? "dati_ambito" : "dati"));
  }
  const World twice("dato regione : testo \"Regione\"");
  const Form form = make_form(twice.rulebook(), options_of());
  CHECK(find_misfit(form, FormLayout::csv).value().name == "regione");
  CHECK(find_misfit(form, FormLayout::workbook).value().name == "regione");
}
