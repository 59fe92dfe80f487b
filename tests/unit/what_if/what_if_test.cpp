// A what-if says what an evaluation of the data rewritten says, and leaves out only what a change
// does not reach.
#include "what_if/what_if.hpp"

#include <doctest/doctest.h>

#include "diagnostics/render.hpp"
#include "pipeline.hpp"

#include <map>
#include <random>

#include "support/seed.hpp"

using namespace leps;

namespace {

// Rules that look at the year before, at two years back through a sum, at a group, and at what the
// members of a group had the year before.
constexpr const char* kRules = R"(
pacchetto prova versione "1"
fonte s "Fonte"
unità FTE, abitanti, euro
categoria LEPS "Livello"
gruppo consorzio "Consorzio"
elenco sedi "Sedi"
  campo nome : testo chiave
  campo addetti : FTE  almeno 0
dato popolazione : abitanti "Popolazione" almeno 1 intero
dato assistenti : FTE "Assistenti" almeno 0
dato spesa : euro "Spesa" almeno 0
dato attivo : sì/no "Attivo"
calcolo spesa_prima : euro = anno_precedente(spesa)
calcolo spesa_comune : euro = totale(spesa_prima; consorzio)
regola organico "Organico"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: assistenti almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con assistenti
regola crescita "Crescita"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: spesa almeno anno_precedente(spesa)
regola media "Media"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: somma(spesa; anni 3) almeno 30 euro
regola insieme "Insieme"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  dopo organico
  requisito q: totale(assistenti; consorzio) almeno 40 FTE
  requisito r: attivo
regola comune "Comune"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: spesa_comune almeno 30 euro
regola sedi_presidiate "Sedi"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2021
  requisito q: per ogni o in sedi: o.addetti almeno 2 FTE
controllo troppo "Una spesa così non è credibile"  errore
  spesa al massimo 1.000 euro
)";

/// Data as they would stand in files: a value for each Ambito, year and name.
struct Given {
  std::map<std::pair<std::string, int>, std::map<std::string, std::string>> values;
  std::map<std::string, std::string> group;  // by Ambito

  [[nodiscard]] std::string yaml(const std::string& ambito) const {
    std::string text = "ambito: " + ambito + "\nanni:\n";
    for (const auto& [where, data] : values) {
      if (where.first != ambito) continue;
      text += "  " + std::to_string(where.second) + ":\n    dati:\n";
      for (const auto& [name, value] : data) {
        if (name != "sedi") text += "      " + name + ": " + value + "\n";
      }
      if (const auto rows = data.find("sedi"); rows != data.end() && rows->second != "n.d.") {
        text += "    elenchi:\n      sedi: " + rows->second + "\n";
      }
      const auto of_group = group.find(ambito);
      if (of_group != group.end()) text += "    gruppi: {consorzio: " + of_group->second + "}\n";
    }
    return text;
  }
};

struct Session {
  SourceMap sources;
  DiagnosticBag bag;
  std::optional<Rulebook> rulebook;
  std::optional<reading::Vocabulary> names;

  Session() {
    sources.add("prova.leps", kRules);
    rulebook = compile(sources, bag);
    CAPTURE(render(bag, sources, {}));
    REQUIRE(rulebook);
    names.emplace(*rulebook);
  }
};

/// Data loaded and judged whole.
struct Whole {
  SourceMap sources;
  DiagnosticBag bag;
  DiagnosticBag no_warnings;
  DataSet data;
  Report report;

  Whole(const Session& session, const Given& given) : sources(session.sources) {
    std::vector<SourceId> files;
    std::string last;
    for (const auto& [where, values] : given.values) {
      if (where.first == last) continue;
      last = where.first;
      files.push_back(sources.add(last + ".yaml", given.yaml(last)));
    }
    data = load(*session.rulebook, sources, {.documents = files}, bag);
    CAPTURE(render(bag, sources, {}));
    REQUIRE(!bag.has_errors());
    report = assess(*session.rulebook, sources, data, std::nullopt);
  }

  [[nodiscard]] WhatIfBase base(const Session& session) const {
    return {*session.rulebook, *session.names,    sources,     *report.around,
            report.ordering,   report.data_files, no_warnings, {}};
  }
};

const Assessment* find(const Report& report, const FactTable& facts) {
  for (const Assessment& each : report.assessments) {
    if (each.facts->ambito == facts.ambito && each.facts->year == facts.year) return &each;
  }
  return nullptr;
}

bool same_value(const Value& a, const Value& b) {
  const auto* x = std::get_if<Quantity>(&a);
  const auto* y = std::get_if<Quantity>(&b);
  return x && y && x->range == y->range;
}

bool same(const Assessment& a, const Assessment& b) {
  for (std::size_t i = 0; i < a.rules.size(); ++i) {
    const bool asked = a.rules[i].outcome.missing == b.rules[i].outcome.missing &&
                       a.rules[i].outcome.deciding == b.rules[i].outcome.deciding;
    if (differ(a.rules[i], b.rules[i]) || !asked) return false;
  }
  for (std::size_t i = 0; i < a.computed.size(); ++i) {
    if (!same_value(a.computed[i].value, b.computed[i].value)) return false;
  }
  return a.computed.size() == b.computed.size();
}

void compare(const Report& of_changes, const Report& before, const Report& after) {
  for (const Assessment& full : after.assessments) {
    CAPTURE(full.facts->ambito);
    CAPTURE(full.facts->year);
    if (const Assessment* judged = find(of_changes, *full.facts)) {
      CHECK(same(*judged, full));
    } else {
      CHECK(same(*find(before, *full.facts), full));
    }
  }
}

}  // namespace

TEST_CASE("what-if: the results are those of the data rewritten, and no other Ambito changes") {
  const Session session;
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](int below) { return static_cast<int>(random() % std::uint32_t(below)); };
  const std::vector<std::string> names = {"popolazione", "assistenti", "spesa", "attivo", "sedi"};
  const auto any_value = [&](const std::string& name) -> std::string {
    if (pick(8) == 0) return "n.d.";
    if (name == "attivo") return pick(2) ? "sì" : "no";
    if (name == "sedi") {
      return pick(3) ? R"([{"nome": "a", "addetti": )" + std::to_string(pick(4)) + "}]" : "[]";
    }
    if (name == "popolazione") return std::to_string(50'000 + 5'000 * pick(10));
    if (pick(6) == 0)
      return "[" + std::to_string(pick(9)) + ", " + std::to_string(9 + pick(9)) + "]";
    return std::to_string(pick(25));
  };
  int left_out = 0, differences = 0;
  for (int round = 0; round < 60; ++round) {
    Given given;
    for (const char* ambito : {"a", "b", "c", "d", "e"}) {
      if (pick(4)) given.group[ambito] = pick(2) ? "nord" : "sud";
      for (int year = 2022; year <= 2025; ++year) {
        if (pick(6) == 0) continue;
        auto& values = given.values[{ambito, year}];
        values["popolazione"] = "60000";
        for (const std::string& name : names) {
          if (pick(3)) values[name] = any_value(name);
        }
      }
    }
    if (given.values.empty()) continue;
    const Whole before(session, given);

    // Two what-ifs, the second one asked of the first.
    std::vector<std::vector<Change>> asked(2);
    std::vector<Given> rewritten;
    for (auto& changes : asked) {
      for (int n = 1 + pick(3); n-- > 0;) {
        auto where = std::next(given.values.begin(), pick(static_cast<int>(given.values.size())));
        const std::string& name = names[random() % names.size()];
        changes.push_back({where->first.first, where->first.second, name, any_value(name)});
        where->second[name] = changes.back().value;
      }
      rewritten.push_back(given);
    }
    DiagnosticBag bag;
    SourceMap sources;
    const auto first = what_if(before.base(session), asked[0], sources, bag);
    CAPTURE(render(bag, sources, {}));
    REQUIRE(first);
    const Whole after_first(session, rewritten[0]);
    compare(first->report, before.report, after_first.report);

    const auto second = what_if({*session.rulebook,
                                 *session.names,
                                 first->sources,
                                 *first->report.around,
                                 first->report.ordering,
                                 first->report.data_files,
                                 before.no_warnings,
                                 {}},
                                asked[1], sources, bag);
    REQUIRE(second);
    const Whole after_second(session, rewritten[1]);
    compare(second->report, after_first.report, after_second.report);

    left_out += static_cast<int>(before.data.size() - first->report.assessments.size());
    for (const Assessment& each : first->report.assessments) {
      differences += !same(each, *find(before.report, *each.facts));
    }
  }
  CHECK(left_out > 100);
  CHECK(differences > 60);
}

TEST_CASE("what-if: only those are judged again that a change reaches") {
  const Session session;
  Given given;
  for (const char* ambito : {"a", "b", "c", "d"}) {
    for (int year = 2023; year <= 2025; ++year) given.values[{ambito, year}]["spesa"] = "10";
  }
  given.group = {{"a", "nord"}, {"b", "nord"}, {"c", "sud"}};
  const Whole before(session, given);
  const auto judged = [&](const std::string& ambito, int year) {
    DiagnosticBag bag;
    SourceMap sources;
    const auto found =
        what_if(before.base(session), {{ambito, year, "assistenti", "7"}}, sources, bag);
    REQUIRE(found);
    CHECK(found->tables.size() == 1);  // the only one that was copied
    std::string all;
    for (const Assessment& each : found->report.assessments) {
      all += each.facts->ambito + std::to_string(each.facts->year) + " ";
    }
    return all;
  };
  CHECK(judged("d", 2025) == "d2025 ");
  CHECK(judged("d", 2023) == "d2023 d2024 d2025 ");
  CHECK(judged("b", 2025) == "a2025 b2025 ");
  CHECK(judged("a", 2024) == "a2024 a2025 b2024 b2025 ");
  CHECK(judged("c", 2025) == "c2025 ");
}

TEST_CASE("what-if: a change is read as a line of a file is, and nothing is made of a wrong one") {
  const Session session;
  Given given;
  given.values[{"a", 2025}] = {{"spesa", "10"}, {"popolazione", "60000"}};
  const Whole before(session, given);
  struct Row {
    const char *datum, *value, *message;
  };
  const Row rows[] = {
      {"spesa", "1.234,5", "a.yaml:5:14: errore: spesa"},
      {"spessa", "1", "a.yaml:5:7: errore: le regole non conoscono il dato «spessa»"},
      {"popolazione", "0", "errore: popolazione: «0» è fuori dai limiti"},
      {"attivo", "forse", "a.yaml:5:15: errore: attivo"},
      {"spesa", "5000", "Una spesa così non è credibile"},
      {"sedi", "{", "a.sedi.json:1:1: errore: il file non si legge come JSON"},
      {"sedi", "[{\"nome\": \"x\", \"adetti\": 1}]", "«adetti»"},
      {"sedi", "[{\"addetti\": 1}]", "[data/row-without-key]"},
      {"sedi", "\"x\"", "serve una lista di righe"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    DiagnosticBag bag;
    SourceMap sources;
    const auto found =
        what_if(before.base(session), {{"a", 2025, row.datum, row.value}}, sources, bag);
    CHECK(!found);
    const std::string said = render(bag, sources, {});
    CAPTURE(said);
    CHECK(bag.has_errors());
    CHECK(said.find(row.message) != std::string::npos);
  }
}
