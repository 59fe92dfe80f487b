// `almeno 2 dei seguenti: a, b`: what must hold, listed behind a colon as a law lists it.
#pragma once

#include "syntax/reader.hpp"

#include <optional>

namespace leps::inline syntax {

/// The colon behind a few words on the line of a place.
std::optional<Place> colon_behind_words(const Reader& reader, Place at);

/// The colon behind `fra` or `dei seguenti servizi`, if they stand at a place.
std::optional<Place> colon_of_list(const Reader& reader, Place at);

/// True where it is said at a place: it is refused, with the list as it is written.
bool refuse_spoken_count(Reader& reader, Place at);

}  // namespace leps::inline syntax
