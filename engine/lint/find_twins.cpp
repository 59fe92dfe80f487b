// Finds two things that a reader cannot tell apart: examples with one title, and words of one list
// that differ in a capital.
#include "lint/find_twins.hpp"

#include "syntax/characters.hpp"

#include <map>
#include <set>
#include <utility>

namespace leps::inline linting {
namespace {

// Titles of other files may be the same: messages name the file.
void find_titles(const Typed& typed, DiagnosticBag& bag) {
  std::map<std::pair<SourceId, std::string>, Span> seen;
  for (const typed::Example& example : typed.examples) {
    const auto [first, added] =
        seen.emplace(std::pair(example.span.source, example.title), example.span);
    if (added) continue;
    bag.report(Code::lint_example_twice, example.span, {example.title})
        .label(first->second, Text("il primo è qui", "the first is here"))
        .hint(Text("un altro titolo dice quale dei due fallisce",
                   "another title tells which of the two fails"));
  }
}

template <class Declared>
void find_words(const Typed& typed, const Declared& declared, Span where,
                std::set<ChoiceTypeId>& seen, DiagnosticBag& bag) {
  const auto* list = std::get_if<WordOf>(&declared.type);
  if (!list || !seen.insert(list->list).second) return;
  std::map<std::string, std::string> known;
  for (const std::string& word : typed.choice_types[list->list]) {
    const auto [first, added] = known.emplace(folded(word), word);
    if (added) continue;
    bag.report(Code::lint_words_alike, where, {first->second, word})
        .hint(Text("tieni una parola sola, o scegline due che si distinguono",
                   "keep one word, or choose two that can be told apart"));
  }
}

}  // namespace

void find_twins(const Typed& typed, DiagnosticBag& bag) {
  find_titles(typed, bag);
  std::set<ChoiceTypeId> seen;
  for (const typed::Datum& datum : typed.data) find_words(typed, datum, datum.span, seen, bag);
  for (const typed::Parameter& parameter : typed.parameters) {
    if (parameter.versions.empty()) continue;
    find_words(typed, parameter, parameter.versions.front().span, seen, bag);
  }
}

}  // namespace leps::inline linting
