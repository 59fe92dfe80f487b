// A day as the number that stands for it wherever days are compared and counted like numbers.
#pragma once

#include "base/period.hpp"

namespace leps::inline base {

/// Its days from 1 January 1970, which may be fewer than none.
inline Rational number_of(Day day) { return Rational(day.time_since_epoch().count()); }

/// The day that a whole number stands for.
inline Day day_of(const Rational& number) {
  return Day{std::chrono::days{static_cast<int>(number.word().value())}};
}

}  // namespace leps::inline base
