// The card of a rule: everything that one result rests on, from the verdict to the article of law
// and the cell of the data. What leads from the data to the verdict is folded, and on paper only
// where it is asked for.
#include "report/html_card.hpp"

#include "html/sources.hpp"
#include "report/html_grounds.hpp"
#include "report/html_page.hpp"
#include "report/html_week.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports::pages {
namespace {

class Card {
 public:
  Card(const AmbitoPage& page, std::size_t ambito, Steps steps, Voice say)
      : page_(page), ambito_(ambito), steps_(steps), say_(say) {}

  void operator()(Node parent, std::size_t place) {
    const Explanation& rule = page_.rules[place];
    Node card = add(parent, "article", verdict_class(rule.verdict, "carta").c_str());
    attribute(card, "id", rule_id(ambito_, place));
    header(card, rule);
    Node body = add(card, "div", "corpo");
    add_text(body, "p", rule.headline, "frase");
    changes(body, rule.changes);
    doubted_data(body, rule.doubts);
    what_is_missing(body, rule);
    warnings(body, rule);
    for (const ExplainedRequirement& each : rule.requirements) {
      requirement(body, each, rule.requirements.size() > 1);
    }
    doubts(body, rule);
    priority(body, rule);
    written_in(body, rule);
    steps(fold(body,
               say_("Tutti i passaggi: formule, dati, numeri della norma",
                    "Every step: formulas, data, numbers of the law"),
               steps_),
          rule);
  }

 private:
  // The acts by name; what was read of them stands with the steps.
  void written_in(Node body, const Explanation& rule) {
    if (rule.sources.empty()) return;
    Node line = add(body, "p", "meta");
    text(line, say_("Dove sta scritto: ", "Where it is written: "));
    bool first = true;
    for (const CitedSource& source : rule.sources) {
      if (!first) text(line, "; ");
      first = false;
      source.urn_link ? link_out(line, *source.urn_link, source.title) : text(line, source.title);
    }
    text(line, ".");
  }

  void steps(Node body, const Explanation& rule) {
    if (rule.applies_if) condition(body, say_("Si applica se", "Applies if"), *rule.applies_if);
    for (const ExplainedRequirement& each : rule.requirements) {
      derivation(body, each, rule.requirements.size() > 1);
    }
    if (rule.partial_if) condition(body, say_("È parziale se", "Partial if"), *rule.partial_if);
    for (const ExplainedAmount& each : rule.amounts) amount(body, each);
    details(body, rule);
  }

  void header(Node card, const Explanation& rule) {
    Node header = add(card, "header");
    Node line = add(header, "p", "verdetto");
    verdict_shape(line, rule.verdict);
    add_text(line, "span", verdict_word(rule.verdict, say_.language), "parola");
    add_labels(line, *page_.facts, say_);
    add_marks(line, rule.draft, rule.doubts, say_);
    if (!rule.within_tolerance.empty()) {
      add_text(line, "span", rule.within_tolerance, "etichetta");
    }
    if (!rule.assumptions.empty()) {
      add_text(line, "span", say_("SU UN'IPOTESI", "ON AN ASSUMPTION"), "etichetta");
    }
    if (!rule.fragile.empty()) add_text(line, "span", say_("FRAGILE", "FRAGILE"), "etichetta");
    for (const ShownWaiver& waiver : rule.waivers) {
      add_text(line, "span",
               waiver.expired ? say_("DEROGA SCADUTA", "EXPIRED WAIVER") : say_("DEROGA", "WAIVER"),
               "etichetta");
    }
    add_text(line, "span", "", "spazio");
    if (rule.result->rank) {
      add_text(line, "span",
               capitalized(ordinal(*rule.result->rank, say_.language)) +
                   say_(" cosa da fare", " thing to do"),
               "posto");
    }
    Node body = add(header, "div", "corpo");
    say_.heading(body, 2, rule.title);
    Node meta = add(body, "p", "meta");
    text(meta, (rule.category_title.empty() ? rule.category : rule.category_title) +
                   (rule.binding ? say_(" (inderogabile)", " (binding)") : "") + " · " +
                   say_("in vigore ", "in force ") + rule.in_force + " · ");
    add_text(meta, "code", rule.name);
    text(meta, " · " + rule.pack);
  }

  Node box(Node parent, const char* css_class, const std::string& title) {
    Node box = add(parent, "aside", css_class);
    say_.heading(box, 3, title);
    return box;
  }

  void doubted_data(Node body, const std::vector<ShownDoubt>& doubts) {
    if (doubts.empty()) return;
    add_items(box(body, "riquadro insolito", say_("Dati insoliti", "Odd data")),
              doubt_sentences(doubts, say_.language));
  }

  void what_is_missing(Node body, const Explanation& rule) {
    std::vector<const UsedDatum*> missing;
    for (const UsedDatum& datum : rule.data) {
      if (datum.missing) missing.push_back(&datum);
    }
    if (missing.empty()) return;
    Node list =
        add(box(body, "riquadro manca", say_("Che cosa manca", "What is missing")), "ul", "righe");
    for (const UsedDatum* datum : missing) missing_datum(list, *datum);
  }

  void warnings(Node body, const Explanation& rule) {
    if (!rule.fragile.empty()) {
      add_text(box(body, "riquadro fragile", "Fragile"), "p", rule.fragile);
    }
    for (const ShownWaiver& waiver : rule.waivers) {
      add_text(box(body, "riquadro deroga",
                   say_("Deroga: il verdetto non cambia", "Waiver: the verdict stays")),
               "p", waiver_sentence(waiver, say_.language) + ".");
    }
  }

  void doubts(Node body, const Explanation& rule) {
    if (!rule.assumptions.empty()) {
      add_items(
          box(body, "riquadro ipotesi",
              say_("Ipotesi: ciò che non viene da una norma", "Assumptions: what no law gives")),
          texts(rule.assumptions));
    }
    if (!rule.unverified.empty()) {
      add_items(box(body, "riquadro verifica",
                    say_("Da verificare sul testo della norma", "To be verified against the law")),
                texts(rule.unverified));
    }
  }

  // Side by side where there is room.
  void details(Node body, const Explanation& rule) {
    Node grid = add(body, "div", "dettagli");
    const auto part = [&](const std::string& title) {
      Node section = add(grid, "section");
      say_.heading(section, 3, title);
      return section;
    };
    if (!rule.data.empty()) {
      add_data(part(say_("I dati", "The data")), rule.data, rule.verdict, say_);
    }
    if (!rule.parameters.empty()) {
      add_parameters(part(say_("I numeri della regola", "The numbers of the rule")),
                     rule.parameters, say_);
    }
    if (!rule.sources.empty()) {
      add_sources(part(say_("Dove sta scritto", "Where it is written")), rule.sources);
    }
    if (!rule.notes.empty()) add_items(part(say_("Note", "Notes")), rule.notes);
  }

  void missing_datum(Node list, const UsedDatum& datum) {
    Node item = add(list, "li");
    add_text(item, "span", datum.label() + for_which_rows(datum, say_.language), "valore");
    std::string after = datum.deciding
                            ? say_("Può cambiare il verdetto.", "It could change the verdict.")
                            : say_("Non cambia il verdetto.", "It does not change the verdict.");
    after += datum.held_by.empty()
                 ? say_(" Chi lo detiene non è indicato.", " Who holds it is not said.")
                 : say_(" Da chiedere a: ", " Ask: ") + datum.held_by + ".";
    add_text(item, "span", after, "da");
  }

  void condition(Node body, const std::string& title, const ShownFormula& formula) {
    say_.heading(body, 3, title, "capo");
    add_formula(body, formula, say_);
  }

  void statement(Node list, const Statement& statement) {
    Node item = add(list, "li");
    const bool holds = statement.state == Statement::State::holds;
    const bool fails = statement.state == Statement::State::fails;
    const Verdict color = holds   ? Verdict::soddisfatto
                          : fails ? Verdict::non_soddisfatto
                                  : Verdict::non_valutabile;
    add_text(item, "span", holds ? "✓" : (fails ? "✗" : "?"),
             verdict_class(color, "segno").c_str());
    text(item, " " + statement.text + ".");
    if (statement.parts.empty()) return;
    Node inner = add(item, "ul", "condizioni");
    for (const Statement& part : statement.parts) this->statement(inner, part);
  }

  void requirement(Node body, const ExplainedRequirement& requirement, bool named) {
    Node section = add(body, "section", "requisito");
    if (named || !requirement.title.empty()) {
      std::string title = requirement.title.empty() ? requirement.name : requirement.title;
      title = capitalized(title) + " · " +
              std::string(verdict_word(requirement.verdict, say_.language));
      say_.heading(section, 3, title);
    }
    if (!requirement.statement.text.empty()) {
      statement(add(section, "ul", "condizioni"), requirement.statement);
    }
    if (requirement.gap) bar(section, *requirement.gap, requirement);
    changes(section, requirement.changes);
  }

  void derivation(Node section, const ExplainedRequirement& requirement, bool named) {
    if (named || !requirement.title.empty()) {
      say_.heading(section, 3,
                   capitalized(requirement.title.empty() ? requirement.name : requirement.title),
                   "capo");
    }
    add_formula(section, requirement.formula, say_);
    add_rows(section, requirement.rows, say_);
    for (const ShownWeek& week : requirement.weeks) add_week(section, week, say_);
    if (requirement.applies_if) {
      add_text(section, "p", say_("Si applica solo se:", "Applies only if:"), "nota");
      add_formula(section, *requirement.applies_if, say_);
    }
  }

  void changes(Node section, const std::vector<ExplainedChange>& all) {
    for (const ExplainedChange& change : all) {
      add_text(section, "p", capitalized(change.text) + ":", "nota");
      add_sources(section, change.by);
      if (!change.notes.empty()) add_items(section, change.notes);
    }
  }

  void bar(Node section, const Gap& gap, const ExplainedRequirement& requirement) {
    const std::string have = show_share(Interval::point(1) - gap.relative, say_.language);
    const std::string lack = show_share(gap.relative, say_.language);
    const std::string label =
        say_("Raggiunto: ", "Reached: ") + have + say_("; manca: ", "; lacking: ") + lack;
    gap_bar(section, gap.relative, label);
    Node note = add(section, "p", "barra-nota");
    add_text(note, "span", say_("raggiunto: ", "reached: ") + have);
    const bool met = requirement.verdict == Verdict::soddisfatto;
    if (met && requirement.within_tolerance.empty()) return;
    std::string gap_text = say_("lacuna: ", "gap: ") + requirement.gap_short;
    if (!requirement.gap_exact.empty()) {
      gap_text += say_(" (esattamente ", " (exactly ") + requirement.gap_exact + ")";
    }
    if (!requirement.cost.empty()) gap_text += say_(" · costo ", " · cost ") + requirement.cost;
    add_text(note, "span", gap_text);
  }

  void priority(Node body, const Explanation& rule) {
    if (rule.rank_reason.empty()) return;
    say_.heading(body, 3, say_("Perché a questo posto", "Why at this place"), "capo");
    std::string sentence = capitalized(rule.rank_reason) + ".";
    const auto also = [&](const std::string& label, const std::string& value) {
      if (!value.empty()) sentence += " " + label + value + ".";
    };
    also(say_("Costo: ", "Cost: "), rule.cost);
    also(say_("Chi riguarda: ", "Whom it concerns: "), rule.beneficiaries);
    also(say_("Scadenza: ", "Deadline: "), rule.deadline);
    also(say_("Viene dopo ", "It comes after "), join_words(rule.prerequisites, say_.language));
    add_text(body, "p", sentence);
  }

  void amount(Node body, const ExplainedAmount& amount) {
    say_.heading(body, 3,
                 (amount.title.empty() ? amount.name : amount.title) + " = " + amount.value +
                     (amount.draft ? " · " + std::string(draft_word(say_.language)) : ""),
                 "capo");
    if (!amount.worked_out.empty()) add_text(body, "p", capitalized(amount.worked_out), "nota");
    add_formula(body, amount.formula, say_);
    add_rows(body, amount.rows, say_);
    for (const ShownWeek& week : amount.weeks) add_week(body, week, say_);
    add_sources(body, amount.sources);
  }

  const AmbitoPage& page_;
  std::size_t ambito_;
  Steps steps_;
  Voice say_;
};

}  // namespace

void add_cards(Node parent, const AmbitoPage& page, std::size_t ambito, Steps steps, Voice say) {
  Node section = add(parent, "section", "carte");
  say.heading(section, 1, say("Regola per regola", "Rule by rule"));
  for (std::size_t i = 0; i < page.rules.size(); ++i) Card(page, ambito, steps, say)(section, i);
}

void add_amounts(Node parent, const AmbitoPage& page, Steps steps, Voice say) {
  if (page.amounts.empty()) return;
  Node section = add(parent, "section", "carte importi");
  say.heading(section, 1, say("Importi calcolati", "Computed amounts"));
  for (const ExplainedAmount& amount : page.amounts) {
    Node body = add(section, "details");
    if (steps == Steps::open) attribute(body, "open", "open");
    Node line = add(body, "summary");
    text(line, (amount.title.empty() ? amount.name : amount.title) + ": ");
    add_text(line, "strong", amount.value);
    text(line, " ");
    add_labels(line, *page.facts, say);
    add_marks(line, amount.draft, amount.doubts, say);
    add_text(add(body, "p", "meta"), "code", amount.name);
    if (!amount.doubts.empty()) {
      Node odd = add(body, "aside", "riquadro insolito");
      say.heading(odd, 2, say("Dati insoliti", "Odd data"), "t3");
      add_items(odd, doubt_sentences(amount.doubts, say.language));
    }
    add_formula(body, amount.formula, say);
    if (!amount.worked_out.empty()) add_text(body, "p", capitalized(amount.worked_out), "nota");
    add_rows(body, amount.rows, say);
    for (const ShownWeek& week : amount.weeks) add_week(body, week, say);
    for (const std::string& why : amount.no_value) {
      add_text(body, "p", capitalized(why) + ".", "nota");
    }
    Node grid = add(body, "div", "dettagli");
    const auto part = [&](const std::string& title) {
      Node section_there = add(grid, "section");
      say.heading(section_there, 2, title, "t3");
      return section_there;
    };
    if (!amount.data.empty()) {
      add_data(part(say("I dati", "The data")), amount.data, std::nullopt, say);
    }
    if (!amount.parameters.empty()) {
      add_parameters(part(say("I numeri", "The numbers")), amount.parameters, say);
    }
    if (!amount.sources.empty()) {
      add_sources(part(say("Dove sta scritto", "Where it is written")), amount.sources);
    }
    if (!amount.notes.empty()) add_items(body, amount.notes);
  }
}

}  // namespace leps::inline reports::pages
