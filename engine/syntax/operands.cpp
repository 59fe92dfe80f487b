#include "syntax/operands.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace leps::inline syntax {
namespace {

using enum Keyword;

/// True for a keyword that stands between operands, and not in one.
bool divides(Keyword word) {
  constexpr std::array kBetween = {logical_and, logical_or, logical_not, if_,
                                   then,        otherwise,  where};
  return word <= one_of || is_comparison(word) ||
         std::find(kBetween.begin(), kBetween.end(), word) != kBetween.end();
}

}  // namespace

bool is_comparison(Keyword word) { return word >= at_least && word <= different_from; }

std::string joined(const std::vector<std::string>& items, std::string_view by) {
  std::string all;
  for (const std::string& each : items) {
    if (!all.empty()) all += by;
    all += each;
  }
  return all;
}

std::string in_words(const Reader& reader, Keyword keyword) {
  return std::string(word(keyword, reader.language()));
}

Place behind_lexeme(const Reader& reader, Place at) {
  if (*at == '"') {
    const Place close = reader.text_end(at, '"');
    return close != reader.end() && *close == '"' ? close + 1 : close;
  }
  const auto known = reader.keyword_at(at);
  const Place stop = known ? known->end : reader.word_end_at(at);
  if (stop != at) return stop;
  return at + std::max<std::size_t>(1, character_at(at, reader.end()).length);
}

std::string text_between(Place begin, Place end) { return std::string(between(begin, end)); }

std::optional<Keyword> type_word_of(const Reader& reader, std::string_view datum) {
  const auto type = datum.empty() ? std::nullopt : reader.declared_type(Keyword::datum, datum);
  const auto known = type ? reader.keyword_at(*type) : std::nullopt;
  return known ? std::optional(known->keyword) : std::nullopt;
}

Place line_begin(const Reader& reader, Place at) {
  while (at != reader.begin() && at[-1] != '\n') --at;
  return at;
}

std::string word_before(const Reader& reader, Place end) {
  Place begin = end;
  for (Place at = end; at > reader.begin() && !is_blank(at[-1]); --at) {
    if (reader.word_end_at(at - 1) == end) begin = at - 1;
  }
  return std::string(between(begin, end));
}

std::optional<KeywordBefore> keyword_before(const Reader& reader, Place at) {
  constexpr std::ptrdiff_t kLongest = 32;  // no keyword is longer
  const Place end = reader.before_blanks(at);
  std::optional<KeywordBefore> found;  // the longest: `per ogni`, and not `ogni`
  for (Place begin = end; begin > reader.begin() && end - begin < kLongest; --begin) {
    const Place here = begin - 1;
    const bool starts = here == reader.begin() || is_blank(here[-1]) || here[-1] == '(';
    const auto known = starts ? reader.keyword_at(here) : std::nullopt;
    if (known && known->end == end) found = KeywordBefore{known->keyword, here};
  }
  return found;
}

Place operand_begin(const Reader& reader, Place from, Place at) {
  std::vector<Place> outside;
  Place begin = from;
  for (Place here = reader.after_blanks(from); here < at;) {
    const auto known = reader.keyword_at(here);
    const Place next = behind_lexeme(reader, here);
    if (known && divides(known->keyword)) begin = next;
    if (*here == '(') outside.push_back(begin);
    if (*here == '(' || *here == ':' || *here == '=' || *here == ';') begin = next;
    if (*here == ')' && !outside.empty()) {
      begin = outside.back();
      outside.pop_back();
    }
    here = reader.after_blanks(next);
  }
  return std::min(reader.after_blanks(begin), at);
}

Place operand_end(const Reader& reader, Place at) {
  int open = 0;
  Place here = at;
  while (here < reader.end() && *here != '\n') {
    const auto known = reader.keyword_at(here);
    if (known && divides(known->keyword)) break;
    const Place next = behind_lexeme(reader, here);
    const bool decimal = *here == ',' && next != reader.end() && is_digit(*next);
    const bool separates = *here == ';' || *here == ':' || (*here == ',' && !decimal);
    if ((separates || *here == ')') && open == 0) break;
    if (*here == '(') ++open;
    if (*here == ')') --open;
    here = next;
  }
  return std::max(at, reader.before_blanks(here));
}

}  // namespace leps::inline syntax
