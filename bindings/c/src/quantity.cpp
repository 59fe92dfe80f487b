#include "quantity.hpp"

#include "lookup.hpp"
#include "words/formula.hpp"

#include <limits>

namespace leps::capi {
namespace {

std::optional<std::string> exact(const Bound& bound) {
  if (!bound.finite()) return std::nullopt;
  return to_string(bound.value());
}

// The only floating point of the engine: it goes out, and never comes back in.
double approximate(const Bound& bound) {
  if (bound.finite()) return bound.value().nearest_double();
  return bound.sign() * std::numeric_limits<double>::infinity();
}

}  // namespace

leps_quantity view_number(const Interval& interval, const Unit& unit) {
  return {exact(interval.lo),       exact(interval.hi), approximate(interval.lo),
          approximate(interval.hi), interval.known(),   to_string(unit)};
}

ValueView view_value(const Value& value, const Type& type, const Typed& typed) {
  const auto* number = std::get_if<Quantity>(&value);
  if (number && std::holds_alternative<NumberOf>(type)) {
    const bool has_value = number->zero_divisors.empty();
    return {view_number(has_value ? number->range : Interval::everything(),
                        std::get<NumberOf>(type).unit),
            {}};
  }
  std::string shown = show_value(value, type, typed, Language::italian);
  return {std::nullopt, shown == "?" ? std::string() : std::move(shown)};
}

}  // namespace leps::capi

using leps::capi::text_if_any;

namespace {
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
}  // namespace

const char* leps_quantity_lo(const leps_quantity* quantity) {
  return quantity ? text_if_any(quantity->lo) : nullptr;
}

const char* leps_quantity_hi(const leps_quantity* quantity) {
  return quantity ? text_if_any(quantity->hi) : nullptr;
}

double leps_quantity_lo_double(const leps_quantity* quantity) {
  return quantity ? quantity->lo_double : kNoNumber;
}

double leps_quantity_hi_double(const leps_quantity* quantity) {
  return quantity ? quantity->hi_double : kNoNumber;
}

bool leps_quantity_is_known(const leps_quantity* quantity) { return quantity && quantity->known; }

const char* leps_quantity_unit(const leps_quantity* quantity) {
  return quantity && !quantity->unit.empty() ? quantity->unit.c_str() : nullptr;
}
