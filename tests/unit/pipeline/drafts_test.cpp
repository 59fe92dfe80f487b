// What comes from a pack that is a draft says so, in every format; what does not says nothing.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include "diagnostics/render.hpp"
#include "explain/totals.hpp"
#include "lawbook/lawbook.hpp"
#include "pipeline.hpp"
#include "report/write_csv.hpp"
#include "report/write_explanation.hpp"
#include "report/write_html.hpp"
#include "report/write_json.hpp"
#include "report/write_markdown.hpp"
#include "report/write_options.hpp"
#include "report/write_text.hpp"
#include "report/write_xlsx.hpp"
#include "sheets/read_workbook.hpp"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

using namespace leps;

namespace {

constexpr const char* kLawWithDraft = R"(
pacchetto legge versione "1"
unità FTE, abitanti
fonte s "Fonte"
categoria LEPS "Livello"
dato popolazione : abitanti "Popolazione"  almeno 1
dato operatori : FTE "Operatori"  almeno 0
dato bozza : sì/no "Un dato che si chiama come la parola"
parametro rapporto : FTE/abitanti "Rapporto"
  dal 1 gennaio 2021 vale 1 FTE ogni 5.000 abitanti  verificato  secondo s
parametro fermo : FTE "Fermo"
  dal 1 gennaio 2021 vale 2 FTE  verificato  secondo s
calcolo dovuti : FTE "Dovuti" = rapporto di popolazione
regola con_rapporto "Con rapporto"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: operatori almeno dovuti
    si colma con operatori
regola ferma "Ferma"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: operatori almeno fermo
regola cambiata "Cambiata"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: operatori almeno 1 FTE
)";

constexpr const char* kDraft = R"(
pacchetto disegno versione "1" bozza  estende legge versione "1"
regola nuova "Nuova"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2027
  requisito q: operatori almeno 9 FTE
    si colma con operatori
calcolo nuovo : FTE "Nuovo" = fermo + 1 FTE
modifica parametro rapporto
  dal 1 gennaio 2027 vale 1 FTE ogni 4.000 abitanti  da verificare  secondo s
modifica requisito cambiata.q: operatori almeno 3 FTE
  secondo s  in vigore dal 1 gennaio 2027
)";

struct JudgedWorld {
  SourceMap sources;
  DiagnosticBag bag;
  std::optional<Rulebook> rulebook;
  DataSet data;
  Report report;

  explicit JudgedWorld(const std::string& draft) {
    sources.add("1_legge.leps", kLawWithDraft);
    sources.add("2_disegno.leps", draft);
    rulebook = compile(sources, bag);
    if (!rulebook) return;
    const SourceId file = sources.add(
        "lodi.yaml",
        "ambito: lodi\nanni:\n  2026: {dati: {popolazione: 40000, operatori: 8, bozza: no}}\n"
        "  2027: {dati: {popolazione: 40000, operatori: 8, bozza: no}}\n");
    data = load(*rulebook, sources, {.documents = {file}}, bag);
    report = assess(*rulebook, sources, data, std::nullopt);
  }
  [[nodiscard]] std::string messages() const { return render(bag, sources, {}); }
};

// The names of the results and amounts of a year that are drafts.
std::string drafts(const Report& report, int year) {
  const nlohmann::json page = nlohmann::json::parse(write_json(report));
  std::string text;
  for (const char* const part : {"results", "computed"}) {
    for (const auto& each : page[part]) {
      if (each["year"] != year || !each["draft"].get<bool>()) continue;
      text += each.value(part == std::string("results") ? "rule" : "name", "") + " ";
    }
  }
  return text;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string part_of(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return {};
  const std::size_t to = text.find(end, from + begin.size());
  return text.substr(from, to == std::string::npos ? to : to - from);
}

}  // namespace

TEST_CASE("drafts: declared there, amended by it, or resting on a number of it that is in force") {
  const JudgedWorld world{kDraft};
  REQUIRE_MESSAGE(world.bag.empty(), world.messages());
  CHECK(drafts(world.report, 2026) == "nuova nuovo ");  // the number is not in force yet
  CHECK(drafts(world.report, 2027) == "con_rapporto cambiata nuova dovuti nuovo ");
  const nlohmann::json page = nlohmann::json::parse(write_json(world.report));
  CHECK_FALSE(page["rules"][0]["draft"].get<bool>());
  CHECK(page["rules"][1]["draft"].get<bool>());
  for (const Total& total : totals(world.report)) {
    const bool nova = world.rulebook->typed.rules[total.rule].name == "nuova";
    if (nova) CHECK(has(total_sentence(total, world.rulebook->typed, Language::italian), "BOZZA"));
  }
}

TEST_CASE("drafts: one file of a pack that says so is enough") {
  for (const auto& [first, second] : {std::pair("", " bozza"), {" bozza", ""}}) {
    SourceMap sources;
    DiagnosticBag bag;
    sources.add("a.leps", "pacchetto p versione \"1\"" + std::string(first) + "\nunità x");
    sources.add("b.leps", "pacchetto p versione \"1\"" + std::string(second) + "\nunità y");
    const auto rulebook = compile(sources, bag);
    REQUIRE(rulebook);
    CHECK(rulebook->sources.at(0).draft);
    CHECK(rulebook->sources.at(1).draft);
  }
}

TEST_CASE("drafts: without the word nothing is one") {
  std::string law = kDraft;
  law.replace(law.find(" bozza"), 6, "");
  const JudgedWorld world{law};
  REQUIRE_MESSAGE(world.bag.empty(), world.messages());
  CHECK(drafts(world.report, 2027) == "");
  for (const Language language : {Language::italian, Language::english}) {
    const std::string word = language == Language::italian ? "BOZZA" : "DRAFT";
    CHECK_FALSE(has(write_text(world.report, {language, false}), word));
    CHECK_FALSE(has(write_markdown(world.report, {language, false}), word));
    CHECK_FALSE(has(write_html(world.report, {language, false}), ">" + word));
  }
}

TEST_CASE("drafts: the word stands beside each verdict and amount, in every format") {
  const JudgedWorld world{kDraft};
  REQUIRE_MESSAGE(world.bag.empty(), world.messages());
  for (const Language language : {Language::italian, Language::english}) {
    const bool italian = language == Language::italian;
    const std::string word = italian ? "BOZZA" : "DRAFT";
    const WriteOptions options{language, false};
    const std::string text = write_text(world.report, options);
    const std::string markdown = write_markdown(world.report, options);
    const std::string html = write_html(world.report, options);
    const std::string csv = write_csv(world.report, options);
    const Assessment& assessment = world.report.assessments.at(1);  // 2027
    const std::string of_2027 = text.substr(text.rfind(" · 2027"));
    const std::string md_2027 = markdown.substr(markdown.find("## lodi · 2027"));
    struct Row {
      const char* name;
      bool draft;
    };
    for (const Row& row : {Row{"con_rapporto", true}, Row{"ferma", false}, Row{"cambiata", true},
                           Row{"nuova", true}}) {
      const std::string name = row.name;
      CAPTURE(name);
      const auto& rules = assessment.rules;
      const auto own = std::find_if(rules.begin(), rules.end(), [&](const RuleResult& each) {
        return world.rulebook->typed.rules[each.outcome.rule].name == name;
      });
      REQUIRE(own != rules.end());
      const auto place = std::to_string(own - rules.begin() + 1);
      std::istringstream lines(of_2027);
      for (std::string line; std::getline(lines, line);) {
        if (!has(line, "  " + name + "  ")) continue;
        CHECK(has(line, word) == row.draft);
        break;
      }
      std::istringstream table(md_2027);
      for (std::string line; std::getline(table, line);) {
        if (line.starts_with("| ") && has(line, "| `" + name + "` |")) {
          CHECK(has(line, word) == row.draft);
          break;
        }
      }
      const std::string card = part_of(html, "id=\"a2-r" + place + "\"", "</header>");
      CHECK(has(card, ">" + word + "<") == row.draft);
      const std::string separator = italian ? ";" : ",";
      const std::string cells =
          part_of(csv, "lodi" + separator + "lodi" + separator + "2027", "\n\n");
      CHECK(has(part_of(cells, separator + name + separator, "\r\n"),
                row.draft ? (italian ? ";sì;" : ",yes,") : (italian ? ";no;" : ",no,")));
      const RuleId id = own->outcome.rule;
      CHECK(has(write_explanation(world.report, assessment, id, options), "[" + word) == row.draft);
    }
    CHECK(has(part_of(of_2027, "- dovuti = ", "\n"), word));
    CHECK(has(part_of(md_2027, "- `nuovo` = ", "\n"), word));
    const auto xlsx = write_xlsx(world.report, options);
    REQUIRE(xlsx);
    SourceMap sources;
    DiagnosticBag bag;
    std::string cells;
    for (const sheets::Grid& grid : sheets::read_workbook(sources, "r.xlsx", *xlsx, bag)) {
      for (const sheets::Row& row : grid.rows) {
        for (const sheets::Cell& cell : row.cells) {
          cells += cell.text == word ? grid.name + " " : std::string();
        }
      }
    }
    for (const std::string& sheet :
         italian ? std::vector<std::string>{"Lacune", "Priorità", "Importi", "Regole"}
                 : std::vector<std::string>{"Gaps", "Priorities", "Amounts", "Rules"}) {
      CAPTURE(sheet);
      CHECK(has(cells, sheet));
    }
  }
}

TEST_CASE("drafts: the pages of packs say which are") {
  const JudgedWorld world{kDraft};
  REQUIRE_MESSAGE(world.bag.empty(), world.messages());
  for (const Language language : {Language::italian, Language::english}) {
    const std::string word = language == Language::italian ? "BOZZA" : "DRAFT";
    for (const lawbook::DocPage& page : lawbook::write_doc(*world.rulebook, {}, language)) {
      if (page.name == "index.html") CHECK(has(page.text, word + ": "));
      if (page.name != "regola-nuova.html" && page.name != "regola-ferma.html") continue;
      const std::string below_the_title = part_of(page.text, "<p class=\"meta\">", "</p>");
      CHECK(has(below_the_title, word) == (page.name == "regola-nuova.html"));
    }
  }
}
