#include "facts/data_document.hpp"
#include "facts/read_field.hpp"
#include "pipeline.hpp"
#include "source/check_text.hpp"
#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"
#include "trees/yaml_tree.hpp"

using namespace leps;

namespace {

/// A tree with all its places.
std::string tree(const trees::DataNode& node) {
  const auto place = [](Span span) {
    return "@" + std::to_string(span.begin) + "-" + std::to_string(span.end);
  };
  std::string shown = place(node.span);
  if (node.is_null()) return "~" + shown;
  if (node.text()) return "\"" + *node.text() + "\"" + shown;
  if (node.sequence()) {
    for (const trees::DataNode& item : node.sequence()->items) shown += " - " + tree(item);
    return "[" + shown + "]";
  }
  for (const trees::DataEntry& entry : node.map()->entries) {
    shown += ", " + entry.key + place(entry.key_span) + ": " + tree(entry.value);
  }
  return "{" + shown + "}";
}

/// The small rulebook, with a text and a list that has a text.
struct Document {
  Rulebook rulebook = test::small_rulebook();
  SourceMap sources;
  DiagnosticBag bag;
  DataSet data;
  DatumId text, list, field, period;

  Document() {
    Typed& typed = rulebook.typed;
    text = add("nota_libera", TextOf{});
    period = add("apertura", PeriodOf{});
    typed::Table table;
    table.name = "sedi";
    const TableId id = typed.tables.add(table);
    list = add("sedi", RowsOf{id});
    field = add("sedi.indirizzo", TextOf{});
    typed.data[field].field_of = id;
    typed.tables[id].datum = list;
    typed.tables[id].fields = {field};
  }

  void read(const DataDocument& document) {
    const reading::Vocabulary names(rulebook);
    DiagnosticBag of_text;
    const WrittenDocument made = add_document(sources, document, names, bag);
    const auto read = trees::read_yaml(sources, made.source, of_text);
    written = std::string(sources.text(made.source));
    // A key of over 1024 characters is none to YAML.
    if (std::string_view(written).find(std::string(1024, 'n')) == std::string_view::npos) {
      REQUIRE(read.has_value() == made.root.has_value());
      if (read) CHECK(tree(*read) == tree(*made.root));
      of_text.sort();
      bag.sort();
      const bool broken = written.find("\\n") != written.npos ||
                          written.find("\\r") != written.npos ||
                          written.find("\\t") != written.npos;
      if (!broken) CHECK(test::describe(of_text, sources) == messages());
    }
    if (made.root) data = load(names, sources, std::vector{*made.root}, bag);
    bag.sort();
  }
  [[nodiscard]] std::string messages() const { return test::describe(bag, sources); }
  /// `~` where it is not known.
  [[nodiscard]] std::string text_of(const Fact& fact) const {
    const auto* known = std::get_if<std::string>(&fact.value);
    return known ? *known : "~";
  }
  [[nodiscard]] std::string value(const char* name) const {
    for (const DatumId id : rulebook.typed.data.keys()) {
      if (rulebook.typed.data[id].name == name) {
        return test::describe(data.at(0).facts[id].value, rulebook.typed);
      }
    }
    return "none";
  }

  std::string written;

 private:
  DatumId add(const char* name, Type type) {
    typed::Datum datum;
    datum.name = name;
    datum.type = std::move(type);
    return rulebook.typed.data.add(datum);
  }
};

DataDocument lodi() { return {"lodi", {}, {{2025, {}, {}, {}, {}}}}; }

bool is_hidden(std::string text) { return check_text(text).has_value(); }

}  // namespace

TEST_CASE("a document is written as whoever fills in a form would, one value a line") {
  DataDocument document = lodi();
  document.described = {{"nome", "Ambito di Lodi"}, {"nota", "prova: \"sì\" # no"}};
  DataDocument::Year& year = document.years[0];
  year.described = {{"stato", "previsione"}};
  year.data = {{"popolazione", {{"231000", "ISTAT", "2026-01-01"}}},
               {"assistenti_sociali", {{"31.5", {}, {}}}},
               {"assistenti_asl", {{" [ 0 ,4.5] ", {}, {}}}},
               {"saldo", {{"[~, 4]", "prima", {}}, {"4", {}, "2025-12-31"}}},
               {"quota_dimissioni", {{"56%", {}, {}}}},
               {"nota_libera", {{"[0, 4]", {}, {}}}},
               {"apertura", {{"{dal: 2025-10-01, al: 2025-12-31}", {}, {}}}}};
  year.lists = {{"sedi", {{{"indirizzo", "via Roma, 1"}}, {}}}};
  Document read;
  read.read(document);
  CHECK(read.written ==
        "ambito: lodi\n"
        "nome: Ambito di Lodi\n"
        "nota: \"prova: \\\"sì\\\" # no\"\n"
        "anni:\n"
        "  2025:\n"
        "    stato: previsione\n"
        "    dati:\n"
        "      popolazione: {valore: 231000, fonte: ISTAT, al: 2026-01-01}\n"
        "      assistenti_sociali: 31.5\n"
        "      assistenti_asl: [0, 4.5]\n"
        "      saldo:\n"
        "        - {valore: [~, 4], fonte: prima}\n"
        "        - {valore: 4, al: 2025-12-31}\n"
        "      quota_dimissioni: 56%\n"
        "      nota_libera: \"[0, 4]\"\n"
        "      apertura: {dal: 2025-10-01, al: 2025-12-31}\n"
        "    elenchi:\n"
        "      sedi:\n"
        "        - {indirizzo: \"via Roma, 1\"}\n"
        "        - {}\n");
  CHECK(read.messages().find("16:13") == std::string::npos);
  CHECK(read.value("popolazione") == "231000");
  CHECK(read.value("assistenti_asl") == "0..9/2");
  CHECK(read.value("quota_dimissioni") == "14/25");
  REQUIRE(read.data.size() == 1);
  const FactTable& table = read.data[0];
  CHECK(table.name == "Ambito di Lodi");
  CHECK(table.note == "prova: \"sì\" # no");
  CHECK(table.forecast);
  CHECK(read.text_of(table.facts[read.text]) == "[0, 4]");
  CHECK(std::get<Period>(table.facts[read.period].value).to == make_day(2025, 12, 31));
  const auto& rows = *std::get<Rows>(table.facts[read.list].value);
  REQUIRE(rows.size() == 2);
  CHECK(read.text_of(rows[0].cells[0]) == "via Roma, 1");
  CHECK(read.text_of(rows[1].cells[0]) == "~");
}

TEST_CASE("what is wrong with a value is shown on its line") {
  DataDocument document = lodi();
  document.years[0].data = {{"popolazione", {{"61.348", {}, {}}}},
                            {"popolazzione", {{"1", {}, {}}}},
                            {"assistenti_asl", {{"[4, 0]", {}, {}}}},
                            {"saldo", {{"1\n2", {}, {}}}},
                            {"forma", {{"null", {}, {}}}}};
  document.years[0].lists = {{"sede", {}}};
  Document read;
  read.read(document);
  const std::string messages = read.messages();
  for (const char* expected :
       {"5:20 data/not-whole", "6:7 data/unknown-datum", "7:23 data/range-reversed",
        "8:14 text/control-character c'è un carattere di controllo (U+000A)",
        "9:14 data/unknown-word", "11:7 data/undeclared-list"}) {
    CAPTURE(messages);
    CHECK(messages.find(expected) != std::string::npos);
  }
  CHECK(read.bag.all().size() == 7);  // `1\n2` is no number either
}

TEST_CASE("any text given comes back as that text, or is refused; nothing else changes") {
  const std::vector<std::string> pieces = {
      "a",    "è",    "😀",      " ",      "  ",      "\"",     "'",        "\\",   "\n",    "\r",
      "\t",   ":",    ": ",     " #",     "#",       "-",      "- ",       "---",  "...",   "[",
      "]",    "{",    "}",      ",",      "&",       "*",      "!",        "|",    ">",     "%",
      "@",    "`",    "~",      "null",   "n.d.",    "N.D.",   "yes",      "0x1",  "1e3",   "{}",
      "\x1b", "\x7f", "\u0085", "\u202e", "\u2028",  "\ufeff", "\u00a0",   "\\n",  "\\x1b", "?",
      "? ",   "=",    "<<",     "dati:",  "\nanni:", "[0, 4]", "{dal: 1}", "${x}", "0",     "7"};
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t below) { return random() % below; };
  const auto any_text = [&] {
    std::string text;
    for (std::size_t n = pick(7); n-- > 0;) text += pieces[pick(pieces.size())];
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    // As one would read it who never heard of YAML.
    const std::string given = round == 0 ? std::string(200'000, 'x') : any_text();
    const bool refused = is_hidden("x" + given) || given.find_first_of("\n\r\t") != given.npos;
    std::string meant(trimmed(given));
    if (meant.empty() || meant == "n.d." || meant == "N.D.") meant = "~";
    CAPTURE(given.substr(0, 100));

    DataDocument document = lodi();
    DataDocument::Year& year = document.years[0];
    year.data = {{"popolazione", {{"7", {}, {}}}},
                 {"nota_libera", {{given, {}, {}}}},
                 {"saldo", {{"-5", given, {}}}}};
    year.lists = {{"sedi", {{{"indirizzo", given}}}}};
    Document read;
    read.read(document);
    CAPTURE(read.messages());
    REQUIRE(read.bag.has_errors() == refused);
    REQUIRE(read.data.size() == 1);
    const FactTable& table = read.data[0];
    CHECK(table.ambito == "lodi");
    CHECK(read.value("popolazione") == "7");
    CHECK(read.value("saldo") == "-5");
    CHECK(read.value("forma") == "?");
    const auto& rows = *std::get<Rows>(table.facts[read.list].value);
    CHECK(rows.size() == 1);
    if (refused) continue;
    CHECK(read.text_of(table.facts[read.text]) == meant);
    CHECK(read.text_of(rows[0].cells[0]) == meant);
  }
}

TEST_CASE("a name of any kind is a name: known, or reported once as not known") {
  const std::vector<std::string> names = {
      "",     " ",  "~",   "null", "dati",         "a: b",
      "x\ny", "{a", "- a", "\"",   "popolazione ", std::string(5000, 'n'),
      "è"};
  for (const std::string& name : names) {
    CAPTURE(name.substr(0, 40));
    DataDocument document = lodi();
    document.years[0].data = {{"popolazione", {{"7", {}, {}}}}, {name, {{"8", {}, {}}}}};
    Document read;
    read.read(document);
    CAPTURE(read.messages());
    CHECK(read.bag.has_errors());
    if (read.data.size() == 1) CHECK(read.value("popolazione") == "7");

    document = lodi();
    document.ambito = name;
    Document other;
    other.read(document);
    CAPTURE(other.messages());
    if (!other.bag.has_errors()) CHECK(other.data.at(0).ambito == trimmed(name));
  }
}
