#include "report/results_book.hpp"

#include "explain/verdict_sentence.hpp"
#include "words/failing_names.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports {
namespace {

std::string title_or_name(const typed::Datum& datum) {
  return datum.title.empty() ? datum.name : datum.title;
}

std::vector<std::string> titles_at(const AmbitoPage& page, const std::vector<std::size_t>& places) {
  std::vector<std::string> all;
  for (const std::size_t place : places) all.push_back(page.rules[place].title);
  return all;
}

}  // namespace

ResultsBook::ResultsBook(const Report& report, Language language)
    : report_(report),
      typed_(report.rulebook->typed),
      language_(language),
      book_(say("Livelli essenziali: risultati", "Essential levels: results")) {
  for (const Assessment& assessment : report.assessments) {
    pages_.push_back(make_page(report, assessment, language));
  }
}

std::optional<std::string> ResultsBook::operator()() {
  overview();
  doubted_data();
  gaps();
  priorities();
  missing_data();
  amounts();
  areas();
  doubts();
  waivers();
  findings();
  rules();
  return book_.finish();
}

void ResultsBook::overview() {
  Columns columns = {{say("Dati al", "Data as of"), 17}, {say("Dati insoliti", "Odd data"), 40}};
  for (const CategoryCounts& category :
       pages_.empty() ? std::vector<CategoryCounts>() : pages_.front().categories) {
    for (const Verdict verdict : kVerdicts) {
      columns.push_back({category.name + ": " + std::string(verdict_word(verdict, language_)), 13});
    }
  }
  columns.push_back({say("Da fare per primo", "To do first"), 34});
  for (const RuleId id : typed_.rules.keys()) {
    columns.push_back({plain(typed_.rules[id].versions.back().title), 19});
  }
  ReportTable sheet =
      table(say("Quadro", "Overview"),
            say("Quali livelli raggiunge ogni Ambito", "Which levels each Ambito reaches"),
            std::move(columns));
  for (const AmbitoPage& page : pages_) {
    sheet.begin(page);
    sheet.text(page.survey);
    std::vector<std::string> odd;
    for (const PageDoubt& each : page.doubts) odd.push_back(doubt_sentence(each.doubt, language_));
    sheet.texts(odd, odd.empty() ? Face::plain : Face::alarm);
    for (const CategoryCounts& category : page.categories) {
      for (const Verdict verdict : kVerdicts) {
        sheet.whole(static_cast<long long>(category.of(verdict)));
      }
    }
    sheet.text(page.ranked.empty() ? "" : page.rules[page.ranked.front()].title);
    for (const Explanation& rule : page.rules) {
      sheet.verdict(rule.verdict, result_marks(rule.draft, rule.doubts, language_));
    }
  }
  sheet.finish();
}

void ResultsBook::gaps() {
  ReportTable sheet =
      table(say("Lacune", "Gaps"),
            say("Quanto manca, requisito per requisito", "How much is missing, by requirement"),
            {{say("Regola", "Rule"), 26},
             {say("Titolo", "Title"), 40},
             {say("Categoria", "Category"), 18},
             {say("Area", "Area"), 26},
             {say("Requisito", "Requirement"), 18},
             {say("Verdetto del requisito", "Verdict of the requirement"), 18},
             {say("Bozza", "Draft"), 8},
             {say("Dubbi sui dati", "Doubts about data"), 40},
             {say("Entro tolleranza", "Within tolerance"), 11},
             {say("Lacuna", "Gap"), 20},
             {say("Lacuna minima", "Least gap"), 13},
             {say("Lacuna massima", "Greatest gap"), 13},
             {say("Minima esatta", "Least, exact"), 15},
             {say("Massima esatta", "Greatest, exact"), 15},
             {say("Unità", "Unit"), 14},
             {say("Si colma con", "Closed by"), 24},
             {say("Raggiungerla non basta", "Reaching it is not enough"), 12},
             {say("Lacuna relativa minima", "Least relative gap"), 11},
             {say("Lacuna relativa massima", "Greatest relative gap"), 11},
             {say("Non a posto", "Not met"), 28},
             {say("Non si sa di", "Not known of"), 28},
             {say("Scarto minimo", "Least shortfall"), 12},
             {say("Scarto massimo", "Greatest shortfall"), 12},
             {say("Unità dello scarto", "Unit of the shortfall"), 12},
             {say("Costo minimo", "Least cost"), 14},
             {say("Costo massimo", "Greatest cost"), 14},
             {say("Unità del costo", "Unit of the cost"), 12},
             {say("In parole", "In words"), 60}});
  for (const AmbitoPage& page : pages_) {
    for (const Explanation& rule : page.rules) {
      for (std::size_t i = 0; i < rule.requirements.size(); ++i) gap(sheet, page, rule, i);
    }
  }
  sheet.finish();
}

void ResultsBook::gap(ReportTable& sheet, const AmbitoPage& page, const Explanation& rule,
                      std::size_t place) {
  const ExplainedRequirement& requirement = rule.requirements[place];
  const auto& within = rule.result->outcome.within_tolerance;
  sheet.begin(page);
  sheet.text(rule.name);
  sheet.text(rule.title);
  sheet.text(rule.category);
  sheet.text(area_title(rule.result->outcome.rule, typed_));
  sheet.text(requirement.title.empty() ? requirement.name : requirement.title);
  sheet.verdict(requirement.verdict, result_marks(rule.draft, rule.doubts, language_));
  marks(sheet, rule.draft, rule.doubts);
  sheet.truth(place < within.size() && within[place]);
  if (!requirement.gap) return;
  const Gap& gap = *requirement.gap;
  sheet.text(requirement.gap_short);
  sheet.range(gap.amount);
  sheet.exact(gap.amount);
  sheet.text(to_string(gap.unit));
  sheet.text(gap.lever ? title_or_name(typed_.data[*gap.lever]) : "");
  sheet.truth(gap.strict);
  sheet.share(gap.relative.lo);
  sheet.share(gap.relative.hi);
  sheet.texts(failing_names(gap, typed_, language_));
  sheet.texts(failing_rows(gap).open);
  sheet.range(gap.shortfall ? std::optional(gap.shortfall->range) : std::nullopt);
  sheet.text(gap.shortfall ? to_string(gap.shortfall->unit) : "");
  sheet.range(gap.cost);
  sheet.text(gap.cost ? to_string(gap.cost_unit) : "");
  sheet.text(on_one_line(requirement.statement));
}

void ResultsBook::priorities() {
  ReportTable sheet = table(say("Priorità", "Priorities"),
                            say("Che cosa fare per primo, e perché", "What to do first, and why"),
                            {{say("Posto", "Place"), 7},
                             {say("Regola", "Rule"), 26},
                             {say("Titolo", "Title"), 40},
                             {say("Categoria", "Category"), 18},
                             {say("Verdetto", "Verdict"), 18},
                             {say("Bozza", "Draft"), 8},
                             {say("Dubbi sui dati", "Doubts about data"), 40},
                             {say("Lacuna", "Gap"), 20},
                             {say("Lacuna relativa massima", "Greatest relative gap"), 11},
                             {say("Costo minimo", "Least cost"), 14},
                             {say("Costo massimo", "Greatest cost"), 14},
                             {say("Unità del costo", "Unit of the cost"), 12},
                             {say("Beneficiari", "Beneficiaries"), 18},
                             {say("Scadenza", "Deadline"), 18},
                             {say("Perché a questo posto", "Why at this place"), 60}});
  for (const AmbitoPage& page : pages_) {
    for (const std::size_t place : page.ranked) {
      const Explanation& rule = page.rules[place];
      const RuleResult& result = *rule.result;
      sheet.begin(page);
      sheet.whole(*result.rank);
      sheet.text(rule.name);
      sheet.text(rule.title);
      sheet.text(rule.category);
      sheet.verdict(rule.verdict, result_marks(rule.draft, rule.doubts, language_));
      marks(sheet, rule.draft, rule.doubts);
      sheet.text(rule.gap_short);
      sheet.share(result.relative_gap ? std::optional(result.relative_gap->hi) : std::nullopt);
      sheet.range(result.cost);
      sheet.text(result.cost ? to_string(result.cost_unit) : "");
      sheet.text(rule.beneficiaries);
      sheet.text(rule.deadline);
      sheet.text(capitalized(rule.rank_reason));
    }
  }
  sheet.finish();
}

void ResultsBook::missing_data() {
  ReportTable sheet = table(say("Dati mancanti", "Missing data"),
                            say("Che cosa chiedere, e a chi", "What to ask, and of whom"),
                            {{say("Dato", "Datum"), 30},
                             {say("Che cos'è", "What it is"), 50},
                             {say("Da chiedere a", "Ask"), 34},
                             {say("Che cosa se ne sa", "What is known of it"), 18},
                             {say("Decide il verdetto di", "Decides the verdict of"), 50},
                             {say("Serve anche a", "Serves also"), 50}});
  for (const AmbitoPage& page : pages_) {
    for (const Asked& asked : page.asked) {
      sheet.begin(page);
      sheet.text(asked.datum.name);
      sheet.text(asked.datum.title);
      sheet.text(asked.datum.held_by);
      sheet.text(asked.datum.value);
      sheet.texts(titles_at(page, asked.decides));
      sheet.texts(titles_at(page, asked.serves));
    }
  }
  sheet.finish();
}

void ResultsBook::amounts() {
  ReportTable sheet = table(say("Importi", "Amounts"),
                            say("Importi calcolati dalle regole", "Amounts that the rules compute"),
                            {{say("Calcolo", "Amount"), 30},
                             {say("Che cos'è", "What it is"), 50},
                             {say("Valore", "Value"), 20},
                             {say("Bozza", "Draft"), 8},
                             {say("Dubbi sui dati", "Doubts about data"), 40},
                             {say("Minimo", "Least"), 14},
                             {say("Massimo", "Greatest"), 14},
                             {say("Minimo esatto", "Least, exact"), 16},
                             {say("Massimo esatto", "Greatest, exact"), 16},
                             {say("Unità", "Unit"), 12},
                             {say("Formula con i numeri", "Formula with its numbers"), 60}});
  for (const AmbitoPage& page : pages_) {
    for (const ExplainedAmount& amount : page.amounts) {
      sheet.begin(page);
      sheet.text(amount.name);
      sheet.text(amount.title);
      sheet.text(amount.value);
      marks(sheet, amount.draft, amount.doubts);
      const Value& value = page.assessment->result_of(amount.computed)->value;
      const auto* quantity = std::get_if<Quantity>(&value);
      const Type& type = typed_.computed[amount.computed].type;
      const auto* number = std::get_if<NumberOf>(&type);
      // What divides by zero has no value; a day is no number.
      const bool has_number = quantity && number && quantity->zero_divisors.empty();
      const auto range = has_number ? std::optional(quantity->range) : std::nullopt;
      sheet.range(range);
      sheet.exact(range);
      sheet.text(number ? to_string(number->unit) : "");
      sheet.text(amount.formula.with_numbers);
    }
  }
  sheet.finish();
}

void ResultsBook::mark_draft(ReportTable& sheet, bool draft) const {
  if (!draft) return sheet.text("");
  sheet.text(draft_word(language_), Face::alarm);
}

void ResultsBook::marks(ReportTable& sheet, bool draft,
                        const std::vector<ShownDoubt>& doubts) const {
  mark_draft(sheet, draft);
  sheet.texts(doubt_sentences(doubts, language_), doubts.empty() ? Face::plain : Face::alarm);
}

}  // namespace leps::inline reports
