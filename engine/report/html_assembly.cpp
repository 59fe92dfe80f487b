#include "report/html_assembly.hpp"

#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports::pages {
namespace {

// `ipotesi, da verificare`
std::string how_sure(const Explanation& rule, Language language) {
  std::string words;
  const auto add = [&](Confidence confidence) {
    words += (words.empty() ? "" : ", ") + std::string(confidence_word(confidence, language));
  };
  if (!rule.assumptions.empty()) add(Confidence::ipotesi);
  if (!rule.unverified.empty()) add(Confidence::da_verificare);
  if (words.empty()) add(Confidence::verificato);
  return words;
}

std::string what_lacks(const Explanation& rule, Voice say) {
  if (rule.verdict != Verdict::non_valutabile) return rule.shows_gap() ? rule.gap_short : "";
  std::vector<std::string> labels;
  for (const UsedDatum& datum : rule.data) {
    if (datum.deciding) labels.push_back(datum.label());
  }
  if (labels.empty()) return rule.gap_short;
  return say("serve sapere: ", "to be known: ") + labels.front() +
         (labels.size() > 1 ? say(" e altro", " and more") : "");
}

void add_levels(Node parent, const AmbitoPage& page, Voice say) {
  Node table = add(add(parent, "div", "scorre"), "table", "quadro fitto");
  Node head = add(add(table, "thead"), "tr");
  for (const std::string& title : {say("Livello", "Level"), say("Verdetto", "Verdict"),
                                   say("Che cosa manca", "What is lacking"), say("Costo", "Cost"),
                                   say("Quanto è certo", "How sure")}) {
    attribute(add_text(head, "th", title), "scope", "col");
  }
  Node rows = add(table, "tbody");
  for (const Explanation& rule : page.rules) {
    if (rule.verdict == Verdict::non_vigente || rule.verdict == Verdict::non_applicabile) continue;
    Node row = add(rows, "tr");
    Node title = add_text(row, "th", rule.title);
    attribute(title, "scope", "row");
    add_marks(title, rule.draft, rule.doubts, say);
    Node verdict = add(row, "td", verdict_class(rule.verdict).c_str());
    verdict_shape(verdict, rule.verdict);
    text(verdict, " ");
    add_text(verdict, "span", verdict_word(rule.verdict, say.language));
    add_text(row, "td", what_lacks(rule, say));
    add_text(row, "td", rule.cost);
    add_text(row, "td", how_sure(rule, say.language));
  }
}

// `Non in vigore: A; B.`
void add_titles(Node parent, const AmbitoPage& page, Verdict verdict, const std::string& label) {
  std::string titles;
  for (const std::size_t place : page.with(verdict)) {
    titles += (titles.empty() ? "" : "; ") + page.rules[place].title;
  }
  if (!titles.empty()) add_text(parent, "p", label + titles + ".", "nota");
}

}  // namespace

void add_level_by_level(Node parent, const AmbitoPage& page, Voice say) {
  Node section = add(parent, "section", "livelli");
  say.heading(section, 1, say("Livello per livello", "Level by level"));
  add_levels(section, page, say);
  if (!page.total_cost.empty()) add_text(section, "p", page.total_cost, "nota");
  add_titles(section, page, Verdict::non_applicabile,
             say("Qui non si applicano: ", "Not applicable here: "));
  add_titles(section, page, Verdict::non_vigente,
             say("Non in vigore nell'anno: ", "Not in force in the year: "));
  for (const ComingDay& day : page.coming) {
    std::string text_of_day = coming_title(day.day, say.language) + ":";
    for (std::size_t each = 0; each < day.changes.size(); ++each) {
      text_of_day += (each == 0 ? " " : "; ") + day.changes[each];
    }
    add_text(section, "p", text_of_day + ".", "nota");
  }
  for (const PageArea& area : page.areas) {
    if (!area.unjudged()) continue;
    add_text(section, "p",
             area.title + ": " + say("nessuna regola. ", "no rule. ") +
                 (area.notes.empty() ? "" : area.notes.front()),
             "nota");
  }
}

}  // namespace leps::inline reports::pages
