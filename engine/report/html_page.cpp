#include "report/html_page.hpp"

#include "words/words.hpp"

namespace leps::inline reports::pages {

std::string ambito_id(std::size_t ambito) { return "a" + std::to_string(ambito + 1); }
std::string rule_id(std::size_t ambito, std::size_t rule) {
  return ambito_id(ambito) + "-r" + std::to_string(rule + 1);
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
