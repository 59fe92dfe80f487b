// The first page of an Ambito: how many levels are met, which are not, what it would take, what to
// do first and why, what to ask and of whom.
#include "report/html_first_page.hpp"

#include "explain/verdict_sentence.hpp"
#include "report/html_page.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <span>

namespace leps::inline reports::pages {
namespace {

// What fits on a page; the cards have the rest.
constexpr std::size_t kFirstSteps = 4;
constexpr std::size_t kFirstAsked = 3;
constexpr std::size_t kFirstNeeds = 6;

class FirstPage {
 public:
  FirstPage(const AmbitoPage& page, std::size_t ambito, Voice say)
      : page_(page), ambito_(ambito), say_(say) {}

  void operator()(Node parent) {
    Node section = add(parent, "section", "prima");
    header(section);
    warnings(section);
    add_text(section, "p", lead_sentence(page_, say_.language), "lead");
    counts(section);
    row_of_shapes(section);
    Node columns = add(section, "div", "due");
    Node left = add(columns, "div", "pila");
    where_to_begin(left);
    what_is_not_known(left);
    Node right = add(columns, "div", "pila");
    what_it_takes(right);
    met_and_unmet(right);
  }

 private:
  void header(Node section) {
    const FactTable& facts = *page_.facts;
    Node header = add(section, "header");
    add_text(
        header, "p",
        say_("Livelli essenziali delle prestazioni sociali", "Essential levels of social services"),
        "occhiello");
    say_.heading(header, 0, page_.name + ", " + std::to_string(facts.year));
    std::string below = say_("Dati al ", "Data as of ") + page_.survey;
    if (!facts.region.empty()) below += " · " + plain(facts.region);
    for (const TerritoryLink& link : facts.territory) {
      if (link.period && !link.period->contains(facts.survey_date)) continue;
      std::string label = plain(link.kind);
      std::replace(label.begin(), label.end(), '_', ' ');
      below += " · " + label + ": " + plain(link.name);
    }
    add_text(header, "p", below, "sotto");
    if (!facts.note.empty()) add_text(header, "p", plain(facts.note), "sotto");
  }

  void warning(Node section, const std::string& word, const std::string& sentence) {
    Node box = add(section, "div", "avviso");
    attribute(box, "role", "note");
    Node paragraph = add(box, "p");
    add_text(paragraph, "strong", word);
    text(paragraph, " " + sentence);
  }

  void warnings(Node section) {
    if (page_.facts->synthetic) {
      warning(
          section, say_("DATI SINTETICI.", "SYNTHETIC DATA."),
          say_("Sono inventati, per prova: questi verdetti non dicono nulla di nessun Ambito vero.",
               "They are invented, for trial: these verdicts say nothing of any real Ambito."));
    }
    if (page_.facts->forecast) {
      warning(section, say_("PREVISIONE.", "FORECAST."),
              say_("I dati sono una previsione: i verdetti non sono definitivi.",
                   "The data are a forecast: the verdicts are not final."));
    }
    doubts(section);
    if (std::any_of(page_.rules.begin(), page_.rules.end(),
                    [](const Explanation& rule) { return rule.draft; })) {
      warning(section, say_("BOZZA.", "DRAFT."),
              say_("Le regole segnate BOZZA non sono ancora norma: i loro verdetti non servono a "
                   "decidere.",
                   "The rules marked DRAFT are not law yet: their verdicts are not for deciding."));
    }
  }

  // Before any verdict: a number that is wrong by a factor makes them all wrong.
  void doubts(Node section) {
    if (page_.doubts.empty()) return;
    Node box = add(section, "div", "avviso insolito");
    attribute(box, "role", "note");
    Node paragraph = add(box, "p");
    add_text(paragraph, "strong", say_("DATI INSOLITI.", "ODD DATA."));
    text(paragraph, " " + doubts_sentence(page_, say_.language));
    Node list = add(box, "ol", "righe");
    for (const PageDoubt& each : page_.doubts) {
      Node item = add_text(list, "li", doubt_sentence(each.doubt, say_.language));
      Node after = add(item, "span", "da");
      if (each.rules.empty() && each.amounts.empty()) {
        text(after, capitalized(touched_sentence(page_, each, say_.language)) + ".");
        continue;
      }
      text(after, say_("Vi poggia: ", "Rests on it: "));
      bool first = true;
      const auto next = [&] {
        if (!first) text(after, ", ");
        first = false;
      };
      for (const std::size_t place : each.rules) {
        next();
        link_in(after, rule_id(ambito_, place), page_.rules[place].title);
      }
      for (const std::size_t place : each.amounts) {
        next();
        const ExplainedAmount& amount = page_.amounts[place];
        text(after, amount.title.empty() ? amount.name : amount.title);
      }
    }
  }

  void counts(Node section) {
    Node list = add(section, "ul", "conti");
    for (const Verdict verdict : {Verdict::soddisfatto, Verdict::parziale, Verdict::non_soddisfatto,
                                  Verdict::non_valutabile}) {
      const std::size_t count = page_.count(verdict);
      Node item = add(list, "li", verdict_class(verdict).c_str());
      verdict_shape(item, verdict);
      add_text(item, "span", std::to_string(count), "numero");
      text(item, " ");
      add_text(item, "span", verdict_word(verdict, say_.language), "parola");
      const auto mark = [&](const char* css_class, const std::string& word, auto is) {
        const std::vector<std::size_t> places = page_.with(verdict);
        const auto marked = std::count_if(places.begin(), places.end(), [&](std::size_t place) {
          return is(page_.rules[place]);
        });
        if (marked == 0) return;
        text(item, " ");
        add_text(item, "span", std::to_string(marked) + " " + word, css_class);
      };
      mark("etichetta insolito", say_("in dubbio", "in doubt"),
           [](const Explanation& rule) { return !rule.doubts.empty(); });
      mark("etichetta bozza", std::string(draft_word(say_.language)),
           [](const Explanation& rule) { return rule.draft; });
    }
  }

  // One shape for each rule, in the order of the packs: the Ambito at a glance.
  void row_of_shapes(Node section) {
    Node list = add(section, "ul", "fila");
    for (std::size_t i = 0; i < page_.rules.size(); ++i) {
      const Explanation& rule = page_.rules[i];
      Node item = add(list, "li", verdict_class(rule.verdict).c_str());
      Node link = add(item, "a");
      attribute(link, "href", "#" + rule_id(ambito_, i));
      const std::string label = rule.title + ": " + verdict_in_full(rule, say_.language);
      attribute(link, "title", label);
      attribute(link, "aria-label", label);
      verdict_shape(link, rule.verdict);
    }
    std::string note = say_("Ogni segno è una regola, nell'ordine dei pacchetti.",
                            "Each mark is a rule, in the order of the packs.");
    const std::size_t na = page_.count(Verdict::non_applicabile);
    const std::size_t later = page_.count(Verdict::non_vigente);
    if (na > 0) {
      note += " " + std::to_string(na) +
              (na == 1 ? say_(" qui non si applica.", " does not apply here.")
                       : say_(" qui non si applicano.", " do not apply here."));
    }
    if (later > 0) {
      note += " " + std::to_string(later) +
              (later == 1 ? say_(" non è in vigore.", " is not in force.")
                          : say_(" non sono in vigore.", " are not in force."));
    }
    add_text(section, "p", note, "fila-nota");
  }

  Node sheet(Node parent, const std::string& title, const char* css_class = "foglio") {
    Node sheet = add(parent, "section", css_class);
    say_.heading(sheet, 1, title, "capo-foglio");
    return sheet;
  }

  void where_to_begin(Node parent) {
    Node box = sheet(parent, say_("Da dove cominciare", "Where to begin"), "foglio scuro");
    if (page_.ranked.empty()) {
      add_text(box, "p",
               say_("Niente da fare: ogni livello che lo riguarda è raggiunto.",
                    "Nothing to do: every level that concerns it is met."));
      return;
    }
    Node steps = add(box, "ol", "passi");
    const std::size_t shown = std::min(kFirstSteps, page_.ranked.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const std::size_t place = page_.ranked[i];
      const Explanation& rule = page_.rules[place];
      Node item = add(steps, "li");
      Node title = add(item, "span", "titolo");
      link_in(title, rule_id(ambito_, place), rule.title);
      add_marks(title, rule.draft, rule.doubts, say_);
      const std::string gap = what_lacks(rule);
      if (!gap.empty()) add_text(item, "span", gap, "quanto");
      add_text(item, "span", capitalized(rule.rank_reason) + ".", "perche");
    }
    if (shown < page_.ranked.size()) {
      const std::size_t left = page_.ranked.size() - shown;
      add_text(box, "p",
               left == 1 ? say_("Poi ne resta un'altra, nella sua scheda.",
                                "Then one more is left, on its card.")
                         : say_("Poi ne restano altre ", "Then ") + std::to_string(left) +
                               say_(", in ordine nelle schede.",
                                    " more are left, in order on the cards."));
    }
  }

  std::string what_lacks(const Explanation& rule) const {
    if (rule.verdict == Verdict::non_valutabile) {
      std::vector<std::string> labels;
      for (const UsedDatum& datum : rule.data) {
        if (datum.deciding) {
          labels.push_back(datum.label() + for_which_rows(datum, say_.language));
        }
      }
      if (labels.empty()) return {};
      return say_("Serve sapere: ", "To be known: ") + join_words(labels, say_.language) + ".";
    }
    return rule.gap_short.empty() ? std::string()
                                  : say_("Lacuna: ", "Gap: ") + rule.gap_short + ".";
  }

  void what_it_takes(Node parent) {
    Node box = sheet(parent, say_("Che cosa servirebbe", "What it would take"), "foglio secondo");
    if (page_.needs.empty() && page_.activations.empty()) {
      add_text(box, "p",
               page_.count(Verdict::non_valutabile) > 0
                   ? say_("Con i dati che ci sono non si può ancora dire.",
                          "The data at hand cannot tell yet.")
                   : say_("Niente.", "Nothing."));
      return;
    }
    Node list = add(box, "ul", "serve");
    const std::size_t shown = std::min(kFirstNeeds, page_.needs.size());
    for (std::size_t i = 0; i < shown; ++i) need(add(list, "li"), page_.needs[i]);
    if (shown < page_.needs.size()) {
      add_text(add(list, "li"), "span",
               say_("e altre ", "and ") + std::to_string(page_.needs.size() - shown) +
                   say_(" voci, nelle schede", " more items, on the cards"),
               "che");
    }
    if (!page_.activations.empty()) {
      Node item = add(list, "li");
      add_text(item, "span", say_("da attivare", "to activate"), "quanto");
      Node things = add(item, "ul", "righe");
      for (const Activation& activation : page_.activations) {
        add_text(things, "li",
                 activation.label + marks_of_rules(page_, {activation.rule}, say_.language));
      }
    }
    if (!page_.total_cost.empty()) add_text(box, "p", page_.total_cost, "totale");
  }

  void need(Node item, const Need& need) {
    add_text(item, "span", show_need(need, say_.language), "quanto");
    text(item, " ");
    add_text(item, "span", need.label + marks_of_rules(page_, need.rules, say_.language), "che");
    if (!need.cost || !need.cost->hi.finite()) return;
    text(item, " ");
    add_text(item, "span",
             say_("Costo: ", "Cost: ") + show_cost(*need.cost, need.cost_unit, say_.language),
             "costo");
  }

  void group(Node box, const std::string& title, std::initializer_list<Verdict> verdicts) {
    std::vector<std::size_t> places;
    for (const Verdict verdict : verdicts) {
      for (const std::size_t place : page_.with(verdict)) places.push_back(place);
    }
    if (places.empty()) return;
    add_text(box, "p", title, "gruppo");
    Node list = add(box, "ul", "elenco");
    for (const std::size_t place : places) {
      const Explanation& rule = page_.rules[place];
      Node item = add(list, "li");
      verdict_shape(add(item, "span", verdict_class(rule.verdict).c_str()), rule.verdict);
      Node named = add(item, "span");
      link_in(named, rule_id(ambito_, place), rule.title);
      add_marks(named, rule.draft, rule.doubts, say_);
      std::string after;
      if (rule.verdict == Verdict::parziale) after = say_("in parte; lacuna ", "in part; gap ");
      if (rule.verdict == Verdict::non_soddisfatto) after = say_("lacuna ", "gap ");
      if (!after.empty()) after += rule.gap_short;
      if (!rule.within_tolerance.empty()) after = rule.within_tolerance;
      if (!rule.fragile.empty()) after = rule.fragile;
      if (!rule.waivers.empty()) {
        after += (after.empty() ? "" : " · ") + say_("deroga: ", "waiver: ") +
                 waiver_sentence(rule.waivers.front(), say_.language);
      }
      if (!rule.assumptions.empty() && rule.verdict != Verdict::non_valutabile) {
        after += (after.empty() ? "" : " · ") + say_("su un'ipotesi", "on an assumption");
      }
      if (!after.empty()) add_text(item, "span", after, "dopo");
    }
  }

  void met_and_unmet(Node parent) {
    Node box = sheet(parent, say_("Livello per livello", "Level by level"), "foglio terzo");
    group(box, say_("Raggiunti", "Met"), {Verdict::soddisfatto});
    group(box, say_("Non raggiunti, o solo in parte", "Not met, or only in part"),
          {Verdict::parziale, Verdict::non_soddisfatto});
    group(box, say_("Da valutare", "To be judged"), {Verdict::non_valutabile});
  }

  void what_is_not_known(Node parent) {
    Node box = sheet(parent, say_("Dati da chiedere", "Data to ask for"), "foglio in-fondo");
    if (page_.asked.empty()) {
      add_text(box, "p", say_("Nessuno: i dati ci sono tutti.", "None: all the data are there."));
      return;
    }
    const auto idle = std::find_if(page_.asked.begin(), page_.asked.end(),
                                   [](const Asked& asked) { return asked.decides.empty(); });
    const auto deciding = static_cast<std::size_t>(idle - page_.asked.begin());
    const std::size_t first = std::min(kFirstAsked, deciding);
    const std::span<const Asked> all = page_.asked;
    if (first > 0) list_of(box, all.first(first));
    if (first < deciding) {
      const std::size_t more = deciding - first;
      folded(box,
             more == 1 ? say_("Un altro dato che decide", "One more datum that decides")
                       : say_("Altri ", "") + std::to_string(more) +
                             say_(" dati che decidono", " more data that decide"),
             all.subspan(first, more));
    }
    if (deciding < all.size()) {
      const std::size_t rest = all.size() - deciding;
      folded(box,
             rest == 1 ? say_("Un dato che non cambia nessun verdetto",
                              "One datum that changes no verdict")
                       : std::to_string(rest) + say_(" dati che non cambiano nessun verdetto",
                                                     " data that change no verdict"),
             all.subspan(deciding));
    }
  }

  void folded(Node parent, const std::string& title, std::span<const Asked> data) {
    Node details = add(parent, "details");
    add_text(details, "summary", title);
    list_of(details, data);
  }

  void list_of(Node parent, std::span<const Asked> data) {
    Node list = add(parent, "ul", "righe");
    for (const Asked& asked : data) {
      Node item = add(list, "li");
      add_text(item, "span", asked.datum.label() + for_which_rows(asked.datum, say_.language),
               "valore");
      std::string after;
      if (!asked.datum.held_by.empty()) {
        after = say_("Chi lo ha: ", "Held by: ") + asked.datum.held_by + ". ";
      }
      if (const std::size_t decides = asked.decides.size(); decides > 0) {
        after +=
            say_("Decide ", "Decides ") + std::to_string(decides) +
            (decides == 1 ? say_(" verdetto.", " verdict.") : say_(" verdetti.", " verdicts."));
      }
      if (!after.empty()) add_text(item, "span", after, "da");
    }
  }

  const AmbitoPage& page_;
  std::size_t ambito_;
  Voice say_;
};

}  // namespace

void add_first_page(Node parent, const AmbitoPage& page, std::size_t ambito, Voice say) {
  FirstPage(page, ambito, say)(parent);
}

}  // namespace leps::inline reports::pages
