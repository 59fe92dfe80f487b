// The sheet that shows results by area: what people plan by, each with its rules, amounts and data.
#include "report/results_book.hpp"

#include "explain/verdict_sentence.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports {

void ResultsBook::areas() {
  if (typed_.areas.empty()) return;
  ReportTable sheet =
      table(say("Aree", "Areas"),
            say("Area per area: regole, importi e dati", "Area by area: rules, amounts and data"),
            {{"Area", 34},
             {say("Che cosa", "What"), 12},
             {say("Nome", "Name"), 30},
             {say("Titolo", "Title"), 50},
             {say("Risultato", "Result"), 26},
             {say("Note", "Notes"), 60}});
  for (const AmbitoPage& page : pages_) {
    for (const PageArea& area : page.areas) {
      const auto row = [&](const std::string& what, const std::string& name,
                           const std::string& title) {
        sheet.begin(page);
        sheet.text(area.title);
        sheet.text(what);
        sheet.text(name);
        sheet.text(title);
      };
      if (area.unjudged()) {
        row(say("Regola", "Rule"), "", no_rule_judges_it(language_));
        sheet.text("");
        sheet.texts(area.notes);
      }
      for (const std::size_t place : area.rules) {
        const Explanation& rule = page.rules[place];
        row(say("Regola", "Rule"), rule.name, rule.title);
        sheet.verdict(rule.verdict, result_marks(rule.draft, rule.doubts, language_));
        sheet.texts(rule.notes);
      }
      for (const std::size_t place : area.amounts) {
        const ExplainedAmount& amount = page.amounts[place];
        row(say("Importo", "Amount"), amount.name, amount.title);
        sheet.text(amount.value + result_marks(amount.draft, amount.doubts, language_));
        sheet.texts(amount.notes);
      }
      for (const UsedDatum& datum : area.data) {
        row(say("Dato", "Datum"), datum.name, datum.title);
        sheet.text(datum.value);
        sheet.texts(datum.notes);
      }
    }
  }
  sheet.finish();
}

}  // namespace leps::inline reports
