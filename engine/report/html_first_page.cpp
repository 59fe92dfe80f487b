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
constexpr std::size_t kFirstSteps = 4, kFirstStepsOfAssembly = 3;
constexpr std::size_t kFirstAsked = 3;
constexpr std::size_t kFirstNeeds = 6;

class FirstPage {
 public:
  FirstPage(const AmbitoPage& page, std::size_t ambito, Edition edition, Voice say)
      : page_(page), ambito_(ambito), edition_(edition), say_(say) {}

  void operator()(Node parent) {
    Node section = add(parent, "section", "prima");
    header(section);
    warnings(section);
    add_text(section, "p", lead_sentence(page_, say_.language), "lead");
    counts(section);
    if (edition_ == Edition::complete) row_of_shapes(section);
    Node columns = add(section, "div", "due");
    Node left = add(columns, "div", "pila");
    where_to_begin(left);
    Node right = add(columns, "div", "pila");
    if (edition_ == Edition::assembly)
      return what_is_not_known(right);  // the rest is level by level
    what_is_not_known(left);
    what_it_takes(right);
    what_changes(right);
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

  // A link to a rule's card, in the edition that has cards.
  void to_card(Node parent, std::size_t place) {
    const std::string& title = page_.rules[place].title;
    if (edition_ == Edition::assembly) return text(parent, title);
    link_in(parent, rule_id(ambito_, place), title);
  }

  void what_changes(Node parent) {
    for (const ComingDay& day : page_.coming) {
      add_coming(sheet(parent, coming_title(day.day, say_.language), "foglio terzo"), day);
    }
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
    constexpr std::size_t kOfAssembly = 2;
    for (const PageDoubt& each : page_.doubts) {
      const auto told = static_cast<std::size_t>(&each - page_.doubts.data());
      if (edition_ == Edition::assembly && told == kOfAssembly) {
        add_text(list, "li",
                 say_("e altri ", "and ") + std::to_string(page_.doubts.size() - told) +
                     say_(", nel rapporto completo", " more, in the complete report"));
        break;
      }
      Node item = add_text(list, "li", doubt_sentence(each.doubt, say_.language));
      if (edition_ == Edition::assembly) continue;
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
        to_card(after, place);
      }
      for (const std::size_t place : each.amounts) {
        next();
        const ExplainedAmount& amount = page_.amounts[place];
        text(after, amount.title.empty() ? amount.name : amount.title);
      }
    }
  }

  // A row for each category, whose verdicts add up to its rules; nothing adds categories.
  void counts(Node section) {
    constexpr Verdict kColumns[] = {Verdict::soddisfatto,     Verdict::parziale,
                                    Verdict::non_soddisfatto, Verdict::non_valutabile,
                                    Verdict::non_applicabile, Verdict::non_vigente};
    Node table = add(add(section, "div", "scorre"), "table", "quadro conti");
    Node head = add(add(table, "thead"), "tr");
    const auto column = [&](Node cell) { attribute(cell, "scope", "col"); };
    column(add_text(head, "th", say_("Categoria", "Category")));
    for (const Verdict verdict : kColumns) {
      Node cell = add(head, "th", verdict_class(verdict, "n").c_str());
      column(cell);
      verdict_shape(cell, verdict);
      text(cell, " ");
      add_text(cell, "span", verdict_word(verdict, say_.language), "parola");
    }
    column(add_text(head, "th", say_("Regole", "Rules"), "n"));
    Node rows = add(table, "tbody");
    for (const CategoryCounts& category : page_.categories) {
      if (edition_ == Edition::assembly && category.asked() == 0) continue;
      Node row = add(rows, "tr");
      Node title = add_text(row, "th", category.title.empty() ? category.name : category.title);
      attribute(title, "scope", "row");
      for (const Verdict verdict : kColumns) {
        const std::size_t count = category.of(verdict);
        add_text(row, "td", std::to_string(count), count == 0 ? "n nessuno" : "n");
      }
      add_text(row, "td", std::to_string(category.all()), "n");
    }
    marked(section);
  }

  // How many of the results are in doubt, or are no law yet.
  void marked(Node section) {
    const auto count = [&](auto is) {
      return static_cast<std::size_t>(std::count_if(page_.rules.begin(), page_.rules.end(), is));
    };
    const std::size_t doubted = count([](const Explanation& rule) { return !rule.doubts.empty(); });
    const std::size_t drafts = count([](const Explanation& rule) { return rule.draft; });
    if (doubted + drafts == 0) return;
    Node line = add(section, "p", "segnati");
    const auto mark = [&](std::size_t number, const char* css_class, const std::string& word) {
      if (number == 0) return;
      add_text(line, "span", std::to_string(number) + " " + word, css_class);
      text(line, " ");
    };
    mark(doubted, "etichetta insolito", say_("in dubbio", "in doubt"));
    mark(drafts, "etichetta bozza", std::string(draft_word(say_.language)));
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
    add_text(section, "p",
             say_("Ogni segno è una regola, nell'ordine dei pacchetti.",
                  "Each mark is a rule, in the order of the packs."),
             "fila-nota");
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
    const std::size_t shown = std::min(
        (edition_ == Edition::complete ? kFirstSteps : kFirstStepsOfAssembly), page_.ranked.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const std::size_t place = page_.ranked[i];
      const Explanation& rule = page_.rules[place];
      Node item = add(steps, "li");
      Node title = add(item, "span", "titolo");
      to_card(title, place);
      add_marks(title, rule.draft, rule.doubts, say_);
      const std::string gap = what_lacks(rule);
      if (!gap.empty()) add_text(item, "span", gap, "quanto");
      const std::string& why =
          edition_ == Edition::complete ? rule.rank_reason : rule.rank_in_short;
      add_text(item, "span", capitalized(why) + ".", "perche");
    }
    if (shown < page_.ranked.size()) {
      const std::size_t left = page_.ranked.size() - shown;
      add_text(box, "p",
               left == 1 ? say_("Poi ne resta un'altra, nella sua scheda.",
                                "Then one more is left, on its card.")
                         : say_("Poi ne restano altre ", "Then ") + std::to_string(left) +
                               say_(".", " more are left."));
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
      if (edition_ == Edition::assembly && labels.size() > 1) {
        const std::string more = std::to_string(labels.size() - 1);
        labels.resize(1);
        labels.push_back(more + (more == "1" ? say_(" altro dato", " more datum")
                                             : say_(" altri dati", " more data")));
      }
      return say_("Serve sapere: ", "To be known: ") + join_words(labels, say_.language) + ".";
    }
    return rule.gap_short.empty() ? std::string()
                                  : say_("Lacuna: ", "Gap: ") + rule.gap_short + ".";
  }

  void what_it_takes(Node parent) {
    Node box = sheet(parent, say_("Che cosa servirebbe", "What it would take"), "foglio secondo");
    if (page_.needs.empty() && page_.activations.empty()) {
      add_text(box, "p",
               !page_.with(Verdict::non_valutabile).empty()
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
                   say_(" voci", " more items"),
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
    if (edition_ == Edition::assembly) return;
    if (first < deciding) {
      const std::size_t more = deciding - first;
      list_of(fold(box, more == 1 ? say_("Un altro dato che decide", "One more datum that decides")
                                  : say_("Altri ", "") + std::to_string(more) +
                                        say_(" dati che decidono", " more data that decide")),
              all.subspan(first, more));
    }
    if (deciding < all.size()) {
      const std::size_t rest = all.size() - deciding;
      list_of(fold(box, rest == 1
                            ? say_("Un dato che non cambia nessun verdetto",
                                   "One datum that changes no verdict")
                            : std::to_string(rest) + say_(" dati che non cambiano nessun verdetto",
                                                          " data that change no verdict")),
              all.subspan(deciding));
    }
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
  Edition edition_;
  Voice say_;
};

}  // namespace

void add_first_page(Node parent, const AmbitoPage& page, std::size_t ambito, Edition edition,
                    Voice say) {
  FirstPage(page, ambito, edition, say)(parent);
}

}  // namespace leps::inline reports::pages
