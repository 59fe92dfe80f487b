// The rows of everyday_words.def, and which of them stands at a place.
#pragma once

#include "syntax/reader.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace leps::inline syntax {

struct EverydayRow {
  enum class Kind { keyword, sign, verb, article, function };
  Language language;
  std::string_view words;
  Kind kind;
  Keyword keyword{};
  char sign = 0;
};

using RowsByWord = std::multimap<std::string, const EverydayRow*>;
using RowRange = std::pair<RowsByWord::const_iterator, RowsByWord::const_iterator>;

/// @param first  without accents and capitals
RowRange rows_beginning_with(const std::string& first, Language language);

/// Nearly all words of a pack begin no row, and this is asked at every name that the grammar reads:
/// false of none that does.
bool may_begin_row(std::string_view word, Language language);

/// `della` for `di`: a word with the article of what follows.
bool is_with_article(std::string_view written, std::string_view plain);

/// The first word of a row, as it is written at a place: `del` for `di`.
std::string first_word(std::string_view written);

/// Where a row ends, if its words stand at a place.
std::optional<Place> row_end(const Reader& reader, Place at, std::string_view words);

struct FoundRow {
  const EverydayRow* row;
  Place end;
};

/// The longest row at a place that `fits`; never a word of the language in its own place.
template <class Fits>
std::optional<FoundRow> row_at(const Reader& reader, Place at, Fits fits) {
  std::optional<FoundRow> found;
  const Place stop = reader.word_end_at(at);
  if (stop == at || !may_begin_row(between(at, stop), reader.language())) return found;
  const auto known = reader.keyword_at(at);
  const auto [begin, end] = rows_beginning_with(first_word(between(at, stop)), reader.language());
  for (auto each = begin; each != end; ++each) {
    const EverydayRow& row = *each->second;
    if (!fits(row)) continue;
    const auto row_stop = row_end(reader, at, row.words);
    const bool itself = known && known->keyword == row.keyword && row_stop == known->end;
    const bool longer = row_stop && (!found || *row_stop > found->end);
    if (longer && !itself) found = FoundRow{&row, *row_stop};
  }
  return found;
}

inline bool is_kind(const EverydayRow& row, EverydayRow::Kind kind) { return row.kind == kind; }

}  // namespace leps::inline syntax
