// The sheets that say how much results can be relied on: odd data, assumptions, waivers, findings,
// the files of the rules.
#include "report/results_book.hpp"

#include "explain/verdict_sentence.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports {

// A row for each finding and each result that rests on it.
void ResultsBook::doubted_data() {
  ReportTable sheet = table(say("Dubbi", "Doubts"),
                            say("Dati insoliti, e i risultati che vi poggiano",
                                "Odd data, and the results that rest on them"),
                            {{say("Dubbio", "Doubt"), 8},
                             {say("Che cosa", "What"), 80},
                             {say("Dove", "Where"), 40},
                             {say("Regola o calcolo", "Rule or amount"), 30},
                             {say("Titolo", "Title"), 40},
                             {say("Verdetto o valore", "Verdict or value"), 24}});
  for (const AmbitoPage& page : pages_) {
    for (const PageDoubt& each : page.doubts) {
      for (const std::size_t place : each.rules) {
        const Explanation& rule = page.rules[place];
        doubt(sheet, page, each, rule.name, rule.title);
        sheet.verdict(rule.verdict, result_marks(rule.draft, rule.doubts, language_));
      }
      for (const std::size_t place : each.amounts) {
        const ExplainedAmount& amount = page.amounts[place];
        doubt(sheet, page, each, amount.name, amount.title);
        sheet.text(amount.value);
      }
      if (each.rules.empty() && each.amounts.empty()) {
        doubt(sheet, page, each, "", say("nessun risultato vi poggia", "no result rests on it"));
      }
    }
  }
  sheet.finish();
}

void ResultsBook::doubt(ReportTable& sheet, const AmbitoPage& page, const PageDoubt& each,
                        const std::string& name, const std::string& title) {
  sheet.begin(page);
  sheet.whole(static_cast<long long>(each.doubt.number));
  sheet.text(doubt_sentence(each.doubt, language_), Face::alarm);
  sheet.text(each.doubt.place);
  sheet.text(name);
  sheet.text(title);
}

void ResultsBook::doubts() {
  ReportTable sheet = table(say("Ipotesi", "Assumptions"),
                            say("Su che cosa si reggono i risultati che non sia certo",
                                "On what results rest that is not certain"),
                            {{say("Regola", "Rule"), 26},
                             {say("Titolo", "Title"), 40},
                             {say("Quanto è certo", "How sure"), 16},
                             {say("Che cosa", "What"), 80}});
  for (const AmbitoPage& page : pages_) {
    for (const Explanation& rule : page.rules) {
      doubts(sheet, page, rule, rule.assumptions, Confidence::ipotesi);
      doubts(sheet, page, rule, rule.unverified, Confidence::da_verificare);
    }
  }
  sheet.finish();
}

void ResultsBook::doubts(ReportTable& sheet, const AmbitoPage& page, const Explanation& rule,
                         const std::vector<Doubt>& doubts, Confidence confidence) {
  for (const std::string& doubt : texts(doubts)) {
    sheet.begin(page);
    sheet.text(rule.name);
    sheet.text(rule.title);
    sheet.text(confidence_word(confidence, language_));
    sheet.text(doubt);
  }
}

void ResultsBook::waivers() {
  ReportTable sheet = table(say("Deroghe", "Waivers"),
                            say("Atti che scusano una mancanza per un tempo: il verdetto resta",
                                "Acts that excuse a failure for a time: the verdict stands"),
                            {{say("Regola", "Rule"), 26},
                             {say("Verdetto", "Verdict"), 18},
                             {say("Atto", "Act"), 40},
                             {say("Motivo", "Reason"), 50},
                             {say("Fino al", "Until"), 18},
                             {say("Scaduta", "Expired"), 10}});
  for (const AmbitoPage& page : pages_) {
    for (const Explanation& rule : page.rules) {
      for (const ShownWaiver& waiver : rule.waivers) {
        sheet.begin(page);
        sheet.text(rule.name);
        sheet.verdict(rule.verdict, result_marks(rule.draft, rule.doubts, language_));
        sheet.text(waiver.act);
        sheet.text(waiver.reason);
        sheet.text(waiver.until);
        sheet.truth(waiver.expired);
      }
    }
  }
  sheet.finish();
}

void ResultsBook::findings() {
  ReportTable sheet = table(
      say("Avvisi", "Findings"),
      say("Che cosa non torna nei dati e nelle regole", "What is odd about data and rules"),
      {{say("Dove", "Where"), 40}, {say("Che cosa", "What"), 90}, {say("Codice", "Code"), 28}},
      false);
  for (const Diagnostic& diagnostic : report_.diagnostics.all()) {
    sheet.begin();
    sheet.text(diagnostic.where ? place_of(*diagnostic.where, report_.sources) : diagnostic.path);
    sheet.text(diagnostic.message.in(language_));
    sheet.text(name(diagnostic.code));
  }
  sheet.finish();
}

void ResultsBook::rules() {
  ReportTable sheet = table(say("Regole", "Rules"),
                            say("Con quali regole: file e impronte",
                                "By which rules: files and "
                                "fingerprints"),
                            {{say("Pacchetto", "Pack"), 26},
                             {say("Versione", "Version"), 12},
                             {say("Bozza", "Draft"), 8},
                             {"File", 44},
                             {"SHA-256", 70}},
                            false);
  for (const RulebookSource& source : report_.rulebook->sources) {
    sheet.begin();
    sheet.text(source.pack);
    sheet.text(source.version);
    mark_draft(sheet, source.draft);
    sheet.text(source.file);
    sheet.text(source.sha256);
  }
  sheet.finish();
}

}  // namespace leps::inline reports
