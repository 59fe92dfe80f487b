// A fact: one datum of one Ambito in one period, with where it was said.
#pragma once

#include "base/interval.hpp"
#include "base/period.hpp"
#include "check/typed.hpp"
#include "source/span.hpp"

#include <optional>
#include <string>
#include <variant>

namespace leps {

/// A number between bounds (equal where it is known), a truth, a word; nothing where not known.
using FactValue = std::variant<std::monostate, Interval, bool, ChoiceWord>;

struct Fact {
  FactValue value;
  std::optional<Span> cell;  // where the data say it; none where they do not mention it
  std::string origin;        // `fonte`: who published it; empty where not said
  std::optional<Day> as_of;  // `al`
};

/// What is known of a datum that nobody gave: no more than its declared bounds.
Fact missing_fact(const typed::Datum& datum);
/// False where the value could still be more than one thing.
bool is_known(const Fact& fact);

}  // namespace leps
