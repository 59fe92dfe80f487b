// Asks of words of every day whether they can have been meant in one way only, there where they
// stand.
#pragma once

#include "syntax/everyday_words.hpp"

namespace leps::inline syntax {

Readings readings_of(const Reader& reader, const EverydayWords& words);

}  // namespace leps::inline syntax
