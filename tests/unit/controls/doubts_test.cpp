// What was found about data stands beside every result that rests on them, in every format, and
// before everything else.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include "assess/rule_version.hpp"
#include "check/walk.hpp"
#include "controls/judge_data.hpp"
#include "diagnostics/render.hpp"
#include "eval/reads.hpp"
#include "explain/totals.hpp"
#include "facts/report_doubt.hpp"
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
#include "sheets/zip_parts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace leps;

namespace {

constexpr Language kLanguages[] = {Language::italian, Language::english};

/// Rules and data as texts, judged; nothing points out of it.
struct JudgedWorld {
  SourceMap sources;
  DiagnosticBag bag;
  std::optional<Rulebook> rulebook;
  DataSet data;
  Report report;

  JudgedWorld(const std::vector<std::string>& rules, const std::vector<std::string>& files) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      sources.add("r" + std::to_string(i) + ".leps", rules[i]);
    }
    rulebook = compile(sources, bag);
    if (!rulebook) return;
    DataFiles read;
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::string kind = files[i].starts_with("ambito:") ? ".yaml" : ".csv";
      add_data_bytes(read, sources, "d" + std::to_string(i) + kind, files[i], bag);
    }
    data = load(*rulebook, sources, read, bag);
    judge();
  }
  void judge() { report = assess(*rulebook, sources, data, std::nullopt); }

  [[nodiscard]] std::string messages() const { return render(bag, sources, {}); }
  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(write_json(report)); }
};

constexpr const char* kDeclared = R"(
pacchetto prova versione "1"
unità FTE, abitanti, famiglie
fonte s "Fonte"
categoria LEPS "Livello"
gruppo g "Gruppo"
elenco comuni "Comuni"
  campo residenti : abitanti  almeno 0
  campo sportello : sì/no
dato popolazione : abitanti "Popolazione residente"  almeno 1
  se manca somma(c.residenti per ogni c in comuni)
dato operatori : FTE "Operatori"  almeno 0
dato famiglie : famiglie "Famiglie"  almeno 0
dato via : sì/no "Via"
calcolo dovuti : FTE "Operatori dovuti" = 1 FTE ogni 1.000 abitanti di popolazione
calcolo tutte : famiglie "Famiglie del gruppo" = totale(famiglie; g)
regola diretta "Diretta"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: operatori almeno 1 FTE ogni 1.000 abitanti di popolazione
regola per_calcolo "Per calcolo"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: operatori almeno dovuti
regola anno_prima "Anno prima"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: operatori almeno 1 FTE ogni 1.000 abitanti di anno_precedente(popolazione)
regola di_gruppo "Di gruppo"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: tutte almeno 10 famiglie
regola altra "Altra"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: via
regola dei_comuni "Dei Comuni"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: per ogni c in comuni: c.sportello
controllo piccola "La popolazione è di almeno 1.000 abitanti"  avviso
  popolazione almeno 1.000 abitanti
controllo tante "Le famiglie non sono più di 100"  avviso
  famiglie al massimo 100 famiglie
controllo operatori_veri "Gli operatori non sono più di 9.000"  errore
  operatori al massimo 9.000 FTE
)";

// `diretta: popolazione`, a line for each doubt of a result of an Ambito and year; of an amount
// too.
std::string doubts(const nlohmann::json& page, const std::string& ambito, int year) {
  std::string text;
  for (const char* const part : {"results", "computed"}) {
    for (const auto& each : page[part]) {
      if (each["ambito"] != ambito || each["year"] != year) continue;
      const std::string name = each.value(part == std::string("results") ? "rule" : "name", "");
      for (const auto& doubt : each["doubts"]) {
        text += name + ": " + doubt["datum"].get<std::string>() + " " +
                doubt["code"].get<std::string>() + "\n";
      }
    }
  }
  return text;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> pack(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(LEPS_ROOT) + "/rules/" + folder)) {
    if (entry.path().extension() == ".leps") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const std::filesystem::path& path : paths) texts.push_back(read_file(path));
  return texts;
}

// On one line: where a text is broken does not matter.
std::string flat(const std::string& text) {
  std::istringstream words(text);
  std::string all;
  for (std::string word; words >> word;) all += (all.empty() ? "" : " ") + word;
  return all;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos || flat(text).find(part) != std::string::npos;
}

// From where `begin` stands to the next `end`; empty where it does not.
std::string part_of(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return {};
  const std::size_t to = text.find(end, from + begin.size());
  return text.substr(from, to == std::string::npos ? to : to - from);
}

// All that the cells of a sheet say, row by row.
std::vector<std::string> rows_of_sheet(const std::string& bytes, const std::string& sheet) {
  SourceMap sources;
  DiagnosticBag bag;
  std::vector<std::string> rows;
  for (const sheets::Grid& grid : sheets::read_workbook(sources, "r.xlsx", bytes, bag)) {
    if (grid.name != sheet) continue;
    for (const sheets::Row& row : grid.rows) {
      std::string text;
      for (const sheets::Cell& cell : row.cells) text += cell.text + " | ";
      rows.push_back(text);
    }
  }
  return rows;
}

// All texts of a workbook, those above its tables too.
std::string texts_of(const std::string& bytes) {
  DiagnosticBag bag;
  auto parts = sheets::ZipParts::open(bytes, "r.xlsx", bag);
  return parts ? parts->read("xl/sharedstrings.xml", bag).value_or("") : "";
}

// The rules and amounts of which a result rests on a datum of this Ambito and year.
std::set<std::string> resting_on(const std::string& datum, const Report& report) {
  std::set<std::string> names;
  const Typed& typed = report.rulebook->typed;
  const Assessment& assessment = report.assessments.front();
  const auto rests = [&](const std::vector<typed::ExprId>& exprs) {
    const auto reads = reads_of(exprs, typed, *assessment.facts, assessment.around);
    return std::any_of(reads.begin(), reads.end(), [&](const Read& read) {
      return read.facts == assessment.facts && typed.data[read.datum].name == datum;
    });
  };
  for (const RuleResult& result : assessment.rules) {
    if (result.outcome.version && rests(roots_of(*result.outcome.version))) {
      names.insert(typed.rules[result.outcome.rule].name);
    }
  }
  for (const ComputedResult& amount : assessment.computed) {
    const typed::Computed& declared = typed.computed[amount.computed];
    if (!is_idle(declared, typed, *assessment.facts) && rests({declared.value})) {
      names.insert(declared.name);
    }
  }
  return names;
}

}  // namespace

TEST_CASE("doubts: each result has those of the data that it rests on, and no other") {
  const JudgedWorld world(
      {kDeclared},
      {"ambito: a\nanni:\n"
       "  2024:\n    dati: {popolazione: 700, operatori: 1, via: sì}\n"
       "    elenchi: {comuni: [{residenti: 700, sportello: sì}]}\n"
       "  2025:\n    dati: {operatori: 1, famiglie: 3, via: sì}\n"
       "    elenchi: {comuni: [{residenti: 5000, sportello: sì}]}\n    gruppi: {g: p1}\n"
       "  2026:\n    dati: {operatori: 1, via: sì}\n"
       "    elenchi: {comuni: [{residenti: 500, sportello: sì}]}\n",
       "ambito: b\nanni:\n  2025:\n"
       "    dati: {popolazione: 5000, operatori: 1, famiglie: 101, via: sì}\n"
       "    gruppi: {g: p1}\n",
       "ambito: c\nanni:\n  2025:\n    dati: {popolazione: 5000, operatori: 9999, via: sì}\n"});
  REQUIRE_MESSAGE(world.bag.empty(), world.messages());
  const nlohmann::json page = world.json();
  CHECK(doubts(page, "a", 2024) ==
        "diretta: popolazione data/check-warning\nper_calcolo: popolazione data/check-warning\n"
        "dovuti: popolazione data/check-warning\n");
  // Of the year before, and of another member: they say whose datum it is.
  CHECK(doubts(page, "a", 2025) ==
        "anno_prima: popolazione@2024 data/check-warning\n"
        "di_gruppo: famiglie@gruppo:g data/check-warning\n"
        "tutte: famiglie@gruppo:g data/check-warning\n");
  // Worked out from a list: a rule that reads another field of it is in no doubt.
  CHECK(doubts(page, "a", 2026) ==
        "diretta: popolazione data/check-warning\nper_calcolo: popolazione data/check-warning\n"
        "dovuti: popolazione data/check-warning\npopolazione: comuni.residenti "
        "data/check-warning\n");
  CHECK(doubts(page, "b", 2025) ==
        "di_gruppo: famiglie data/check-warning\ntutte: famiglie data/check-warning\n");
  CHECK(doubts(page, "c", 2025) == "");  // an error is no doubt
}

TEST_CASE("doubts: of a part or a whole that narrows what is read they stand beside it too") {
  const std::string rules = std::string(kDeclared) + R"(
dato stabili : FTE "Operatori stabili"  almeno 0  parte di operatori
regola di_ruolo "Di ruolo"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: stabili almeno 5 FTE
controllo pochi "Gli operatori sono almeno 3"  avviso
  operatori almeno 3 FTE
)";
  const auto of = [&](const std::string& data) {
    const JudgedWorld world({rules},
                            {"ambito: a\nanni: {2025: {dati: {popolazione: 1000, via: sì, " + data +
                             "}, elenchi: {comuni: [{residenti: 1, sportello: sì}]}}}\n"});
    REQUIRE_MESSAGE(!world.bag.has_errors(), world.messages());
    const std::string all = doubts(world.json(), "a", 2025);
    const std::size_t at = all.find("di_ruolo: ");
    return at == std::string::npos ? "" : all.substr(at, all.find('\n', at) - at);
  };
  CHECK(of("operatori: 2") == "di_ruolo: operatori data/check-warning");
  CHECK(of("operatori: 2, stabili: 1") == "");  // given, it owes nothing to its whole
  CHECK(of("operatori: 4") == "");
}

TEST_CASE("doubts: of many alike every result still has its own") {
  std::string table = "ambito,anno,popolazione,operatori\n";
  for (int i = 0; i < 91; ++i) {
    table += "a" + std::to_string(i) + ",2025," + std::to_string(100 + i) + ",1\n";
  }
  JudgedWorld world({kDeclared}, {table});
  REQUIRE_MESSAGE(!world.bag.has_errors(), world.messages());
  const std::size_t before = world.bag.all().size();
  judge_data(*world.rulebook, pointers_to(world.data), Surroundings(world.data), world.bag);
  CHECK(world.bag.all().size() == before + kMostAlike + 1);  // the messages are of the first twenty
  const nlohmann::json page = world.json();
  std::size_t own = 0;
  for (const auto& result : page["results"]) {
    if (result["rule"] != "diretta") continue;
    REQUIRE(result["doubts"].size() == 1);
    const std::string said = result["doubts"][0]["message"]["it"];
    own += said.starts_with(result["ambito"].get<std::string>() + ", 2025: ");
  }
  CHECK(own == 91);
}

TEST_CASE("doubts: a reader's warning about a datum, and one about the survey date") {
  JudgedWorld world({kDeclared}, {"ambito: a\nanni:\n  2025:\n    data_di_rilevazione: 2024-12-31\n"
                                  "    dati: {popolazione: 5000, operatori: 1, via: sì}\n"});
  CHECK(doubts(world.json(), "a", 2025).find("altra: data_di_rilevazione data/date-outside-year") !=
        std::string::npos);
  FactTable& facts = world.data.front();
  CHECK(facts.doubts.size() == 1);
  facts.doubts.clear();
  const auto& data = world.rulebook->typed.data;
  DatumId via;
  for (const DatumId id : data.keys()) {
    if (data[id].name == "via") via = id;
  }
  report_doubt(world.bag, facts, via, Code::data_differs_from_worked_out, facts.span, {"via"});
  world.judge();
  CHECK(doubts(world.json(), "a", 2025) == "altra: via data/differs-from-worked-out\n");
}

TEST_CASE("doubts: a population a thousand times off cannot be missed in any format") {
  for (const char* const residents : {"131", "131000000"}) {
    CAPTURE(std::string(residents));
    const std::string shown = residents == std::string("131") ? "131" : "131.000.000";
    JudgedWorld world(
        pack("nazionale"),
        {"ambito: valdoro\nnome: Valdoro\nanni:\n  2025:\n    dati: {popolazione: " +
         std::string(residents) + ", assistenti_sociali: 22.5, assistenti_ti: 20}\n"});
    REQUIRE_MESSAGE(!world.bag.has_errors(), world.messages());
    const Report& report = world.report;
    const Assessment& assessment = report.assessments.front();
    const std::set<std::string> rests = resting_on("popolazione", report);
    REQUIRE(rests.contains("servizio_sociale_professionale"));
    REQUIRE(rests.size() > 3);

    std::set<std::string> in_json;
    const nlohmann::json page = world.json();
    for (const char* const part : {"results", "computed"}) {
      for (const auto& each : page[part]) {
        const std::string name = each.value(part == std::string("results") ? "rule" : "name", "");
        for (const auto& doubt : each["doubts"]) {
          if (has(doubt["message"]["it"], shown + " abitanti")) in_json.insert(name);
        }
      }
    }
    for (const std::string& name : rests) {
      CAPTURE(name);
      CHECK(in_json.contains(name));
    }

    for (const Language language : kLanguages) {
      const bool italian = language == Language::italian;
      const WriteOptions options{language, false};
      const std::string residents_there = (italian                           ? shown
                                           : residents == std::string("131") ? "131"
                                                                             : "131,000,000") +
                                          std::string(" abitanti");
      const std::string word = italian ? "dubbi" : "doubt";

      // The first lines name it, before any verdict.
      const std::string text = write_text(report, options);
      const std::string met = italian ? "verdetto  " : "verdict  ";
      CHECK(has(text.substr(0, text.find(met)), italian ? "DATI INSOLITI" : "ODD DATA"));
      CHECK(has(text.substr(0, text.find(met)), residents_there));
      const std::string markdown = write_markdown(report, options);
      const std::string table = italian ? "| Verdetto |" : "| Verdict |";
      CHECK(has(markdown.substr(0, markdown.find(table)), residents_there));
      const std::string html = write_html(report, options);
      CHECK(has(html.substr(0, html.find("class=\"lead\"")), residents_there));

      const std::string csv = write_csv(report, options);
      const auto xlsx = write_xlsx(report, options);
      REQUIRE(xlsx);
      const auto doubts_sheet = rows_of_sheet(*xlsx, italian ? "Dubbi" : "Doubts");
      const auto amounts_sheet = rows_of_sheet(*xlsx, italian ? "Importi" : "Amounts");
      const auto overview = rows_of_sheet(*xlsx, italian ? "Quadro" : "Overview");
      REQUIRE(overview.size() > 1);
      CHECK(has(overview.back(), residents_there));
      CHECK(has(texts_of(*xlsx), italian ? "DATI INSOLITI" : "ODD DATA"));

      const Typed& typed = report.rulebook->typed;
      for (std::size_t i = 0; i < assessment.rules.size(); ++i) {
        const RuleId id = assessment.rules[i].outcome.rule;
        const std::string& name = typed.rules[id].name;
        if (!rests.contains(name)) continue;
        CAPTURE(name);
        const std::string card =
            part_of(html, "id=\"a1-r" + std::to_string(i + 1) + "\"", "</article>");
        CHECK(has(card, residents_there));
        const std::string explained = write_explanation(report, assessment, id, options);
        CHECK(has(explained.substr(0, explained.find("\n\n", explained.find("\n\n") + 1)),
                  residents_there));
        CHECK(has(part_of(csv, (italian ? ";" : ",") + name + (italian ? ";" : ","), "\r\n"),
                  residents_there));
        const std::size_t in_sheet = static_cast<std::size_t>(
            std::count_if(doubts_sheet.begin(), doubts_sheet.end(),
                          [&](const std::string& row) { return has(row, " | " + name + " | "); }));
        CHECK(in_sheet > 0);
        // In the table of verdicts of the terminal and of Markdown: on the very line.
        std::istringstream lines(text + "\n" + markdown);
        std::size_t marked = 0;
        for (std::string line; std::getline(lines, line);) {
          const bool of_terminal = has(line, " · " + word) && has(line, "  " + name);
          const bool of_markdown =
              line.starts_with("| ") && has(line, word) && has(line, " | `" + name + "` | ");
          marked += (of_terminal || of_markdown) ? 1U : 0U;
        }
        CHECK(marked == 2);
      }
      for (const ComputedResult& amount : assessment.computed) {
        const std::string& name = typed.computed[amount.computed].name;
        if (!rests.contains(name) || amount.doubts.empty()) continue;
        CAPTURE(name);
        CHECK(has(part_of(text, "- " + name + " = ", "\n  - "), word));
        CHECK(has(part_of(markdown, "- `" + name + "` = ", "\n"), word));
        const bool in_sheet =
            std::any_of(amounts_sheet.begin(), amounts_sheet.end(), [&](const std::string& row) {
              return has(row, " | " + name + " | ") && has(row, residents_there);
            });
        CHECK(in_sheet);
      }
    }
  }
}

TEST_CASE("doubts: a total says of how many Ambiti the data are odd") {
  const JudgedWorld world(
      {kDeclared},
      {"ambito: a\nanni: {2025: {dati: {popolazione: 900, operatori: 0.5, via: sì}}}\n",
       "ambito: b\nanni: {2025: {dati: {popolazione: 5000, operatori: 1, via: sì}}}\n"});
  REQUIRE_MESSAGE(world.bag.empty(), world.messages());
  for (const Total& total : totals(world.report)) {
    const std::string& rule = world.rulebook->typed.rules[total.rule].name;
    CAPTURE(rule);
    const std::size_t doubted = rule == "diretta" || rule == "per_calcolo" ? 1 : 0;
    CHECK(total.doubted == doubted);
    const std::string said = total_sentence(total, world.rulebook->typed, Language::italian);
    CHECK(has(said, "1 con dati insoliti") == (doubted == 1));
  }
}
