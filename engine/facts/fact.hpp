// A fact: one datum of one Ambito in one period, with where it was said.
#pragma once

#include "base/interval.hpp"
#include "base/period.hpp"
#include "check/typed.hpp"
#include "source/span.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline reading {

struct FactRow;
/// The rows of a table; shared, since facts are copied to ask what would be if one were another.
using Rows = std::shared_ptr<const std::vector<FactRow>>;

/// A number between bounds (equal where it is known) or a day as its number, `mai` at infinity; a
/// truth, a word, a period, a timetable, a text, rows; nothing where not known.
using FactValue =
    std::variant<std::monostate, Interval, bool, ChoiceWord, Period, Timetable, std::string, Rows>;

struct Fact {
  FactValue value;
  std::optional<Span> cell;  // where the data say it; none where they do not mention it
  std::string origin;        // `fonte`: who published it; empty where not said
  std::optional<Day> as_of;  // `al`

  /// What other sources say of it: `precedenza` decided for the value above.
  struct Other {
    FactValue value;
    std::optional<Span> cell;
    std::string origin;
    std::optional<Day> as_of;
  };
  std::vector<Other> others;
};

/// A row of a table: a cell for each of its fields, in their order.
struct FactRow {
  std::string key;  // what names it: its key field as written; else `riga 3`
  std::vector<Fact> cells;
  Span span;
};

/// Whether two sources say the same. Never of rows.
bool same(const FactValue& a, const FactValue& b);

/// What is known of a datum that nobody gave: no more than its declared bounds.
Fact missing_fact(const typed::Datum& datum);
/// Whether the data say anything of it beyond what its declaration does.
bool is_given(const Fact& fact, const typed::Datum& datum);
/// False where the value could still be more than one thing.
bool is_known(const Fact& fact);

}  // namespace leps::inline reading
