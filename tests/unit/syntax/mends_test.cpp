// What a mistake in the writing carries to be mended: the text that comes of it, and whether
// nothing else can have been meant.
#include "diagnostics/apply_replacements.hpp"
#include "unit/syntax/messages.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace leps;
using namespace leps::test;

namespace {

struct MendRow {
  std::string before, wrong;  // what is there before the line with the mistake, and the line
  std::string mended;         // the line
  bool certain;
};

/// Of the first finding that carries one.
const Replacement* replacement_in(const Parsed& parsed) {
  for (const Diagnostic& found : parsed.bag.all()) {
    if (found.replacement) return &*found.replacement;
  }
  return nullptr;
}

void check_mends(const std::vector<MendRow>& rows) {
  for (const MendRow& row : rows) {
    CAPTURE(row.wrong);
    const std::string text = row.before + row.wrong + "\n";
    const Parsed parsed = parse_text(text);
    const Replacement* with = replacement_in(parsed);
    CHECK(with != nullptr);
    if (with == nullptr) continue;
    CHECK(replaced(text, {*with}) == row.before + row.mended + "\n");
    CHECK(with->certain == row.certain);
    if (!row.certain) continue;
    CHECK(parse_text(replaced(text, {*with})).bag.empty());  // rows have no other mistake
  }
}

void check_none(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    CAPTURE(text);
    const Parsed parsed = parse_text(text);
    CHECK_FALSE(parsed.bag.empty());
    CHECK(replacement_in(parsed) == nullptr);
  }
}

const std::string kRequirement = kRule + "requisito q: ";
const std::string kEnglishRule =
    "package p version \"1\"\n"
    "rule r \"R\" category A according to f in force from 2021-01-01\nrequirement q: ";
const std::string kExpecting = kExample + "attesi ";

}  // namespace

TEST_CASE("mends: words of every day with one meaning") {
  check_mends({
      {kRequirement, "a superiore a b", "a più di b", true},
      {kRequirement, "a superiore all'80%", "a più di 80%", true},
      {kRequirement, "a non è superiore al b", "a al massimo b", true},
      {kRequirement, "a è b", "a pari a b", true},
      {kRequirement, "a piu di b", "a più di b", true},
      {kRequirement, "80% delle richieste almeno 3", "80% di richieste almeno 3", true},
      {kRequirement, "a ed b", "a e b", true},
      {kRequirement, "a è compreso tra 1 e 5", "a tra 1 e 5", true},
      {kRequirement, "almeno 2 di a, b", "almeno 2 fra a, b", true},
      {kRequirement, "a oppure b", "a o b", true},
      {kRequirement, "a almeno il b", "a almeno b", true},
      {kRequirement, "a diviso b almeno 3", "a / b almeno 3", true},
      {kEnglishRule, "a is greater than the b", "a more than b", true},
      {kRule, "requisito q: a\nsi applica quando b", "requisito q: a\nsi applica se b", true},
      {kRule, "requisito q: a\nsi applica b", "requisito q: a\nsi applica se b", true},
      {kExpecting, "r non soddisfatto", "r non_soddisfatto", true},
      {kExpecting, "r = soddisfatto", "r soddisfatto", true},
      {kPackage + "calcolo dovuto : x = a\n" + kExpecting.substr(kPackage.size()),
       "dovuto = soddisfatto", "dovuto soddisfatto", false},
      {kExpecting, "r insoddisfatto", "r non_soddisfatto", true},
      {kRequirement, "d entro e non oltre il 31 marzo dell'anno", "d entro il 31 marzo dell'anno",
       true},
      {kRequirement, "a almeno 10 per cento di b", "a almeno 10% di b", true},
      {kExample, "altro membro g a = 3 attesi r soddisfatto",
       "altro membro di g a = 3 attesi r soddisfatto", true},
  });
}

TEST_CASE("mends: words that may mean something else are left to their author") {
  check_mends({
      {kRequirement, "a per b almeno 3", "a * b almeno 3", false},
      {kRequirement, "a ovvero b", "a o b", false},
      {kRequirement, "a ma b", "a e b", false},
      {kRequirement, "a fino a b", "a al massimo b", false},
      {kRequirement, "posti della rete almeno 3", "posti di rete almeno 3", false},
      // Which of the two joins first nobody says in words.
      {kRequirement, "a o b e anche c", "a o b e c", false},
      {kRequirement, "a e anche b o c", "a e b o c", false},
      {kRequirement, "a + b diviso c almeno 3", "a + b / c almeno 3", false},
      {kRequirement, "a diviso b + c almeno 3", "a / b + c almeno 3", false},
      {kRule, "requisito i: i.q almeno 3\nrequisito q: a almeno i b",
       "requisito i: i.q almeno 3\nrequisito q: a almeno b", false},
      {kEnglishRule, "a over b", "a more than b", false},
      {kEnglishRule, "a provided b", "a and b", false},
  });
}

TEST_CASE("mends: signs of other languages") {
  check_mends({
      {kRequirement, "a >= b", "a almeno b", true},
      {kRequirement, "a>=b", "a almeno b", true},
      {kRequirement, "(a)≤(b)", "(a) al massimo(b)", true},
      {kRequirement, "a == b", "a pari a b", true},
      {kRequirement, "a = b", "a pari a b", true},
      {kRequirement, "a && b", "a e b", true},
      {kRequirement, "a||b", "a o b", true},
      {kRequirement, "a×b almeno 3", "a*b almeno 3", true},
      {kRequirement, "a÷b almeno 3", "a / b almeno 3", true},
      {kRequirement, "a − b almeno 3", "a - b almeno 3", true},
      {kEnglishRule, "a <> b", "a different from b", true},
      {kRequirement, "a almeno 90 %", "a almeno 90%", true},
      {kRequirement, "a almeno 3;", "a almeno 3", true},
      {kRequirement, "a almeno 3.", "a almeno 3", true},
      {kRequirement, "max(a, b) almeno 3", "max(a; b) almeno 3", true},
      {kRequirement + "a\n", "# perché no", "/* perché no */", true},
      {kRequirement + "a\n", "  // perché no", "  /* perché no */", true},
      {kRequirement, "a almeno b # perché", "a almeno b /* perché */", true},
      {kRequirement, "a => b", "a almeno b", false},  // from a follows b?
      {kRule, "requisito q: a\nsolo se b", "requisito q: a\nsi applica se b", false},
      {kRequirement, "a – b almeno 3", "a - b almeno 3", false},
      {kRequirement, "a almeno 3 = b", "a almeno 3 pari a b", false},
      {kRequirement, "max(1, 5) almeno a", "max(1; 5) almeno a", false},
      {kRequirement, "a almeno 7 // 2", "a almeno 7 /* 2 */", false},
  });
}

TEST_CASE("mends: letters, accents, capitals, characters that nobody sees") {
  check_mends({
      {kRule, "Requisito q: a", "requisito q: a", true},
      {kRule, "REQUISITO q: a", "requisito q: a", true},
      {kRequirement, "a Almeno b", "a almeno b", true},
      {kRequirement, "SOMMA(a; anni 2) almeno b", "somma(a; anni 2) almeno b", true},
      {kPackage, "unita' FTE", "unità FTE", true},
      {kPackage, "unita\u0300 FTE", "unità FTE", true},
      {kRequirement, "citta\u0300 almeno b", "città almeno b", true},
      {kRequirement, "a pari a si", "a pari a sì", true},
      {kRequirement, "popo\u200Blazione almeno b", "popolazione almeno b", true},
      {kRule, "requirement q: a", "requisito q: a", true},
      {kRequirement, "sum(a; anni 2) almeno b", "somma(a; anni 2) almeno b", true},
      {kPackage, "fonte s “La fonte”", "fonte s \"La fonte\"", true},
      {kPackage, "fonte s «La fonte»", "fonte s \"La fonte\"", true},
      {kPackage, "fonte s \"La fonte”", "fonte s \"La fonte\"", true},
      {kPackage, "fonte s ‘La fonte’", "fonte s \"La fonte\"", true},
      {kPackage, "dato d : uno di \"a\", \"b\"", "dato d : uno di a, b", true},
      // near, and no more
      {kRule, "requisit q: a", "requisito q: a", false},
      {kRequirement, "sonma(a; anni 2) almeno b", "somma(a; anni 2) almeno b", false},
      {kRequirement, "a almen b", "a almeno b", false},
      {kPackage, "fonte s ‘L’ora’", "fonte s \"L\" ora’", false},
      {kPackage, "dato d : uno di \"a b\", \"c\"", "dato d : uno di a_b, c", false},
      {kPackage, "dato d : \"Titolo\"", "dato d : uno di Titolo", false},
      {kPackage, "dato posti letto : numero", "dato posti_letto : numero", false},
      {kPackage, "dato posti-letto : numero", "dato posti_letto : numero", false},
  });
}

TEST_CASE("mends: numbers, of which many can be read in two ways") {
  check_mends({
      {kRequirement, "a almeno 1 000", "a almeno 1.000", true},
      {kRequirement, "a almeno 12 500,5", "a almeno 12.500,5", true},
      {kRequirement, "posti almeno 3posti", "posti almeno 3 posti", true},
      {kPackage, "parametro p : x dal 1gennaio 2025 vale 3 verificato secondo f",
       "parametro p : x dal 1 gennaio 2025 vale 3 verificato secondo f", true},
      {kExample, "a = 50 000; b = 3 attesi r soddisfatto", "a = 50.000; b = 3 attesi r soddisfatto",
       true},
      {kExample, "a = n.d. attesi r soddisfatto", "a = ? attesi r soddisfatto", true},
      {kExample, "a = 3 b = 4 attesi r soddisfatto", "a = 3; b = 4 attesi r soddisfatto", true},
      {kExample, "a = 3; attesi r soddisfatto", "a = 3 attesi r soddisfatto", true},
      {kExample, "a = 3 r soddisfatto", "a = 3 attesi r soddisfatto", true},
      {kRequirement, "a almeno 2025 300", "a almeno 2025.300", false},
      {kRequirement, "a almeno 1 00", "a almeno 1.00", false},
      {kRequirement, "max(5 100; 3) almeno a", "max(5.100; 3) almeno a", false},
      {kExample, "a = [5 100] attesi r soddisfatto", "a = [5.100] attesi r soddisfatto", false},
      {kExample, "a = [- 5 100] attesi r soddisfatto", "a = [- 5.100] attesi r soddisfatto", false},
      {kRequirement, "a almeno 5k", "a almeno 5.000", false},
      {kRequirement, "a almeno 1e3", "a almeno 1 e3", false},
      {kRequirement, "a almeno 05", "a almeno 5", false},
      {kRequirement, "a almeno 00", "a almeno 0", false},
  });
  check_none({kRequirement + "a almeno 40,000", kRequirement + "a almeno 1.5",
              kRequirement + "a almeno 1.00", kPackage + "parametro p : x dal 1 gennaio"});
}

TEST_CASE("mends: days in figures, which the language of the file tells apart") {
  const std::string behind = " vale 5 ipotesi secondo f", dated = "parametro p : x dal ";
  const std::string kEnglishPackage = "package p version \"1\"\n",
                    dated_en = "parameter p : x from ", after = " is 5 assumption according to f";
  check_mends({
      {kPackage, dated + "3/4/2021" + behind, dated + "3 aprile 2021" + behind, true},
      {kPackage, dated + "03.04.2021" + behind, dated + "3 aprile 2021" + behind, true},
      {kPackage, dated + "2021-4-3" + behind, dated + "3 aprile 2021" + behind, true},
      {kEnglishPackage, dated_en + "2021/4/3" + after, dated_en + "3 April 2021" + after, true},
      {kEnglishPackage, dated_en + "13/4/2021" + after, dated_en + "13 April 2021" + after, true},
      {kEnglishPackage, dated_en + "4/13/2021" + after, dated_en + "13 April 2021" + after, true},
      {kEnglishPackage, dated_en + "3/4/2021" + after, dated_en + "3 April 2021" + after, false},
  });
  check_mends({
      {kRequirement, "d almeno 3/04/2021", "d almeno 3 aprile 2021", true},
      {kRequirement, "d almeno 3/4/2021", "d almeno 3 aprile 2021", true},
      {kRequirement, "d almeno 3.4.2021 e b", "d almeno 3 aprile 2021 e b", true},
      {kExample, "d = 3/4/2021 attesi r soddisfatto", "d = 3 aprile 2021 attesi r soddisfatto",
       true},
  });
  check_none({kPackage + dated + "3/4/21" + behind, kPackage + dated + "30/2/2021" + behind,
              kPackage + dated + "3/4-2021" + behind, kPackage + dated + "3/2021" + behind,
              kPackage + dated + "3/4/2021." + behind});
}

TEST_CASE("mends: a colon that is missing, an address in quotes") {
  check_mends({
      {kRule, "requisito q \"Titolo\" a almeno b", "requisito q \"Titolo\": a almeno b", true},
      {kRule, "requisito q \"Titolo\"\n  3 al massimo b",
       "requisito q \"Titolo\":\n  3 al massimo b", true},
      {kRule, "requisito q \"Titolo\" non a", "requisito q \"Titolo\": non a", false},
      {kPackage, "fonte s \"S\" url \"https://x.it/a\"", "fonte s \"S\" url https://x.it/a", true},
      {kPackage, "fonte s \"S\" urn \"urn:nir:stato\"", "fonte s \"S\" urn urn:nir:stato", true},
  });
  check_none({kPackage + "fonte s \"S\" url \"ftp://x.it\""});
}

TEST_CASE("mends: a form that is shown whole is a proposal") {
  check_mends({
      {kRequirement, "a almeno 3 e al massimo 5", "a almeno 3 e a al massimo 5", false},
      {kRequirement, "a pari a x, y", "a fra x, y", false},
      {kRequirement, "adesione non", "non adesione", false},
      {kPackage + "elenco comuni \"C\" campo posti : numero\n",
       "calcolo c : x = somma(comuni.posti)", "calcolo c : x = somma(r.posti per ogni r in comuni)",
       false},
      {kRequirement, "conta(comuni) almeno 3", "conta(r in comuni) almeno 3", false},
      {kRequirement, "per ogni comuni: posti almeno 3", "per ogni r in comuni: r.posti almeno 3",
       false},
  });
}

TEST_CASE("mends: a comment within what would be written is not lost") {
  check_none(
      {kRequirement + "a superiore /* perché */ a b", kPackage + "fonte s «La /* mia */ fonte»"});
  check_mends({{kRequirement, "a almeno il /* perché */ b", "a almeno  /* perché */ b", true},
               {kRequirement, "a superiore\u00A0a b", "a più di b", true}});
}

TEST_CASE("mends: the words of the other language, where the file is in its own") {
  const Parsed italian = parse_text("pacchetto p versione \"1\"\nsource s \"S\"\n");
  REQUIRE(replacement_in(italian) != nullptr);
  CHECK(replacement_in(italian)->certain == false);  // one block of each
  const Parsed first_is_wrong = parse_text(
      "package p versione \"1\"\nfonte s \"S\"\ncategoria A \"A\"\ndato d : numero almeno 1.000\n");
  for (const Diagnostic& found : first_is_wrong.bag.all()) {
    // 1.000 would be one.
    if (found.replacement) CHECK_FALSE(found.replacement->certain);
  }
}
