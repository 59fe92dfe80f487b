// The lexemes of terms and of days of the data's year.
#pragma once

#include "syntax/lexemes.hpp"

namespace leps::inline syntax::grammar {

struct YearDayText {
  YearDay day;
  Span span;
};
/// A day of the data's year where a number, or another day, could stand as well.
inline const auto year_day_in_expression =
    lexeme<YearDayText>([](Reader& reader, Place& at, YearDayText& found) {
      if (!reader.begins_year_day(at)) return false;
      const Place begin = reader.after_blanks(at);
      if (!reader.year_day(at, found.day)) return false;
      found.span = reader.span(begin, at);
      return true;
    });

inline const auto term_word = lexeme<TermWord>([](Reader& reader, Place& at, TermWord& found) {
  return reader.term_word(at, found) && reader.count_operator(at - 1, at);
});
inline const auto term_unit = lexeme<TermUnitText>(
    [](Reader& reader, Place& at, TermUnitText& found) { return reader.term_unit(at, found); });
inline const auto article = lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
  reader.skip_article(at);
  return true;
});

/// `dalla`, for `da`: read as that, with a message.
inline const auto since_in_words = lexeme<x3::unused_type>(
    [](Reader& reader, Place& at, x3::unused_type) { return reader.since_in_words(at); });

}  // namespace leps::inline syntax::grammar
