// What is more than a value: rows of lists, links of a territory, groups, mergers, several sources.
#include "base/timetable_text.hpp"
#include "facts/fact.hpp"
#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

using namespace leps;
using leps::test::Loaded;

namespace {

/// The small rulebook, with a list, two groups, and data of the other types.
Rulebook large_rulebook() {
  Rulebook rulebook = test::small_rulebook();
  Typed& typed = rulebook.typed;
  const auto add = [&](const char* name, const Type& type) {
    typed::Datum datum;
    datum.name = name;
    datum.type = type;
    return typed.data.add(datum);
  };
  typed::Table table;
  table.name = "comuni";
  table.datum = add("comuni", RowsOf{TableId{0}});
  const auto field = [&](const char* name, const Type& type) {
    const DatumId id = add(name, type);
    typed.data[id].field_of = TableId{0};
    table.fields.push_back(id);
  };
  field("comuni.nome", TextOf{});
  field("comuni.residenti", NumberOf{});
  field("comuni.in_servizio", PeriodOf{});
  table.key = 0;
  typed.tables.add(table);
  for (const char* name : {"progetto", "consorzio"}) {
    typed::Group group;
    group.name = name;
    typed.groups.add(group);
  }
  add("avvio", DayOf{});
  add("durata", PeriodOf{});
  add("apertura", TimetableOf{});
  add("descrizione", TextOf{});
  const DatumId first = add("operatori", NumberOf{});
  typed.data[first].bounds = {Bound(0), Bound::plus_infinity()};
  typed.data[first].precedence = {"SIOSS", "HR"};
  return rulebook;
}

std::string show(const FactValue& value, const Typed& typed) {
  if (const auto* period = std::get_if<Period>(&value)) {
    return to_iso(period->from) + ".." + (period->to ? to_iso(*period->to) : "");
  }
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* hours = std::get_if<Timetable>(&value)) return to_text(*hours);
  if (const auto* rows = std::get_if<Rows>(&value)) {
    std::string all;
    for (const FactRow& row : **rows) {
      all += (all.empty() ? "" : "; ") + row.key + ":";
      for (const Fact& cell : row.cells) all += " " + show(cell.value, typed);
    }
    return "[" + all + "]";
  }
  return test::describe(value, typed);
}

/// What becomes of the one year of an Ambito, then the codes of what is said.
struct Year {
  Loaded loaded;

  explicit Year(const std::string& text) : loaded(large_rulebook(), {text}) {
    REQUIRE(loaded.data.size() == 1);
  }

  std::string said(std::string found) const {
    for (const Diagnostic& each : loaded.bag.all()) {
      found += " " + std::string(name(each.code));
      CHECK_FALSE(each.hints.empty());
    }
    return found;
  }
  std::string datum(const char* wanted) const {
    for (const DatumId id : loaded.rulebook.typed.data.keys()) {
      if (loaded.rulebook.typed.data[id].name != wanted) continue;
      const Fact& fact = loaded.data[0].facts[id];
      std::string all = show(fact.value, loaded.rulebook.typed);
      if (!fact.origin.empty()) all += " " + fact.origin;
      for (const Fact::Other& other : fact.others) {
        all += " (" + show(other.value, loaded.rulebook.typed) + " " + other.origin + ")";
      }
      return said(all);
    }
    return "no such datum";
  }
};

std::string datum(const char* name, const std::string& value) {
  return Year("ambito: lodi\nanni:\n  2025:\n    dati:\n      " + std::string(name) + ": " + value +
              "\n")
      .datum(name);
}

/// With that beside its data.
Year beside(const std::string& more) {
  return Year("ambito: lodi\nanni:\n  2025:\n    dati: {}\n    " + more + "\n");
}

/// With that above its years.
Year above(const std::string& more) {
  return Year("ambito: lodi\n" + more + "\nanni: {2025: {dati: {}}}\n");
}

struct Row {
  std::string written, read;
};

}  // namespace

TEST_CASE("a day, a period, a timetable and a text are read as their types say") {
  CHECK(datum("avvio", "2025-12-31") == "20453");
  CHECK(datum("avvio", "mai") == "~..~");
  CHECK(datum("avvio", "n.d.") == "?");
  CHECK(datum("avvio", "2025-13-01") == "? data/bad-date");
  CHECK(datum("durata", "{dal: 2025-01-01}") == "2025-01-01..");
  CHECK(datum("durata", "{al: 2025-01-01}") == "? data/missing-key");
  CHECK(datum("durata", "{valore: {dal: 2025-01-01, al: 2025-01-01}, fonte: HR}") ==
        "2025-01-01..2025-01-01 HR");
  CHECK(datum("durata", "{valore: dal 2025-01-01, fonte: HR, al: 2025-02-01}") ==
        "2025-01-01.. HR");
  CHECK(datum("apertura", "\"lun-ven 08:00-16:00; sab-dom chiuso\"") ==
        "lun-ven 08:00-16:00; sab-dom chiuso");
  CHECK(datum("descrizione", "\"  una\\tnota \"") == "una nota");
  CHECK(datum("descrizione", "[a]") == "? data/wrong-kind");
}

TEST_CASE("of several sources the one that the pack puts first holds") {
  const Row rows[] = {
      {"[{valore: 3, fonte: HR}, {valore: 4, fonte: SIOSS}]", "4 SIOSS (3 HR)"},
      {"[{valore: 4, fonte: SIOSS}, {valore: 3, fonte: HR}]", "4 SIOSS (3 HR)"},
      {"[{valore: 3, fonte: noi}, {valore: 4, fonte: HR}]", "4 HR (3 noi)"},
      {"[{valore: 3, fonte: HR}, {valore: 3, fonte: SIOSS}]", "3 HR"},
      {"[{valore: 3, fonte: HR}, {valore: 3, fonte: noi}, {valore: 4, fonte: SIOSS}]",
       "4 SIOSS (3 HR) (3 noi)"},
      {"[{valore: 4, fonte: noi}, {valore: 3, fonte: HR}, {valore: 4, fonte: SIOSS}]",
       "4 SIOSS (3 HR)"},
      {"[{valore: n.d., fonte: SIOSS}, {valore: 3, fonte: HR}, {valore: 4, fonte: noi}]",
       "3 HR (4 noi)"},
      {"[{valore: 3, fonte: SIOSS}, {valore: 4, fonte: SIOSS}]", "0..~ data/sources-differ"},
      {"[{valore: 3, fonte: SIOSS}, {valore: 3, fonte: SIOSS}, {valore: 4, fonte: HR}]",
       "3 SIOSS (4 HR)"},
      {"[{valore: 3, fonte: SIOSS}, {valore: 4, fonte: SIOSS}, {valore: 5, fonte: HR}]",
       "0..~ data/sources-differ"},
      {"[{valore: 3, fonte: SIOSS}, {valore: 5, fonte: HR}, {valore: 4, fonte: SIOSS}]",
       "0..~ data/sources-differ"},
      {"[{valore: 3, fonte: noi}, {valore: 4, fonte: voi}]", "0..~ data/sources-differ"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(datum("operatori", row.written) == row.read);
  }
}

TEST_CASE("two values are the same where they say the same, and of one kind") {
  const auto hours = [](const char* text) { return std::get<Timetable>(parse_timetable(text)); };
  const Day day = *make_day(2025, 5, 1);
  const FactValue values[] = {std::monostate{},
                              Interval::point(1),
                              Interval::point(2),
                              Interval{Bound(1), Bound(2)},
                              true,
                              false,
                              ChoiceWord{ChoiceTypeId{0}, 0},
                              ChoiceWord{ChoiceTypeId{0}, 1},
                              Period{day, std::nullopt},
                              Period{day, day},
                              hours("lun-ven 08:00-16:00"),
                              hours("lun-ven 08:00-17:00"),
                              std::string("a"),
                              std::string("b")};
  for (std::size_t i = 0; i < std::size(values); ++i) {
    for (std::size_t j = 0; j < std::size(values); ++j) {
      CAPTURE(i);
      CAPTURE(j);
      CHECK(same(values[i], values[j]) == (i == j));
    }
  }
}

TEST_CASE("a list is rows, each named by its key") {
  const Row rows[] = {
      {"elenchi: {comuni: [{nome: Lodi, residenti: 45000}, {nome: Codogno}]}",
       "[Lodi: Lodi 45000 ?; Codogno: Codogno ~..~ ?]"},
      {"elenchi: {comuni: []}", "[]"},
      {"elenchi: {comuni: ~}", "?"},
      {"elenchi: {comuni: n.d.}", "?"},
      {"elenchi: {comuni: {nome: Lodi}}", "? data/wrong-kind"},
      {"elenchi: {comuni: [Lodi]}", "[] data/wrong-kind"},
      {"elenchi: {comuni: [{residenti: 3}]}", "[riga 1: ? 3 ?] data/row-without-key"},
      {"elenchi: {comuni: [{nome: ' Lodi '}, {nome: n.d.}]}",
       "[Lodi: Lodi ~..~ ?; riga 2: ? ~..~ ?] data/row-without-key"},
      {"elenchi: {comuni: [{nome: Lodi}, {nome: Lodi}]}",
       "[Lodi: Lodi ~..~ ?; Lodi: Lodi ~..~ ?] data/row-twice"},
      {"elenchi: {comuni: [{nome: Lodi, abitanti: 3}]}", "[Lodi: Lodi ~..~ ?] data/unknown-field"},
      {"elenchi: {comuni: [{nome: Lodi, in_servizio: {dal: 2025-05-01, al: 2025-05-01}}]}",
       "[Lodi: Lodi ~..~ 2025-05-01..2025-05-01]"},
      {"elenchi: [comuni]", "? data/wrong-kind"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(beside(row.written).datum("comuni") == row.read);
  }
}

TEST_CASE("a territory is links, of each kind one or several, some for a time") {
  const Row rows[] = {
      {"territorio: {asst: Lodi}", "asst Lodi;"},
      {"territorio: {distretto: [Nord, {nome: Sud, dal: 2024-01-01}], asst: Lodi}",
       "asst Lodi; distretto Nord; distretto Sud 2024-01-01..;"},
      {"territorio: {asst: {nome: Lodi, dal: 2024-01-01, al: 2024-01-01}}",
       "asst Lodi 2024-01-01..2024-01-01;"},
      {"territorio: {asst: {nome: Lodi, dal: 2024-01-02, al: 2024-01-01}}",
       " data/period-backwards"},
      {"territorio: {asst: {nome: Lodi, al: 2024-01-01}}", " data/missing-key"},
      {"territorio: {asst: {dal: 2024-01-01}}", " data/missing-key"},
      {"territorio: {asst: {nome: Lodi, fino: 2024-01-01}}", "asst Lodi; data/unknown-key"},
      {"territorio: {asst: n.d.}", ""},
      {"territorio: ~", ""},
      {"territorio: [Lodi]", " data/wrong-kind"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const Year year = above(row.written);
    std::string links;
    for (const TerritoryLink& link : year.loaded.data[0].territory) {
      links += (links.empty() ? "" : " ") + link.kind + " " + link.name;
      if (link.period) links += " " + show(FactValue(*link.period), year.loaded.rulebook.typed);
      links += ";";
    }
    CHECK(year.said(links) == row.read);
  }
}

TEST_CASE("groups have a name, and members where they are listed") {
  const Row rows[] = {
      {"gruppi: {progetto: p12}", "progetto p12;"},
      {"gruppi: {consorzio: c, progetto: {nome: p12, membri: [lodi, crema]}}",
       "progetto p12 lodi crema; consorzio c;"},
      {"gruppi: {progetto: {nome: p12, membri: ~}}", "progetto p12;"},
      {"gruppi: {progetto: {nome: p12, membri: lodi}}", "progetto p12; data/wrong-kind"},
      {"gruppi: {progetto: {membri: [lodi]}}", " data/missing-key"},
      {"gruppi: {progetto: {nome: p12, fonte: x}}", "progetto p12; data/unknown-key"},
      {"gruppi: {progetto: n.d.}", ""},
      {"gruppi: {proggetto: p12}", " data/undeclared-group"},
      {"gruppi: [progetto]", " data/wrong-kind"},
      {"gruppi: ~", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const Year year = beside(row.written);
    std::string groups;
    for (const auto& [id, group] : year.loaded.data[0].groups) {
      groups += (groups.empty() ? "" : " ") + year.loaded.rulebook.typed.groups[id].name + " " +
                group.name;
      for (const std::string& member : group.members) groups += " " + member;
      groups += ";";
    }
    CHECK(year.said(groups) == row.read);
  }
}
