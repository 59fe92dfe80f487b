// A day as the number that stands for it wherever days are compared and counted like numbers.
#pragma once

#include "base/period.hpp"

namespace leps::inline base {

/// Its days from 1 January 1970, which may be fewer than none.
inline Rational number_of(Day day) { return Rational(day.time_since_epoch().count()); }

}  // namespace leps::inline base
