// Tables of data: what becomes of their cells, and of what is wrong with them.
#include "tables/read_tables.hpp"

#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"
#include "trees/yaml_tree.hpp"

using namespace leps;
using namespace leps::test;

namespace {

struct File {
  const char* name;
  std::string bytes;
};

using Files = std::vector<File>;

/// The table `comuni` with three fields.
void add_list(Typed& typed) {
  typed::Table table;
  table.name = "comuni";
  typed::Datum rows;
  rows.name = "comuni";
  rows.type = RowsOf{TableId{0}};
  table.datum = typed.data.add(rows);
  const auto add_field = [&](const char* name, const Type& type) {
    typed::Datum field;
    field.name = name;
    field.type = type;
    field.field_of = TableId{0};
    table.fields.push_back(typed.data.add(field));
  };
  add_field("comuni.nome", TruthValue{});
  add_field("comuni.residenti", NumberOf{});
  add_field("comuni.in_servizio", PeriodOf{});
  typed.tables.add(table);
}

/// What a tree says: `{a: 1, b: [2, ~]}`.
std::string written(const trees::DataNode& node) {
  if (node.is_null()) return "~";
  if (const std::string* text = node.text()) return *text;
  std::string all;
  if (const auto* sequence = node.sequence()) {
    for (const auto& item : sequence->items) all += (all.empty() ? "" : ", ") + written(item);
    return "[" + all + "]";
  }
  for (const auto& entry : node.map()->entries) {
    all += (all.empty() ? "" : ", ") + entry.key + ": " + written(entry.value);
  }
  return "{" + all + "}";
}

struct Reading {
  Rulebook rulebook = small_rulebook();
  SourceMap sources;
  DiagnosticBag bag;
  DataFiles files;

  explicit Reading(const Files& all) {
    for (const File& file : all) add_data_bytes(files, sources, file.name, file.bytes, bag);
  }

  std::string trees() {
    add_list(rulebook.typed);
    const reading::Vocabulary names(rulebook);
    std::string text;
    std::vector<trees::DataNode> in_yaml;
    for (const SourceId file : files.documents) {
      in_yaml.push_back(*trees::read_yaml(sources, file, bag));
    }
    auto read = tables::read_tables(names, sources, files.tables, files.istat, in_yaml, bag);
    for (const auto* roots : {&in_yaml, &read.roots}) {
      for (const auto& root : *roots) text += written(root) + "\n";
    }
    return text + codes();
  }
  /// `3:5 table/two-readings` for each finding.
  [[nodiscard]] std::string codes() const {
    std::string text;
    for (const Diagnostic& diagnostic : bag.all()) {
      if (diagnostic.where) {
        const LineColumn at = sources.line_column(*diagnostic.where);
        text += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
      }
      text += std::string(name(diagnostic.code)) + "\n";
    }
    return text;
  }
  /// The facts of one datum, by Ambito and year.
  std::string facts(const char* datum) {
    std::string text;
    for (const FactTable& table : load(rulebook, sources, files, bag)) {
      for (const DatumId id : rulebook.typed.data.keys()) {
        if (rulebook.typed.data[id].name != datum) continue;
        text += table.ambito + " " + std::to_string(table.year) + " " +
                describe(table.facts[id].value, rulebook.typed) + "\n";
      }
    }
    return text + codes();
  }
};

}  // namespace

TEST_CASE("tables: a row is an Ambito and a year, and the trees are those of YAML") {
  Reading read(Files{{"dati.csv",
                      "ambito;anno;nome;stato;data_di_rilevazione;popolazione;popolazione_fonte;"
                      "popolazione_al;assistenti_asl\n"
                      "lodi;2024;;;;230000;;;\n"
                      "lodi;2025;Lodi;previsione;31/12/2025;231000;ISTAT;01/01/2026;\"[0; 4,5]\"\n"
                      "cantu;2025;;;;;;;n.d.\n"}});
  CHECK(read.trees() ==
        "{ambito: cantu, nome: ~, anni: {2025: {stato: ~, data_di_rilevazione: ~, dati: "
        "{popolazione: ~, assistenti_asl: n.d.}}}}\n"
        "{ambito: lodi, nome: Lodi, anni: {2024: {stato: ~, data_di_rilevazione: ~, dati: "
        "{popolazione: {valore: 230000, fonte: ~, al: ~}, assistenti_asl: ~}}, "
        "2025: {stato: previsione, data_di_rilevazione: 2025-12-31, dati: {popolazione: "
        "{valore: 231000, fonte: ISTAT, al: 2026-01-01}, assistenti_asl: [0, 4,5]}}}}\n"
        "3:62 table/number-style\n");
}

TEST_CASE("tables: a list is the table that bears its name, and joins the main one") {
  const File main = {"dati.csv", "ambito;anno;popolazione\nlodi;2025;5\ncrema;2025;6\n"};
  Reading read(Files{{"dati/comuni.csv",
                      "ambito,anno,nome,in_servizio_dal,in_servizio_al\n"
                      "lodi,2025,sì,01/10/2025,\nlodi,2025,no,,\ncrema,2025,nessuno,,\n"},
                     main});
  CHECK(read.trees() ==
        "{ambito: crema, anni: {2025: {dati: {popolazione: 6}, elenchi: {comuni: []}}}}\n"
        "{ambito: lodi, anni: {2025: {dati: {popolazione: 5}, elenchi: {comuni: "
        "[{nome: sì, in_servizio: {dal: 2025-10-01, al: ~}}, {nome: no}]}}}}\n");

  Reading wrong(
      Files{main, {"comuni.csv", "ambito,anno,nome\nlodi,2024,sì\nlodi,2025,\nlodi,2025,x\n"}});
  CHECK(wrong.trees() ==
        "{ambito: crema, anni: {2025: {dati: {popolazione: 6}}}}\n"
        "{ambito: lodi, anni: {2025: {dati: {popolazione: 5}, elenchi: {comuni: [{nome: x}]}}}}\n"
        "3:1 table/empty-row\n2:1 table/list-alone\n");
}

TEST_CASE("tables: a list, and what ISTAT says, join the document in YAML of their year") {
  const File list = {"comuni.csv", "ambito,anno,nome\nlodi,2025,sì\n"};
  Reading read(Files{{"a.yaml", "ambito: lodi\nanni: {2025: {dati: {popolazione: 5}}}\n"}, list});
  CHECK(
      read.trees() ==
      "{ambito: lodi, anni: {2025: {dati: {popolazione: 5}, elenchi: {comuni: [{nome: sì}]}}}}\n");
  Reading twice(
      Files{{"a.yaml", "ambito: lodi\nanni: {2025: {dati: ~, elenchi: {comuni: []}}}\n"}, list});
  CHECK(twice.trees() ==  // joined once it is typed
        "{ambito: lodi, anni: {2025: {dati: {}, elenchi: {comuni: []}}}}\n"
        "{ambito: lodi, anni: {2025: {dati: {}, elenchi: {comuni: [{nome: sì}]}}}}\n");
}

TEST_CASE("tables: how numbers are written is decided for the whole file") {
  struct Row {
    std::string why;
    const char* first;
    const char* second;
    const char* said;
  };
  const Row rows[] = {
      {"whole numbers decide nothing", "17", "18", "a 2025 17\nb 2025 18\n"},
      {"a comma", "17,5", "18", "a 2025 35/2\nb 2025 18\n2:8 table/number-style\n"},
      {"a point", "17.5", "18", "a 2025 35/2\nb 2025 18\n2:8 table/number-style\n"},
      {"a comma says what the point is", "1.234", "0,5",
       "a 2025 1234\nb 2025 1/2\n3:8 table/number-style\n"},
      {"so does a point", "1.234", "0.5", "a 2025 617/500\nb 2025 1/2\n3:8 table/number-style\n"},
      {"points and a comma", "1.234,5", "1.000",
       "a 2025 2469/2\nb 2025 1000\n2:8 table/number-style\n"},
      {"millions", "1.234.567", "1.000", "a 2025 1234567\nb 2025 1000\n2:8 table/number-style\n"},
      {"only one that reads two ways", "1.234", "7",
       "a 2025 0..~\nb 2025 7\n2:8 table/two-readings\n"},
      {"with a comma too", "7", "1,234", "a 2025 7\nb 2025 0..~\n3:8 table/two-readings\n"},
      {"thousands do not begin with a zero", "012.500", "7",
       "a 2025 0..~\nb 2025 7\n2:8 table/two-readings\n"},
      {"with a comma too", "012,500", "7", "a 2025 0..~\nb 2025 7\n2:8 table/two-readings\n"},
      {"nor do they say how others are read", "012.500", "1.234",
       "a 2025 0..~\nb 2025 0..~\n2:8 table/two-readings\n"},
      {"a point says that they are decimals", "012.500", "0.5",
       "a 2025 25/2\nb 2025 1/2\n3:8 table/number-style\n"},
      {"a comma that they are nothing", "012.500", "0,5",
       "a 2025 0..~\nb 2025 1/2\n3:8 table/number-style\n2:8 data/ambiguous-number\n"},
      {"groups that begin with one", "012.500.000", "0,5",
       "a 2025 0..~\nb 2025 1/2\n3:8 table/number-style\n2:8 data/ambiguous-number\n"},
      {"groups and decimals", "01.234,5", "7",
       "a 2025 0..~\nb 2025 7\n2:8 data/ambiguous-number\n"},
      {"an end of a range", "\"[1.234; 1.500]\"", "7",
       "a 2025 0..~\nb 2025 7\n2:8 table/two-readings\n"},
      {"an end that says it", "\"[17,5; 1.500]\"", "1.234",
       "a 2025 35/2..1500\nb 2025 1234\n2:8 table/number-style\n"},
      {"zero is no thousand", "0.234", "7", "a 2025 117/500\nb 2025 7\n2:8 table/number-style\n"},
      {"below it neither", "-0.123", "1.234",
       "a 2025 0..~\nb 2025 617/500\n2:8 table/number-style\n2:8 data/out-of-bounds\n"},
      {"nor is nothing", ".500", "3,5",
       "a 2025 0..~\nb 2025 7/2\n3:8 table/number-style\n2:8 data/wrong-kind\n"},
      {"with a comma too", ",500", "3.5",
       "a 2025 0..~\nb 2025 7/2\n3:8 table/number-style\n2:8 data/wrong-kind\n"},
      {"it says nothing of others", ".500", "1.234",
       "a 2025 0..~\nb 2025 0..~\n3:8 table/two-readings\n2:8 data/wrong-kind\n"},
      {"both sides of a fraction say it", "1/2,5", "1.234",
       "a 2025 0..~\nb 2025 1234\n2:8 table/number-style\n2:8 data/wrong-kind\n"},
      {"a share says it", "2,5%", "1.234",
       "a 2025 0..~\nb 2025 1234\n2:8 table/number-style\n2:8 data/wrong-kind\n"},
      {"four digits behind the sign are no group", "1.2345", "1.234",
       "a 2025 2469/2000\nb 2025 617/500\n2:8 table/number-style\n"},
      {"nor are two", "1.23", "1.234", "a 2025 123/100\nb 2025 617/500\n2:8 table/number-style\n"},
      {"nor are four before it", "1234.567", "1.234",
       "a 2025 1234567/1000\nb 2025 617/500\n2:8 table/number-style\n"},
      {"three before it are one", "123.456", "0,5",
       "a 2025 123456\nb 2025 1/2\n3:8 table/number-style\n"},
      {"both ways", "17,5", "18.5", "a 2025 35/2\nb 2025 37/2\n3:8 table/mixed-numbers\n"},
      {"what is no number decides nothing", "1.2.3,4", "7",
       "a 2025 0..~\nb 2025 7\n2:8 data/wrong-kind\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    Reading table(Files{{"dati.csv", std::string("ambito;anno;assistenti_sociali\na;2025;") +
                                         row.first + "\nb;2025;" + row.second + "\n"}});
    CHECK(table.facts("assistenti_sociali") == row.said);
  }
}

// Whoever fills up with zeros has not said what his point is: alone it is refused, and beside a
// number that says it, it is read that way or refused; it never speaks for another.
TEST_CASE("tables: a number that begins with a zero never says how numbers are written") {
  const std::uint32_t seed = test::seed();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto number = [&](unsigned from, unsigned to) {
    return std::to_string(from + random() % (to - from + 1));
  };
  for (int i = 0; i < 300; ++i) {
    const bool comma = random() % 2 == 0;
    const std::string sign = comma ? "," : ".";
    const std::string whole = random() % 2 ? number(1, 9) : number(10, 99);
    const std::string part = number(100, 999);
    const std::string padded =
        std::string(1 + random() % (3 - whole.size()), '0') + whole + sign + part;
    const auto read = [&](const std::string& beside) {
      return Reading(Files{{"dati.csv", "ambito;anno;assistenti_sociali\na;2025;" + padded +
                                            "\nb;2025;" + beside + "\n"}})
          .facts("assistenti_sociali");
    };
    CAPTURE(padded);
    CHECK(read("7") == "a 2025 0..~\nb 2025 7\n2:8 table/two-readings\n");
    CHECK(read(comma ? "1.234" : "1,234") == "a 2025 0..~\nb 2025 0..~\n2:8 table/two-readings\n");
    const std::string decimals =
        to_string(parse_rational(whole + "." + part).value()) + "\nb 2025 1/2\n";
    CHECK(read(comma ? "0,5" : "0.5") == "a 2025 " + decimals + "3:8 table/number-style\n");
    CHECK(read(comma ? "0.5" : "0,5") ==
          "a 2025 0..~\nb 2025 1/2\n3:8 table/number-style\n2:8 data/ambiguous-number\n");
  }
}

// A sign of its own says nothing of the commas and points behind it: below zero a number reads as
// its positive sibling does, in one style, two or none.
TEST_CASE("tables: a number below zero is read as the same one above it") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::vector<std::string> besides = {"7", "0,5", "0.5", "1.234", "-1,234", "-0.123", "3,5"};
  std::vector<std::string> numbers = {"0.123", "0,123", "1.234", "1,234", "12.5",  "012.500",
                                      ".500",  ",500",  "0",     "5.",    "0.000", "1.234.567"};
  for (int i = 0; i < 100; ++i) {
    std::string number;
    for (std::size_t length = 1 + random() % 7; length > 0; --length) {
      number += "0012345.,"[random() % 9];
    }
    numbers.push_back(number);
  }
  for (const std::string& number : numbers) {
    for (const std::string& beside : besides) {
      CAPTURE(number);
      CAPTURE(beside);
      const auto read = [&](const std::string& written) {
        return Reading(Files{{"dati.csv", "ambito;anno;saldo\na;2025;" + written + "\nb;2025;" +
                                              beside + "\n"}})
            .facts("saldo");
      };
      const std::string above = read(number), below = read("-" + number);
      const std::string value = above.substr(7, above.find('\n') - 7);
      const auto exact = parse_rational(value);
      const std::string mirrored = exact ? to_string(Rational(-*exact)) : value;
      CHECK(below == "a 2025 " + mirrored + above.substr(7 + value.size()));
    }
  }
}

// Nobody knows how its numbers are meant, and all else that is wrong with the file is said too.
TEST_CASE("tables: a number that reads two ways hides no other finding") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::vector<std::string> cells = {"7", "molti", "-3", "12", "n.d.", "1/0", "[3]"};
  const std::vector<std::string> keys = {"a", "b", "c", "d"}, years = {"2025", "25", "2024", ""};
  for (int round = 0; round < 200; ++round) {
    const std::size_t rows = 2 + random() % 3, doubtful = random() % rows;
    std::string wrong = "ambito;anno;assistenti_sociali;popolazione\n", both = wrong;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string key = keys[random() % keys.size()] + ";" + years[random() % years.size()];
      const std::string other = cells[random() % cells.size()];
      const std::string cell = cells[random() % cells.size()];
      wrong += key + ";" + (row == doubtful ? "12345" : cell) + ";" + other + "\n";
      both += key + ";" + (row == doubtful ? "1.234" : cell) + ";" + other + "\n";
    }
    CAPTURE(both);
    const std::string place = std::to_string(doubtful + 2);
    std::string said = Reading(Files{{"dati.csv", both}}).facts("popolazione");
    const std::size_t at = said.find(" table/two-readings\n");
    REQUIRE(at != std::string::npos);
    const std::size_t begin = said.rfind('\n', at) + 1;
    CHECK(said.substr(begin, at - begin).starts_with(place + ":"));
    said.erase(begin, said.find('\n', at) + 1 - begin);
    CHECK(said == Reading(Files{{"dati.csv", wrong}}).facts("popolazione"));
  }
}

TEST_CASE("tables: a thousand columns that nobody knows are told in a few messages") {
  std::string header = "ambito;anno", row = "a;2025";
  for (int i = 0; i < 1000; ++i) {
    header += ";colonna" + std::to_string(i);
    row += ";1";
  }
  Reading read(Files{{"dati.csv", header + "\n" + row + "\n"}});
  read.trees();
  CHECK(read.bag.all().size() == 21);
  CHECK(read.bag.all().back().message.it == "altri 980 come questo");
}

TEST_CASE("tables: each has its own way to write numbers") {
  Reading read(Files{{"uno.csv", "ambito;anno;ore_apertura\na;2025;17,5\nb;2025;1.000,5\n"},
                     {"due.csv", "ambito,anno,ore_apertura\nc,2025,17.5\n"},
                     {"tre.yaml", "ambito: d\nanni: {2025: {dati: {ore_apertura: 17.5}}}\n"}});
  CHECK(read.facts("ore_apertura") ==
        "a 2025 35/2\nb 2025 0..168\nc 2025 35/2\nd 2025 35/2\n"
        "2:8 table/number-style\n2:8 table/number-style\n3:8 data/out-of-bounds\n");
}

TEST_CASE("tables: columns are known by name, and nothing is dropped in silence") {
  struct Row {
    std::string why;
    std::string bytes;
    const char* said;
  };
  const Row rows[] = {
      {"capitals, spaces and accents are said", "Ambito;Anno;Assistenti Sociali\na;2025;3\n",
       "a 2025 3\n1:1 table/column-taken\n1:8 table/column-taken\n1:13 table/column-taken\n"},
      {"a misspelt name is not taken", "ambito;anno;assistenti_socali\na;2025;3\n",
       "a 2025 0..~\n1:13 table/unknown-column\n"},
      {"a column twice", "ambito;anno;assistenti_sociali;Assistenti sociali\na;2025;3;4\n",
       "a 2025 3\n1:32 table/column-taken\n1:32 table/column-twice\n"},
      {"a column without a name", "ambito;anno;;assistenti_sociali\na;2025;x;3\n",
       "a 2025 3\n2:8 table/nameless-column\n"},
      {"an empty one does not matter", "ambito;anno;;assistenti_sociali\na;2025;;3\n",
       "a 2025 3\n"},
      {"a row twice", "ambito;anno;assistenti_sociali\na;2025;3\na;2025;4\n",
       "a 2025 3\n3:3 data/year-twice\n"},
      {"a row of nobody", "ambito;anno;assistenti_sociali\n;2025;3\nTotale;;4\n",
       "3:1 table/total-below\n2:1 table/row-without-key\n"},
      {"a key of another form", "ambito;anno;assistenti_sociali\nLodi;25;3\n",
       "2:1 data/bad-ambito\n2:6 data/bad-year\n"},
      {"no key at all", "ambito;assistenti_sociali\na;3\n", "1:1 table/unknown\n"},
      {"a misspelt key", "ambitto;anno;assistenti_sociali\na;2025;3\n", "1:1 table/unknown\n"},
      {"two names of one Ambito", "ambito;anno;nome\na;2025;A\na;2024;B\n",
       "a 2024 0..~\na 2025 0..~\n3:8 table/rows-differ\n"},
      {"a day that is none", "ambito;anno;data_di_rilevazione\na;2025;31/02/2025\n",
       "a 2025 0..~\n2:8 data/bad-date-cell\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    Reading read(Files{{"dati.csv", row.bytes}});
    CHECK(read.facts("assistenti_sociali") == row.said);
  }
}

TEST_CASE("tables: whatever stands where a number should, there is a message or a number") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::vector<std::string> texts = {"1,2,3", "1.2.3", "1,2.3", "-1.2,", "..", "1,,23"};
  for (int i = 0; i < 3'000; ++i) {
    std::string text;
    for (std::size_t length = random() % 7 + 1; length > 0; --length) {
      text += "0123.,.,-%/ [~"[random() % 14];
    }
    texts.push_back(text);
  }
  for (const std::string& text : texts) {
    CAPTURE(text);
    Reading read(Files{{"dati.csv", "ambito;anno;saldo\na;2025;" + text + "\n"}});
    const std::string said = read.facts("saldo");
    CHECK((read.bag.has_errors() || said.starts_with("a 2025 ")));
  }
}

// A file of its own that is no table of data is a mistake; a sheet beside others may be notes, but
// not where a header is ours or a slip away from it.
TEST_CASE("tables: a sheet that is no table is passed over, unless it looks like one") {
  struct Row {
    std::string header, said;
  };
  const Row rows[] = {
      {"da rivedere", "table/passed-over"},
      {"ambitto", "table/unknown"},
      {"Ano", "table/unknown"},
      {"Popolazione", "table/unknown"},
      {"popolazione residente", "table/passed-over"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    Rulebook rulebook = small_rulebook();
    const reading::Vocabulary names(rulebook);
    SourceMap sources;
    DiagnosticBag bag;
    const SourceId id = sources.add("prova.csv", row.header + "\n");
    const auto length = static_cast<std::uint32_t>(row.header.size());
    sheets::Grid grid{id, "appunti", true, {}};
    grid.rows.push_back({1, {{1, sheets::CellKind::text, row.header, Span{id, 0, length}}}});
    std::vector<sheets::Grid> grids = {grid};
    std::vector<trees::DataNode> documents;
    tables::read_tables(names, sources, grids, {}, documents, bag);
    REQUIRE(bag.all().size() == 1);
    CHECK(std::string(name(bag.all()[0].code)) == row.said);
    DiagnosticBag of_csv;
    grids[0].workbook = false;
    tables::read_tables(names, sources, grids, {}, documents, of_csv);
    REQUIRE(of_csv.all().size() == 1);
    CHECK(std::string(name(of_csv.all()[0].code)) == "table/unknown");
  }
}

TEST_CASE("tables: the same Ambito and year in two files of any kind is joined where they agree") {
  const File yaml = {"a.yaml", "ambito: a\nanni: {2025: {dati: {popolazione: 5}}}\n"};
  Reading alike(Files{yaml, {"b.csv", "ambito;anno;popolazione\na;2025;5\n"}});
  CHECK(alike.facts("popolazione") == "a 2025 5\n");
  Reading more(Files{yaml,
                     {"b.csv", "ambito;anno;assistenti_sociali\na;2025;5\n"},
                     {"c.csv", "ambito;anno;saldo\na;2025;7\n"}});
  CHECK(more.facts("saldo") == "a 2025 7\n");
  Reading other(Files{yaml, {"b.csv", "ambito;anno;popolazione\na;2025;6\n"}});
  CHECK(other.facts("popolazione") == "a 2025 1..~\n2:8 data/files-differ\n");
  Reading twice(Files{{"b.csv", "ambito;anno;popolazione\na;2025;5\na;2025;5\n"}});
  CHECK(twice.facts("popolazione") == "a 2025 5\n3:3 data/year-twice\n");
}

TEST_CASE("tables: ISTAT's layout is read by way of two maps, and what is not used is counted") {
  const std::string header =
      "FREQ,REF_AREA,Territorio,DATA_TYPE,Indicatore,CATEG_OF_BENEFICIARIES,Area di "
      "utenza,CATEGORY_OF_SERVICE,Servizio o intervento,TIME_PERIOD,Osservazione\n";
  const File data = {
      "istat.csv", header +
                       "A,T03042,Merate,EXPMUN,Spesa,FAM,Famiglia,ALL,\"Tutte, le voci\",2023,5.5\n"
                       "A,ITC4,Lombardia,EXPMUN,Spesa,FAM,Famiglia,ALL,Tutte,2023,7\n"
                       "A,T03042,Merate,EXPTPOP,Spesa,FAM,Famiglia,ALL,Tutte,2023,9\n"};
  const File series = {"istat.mappa.csv",
                       "DATA_TYPE,CATEG_OF_BENEFICIARIES,CATEGORY_OF_SERVICE,dato\n"
                       "EXPMUN,FAM,ALL,saldo\n"};
  const File ambiti = {"ambiti.mappa.csv", "REF_AREA,ambito\nT03042,merate\n"};

  Reading read(Files{data, series, ambiti});
  CHECK(read.trees() ==
        "{ambito: merate, anni: {2023: {dati: {saldo: {valore: 5.5, fonte: ISTAT, Spesa, Famiglia, "
        "Tutte, le voci}}}}}\n1:1 istat/read\n");
  const Diagnostic& told = read.bag.all().front();
  CHECK(told.message.it ==
        "tabella ISTAT dei servizi per Ambito: usate 1 righe su 3; 1 sono di altri territori, 1 di "
        "altre voci");
  CHECK(told.hints[0].it == "senza Ambito in ambiti.mappa.csv: ITC4 Lombardia");
  CHECK(told.hints[1].it == "senza dato in istat.mappa.csv: EXPTPOP/FAM/ALL");

  Reading beside(Files{{"dati.csv", "ambito;anno;saldo\nmerate;2023;6\n"}, data, series, ambiti});
  CHECK(beside.facts("saldo") == "merate 2023 ~..~\n1:1 istat/read\n2:13 data/sources-differ\n");
  Reading joined(Files{
      {"a.yaml", "ambito: merate\nanni: {2023: {dati: {saldo: {valore: 5.5, fonte: noi}}}}\n"},
      data,
      series,
      ambiti});
  CHECK(joined.facts("saldo") == "merate 2023 11/2\n1:1 istat/read\n");
  Reading alone(Files{data});
  CHECK(alone.trees() == "1:1 istat/nothing-used\n");
  Reading wrong(Files{data, {"istat.mappa.csv", series.bytes + "EXPMUN,FAM,ALL,sald\n"}, ambiti});
  CHECK(wrong.facts("saldo") == "merate 2023 11/2\n3:16 data/unknown-datum\n1:1 istat/read\n");
}

TEST_CASE("data files: what cannot be read is refused by name") {
  Reading read(Files{{"a.xls", "\xD0\xCF\x11\xE0"},
                     {"b.XLSM", "PK\x03\x04"},
                     {"c.numbers", "PK\x03\x04"},
                     {"d.xlsx", "PK\x03\x04"},
                     {"e.ods", "\xD0\xCF\x11\xE0"},
                     {"f.xls", "x"},
                     {"g.csv", "PK\x03\x04"}});
  CHECK(read.codes() ==
        "sheet/other-format\nsheet/other-format\nsheet/other-format\nsheet/damaged\n"
        "sheet/old-or-locked\nsheet/other-content\nsheet/other-content\n");
  CHECK(read.files.read.size() == 3);
}

TEST_CASE("data files: what all of them may hold is limited") {
  std::string many = "ambito;anno;assistenti_sociali\n";
  for (std::size_t i = 0; i < 99'000; ++i) many += "a;2025;3\n";
  Reading read(
      Files{{"a.csv", many}, {"b.csv", many}, {"c.csv", many}, {"d.csv", "ambito;anno\n"}});
  CHECK(read.codes() == "sheet/too-much-together\nsheet/too-much-together\n");
  CHECK(read.files.tables.size() == 2);
}
