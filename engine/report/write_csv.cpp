// One row for each rule of each Ambito and year, for a spreadsheet (RFC 4180). Italian: `;` between
// fields and a decimal comma, English: `,` and a point, as each one's Excel reads without asking;
// UTF-8 with a byte-order mark, without which Excel garbles the accents.
//
// No cell is ever run: a text that begins as a formula does (`= + - @`, tab, return) gets a `'`
// before it. Exact gaps stand as two whole numbers, above and below the line, because a spreadsheet
// reads `1/5` as the first of May.
#include "report/write_csv.hpp"

#include "assess/assess.hpp"
#include "explain/areas.hpp"
#include "explain/explain.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline reports {
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
  void numerator(const std::optional<Bound>& bound) {
    field(bound && bound->finite() ? to_string(bound->value().numerator()) : "");
  }
  void denominator(const std::optional<Bound>& bound) {
    field(bound && bound->finite() ? to_string(bound->value().denominator()) : "");
  }
  void list(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& item : items) all += (all.empty() ? "" : " | ") + item;
    text(all);
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

/// What a row is about: a rule of an Ambito in a year.
struct Row {
  const FactTable& facts;
  const RuleResult& result;
  const Explanation& rule;
  const ExplainedRequirement* farthest;  // null where no requirement has a gap
  const Typed& typed;
  Language language;

  [[nodiscard]] std::optional<Bound> least_gap() const {
    return farthest ? std::optional(farthest->gap->amount.lo) : std::nullopt;
  }
  [[nodiscard]] std::optional<Bound> most_gap() const {
    return farthest ? std::optional(farthest->gap->amount.hi) : std::nullopt;
  }
  [[nodiscard]] std::string rows(std::vector<std::string> FailingRows::*which) const {
    const auto* every = farthest ? farthest->gap->as<Gap::Rows>() : nullptr;
    return every ? names_of_rows(every->rows.*which, language) : "";
  }
  [[nodiscard]] const std::optional<Interval>& cost() const {
    static const std::optional<Interval> kNone;
    return result.rank ? result.cost : kNone;
  }
};

std::optional<Bound> least(const std::optional<Interval>& range) {
  return range ? std::optional(range->lo) : std::nullopt;
}
std::optional<Bound> most(const std::optional<Interval>& range) {
  return range ? std::optional(range->hi) : std::nullopt;
}

std::optional<Bound> percent(std::optional<Bound> share) {
  if (share && share->finite()) share = Bound(Rational(share->value() * 100));
  return share;
}

std::string verdict(const Row& row) {
  const bool italian = row.language == Language::italian;
  const std::string_view forecast = italian ? " (previsione)" : " (forecast)";
  return std::string(verdict_word(row.rule.verdict, row.language)) +
         std::string(row.rule.forecast ? forecast : "");
}

std::vector<std::string> possible_verdicts(const Row& row) {
  std::vector<std::string> words;
  for (const Verdict possible : row.rule.possible) {
    words.emplace_back(verdict_word(possible, row.language));
  }
  return words;
}

std::vector<std::string> missing_data(const Row& row) {
  std::vector<std::string> names;
  for (const UsedDatum& datum : row.rule.data) {
    if (!datum.missing) continue;
    const std::string holder = datum.held_by.empty() ? "" : " (" + datum.held_by + ")";
    names.push_back(datum.name + for_which_rows(datum, row.language) + holder);
  }
  return names;
}

std::vector<std::string> deciding_data(const Row& row) {
  std::vector<std::string> names;
  for (const UsedDatum& datum : row.rule.data) {
    if (datum.deciding) names.push_back(datum.name);
  }
  return names;
}

std::vector<std::string> waivers(const Row& row) {
  std::vector<std::string> sentences;
  for (const ShownWaiver& waiver : row.rule.waivers) {
    sentences.push_back(waiver_sentence(waiver, row.language));
  }
  return sentences;
}

std::vector<std::string> other_sources(const Row& row) {
  std::vector<std::string> sentences;
  for (const UsedDatum& datum : row.rule.data) {
    for (const ShownOther& other : datum.others) {
      sentences.push_back(datum.name + ": " +
                          other_sentence(other, row.rule.verdict, row.language));
    }
  }
  return sentences;
}

std::vector<std::string> titles(const std::vector<CitedSource>& sources) {
  std::vector<std::string> titles;
  for (const CitedSource& source : sources) titles.push_back(source.title);
  return titles;
}

/// A column: its name in both languages, and what stands in it.
struct Column {
  std::string_view italian, english;
  void (*write)(const Row& row, CsvWriter& csv);
};

constexpr Column kColumns[] = {
    {"ambito", "ambito", [](const Row& r, CsvWriter& csv) { csv.text(r.facts.ambito); }},
    {"nome", "name", [](const Row& r, CsvWriter& csv) { csv.text(r.facts.name); }},
    {"anno", "year", [](const Row& r, CsvWriter& csv) { csv.whole(r.facts.year); }},
    {"dati_al", "data_as_of",
     [](const Row& r, CsvWriter& csv) { csv.text(to_iso(r.facts.survey_date)); }},
    {"sintetico", "synthetic", [](const Row& r, CsvWriter& csv) { csv.truth(r.facts.synthetic); }},
    {"previsione", "forecast", [](const Row& r, CsvWriter& csv) { csv.truth(r.facts.forecast); }},
    {"regola", "rule", [](const Row& r, CsvWriter& csv) { csv.text(r.rule.name); }},
    {"titolo", "title", [](const Row& r, CsvWriter& csv) { csv.text(r.rule.title); }},
    {"categoria", "category", [](const Row& r, CsvWriter& csv) { csv.text(r.rule.category); }},
    {"verdetto", "verdict", [](const Row& r, CsvWriter& csv) { csv.text(verdict(r)); }},
    {"area", "area",
     [](const Row& r, CsvWriter& csv) { csv.text(area_title(r.result.outcome.rule, r.typed)); }},
    {"bozza", "draft", [](const Row& r, CsvWriter& csv) { csv.truth(r.rule.draft); }},
    {"dubbi", "doubts",
     [](const Row& r, CsvWriter& csv) { csv.list(doubt_sentences(r.rule.doubts, r.language)); }},
    {"verdetti_possibili", "possible_verdicts",
     [](const Row& r, CsvWriter& csv) { csv.list(possible_verdicts(r)); }},
    {"fragile", "fragile", [](const Row& r, CsvWriter& csv) { csv.truth(r.result.fragile); }},
    {"entro_tolleranza", "within_tolerance",
     [](const Row& r, CsvWriter& csv) { csv.text(r.rule.within_tolerance); }},
    {"posto", "rank",
     [](const Row& r, CsvWriter& csv) {
       csv.text(r.result.rank ? std::to_string(*r.result.rank) : "");
     }},
    {"perché_a_questo_posto", "rank_reason",
     [](const Row& r, CsvWriter& csv) { csv.text(r.rule.rank_reason); }},
    {"lacuna_relativa_minima_%", "least_relative_gap_%",
     [](const Row& r, CsvWriter& csv) { csv.bound(percent(least(r.result.relative_gap))); }},
    {"lacuna_relativa_massima_%", "greatest_relative_gap_%",
     [](const Row& r, CsvWriter& csv) { csv.bound(percent(most(r.result.relative_gap))); }},
    {"requisito_più_lontano", "farthest_requirement",
     [](const Row& r, CsvWriter& csv) { csv.text(r.farthest ? r.farthest->name : ""); }},
    {"lacuna", "gap",
     [](const Row& r, CsvWriter& csv) { csv.text(r.farthest ? r.farthest->gap_short : ""); }},
    {"lacuna_minima", "least_gap", [](const Row& r, CsvWriter& csv) { csv.bound(r.least_gap()); }},
    {"lacuna_massima", "greatest_gap",
     [](const Row& r, CsvWriter& csv) { csv.bound(r.most_gap()); }},
    {"unità", "unit",
     [](const Row& r, CsvWriter& csv) {
       csv.text(r.farthest ? to_string(r.farthest->gap->unit) : "");
     }},
    {"leva", "lever",
     [](const Row& r, CsvWriter& csv) {
       const bool any = r.farthest && r.farthest->gap->lever;
       csv.text(any ? r.typed.data[*r.farthest->gap->lever].name : "");
     }},
    {"lacuna_minima_numeratore", "least_gap_numerator",
     [](const Row& r, CsvWriter& csv) { csv.numerator(r.least_gap()); }},
    {"lacuna_minima_denominatore", "least_gap_denominator",
     [](const Row& r, CsvWriter& csv) { csv.denominator(r.least_gap()); }},
    {"lacuna_massima_numeratore", "greatest_gap_numerator",
     [](const Row& r, CsvWriter& csv) { csv.numerator(r.most_gap()); }},
    {"lacuna_massima_denominatore", "greatest_gap_denominator",
     [](const Row& r, CsvWriter& csv) { csv.denominator(r.most_gap()); }},
    {"righe_che_mancano", "failing_rows",
     [](const Row& r, CsvWriter& csv) { csv.text(r.rows(&FailingRows::failing)); }},
    {"righe_non_note", "open_rows",
     [](const Row& r, CsvWriter& csv) { csv.text(r.rows(&FailingRows::open)); }},
    {"costo_minimo", "least_cost",
     [](const Row& r, CsvWriter& csv) { csv.bound(least(r.cost())); }},
    {"costo_massimo", "greatest_cost",
     [](const Row& r, CsvWriter& csv) { csv.bound(most(r.cost())); }},
    {"unità_del_costo", "cost_unit",
     [](const Row& r, CsvWriter& csv) { csv.text(r.cost() ? to_string(r.result.cost_unit) : ""); }},
    {"dati_mancanti", "missing_data",
     [](const Row& r, CsvWriter& csv) { csv.list(missing_data(r)); }},
    {"dati_decisivi", "deciding_data",
     [](const Row& r, CsvWriter& csv) { csv.list(deciding_data(r)); }},
    {"ipotesi", "assumptions",
     [](const Row& r, CsvWriter& csv) { csv.list(texts(r.rule.assumptions)); }},
    {"da_verificare", "unverified",
     [](const Row& r, CsvWriter& csv) { csv.list(texts(r.rule.unverified)); }},
    {"deroghe", "waivers", [](const Row& r, CsvWriter& csv) { csv.list(waivers(r)); }},
    {"altre_fonti", "other_sources",
     [](const Row& r, CsvWriter& csv) { csv.list(other_sources(r)); }},
    {"fonti", "sources", [](const Row& r, CsvWriter& csv) { csv.list(titles(r.rule.sources)); }},
};

}  // namespace

std::string write_csv(const Report& report, WriteOptions options) {
  const Language language = options.language;
  CsvWriter csv(language);
  for (const Column& column : kColumns) {
    csv.text(language == Language::italian ? column.italian : column.english);
  }
  csv.end_row();
  for (const Assessment& assessment : report.assessments) {
    Evaluator evaluator = reading_of(report, assessment);
    for (const RuleResult& result : assessment.rules) {
      const Explanation rule =
          explain(report, assessment, result.outcome.rule, evaluator, language);
      const Row row{*assessment.facts,
                    result,
                    rule,
                    result.farthest ? &rule.requirements[*result.farthest] : nullptr,
                    report.rulebook->typed,
                    language};
      for (const Column& column : kColumns) column.write(row, csv);
      csv.end_row();
    }
  }
  return csv.result();
}

}  // namespace leps::inline reports
