#include "syntax/everyday_rows.hpp"

#include "syntax/first_words.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

using enum Keyword;

constexpr EverydayRow kEverydayRows[] = {
#define LEPS_EVERYDAY(language, words, word) \
  {Language::language, words, EverydayRow::Kind::keyword, word},
#define LEPS_EVERYDAY_SIGN(language, words, written) \
  {Language::language, words, EverydayRow::Kind::sign, {}, written},
#define LEPS_EVERYDAY_VERB(language, words) {Language::language, words, EverydayRow::Kind::verb},
#define LEPS_EVERYDAY_ARTICLE(language, word) \
  {Language::language, word, EverydayRow::Kind::article},
#define LEPS_EVERYDAY_FUNCTION(language, written, word) \
  {Language::language, written, EverydayRow::Kind::function, word},
#include "syntax/everyday_words.def"
};

std::string first_of(std::string_view words) {
  return folded(words.substr(0, words.find_first_of(" /")));
}

const RowsByWord& rows_of(Language language) {
  static const auto by_first_word = [] {
    std::array<RowsByWord, 2> all;
    for (const EverydayRow& row : kEverydayRows) {
      all[row.language == Language::italian ? 0 : 1].emplace(first_of(row.words), &row);
    }
    return all;
  }();
  return by_first_word[language == Language::italian ? 0 : 1];
}

using Forms = std::array<std::string_view, 7>;
constexpr Forms kOfA = {"al", "allo", "alla", "ai", "agli", "alle", "all"};
constexpr Forms kOfDi = {"del", "dello", "della", "dei", "degli", "delle", "dell"};
constexpr Forms kOfDa = {"dal", "dallo", "dalla", "dai", "dagli", "dalle", "dall"};

/// `alla` for `a`, `dell'` for `di`: the form with an article, without the apostrophe.
bool has_article(std::string_view written, std::string_view plain) {
  const Forms* forms = plain == "a"    ? &kOfA
                       : plain == "di" ? &kOfDi
                       : plain == "da" ? &kOfDa
                                       : nullptr;
  return forms != nullptr && std::find(forms->begin(), forms->end(), written) != forms->end();
}

/// Where one word of a row ends, if it stands at `at`.
std::optional<Place> word_of_row_end(const Reader& reader, Place at, std::string_view word,
                                     bool last) {
  if (word.find('/') != std::string_view::npos) {
    const Place end = at + word.size();
    const bool there = between(at, reader.end()).starts_with(word);
    return there && reader.word_end_at(end) == end ? std::optional(end) : std::nullopt;
  }
  const Place end = reader.word_end_at(at);
  const std::string_view written = between(at, end);
  // `è` is told apart from `e`, which is a word of the language.
  const bool accents_count = folded(word) == syntax::word(logical_and, Language::italian);
  if (accents_count ? written == word : folded(written) == folded(word)) return end;
  if (!last || !has_article(folded(written), word)) return std::nullopt;
  return written.ends_with("ll") ? reader.apostrophe_end(end).value_or(end) : end;
}

}  // namespace

bool is_with_article(std::string_view written, std::string_view plain) {
  return has_article(folded(written), plain);
}

RowRange rows_beginning_with(const std::string& first, Language language) {
  return rows_of(language).equal_range(first);
}

bool may_begin_row(std::string_view word, Language language) {
  static const auto words = [] {
    std::array<FirstWords, 2> all;
    for (const EverydayRow& row : kEverydayRows) {
      all[row.language == Language::italian ? 0 : 1].add(first_of(row.words));
    }
    for (const std::string_view form : kOfDi) all[0].add(form);
    return all;
  }();
  return words[language == Language::italian ? 0 : 1].may_hold(word);
}

std::string first_word(std::string_view written) {
  std::string first = folded(written);
  return has_article(first, "di") ? "di" : first;
}

std::optional<Place> row_end(const Reader& reader, Place at, std::string_view words) {
  while (true) {
    const std::string_view next = words.substr(0, words.find(' '));
    const bool last = next.size() == words.size();
    const auto end = word_of_row_end(reader, at, next, last);
    if (!end || last) return end;
    words.remove_prefix(next.size() + 1);
    at = reader.after_blanks(*end);
  }
}

}  // namespace leps::inline syntax
