#include "base/unit.hpp"

#include <algorithm>

namespace leps::inline base {
namespace {

struct TimeUnit {
  std::string_view plural, singular;
  int hours;
};

constexpr TimeUnit kTime[] = {
    {"ore", "ora", 1},    {"giorni", "giorno", 24}, {"settimane", "settimana", 168},
    {"hours", "hour", 1}, {"days", "day", 24},      {"weeks", "week", 168},
};

const TimeUnit* time_unit(std::string_view symbol) {
  for (const TimeUnit& unit : kTime) {
    if (symbol == unit.plural || symbol == unit.singular) return &unit;
  }
  return nullptr;
}

std::vector<Unit::Factor> product(std::vector<Unit::Factor> factors,
                                  const std::vector<Unit::Factor>& others, int sign) {
  for (const Unit::Factor& other : others) {
    const auto at = std::lower_bound(
        factors.begin(), factors.end(), other.symbol,
        [](const Unit::Factor& f, const std::string& symbol) { return f.symbol < symbol; });
    if (at == factors.end() || at->symbol != other.symbol) {
      factors.insert(at, {other.symbol, sign * other.exponent});
    } else if ((at->exponent += sign * other.exponent) == 0) {
      factors.erase(at);
    }
  }
  return factors;
}

}  // namespace

Unit Unit::of(std::string_view symbol) {
  Unit unit;
  const TimeUnit* time = time_unit(symbol);
  unit.factors_.push_back({std::string(time ? time->plural : symbol), 1});
  return unit;
}

Unit operator*(const Unit& a, const Unit& b) {
  Unit unit;
  unit.factors_ = product(a.factors_, b.factors_, 1);
  return unit;
}

Unit operator/(const Unit& a, const Unit& b) {
  Unit unit;
  unit.factors_ = product(a.factors_, b.factors_, -1);
  return unit;
}

std::optional<Rational> conversion(const Unit& from, const Unit& to) {
  // Two units measure the same when they differ only in which time unit stands above and below
  // the line. Hours a week are not a pure number: time above and below is counted apart.
  struct Shape {
    Rational scale = 1;
    int time_above = 0, time_below = 0;
    std::vector<Unit::Factor> rest;
  };
  const auto shape = [](const Unit& unit) {
    Shape s;
    for (const Unit::Factor& factor : unit.factors()) {
      const TimeUnit* time = time_unit(factor.symbol);
      if (!time) {
        s.rest.push_back(factor);
        continue;
      }
      (factor.exponent > 0 ? s.time_above : s.time_below) += factor.exponent;
      for (int i = 0; i < factor.exponent; ++i) s.scale *= time->hours;
      for (int i = 0; i > factor.exponent; --i) s.scale /= time->hours;
    }
    return s;
  };
  const Shape a = shape(from), b = shape(to);
  if (a.rest != b.rest || a.time_above != b.time_above || a.time_below != b.time_below) {
    return std::nullopt;
  }
  return Rational(a.scale / b.scale);
}

std::string to_string(const Unit& unit) {
  std::string above, below;
  for (const Unit::Factor& factor : unit.factors()) {
    for (int i = 0; i < factor.exponent; ++i) {
      if (!above.empty()) above += "·";
      above += factor.symbol;
    }
    for (int i = 0; i > factor.exponent; --i) {
      const TimeUnit* time = time_unit(factor.symbol);
      below += '/';
      below += time ? time->singular : std::string_view(factor.symbol);
    }
  }
  return (above.empty() && !below.empty() ? "1" : above) + below;
}

bool is_built_in_unit(std::string_view symbol) { return time_unit(symbol) != nullptr; }

}  // namespace leps::inline base
