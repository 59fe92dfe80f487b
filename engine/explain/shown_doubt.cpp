#include "explain/shown_doubt.hpp"

#include "explain/sentences.hpp"
#include "explain/used_data.hpp"
#include "words/citation.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline explaining {
namespace {

// What a sentence names before the finding; the finding itself has all its numbers.
constexpr std::size_t kMostSubjects = 4;

// `Popolazione residente, 2024: 131 abitanti`; empty of what nobody gave, and of whole lists.
std::string subject(const Read& about, const Report& report, const FactTable& own,
                    Evaluator& evaluator, Language language) {
  const FactTable& there = *about.facts;
  const typed::Datum& declared = report.rulebook->typed.data[about.datum];
  const bool in_rows = declared.field_of || std::holds_alternative<RowsOf>(declared.type);
  if (in_rows || !is_given(there.facts[about.datum], declared)) return {};
  Evaluator& of = &there == &own ? evaluator : evaluator.of(there);
  const UsedDatum used = use_datum(about.datum, report, of, language);
  std::string text = used.label();
  if (there.ambito != own.ambito) text += ", " + plain(there.name);
  if (there.year != own.year) text += ", " + std::to_string(there.year);
  return text + ": " + used.value;
}

}  // namespace

std::string doubt_sentence(const ShownDoubt& doubt, Language language) {
  const Say say(language);
  std::string said = doubt.said;
  if (!doubt.subjects.empty()) said = say(sentences::doubt_about, doubt.subjects, said);
  if (!doubt.place.empty()) said = say(sentences::doubt_at, said, doubt.place);
  return say(doubt.severity == Severity::note ? sentences::doubt_note : sentences::doubt_odd, said);
}

std::vector<std::string> doubt_sentences(const std::vector<ShownDoubt>& doubts, Language language) {
  std::vector<std::string> all;
  for (const ShownDoubt& doubt : doubts) all.push_back(doubt_sentence(doubt, language));
  return all;
}

std::string doubt_mark(const std::vector<ShownDoubt>& doubts, Language language) {
  if (doubts.empty()) return {};
  std::vector<std::string> numbers;
  for (const ShownDoubt& doubt : doubts) numbers.push_back(std::to_string(doubt.number));
  return Say(language).of(numbers.size() == 1, sentences::doubt_numbers,
                          join_words(numbers, language));
}

ShownDoubt show_doubt(std::size_t place, const Report& report, const Assessment& assessment,
                      Evaluator& evaluator, Language language) {
  const DataDoubt& doubt = assessment.doubts[place];
  ShownDoubt shown;
  shown.number = place + 1;
  std::size_t named = 0;
  for (const Read& about : doubt.about) {
    if (named == kMostSubjects) break;
    const std::string text = subject(about, report, *assessment.facts, evaluator, language);
    if (text.empty()) continue;
    shown.subjects += (named++ == 0 ? "" : "; ") + text;
  }
  shown.said = plain(doubt.said.in(language));
  if (doubt.where) shown.place = place_of(*doubt.where, report.sources);
  shown.severity = severity(doubt.code);
  return shown;
}

std::vector<ShownDoubt> show_doubts(const std::vector<Doubted>& doubts, const Report& report,
                                    const Assessment& assessment, Evaluator& evaluator,
                                    Language language) {
  std::vector<ShownDoubt> shown;
  for (const Doubted& each : doubts) {
    shown.push_back(show_doubt(each.doubt, report, assessment, evaluator, language));
  }
  return shown;
}

}  // namespace leps::inline explaining
