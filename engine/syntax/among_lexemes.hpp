// The lexemes of what stands between two ends, or among several things.
#pragma once

#include "syntax/lexemes.hpp"

namespace leps::inline syntax::grammar {

inline const auto among_word = lexeme<Span>(
    [](Reader& reader, Place& at, Span& found) { return reader.among_word(at, found); });
inline const auto count_among_word = lexeme<x3::unused_type>(
    [](Reader& reader, Place& at, x3::unused_type) { return reader.count_among_word(at); });
/// Reads nothing; true before `almeno 2 fra a`.
inline const auto count_among_follows =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      return !reader.refused() && reader.begins_count_among(at);
    });
/// Reads nothing; false, with a message, where it cannot be told whether a list goes on.
inline const auto list_ends =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      return !reader.refused() && reader.list_ends(at);
    });

}  // namespace leps::inline syntax::grammar
