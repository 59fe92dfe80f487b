// What an amount by bands could be, of numbers that are known within bounds.
#pragma once

#include "base/interval.hpp"

#include <vector>

namespace leps::inline evaluating {

struct BandsOf {
  Interval of;
  std::vector<Interval> limits;
  std::vector<Interval> rates;  // one more than limits
};

/// How much of a number lies in each band, the last without a limit.
std::vector<Rational> in_each_band(const Rational& of, const std::vector<Rational>& limits);

/// The least and the greatest, over every value of the numbers: of each band, its rate times how
/// much of `of` lies in it.
Interval range_of(const BandsOf& bands);

/// The least of which the amount by bands is at least `amount`, limits and rates known and no rate
/// below 0; at infinity where none is enough.
Bound reached_at(const Rational& amount, const std::vector<Rational>& limits,
                 const std::vector<Rational>& rates);

/// The greatest of which it is at most `amount`; at infinity where all are.
Bound kept_up_to(const Rational& amount, const std::vector<Rational>& limits,
                 const std::vector<Rational>& rates);

}  // namespace leps::inline evaluating
