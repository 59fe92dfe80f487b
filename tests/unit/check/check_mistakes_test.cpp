// Every mistake that check/ reports: a pack with one of them, and what its author reads.
#include "check/check.hpp"

#include "unit/check/describe_typed.hpp"

#include <doctest/doctest.h>

using namespace leps;
using namespace leps::test;

namespace {

#define RULE "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: "
#define BY_WORD                                                               \
  MORE "parametro minimo : FTE\n"                                             \
       "  per rosso dal 1 gennaio 2020 vale 1 FTE verificato secondo legge\n" \
       "  per verde dal 1 gennaio 2020 vale 2 FTE verificato secondo legge\n"
#define MORE "dato quota_a : quota\ndato ore_a : ore\ndato colore : uno di rosso, verde\n"

// ---- types, units, shares
const Mistake kExpressions[] = {
    {"a truth is added", "calcolo c : FTE = assistenti + attivo", "type/number-expected", "attivo",
     "qui serve un numero, e questo è una condizione (sì/no)", "this is a condition (yes/no)"},
    {"a word is multiplied", MORE "calcolo c : FTE = assistenti * colore", "type/number-expected",
     "colore", "questo è una parola di 'uno di rosso, verde'", "a word of 'one of rosso, verde'"},
    {"beneficiaries are a number", RULE "attivo beneficiari attivo", "type/number-expected",
     "attivo", "qui serve un numero", "a number is needed here"},
    {"a number is no condition", RULE "assistenti", "type/condition-expected", "assistenti",
     "qui serve qualcosa di vero o falso, e questo è un numero in FTE",
     "compare it with something"},
    {"a number under 'non'", RULE "non assistenti", "type/condition-expected", "assistenti",
     "un numero in FTE", "a number in FTE"},
    {"a second word", MORE RULE "colore pari a rosso o verde", "type/condition-expected", "verde",
     "scrivi: colore pari a rosso o colore pari a verde", "write: colore pari a rosso o"},
    {"a second word that it is not", MORE RULE "attivo e colore diverso da rosso o verde",
     "type/condition-expected", "verde",
     "scrivi: colore diverso da rosso e colore diverso da verde", "the word 'verde'"},
    {"a share under 'e'", MORE RULE "attivo e quota_a", "type/condition-expected", "quota_a",
     "questo è una quota", "this is a share"},
    {"a number as a guard", RULE "attivo parziale se assistenti", "type/condition-expected",
     "assistenti", "vero o falso", "true or false"},
    {"how many hold, without a comparison", RULE "2 fra attivo, attivo", "type/mismatch",
     "2 fra attivo, attivo", "scrivi: almeno 2 fra …", "write: at least 2 among …"},
    {"a truth and a number", RULE "attivo pari a assistenti", "type/mismatch", "pari a",
     "una condizione (sì/no) e un numero in FTE non possono stare insieme",
     "a condition (yes/no) and a number in FTE cannot stand together"},
    {"words of two lists", MORE "dato luce : uno di giallo, viola\n" RULE "colore pari a giallo",
     "type/mismatch", "pari a", "'uno di giallo, viola'", "'one of giallo, viola'"},
    {"branches of two kinds", "calcolo c : FTE = se attivo allora assistenti altrimenti attivo",
     "type/mismatch", "se attivo allora assistenti altrimenti attivo", "un numero in FTE e",
     "cannot stand together"},
    {"one truth is not more than another", RULE "attivo almeno attivo", "type/no-order", "almeno",
     "'almeno' confronta due numeri", "use 'equal to' or 'different from'"},
    {"words have no order between two others", MORE RULE "colore tra rosso e verde",
     "type/no-order", "tra", "scrivi: colore fra rosso, verde", "write: colore among rosso, verde"},
    {"a list names one twice", MORE RULE "colore fra rosso, rosso", "name/repeated", "rosso", "",
     ""},
    {"a number among conditions", RULE "almeno 1 fra attivo, assistenti", "type/condition-expected",
     "assistenti", "", ""},
    {"how many, in a unit", RULE "almeno 2 FTE fra attivo, (assistenti almeno 1 FTE)",
     "unit/mismatch", "2 FTE", "", ""},
    {"a level that does not say for each how many",
     "calcolo c : FTE = 0,001 FTE/abitanti di popolazione o frazione", "fraction/level",
     "o frazione", "scrivi il livello così: 1 FTE ogni 5.000 abitanti", "write the level so"},
    {"bands that fall",
     "calcolo c : FTE = a scaglioni di assistenti: fino a 5 FTE vale 1; fino a 3 FTE vale 2; oltre "
     "vale 3",
     "bands/order", "3 FTE", "finisce prima", "ends before"},
    {"bands in another unit",
     "calcolo c : FTE = a scaglioni di assistenti: fino a 5 abitanti vale 1; oltre vale 3",
     "unit/mismatch", "5 abitanti", "", ""},
    {"a table by words without a word", BY_WORD "calcolo c : FTE = minimo", "lookup/no-word",
     "minimo", "scrivi di quale parola: minimo[…]", "write of which word"},
    {"a number by words", MORE "calcolo c : ore = ore_a[colore]", "lookup/not-by-word", "ore_a",
     "per PAROLA dal", "by WORD from"},
    {"by what is no word", BY_WORD "calcolo c : FTE = minimo[attivo]", "lookup/not-a-word",
     "attivo", "'rosso', 'verde'", "one of these words"},
    {"by words of another list",
     BY_WORD "dato luce : uno di giallo, viola\ncalcolo c : FTE = minimo[luce]", "lookup/words",
     "minimo[luce]", "manca un valore per 'giallo', 'viola' > qui non può esserci 'rosso', 'verde'",
     "a value is missing for"},
    {"what rows earn",
     "elenco nidi \"N\"\n  campo posti : persone\n" RULE
     "per ogni n in nidi: n.posti almeno 5 persone si colma con n.posti costo 5 euro/persone al "
     "netto di 3 euro",
     "lever/row-net", "3 euro", "dato dell'Ambito", "of the Ambito"},
    {"a row's field closes no sum",
     "elenco nidi \"N\"\n  campo posti : persone\n" RULE
     "somma(n.posti per ogni n in nidi) almeno 5 persone si colma con n.posti",
     "lever/of-no-row", "n.posti", "tutto un 'per ogni n in …'", "a 'for every n in …'"},
    {"a row's field under a maximum",
     "elenco nidi \"N\"\n  campo posti : persone\n" RULE
     "per ogni n in nidi: max(n.posti; 1 persone) almeno 5 persone si colma con n.posti",
     "lever/not-linear", "n.posti", "qui sta dentro 'max'", "here it stands inside 'max'"},
    {"words have no order", MORE RULE "colore più di rosso", "type/no-order", "più di",
     "'più di' confronta due numeri", "'more than' compares two numbers"},
    {"an amount in another unit", "calcolo c : persone = assistenti", "type/declared", "assistenti",
     "'c' è dichiarato come un numero in persone, e questo è un numero in FTE",
     "it is declared here"},
    {"an amount that is a truth", "calcolo c : persone = attivo", "type/declared", "attivo",
     "e questo è una condizione (sì/no)", "declared as a number in persone"},
    {"a bare number is no share", "calcolo c : quota = 90", "type/declared", "90",
     "dichiarato come una quota, e questo è un numero senza unità",
     "a share is written with the sign %"},
    {"a word that may be of two lists",
     "dato a : uno di alto, basso\ndato b : uno di alto, medio\n"
     "calcolo c : FTE = alto",
     "word/ambiguous", "alto", "'alto' è una parola di più elenchi",
     "it may be a word of 'one of alto, basso'"},

    {"a type by another name", "dato d : percentuale", "type/unknown", "percentuale",
     "'percentuale' non è un tipo", "> the type is called 'quota'"},

    {"two units are added", "calcolo c : FTE = assistenti + popolazione", "unit/mismatch", "+",
     "le unità sono diverse: FTE da una parte, abitanti dall'altra | «assistenti» questo è un "
     "numero in FTE | «popolazione» questo è un numero in abitanti",
     "the units differ: FTE on one side, abitanti on the other"},
    {"two units are compared", RULE "assistenti almeno popolazione", "unit/mismatch", "almeno",
     "FTE da una parte", "abitanti on the other"},
    {"a number without its unit", RULE "assistenti almeno 5", "unit/mismatch", "almeno",
     "nessuna unità dall'altra", "> write the unit: '5 FTE'"},
    {"the hint writes numbers as the file does", RULE "popolazione almeno 5.000,5", "unit/mismatch",
     "almeno", "> scrivi l'unità: '5.000,5 abitanti'", "'5.000,5 abitanti'"},
    {"two units in max", "calcolo c : FTE = max(assistenti; popolazione)", "unit/mismatch",
     "popolazione", "FTE da una parte", "the units differ"},
    {"two units in the branches", "calcolo c : FTE = se attivo allora 1 FTE altrimenti 1 persone",
     "unit/mismatch", "1 persone", "FTE da una parte, persone", "the units differ"},
    {"months have no exact conversion", "unità mesi\ndato m : mesi\n" MORE RULE "ore_a almeno m",
     "unit/mismatch", "almeno", "> mesi e anni non hanno una conversione esatta",
     "have no exact conversion"},
    {"hours a week are no number of hours", "dato h : ore/settimana\n" MORE RULE "ore_a almeno h",
     "unit/mismatch", "almeno", "ore da una parte, ore/settimana dall'altra", "the units differ"},
    {"what is taken off a cost is in its unit",
     RULE
     "assistenti almeno 1 FTE si colma con assistenti costo 5 euro/FTE al netto di popolazione",
     "unit/mismatch", "popolazione", "euro da una parte, abitanti dall'altra",
     "the lever costs euro"},

    {"a share and a bare number", MORE RULE "quota_a almeno 90", "share/bare-number", "almeno",
     "> scrivi la quota con il segno %: '90%' o '9.000%'", "'90%' or '9.000%'"},
    {"a share and a decimal", MORE RULE "quota_a almeno 0,9", "share/bare-number", "almeno",
     "'0,9%' o '90%'", "write the share with the sign %"},
    {"one less a share", MORE "calcolo c : quota = 1 - quota_a", "share/bare-number", "-",
     "'1%' o '100%'", "'1%' or '100%'"},
    {"ninety of them", "calcolo c : abitanti = 90 di popolazione", "share/bare-of", "90",
     "prima di 'di' serve una quota o un livello, e '90'", "is the sign % missing? write '90%'"},
    {"a part of one of them", "calcolo c : abitanti = 0,8 di popolazione", "share/bare-of", "0,8",
     "scrivi '80%'", "write '80%'"},
    {"a share of nothing", RULE "assistenti almeno 80%", "unit/mismatch", "almeno",
     "una quota è di qualcosa: 80% di …", "a share is of something: 80% di …"},
    {"a bare formula before 'di'", "calcolo c : abitanti = (3 + 4) di popolazione", "share/bare-of",
     "3 + 4", "e questo numero non dice", "this number does not say"},
    {"more than the whole", "calcolo c : quota = 150%", "share/out-of-range", "150%",
     "una quota va da 0% a 100%, e questa è 150%", "and this is 150%"},
    {"a division by zero", "calcolo c : FTE = assistenti / 0", "number/zero-divisor", "0",
     "qui si divide per zero", "this divides by zero"},
    {"one for every none", "calcolo c : FTE/abitanti = 1 FTE ogni 0 abitanti",
     "number/zero-divisor", "0 abitanti", "qui si divide per zero", "this divides by zero"},
};

// ---- declarations: values, bounds, days
#define VALUE(type, value) \
  "parametro p : " type " dal 2021-01-01 vale " value " verificato secondo legge"

std::string chain_of_parts() {
  std::string text = "dato p0 : FTE";
  for (int i = 1; i <= 33; ++i) {
    text += "\ndato p" + std::to_string(i) + " : FTE parte di p" + std::to_string(i - 1);
  }
  return text;
}
const std::string kChainOfParts = chain_of_parts();

const Mistake kDeclarations[] = {
    {"a parameter needs its unit", VALUE("FTE/abitanti", "5"), "value/needs-unit", "5",
     "qui serve un numero in FTE/abitanti, e '5' è senza unità > scrivi '5 FTE/abitanti'",
     "write '5 FTE/abitanti'"},
    {"a step needs its unit", RULE "assistenti almeno 1 FTE si colma con assistenti a passi di 0,5",
     "value/needs-unit", "0,5", "> scrivi '0,5 FTE'", "a number in FTE is needed here"},
    {"a parameter in another unit", VALUE("FTE/abitanti", "5 FTE"), "value/wrong-type", "5 FTE",
     "qui serve un numero in FTE/abitanti, e questo è un numero in FTE", "is needed here"},
    {"a ratio the wrong way round", VALUE("FTE/abitanti", "5.000 abitanti ogni 1 FTE"),
     "value/wrong-type", "5.000 abitanti ogni 1 FTE", "e questo è un numero in abitanti/FTE",
     "a number in FTE/abitanti is needed here"},
    {"a percentage of persons", VALUE("persone", "90%"), "value/wrong-type", "90%",
     "qui serve un numero in persone, e questo è una quota", "this is a share"},
    {"a truth for a number", VALUE("persone", "sì"), "value/wrong-type", "sì",
     "e questo è una condizione (sì/no)", "a number in persone is needed here"},
    {"a number for a truth", VALUE("sì/no", "1"), "value/wrong-type", "1",
     "qui serve una condizione (sì/no)", "this is a number without a unit"},
    {"a word of another list",
     "dato d : uno di rosso, verde\n" VALUE("uno di alto, basso", "rosso"), "value/wrong-type",
     "rosso", "e questo è una parola di 'uno di rosso, verde'", "'one of alto, basso' is needed"},
    {"a name for a value", VALUE("FTE", "assistenti"), "value/wrong-type", "assistenti",
     "qui serve un numero in FTE, e questo è il nome 'assistenti'", "the name 'assistenti'"},
    {"a bound in another unit", "dato d : FTE almeno 3 persone", "value/wrong-type", "3 persone",
     "qui serve un numero in FTE", "this is a number in persone"},

    {"a truth is part of nothing", "dato d : sì/no parte di assistenti", "part/not-a-number",
     "assistenti", "'d' è una condizione (sì/no): solo un numero è parte di un altro",
     "only a number is part of another"},
    {"a truth has no parts", "dato d : FTE parte di attivo", "part/not-a-number", "attivo",
     "'attivo' è una condizione (sì/no)", "or has parts"},
    {"a part in another unit", "dato d : persone parte di assistenti", "part/other-unit",
     "assistenti", "'d' è un numero in persone e 'assistenti' è un numero in FTE",
     "a part is counted as its whole is"},
    {"a share of a number", "dato d : quota parte di n\ndato n : numero", "part/other-unit", "n",
     "'d' è una quota", "say so with a 'check … error'"},
    {"a part of itself", "dato d : FTE parte di d", "part/circle", "d", "di se stessi: d → d",
     "which holds it"},
    {"parts in a circle",
     "dato d : FTE parte di m\ndato m : FTE parte di n\n"
     "dato n : FTE parte di d",
     "part/circle", "m", "d → m → n → d | «m» qui 'd' è parte di 'm'",
     "take away one of these steps"},
    {"parts of parts of parts", kChainOfParts.c_str(), "part/too-deep", "p32", "al massimo 32",
     "at most 32"},

    {"ninety for a share", VALUE("quota", "90"), "share/two-readings", "90",
     "qui serve una quota, e '90' si può leggere 90% o 9.000% > scrivi '90%' o '9.000%'",
     "may be read as 90% or 9.000%"},
    {"one for a share", VALUE("quota", "1"), "share/two-readings", "1", "si può leggere 1% o 100%",
     "may be read as 1% or 100%"},
    {"a decimal for a share", VALUE("quota", "0,9"), "share/two-readings", "0,9",
     "si può leggere 0,9% o 90%", "write '0,9%' or '90%'"},
    {"in an English file, as it writes",
     "package a version \"1\"\nsource s \"S\"\nparameter p : share from 2021-01-01 is 0.9 verified "
     "according to s",
     "share/two-readings", "0.9", "'0.9' si può leggere 0.9% o 90%", "write '0.9%' or '90%'"},
    {"a bound of a share", "dato d : quota al massimo 1", "share/two-readings", "1",
     "si può leggere 1% o 100%", "a share is needed here"},
    {"a share over the whole", VALUE("quota", "120%"), "share/out-of-range", "120%",
     "e questa è 120%", "a share goes from 0% to 100%"},
    {"a share below nothing", VALUE("quota", "-5%"), "share/out-of-range", "-5%", "e questa è -5%",
     "and this is -5%"},
    {"an improper fraction", VALUE("quota", "3/2"), "share/out-of-range", "3/2", "e questa è 150%",
     "and this is 150%"},
    {"a ratio of nothing", VALUE("FTE/abitanti", "1 FTE ogni 0 abitanti"), "number/zero-divisor",
     "0 abitanti", "qui si divide per zero", "this divides by zero"},

    {"a truth has no least", "dato d : sì/no almeno 0", "datum/clause-not-for-type", "0",
     "'almeno' non si può dire di una condizione (sì/no)", "'at least' cannot be said of"},
    {"a word has no most", "dato d : uno di rosso, verde al massimo 3", "datum/clause-not-for-type",
     "3", "'al massimo' non si può dire di una parola", "'at most' cannot be said of a word"},
    {"a whole share", "dato d : quota intero", "datum/clause-not-for-type", "d",
     "'intero' non si può dire di una quota", "'whole' cannot be said of a share"},
    {"the least is over the most", "dato d : FTE almeno 5 al massimo 3", "datum/bounds-crossed",
     "5", "il minimo è più grande del massimo | «3» il massimo è qui", "the maximum is here"},

    {"two values for one day",
     "parametro p : FTE dal 2021-01-01 vale 1 FTE verificato secondo legge "
     "dal 2022-01-01 vale 2 FTE verificato secondo legge",
     "period/overlap", "2022-01-01",
     "il parametro 'p' ha due versioni per gli stessi giorni: dal 1 gennaio 2022 in poi | "
     "«2021-01-01» vale dal 1 gennaio 2021 in poi | «2022-01-01» vale dal 1 gennaio 2022 "
     "in poi > se il primo finisce, scrivi quando: 'al 31 dicembre 2021'",
     "has two versions for the same days: from 1 January 2022 on"},
    {"one value within another",
     "parametro p : FTE dal 2021-01-01 al 2021-12-31 vale 1 FTE verificato secondo legge "
     "dal 2021-03-01 al 2021-03-31 vale 2 FTE verificato secondo legge",
     "period/overlap", "2021-03-01 al 2021-03-31", "dal 1 marzo 2021 al 31 marzo 2021",
     "from 1 March 2021 to 31 March 2021"},
    {"two versions of a rule for one day",
     RULE "attivo\nregola r \"R\" categoria LEPS secondo legge in vigore dal 2023-01-01 requisito "
          "q: attivo",
     "period/overlap", "2023-01-01", "la regola 'r' ha due versioni", "the rule 'r' has two"},
    {"no value for some days",
     "parametro p : FTE dal 2021-01-01 al 2021-12-31 vale 1 FTE verificato secondo legge "
     "dal 2022-02-01 vale 2 FTE verificato secondo legge",
     "period/hole", "2022-02-01",
     "il parametro 'p' non ha nessuna versione dal 1 gennaio 2022 al 31 gennaio 2022",
     "has no version from 1 January 2022 to 31 January 2022"},
    {"no version of a rule for one day, in any order",
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2022-01-02 requisito q: attivo\n"
     "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 al 2021-12-31 requisito "
     "q: attivo",
     "period/hole", "2022-01-02", "la regola 'r' non ha nessuna versione il 1 gennaio 2022",
     "on 1 January 2022 | «2021-01-01 al 2021-12-31» it holds"},
    {"a parameter that begins after the rule",
     "parametro p : FTE dal 2022-07-01 vale 1 FTE verificato secondo legge\n" RULE
     "assistenti almeno p",
     "period/uncovered", "p",
     "la regola 'r' è in vigore anche dal 1 gennaio 2021 al 30 giugno 2022, quando il parametro "
     "'p' non c'è",
     "the rule 'r' is in force from 1 January 2021 to 30 June 2022 too, when the parameter 'p'"},
    {"a parameter that ends while the rule goes on",
     "parametro p : FTE dal 2021-01-01 al 2024-12-31 vale 1 FTE verificato secondo legge\n" RULE
     "assistenti almeno p",
     "period/uncovered", "p", "dal 1 gennaio 2025 in poi", "from 1 January 2025 on"},
    {"a parameter that is there in the middle only",
     "parametro p : FTE dal 2022-01-01 al 2024-12-31 vale 1 FTE verificato secondo legge\n" RULE
     "attivo beneficiari p",
     "period/uncovered", "p", "dal 1 gennaio 2021 al 31 dicembre 2021 e dal 1 gennaio 2025 in poi",
     "to 31 December 2021 and from 1 January 2025 on"},
    {"a parameter behind two amounts, in a cost",
     "parametro p : euro/FTE dal 2022-01-01 vale 1 euro/FTE verificato secondo legge\n"
     "calcolo a : euro/FTE = p\ncalcolo b : euro/FTE = 2 * a\n" RULE
     "assistenti almeno 1 FTE si colma con assistenti costo b",
     "period/uncovered", "b", "il parametro 'p' non c'è", "the parameter 'p' is not there"},
    {"a category that ends",
     "categoria POT \"Potenziamento\" dal 2021-01-01 al 2023-12-31\nregola r \"R\" categoria POT "
     "secondo legge in vigore dal 2021-01-01 requisito q: attivo",
     "period/uncovered", "POT", "dal 1 gennaio 2024 in poi, quando la categoria 'POT' non c'è",
     "the category 'POT' is not there"},

    {"a criterion twice", "ordine mio per costo, categoria, costo", "ordering/repeated-criterion",
     "costo", "questo criterio è già nell'ordine", "already in the order"},
};

// ---- levers
const Mistake kLevers[] = {
    {"a word is no lever", MORE RULE "colore pari a rosso si colma con colore", "lever/word",
     "colore", "'colore' non può essere una leva: è una parola", "'colore' cannot be a lever"},
    {"a lever elsewhere", RULE "assistenti almeno 1 FTE si colma con popolazione",
     "lever/not-in-condition", "popolazione",
     "non si può colmare con 'popolazione': non sta in nessuno dei suoi confronti | «assistenti "
     "almeno 1 FTE» il requisito è qui",
     "it stands in none of its comparisons"},
    {"a truth elsewhere", RULE "assistenti almeno 1 FTE si colma con attivo",
     "lever/not-in-condition", "attivo", "non si può colmare con 'attivo'", "cannot be closed by"},
    {"only behind a condition that is an amount",
     "calcolo c : sì/no = assistenti almeno 1 FTE\n" RULE "c si colma con assistenti",
     "lever/not-in-condition", "assistenti", "> sta in una condizione che è un calcolo",
     "write the comparison in the requirement"},
    {"squared", RULE "assistenti * assistenti almeno 4 FTE * 1 FTE si colma con assistenti",
     "lever/not-linear", "assistenti * assistenti",
     "il requisito non è lineare in 'assistenti': qui è moltiplicato per se stesso | "
     "«assistenti» la leva è qui",
     "here it is multiplied by itself"},
    {"squared by way of an amount",
     "calcolo doppio : FTE = 2 * assistenti\n" RULE
     "doppio * assistenti almeno 4 FTE * 1 FTE si colma con assistenti",
     "lever/not-linear", "doppio * assistenti", "è moltiplicato per se stesso",
     "multiplied by itself"},
    {"in a divisor",
     RULE "popolazione / assistenti al massimo 5.000 abitanti/FTE si colma con "
          "assistenti",
     "lever/not-linear", "assistenti", "qui sta in un divisore", "here it stands in a divisor"},
    {"inside max", RULE "max(assistenti; 2 FTE) almeno 3 FTE si colma con assistenti",
     "lever/not-linear", "assistenti", "qui sta dentro 'max'", "here it stands inside 'max'"},
    {"inside min, in an amount",
     "calcolo c : FTE = min(4 FTE; assistenti)\n" RULE "c almeno 3 FTE si colma con assistenti",
     "lever/not-linear", "assistenti", "qui sta dentro 'min'", "| «assistenti» the lever is here"},
    {"inside the rows of a table",
     "elenco righe \"R\" campo quanto : numero\n" RULE
     "somma(x.quanto * assistenti per ogni x in righe) almeno 3 FTE si colma con assistenti",
     "lever/not-linear", "somma(x.quanto * assistenti per ogni x in righe)",
     "qui sta dentro un elenco", "here it stands inside a table"},
    {"inside the choice of the rows",
     "elenco righe \"R\" campo quanto : FTE\n" RULE
     "somma(x.quanto per ogni x in righe dove x.quanto almeno assistenti) almeno 3 FTE si colma "
     "con assistenti",
     "lever/not-linear", "somma(x.quanto per ogni x in righe dove x.quanto almeno assistenti)",
     "qui sta dentro un elenco", "here it stands inside a table"},
    {"behind what is worked out where it is missing",
     "dato stimati : FTE se manca 2 * assistenti\n" RULE
     "stimati almeno 3 FTE si colma con assistenti",
     "lever/not-linear", "stimati", "qui sta in un 'se manca'", "in an 'if missing'"},
    {"only beside days",
     "dato firma : data\ndato attesa : giorni\n" RULE
     "firma + attesa almeno 2025-01-01 si colma con attesa",
     "lever/not-in-condition", "attesa", "sta in una condizione che è un calcolo",
     "write the comparison in the requirement"},
    {"in the condition of a number's 'se'",
     RULE "(se assistenti almeno 2 FTE allora 1 FTE altrimenti 2 FTE) almeno 2 FTE si colma con "
          "assistenti",
     "lever/not-linear", "assistenti almeno 2 FTE", "nella condizione di un 'se'",
     "in the condition of an 'if'"},
    {"in the condition of the requirement's 'se'",
     RULE "se assistenti almeno 2 FTE allora attivo altrimenti assistenti almeno 1 FTE si colma "
          "con assistenti",
     "lever/not-linear", "assistenti almeno 2 FTE", "nella condizione di un 'se'",
     "in the condition of an 'if'"},
    {"in a comparison of conditions",
     RULE "(assistenti almeno 2 FTE) pari a attivo si colma con assistenti", "lever/not-linear",
     "(assistenti almeno 2 FTE) pari a attivo", "in un confronto fra due condizioni",
     "a comparison of two conditions"},
    {"two levers for one comparison",
     RULE "assistenti almeno 1 FTE ogni 5.000 abitanti di popolazione si colma con assistenti si "
          "colma con popolazione",
     "lever/two-for-one", "popolazione",
     "due leve, 'assistenti' e 'popolazione', per lo stesso confronto | «assistenti» la prima leva "
     "è qui",
     "this is the comparison"},
    {"one lever twice",
     RULE "assistenti almeno 1 FTE si colma con assistenti si colma con assistenti",
     "name/repeated", "assistenti", "'assistenti' è già in questo elenco", "already here"},
    {"half a yes", RULE "attivo si colma con attivo a unità intere", "lever/rounding-truth",
     "attivo", "'attivo' è un sì/no", "'attivo' is a yes/no"},
    {"exactly, in whole units",
     RULE "assistenti pari a 4 FTE si colma con assistenti a unità intere", "lever/rounding-exact",
     "assistenti",
     "un numero esatto può non essere mai raggiunto | «assistenti pari a 4 FTE» qui "
     "serve il numero esatto",
     "may never be reached"},
    {"not different, in steps",
     RULE "non assistenti diverso da 4 FTE si colma con assistenti a passi di 1 FTE",
     "lever/rounding-exact", "assistenti", "mai raggiunto", "never be reached"},
    {"steps of nothing", RULE "assistenti almeno 4 FTE si colma con assistenti a passi di 0 FTE",
     "lever/step", "0 FTE", "un passo è più di 0, e questo è 0 FTE", "and this is 0 FTE"},
    {"steps backwards", RULE "assistenti almeno 4 FTE si colma con assistenti a passi di -1 FTE",
     "lever/step", "-1 FTE", "un passo è più di 0, e questo è -1 FTE", "and this is -1 FTE"},
    {"half a yes, in steps", RULE "attivo si colma con attivo a passi di 1", "lever/rounding-truth",
     "attivo", "'attivo' è un sì/no", "'attivo' is a yes/no"},
    {"costs of a truth and of a number that do not add up",
     RULE "attivo e assistenti almeno 4 FTE si colma con attivo costo 5 euro si colma con "
          "assistenti costo 2 persone/FTE",
     "lever/cost-units-differ", "2 persone/FTE", "questi sono in euro e in persone",
     "these are in euro and in persone"},
    {"a cost that is not for one unit",
     RULE "assistenti almeno 4 FTE si colma con assistenti costo 40.000 euro", "lever/cost-unit",
     "40.000 euro",
     "il costo di 'assistenti' si dice per una sua unità, per esempio in euro/FTE, e questo è un "
     "numero in euro",
     "the lever is in FTE"},
    {"a cost of a yes and no without a unit", RULE "attivo si colma con attivo costo 3.000",
     "value/wrong-type", "3.000", "serve un numero in euro, e questo è un numero senza unità",
     "a number in euro"},
    {"a cost of nothing in particular",
     RULE "assistenti almeno 4 FTE si colma con assistenti costo 1 persone ogni 2 persone",
     "lever/cost-unit", "1 persone ogni 2 persone", "per esempio in euro/FTE",
     "a number without a unit"},
    {"euro for euro of a lever that is in euro",
     "dato spesa : euro almeno 0 " RULE "spesa almeno 4 euro si colma con spesa costo 2 euro",
     "lever/cost-unit", "2 euro", "per esempio 1, senza unità: un euro per ogni euro",
     "for example 1, without a unit: a euro for each euro"},
    {"costs that do not add up",
     RULE "assistenti almeno 4 FTE si colma con assistenti costo 2 euro/FTE\n"
          "requisito s: popolazione almeno 4 abitanti si colma con popolazione costo 2 "
          "persone/abitanti",
     "lever/cost-units-differ", "2 persone/abitanti", "questi sono in euro e in persone",
     "these are in euro and in persone"},
    {"net of nothing", RULE "assistenti almeno 4 FTE si colma con assistenti al netto di 5 euro",
     "lever/net-without-cost", "5 euro", "qui manca 'costo'", "there is no 'cost' here"},
};

// ---- examples
#define EXAMPLE(given, expected) \
  RULE "assistenti almeno 2 FTE\nesempio \"e\" anno 2025 " given " attesi " expected

const Mistake kExamples[] = {
    {"a datum twice", EXAMPLE("assistenti = 1; assistenti = 2", "r soddisfatto"),
     "example/given-twice", "assistenti", "l'esempio dà 'assistenti' due volte",
     "the first time is here"},
    {"a rule expected twice", EXAMPLE("assistenti = 1", "r soddisfatto r non_soddisfatto"),
     "example/expected-twice", "r non_soddisfatto", "dice già che cosa se ne attende",
     "already says what to expect"},
    {"the gap of a rule with two requirements",
     RULE "assistenti almeno 2 FTE requisito s: attivo\nesempio \"e\" anno 2025 assistenti = 1 "
          "attesi r non_soddisfatto lacuna 1 FTE",
     "example/gap-of-which", "1 FTE", "> scrivi di quale requisito, per esempio 'r.q'",
     "'r' has several requirements"},
    {"an unknown gap is not expected", EXAMPLE("assistenti = ?", "r non_valutabile lacuna ?"),
     "example/unknown-expected", "?", "'?' si può dare, non attendere", "write its ends: '[0; 5]'"},
    {"an unknown amount is said so",
     "calcolo c : FTE = assistenti\nesempio \"e\" anno 2025 attesi c = ?",
     "example/unknown-expected", "?", "può anche essere '= non_valutabile'",
     "may also be '= undetermined'"},
    {"an amount expected twice",
     "calcolo c : FTE = assistenti\nesempio \"e\" anno 2025 attesi c = non_valutabile c = 2 FTE",
     "example/expected-twice", "c = 2 FTE", "dice già che cosa se ne attende", "already says"},
    {"a check expected twice",
     "controllo k \"K\" attivo\nesempio \"e\" anno 2025 attesi k segnala k non segnala",
     "example/expected-twice", "k non segnala", "dice già che cosa se ne attende", "already says"},
    {"a survey in another year",
     RULE "attivo\nesempio \"e\" anno 2025 data_di_rilevazione 1 gennaio 2026 attesi r "
          "non_valutabile",
     "example/survey-year", "data_di_rilevazione 1 gennaio 2026",
     "1 gennaio 2026 non è un giorno dell'anno 2025", "1 January 2026 is not a day of the year"},
    {"a survey of another year, in a third",
     RULE "attivo\nesempio \"e\" anno 2025 altro anno 2024 data_di_rilevazione 2025-01-01 attesi r "
          "non_valutabile",
     "example/survey-year", "data_di_rilevazione 2025-01-01", "non è un giorno dell'anno 2024",
     "is not a day of the year 2024"},
    {"the cost of a gap that has none", EXAMPLE("assistenti = 1", "r non_soddisfatto costo 5 euro"),
     "example/no-cost", "5 euro",
     "colmare 'r' non ha un costo > un costo si dice dopo 'si colma con'",
     "closing 'r' has no cost"},
    {"the cost of another requirement",
     RULE "assistenti almeno 2 FTE si colma con assistenti costo 9 euro/FTE requisito s: "
          "attivo\nesempio \"e\" anno 2025 attesi r.s non_valutabile costo 5 euro",
     "example/no-cost", "5 euro", "colmare 'r.s' non ha un costo", "closing 'r.s' has no cost"},
    {"a cost in another unit",
     RULE "assistenti almeno 2 FTE si colma con assistenti costo 9 euro/FTE\nesempio \"e\" anno "
          "2025 attesi r non_valutabile costo 5 FTE",
     "value/wrong-type", "5 FTE", "qui serve un numero in euro", "this is a number in FTE"},
    {"a fraction of a person", EXAMPLE("popolazione = 10,5", "r soddisfatto"), "value/not-whole",
     "10,5", "'popolazione' è un numero intero, e questo è 10,5 abitanti", "is a whole number"},
    {"thousands as the other language writes them",
     EXAMPLE("popolazione = 125,400", "r soddisfatto"), "value/not-whole", "125,400",
     "e questo è 125,4 abitanti > se sono migliaia scrivi '125.400'",
     "if these are thousands write '125.400'"},
    {"thousands at the end of a range", EXAMPLE("popolazione = [100; 130,250]", "r soddisfatto"),
     "value/not-whole", "[100; 130,250]", "se sono migliaia scrivi '130.250'",
     "if these are thousands write '130.250'"},
    {"a range with a fraction", EXAMPLE("popolazione = [10; 12,5]", "r soddisfatto"),
     "value/not-whole", "[10; 12,5]", "e questo è 12,5 abitanti", "is a whole number"},
    {"fewer than there can be", EXAMPLE("popolazione = 0", "r soddisfatto"), "value/out-of-bounds",
     "0", "'popolazione' è almeno 1 abitanti, e questo è 0 abitanti | «popolazione» è dichiarato",
     "'popolazione' is at least 1 abitanti"},
    {"more than the whole", MORE EXAMPLE("quota_a = 150%", "r soddisfatto"), "share/out-of-range",
     "150%", "e questa è 150%", "a share goes from 0% to 100%"},
    {"less than its whole", MORE EXAMPLE("quota_a = -1%", "r soddisfatto"), "share/out-of-range",
     "-1%", "e questa è -1%", "a share goes from 0% to 100%"},
    {"one for a share", MORE EXAMPLE("quota_a = 1", "r soddisfatto"), "share/two-readings", "1",
     "si può leggere 1% o 100%", "may be read as 1% or 100%"},
    {"a range from below the least", EXAMPLE("popolazione = [0; 10]", "r soddisfatto"),
     "value/out-of-bounds", "[0; 10]", "'popolazione' è almeno 1 abitanti, e questo è 0 abitanti",
     "'popolazione' is at least 1 abitanti, and this is 0"},
    {"a range to beyond the most",
     "dato x : FTE al massimo 5\n" EXAMPLE("x = [5; 5,5]", "r soddisfatto"), "value/out-of-bounds",
     "[5; 5,5]", "'x' è al massimo 5 FTE, e questo è 5,5 FTE", "'x' is at most 5 FTE"},
    {"a range that begins with a fraction", EXAMPLE("popolazione = [1,5; 3]", "r soddisfatto"),
     "value/not-whole", "[1,5; 3]", "e questo è 1,5 abitanti", "is a whole number"},
    {"more than its most", "dato x : FTE al massimo 5\n" EXAMPLE("x = 6", "r soddisfatto"),
     "value/out-of-bounds", "6", "'x' è al massimo 5 FTE, e questo è 6 FTE",
     "'x' is at most 5 FTE"},
    {"a range the wrong way round", EXAMPLE("assistenti = [3; 2]", "r soddisfatto"),
     "value/empty-range", "[3; 2]", "il primo estremo è più grande", "the first end is greater"},
    {"a range of truths", EXAMPLE("attivo = [0; 1]", "r soddisfatto"), "value/wrong-type", "[0; 1]",
     "qui serve una condizione (sì/no), e questo è un intervallo", "this is a range"},
    {"a truth for a number", EXAMPLE("assistenti = sì", "r soddisfatto"), "value/wrong-type", "sì",
     "qui serve un numero in FTE", "this is a condition (yes/no)"},
    {"a number for a truth", EXAMPLE("attivo = 1", "r soddisfatto"), "value/wrong-type", "1",
     "qui serve una condizione (sì/no)", "this is a number without a unit"},
    {"a datum in another unit", EXAMPLE("assistenti = 3 persone", "r soddisfatto"),
     "value/wrong-type", "3 persone", "qui serve un numero in FTE", "this is a number in persone"},
    {"a gap in another unit", EXAMPLE("assistenti = 1", "r non_soddisfatto lacuna 1 persone"),
     "value/wrong-type", "1 persone", "qui serve un numero in FTE", "this is a number in persone"},
    {"a truth has a count for a gap",
     RULE "attivo\nesempio \"e\" anno 2025 attivo = no attesi r non_soddisfatto lacuna 1 FTE",
     "value/wrong-type", "1 FTE", "qui serve un numero senza unità", "this is a number in FTE"},
    {"an amount in another unit",
     "calcolo c : FTE = assistenti\nesempio \"e\" anno 2025 assistenti = 1 attesi c = 1 persone",
     "value/wrong-type", "1 persone", "qui serve un numero in FTE", "in persone"},
};

template <std::size_t size>
void check_rows(const Mistake (&rows)[size], std::set<std::string>& seen) {
  for (const Mistake& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs(row.pack);
    const std::string italian = describe(packs.bag, packs.sources);
    const std::string english = describe(packs.bag, packs.sources, Language::english);
    CAPTURE(italian);
    CAPTURE(english);
    CHECK(packs.bag.all().size() == 1);
    CHECK(italian.starts_with(std::string(row.code) + " «" + row.place + "»"));
    CHECK(italian.find(row.italian) != std::string::npos);
    CHECK(english.find(row.english) != std::string::npos);
    seen.insert(row.code);
  }
}

// ---- rows, days, timetables, groups, layers
#define TABLES                                                                                     \
  "elenco righe \"Righe\" campo nome : testo chiave campo ore : ore almeno 0 campo giorno : data " \
  "campo via : sì/no\ngruppo progetto \"Progetto\"\ndato turno : orario dato patto : periodo\n"

const Mistake kRows[] = {
    {"a function of a period is given a number", TABLES "calcolo c : data = inizio(assistenti)",
     "type/expected", "assistenti", "qui serve un periodo, e questo è un numero in FTE",
     "a period is needed here"},
    {"the year before of an amount",
     "calcolo a : FTE = assistenti\n"
     "calcolo c : FTE = anno_precedente(a)",
     "type/datum-expected", "a", "qui serve un dato", "a datum is needed here"},
    {"two arguments where one goes", TABLES "calcolo c : data = inizio(patto; patto)",
     "function/arguments", "inizio(patto; patto)", "vuole 1 argomento, e qui sono 2",
     "takes 1 argument"},
    {"too many years", "calcolo c : FTE = somma(assistenti; anni 50)", "years/out-of-range", "50",
     "gli anni sono da 1 a 10", "the years are from 1 to 10"},
    {"one year too many", "calcolo c : FTE = somma(assistenti; anni 11)", "years/out-of-range",
     "11", "gli anni sono da 1 a 10", "the years are from 1 to 10"},
    {"time is not rounded",
     TABLES "calcolo c : ore = per_eccesso(somma(r.ore per ogni r in righe))",
     "number/round-uncounted", "somma(r.ore per ogni r in righe)", "questo è ",
     "cannot be rounded"},
    {"nor is a share", "dato parte : quota\ncalcolo c : quota = per_difetto(parte)",
     "number/round-uncounted", "parte", "questo è una quota, e non si arrotonda",
     "this is a share, and cannot be rounded"},
    {"nor a ratio", "calcolo c : FTE/abitanti = per_eccesso(1 FTE ogni 5.000 abitanti)",
     "number/round-uncounted", "1 FTE ogni 5.000 abitanti", "questo è ", "cannot be rounded"},
    {"the mean of a truth", "calcolo c : FTE = media(attivo; anni 2)", "type/number-expected",
     "attivo", "questo è una condizione", "this is a condition"},
    {"years of shares", "dato parte : quota\ncalcolo c : quota = somma(parte; anni 2)",
     "type/number-expected", "parte", "questo è una quota", "this is a share"},
    {"years of a truth", "calcolo c : FTE = somma(attivo; anni 2)", "type/number-expected",
     "attivo", "questo è una condizione", "this is a condition"},
    {"the year before of a field",
     TABLES "calcolo c : ore = somma(anno_precedente(r.ore) per ogni "
            "r in righe)",
     "type/datum-expected", "r.ore", "qui serve un dato", "a datum is needed here"},
    {"the year before of a table", TABLES "calcolo c : FTE = anno_precedente(righe)",
     "type/datum-expected", "righe", "qui serve un dato", "a datum is needed here"},
    {"two years before", "calcolo c : FTE = anno_precedente(assistenti; assistenti)",
     "function/arguments", "anno_precedente(assistenti; assistenti)", "vuole 1 argomento",
     "takes 1 argument"},
    {"the hours of two timetables", TABLES "calcolo c : ore = ore_settimana(turno; turno)",
     "function/arguments", "ore_settimana(turno; turno)", "vuole 1 argomento, e qui sono 2",
     "takes 1 argument"},
    {"what two timetables leave", TABLES "calcolo c : orario = complemento(turno; turno)",
     "function/arguments", "complemento(turno; turno)", "vuole 1 argomento, e qui sono 2",
     "takes 1 argument"},
    {"a number among timetables", TABLES "calcolo c : orario = unione(turno; assistenti)",
     "type/expected", "assistenti", "qui serve un orario, e questo è un numero in FTE",
     "a timetable is needed here"},
    {"a timetable where a period goes", TABLES "calcolo c : giorni = giorni_nell_anno(turno)",
     "type/expected", "turno", "qui serve un periodo, e questo è un orario",
     "a period is needed here"},
    {"no period in a row",
     TABLES "calcolo c : giorni = giorni_scoperti(r.giorno per ogni r in "
            "righe)",
     "type/expected", "r.giorno", "qui serve un periodo, e questo è una data",
     "a period is needed here"},
    {"the least of texts", TABLES "calcolo c : ore = minimo(r.nome per ogni r in righe)",
     "type/number-expected", "r.nome", "questo è un testo", "this is a text"},
    {"a day and a number in max", TABLES "calcolo c : data = max(inizio(patto); 3 giorni)",
     "type/number-expected", "inizio(patto)", "questo è una data", "this is a date"},
    {"two days are not added", TABLES "calcolo c : data = inizio(patto) + fine(patto)",
     "type/mismatch", "+", "una data e una data non possono stare insieme", "a date and a date"},
    {"a number less a day", TABLES "calcolo c : data = 3 giorni - inizio(patto)", "type/mismatch",
     "-", "non possono stare insieme", "cannot stand together"},
    {"a day and posts", TABLES "calcolo c : data = inizio(patto) + assistenti", "unit/mismatch",
     "+", "> a una data si aggiungono giorni: '120 giorni'", "days are added to a date"},
    {"a day and a truth", TABLES "calcolo c : data = inizio(patto) + attivo",
     "type/number-expected", "attivo", "questo è una condizione", "this is a condition"},
    {"texts have no order", TABLES RULE "per ogni x in righe: x.nome almeno \"a\"", "type/no-order",
     "almeno", "'almeno' confronta due numeri", "use 'equal to'"},
    {"timetables have no order", TABLES RULE "turno più di \"lun 09:00-12:00\"", "type/no-order",
     "più di", "'più di' confronta due numeri", "use 'equal to'"},
    {"a tolerance of a difference", RULE "assistenti diverso da 3 FTE tolleranza 1%",
     "tolerance/not-a-comparison", "1%", "il requisito è qui", "the requirement is here"},
    {"a tolerance of two days", TABLES RULE "inizio(patto) almeno 2025-01-01 tolleranza 1%",
     "tolerance/not-a-comparison", "1%", "un solo confronto fra numeri",
     "a single comparison of numbers"},
    {"a tolerance over the whole", RULE "assistenti almeno 3 FTE tolleranza 101%",
     "share/out-of-range", "101%", "e questa è 101%", "and this is 101%"},
    {"a bare tolerance", RULE "assistenti almeno 3 FTE tolleranza 0,1", "share/two-readings", "0,1",
     "si può leggere 0,1% o 10%", "may be read as"},
    {"a table as a value", TABLES RULE "righe almeno 3", "table/as-value", "righe",
     "'righe' è un elenco: da solo non ha un valore", "count its rows"},
    {"two keys", "elenco voci \"E\" campo a : testo chiave campo b : testo chiave",
     "table/two-keys", "b", "l'elenco 'voci' ha due chiavi", "has two keys"},
    {"a key that is a truth", "elenco voci \"E\" campo a : sì/no chiave", "table/key-type", "a",
     "una chiave è un testo o un numero", "a key is a text or a number"},
    {"the total of a cell",
     TABLES "calcolo c : ore = somma(totale(r.ore; progetto) per ogni r in "
            "righe)",
     "group/of-row", "r.ore", "e questo è di una riga", "and this is of a row"},
    {"no timetable", TABLES RULE "turno pari a \"lunedi 9-12\"", "timetable/wrong", "9",
     "orario: ", "timetable: "},
    {"a tolerance of a truth", RULE "attivo tolleranza 1%", "tolerance/not-a-comparison", "1%",
     "un solo confronto fra numeri", "a single comparison of numbers"},
    {"two rows of one key",
     TABLES EXAMPLE("righe = [(nome = \"A\"; ore = 1); (nome = \"B\"); (nome = \"A\"; ore = 2)]",
                    "r soddisfatto"),
     "data/row-twice", "\"A\"", "righe: la riga «A» c'è due volte | «\"A\"» è già qui",
     "tell them apart"},
    {"a row with a key so many times over",
     TABLES EXAMPLE("righe = [3 volte (nome = \"A\"; ore = 1)]", "r soddisfatto"), "data/row-twice",
     "\"A\"", "la riga «A» c'è due volte", "is there twice"},
    {"two rows of one number",
     "elenco voci \"E\" campo n : numero chiave\n" EXAMPLE("voci = [(n = 0,5); (n = 1/2)]",
                                                           "r soddisfatto"),
     "data/row-twice", "1/2", "voci: la riga «1/2» c'è due volte", "is there twice"},
    {"two rows of one key in another year",
     TABLES EXAMPLE("assistenti = 1 altro anno 2024 righe = [(nome = \"A\"); (nome = \"A\")]",
                    "r soddisfatto"),
     "data/row-twice", "\"A\"", "c'è due volte", "is there twice"},
    {"a text in a sum", TABLES "calcolo c : ore = somma(r.nome per ogni r in righe)",
     "type/number-expected", "r.nome", "questo è un testo", "this is a text"},
    {"another year that is the same",
     RULE "attivo\nesempio \"e\" anno 2025 attivo = sì altro anno "
          "2025 attivo = no attesi r soddisfatto",
     "example/other-year", "altro anno 2025 attivo = no", "'2025' è già l'anno dell'esempio",
     "is already the year"},
};

}  // namespace

TEST_CASE("check: each mistake gets its one message, at its place, in both languages") {
  std::set<std::string> seen;
  check_rows(kExpressions, seen);
  check_rows(kDeclarations, seen);
  check_rows(kLevers, seen);
  check_rows(kExamples, seen);
  check_rows(kRows, seen);
  seen.erase("name/repeated");   // resolve's too
  seen.erase("data/row-twice");  // of data, too
  CHECK(seen ==
        codes_beginning_with(
            {"type/",          "word/",     "unit/mismatch", "share/",         "number/",
             "value/",         "datum/",    "period/",       "ordering/",      "lever/",
             "example/",       "function/", "years/",        "table/as-value", "table/two-keys",
             "table/key-type", "group/",    "timetable/",    "tolerance/",     "part/",
             "fraction/level", "bands/",    "lookup/"}));
}

TEST_CASE("check: a mistake is said once, not again wherever it is used") {
  struct Row {
    std::string why;
    const char* pack;
    const char* code;
  };
  const Row rows[] = {
      {"an unknown unit of a datum",
       "dato d : metri\ncalcolo c : FTE = d\n" RULE "d almeno 3 FTE si colma con d\nesempio \"e\" "
       "anno 2025 d = 3 attesi r soddisfatto",
       "unit/unknown"},
      {"an amount that cannot be checked keeps its declared type",
       "calcolo c : FTE = attivo + 1 FTE\ncalcolo d : FTE = c + assistenti\n" RULE
       "d almeno 2 FTE si colma con assistenti",
       "type/number-expected"},
      {"an unknown name", RULE "ignoto almeno 3 FTE e attivo si colma con attivo costo ignoto",
       "name/unknown"},
      {"a value that does not fit leaves no hole",
       "parametro p : FTE dal 2021-01-01 al 2021-12-31 vale 1 FTE verificato secondo legge dal "
       "2022-01-01 al 2022-12-31 vale 2 persone verificato secondo legge dal 2023-01-01 vale 3 FTE "
       "verificato secondo legge\n" RULE "assistenti almeno p",
       "value/wrong-type"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    const CheckedPacks packs(row.pack);
    CAPTURE(describe(packs.bag, packs.sources));
    REQUIRE(packs.bag.all().size() == 1);
    CHECK(std::string(name(packs.bag.all().front().code)) == row.code);
  }
}

TEST_CASE("check: nothing is said of the units of an expression that was cut short") {
  for (const char* text :
       {RULE "assistenti almeno 1 000 abitanti", RULE "attivo e assistenti almeno 5 alemno",
        "calcolo c : abitanti = assistenti + 1 000 abitanti", "calcolo c : abitanti = assistenti x",
        RULE "attivo beneficiari assistenti @ 5", RULE "assistenti almeno 31 marzo"}) {
    CAPTURE(text);
    const CheckedPacks packs(text);
    CHECK(packs.bag.all().size() == 1);
  }
}

TEST_CASE("check: a condition that was cut short is not judged by what is left of it") {
  const CheckedPacks packs(RULE "assistenti alemno 5 FTE");
  CAPTURE(describe(packs.bag, packs.sources));
  CHECK(packs.bag.all().size() == 1);  // from parse/: `alemno` is no word
}

TEST_CASE("check: what a part that could not be read may have said is not missed") {
  const CheckedPacks packs(
      "parametro p : FTE dal 2021-01-01 al 2021-12-31 vale 1 FTE verificato secondo legge "
      "dal 2022-01-01 al 2022-12-31 vle 2 FTE verificato secondo legge "
      "dal 2023-01-01 vale 3 FTE verificato secondo legge\n" RULE "assistenti almeno p");
  CAPTURE(describe(packs.bag, packs.sources));
  CHECK(packs.bag.all().size() == 1);  // from parse/
}
