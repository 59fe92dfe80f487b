// Says of a mistake how it is written, and asks what else could have been meant.
#include "syntax/reader.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>

namespace leps::inline syntax {
namespace {

bool is_of_word(char c) {
  return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
         c == '_';
}

bool ends_operand(char c) { return is_of_word(c) || c == '%' || c == '"' || c == ')' || c == ']'; }

bool begins_or_ends_comment(std::string_view text) {
  return text.find("/*") != std::string_view::npos || text.find("*/") != std::string_view::npos;
}

/// How many words of blocks there are, of each language and not of both.
struct BlockWords {
  std::size_t own = 0, foreign = 0;
};

BlockWords count_block_words(const Reader& reader) {
  BlockWords count;
  for (Place at = reader.begin(); at != reader.end();) {
    const Place stop = reader.word_end_at(at);
    if (stop == at) {
      ++at;
      continue;
    }
    const std::string_view word = between(at, stop);
    const auto own = keyword(word, reader.language());
    const auto foreign = keyword(word, other(reader.language()));
    if (own && has(block_keywords(), *own)) ++count.own;
    if (foreign && has(block_keywords(), *foreign)) ++count.foreign;
    at = stop;
  }
  return count;
}

}  // namespace

bool Failure::wants(const Text& what) const {
  return std::any_of(expected.begin(), expected.end(),
                     [&](const Expectation& each) { return each.what == &what; });
}

bool Failure::wants(Keyword keyword) const {
  return std::any_of(expected.begin(), expected.end(),
                     [&](const Expectation& each) { return each.keyword == keyword; });
}

std::string_view Reader::written(Place begin, Place end) const {
  return written_.substr(static_cast<std::size_t>(begin - begin_),
                         static_cast<std::size_t>(end - begin));
}

void Reader::mend(Diagnostic& found, Place begin, Place end, std::string text,
                  Readings readings) const {
  const std::string_view before = written(begin, end);
  if (begins_or_ends_comment(before) && before != between(begin, end)) return;
  if (!text.empty()) {
    const bool word_first = is_of_word(text.front()) || text.front() == '"';
    const bool word_last = is_of_word(text.back()) || text.back() == '"';
    if (word_first && begin != begin_ && ends_operand(begin[-1])) text.insert(0, " ");
    if (word_last && end != end_ && (is_of_word(*end) || *end == '"')) text += ' ';
  }
  found.mend(
      {.where = span(begin, end), .text = std::move(text), .certain = readings == Readings::one});
}

void Reader::hint_at_composed(Diagnostic& found, Place begin, Place end) const {
  const std::string whole = composed(between(begin, end));
  found.hint(
      format({"riscrivilo con la lettera accentata: '{0}'; si vede uguale, ma è un altro testo",
              "write it again with the accented letter: '{0}'; it looks the same, but is another "
              "text"},
             {whole}));
  mend(found, begin, end, whole, has_combining_marks(whole) ? Readings::several : Readings::one);
}

Readings Reader::readings_of_foreign_word() const {
  const BlockWords words = count_block_words(*this);
  return words.own > words.foreign ? Readings::one : Readings::several;
}

template <class Visit>
void Reader::for_each_written(std::string_view word, const Visit& visit) const {
  const std::string_view text = between(begin_, end_);
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const Place begin = text.data() + at, end = begin + word.size();
    const bool alone = begin == begin_ || !is_of_word(begin[-1]);
    if (alone && word_end_at(begin) == end) visit(begin, end);
  }
}

std::size_t Reader::times_written(std::string_view word) const {
  std::size_t times = 0;
  for_each_written(word, [&](Place, Place) { ++times; });
  return times;
}

Readings Reader::readings_of_glued_word(std::string_view word) const {
  if (std::any_of(word.begin(), word.end(), is_digit)) return Readings::several;
  bool found = false;
  for_each_written(word, [&](Place begin, Place) { found = found || begin != begin_; });
  return found ? Readings::one : Readings::several;
}

bool Reader::declares(Keyword block, std::string_view name) const {
  bool found = false;
  for_each_written(word(block, language_), [&](Place, Place end) {
    const Place here = after_blanks(end);
    found = found || between(here, word_end_at(here)) == name;
  });
  return found;
}

std::optional<Place> Reader::declared_type(Keyword block, std::string_view name) const {
  std::optional<Place> type;
  for_each_written(word(block, language_), [&](Place, Place end) {
    const Place here = after_blanks(end);
    const Place colon = after_blanks(word_end_at(here));
    const bool declared =
        between(here, word_end_at(here)) == name && colon != end_ && *colon == ':';
    if (declared && !type) type = after_blanks(colon + 1);
  });
  return type;
}

bool Reader::stands_as_name(std::string_view word) const {
  const auto before = names_.find(word);
  if (before != names_.end()) return before->second;
  bool found = false;
  for_each_written(word, [&](Place, Place end) {
    if (found) return;
    const Place next = after_blanks(end);
    const auto known = keyword_at(next);
    const bool sign = next != end_ && (*next == ':' || *next == '.' || *next == '=');
    found = sign || (known && known->keyword == Keyword::in);
  });
  names_.emplace(word, found);
  return found;
}

}  // namespace leps::inline syntax
