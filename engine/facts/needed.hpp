// Says in words what kind of value a datum needs.
#pragma once

#include "base/text.hpp"
#include "check/typed.hpp"

namespace leps::inline reading {

/// Whether a datum is a part of a whole, from 0 to 1.
bool is_share(const typed::Datum& datum);

/// "un numero intero", "una quota da 0 a 1": what a datum needs.
Text needed(const typed::Datum& datum);

}  // namespace leps::inline reading
