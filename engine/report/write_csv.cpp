// One row for each rule of each Ambito and year, for a spreadsheet (RFC 4180). Italian: `;` between
// fields and a decimal comma, English: `,` and a point, as each one's Excel reads without asking;
// UTF-8 with a byte-order mark, without which Excel garbles the accents.
//
// No cell is ever run: a text that begins as a formula does (`= + - @`, tab, return) gets a `'`
// before it. Exact gaps stand as two whole numbers, above and below the line, because a spreadsheet
// reads `1/5` as the first of May.
#include "report/write_csv.hpp"

#include "explain/explain.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps {
namespace {

class CsvWriter {
 public:
  explicit CsvWriter(Language language)
      : language_(language), separator_(language == Language::italian ? ';' : ',') {}

  void text(std::string_view value) { field(cell_text(value)); }
  void whole(long long value) { field(std::to_string(value)); }
  /// Digits without grouping, which spreadsheets take for text.
  void number(const Rational& value) {
    std::string digits = show_number(value, language_, kDecimalsInCells).text;
    std::erase(digits, language_ == Language::italian ? '.' : ',');
    field(digits);
  }
  void bound(const std::optional<Bound>& bound) {
    if (bound && bound->finite()) {
      number(bound->value());
    } else {
      field("");
    }
  }
  void exact(const std::optional<Bound>& bound) {
    const bool known = bound && bound->finite();
    field(known ? bound->value().numerator().str() : "");
    field(known ? bound->value().denominator().str() : "");
  }
  void truth(bool value) { field(truth_word(value, language_)); }
  void end_row() {
    text_ += "\r\n";
    first_ = true;
  }

  [[nodiscard]] std::string result() const { return text_; }

 private:
  static constexpr int kDecimalsInCells = 6;

  void field(std::string_view value) {
    if (!first_) text_ += separator_;
    first_ = false;
    const std::string needs_quotes = std::string("\"\r\n;,") + separator_;
    if (value.find_first_of(needs_quotes) == std::string_view::npos) {
      text_ += value;
      return;
    }
    text_ += '"';
    for (const char c : value) {
      if (c == '"') text_ += '"';
      text_ += c;
    }
    text_ += '"';
  }

  Language language_;
  char separator_;
  bool first_ = true;
  std::string text_ = "\xEF\xBB\xBF";
};

constexpr std::string_view kItalian[] = {"ambito",
                                         "nome",
                                         "anno",
                                         "dati_al",
                                         "sintetico",
                                         "previsione",
                                         "regola",
                                         "titolo",
                                         "categoria",
                                         "verdetto",
                                         "bozza",
                                         "dubbi",
                                         "verdetti_possibili",
                                         "fragile",
                                         "entro_tolleranza",
                                         "posto",
                                         "perché_a_questo_posto",
                                         "lacuna_relativa_minima_%",
                                         "lacuna_relativa_massima_%",
                                         "requisito_più_lontano",
                                         "lacuna",
                                         "lacuna_minima",
                                         "lacuna_massima",
                                         "unità",
                                         "leva",
                                         "lacuna_minima_numeratore",
                                         "lacuna_minima_denominatore",
                                         "lacuna_massima_numeratore",
                                         "lacuna_massima_denominatore",
                                         "righe_che_mancano",
                                         "righe_non_note",
                                         "costo_minimo",
                                         "costo_massimo",
                                         "unità_del_costo",
                                         "dati_mancanti",
                                         "dati_decisivi",
                                         "ipotesi",
                                         "da_verificare",
                                         "deroghe",
                                         "altre_fonti",
                                         "fonti"};
constexpr std::string_view kEnglish[] = {"ambito",
                                         "name",
                                         "year",
                                         "data_as_of",
                                         "synthetic",
                                         "forecast",
                                         "rule",
                                         "title",
                                         "category",
                                         "verdict",
                                         "draft",
                                         "doubts",
                                         "possible_verdicts",
                                         "fragile",
                                         "within_tolerance",
                                         "rank",
                                         "rank_reason",
                                         "least_relative_gap_%",
                                         "greatest_relative_gap_%",
                                         "farthest_requirement",
                                         "gap",
                                         "least_gap",
                                         "greatest_gap",
                                         "unit",
                                         "lever",
                                         "least_gap_numerator",
                                         "least_gap_denominator",
                                         "greatest_gap_numerator",
                                         "greatest_gap_denominator",
                                         "failing_rows",
                                         "open_rows",
                                         "least_cost",
                                         "greatest_cost",
                                         "cost_unit",
                                         "missing_data",
                                         "deciding_data",
                                         "assumptions",
                                         "unverified",
                                         "waivers",
                                         "other_sources",
                                         "sources"};
static_assert(std::size(kItalian) == std::size(kEnglish));

class Table {
 public:
  Table(const Report& report, Language language)
      : report_(report), typed_(report.rulebook->typed), language_(language), csv_(language) {}

  std::string operator()() {
    for (const std::string_view name : language_ == Language::italian ? kItalian : kEnglish) {
      csv_.text(name);
    }
    csv_.end_row();
    for (const Assessment& assessment : report_.assessments) {
      Evaluator evaluator(*report_.rulebook, *assessment.facts, assessment.around);
      for (const RuleResult& result : assessment.rules) {
        row(*assessment.facts, result,
            explain(report_, assessment, result.outcome.rule, evaluator, language_));
      }
    }
    return csv_.result();
  }

 private:
  void row(const FactTable& facts, const RuleResult& result, const Explanation& rule) {
    csv_.text(facts.ambito);
    csv_.text(facts.name);
    csv_.whole(facts.year);
    csv_.text(to_iso(facts.survey_date));
    csv_.truth(facts.synthetic);
    csv_.truth(facts.forecast);
    csv_.text(rule.name);
    csv_.text(rule.title);
    csv_.text(rule.category);
    csv_.text(
        std::string(verdict_word(rule.verdict, language_)) +
        (rule.forecast ? (language_ == Language::italian ? " (previsione)" : " (forecast)") : ""));
    csv_.truth(rule.draft);
    list(doubt_sentences(rule.doubts, language_));
    std::vector<std::string> possible;
    for (const Verdict verdict : rule.possible) {
      possible.emplace_back(verdict_word(verdict, language_));
    }
    list(possible);
    csv_.truth(rule.result->fragile);
    csv_.text(rule.within_tolerance);
    if (result.rank) {
      csv_.whole(*result.rank);
    } else {
      csv_.text("");
    }
    csv_.text(rule.rank_reason);
    percent(result.relative_gap ? std::optional(result.relative_gap->lo) : std::nullopt);
    percent(result.relative_gap ? std::optional(result.relative_gap->hi) : std::nullopt);
    gap(rule);
    cost(result);
    data(rule);
    list(texts(rule.assumptions));
    list(texts(rule.unverified));
    std::vector<std::string> waivers, sources;
    for (const ShownWaiver& waiver : rule.waivers) {
      waivers.push_back(waiver_sentence(waiver, language_));
    }
    list(waivers);
    others(rule);
    for (const CitedSource& source : rule.sources) sources.push_back(source.title);
    list(sources);
    csv_.end_row();
  }

  void percent(std::optional<Bound> share) {
    if (share && share->finite()) share = Bound(Rational(share->value() * 100));
    csv_.bound(share);
  }

  void gap(const Explanation& rule) {
    const ExplainedRequirement* farthest = nullptr;
    for (const ExplainedRequirement& each : rule.requirements) {
      if (each.gap && (!farthest || each.gap->relative.hi > farthest->gap->relative.hi)) {
        farthest = &each;
      }
    }
    std::optional<Bound> least, most;
    if (farthest) {
      least = farthest->gap->amount.lo;
      most = farthest->gap->amount.hi;
    }
    csv_.text(farthest ? farthest->name : "");
    csv_.text(farthest ? farthest->gap_short : "");
    csv_.bound(least);
    csv_.bound(most);
    csv_.text(farthest ? to_string(farthest->gap->unit) : "");
    csv_.text(farthest && farthest->gap->lever ? typed_.data[*farthest->gap->lever].name : "");
    csv_.exact(least);
    csv_.exact(most);
    const bool of_rows = farthest && farthest->gap->kind == GapKind::rows;
    csv_.text(of_rows ? names_of_rows(farthest->gap->failing, language_) : "");
    csv_.text(of_rows ? names_of_rows(farthest->gap->open, language_) : "");
  }

  void others(const Explanation& rule) {
    std::vector<std::string> all;
    for (const UsedDatum& datum : rule.data) {
      for (const ShownOther& other : datum.others) {
        all.push_back(datum.name + ": " + other_sentence(other, rule.verdict, language_));
      }
    }
    list(all);
  }

  void cost(const RuleResult& result) {
    const bool shown = result.rank && result.cost;
    csv_.bound(shown ? std::optional(result.cost->lo) : std::nullopt);
    csv_.bound(shown ? std::optional(result.cost->hi) : std::nullopt);
    csv_.text(shown ? to_string(result.cost_unit) : "");
  }

  void data(const Explanation& rule) {
    std::vector<std::string> missing, deciding;
    for (const UsedDatum& datum : rule.data) {
      const std::string holder = datum.held_by.empty() ? "" : " (" + datum.held_by + ")";
      if (datum.missing) missing.push_back(datum.name + for_which_rows(datum, language_) + holder);
      if (datum.deciding) deciding.push_back(datum.name);
    }
    list(missing);
    list(deciding);
  }

  void list(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : " | ") + item;
    csv_.text(text);
  }

  const Report& report_;
  const Typed& typed_;
  Language language_;
  CsvWriter csv_;
};

}  // namespace

std::string write_csv(const Report& report, WriteOptions options) {
  return Table(report, options.language)();
}

}  // namespace leps
