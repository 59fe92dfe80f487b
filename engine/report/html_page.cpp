#include "report/html_page.hpp"

#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports::pages {

std::string ambito_id(std::size_t ambito) { return "a" + std::to_string(ambito + 1); }
std::string rule_id(std::size_t ambito, std::size_t rule) {
  return ambito_id(ambito) + "-r" + std::to_string(rule + 1);
}

Node fold(Node parent, const std::string& title, Steps steps) {
  Node details = add(parent, "details", "passaggi");
  if (steps == Steps::open) attribute(details, "open", "open");
  add_text(details, "summary", title);
  return details;
}

void add_coming(Node parent, const ComingDay& day) {
  Node list = add(parent, "ul", "righe");
  for (const std::string& change : day.changes) add_text(list, "li", capitalized(change) + ".");
}

void add_labels(Node parent, const FactTable& facts, Voice say) {
  if (facts.synthetic) {
    add_text(parent, "span", say("DATI SINTETICI", "SYNTHETIC DATA"), "etichetta sintetico");
  }
  if (facts.forecast) {
    add_text(parent, "span", say("PREVISIONE", "FORECAST"), "etichetta previsione");
  }
}

void add_marks(Node parent, bool draft, const std::vector<ShownDoubt>& doubts, Voice say) {
  if (draft) add_draft(parent, say);
  if (!doubts.empty()) {
    text(parent, " ");
    add_text(parent, "span", doubt_mark(doubts, say.language), "etichetta insolito");
  }
}

}  // namespace leps::inline reports::pages
