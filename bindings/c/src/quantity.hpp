// A number as C reads it: its ends as exact texts, with a double beside each for drawing.
#pragma once

#include "leps/leps.h"

#include "eval/value.hpp"

#include <optional>
#include <string>

struct leps_quantity {
  std::optional<std::string> lo, hi;  // none: no bound on that side
  double lo_double = 0, hi_double = 0;
  bool known = false;
  std::string unit;  // empty: none
};

namespace leps::capi {

leps_quantity view_number(const Interval& interval, const Unit& unit);

/// What a value is to C: a number, or else a word.
struct ValueView {
  std::optional<leps_quantity> amount;  // without either end where it is divided by zero
  std::string word;                     // of anything but a number, where known; else empty
};
ValueView view_value(const Value& value, const Type& type, const Typed& typed);

}  // namespace leps::capi
