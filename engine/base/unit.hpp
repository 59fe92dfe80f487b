// Units of measure: products of symbols with whole exponents, such as FTE/abitanti.
// A unit is a word of the pack: nothing here knows what an FTE is. Only hours, days and weeks
// have exact conversions; months and years do not (52 weeks are not a year), so they are
// ordinary symbols.
#pragma once

#include "base/rational.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline base {

class Unit {
 public:
  struct Factor {
    std::string symbol;
    int exponent = 1;
    bool operator==(const Factor&) const = default;
  };

  Unit() = default;  // no unit: a count, a share, a factor
  static Unit of(std::string_view symbol);
  static Unit hours() { return of("ore"); }
  static Unit days() { return of("giorni"); }
  static Unit euro() { return of("euro"); }

  [[nodiscard]] bool none() const { return factors_.empty(); }
  [[nodiscard]] const std::vector<Factor>& factors() const { return factors_; }

  friend Unit operator*(const Unit& a, const Unit& b);
  friend Unit operator/(const Unit& a, const Unit& b);
  bool operator==(const Unit&) const = default;

 private:
  std::vector<Factor> factors_;  // sorted by symbol, no exponent 0
};

/// By how much a number in `from` is multiplied to say the same in `to`; nothing where the two
/// measure different things. 3 giorni are 72 ore: conversion(giorni, ore) is 24.
std::optional<Rational> conversion(const Unit& from, const Unit& to);

/// `FTE/abitanti`, `ore/settimana`; empty for no unit.
std::string to_string(const Unit& unit);

/// True for the units of time that every pack knows: ora, giorno, settimana and their plurals,
/// hour, day, week and theirs.
bool is_built_in_unit(std::string_view symbol);

}  // namespace leps::inline base
