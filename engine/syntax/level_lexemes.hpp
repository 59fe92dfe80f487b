// The lexemes of levels: a fraction that counts whole, bands.
#pragma once

#include "syntax/lexemes.hpp"
#include "syntax/operands.hpp"

namespace leps::inline syntax::grammar {

inline const auto or_fraction = lexeme<Span>(
    [](Reader& reader, Place& at, Span& found) { return reader.or_fraction(at, found); });
/// `livello o frazione di x`, read as it should stand, with a message.
inline const auto fraction_before_of =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      Span words;
      Place end = at;
      if (reader.refused() || !reader.or_fraction(end, words)) return false;
      const auto of = reader.keyword_at(reader.after_blanks(end));
      if (!of || of->keyword != Keyword::of) return false;
      const Place level = operand_begin(reader, reader.clause_begin(), at);
      const Place what = reader.after_blanks(of->end);
      const std::string form = std::string(between(level, reader.before_blanks(at))) + ' ' +
                               in_words(reader, Keyword::of) + ' ' +
                               std::string(between(what, operand_end(reader, what))) + " {0}";
      return reader.misplaced_fraction(at, form);
    });

/// `[` behind a name; where there is none nothing was needed.
inline const auto opens_index =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      if (reader.refused() || at == reader.end() || *at != '[') return false;
      ++at;
      return true;
    });

/// Reads nothing; true before `a scaglioni di`.
inline const auto bands_follow =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      return !reader.refused() &&
             reader.local_words_end(reader.after_blanks(at), Keyword::by_bands).has_value();
    });

}  // namespace leps::inline syntax::grammar
