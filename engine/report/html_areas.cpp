#include "report/html_areas.hpp"

#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports::pages {
namespace {

class Areas {
 public:
  Areas(const AmbitoPage& page, std::size_t ambito, Steps steps, Voice say)
      : page_(page), ambito_(ambito), steps_(steps), say_(say) {}

  void operator()(Node parent) {
    Node section = add(parent, "section", "aree");
    say_.heading(section, 1, say_("Area per area", "Area by area"), "t2");
    for (const PageArea& each : page_.areas) area(section, each);
  }

 private:
  void area(Node parent, const PageArea& area) {
    Node section = add(parent, "section", "parte");
    say_.heading(section, 2, area.title, "t3");
    for (const std::string& note : area.notes) add_text(section, "p", note, "nota");
    if (!area.rules.empty()) {
      rules(section, area);
    } else if (area.unjudged()) {
      add_text(section, "p", no_rule_judges_it(say_.language));
    }
    if (!area.data.empty()) {
      add_text(section, "p", capitalized(area.data_sentence(say_.language)) + ".", "nota");
    }
    if (area.amounts.empty() && area.data.empty()) return;
    Node folded = fold(section, say_("Importi e dati", "Amounts and data"), steps_);
    if (!area.amounts.empty()) amounts(folded, area);
    if (!area.data.empty()) data(folded, area);
  }

  void rules(Node section, const PageArea& area) {
    Node list = add(section, "ul", "elenco");
    for (const std::size_t place : area.rules) {
      const Explanation& rule = page_.rules[place];
      Node item = add(list, "li");
      verdict_shape(add(item, "span", verdict_class(rule.verdict).c_str()), rule.verdict);
      Node named = add(item, "span");
      link_in(named, rule_id(ambito_, place), rule.title);
      add_marks(named, rule.draft, rule.doubts, say_);
      std::string after = uncapitalized(verdict_word(rule.verdict, say_.language));
      if (rule.shows_gap() && !rule.gap_short.empty()) {
        after += say_("; lacuna ", "; gap ") + rule.gap_short;
      }
      add_text(item, "span", after, "dopo");
    }
  }

  void amounts(Node section, const PageArea& area) {
    Node list = add(section, "ul", "righe");
    for (const std::size_t place : area.amounts) {
      const ExplainedAmount& amount = page_.amounts[place];
      Node item = add(list, "li");
      text(item, (amount.title.empty() ? amount.name : amount.title) + ": ");
      add_text(item, "strong", amount.value);
      add_marks(item, amount.draft, amount.doubts, say_);
    }
  }

  void data(Node section, const PageArea& area) {
    Node list = add(section, "ul", "righe");
    for (const UsedDatum& datum : area.data) {
      if (!datum.known) continue;
      Node item = add(list, "li");
      text(item, datum.label() + ": ");
      add_text(item, "span", datum.value, "valore");
    }
  }

  const AmbitoPage& page_;
  std::size_t ambito_;
  Steps steps_;
  Voice say_;
};

}  // namespace

void add_areas(Node parent, const AmbitoPage& page, std::size_t ambito, Steps steps, Voice say) {
  if (!page.areas.empty()) Areas(page, ambito, steps, say)(parent);
}

}  // namespace leps::inline reports::pages
