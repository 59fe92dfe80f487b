#include "report/report_table.hpp"

#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline reports {
namespace {

constexpr std::uint32_t kTitleRow = 0, kAlarmRow = 1, kHeadRow = 3;

Face face_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::soddisfatto:
      return Face::met;
    case Verdict::parziale:
      return Face::partial;
    case Verdict::non_soddisfatto:
      return Face::unmet;
    case Verdict::non_valutabile:
      return Face::unknown;
    case Verdict::non_applicabile:
    case Verdict::non_vigente:
      break;
  }
  return Face::quiet;
}

std::string exact_text(const Bound& bound) {
  return bound.finite() ? to_string(bound.value()) : std::string();
}

}  // namespace

std::string kind_of_data(const FactTable& facts, Language language) {
  const bool italian = language == Language::italian;
  std::string text;
  if (facts.synthetic) text = italian ? "SINTETICI, INVENTATI" : "SYNTHETIC, INVENTED";
  if (facts.forecast)
    text += (text.empty() ? "" : " · ") + std::string(italian ? "previsione" : "forecast");
  if (text.empty()) text = italian ? "definitivi" : "final";
  return text;
}

ReportTable::ReportTable(Workbook& workbook, const Report& report, Language language,
                         const std::string& name, const std::string& title,
                         std::vector<Column> columns, bool of_ambiti)
    : language_(language), sheet_(workbook.add_sheet(name)), row_(kHeadRow) {
  if (of_ambiti) {
    const std::vector<Column> own = {{"Ambito", 18},
                                     {say("Nome", "Name"), 26},
                                     {say("Anno", "Year"), 7},
                                     {say("Dati", "Data"), 24}};
    columns.insert(columns.begin(), own.begin(), own.end());
  }
  sheet_.text({kTitleRow, 0}, title, Face::title);
  const auto any = [&](auto is) {
    return std::any_of(report.assessments.begin(), report.assessments.end(),
                       [&](const Assessment& assessment) { return is(*assessment.facts); });
  };
  std::string alarm;
  if (any([](const FactTable& facts) { return facts.synthetic; })) {
    alarm = say("DATI SINTETICI, INVENTATI per prova: non dicono nulla di nessun Ambito vero.",
                "SYNTHETIC DATA, INVENTED for trial: they say nothing of any real Ambito.");
  }
  if (any([](const FactTable& facts) { return facts.forecast; })) {
    alarm += (alarm.empty() ? "" : " ") + say("PREVISIONE: i verdetti non sono definitivi.",
                                              "FORECAST: verdicts are not final.");
  }
  if (std::any_of(report.assessments.begin(), report.assessments.end(),
                  [](const Assessment& assessment) { return !assessment.doubts.empty(); })) {
    alarm += (alarm.empty() ? "" : " ") +
             say("DATI INSOLITI: il foglio «Dubbi» dice quali, e che cosa vi poggia.",
                 "ODD DATA: the sheet «Doubts» says which, and what rests on them.");
  }
  const auto& packs = report.rulebook->typed.packs;
  if (std::any_of(packs.begin(), packs.end(), [](const typed::Pack& pack) { return pack.draft; })) {
    alarm += (alarm.empty() ? "" : " ") + say("BOZZA: ciò che è segnato così non è ancora norma.",
                                              "DRAFT: what is marked so is not law yet.");
  }
  if (!alarm.empty()) sheet_.text({kAlarmRow, 0}, alarm, Face::alarm);
  for (const Column& column : columns) {
    sheet_.width(columns_, column.width);
    sheet_.text({kHeadRow, columns_++}, column.title, Face::head);
  }
  sheet_.freeze({kHeadRow + 1, static_cast<std::uint16_t>(of_ambiti ? 3 : 1)});
  sheet_.print_lying();
}

void ReportTable::begin() {
  ++row_;
  column_ = 0;
}

void ReportTable::begin(const AmbitoPage& page) {
  begin();
  const FactTable& facts = *page.facts;
  text(facts.ambito);
  text(page.name);
  sheet_.whole(next(), facts.year);
  text(kind_of_data(facts, language_), facts.synthetic ? Face::alarm : Face::plain);
}

void ReportTable::text(std::string_view text, Face face) {
  const At at = next();
  if (!text.empty()) sheet_.text(at, text, face);
}

void ReportTable::texts(const std::vector<std::string>& items, Face face) {
  std::string all;
  for (const std::string& item : items) all += (all.empty() ? "" : " | ") + item;
  text(all, face);
}

void ReportTable::whole(long long value) { sheet_.whole(next(), value); }

void ReportTable::truth(bool value) { text(truth_word(value, language_)); }

void ReportTable::verdict(Verdict verdict, std::string_view marks) {
  text(std::string(verdict_symbol(verdict)) + " " + std::string(verdict_word(verdict, language_)) +
           std::string(marks),
       face_of(verdict));
}

void ReportTable::number(const std::optional<Bound>& bound) {
  const At at = next();
  if (bound && bound->finite()) sheet_.number(at, bound->value());
}

void ReportTable::share(const std::optional<Bound>& bound) {
  const At at = next();
  if (bound && bound->finite()) sheet_.share(at, bound->value());
}

void ReportTable::range(const std::optional<Interval>& range) {
  number(range ? std::optional(range->lo) : std::nullopt);
  number(range ? std::optional(range->hi) : std::nullopt);
}

void ReportTable::exact(const std::optional<Interval>& range) {
  text(range ? exact_text(range->lo) : "");
  text(range ? exact_text(range->hi) : "");
}

void ReportTable::finish() {
  if (row_ == kHeadRow) {
    begin();
    text(say("nessuna riga", "no row"), Face::quiet);
  }
  sheet_.filter({kHeadRow, 0}, {row_, static_cast<std::uint16_t>(columns_ - 1)});
}

}  // namespace leps::inline reports
