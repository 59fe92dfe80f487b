// The page of method: how verdicts, gaps and priorities come about, what the words of confidence
// mean, and exactly which rules were followed.
#include "report/html_method.hpp"

#include "html/rules_used.hpp"
#include "report/html_page.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports::pages {
namespace {

Node entry(Node parent, Voice say, const std::string& title) {
  Node box = add(parent, "div", "voce");
  say.heading(box, 2, title);
  return box;
}

void entry(Node parent, Voice say, const std::string& title, const std::string& paragraph) {
  add_text(entry(parent, say, title), "p", paragraph);
}

void verdicts(Node parent, Voice say) {
  struct Row {
    Verdict verdict;
    const char *it, *en;
  };
  constexpr Row kRows[] = {
      {Verdict::soddisfatto, "ogni requisito che si applica è rispettato.",
       "every requirement that applies holds."},
      {Verdict::parziale, "un requisito manca, ma la soglia intermedia della regola c'è.",
       "a requirement fails, but the rule's intermediate threshold is there."},
      {Verdict::non_soddisfatto, "almeno un requisito manca.", "at least one requirement fails."},
      {Verdict::non_valutabile,
       "i dati che mancano potrebbero dare più di un verdetto: la scheda dice quali e che cosa "
       "decide.",
       "the missing data could give more than one verdict: the card says which, and what decides."},
      {Verdict::non_applicabile, "la condizione per applicarla è certamente falsa.",
       "its condition for applying is certainly false."},
      {Verdict::non_vigente, "alla data dei dati la regola non è in vigore.",
       "on the day of the data the rule is not in force."},
  };
  Node list = add(entry(parent, say, say("I sei verdetti", "The six verdicts")), "ul");
  for (const Row& row : kRows) {
    Node item = add(list, "li");
    verdict_shape(add(item, "span", verdict_class(row.verdict).c_str()), row.verdict);
    Node sentence = add(item, "span");
    add_text(sentence, "strong", verdict_word(row.verdict, say.language));
    text(sentence, ": " + say(row.it, row.en));
  }
}

void how_to_read(Node parent, const Report& report, Voice say) {
  Node columns = add(parent, "div", "colonne");
  verdicts(columns, say);
  entry(
      columns, say, say("Dati che mancano", "Missing data"),
      say("Un dato che manca non vale mai zero. Si calcola con tutto ciò che potrebbe valere: se "
          "il "
          "verdetto è lo stesso in ogni caso, è certo; altrimenti la regola è non valutabile.",
          "A missing datum is never zero. Everything that it could be is reckoned with: where the "
          "verdict is the same in every case it is certain; otherwise the rule cannot be judged."));
  entry(columns, say, say("La lacuna", "The gap"),
        say("È la distanza dal livello, nell'unità della norma: applicata ai dati, la regola è "
            "rispettata; una qualsiasi quantità minore non basta. Dove un dato non è certo, è un "
            "intervallo, dal meno al più che potrebbe essere.",
            "It is the distance from the level, in the unit of the law: applied to the data, the "
            "rule "
            "holds; anything less is not enough. Where a datum is not certain it is an interval, "
            "from "
            "the least to the most that it could be."));
  Node bars = entry(columns, say, say("La barra", "The bar"));
  gap_bar(bars, {Bound(Rational(1, 4)), Bound(Rational(1, 2))},
          say("Esempio: raggiunto tra il 50% e il 75%", "Example: reached between 50% and 75%"));
  add_text(
      bars, "p",
      say("È lunga quanto il livello. Piena: ciò che c'è di certo. Tratteggiata: ciò che potrebbe "
          "esserci, secondo i dati che mancano. Vuota: ciò che manca di certo.",
          "It is as long as the level. Solid: what is certainly there. Hatched: what may be, "
          "depending on missing data. Empty: what is certainly lacking."));
  std::string order = say("per lacuna relativa", "by relative gap");
  if (report.ordering) {
    const typed::Ordering& ordering = report.rulebook->typed.orderings[*report.ordering];
    std::vector<std::string> words;
    for (const typed::Criterion criterion : ordering.criteria) {
      words.emplace_back(criterion_word(criterion, say.language));
    }
    order =
        say("secondo «", "by «") + plain(ordering.name) + "»: " + join_words(words, say.language);
  }
  entry(
      columns, say, say("Le priorità", "Priorities"),
      say("Le regole da affrontare stanno in ordine ", "What is to be done is ordered ") + order +
          say(". Conta il primo criterio che distingue due regole. A pari categoria, ciò che "
              "certamente manca viene prima di ciò che non si sa ancora; la lacuna relativa è la "
              "distanza in proporzione al livello, e conta per la parte certa. Con «prima le "
              "cause» ciò che blocca un'altra regola le sta davanti. Alla pari resta l'ordine dei "
              "pacchetti. Il perché di ogni posto, e i dati che possono cambiarlo, sono nella "
              "scheda.",
              ". The first criterion that tells two rules apart counts. Within a category, what "
              "is certainly lacking comes before what is not known yet; the relative gap is the "
              "distance in proportion to the level, and counts for what is certain of it. With "
              "«causes first», what blocks another rule stands before it. What is on a par keeps "
              "the order of the packs. The card says why for every place, and which data may "
              "change it."));
  entry(
      columns, say, say("Quanto è certo un numero", "How sure a number is"),
      say("Verificato: letto nella norma. Da verificare: noto, ma non ancora riscontrato sul "
          "testo. "
          "Ipotesi: scelta di modello, non viene da una norma; si può cambiare nel pacchetto. Un "
          "risultato che poggia su un'ipotesi lo dice.",
          "Verified: read in the law. To be verified: known, but not yet checked against the text. "
          "Assumption: a modelling choice that no law gives; it can be changed in the pack. A "
          "result "
          "that rests on an assumption says so."));
  entry(columns, say, say("Arrotondamenti", "Rounding"),
        say("I conti sono esatti, in frazioni; si arrotonda solo qui, per leggere. «Circa» e ≈ "
            "segnano "
            "i numeri arrotondati.",
            "All arithmetic is exact, in fractions; numbers are rounded only here, to be read. "
            "«About» "
            "and ≈ mark quantities that were rounded; percentages always are, to one decimal."));
}

void findings(Node parent, const Report& report, Voice say) {
  if (report.diagnostics.empty()) return;
  say.heading(parent, 2, say("Avvisi sui dati e sulle regole", "Findings about data and rules"));
  std::vector<std::string> items;
  for (const Diagnostic& diagnostic : report.diagnostics.all()) {
    std::string place = plain(diagnostic.path);
    if (diagnostic.where) place = place_of(*diagnostic.where, report.sources);
    items.push_back((place.empty() ? "" : place + ": ") +
                    plain(diagnostic.message.in(say.language)) + " [" +
                    std::string(name(diagnostic.code)) + "]");
  }
  add_items(parent, items);
}

}  // namespace

void add_method(Node parent, const Report& report, Voice say) {
  Node section = add(parent, "section", "metodo");
  attribute(section, "id", "metodo");
  say.heading(section, 1, say("Come leggere questo rapporto", "How to read this report"));
  how_to_read(section, report, say);
  findings(section, report, say);
  add_rules_used(section, *report.rulebook, say);
}

}  // namespace leps::inline reports::pages
