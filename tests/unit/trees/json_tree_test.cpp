#include "trees/json_tree.hpp"
#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

using namespace leps;
using leps::trees::DataNode;
using leps::trees::read_json;

namespace {

struct JsonReading {
  SourceMap sources;
  DiagnosticBag bag;
  std::optional<DataNode> root;

  explicit JsonReading(std::string text) {
    root = read_json(sources, sources.add("dati.json", std::move(text)), bag);
  }
  [[nodiscard]] std::string messages() const { return test::describe(bag, sources); }
};

/// The tree with the text of every span: `{a@"a": no@"no"}`.
std::string shown(const DataNode& node, const SourceMap& sources) {
  const auto at = [&](Span span) { return "@" + std::string(sources.text(span)); };
  if (const std::string* text = node.text()) return *text + at(node.span);
  if (node.is_null()) return "~" + at(node.span);
  std::string all;
  if (const auto* sequence = node.sequence()) {
    for (const DataNode& item : sequence->items) {
      all += (all.empty() ? "" : "; ") + shown(item, sources);
    }
    return "[" + all + "]" + at(node.span);
  }
  for (const auto& entry : node.map()->entries) {
    all += (all.empty() ? "" : "; ") + entry.key + at(entry.key_span) + ": " +
           shown(entry.value, sources);
  }
  return "{" + all + "}" + at(node.span);
}

}  // namespace

TEST_CASE("a tree of JSON keeps the text and the place of every value") {
  struct Row {
    std::string text, tree;
  };
  const Row rows[] = {
      {" 1 ", "1@1"},
      {"-17.50", "-17.50@-17.50"},
      {"1e3", "1e3@1e3"},
      {"null", "~@null"},
      {"\"null\"", "null@\"null\""},
      {"true\r\n", "true@true"},
      {"\"sì\"", "sì@\"sì\""},
      {R"("a\"\\\/\u00e8\ud83d\ude00")",
       "a\"\\/è😀@"
       R"("a\"\\\/\u00e8\ud83d\ude00")"},
      {"[ ]", "[]@[ ]"},
      {"[0, 4]", "[0@0; 4@4]@[0, 4]"},
      {"[null,4]", "[~@null; 4@4]@[null,4]"},
      {"{}", "{}@{}"},
      {"{\"a\":{\"\":\"\"} ,\n \"b\" : [{}]}",
       "{a@\"a\": {@\"\": @\"\"}@{\"\":\"\"}; b@\"b\": [{}@{}]@[{}]}"
       "@{\"a\":{\"\":\"\"} ,\n \"b\" : [{}]}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const JsonReading read(row.text);
    CAPTURE(read.messages());
    REQUIRE(read.root.has_value());
    CHECK(shown(*read.root, read.sources) == row.tree);
    CHECK(read.bag.empty());
  }
}

TEST_CASE("what is not JSON is refused where it stops being so") {
  struct Row {
    std::string text, message;
  };
  const Row rows[] = {
      {"", "1:1 data/empty-file"},
      {" \n", "1:1 data/empty-file"},
      {"ambito: lodi", "1:1 data/not-json il file non si legge come JSON: questa parola sta senza"},
      {"{\n \"a\": sì\n}", "2:7 data/not-json il file non si legge come JSON: questa parola"},
      {"{\"a\": 1,}", "1:8 data/not-json il file non si legge come JSON: dopo l'ultima voce"},
      {"[1, 2,\n]", "1:6 data/not-json il file non si legge come JSON: dopo l'ultima voce"},
      {"[1,,2]", "1:4 data/not-json il file non si legge come JSON: qui manca un valore"},
      {"[,1]", "1:2 data/not-json il file non si legge come JSON: qui manca un valore"},
      {"{\"a\": }", "1:7 data/not-json il file non si legge come JSON: qui manca un valore"},
      {"{\"a\"", "1:5 data/not-json il file non si legge come JSON: dopo il nome di una voce"},
      {"{\"a\":", "1:6 data/not-json il file non si legge come JSON: il file finisce"},
      {"{\"a\" 1}", "1:6 data/not-json il file non si legge come JSON: dopo il nome di una voce"},
      {"{a: 1}", "1:2 data/not-json il file non si legge come JSON: qui serve il nome"},
      {"{1: 1}", "1:2 data/not-json il file non si legge come JSON: qui serve il nome"},
      {"{'a': 1}", "1:2 data/not-json il file non si legge come JSON: qui serve il nome"},
      {"['a']", "1:2 data/not-json il file non si legge come JSON: i testi stanno fra virgolette"},
      {"[1 2]", "1:4 data/not-json il file non si legge come JSON: fra due voci manca la virgola"},
      {"[1\n", "1:1 data/not-json il file non si legge come JSON: la parentesi [ non si chiude"},
      {"{\"a\": [1, 2}",
       "1:12 data/not-json il file non si legge come JSON: fra due voci manca la virgola"},
      {"{\"è\": 1} x", "1:10 data/not-json il file non si legge come JSON: dopo la fine"},
      {"{}\n---\n{}", "2:1 data/not-json il file non si legge come JSON: dopo la fine"},
      {"# nota\n{}", "1:1 data/not-json il file non si legge come JSON: il JSON non ha commenti"},
      {"{} // nota", "1:4 data/not-json il file non si legge come JSON: il JSON non ha commenti"},
      {"[/* x */]", "1:2 data/not-json il file non si legge come JSON: il JSON non ha commenti"},
      {"\"x", "1:1 data/not-json il file non si legge come JSON: le virgolette non si chiudono"},
      {"\"x\ny\"", "1:1 data/not-json il file non si legge come JSON: le virgolette non si"},
      {"\"x\ty\"", "1:3 data/not-json il file non si legge come JSON: in un testo JSON non può"},
      {R"("\q")", "1:2 data/not-json il file non si legge come JSON: dopo \\ non c'è"},
      {R"("\u12")", "1:2 data/not-json il file non si legge come JSON: dopo \\ non c'è"},
      {R"("\ud83d")", "1:2 data/not-json il file non si legge come JSON: dopo \\ non c'è"},
      {R"("\ud83dx")", "1:2 data/not-json il file non si legge come JSON: dopo \\ non c'è"},
      {R"("\ud83d\u0041")", "1:2 data/not-json il file non si legge come JSON: dopo \\ non c'è"},
      {R"("\ude00")", "1:2 data/not-json il file non si legge come JSON: dopo \\ non c'è"},
      {"\"\\", "1:2 data/not-json il file non si legge come JSON: dopo \\ non c'è"},
      {"\"\\u001b[31m\"", "1:1 text/control-character"},
      {"\"\\u202e\"", "1:1 text/control-character"},
      {"010", "1:1 data/not-json il file non si legge come JSON: questo non è un numero"},
      {"1.", "1:1 data/not-json il file non si legge come JSON: questo non è un numero"},
      {".5", "1:1 data/not-json il file non si legge come JSON: questo non è un numero"},
      {"+1", "1:1 data/not-json il file non si legge come JSON: questo non è un numero"},
      {"-", "1:1 data/not-json il file non si legge come JSON: questo non è un numero"},
      {"1e", "1:1 data/not-json il file non si legge come JSON: questo non è un numero"},
      {"2025-12-31", "1:1 data/not-json il file non si legge come JSON: questo non è un numero"},
      {"NaN", "1:1 data/not-json il file non si legge come JSON: NaN non è un numero, e il JSON"},
      {"[-Infinity]",
       "1:2 data/not-json il file non si legge come JSON: -Infinity non è un numero"},
      {"{\"a\": inf}", "1:7 data/not-json il file non si legge come JSON: inf non è un numero"},
      {"+infinity", "1:1 data/not-json il file non si legge come JSON: +infinity non è un numero"},
      {"nano", "1:1 data/not-json il file non si legge come JSON: questa parola"},
      {"{\"a\": 1, \"a\": 2}",
       "1:10 data/duplicate-key la voce «a» è scritta due volte [1:2 è già qui]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const JsonReading read(row.text);
    const std::string messages = read.messages();
    CHECK(messages.substr(0, row.message.size()) == row.message);
    CHECK(read.bag.has_errors());
    CHECK(read.bag.all().size() == 1);
  }
}

TEST_CASE("JSON that nests or goes on without end is refused, and not the stack's") {
  const std::string deep(1'000'000, '[');
  CHECK(JsonReading(deep).messages().starts_with("1:17 data/too-deep"));
  std::string within;
  for (int i = 0; i < 300'000; ++i) within += "{\"a\":";
  CHECK(JsonReading(within).messages().find("data/too-deep") != std::string::npos);
  std::string wide = "[1";
  for (int i = 0; i < 100'001; ++i) wide += ",1";
  CHECK(JsonReading(wide + "]").messages().find("data/too-many-values") != std::string::npos);
}

TEST_CASE("data in JSON are typed by the pack, as those in YAML are") {
  const auto load = [](std::string text) {
    struct {
      Rulebook rulebook = test::small_rulebook();
      SourceMap sources;
      DiagnosticBag bag;
      DataSet data;
    } loaded;
    const SourceId id = loaded.sources.add("Dati/Lodi.JSON", std::move(text));
    loaded.data = leps::load(loaded.rulebook, loaded.sources, {.documents = {id}}, loaded.bag);
    std::string all = test::describe(loaded.bag, loaded.sources);
    for (const FactTable& table : loaded.data) {
      for (const DatumId datum : loaded.rulebook.typed.data.keys()) {
        const Fact& fact = table.facts[datum];
        if (!fact.cell) continue;
        all += loaded.rulebook.typed.data[datum].name + " " +
               test::describe(fact.value, loaded.rulebook.typed) + "; ";
      }
    }
    return all;
  };
  const auto of_data = [&](const std::string& data) {
    return load("{\"ambito\": \"lodi\", \"anni\": {\"2025\": {\"dati\": {" + data + "}}}}");
  };
  CHECK(of_data(R"("popolazione": 231000, "assistenti_sociali": 31.5, "pronto_intervento_h24": true,
                   "assistenti_asl": [0, 4], "quota_dimissioni": "56%", "forma": "consorzio",
                   "saldo": null)") ==
        "popolazione 231000; assistenti_sociali 63/2; assistenti_asl 0..4; saldo ~..~; "
        "quota_dimissioni 14/25; pronto_intervento_h24 sì; forma consorzio; ");
  // Both readings of a number are shown, and a name that is not known gets no hint about commas.
  CHECK(of_data("\"popolazione\": 61.348").find("61348") != std::string::npos);
  CHECK(of_data("\"saldo\":1,\"popolazzione\":2").find("popolazione") != std::string::npos);
  CHECK(of_data("\"assistenti_asl\": 1e3").find("scrivi il numero per esteso") !=
        std::string::npos);
}

TEST_CASE("json: what is a number, and what only looks like one") {
  struct Row {
    std::string text;
    bool is_number;
  };
  const Row rows[] = {
      {"0", true},      {"-0", true},   {"10", true},     {"1.5", true},    {"-1.50", true},
      {"0.0", true},    {"1e3", true},  {"1E3", true},    {"1e+3", true},   {"1e-03", true},
      {"1.5e10", true}, {"01", false},  {"00", false},    {"-01", false},   {"1.", false},
      {".5", false},    {"-", false},   {"--1", false},   {"+1", false},    {"1.e3", false},
      {"1e", false},    {"1e+", false}, {"1e3.5", false}, {"1.2.3", false}, {"1x3", false},
      {"1f3", false},   {"0x1", false}, {"1,5", false},   {"12-01", false}, {"5%", false}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const JsonReading alone(row.text), within("{\"a\": " + row.text + "}");
    CHECK(alone.bag.empty() == row.is_number);
    CHECK((within.bag.empty() && within.root) == row.is_number);
  }
}
