#include "syntax/text_mistakes.hpp"

#include "syntax/vocabulary.hpp"

#include <string>

namespace leps::inline syntax {
namespace {

/// Texts in quotes, one after the other, as the words of a list.
void hint_at_quoted_words(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  std::string words;
  bool as_they_stand = true;
  Place at = standing.begin, end = at;
  while (at != reader.end() && *at == '"') {
    const Place close = reader.text_end(at, '"');
    if (close == reader.end() || *close != '"') return;
    as_they_stand = as_they_stand && is_name(between(at + 1, close));
    words += (words.empty() ? "" : ", ") + as_name(between(at + 1, close));
    end = close + 1;
    at = reader.after_blanks(end);
    if (at == reader.end() || *at != ',') break;
    at = reader.after_blanks(at + 1);
  }
  diagnostic.hint(format({"le parole di un elenco si scrivono senza virgolette: {0} {1}",
                          "the words of a list are written without quotes: {0} {1}"},
                         {word(Keyword::one_of, reader.language()), words}));
  if (reader.failure().wants(kType)) {  // it may be a title, and the type is missing
    words.insert(0, std::string(word(Keyword::one_of, reader.language())) + ' ');
    as_they_stand = false;
  }
  reader.mend(diagnostic, standing.begin, end, words,
              as_they_stand ? Readings::one : Readings::several);
}

}  // namespace

std::string as_name(std::string_view text) {
  std::string name(text);
  for (char& each : name) {
    if (each == ' ' || each == '-') each = '_';
  }
  return name;
}

std::optional<std::string_view> inside_quotes(const Standing& standing) {
  const bool closed = standing.kind == Standing::Kind::text && standing.end - standing.begin > 2 &&
                      standing.end[-1] == '"';
  if (!closed) return std::nullopt;
  return between(standing.begin + 1, standing.end - 1);
}

void hint_at_text(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Failure& failure = reader.failure();
  const auto inside = inside_quotes(standing);
  if (!inside) return;
  if (failure.wants(kCategoryName) || failure.wants(kSourceName) || failure.wants(kUnitName)) {
    const std::string name = as_name(*inside);
    diagnostic.hint(
        format({"un nome si scrive senza virgolette: {0}", "a name is written without quotes: {0}"},
               {name}));
    reader.mend(diagnostic, standing.begin, standing.end, name, Readings::several);
    return;
  }
  if (is_digit(inside->front()) && failure.wants(kNumber)) {
    const std::string_view value = *inside;
    diagnostic.hint(format(
        {"un valore si scrive senza virgolette: {0}", "a value is written without quotes: {0}"},
        {value}));
    reader.mend(diagnostic, standing.begin, standing.end, std::string(value), Readings::several);
    return;
  }
  if (failure.wants(kType) || failure.wants(kChoiceName)) {
    hint_at_quoted_words(reader, standing, diagnostic);
  }
}

}  // namespace leps::inline syntax
