#include "syntax/one_reading.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/operands.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace leps::inline syntax {
namespace {

using enum Keyword;

bool has_two_meanings(const EverydayWords& words, Language language) {
  struct Doubtful {
    Language language;
    std::string_view words;
  };
  constexpr Doubtful kDoubtful[] = {
#define LEPS_EVERYDAY_TWO_MEANINGS(language, words) {Language::language, words},
#include "syntax/everyday_words.def"
  };
  return std::any_of(std::begin(kDoubtful), std::end(kDoubtful), [&](const Doubtful& row) {
    return row.language == language && row.words == words.row;
  });
}

/// Whether something else of a kind stands in the clause in which the words do.
template <class Is>
bool clause_has(const Reader& reader, const EverydayWords& words, Is is) {
  Place at = reader.after_blanks(reader.clause_begin());
  while (at != reader.end()) {
    if (at >= words.begin && at < words.end) at = reader.after_blanks(words.end);
    if (at == reader.end()) break;
    const auto known = reader.keyword_at(at);
    if (at >= words.end && known && known->keyword < share) break;  // another clause begins
    if (is(at, known)) return true;
    at = reader.after_blanks(behind_lexeme(reader, at));
  }
  return false;
}

// `a o b ed anche c`: in words nobody says which of the two joins first.
bool is_joined_otherwise(const Reader& reader, const EverydayWords& words) {
  const Keyword opposite = words.keyword == logical_and ? logical_or : logical_and;
  return clause_has(reader, words, [&](Place at, const std::optional<KeywordHere>& known) {
    if (known) return known->keyword == opposite;
    const auto said = everyday_operator(reader, at);
    return said && said->kind == EverydayWords::Kind::keyword && said->keyword == opposite;
  });
}

// `a + b diviso c`: said aloud, half of whoever hears it divides the sum.
bool is_reckoned_otherwise(const Reader& reader, const EverydayWords& words) {
  return clause_has(reader, words, [&](Place at, const std::optional<KeywordHere>& known) {
    if (known) return known->keyword == of;
    const auto said = everyday_operator(reader, at);
    return std::string_view("+-*/").find(*at) != std::string_view::npos ||
           (said && said->kind == EverydayWords::Kind::sign);
  });
}

// `posti della rete` may be the name of one thing; `80% delle richieste` may not.
bool follows_number(const Reader& reader, Place at) {
  const Place end = reader.before_blanks(at);
  return end != reader.begin() && (is_digit(end[-1]) || end[-1] == '%');
}

bool has_one_reading(const Reader& reader, const EverydayWords& words) {
  switch (words.kind) {
    case EverydayWords::Kind::article:
      return !reader.stands_as_name(between(words.begin, words.end));
    case EverydayWords::Kind::sign:
      return !is_reckoned_otherwise(reader, words) &&
             !(words.row == "x" && reader.stands_as_name("x"));
    case EverydayWords::Kind::keyword:
      break;
  }
  if (words.keyword == of) return follows_number(reader, words.begin);
  const bool joins = words.keyword == logical_and || words.keyword == logical_or;
  const bool euphonic = words.row == "ed" || words.row == "od";
  return !joins || euphonic || !is_joined_otherwise(reader, words);
}

}  // namespace

Readings readings_of(const Reader& reader, const EverydayWords& words) {
  // A `livello` may be a rule or a parameter, a `risultato` a name.
  const bool block = words.kind == EverydayWords::Kind::keyword && !words.row.empty() &&
                     (has(block_keywords(), words.keyword) || words.keyword == expect ||
                      words.keyword == survey_date);
  return block || has_two_meanings(words, reader.language()) || !has_one_reading(reader, words)
             ? Readings::several
             : Readings::one;
}

}  // namespace leps::inline syntax
