#include "trees/yaml_tree.hpp"
#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"

using namespace leps;
using leps::trees::DataNode;
using leps::trees::read_yaml;

namespace {

struct YamlReading {
  SourceMap sources;
  DiagnosticBag bag;
  std::optional<DataNode> root;

  explicit YamlReading(std::string text) {
    const SourceId id = sources.add("dati.yaml", std::move(text));
    root = read_yaml(sources, id, bag);
  }
  [[nodiscard]] std::string messages() const { return test::describe(bag, sources); }
};

/// The tree with the text of every span: `{a@a: è@"è"}`.
std::string show(const DataNode& node, const SourceMap& sources) {
  const auto at = [&](Span span) { return "@" + std::string(sources.text(span)); };
  if (const std::string* text = node.text()) return *text + at(node.span);
  if (node.is_null()) return "~" + at(node.span);
  std::string all;
  if (const auto* sequence = node.sequence()) {
    for (const DataNode& item : sequence->items)
      all += (all.empty() ? "" : "; ") + show(item, sources);
    return "[" + all + "]" + at(node.span);
  }
  for (const auto& entry : node.map()->entries) {
    all += (all.empty() ? "" : "; ") + entry.key + at(entry.key_span) + ": " +
           show(entry.value, sources);
  }
  return "{" + all + "}";
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

constexpr std::size_t kMillion = 1'000'000;

}  // namespace

TEST_CASE("a tree keeps the text and the place of every value") {
  struct Row {
    std::string text, tree;
  };
  const Row rows[] = {
      {"a: no", "{a@a: no@no}"},
      {"è: già\nb: 1", "{è@è: già@già; b@b: 1@1}"},
      {"a: \"x y\" # z", "{a@a: x y@\"x y\"}"},
      {"a: 'it''s'", "{a@a: it's@'it''s'}"},
      {"a: \"\\\"b\\\\\"", "{a@a: \"b\\@\"\\\"b\\\\\"}"},
      {"a:\nb: ~\nc: null\nd:   # x\nnull_: 1",
       "{a@a: ~@a; b@b: ~@~; c@c: ~@null; d@d: ~@d; null_@null_: 1@1}"},
      {"a: [1, 2 ]", "{a@a: [1@1; 2@2]@[1, 2 ]}"},
      {"a: [, 4]", "{a@a: [~@; 4@4]@[, 4]}"},
      {"a: []\nb: {}", "{a@a: []@[]; b@b: {}}"},
      {"a: {b: c, d}", "{a@a: {b@b: c@c; d@d: ~@d}}"},
      {"a:\r\n  - 1\r\n  - x y\r\n", "{a@a: [1@1; x y@x y]@- 1\r\n  - x y}"},
      {"a: one\n  two", "{a@a: one two@one}"},
      {"a: |\n  one\n  two\n", "{a@a: one\ntwo\n@|}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const YamlReading read(row.text);
    CAPTURE(read.messages());
    REQUIRE(read.root.has_value());
    CHECK(show(*read.root, read.sources) == row.tree);
    CHECK(read.bag.empty());
  }
}

TEST_CASE("what is not YAML, or hides something, is refused at its place") {
  struct Row {
    std::string text, message;
  };
  const Row rows[] = {
      {"a: 1\n\tb: 2\n",
       "2:1 data/not-yaml il file non si legge: la riga è rientrata con una tabulazione"},
      {"a:\n\tb: 1\n", "2:3 data/not-yaml il file non si legge: qui i due punti non possono stare"},
      {"a:1\nb: 2\n", "2:2 data/not-yaml il file non si legge: qui i due punti non possono stare"},
      {"a: b: c\n", "1:5 data/not-yaml"},
      {"a: [1, 2\nb: 3\n", "2:2 data/not-yaml il file non si legge: la parentesi [ non si chiude"},
      {"a: {b: 1\n", "2:1 data/not-yaml il file non si legge: la parentesi { non si chiude"},
      {"a: }\n", "1:4 data/not-yaml il file non si legge: una parentesi si chiude senza"},
      {"a: @x\n",
       "1:4 data/not-yaml il file non si legge: un valore non può cominciare con questo carattere"},
      {"a: ?\n", "1:4 data/not-yaml il file non si legge: qui non può cominciare una voce"},
      {"a: - 1\n", "1:4 data/not-yaml"},
      {"a: \"\\q\"\n", "1:7 data/not-yaml"},
      {"dati:\n  a: 1\n b: 2\n",
       "3:2 data/not-yaml il file non si legge: questa riga non è una voce del gruppo"},
      {"a: 1\nb\n",
       "2:1 data/not-yaml il file non si legge: questa riga non è una voce del gruppo"},
      {"- a\nb: 1\n",
       "2:1 data/not-yaml il file non si legge: questa riga non è una voce del gruppo"},
      // yaml-cpp lets these swallow the rest of the file in silence
      {"a: 'x\nb: 2\n", "1:4 data/not-yaml il file non si legge: le virgolette non si chiudono"},
      {"a: \"x\ny: 2\n", "1:4 data/not-yaml il file non si legge: le virgolette non si chiudono"},
      {"a: \"x\\\"", "1:8 data/not-yaml il file non si legge: le virgolette non si chiudono"},
      {"%YAML 1.2\n---\na: 1\n",
       "1:1 data/not-yaml il file non si legge: questa riga è una direttiva di YAML"},
      {"a: 1\n%TAG ! tag:x,2025:\n", "2:1 data/not-yaml il file non si legge: questa riga è una"},
      {"a: 1\n%b: 2\n",
       "2:1 data/not-yaml il file non si legge: una riga non può cominciare con %"},
      {"a: |3\n",
       "1:4 data/not-yaml il file non si legge: dopo | o > il testo sta nelle righe sotto"},
      {"a: >\nb: 1\n", "1:4 data/not-yaml il file non si legge: dopo | o > il testo sta"},
      {"a: 1\n---\na: 2\n", "2:1 data/several-documents qui comincia un secondo documento"},
      {"a: &x 1\n", "1:4 data/anchor ancore (&) e alias (*) non si usano nei dati"},
      {"a: &x {b: 1}\n", "1:4 data/anchor"},
      {"a: &x\n", "1:4 data/anchor"},
      {"a: *x\n", "1:4 data/not-yaml il file non si legge: questo alias (*) non rimanda a niente"},
      {"a: !!binary abc\n", "1:4 data/tag i tag (!) non si usano nei dati"},
      {"a: ! abc\n", "1:4 data/tag"},
      {"a: !x {b: 1}\n", "1:4 data/tag"},
      {"? [1, 2]\n: x\n", "1:3 data/key-not-text il nome di una voce dev'essere una parola"},
      {"~: x\n", "1:1 data/key-not-text"},
      {"a: 1\nb: 2\na: 3\n",
       "3:1 data/duplicate-key la voce «a» è scritta due volte [1:1 è già qui]"},
      {"a: \"\\x1b[31m\"\n", "1:4 text/control-character"},
      {"\"a\\0\": 1\n", "1:1 text/control-character"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const YamlReading read(row.text);
    CAPTURE(read.messages());
    CHECK(read.messages().find(row.message) == 0);
    CHECK(read.bag.all().size() == 1);
    for (const Diagnostic& diagnostic : read.bag.all()) CHECK_FALSE(diagnostic.hints.empty());
  }
}

TEST_CASE("a bomb of aliases is a list of messages") {
  std::string bomb = "a: &a [x, x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [*" + before + ", *" + before + "]\n";
  }
  const YamlReading read(bomb);
  CHECK(read.bag.count() == 25 + 2 * 24);
  CHECK(read.messages().find("1:4 data/anchor") == 0);
}

TEST_CASE("hostile files end soon, with a message") {
  struct Row {
    std::string why, text, message;
  };
  std::string stairs;
  for (std::size_t i = 0; i < 3000; ++i) stairs += std::string(i, ' ') + "a:\n";
  const std::string too_deep = "data/too-deep troppi livelli uno dentro l'altro: il limite è 16";
  const Row rows[] = {
      {"10,000 brackets", repeated("[", 10'000), too_deep},
      {"10,000 braces", repeated("{a: ", 10'000), too_deep},
      {"10,000 dashes", repeated("- ", 10'000), too_deep},
      {"10,000 question marks", repeated("? ", 10'000), too_deep},
      {"a stair of maps", stairs, too_deep},
      {"half a million values", "a: [" + repeated("0,", kMillion / 2) + "]\n",
       "data/too-many-values il file ha troppi valori: il limite è 100000"},
      {"a million doubles", repeated("a: b\n", kMillion), "data/too-many-values"},
      {"a million documents", repeated("---\n", kMillion), "data/several-documents"},
      {"half a million colons", std::string(kMillion / 2, ':'), "data/not-yaml"},
      {"half a million exclamation marks", "a: " + std::string(kMillion / 2, '!'), "data/not-yaml"},
      {"a million directives", repeated("%a\n", kMillion), "data/not-yaml"},
      {"a million open quotes", "a: \"" + repeated("b\n", kMillion), "data/not-yaml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const YamlReading read(row.text);
    REQUIRE_FALSE(read.bag.empty());
    const Diagnostic& last = read.bag.all().back();
    const std::string message = std::string(name(last.code)) + " " + last.message.it;
    CAPTURE(message);
    CHECK(message.find(row.message) == 0);
  }
}

TEST_CASE("a name over several lines is called one, however it is written") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string words[] = {"quota", "è", "a.b", "n 1", "forma-2"};
  for (int round = 0; round < 300; ++round) {
    const std::string indent(random() % 4, ' ');
    std::string name = words[random() % 5];
    for (std::size_t i = random() % 3 + 1; i > 0; --i) {
      name += "\n" + indent + (random() % 3 == 0 ? "\n" + indent : "") + words[random() % 5];
    }
    const char* marks[] = {"", "'", "\""};
    const std::string mark = marks[random() % 3];
    const std::string before = indent + "ambito: lodi\n" + indent;
    const bool in_braces = random() % 2 == 0;
    const YamlReading read((in_braces ? "{ambito: lodi, " : before) + mark + name + mark + ": 1" +
                           (in_braces ? "}\n" : "\n"));
    CAPTURE(std::string(read.sources.text(SourceId{0})));
    const std::string messages = read.messages();
    CHECK(messages.find("data/not-yaml il file non si legge: il nome di una voce è su più righe") !=
          std::string::npos);
    CHECK(read.bag.all().size() == 1);
  }
  const YamlReading explicit_key("? ambito\n  lungo\n: lodi\n");
  CHECK(show(*explicit_key.root, explicit_key.sources) == "{ambito lungo@ambito: lodi@lodi}");
  const YamlReading long_key("a: 1\n" + std::string(1100, 'k') + ": 1\n");
  CHECK(long_key.messages().find("2:1 data/not-yaml il file non si legge: il nome di una voce ha "
                                 "più di 1024 caratteri") == 0);
}

TEST_CASE("places on a line of megabytes are found, and their ends too") {
  // The ends of anchored values, of anchors and of brackets: what looked for the end of the line
  // would read the whole of it for each.
  for (const char* unit : {"&a x,", "&a,", "!t x,", "*a,", "[1 ],", "{a: &b x},"}) {
    CAPTURE(std::string(unit));
    const YamlReading read("a: [&a 1, " + repeated(unit, 30'000) + "2" + repeated(" ", kMillion) +
                           "]\n");
    CHECK(read.root.has_value());
    for (const Diagnostic& each : read.bag.all()) CHECK(each.where->end - each.where->begin < 1100);
  }
}

TEST_CASE("signs that open, divide and close nothing are counted before yaml-cpp keeps them") {
  // Each of these would make yaml-cpp keep a token for every sign until the bracket is closed.
  for (const char* unit : {", ", "{},", "[],", "\"\"", "'' ", "! ", "&a ", "&a,", "*a,", "? ", ": ",
                           "a #\n", "a: ", "{", "["}) {
    for (const char* open : {"[", "{", "a: [", "- {"}) {
      CAPTURE(std::string(open) + unit);
      const YamlReading read(open + repeated(unit, leps::trees::kMaxYamlSigns + 1));
      CHECK(read.messages().find("data/too-many-signs il file ha troppi segni di YAML") !=
            std::string::npos);
      CHECK(read.bag.all().size() == 1);
      CHECK_FALSE(read.bag.all().front().hints.empty());
    }
  }
}

TEST_CASE("hostile values: long texts are cut in messages, bytes that are no text never arrive") {
  const std::string head = "ambito: lodi\nanni:\n  2025:\n    dati:\n      popolazione: ";
  const test::Loaded digits({head + std::string(kMillion, '9') + "\n"});
  CHECK(digits.messages().find(
            "5:20 data/number-too-long popolazione: il numero ha troppe cifre, il limite è 60") ==
        0);
  const test::Loaded letters({head + repeated("è", kMillion) + "\n"});
  CHECK(letters.messages().size() < 1000);
  CHECK(letters.messages().find("5:20 data/wrong-kind popolazione: trovato «èèè") == 0);
  const test::Loaded nul({head + std::string("5\0 6\n", 5)});
  CHECK(nul.messages().find("5:21 text/control-character c'è un carattere di controllo (U+0000)") ==
        0);
  const test::Loaded latin({head + "5 # gi\xE0\n"});
  CHECK(latin.messages().find("5:26 text/not-utf8 il testo non è in UTF-8: il byte E0") == 0);
  const test::Loaded utf16({std::string("\xFF\xFE\x61\0", 4)});
  CHECK(utf16.messages() ==
        "text/other-encoding il testo è in UTF-16, qui serve UTF-8 (salvalo come UTF-8)\n");
  const test::Loaded large({std::string(kMaxDataBytes + 1, ' ')});
  CHECK(large.messages() ==
        "text/too-large il file è troppo grande: 16777217 byte, il limite è 16777216\n");
  const test::Loaded full({head + "5\n" + std::string(kMaxDataBytes - head.size() - 2, '#')});
  CHECK(full.tables() == "lodi 2025: popolazione 5\n");
}

TEST_CASE("a slip of the finger never changes data in silence") {
  // One sign more or one letter less at every place: refused, or read as before. Apart are digits
  // and the signs of numbers, which make other numbers, and `#`, which makes a comment.
  const std::string key = "ambito: lodi\n";
  const std::string good =
      "anni:\n  2025:\n    stato: previsione\n    data_di_rilevazione: 2025-06-30\n    dati:\n"
      "      popolazione: {valore: \"57\", al: 2025-01-01}\n      assistenti_asl: [0, 4]\n"
      "      pronto_intervento_h24: sì\n      forma: consorzio\n      saldo: 3\n";
  const auto said = [&](const std::string& text) -> std::string {
    const test::Loaded loaded({key + text});
    if (loaded.bag.has_errors()) return "refused";
    const FactTable& table = loaded.data.at(0);
    return loaded.tables() + to_iso(table.survey_date) + (table.forecast ? "previsione" : "");
  };
  const std::string expected = said(good);
  REQUIRE(expected != "refused");
  std::size_t refused = 0;
  const auto check_slip = [&](const std::string& text) {
    const std::string found = said(text);
    refused += found == "refused";
    if (found == "refused" || found == expected) return;
    CAPTURE(text);
    CHECK(found == expected);
  };
  const auto is_digit = [&](std::size_t i) { return good[i] >= '0' && good[i] <= '9'; };
  for (std::size_t i = 0; i < good.size(); ++i) {
    if (!is_digit(i)) check_slip(good.substr(0, i) + good.substr(i + 1));
    for (const char sign : std::string_view("[]{},:-?!&*'\"|>%@`\t\n \\~")) {
      if (sign == '-' && is_digit(i)) continue;
      check_slip(good.substr(0, i) + sign + good.substr(i));
    }
  }
  CHECK(refused > 20 * good.size());
}
