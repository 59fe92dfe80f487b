#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

using namespace leps;
using leps::test::Loaded;

namespace {

// The value stands in line 4, from column 9 on for a datum with a name of one letter.
std::string file_with(const std::string& head, const std::string& datum, const std::string& value) {
  return "ambito: lodi\n" + head + "anni:\n  2025:\n    dati:\n      " + datum + ": " + value +
         "\n";
}

/// The value as read, or the code and the message.
std::string read(const std::string& head, const std::string& datum, const std::string& value) {
  const Loaded loaded({file_with(head, datum, value)});
  if (!loaded.bag.empty()) return loaded.messages();
  for (const DatumId id : loaded.rulebook.typed.data.keys()) {
    if (loaded.rulebook.typed.data[id].name != datum) continue;
    return test::describe(loaded.data.at(0).facts[id].value, loaded.rulebook.typed);
  }
  return "no such datum";
}

struct ValueRow {
  std::string datum, value;
  std::string read;  // the value, or a part of the message
};

void check(const std::string& head, const std::vector<ValueRow>& rows) {
  for (const ValueRow& row : rows) {
    CAPTURE(row.datum);
    CAPTURE(row.value);
    const std::string found = read(head, row.datum, row.value);
    CAPTURE(found);
    const bool message = row.read.starts_with("data/");
    CHECK((message ? found.find(row.read) != std::string::npos : found == row.read));
  }
}

}  // namespace

TEST_CASE("a value is what the pack declares it to be, never what YAML guesses") {
  check("", {
                {"popolazione", "231000", "231000"},
                {"popolazione", "010", "10"},  // not eight
                {"popolazione", "'25'", "25"},
                {"popolazione", "\" 25 \"", "25"},
                {"popolazione", "25.0", "25"},
                {"assistenti_sociali", "17.5", "35/2"},
                {"assistenti_sociali", "188.17", "18817/100"},
                {"assistenti_sociali", "61.348", "15337/250"},
                {"assistenti_sociali", "0", "0"},
                {"saldo", "-2.5", "-5/2"},
                {"saldo", "-0", "0"},
                {"saldo", "123456789012345678901234567890123456789012345678901234567890",
                 "123456789012345678901234567890123456789012345678901234567890"},
                {"quota_dimissioni", "0.56", "14/25"},
                {"quota_dimissioni", "56%", "14/25"},
                {"quota_dimissioni", "56 %", "14/25"},
                {"quota_dimissioni", "12.5%", "1/8"},
                {"quota_dimissioni", "9/10", "9/10"},
                {"quota_dimissioni", "1", "1"},
                {"quota_dimissioni", "0", "0"},
                {"pronto_intervento_h24", "sì", "sì"},
                {"pronto_intervento_h24", "si", "sì"},
                {"pronto_intervento_h24", "SÌ", "sì"},
                {"pronto_intervento_h24", "s\u0069\u0300", "sì"},
                {"pronto_intervento_h24", "Vero", "sì"},
                {"pronto_intervento_h24", "TRUE", "sì"},
                {"pronto_intervento_h24", "no", "no"},
                {"pronto_intervento_h24", "No", "no"},
                {"pronto_intervento_h24", "falso", "no"},
                {"pronto_intervento_h24", "false", "no"},
                {"forma", "consorzio", "consorzio"},
                {"forma", "'azienda'", "azienda"},
            });
}

TEST_CASE("what is not known is the bounds that the pack declares, never zero") {
  for (const char* nothing : {"", "~", "null", "n.d.", "N.D.", "''", "'  '", "'n.d.'", "{}",
                              "{fonte: ISTAT}", "{valore: n.d.}", "[~, ~]", "[, ~]"}) {
    CAPTURE(nothing);
    CHECK(read("", "popolazione", nothing) == "1..~");
    CHECK(read("", "ore_apertura", nothing) == "0..168");
  }
  CHECK(read("", "pronto_intervento_h24", "n.d.") == "?");
  CHECK(read("", "forma", "") == "?");
}

TEST_CASE("a datum may be known only between bounds") {
  check("", {
                {"assistenti_asl", "[0, 4]", "0..4"},
                {"assistenti_asl", "[4, 4]", "4"},
                {"assistenti_asl", "[, 4]", "0..4"},
                {"assistenti_asl", "[4, ~]", "4..~"},
                {"assistenti_asl", "[4, null]", "4..~"},
                {"assistenti_asl", "[n.d., 2.5]", "0..5/2"},
                {"assistenti_asl", "{valore: [22, 26], fonte: SIOSS}", "22..26"},
                {"ore_apertura", "[30, ]", "data/bad-range"},
                {"quota_dimissioni", "[1/3, 50%]", "1/3..1/2"},
                {"assistenti_asl", "[4, 0]",
                 "data/range-reversed assistenti_asl: il minimo è maggiore"},
                {"assistenti_asl", "[4]", "data/bad-range assistenti_asl"},
                {"assistenti_asl", "[]", "data/bad-range"},
                {"assistenti_asl", "[1, 2, 3]", "data/bad-range"},
                {"assistenti_asl", "[-1, 4]", "data/out-of-bounds assistenti_asl: «-1»"},
                {"ore_apertura", "[160, 169]",
                 "data/out-of-bounds ore_apertura: «169» è fuori dai limiti, da 0 a 168"},
                {"popolazione", "[1.5, 4]", "data/not-whole"},
                {"pronto_intervento_h24", "[sì, no]",
                 "data/wrong-kind pronto_intervento_h24: trovato una lista"},
                {"forma", "[azienda]", "data/unknown-word forma: una lista"},
                {"assistenti_asl", "[[1], 2]", "data/wrong-kind assistenti_asl: trovato una lista"},
            });
}

TEST_CASE("a number that reads two ways is refused with both readings") {
  check(
      "",
      {
          {"popolazione", "61.348",
           "data/not-whole popolazione: «61.348» (61 virgola 348, oppure 61348?) non è un numero "
           "intero"},
          {"popolazione", "61,348",
           "data/ambiguous-number popolazione: «61,348» (61 virgola 348, oppure 61348?)"},
          {"assistenti_sociali", "17,5",
           "data/ambiguous-number assistenti_sociali: «17,5» (17 virgola 5, oppure 175?)"},
          {"assistenti_sociali", "1.234,5",
           "data/ambiguous-number assistenti_sociali: «1.234,5» (1234 virgola 5?)"},
          {"assistenti_sociali", "1,234.5",
           "data/ambiguous-number assistenti_sociali: «1,234.5» (1234 virgola 5?)"},
          {"popolazione", "1.234.567", "data/ambiguous-number popolazione: «1.234.567» (1234567?)"},
          {"ore_apertura", "168.5",
           "data/out-of-bounds ore_apertura: «168.5» (168 virgola 5, oppure 1685?) è fuori dai "
           "limiti, da 0 a 168"},
          {"quota_dimissioni", "0,56",
           "data/ambiguous-number quota_dimissioni: «0,56» (0 virgola 56?)"},
          {"quota_dimissioni", "56",
           "data/out-of-bounds quota_dimissioni: «56» è fuori dai limiti, da 0 a 1"},
          {"assistenti_sociali", "{valore: '17,5'}", "data/ambiguous-number"},
          {"assistenti_sociali", "{valore: 17,5}",
           "data/unknown-key la voce «5» qui non è prevista (fra parentesi la virgola separa"},
          {"popolazione", "0", "data/out-of-bounds popolazione: «0» è fuori dai limiti, almeno 1"},
      });
  CHECK(read("", "assistenti_sociali", "17,5").find("scrivi 17.5 oppure 175") != std::string::npos);
  CHECK(read("", "popolazione", "61.348").find("scrivi 61348;") != std::string::npos);
  CHECK(read("", "popolazione", "25.5").find("scrivi quante sono") != std::string::npos);
  const Loaded english({file_with("", "popolazione", "61.348")});
  CHECK(english.bag.all().at(0).message.en ==
        "popolazione: “61.348” (61 point 348, or 61348?) is not a whole number");
}

TEST_CASE("`numeri: italiani` turns the two styles round") {
  check("numeri: italiani\n",
        {
            {"assistenti_sociali", "17,5", "35/2"},
            {"assistenti_sociali", "1.234,5", "2469/2"},
            {"popolazione", "61.348", "61348"},
            {"popolazione", "1.234.567", "1234567"},
            {"popolazione", "61348", "61348"},
            {"quota_dimissioni", "0,56", "14/25"},
            {"quota_dimissioni", "12,5%", "1/8"},
            {"saldo", "-1.000", "-1000"},
            {"assistenti_asl", "[0, 4]", "0..4"},
            {"assistenti_asl", "['0,5', 4]", "1/2..4"},
            {"assistenti_asl", "[5,17]", "data/bad-range"},
            {"assistenti_sociali", "17.5",
             "data/ambiguous-number assistenti_sociali: «17.5» (17 virgola 5, oppure 175?)"},
            {"assistenti_sociali", "1,234.5",
             "data/ambiguous-number assistenti_sociali: «1,234.5» (1234 virgola 5?)"},
            {"assistenti_sociali", "12.34,5", "data/wrong-kind"},
            {"popolazione", "61,348",
             "data/not-whole popolazione: «61,348» (61 virgola 348, oppure 61348?)"},
            {"ore_apertura", "1.234",
             "data/out-of-bounds ore_apertura: «1.234» (1 virgola 234, oppure 1234?)"},
        });
  CHECK(read("numeri: italiani\n", "assistenti_sociali", "17.5").find("scrivi 17,5 oppure 175") !=
        std::string::npos);
}

TEST_CASE("what is no number is refused, with a next step") {
  check("",
        {
            {"popolazione", "1e3",
             "data/wrong-kind popolazione: trovato «1e3», qui serve un numero intero (abitanti) "
             "(scrivi il numero per esteso"},
            {"popolazione", "0x10", "data/wrong-kind popolazione: trovato «0x10»"},
            {"popolazione", "+5",
             "data/wrong-kind popolazione: trovato «+5», qui serve un numero intero (abitanti) "
             "(togli il segno +)"},
            {"popolazione", "1_000", "data/wrong-kind popolazione: trovato «1_000»"},
            {"popolazione", "1 000", "data/wrong-kind popolazione: trovato «1 000»"},
            {"saldo", ".5",
             "data/wrong-kind saldo: trovato «.5», qui serve un numero (scrivi lo zero"},
            {"saldo", "5.", "data/wrong-kind saldo: trovato «5.»"},
            {"saldo", "∞", "data/wrong-kind saldo: trovato «∞»"},
            {"saldo", ".inf", "data/wrong-kind"},
            {"saldo", "NaN", "data/wrong-kind"},
            {"saldo", "--5", "data/wrong-kind"},
            {"saldo", "−5", "data/wrong-kind"},
            {"saldo", "1/2",
             "data/wrong-kind saldo: trovato «1/2», qui serve un numero (percentuali e frazioni"},
            {"saldo", "50%", "data/wrong-kind saldo: trovato «50%»"},
            {"quota_dimissioni", "1/0",
             "data/wrong-kind quota_dimissioni: trovato «1/0», qui serve una quota, come 56%, 0.56 "
             "o 9/10 (non si divide per zero)"},
            {"quota_dimissioni", "1/2%", "data/wrong-kind"},
            {"quota_dimissioni", "3/2", "data/out-of-bounds"},
            {"quota_dimissioni", "'%'", "data/wrong-kind"},
            {"assistenti_sociali", "25 FTE",
             "data/wrong-kind assistenti_sociali: trovato «25 FTE», qui serve un numero (FTE) "
             "(scrivi solo le cifre"},
            {"assistenti_sociali", "'?'",
             "data/wrong-kind assistenti_sociali: trovato «?», qui serve un numero (FTE) (se il "
             "dato non è noto scrivi n.d.)"},
            {"assistenti_sociali", "nd",
             "data/wrong-kind assistenti_sociali: trovato «nd», qui serve un numero (FTE) (se il "
             "dato non è noto scrivi n.d.)"},
            {"assistenti_sociali", "sì", "data/wrong-kind assistenti_sociali: trovato «sì»"},
            {"assistenti_sociali", "{valore: {valore: 3}}",
             "data/wrong-kind assistenti_sociali: trovato un gruppo di voci"},
            {"assistenti_sociali", "{valroe: 3}",
             "data/unknown-key la voce «valroe» qui non è prevista (forse volevi dire «valore»?)"},
            {"saldo", "1234567890123456789012345678901234567890123456789012345678901",
             "data/number-too-long saldo: il numero ha troppe cifre, il limite è 60"},
            {"pronto_intervento_h24", "1",
             "data/wrong-kind pronto_intervento_h24: trovato «1», qui serve sì o no"},
            {"pronto_intervento_h24", "yes", "data/wrong-kind"},
            {"pronto_intervento_h24", "sI", "data/wrong-kind"},
            {"pronto_intervento_h24", "sí", "data/wrong-kind"},
            {"forma", "consorsio",
             "data/unknown-word forma: «consorsio» non è fra le parole ammesse: convenzione, "
             "consorzio, azienda (forse volevi dire «consorzio»?)"},
            {"forma", "Consorzi", "data/unknown-word"},
        });
}

TEST_CASE("a datum of several sources") {
  const std::string agree =
      "[{valore: 25, fonte: SIOSS, al: 2025-12-31}, {valore: 25.0, fonte: HR}]";
  CHECK(Loaded({file_with("", "assistenti_sociali", agree)}).tables() ==
        "lodi 2025: assistenti_sociali 25 SIOSS 2025-12-31\n");
  const std::string silent = "[{valore: n.d., fonte: SIOSS}, {valore: 24.6, fonte: HR}]";
  CHECK(Loaded({file_with("", "assistenti_sociali", silent)}).tables() ==
        "lodi 2025: assistenti_sociali 123/5 HR\n");
  const std::string all_silent = "[{fonte: SIOSS}, {valore: ~, fonte: HR}]";
  CHECK(Loaded({file_with("", "assistenti_sociali", all_silent)}).tables() ==
        "lodi 2025: assistenti_sociali 0..~ SIOSS\n");
  const std::string differ =
      "[{valore: 25, fonte: SIOSS}, {valore: 24.6, fonte: HR}, {valore: 25}]";
  const Loaded loaded({file_with("", "assistenti_sociali", differ)});
  CHECK(loaded.messages() ==
        "5:27 data/sources-differ assistenti_sociali: le fonti danno valori diversi "
        "[5:37 SIOSS dice «25»] [5:65 HR dice «24.6»] [5:92 «25»] "
        "(tieni il valore che vale e togli gli altri)\n");
  CHECK(loaded.tables() == "lodi 2025: assistenti_sociali 0..~\n");
  const std::string words = "[{valore: azienda}, {valore: consorzio}]";
  CHECK(Loaded({file_with("", "forma", words)}).messages().find("data/sources-differ") !=
        std::string::npos);
  const std::string truths = "[{valore: sì}, {valore: vero}]";
  CHECK(Loaded({file_with("", "pronto_intervento_h24", truths)}).tables() ==
        "lodi 2025: pronto_intervento_h24 sì\n");
}

TEST_CASE("a datum knows its cell") {
  const Loaded loaded(
      {file_with("", "assistenti_sociali", "{valore: 31.5, fonte: \"Conto annuale\"}")});
  const Fact& fact = loaded.data.at(0).facts[DatumId{1}];
  REQUIRE(fact.cell.has_value());
  CHECK(loaded.sources.text(*fact.cell) == "31.5");
  CHECK(fact.origin == "Conto annuale");
  CHECK(is_known(fact));
  CHECK_FALSE(loaded.data.at(0).facts[DatumId{0}].cell.has_value());
  CHECK_FALSE(is_known(loaded.data.at(0).facts[DatumId{0}]));
}
