// Types of expressions: a number with its unit, a truth, a word of a list, a day, a period, a
// timetable, a text, the rows of a table.
#pragma once

#include "base/unit.hpp"
#include "resolve/resolved.hpp"

namespace leps::inline checking {

/// What kind of number without a unit this is. `90%` is a share; `3` is bare; a ratio of two
/// persone, or a datum declared `numero`, is plain and goes with either.
enum class Purity { plain, share, bare };

struct NumberOf {
  Unit unit;
  Purity purity = Purity::plain;  // meaningful only where the unit is none
  bool zero = false;              // the literal 0, which fits any unit
  bool operator==(const NumberOf&) const = default;
};
struct TruthValue {
  bool operator==(const TruthValue&) const = default;
};
struct WordOf {
  ChoiceTypeId list;
  bool operator==(const WordOf&) const = default;
};

/// A day, or `mai`, which is later than every day.
struct DayOf {
  bool operator==(const DayOf&) const = default;
};
struct PeriodOf {
  bool operator==(const PeriodOf&) const = default;
};
struct TimetableOf {
  bool operator==(const TimetableOf&) const = default;
};
struct TextOf {
  bool operator==(const TextOf&) const = default;
};
/// A whole table: of a datum that `elenco` declares, never of an expression.
struct RowsOf {
  TableId table;
  bool operator==(const RowsOf&) const = default;
};

using Type =
    std::variant<NumberOf, TruthValue, WordOf, DayOf, PeriodOf, TimetableOf, TextOf, RowsOf>;

}  // namespace leps::inline checking
