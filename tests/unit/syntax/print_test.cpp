// Printing and parsing again gives the same tree, in either language; printing again, the same
// text.
#include "syntax/print.hpp"
#include "syntax/print_expression.hpp"
#include "unit/syntax/describe.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <random>
#include <string>

#include "support/seed.hpp"

using namespace leps;
using namespace leps::test;

namespace {

std::string printed(const Parsed& parsed, Language language) {
  return print(parsed.program, parsed.file(), language);
}

/// The laws of printing, on one pack: the first that fails fails the test.
void check_laws(const std::string& text) {
  const Parsed once = parse_text(text);
  CHECK(codes(once.bag) == "");
  const std::string tree = describe(once.program, once.file());
  for (const Language language : {Language::italian, Language::english}) {
    const std::string canonical = printed(once, language);
    CAPTURE(canonical);
    const Parsed again = parse_text(canonical);
    CHECK(codes(again.bag) == "");
    CHECK(describe(again.program, again.file()) == tree);
    CHECK(printed(again, language) == canonical);
    const Language other = language == Language::italian ? Language::english : Language::italian;
    CHECK(printed(parse_text(printed(again, other)), language) == canonical);
  }
}

}  // namespace

TEST_CASE("print: an expression has as few parentheses as keep its tree") {
  struct Row {
    const char* written;
    const char* printed;
  };
  const Row rows[] = {
      {"((a))", "a"},
      {"(a + b) + c", "a + b + c"},
      {"a + (b + c)", "a + (b + c)"},
      {"a - (b - c)", "a - (b - c)"},
      {"(a * b) + c", "a * b + c"},
      {"(a + b) * c", "(a + b) * c"},
      {"a * (b * c)", "a * (b * c)"},
      {"(a di b) di c", "(a di b) di c"},
      {"a di (b di c)", "a di b di c"},
      {"(a * b) di c", "(a * b) di c"},
      {"-(a + b)", "-(a + b)"},
      {"-(-a)", "--a"},
      {"(-a) di b", "-a di b"},
      {"-(a di b)", "-(a di b)"},
      {"(a almeno b) pari a c", "(a almeno b) pari a c"},
      {"non (a almeno b)", "non a almeno b"},
      {"non (a e b)", "non (a e b)"},
      {"(non a) e b", "non a e b"},
      {"a e b o c", "a e b o c"},
      {"(a e b) o c", "(a e b) o c"},
      {"a o ((b e c)) o d e e1", "a o (b e c) o d e e1"},
      {"(a o b) o c", "a o b o c"},
      {"((a almeno b) e (c e d)) e e1", "a almeno b e (c e d) e e1"},
      {"a e (b o c)", "a e (b o c)"},
      {"a e (b e c)", "a e (b e c)"},
      {"(se a allora b altrimenti c) + 1", "(se a allora b altrimenti c) + 1"},
      {"1 + se a allora b altrimenti c", "1 + (se a allora b altrimenti c)"},
      {"se (a o b) allora (c) altrimenti (d)", "se a o b allora c altrimenti d"},
      {"min((a + b);c)", "min(a + b; c)"},
      {"5000 FTE", "5.000 FTE"},
      {"1234567,50", "1.234.567,50"},
      {"1/5000 FTE", "1/5.000 FTE"},
      {"9 / 10", "9 / 10"},
      {"x/7", "x / 7"},
      {"(9/10) / 2", "9/10 / 2"},
      {"12,5%", "12,5%"},
      {"2025-01-01 + 3", "1 gennaio 2025 + 3"},
      {"(per ogni o in l: a) e b", "(per ogni o in l: a) e b"},
      {"a e per ogni o in l: b o c", "a e (per ogni o in l: b o c)"},
      {"per ogni o in l dove (esiste p in m): a", "per ogni o in l dove (esiste p in m): a"},
      {"esiste o in l dove a e b: (per ogni p in m: c)",
       "esiste o in l dove a e b: per ogni p in m: c"},
      {"somma((se a allora b altrimenti c) per ogni o in l)",
       "somma((se a allora b altrimenti c) per ogni o in l)"},
      {"somma((o.a + 1) per ogni o in l dove ((b)))", "somma(o.a + 1 per ogni o in l dove b)"},
      {"minimo(o.a per ogni o in l) + min(a; b)", "minimo(o.a per ogni o in l) + min(a; b)"},
      {"massimo(o.a per ogni o in l) + max(a)", "massimo(o.a per ogni o in l) + max(a)"},
      {"totale((a + b); g) - somma(x;anni 2)", "totale(a + b; g) - somma(x; anni 2)"},
      {"media(x;anni 3) * per_eccesso((a + b))", "media(x; anni 3) * per_eccesso(a + b)"},
      {"per_difetto( a )/membri( g )", "per_difetto(a) / membri(g)"},
      {"giorni_settimana(s)", "giorni_settimana(s)"},
      {"x entro il 1° marzo dell\u2019anno", "x entro 1 marzo dell'anno"},
      {"x entro 30 giorni lavorativi da d", "x entro 30 giorni lavorativi da d"},
      {"x entro 1 mese da (d)", "x entro 1 mese da d"},
      {"x fra a e b", "x tra a e b"},
      {"(x tra (a) e b + 1) e c", "x tra a e b + 1 e c"},
      {"v tra p, (q)", "v fra p, q"},
      {"(v fra p, q) o c", "(v fra p, q) o c"},
      {"c o v fra p, q", "c o (v fra p, q)"},
      {"non (v fra p, q)", "non (v fra p, q)"},
      {"almeno 2 fra a, (b)", "almeno 2 fra a, b"},
      {"più di n tra a, (x almeno 3)", "più di n fra a, (x almeno 3)"},
      {"c e almeno 2 fra a, b", "c e (almeno 2 fra a, b)"},
      {"(livello) di (x) o  frazione", "livello di x o frazione"},
      {"a di (b di x) o frazione", "a di (b di x) o frazione"},
      {"a di b di x o frazione", "a di b di x o frazione"},
      {"tasso[ (f) ]", "tasso[f]"},
      {"a scaglioni  di (x): fino a (5) vale 1;oltre vale (2 + 1)",
       "a scaglioni di x: fino a 5 vale 1; oltre vale 2 + 1"},
      {"y + (a scaglioni di x: fino a 5 vale 1; oltre vale 2)",
       "y + (a scaglioni di x: fino a 5 vale 1; oltre vale 2)"},
      {"x entro (n) giorni  lavorativi da d", "x entro n giorni lavorativi da d"},
      {"(x entro 30 giorni da d) e b", "x entro 30 giorni da d e b"},
      {"conta(o in l dove o.data più di mai)", "conta(o in l dove o.data più di mai)"},
      {"\"Lodi\" pari a x", "\"Lodi\" pari a x"},
      {"(1 FTE ogni 5000 abitanti) di p", "1 FTE ogni 5.000 abitanti di p"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.written));
    const Parsed parsed = parse_expression(row.written);
    CHECK(codes(parsed.bag) == "");
    if (expression_of(parsed) == nullptr) continue;
    const auto& computed = std::get<ast::ComputedDecl>(parsed.file().declarations.front());
    CHECK(print_expression(parsed.program, computed.value, Language::italian) == row.printed);
    check_laws("pacchetto p versione \"1\" calcolo c : FTE = " + std::string(row.written));
  }
}

TEST_CASE("print: numbers and days are those of the language") {
  CHECK(print_digits("5000", Language::italian) == "5.000");
  CHECK(print_digits("5000", Language::english) == "5,000");
  CHECK(print_digits("999", Language::italian) == "999");
  CHECK(print_digits("1000000.50", Language::italian) == "1.000.000,50");
  CHECK(print_digits("1000000.50", Language::english) == "1,000,000.50");
  CHECK(print_digits("-1234", Language::italian) == "-1.234");
  CHECK(print_digits("1/5000", Language::english) == "1/5,000");
  CHECK(print_day(*make_day(2021, 1, 1), Language::italian) == "1 gennaio 2021");
  CHECK(print_day(*make_day(2024, 2, 29), Language::english) == "29 February 2024");
}

TEST_CASE("print: a pack that uses everything keeps its meaning") {
  check_laws(R"(/* testata
   su due righe */
pacchetto leps.tutto versione "3" nota "del pacchetto"
unità abitanti, FTE /* dentro */, anno   fonte f "F" url https://x.it nota "n1" nota "n2"
fonte g "G"
categoria A "Prima" inderogabile dal 2021-01-01 categoria B "Seconda" dal 2021-01-01 al 2022-12-31
dato d1 : FTE intero al massimo 100 almeno -0,5 FTE detenuto da "Ambito"
/* prima di d2 */ dato d2 : uno di rosso, blu "Colore" nota "n"
dato d3:quota
dato d4 : numero
parametro p : euro/anno "P" dal 2021-01-01 al 2021-12-31 vale -1.500,50 euro/anno ipotesi secondo f nota "a"
  /* la seconda */ dal 2022-01-01 vale 2.000 euro/anno secondo g, f da verificare
calcolo c : euro = a * (b - 3) /* nota al calcolo */ secondo f
regola r "R"
  in vigore dal 2021-01-01 verificato
  /* in ordine diverso */ secondo f
  categoria A
  si applica se d1 più di 0
  requisito q "Titolo": d1 almeno 5 FTE o (d3 e d4)
    /* leva */ si colma con d1 a unità intere costo 3 euro al netto di c
    si colma con d2 a passi di 0,5 FTE
  requisito s: non sì
    si applica se no
  parziale se d1 almeno 3 da verificare
  dopo t, u ipotesi
  beneficiari d1 scadenza 31 dicembre 2026 punteggio 2,5 nota "fine"
ordine ord per prima le cause, punteggio
esempio "e" anno 2025
  un_dato_dal_nome_lungo = 1.000.000; un_altro_dato_dal_nome_lungo = [1; 2] FTE; un_terzo_dato_dal_nome_lungo = ?;
  /* fra i dati */ quarto = blu
  attesi r soddisfatto /* lacuna? */ r.q non_soddisfatto lacuna 0,5 FTE c = [1; 2] euro c2 = ?
/* in fondo */
/* davvero */)");
}

TEST_CASE("print: rows, days, groups, layers and checks keep their meaning") {
  check_laws(R"(pacchetto leps.tutto versione "3" estende leps.base versione "2" nota "n"
elenco comuni "Comuni" nota "n" detenuto da "Ambito"
  /* la chiave */ campo nome : testo "Nome" chiave nota "m"
  campo errore : data campo ore:ore/settimana intero almeno 0 al massimo 168
elenco vuoto campo x : sì/no
dato data : orario se manca "lun-ven 08:00-18:00" precedenza si_oss, "Cartella sociale", "sì", "force"
dato una : FTE /* di chi */ parte di altra almeno 0 dato due : numero parte di una ipotesi intero
dato altro : periodo gruppo g "Gruppo" gruppo h "Gruppo" nota "n"
controllo k "Rapporto" errore: /* la condizione */ a almeno 1 FTE ogni 30.000 abitanti di p secondo f
controllo m "Altro" x nota "n" si applica se per ogni c in comuni: c.errore più di mai
modifica parametro p dal 1 gennaio 2025 vale 3 ipotesi secondo f nota "n" modifica parametro q
  dal 2025-01-01 al 2025-12-31 vale sì verificato secondo f
modifica requisito r.q "T": x almeno y secondo f /* da quando */ in vigore dal 2025-01-01 da verificare
  si colma con x a unità intere tolleranza 2% nota "n"
modifica regola r "Un altro titolo" requisito in_più "Un requisito": x almeno y nota "di chi" secondo f
  in vigore /* non prima */ dal 2026-01-01 requisito altro: z si colma con x
modifica regola r cessa dal 2027-01-01 /* per legge */ ipotesi secondo f nota "n" modifica requisito r.q
  secondo f, g cessa dal 1 gennaio 2027
regola r "R" categoria A secondo f in vigore dal 2021-01-01
  requisito copertura: ore_scoperte_anno(unione(a; b)) pari a 0 ore tolleranza 1/100 si colma con x
  requisito via: per ogni c in comuni dove c.nome diverso da "Lodi": esiste d in vuoto
esempio "corto" anno 2025
  l = [(a = 1); (b = "x")]; v = []; d = 2025-01-01; m = mai; t = "festivi chiuso"; p = dal 2025-10-01
  altro anno 2024 altro membro di g l = [1000 volte (a = ?)]; q = 2
  attesi r soddisfatto x = mai y = "testo" z = dal 2025-01-01 al 2025-02-01
esempio "giorni" anno 2025 /* quando */ data_di_rilevazione 2025-06-30 a = 1
  altro anno 2024 /* prima */ data_di_rilevazione 30 giugno 2024 a = 2
  altro membro di g data_di_rilevazione 2025-01-01
  attesi r parziale lacuna 1 FTE costo [1; 2] euro r.q parziale costo 5 c = non_vigente d = non_valutabile
    k segnala m non segnala
esempio "lungo" anno 2025
  prima = 1; comuni = [(nome = "Lodi"; via_fittizia = sì); /* secondo */ (nome = "Codogno"; via_fittizia = no); (nome = "Casale"; via_fittizia = ?)];
  poi = 3
  attesi r soddisfatto)");
}

namespace {

/// Numbers, days, words and rows, drawn: what may stand for the value of a datum or of a cell.
class DrawnValues {
 public:
  explicit DrawnValues(std::uint32_t seed) : random_(seed) {}

  std::string number() {
    percent_ = draw(2) == 0;
    std::string digits = one_of({"0", "7", "50", "1.250", "1.000.000", "0,5", "12,25"});
    if (draw(3) == 0) digits = '-' + digits;
    return digits + (percent_ ? "%" : "");
  }
  std::string value() {
    switch (draw(8)) {
      case 0:
        return "?";
      case 1:
        return one_of({"30 giugno 2025", "mai", "sì", "no", "rosso", "\"9/10\""});
      case 2:
        return "dal 2025-01-01 al 2025-06-30";
      case 3:
        return with_unit(number());
      default:
        return with_unit(range());
    }
  }
  std::string rows() {
    std::string text;
    for (std::size_t count = draw(4); count > 0; --count) {
      if (!text.empty()) text += "; ";
      if (draw(3) == 0) text += "2 volte ";
      const std::string first = value();
      text += "(a = " + first + "; b = " + value() + ')';
    }
    return '[' + text + ']';
  }
  std::string amount() { return draw(2) == 0 ? number() : range(); }

 private:
  std::size_t draw(std::size_t count) { return random_() % count; }
  std::string one_of(std::initializer_list<const char*> words) {
    return *(words.begin() + draw(words.size()));
  }
  std::string range() {
    const std::string low = number();
    return '[' + low + "; " + number() + ']';
  }
  // No unit behind a percentage.
  std::string with_unit(const std::string& value) {
    return value + (percent_ ? "" : one_of({"", " FTE", " ore/settimana"}));
  }

  std::mt19937 random_;
  bool percent_ = false;  // the number that was drawn last
};

}  // namespace

TEST_CASE("print: whatever an example may be given keeps its worth") {
  const std::uint32_t seed = test::seed();
  INFO("LEPS_SEED=" << seed);
  DrawnValues drawn(seed);
  for (int round = 0; round < 200; ++round) {
    std::string text = "pacchetto p versione \"1\" esempio \"e\" anno 2025 a = " + drawn.value();
    text += "; l = " + drawn.rows();
    text += " attesi r non_soddisfatto lacuna " + drawn.amount();
    text += " c = " + drawn.value();
    CAPTURE(text);
    check_laws(text);
  }
}

TEST_CASE("print: the rows of an example stand one a line where a line has no room for them") {
  const Parsed parsed = parse_text(
      "pacchetto p versione \"1\" esempio \"e\" anno 2025 a = 1; l = [(x = 1); 2 volte (x = 2)]; m "
      "= "
      "[(nome = \"Un Comune dal nome lungo\"; via_fittizia = sì); /* qui */ 1.000 volte (nome = "
      "\"Un altro Comune dal nome lungo\"; via_fittizia = no)]; b = 2 altro anno 2024 c = 3; d = 4 "
      "attesi r soddisfatto");
  CHECK(codes(parsed.bag) == "");
  CHECK(printed(parsed, Language::english) ==
        "package p version \"1\"\n\n"
        "example \"e\"\n"
        "  year 2025\n"
        "  a = 1; l = [(x = 1); 2 times (x = 2)];\n"
        "  m = [\n"
        "    (nome = \"Un Comune dal nome lungo\"; via_fittizia = yes);\n"
        "    /* qui */\n"
        "    1,000 times (nome = \"Un altro Comune dal nome lungo\"; via_fittizia = no)\n"
        "  ];\n"
        "  b = 2\n"
        "  other year 2024\n"
        "    c = 3; d = 4\n"
        "  expect\n"
        "    r met\n");
}

TEST_CASE("print: a draft stays one") {
  check_laws("pacchetto p versione \"1\" bozza estende q versione \"2\" nota \"n\" unità x");
  const Parsed parsed = parse_text("pacchetto p versione \"1\"   bozza");
  CHECK(printed(parsed, Language::italian) == "pacchetto p versione \"1\" bozza\n");
  CHECK(printed(parsed, Language::english) == "package p version \"1\" draft\n");
}

TEST_CASE("print: comments stay above what they precede") {
  const Parsed parsed = parse_text(
      "/* a */ pacchetto p versione \"1\" /* b */ unità x\n"
      "dato d : x /* c */ intero dato f : x /* d */ almeno 1 /* e */");
  CHECK(codes(parsed.bag) == "");
  CHECK(printed(parsed, Language::italian) ==
        "/* a */\n"
        "pacchetto p versione \"1\"\n\n"
        "/* b */\n"
        "unità x\n\n"
        "dato d : x\n"
        "  intero\n\n"
        "/* c */\n"
        "dato f : x\n"
        "  /* d */\n"
        "  almeno 1\n\n"
        "/* e */\n");
}

TEST_CASE("print: one declaration, the same whatever its layout and its comments") {
  const Parsed loose = parse_text(
      "pacchetto p versione \"1\"\nunità x\ndato  d:x  \"D\" /* c */\n\n intero almeno 1.000");
  const Parsed tight =
      parse_text("package p version \"1\" units x datum d : x \"D\" at least 1000 whole");
  const std::string text = print(loose.program, loose.file().declarations[1], Language::italian);
  CHECK(text == "dato d : x \"D\"\n  almeno 1.000  intero\n");
  CHECK(print(tight.program, tight.file().declarations[1], Language::italian) == text);
}
