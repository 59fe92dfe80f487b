#include "syntax/text_mistakes.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
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

/// The name that another block of the file gives to what has this title.
std::optional<std::string_view> name_with_title(const Reader& reader, const Standing& standing) {
  const std::string_view title = between(standing.begin, standing.end);
  const std::string_view text = between(reader.begin(), reader.end());
  for (auto at = text.find(title); at != std::string_view::npos; at = text.find(title, at + 1)) {
    const Place here = text.data() + at;
    if (here == standing.begin) continue;
    const Place end = reader.before_blanks(here);
    const auto size = static_cast<std::ptrdiff_t>(word_before(reader, end).size());
    const auto block = keyword_before(reader, end - size);
    if (size > 0 && block && has(block_keywords(), block->keyword)) return between(end - size, end);
  }
  return std::nullopt;
}

/// `"diretta", "mista"`
bool stands_in_list(const Reader& reader, const Standing& standing) {
  const Place next = reader.after_blanks(standing.end);
  return next != reader.end() && *next == ',';
}

}  // namespace

bool wants_new_name(const Failure& failure) {
  return std::any_of(failure.expected.begin(), failure.expected.end(), [](const Expectation& each) {
    return each.what != nullptr && each.what->it.find("il nome d") != std::string::npos;
  });
}

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

// `regola Organico del servizio`: a title between quotes, and a name before it.
bool hint_at_title(const Reader& reader, const Standing& standing, std::string_view before,
                   Diagnostic& diagnostic) {
  if (before.empty() || !reader.failure().wants(kQuoted)) return false;
  const auto block = reader.keyword_at(reader.after_blanks(line_begin(reader, before.data())));
  if (!block || !has(block_keywords(), block->keyword) ||
      reader.after_blanks(block->end) != before.data()) {
    return false;
  }
  const Place end = reader.before_blanks(std::find(standing.begin, reader.end(), '\n'));
  const std::string_view title = between(before.data(), end);
  if (title.find('"') != std::string_view::npos) return false;
  diagnostic.hint(format({"scrivi un nome breve, e il titolo fra virgolette: {0} {1} \"{2}\"",
                          "write a short name, and the title between quotes: {0} {1} \"{2}\""},
                         {word(block->keyword, reader.language()),
                          reader.language() == Language::italian ? "nome" : "name", title}));
  return true;
}

void hint_at_text(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Failure& failure = reader.failure();
  const auto inside = inside_quotes(standing);
  if (!inside) return;
  const bool wants_name = wants_new_name(failure);
  const std::string before = word_before(reader, reader.before_blanks(standing.begin));
  const Place heading = line_begin(reader, standing.begin);
  const bool heads = reader.word_end_at(heading) != heading &&
                     reader.after_blanks(heading + before.size()) == standing.begin;
  if (const auto named = name_with_title(reader, standing); named && wants_name) {
    diagnostic.hint(format({"si scrive il suo nome: {0}", "its name is written: {0}"}, {*named}));
    reader.mend(diagnostic, standing.begin, standing.end, std::string(*named), Readings::several);
    return;
  }
  const bool titled = failure.wants(kSourceName) || failure.wants(kRuleName) ||
                      failure.wants(kCategoryName) || failure.wants(kTableName) ||
                      failure.wants(kGroupName) || failure.wants(kCheckName);
  if (wants_name && heads && (titled || !is_name(*inside))) {
    diagnostic.hint(format({"davanti al titolo scrivi un nome breve, senza spazi: {0} nome {1}",
                            "before the title write a short name without blanks: {0} name {1}"},
                           {before, between(standing.begin, standing.end)}));
    return;
  }
  if (before == word(Keyword::whole, reader.language()) && !failure.wants(kExpression)) {
    diagnostic.hint(format({"il titolo sta subito dietro il tipo: {1} {0}",
                            "the title stands right behind the type: {1} {0}"},
                           {before, between(standing.begin, standing.end)}));
    return;
  }
  const bool typed = failure.wants(kType) && !stands_in_list(reader, standing);
  if (typed || failure.wants(kColon)) {
    diagnostic.hint(
        format({"prima del titolo sta il tipo: {0}", "the type stands before the title: {0}"},
               {line_with(reader, standing.begin, standing.begin, typed ? "…" : ": …")}));
    if (typed) hint_at_quoted_words(reader, standing, diagnostic);
    return;
  }
  if (wants_name) {
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
