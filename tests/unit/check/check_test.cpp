// What check/ makes of packs without a mistake: formulas with their conversions, values in their
// units, levers solved.
#include "check/check.hpp"

#include "unit/check/describe_typed.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace leps;
using namespace leps::test;

namespace {

#define RULE "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: "

constexpr const char* kMore = R"(
unità mesi
dato quota_a : quota
dato ore_a : ore
dato giorni_a : giorni
dato orario : ore/settimana
dato colore : uno di rosso, verde, giallo
dato luce : uno di verde, viola
dato altro : uno di rosso, verde, giallo
parametro livello : FTE/abitanti dal 2021-01-01 vale 1 FTE ogni 5.000 abitanti verificato secondo legge
parametro costo_fte : euro/FTE dal 2021-01-01 vale 42.000 euro/FTE ipotesi secondo legge
)";

struct Row {
  std::string why;
  std::string written;
  std::string made;
};

/// ` -> 1 FTE`, ` costs 42000 euro`, ` -> not in force`; a verdict alone says nothing.
struct DescribeExpected {
  const Typed& typed;
  std::string operator()(const typed::ExpectedOutcome& expected) const {
    return amount(" -> ", expected.gap) + amount(" costs ", expected.cost);
  }
  std::string operator()(const typed::ExpectedValue& expected) const {
    if (const auto* none = std::get_if<ast::NoValue>(&expected.value)) {
      return *none == ast::NoValue::unknown ? " -> unknown" : " -> not in force";
    }
    const auto* number = std::get_if<NumberOf>(&typed.computed[expected.computed].type);
    return " -> " + describe_value(typed, std::get<typed::GivenValue>(expected.value)) + " " +
           (number ? to_string(number->unit) : "");
  }
  std::string operator()(const typed::ExpectedFinding& expected) const {
    return " -> " + typed.checks[expected.check].name + (expected.raised ? " raised" : " silent");
  }
  [[nodiscard]] std::string amount(const char* label,
                                   const std::optional<typed::ExpectedAmount>& amount) const {
    if (!amount) return "";
    return label + describe_value(typed, typed::GivenValue(amount->range)) + " " +
           to_string(amount->unit);
  }
};

std::string file_text(const std::string& name) {
  std::ifstream file(LEPS_TEST_DIR "/golden/packs/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("check: formulas get a type, a unit, and the conversions that they need") {
  const Row rows[] = {
      {"a product of units", "FTE = livello di popolazione", "c : FTE = (livello di popolazione)"},
      {"a quotient of units", "abitanti/FTE = popolazione / assistenti",
       "c : abitanti/FTE = (popolazione / assistenti)"},
      {"units cancel", "numero = assistenti / 2 FTE", "c : plain = (assistenti / 2 FTE)"},
      {"a ratio of the same is a share where one is declared", "quota = assistenti / 2 FTE",
       "c : share = (assistenti / 2 FTE)"},
      {"bare factors", "FTE = 2 * assistenti / 3", "c : FTE = ((2 * assistenti) / 3)"},
      {"0 fits any unit", "FTE = max(0; assistenti)", "c : FTE = max(0; assistenti)"},
      {"0 fits a share", "quota = max(0; quota_a)", "c : share = max(0; quota_a)"},
      {"0 alone is any amount", "FTE = 0", "c : FTE = 0"},
      {"0 of them is no mistake", "FTE = 0 di assistenti", "c : FTE = (0 di assistenti)"},
      {"a share of a share", "quota = 90% di quota_a", "c : share = (90% di quota_a)"},
      {"a share of a bare number", "numero = 90% di 5", "c : plain = (90% di 5)"},
      {"shares add up to shares", "quota = quota_a + 5%", "c : share = (quota_a + 5%)"},
      {"a fraction is a share", "quota = 9/10 di quota_a", "c : share = (9/10 di quota_a)"},
      {"a factor over one", "FTE = 110% di assistenti", "c : FTE = (110% di assistenti)"},
      {"a number as a share", "numero = 90%", "c : plain = 90%"},
      {"the whole is a share", "quota = 100%", "c : share = 100%"},
      {"nothing is a share", "quota = 0%", "c : share = 0%"},
      {"minus", "FTE = -assistenti - -1 FTE", "c : FTE = (-assistenti - -1 FTE)"},
      {"the right side is converted", "ore = ore_a + giorni_a",
       "c : ore = (ore_a + [giorni_a x 24])"},
      {"the other way", "giorni = giorni_a + ore_a", "c : giorni = (giorni_a + [ore_a x 1/24])"},
      {"an amount is converted to what it is declared as", "ore = giorni_a",
       "c : ore = [giorni_a x 24]"},
      {"units with time below the line", "ore/giorno = orario", "c : ore/giorno = [orario x 1/7]"},
      {"of several, to the first that is not 0", "ore = max(0; ore_a; giorni_a; 1 settimana)",
       "c : ore = max(0; ore_a; [giorni_a x 24]; [1 settimana x 168])"},
      {"a 0 between two units stays apart from the second", "ore = min(0; giorni_a; ore_a)",
       "c : ore = [min(0; giorni_a; [ore_a x 1/24]) x 24]"},
      {"branches are converted", "ore = se attivo allora ore_a altrimenti giorni_a",
       "c : ore = (se attivo allora ore_a altrimenti [giorni_a x 24])"},
      {"a comparison is converted", "sì/no = ore_a almeno 3 giorni",
       "c : truth = (ore_a >= [3 giorni x 24])"},
      {"all comparisons",
       "sì/no = assistenti più di 1 FTE o assistenti meno di 1 FTE o assistenti al massimo 1 FTE o "
       "assistenti diverso da 1 FTE",
       "c : truth = ((assistenti > 1 FTE) o (assistenti < 1 FTE) o (assistenti <= 1 FTE) o "
       "(assistenti != 1 FTE))"},
      {"a chain of 'e' is one", "sì/no = attivo e (non attivo e sì) e (attivo o no)",
       "c : truth = (attivo e non attivo e sì e (attivo o no))"},
      {"truths are the same or not", "sì/no = attivo pari a (assistenti pari a 1 FTE)",
       "c : truth = (attivo is (assistenti == 1 FTE))"},
      {"a word is read in the list of the other side",
       "sì/no = luce pari a verde o colore pari a verde",
       "c : truth = ((luce is verde) o (colore is verde))"},
      {"on either side", "sì/no = verde diverso da luce", "c : truth = (verde is not luce)"},
      {"and through a 'se'", "sì/no = luce pari a (se attivo allora verde altrimenti viola)",
       "c : truth = (luce is (se attivo allora verde altrimenti viola))"},
      {"two data of one list", "sì/no = colore pari a altro", "c : truth = (colore is altro)"},
      {"an amount that is a word", "uno di verde, viola = se attivo allora verde altrimenti viola",
       "c : verde|viola = (se attivo allora verde altrimenti viola)"},
      {"a ratio as a number", "FTE = 1 FTE ogni 5.000 abitanti * popolazione",
       "c : FTE = (1 FTE ogni 5000 abitanti * popolazione)"},
      {"a fraction with a unit", "FTE = 1/5.000 FTE", "c : FTE = 1/5000 FTE"},
      {"what is declared later", "FTE = dopo_c", "c : FTE = dopo_c"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs(std::string(kMore) + "calcolo c : " + row.written +
                             "\ncalcolo dopo_c : FTE = assistenti");
    CHECK(describe(packs.bag, packs.sources) == "");
    CHECK(describe(packs.typed, packs.typed.computed[ComputedId{0}]) == row.made);
  }
}

TEST_CASE("check: a word of two lists is of the right one") {
  const CheckedPacks packs(std::string(kMore) + "calcolo c : sì/no = luce pari a verde");
  for (const typed::Expr& expr : packs.typed.exprs) {
    const auto* word = std::get_if<typed::WordConstant>(&expr.node);
    if (!word) continue;
    CHECK(packs.typed.choice_types[word->word.type] == std::vector<std::string>{"verde", "viola"});
    CHECK(word->word.value == 0);
  }
}

TEST_CASE("check: data have their bounds in their unit") {
  const Row rows[] = {
      {"none", "FTE", "x : FTE -inf..+inf"},
      {"a bare number takes the unit", "FTE almeno 1 al massimo 7,5", "x : FTE 1..15/2"},
      {"written in another unit", "ore almeno 1 giorno al massimo 1 settimana", "x : ore 24..168"},
      {"negative", "FTE almeno -3", "x : FTE -3..+inf"},
      {"one number only", "FTE almeno 3 al massimo 3", "x : FTE 3..3"},
      {"whole", "abitanti almeno 1 intero", "x : abitanti 1..+inf whole"},
      {"a share is from 0 to 1", "quota", "x : share 0..1"},
      {"as a percentage", "quota almeno 20%", "x : share 1/5..1"},
      {"as a fraction and as a decimal", "quota almeno 1/10 al massimo 0,9",
       "x : share 1/10..9/10"},
      {"from 0", "quota almeno 0 al massimo 50%", "x : share 0..1/2"},
      {"a number without a unit", "numero almeno 0", "x : plain 0..+inf"},
      {"a truth", "sì/no", "x : truth -inf..+inf"},
      {"words", "uno di a1, b1", "x : a1|b1 -inf..+inf"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs("dato x : " + row.written);
    CHECK(describe(packs.bag, packs.sources) == "");
    REQUIRE(packs.typed.data.size() == 4);
    CHECK(describe(packs.typed, packs.typed.data[DatumId{3}]) == row.made);
  }
}

TEST_CASE("check: parameters have their values in their unit, by day") {
  const Row rows[] = {
      {"a ratio",
       "FTE/abitanti dal 2021-01-01 vale 1 FTE ogni 5.000 abitanti ipotesi secondo legge",
       "x : FTE/abitanti, 2021-01-01.. = 1/5000 '1 FTE ogni 5000 abitanti'"},
      {"a unit of two words", "euro/FTE dal 2021-01-01 vale 42.000 euro/FTE ipotesi secondo legge",
       "x : euro/FTE, 2021-01-01.. = 42000 '42000 euro/FTE'"},
      {"converted, as written", "ore dal 2021-01-01 vale 2,5 giorni ipotesi secondo legge",
       "x : ore, 2021-01-01.. = 60 '2.5 giorni'"},
      {"0 needs no unit", "euro dal 2021-01-01 vale 0 ipotesi secondo legge",
       "x : euro, 2021-01-01.. = 0 '0'"},
      {"negative", "euro dal 2021-01-01 vale -5 euro ipotesi secondo legge",
       "x : euro, 2021-01-01.. = -5 '-5 euro'"},
      {"a share", "quota dal 2021-01-01 vale 90% ipotesi secondo legge",
       "x : share, 2021-01-01.. = 9/10 '90%'"},
      {"a share as a fraction", "quota dal 2021-01-01 vale 9/10 ipotesi secondo legge",
       "x : share, 2021-01-01.. = 9/10 '9/10'"},
      {"the whole", "quota dal 2021-01-01 vale 100% ipotesi secondo legge",
       "x : share, 2021-01-01.. = 1 '100%'"},
      {"a share as a ratio", "quota dal 2021-01-01 vale 1 FTE ogni 4 FTE ipotesi secondo legge",
       "x : share, 2021-01-01.. = 1/4 '1 FTE ogni 4 FTE'"},
      {"a number", "numero dal 2021-01-01 vale 1,25 ipotesi secondo legge",
       "x : plain, 2021-01-01.. = 5/4 '1.25'"},
      {"a truth", "sì/no dal 2021-01-01 vale sì ipotesi secondo legge",
       "x : truth, 2021-01-01.. = sì 'sì'"},
      {"a word", "uno di a1, b1 dal 2021-01-01 vale b1 ipotesi secondo legge",
       "x : a1|b1, 2021-01-01.. = b1 'b1'"},
      {"values in order of day, however written",
       "FTE dal 2022-01-01 vale 2 FTE ipotesi secondo legge "
       "dal 2021-01-01 al 2021-12-31 vale 1 FTE ipotesi secondo legge",
       "x : FTE, 2021-01-01..2021-12-31 = 1 '1 FTE', 2022-01-01.. = 2 '2 FTE'"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs("parametro x : " + row.written);
    CHECK(describe(packs.bag, packs.sources) == "");
    CHECK(describe(packs.typed, packs.typed.parameters[ParameterId{0}]) == row.made);
  }
}

TEST_CASE("check: levers are solved for every comparison that they can close") {
  const Row rows[] = {
      {"alone on its side", "assistenti almeno livello di popolazione si colma con assistenti",
       "q: (assistenti >= (livello di popolazione)), lever assistenti, (assistenti >= (livello di "
       "popolazione)) by assistenti x 1 in plain"},
      {"in a product on the right",
       "assistenti almeno livello di popolazione si colma con popolazione",
       "q: (assistenti >= (livello di popolazione)), lever popolazione, (assistenti >= (livello di "
       "popolazione)) by popolazione x -livello in FTE/abitanti"},
      {"times a constant", "2 * assistenti almeno 3 FTE si colma con assistenti",
       "q: ((2 * assistenti) >= 3 FTE), lever assistenti, ((2 * assistenti) >= 3 FTE) by "
       "assistenti "
       "x 2 in plain"},
      {"divided and multiplied again", "assistenti / 7 * 7 almeno 3 FTE si colma con assistenti",
       "q: (((assistenti / 7) * 7) >= 3 FTE), lever assistenti, (((assistenti / 7) * 7) >= 3 FTE) "
       "by "
       "assistenti x 1 in plain"},
      {"over another datum", "assistenti / popolazione almeno livello si colma con assistenti",
       "q: ((assistenti / popolazione) >= livello), lever assistenti, ((assistenti / popolazione) "
       ">= "
       "livello) by assistenti x (1 / popolazione) in 1/abitanti"},
      {"on both sides", "3 * assistenti almeno assistenti + 3 FTE si colma con assistenti",
       "q: ((3 * assistenti) >= (assistenti + 3 FTE)), lever assistenti, ((3 * assistenti) >= "
       "(assistenti + 3 FTE)) by assistenti x 2 in plain"},
      {"with parameters on both sides",
       "livello * popolazione + 1 FTE almeno livello * popolazione * 2 si colma con popolazione",
       "q: (((livello * popolazione) + 1 FTE) >= ((livello * popolazione) * 2)), lever "
       "popolazione, "
       "(((livello * popolazione) + 1 FTE) >= ((livello * popolazione) * 2)) by popolazione x "
       "(livello - (livello * 2)) in FTE/abitanti"},
      {"through an amount", "doppio almeno 3 FTE si colma con assistenti",
       "q: (doppio >= 3 FTE), lever assistenti, (doppio >= 3 FTE) by assistenti x 2 in plain"},
      {"through two", "quadruplo meno di 3 FTE si colma con assistenti",
       "q: (quadruplo < 3 FTE), lever assistenti, (quadruplo < 3 FTE) by assistenti x 4 in plain"},
      {"through a conversion", "ore_a almeno giorni_a si colma con giorni_a",
       "q: (ore_a >= [giorni_a x 24]), lever giorni_a, (ore_a >= [giorni_a x 24]) by giorni_a x "
       "-24 "
       "in ore/giorno"},
      {"a conversion of a factor",
       "orario * 1 settimana almeno giorni_a * quota_a si colma con giorni_a",
       "q: ((orario * 1 settimana) >= [(giorni_a * quota_a) x 24]), lever giorni_a, ((orario * 1 "
       "settimana) >= [(giorni_a * quota_a) x 24]) by giorni_a x -[quota_a x 24] in ore/giorno"},
      {"in one branch",
       "(se attivo allora 2 * assistenti altrimenti 1 FTE) almeno 3 FTE si colma con assistenti",
       "q: ((se attivo allora (2 * assistenti) altrimenti 1 FTE) >= 3 FTE), lever assistenti, ((se "
       "attivo allora (2 * assistenti) altrimenti 1 FTE) >= 3 FTE) by assistenti x (se attivo "
       "allora "
       "2 altrimenti 0) in plain"},
      {"minus", "10 FTE - assistenti al massimo -(-3 FTE) si colma con assistenti",
       "q: ((10 FTE - assistenti) <= --3 FTE), lever assistenti, ((10 FTE - assistenti) <= --3 "
       "FTE) "
       "by assistenti x -1 in plain"},
      {"beside a max in which it does not stand",
       "assistenti * max(quota_a; 10%) almeno 3 FTE si colma con assistenti",
       "q: ((assistenti * max(quota_a; 10%)) >= 3 FTE), lever assistenti, ((assistenti * "
       "max(quota_a; "
       "10%)) >= 3 FTE) by assistenti x max(quota_a; 10%) in share"},
      {"in some of several comparisons, under 'non' too",
       "attivo e assistenti almeno 1 FTE e non assistenti più di 9 FTE e popolazione almeno 2 "
       "abitanti "
       "si colma con assistenti",
       "q: (attivo e (assistenti >= 1 FTE) e non (assistenti > 9 FTE) e (popolazione >= 2 "
       "abitanti)), "
       "lever assistenti, (assistenti >= 1 FTE) by assistenti x 1 in plain, (assistenti > 9 FTE) "
       "by "
       "assistenti x 1 in plain"},
      {"each comparison with its lever",
       "assistenti almeno 1 FTE o popolazione al massimo 2 abitanti si colma con assistenti si "
       "colma "
       "con popolazione",
       "q: ((assistenti >= 1 FTE) o (popolazione <= 2 abitanti)), lever assistenti, lever "
       "popolazione, "
       "(assistenti >= 1 FTE) by assistenti x 1 in plain, (popolazione <= 2 abitanti) by "
       "popolazione "
       "x 1 in plain"},
      {"in whole units, with a cost",
       "assistenti almeno 1 FTE si colma con assistenti a unità intere costo costo_fte al netto di "
       "3 "
       "euro",
       "q: (assistenti >= 1 FTE), lever assistenti by 1 cost costo_fte net of 3 euro, (assistenti "
       ">= 1 "
       "FTE) by assistenti x 1 in plain"},
      {"in steps", "ore_a almeno 1 ora si colma con ore_a a passi di 2 giorni costo 30 euro/ora",
       "q: (ore_a >= 1 ora), lever ore_a by 48 cost 30 euro/ora, (ore_a >= 1 ora) by ore_a x 1 in "
       "plain"},
      {"a share in steps", "quota_a almeno 90% si colma con quota_a a passi di 5%",
       "q: (quota_a >= 90%), lever quota_a by 1/20, (quota_a >= 90%) by quota_a x 1 in plain"},
      {"nothing is taken off",
       "assistenti almeno 1 FTE si colma con assistenti costo costo_fte al netto di 0",
       "q: (assistenti >= 1 FTE), lever assistenti cost costo_fte net of 0, (assistenti >= 1 FTE) "
       "by "
       "assistenti x 1 in plain"},
      {"a truth is activated as a whole",
       "attivo e (assistenti almeno 1 FTE) si colma con attivo costo 5.000 euro",
       "q: (attivo e (assistenti >= 1 FTE)), lever attivo cost 5000 euro"},
      {"not different, exactly", "non assistenti diverso da 4 FTE si colma con assistenti",
       "q: non (assistenti != 4 FTE), lever assistenti, (assistenti != 4 FTE) by assistenti x 1 in "
       "plain"},
      {"this year's part of several years",
       "3 * somma(assistenti; anni 4) almeno 2 FTE si colma con assistenti",
       "q: ((3 * years(assistenti; 4)) >= 2 FTE), lever assistenti, ((3 * years(assistenti; 4)) >= "
       "2 FTE) by assistenti x 3 in plain"},
      {"this year's part of a mean, of as many years as the data hold",
       "media(assistenti; anni 3) almeno 2 FTE si colma con assistenti",
       "q: (mean of years(assistenti; 3) >= 2 FTE), lever assistenti, (mean of years(assistenti; "
       "3) "
       ">= 2 FTE) by assistenti x (1 / held(3)) in plain"},
      {"not the year before's",
       "assistenti - anno_precedente(assistenti) almeno 2 FTE si colma "
       "con assistenti",
       "q: ((assistenti - before(assistenti)) >= 2 FTE), lever assistenti, ((assistenti - "
       "before(assistenti)) >= 2 FTE) by assistenti x 1 in plain"},
      {"its own part of a group's",
       "totale(-2 * assistenti; progetto) almeno 2 FTE si colma con "
       "assistenti",
       "q: (total((-2 * assistenti); progetto) >= 2 FTE), lever assistenti, (total((-2 * "
       "assistenti); progetto) >= 2 FTE) by assistenti x -2 in bare"},
      {"a truth costs as a whole, in any unit",
       "attivo e assistenti almeno 1 FTE si colma con attivo costo 5 euro si colma con assistenti "
       "costo 2 euro/FTE al netto di 3 euro",
       "q: (attivo e (assistenti >= 1 FTE)), lever attivo cost 5 euro, lever assistenti cost 2 "
       "euro/FTE net of 3 euro, (assistenti >= 1 FTE) by assistenti x 1 in plain"},
      {"a lever in euro costs so much for each", "spesa almeno 4 euro si colma con spesa costo 0,5",
       "q: (spesa >= 4 euro), lever spesa cost 0.5, (spesa >= 4 euro) by spesa x 1 in plain"},
      {"one for one, in another unit", "ore_a / 1 ora * assistenti almeno 2 FTE si colma con ore_a",
       "q: (((ore_a / 1 ora) * assistenti) >= 2 FTE), lever ore_a, (((ore_a / 1 ora) * assistenti) "
       ">= 2 FTE) by ore_a x (1 * assistenti) in FTE/ora"},
      {"a day beside it has no level",
       "firma + giorni_a almeno 2025-01-01 e giorni_a almeno 1 giorno si colma con giorni_a",
       "q: (((firma + giorni_a) >= day 20089) e (giorni_a >= 1 giorno)), lever giorni_a, (giorni_a "
       ">= 1 giorno) by giorni_a x 1 in plain"},
      {"its own guard", "assistenti almeno 1 FTE si applica se attivo si colma con assistenti",
       "q: (assistenti >= 1 FTE) if attivo, lever assistenti, (assistenti >= 1 FTE) by assistenti "
       "x 1 "
       "in plain"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs(std::string(kMore) +
                             "gruppo progetto \"P\"\ndato spesa : euro\ndato firma : data\n"
                             "calcolo doppio : FTE = 2 * assistenti\n"
                             "calcolo quadruplo : FTE = doppio + doppio\n" RULE +
                             row.written);
    CHECK(describe(packs.bag, packs.sources) == "");
    REQUIRE(packs.typed.rules.size() == 1);
    const typed::RuleVersion& version = packs.typed.rules[RuleId{0}].versions.front();
    REQUIRE(version.requirements.size() == 1);
    CHECK(describe(packs.typed, version.requirements.front()) == row.made);
  }
}

TEST_CASE("check: functions of days, periods, timetables, rows and years have their type") {
  const std::string data =
      "unità mesi\ndato ore_a : ore\ndato giorni_a : giorni\ndato firma : data\ndato prima : data\n"
      "dato patto : periodo\ndato turno : orario\ndato sede : testo\n"
      "elenco righe \"Righe\" campo nome : testo campo firma : data campo durata : periodo campo "
      "ore : ore campo si : sì/no\ngruppo progetto \"Progetto\"\n";
  const Row rows[] = {
      {"the first day", "data = inizio(patto)", "c : day = start(patto)"},
      {"the last day", "data = fine(patto)", "c : day = finish(patto)"},
      {"days of a year", "giorni = giorni_nell_anno(patto)", "c : giorni = days(patto)"},
      {"in hours", "ore = giorni_nell_anno(patto)", "c : ore = [days(patto) x 24]"},
      {"a part of a year", "numero = parte_dell_anno(patto)", "c : plain = share(patto)"},
      {"by months", "numero = parte_dell_anno_a_mesi(patto)", "c : plain = months(patto)"},
      {"days without", "giorni = giorni_scoperti(patto)", "c : giorni = uncovered(patto)"},
      {"timetables together", "orario = unione(turno; \"lun 09:00-12:00\"; turno)",
       "c : timetable = unite(turno; <lun 09:00-12:00; mar-dom chiuso>; turno)"},
      {"what they share", "orario = intersezione(turno; turno)",
       "c : timetable = intersect(turno; turno)"},
      {"all other hours", "orario = complemento(turno)", "c : timetable = complement(turno)"},
      {"a text as a timetable", "orario = \"lun 09:00-12:00\"",
       "c : timetable = <lun 09:00-12:00; mar-dom chiuso>"},
      {"hours of a week", "ore = ore_settimana(\"lun 09:00-12:00\")",
       "c : ore = week(<lun 09:00-12:00; mar-dom chiuso>)"},
      {"hours of a year", "ore = ore_anno(turno)", "c : ore = year(turno)"},
      {"in days", "giorni = ore_anno(turno)", "c : giorni = [year(turno) x 1/24]"},
      {"hours a week without", "ore = ore_scoperte_settimana(turno)",
       "c : ore = uncovered week(turno)"},
      {"hours a year without", "ore = ore_scoperte_anno(turno)", "c : ore = uncovered year(turno)"},
      {"the year before", "FTE = anno_precedente(assistenti)", "c : FTE = before(assistenti)"},
      {"the year before, of a day", "data = anno_precedente(firma)", "c : day = before(firma)"},
      {"one year", "FTE = somma(assistenti; anni 1)", "c : FTE = years(assistenti; 1)"},
      {"ten years", "FTE = somma(assistenti; anni 10)", "c : FTE = years(assistenti; 10)"},
      {"the mean of three", "FTE = media(assistenti; anni 3)",
       "c : FTE = mean of years(assistenti; 3)"},
      {"rounded, in the unit of what is rounded", "FTE = per_eccesso(assistenti / 2)",
       "c : FTE = up((assistenti / 2))"},
      {"how many are in a group", "numero = membri(progetto)", "c : plain = members(progetto)"},
      {"of a group", "FTE = totale(2 * assistenti; progetto)",
       "c : FTE = total((2 * assistenti); progetto)"},

      {"a day later", "data = firma + 3 giorni", "c : day = (firma + 3 giorni)"},
      {"the number first", "data = 3 giorni + firma", "c : day = (3 giorni + firma)"},
      {"hours later", "data = firma + ore_a", "c : day = (firma + [ore_a x 1/24])"},
      {"hours first", "data = ore_a + firma", "c : day = ([ore_a x 1/24] + firma)"},
      {"a day before", "data = firma - giorni_a", "c : day = (firma - giorni_a)"},
      {"between two days", "giorni = firma - prima", "c : giorni = (firma - prima)"},
      {"the later day", "data = max(firma; 2025-01-01; mai)",
       "c : day = max(firma; day 20089; mai)"},
      {"days have an order", "sì/no = firma meno di data_di_rilevazione",
       "c : truth = (firma < survey day)"},
      {"a day in a branch", "data = se attivo allora firma altrimenti mai",
       "c : day = (se attivo allora firma altrimenti mai)"},
      {"two periods", "sì/no = patto pari a anno_precedente(patto)",
       "c : truth = (patto is before(patto))"},
      {"two texts", "sì/no = sede diverso da \"Roma\"", "c : truth = (sede is not \"Roma\")"},
      {"a timetable and a text", "sì/no = turno pari a \"lun 09:00-12:00\"",
       "c : truth = (turno is <lun 09:00-12:00; mar-dom chiuso>)"},
      {"a text and a timetable", "sì/no = \"lun 09:00-12:00\" diverso da turno",
       "c : truth = (<lun 09:00-12:00; mar-dom chiuso> is not turno)"},

      {"how many rows", "numero = conta(r in righe)", "c : plain = count(righe@0)"},
      {"how many of them", "persone = conta(r in righe dove r.si)",
       "c : persone = count(righe@0 where righe.si@0)"},
      {"a part of them", "quota = percentuale(r in righe dove r.si)",
       "c : share = percent(righe@0 where righe.si@0)"},
      {"a sum", "ore = somma(r.ore per ogni r in righe dove r.si)",
       "c : ore = sum(righe@0 where righe.si@0: righe.ore@0)"},
      {"a mean", "giorni = media(r.ore per ogni r in righe)",
       "c : giorni = [mean(righe@0: righe.ore@0) x 1/24]"},
      {"the least", "ore = minimo(r.ore per ogni r in righe)",
       "c : ore = min(righe@0: righe.ore@0)"},
      {"the first day of rows", "data = minimo(r.firma per ogni r in righe)",
       "c : day = min(righe@0: righe.firma@0)"},
      {"the last day of rows", "data = massimo(r.firma per ogni r in righe)",
       "c : day = max(righe@0: righe.firma@0)"},
      {"days that no row covers", "giorni = giorni_scoperti(r.durata per ogni r in righe)",
       "c : giorni = uncovered(righe@0: righe.durata@0)"},
      {"every row", "sì/no = per ogni r in righe: r.si",
       "c : truth = for every(righe@0: righe.si@0)"},
      {"some row", "sì/no = esiste r in righe dove r.si",
       "c : truth = exists(righe@0 where righe.si@0)"},
      {"a sum of 0 is a number", "numero = somma(0 per ogni r in righe) + 3",
       "c : plain = (sum(righe@0: 0) + 3)"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs(data + "calcolo c : " + row.written);
    CHECK(describe(packs.bag, packs.sources) == "");
    REQUIRE(packs.typed.computed.size() == 1);
    CHECK(describe(packs.typed, packs.typed.computed[ComputedId{0}]) == row.made);
  }
}

TEST_CASE("check: a tolerance brings the level nearer by a share of its size, on the right side") {
  const std::string below = "min((99/100 di 2 FTE); (101/100 di 2 FTE))";
  const std::string above = "max((99/100 di 2 FTE); (101/100 di 2 FTE))";
  const Row rows[] = {
      {"at least", "almeno", "(assistenti >= " + below + ")"},
      {"more than", "più di", "(assistenti >= " + below + ")"},
      {"at most", "al massimo", "(assistenti <= " + above + ")"},
      {"less than", "meno di", "(assistenti <= " + above + ")"},
      {"exactly", "pari a", "((assistenti >= " + below + ") e (assistenti <= " + above + "))"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs(RULE "assistenti " + row.written + " 2 FTE tolleranza 1%");
    CHECK(describe(packs.bag, packs.sources) == "");
    const auto& requirement = packs.typed.rules[RuleId{0}].versions.front().requirements.front();
    CHECK(requirement.tolerance == Rational(1, 100));
    REQUIRE(requirement.tolerated);
    CHECK(TypedPrinter(packs.typed).expr(*requirement.tolerated) == row.made);
  }
}

TEST_CASE("check: only 'per ogni' asks whether there is a row at all") {
  const std::string list = "elenco righe \"Righe\" campo si : sì/no campo ore : ore\n";
  const Row rows[] = {
      {"every row", "per ogni x in righe dove x.si: x.ore almeno 3 ore",
       "exists(righe@0 where righe.si@0)"},
      {"every row, unconditionally", "per ogni x in righe: x.si", "exists(righe@0)"},
      {"some row", "esiste x in righe dove x.si", "-"},
      {"every row, beside another", "attivo e (per ogni x in righe: x.si)", "-"},
      {"no row", "attivo", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs(list + RULE + row.written);
    CHECK(describe(packs.bag, packs.sources) == "");
    const auto& any = packs.typed.rules[RuleId{0}].versions.front().requirements.front().asks_if;
    CHECK((any ? TypedPrinter(packs.typed).expr(*any) : "-") == row.made);
  }
}

TEST_CASE("check: a rule knows all the parameters that it rests on, in order of first use") {
  const CheckedPacks packs(
      std::string(kMore) +
      "parametro p1 : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge\n"
      "parametro p2 : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge\n"
      "parametro p3 : euro dal 2021-01-01 vale 1 euro verificato secondo legge\n"
      "calcolo a : FTE = p2 + assistenti + p1\ncalcolo b : FTE = a + livello * popolazione\n" RULE
      "b almeno p2 si applica se assistenti almeno p1 si colma con assistenti costo costo_fte al "
      "netto di p3 beneficiari popolazione");
  CHECK(describe(packs.bag, packs.sources) == "");
  const Typed& typed = packs.typed;
  const TypedPrinter print(typed);
  CHECK(print.names(typed.computed[ComputedId{0}].parameters, typed.parameters) == "p2 p1");
  CHECK(print.names(typed.computed[ComputedId{1}].parameters, typed.parameters) == "p2 p1 livello");
  CHECK(print.names(typed.computed[ComputedId{1}].data, typed.data) == "assistenti popolazione");
  CHECK(print.names(typed.rules[RuleId{0}].versions.front().parameters, typed.parameters) ==
        "p1 p2 livello costo_fte p3");
}

TEST_CASE("check: an example is of a day, and so are the others in it") {
  const CheckedPacks packs(
      "gruppo progetto \"P\"\n" RULE
      "attivo\nesempio \"e\" anno 2025 data_di_rilevazione 30 giugno 2025 attivo = sì altro membro "
      "di "
      "progetto attivo = no altro membro di progetto data_di_rilevazione 2025-09-30 altro anno "
      "2024 "
      "attivo = sì altro anno 2023 data_di_rilevazione 2023-03-01 attesi r soddisfatto\nesempio "
      "\"f\" anno 2024 attesi r non_valutabile");
  CHECK(describe(packs.bag, packs.sources) == "");
  REQUIRE(packs.typed.examples.size() == 2);
  const typed::Example& example = packs.typed.examples[ExampleId{0}];
  std::string days = to_iso(example.survey_date);
  for (const typed::OtherFacts& other : example.others) days += " " + to_iso(other.survey_date);
  CHECK(days == "2025-06-30 2025-06-30 2025-09-30 2024-12-31 2023-03-01");
  CHECK(to_iso(packs.typed.examples[ExampleId{1}].survey_date) == "2024-12-31");
}

TEST_CASE("check: examples have values in the units of what they speak of") {
  struct ExampleRow {
    std::string why;
    const char* rule;
    const char* example;
    std::string made;
  };
  const ExampleRow rows[] = {
      {"a bare number takes the datum's unit", "assistenti almeno 2 FTE",
       "assistenti = 1,5; popolazione = 5.000; attivo = no; colore = verde attesi r soddisfatto",
       "assistenti=3/2 popolazione=5000 attivo=no colore=verde"},
      {"unknown, between bounds, converted", "assistenti almeno 2 FTE",
       "assistenti = ?; popolazione = [10; 20] abitanti; ore_a = 2 giorni attesi r soddisfatto",
       "assistenti=? popolazione=10..20 ore_a=48"},
      {"shares as people write them", "assistenti almeno 2 FTE",
       "quota_a = 0,9 attesi r soddisfatto", "quota_a=9/10"},
      {"the least and the most that there can be", "assistenti almeno 2 FTE",
       "popolazione = 1; stretto = 5; quota_a = 100%; assistenti = [0; 0]; ore_a = -1 attesi r "
       "soddisfatto",
       "popolazione=1 stretto=5 quota_a=1 assistenti=0 ore_a=-1"},
      {"nothing of a share", "assistenti almeno 2 FTE",
       "quota_a = 0; stretto = [3; 5] attesi r "
       "soddisfatto",
       "quota_a=0 stretto=3..5"},
      {"the gap of a rule with one requirement", "assistenti almeno 2 FTE",
       "assistenti = 1 attesi r non_soddisfatto lacuna 1 FTE", "assistenti=1 -> 1 FTE"},
      {"in the lever's unit", "assistenti almeno livello di popolazione si colma con popolazione",
       "assistenti = 1 attesi r.q non_soddisfatto lacuna 5.000", "assistenti=1 -> 5000 abitanti"},
      {"converted", "ore_a almeno 3 giorni", "ore_a = 0 attesi r non_soddisfatto lacuna 3 giorni",
       "ore_a=0 -> 72 ore"},
      {"between bounds", "assistenti almeno 2 FTE",
       "assistenti = [1; 2] attesi r non_valutabile lacuna [0; 1] FTE",
       "assistenti=1..2 -> 0..1 FTE"},
      {"of a truth, counted", "attivo", "attivo = no attesi r non_soddisfatto lacuna 1",
       "attivo=no -> 1 "},
      {"of 'e', counted", "attivo e assistenti almeno 2 FTE",
       "attivo = no attesi r non_soddisfatto lacuna 2", "attivo=no -> 2 "},
      {"of 'o', in the unit of one", "popolazione almeno 9 abitanti o assistenti almeno 2 FTE",
       "assistenti = 1 attesi r non_soddisfatto lacuna 1 FTE", "assistenti=1 -> 1 FTE"},
      {"of 'non (… e …)', an 'o'",
       "non (popolazione meno di 9 abitanti e assistenti meno di 2 FTE)",
       "assistenti = 1 attesi r non_soddisfatto lacuna 1 FTE", "assistenti=1 -> 1 FTE"},
      {"of a share", "quota_a almeno 90%", "quota_a = 0 attesi r non_soddisfatto lacuna 90%",
       "quota_a=0 -> 9/10 "},
      {"an amount", "attivo", "attivo = sì attesi c = 2 FTE c2 = sì", "attivo=sì -> 2 FTE -> sì "},
      {"an amount between bounds", "attivo", "assistenti = ? attesi c = [0; 4] FTE",
       "assistenti=? -> 0..4 FTE"},
      {"a rule and an amount of one name", "attivo", "attivo = sì attesi r soddisfatto r = 3",
       "attivo=sì -> 3 FTE"},
      {"amounts without a value", "attivo", "attivo = ? attesi c = non_valutabile c2 = non_vigente",
       "attivo=? -> unknown -> not in force"},
      {"what it costs", "assistenti almeno 2 FTE si colma con assistenti costo costo_fte",
       "assistenti = 1 attesi r non_soddisfatto lacuna 1 FTE costo 42.000 euro r.q non_soddisfatto "
       "costo [0; 42.000] euro",
       "assistenti=1 -> 1 FTE costs 42000 euro costs 0..42000 euro"},
      {"what it costs to switch something on", "attivo si colma con attivo costo 500 euro",
       "attivo = no attesi r non_soddisfatto costo 500", "attivo=no costs 500 euro"},
      {"checks", "attivo", "attivo = sì attesi k segnala r2 non segnala",
       "attivo=sì -> k raised -> r2 silent"},
  };
  for (const ExampleRow& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs(std::string(kMore) +
                             "dato stretto : persone almeno 3 al massimo 5\n"
                             "calcolo c : FTE = 2 * assistenti\ncalcolo c2 : sì/no = attivo\n"
                             "calcolo r : FTE = 3 * assistenti\n"
                             "controllo k \"K\" attivo controllo r2 \"R\" non attivo\n" RULE +
                             row.rule + "\nesempio \"e\" anno 2025 " + row.example);
    CHECK(describe(packs.bag, packs.sources) == "");
    REQUIRE(packs.typed.examples.size() == 1);
    const typed::Example& example = packs.typed.examples[ExampleId{0}];
    CHECK(example.year == 2025);
    CHECK(to_iso(example.survey_date) == "2025-12-31");
    std::string made;
    for (const typed::Given& given : example.givens) {
      made += (made.empty() ? "" : " ") + packs.typed.data[given.datum].name + "=" +
              (given.value ? describe_value(packs.typed, *given.value) : "?");
    }
    for (const typed::Expectation& expected : example.expectations) {
      made += std::visit(DescribeExpected{packs.typed}, expected.what);
    }
    while (made.ends_with("  ")) made.pop_back();
    CHECK(made == row.made);
  }
}

TEST_CASE("check: a score is a number, a deadline a day, and both are kept") {
  const CheckedPacks packs(RULE
                           "attivo punteggio 2,5 scadenza 2026-06-30 nota \"n\" dopo s\n"
                           "regola s \"S\" categoria LEPS secondo legge in vigore dal 2021-01-01 "
                           "ipotesi requisito q: attivo parziale se assistenti almeno 1 FTE da "
                           "verificare");
  CHECK(describe(packs.bag, packs.sources) == "");
  const typed::RuleVersion& first = packs.typed.rules[RuleId{0}].versions.front();
  CHECK(first.score == Rational(5, 2));
  REQUIRE(first.deadline);
  CHECK(day_in(*first.deadline, 2026) == parse_iso_day("2026-06-30"));
  CHECK(first.notes == std::vector<std::string>{"n"});
  CHECK(first.after == std::vector<RuleId>{RuleId{1}});
  const typed::RuleVersion& second = packs.typed.rules[RuleId{1}].versions.front();
  CHECK(second.in_force_confidence == Confidence::ipotesi);
  CHECK(second.partial_confidence == Confidence::da_verificare);
  CHECK(!first.in_force_confidence);
}

TEST_CASE("check: the language's own sample has no mistake") {
  const CheckedPacks packs(file_text("esempio.leps"));
  CHECK(describe(packs.bag, packs.sources) == "");
  CHECK(packs.typed.rules.size() == 3);
  CHECK(packs.typed.examples.size() == 2);
  CHECK(
      describe(packs.typed, packs.typed.computed[ComputedId{0}]) ==
      "contributo : euro = (40000 euro/FTE * max(0 FTE; (min(assistenti_ti; (livello_assistenti di "
      "popolazione)) - (soglia_contributo di popolazione))))");
  CHECK(describe(packs.typed, packs.typed.rules[RuleId{2}].versions.front().requirements.front()) ==
        "attivazione: (dimissioni_attivate >= (quota_dimissioni di dimissioni_richieste)) if "
        "(dimissioni_richieste > 0), lever dimissioni_attivate, (dimissioni_attivate >= "
        "(quota_dimissioni di dimissioni_richieste)) by dimissioni_attivate x 1 in plain");
}

TEST_CASE("check: the two languages say the same") {
  const CheckedPacks italian(file_text("esempio.leps")), english(file_text("esempio_en.leps"));
  CHECK(describe(english.bag, english.sources) == "");
  REQUIRE(italian.typed.rules.size() == english.typed.rules.size());
  for (const RuleId id : italian.typed.rules.keys()) {
    const auto& a = italian.typed.rules[id].versions.front();
    const auto& b = english.typed.rules[id].versions.front();
    CHECK(describe(italian.typed, a.requirements.front()) ==
          describe(english.typed, b.requirements.front()));
  }
}
