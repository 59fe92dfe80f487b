// What an expression could be: a number or a day within bounds, a set of truths, a word, a period,
// a timetable between the hours that are certain and those that are possible, a text. Each with the
// missing data that it rests on and that could still change it.
#pragma once

#include "base/interval.hpp"
#include "check/typed.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace leps::inline evaluating {

/// A set, sorted, each element once. Empty (and without memory) where everything is known.
template <class Element>
class SmallSet {
 public:
  SmallSet() = default;
  SmallSet(std::initializer_list<Element> elements) {
    for (const Element& element : elements) add(element);
  }
  void add(Element element);
  void merge(const SmallSet& other);
  [[nodiscard]] bool empty() const { return elements_.empty(); }
  [[nodiscard]] bool contains(Element element) const;
  [[nodiscard]] std::size_t size() const { return elements_.size(); }
  auto begin() const { return elements_.begin(); }
  auto end() const { return elements_.end(); }
  bool operator==(const SmallSet&) const = default;

 private:
  std::vector<Element> elements_;
};

/// A datum whose value is not known: this Ambito's in this year, or one that is asked of another.
struct MissingDatum {
  DatumId datum;
  std::uint16_t years_back = 0;     // of so many years before
  std::optional<GroupId> of_group;  // of the other members of the Ambito's group of this name

  MissingDatum(DatumId id) : datum(id) {}  // NOLINT: this Ambito's own, of this year
  MissingDatum(DatumId id, int years, std::optional<GroupId> group = std::nullopt)
      : datum(id), years_back(static_cast<std::uint16_t>(years)), of_group(group) {}
  bool operator==(const MissingDatum&) const = default;
  // By hand: not every standard library orders its optionals by `<=>`, as a default would ask.
  bool operator<(const MissingDatum& other) const {
    return std::tie(datum, years_back, of_group) <
           std::tie(other.datum, other.years_back, other.of_group);
  }
};
using DatumSet = SmallSet<MissingDatum>;

/// As results name it, for programs to read: `popolazione`, of another year `popolazione@2024`, of
/// the other members of a group `famiglie@gruppo:progetto_pippi`.
/// @param year  of the results that it is missing in
std::string name_of(const MissingDatum& missing, const Typed& typed, int year);
/// What keeps an expression from having a value, or could: divisors that are zero, aggregates
/// without a row (`media`), differences that begin at `mai`.
using DivisorSet = SmallSet<typed::ExprId>;

template <class Element>
SmallSet<Element> merge(SmallSet<Element> a, const SmallSet<Element>& b) {
  a.merge(b);
  return a;
}

/// A number: the closed interval of all that it could be. `range.known()`: it is known. A day is
/// its number of days from 1 January 1970, and `mai` plus infinity.
struct Quantity {
  Interval range;
  DatumSet rests_on;         // the missing data that could still move it; empty where known
  DivisorSet zero_divisors;  // not empty: it may have no value at all
};

/// A condition: what it could be (Kleene). Both: not known.
struct Truth {
  bool can_be_true = true, can_be_false = true;
  DatumSet rests_on;         // the missing data that could still decide it; empty where decided
  DivisorSet zero_divisors;  // not empty: undecided because something has no value, or may not

  [[nodiscard]] bool known() const { return can_be_true != can_be_false; }
  [[nodiscard]] bool is_true() const { return can_be_true && !can_be_false; }
  [[nodiscard]] bool is_false() const { return can_be_false && !can_be_true; }
};

/// A word of a list, or not known.
struct Word {
  std::optional<ChoiceWord> word;
  DatumSet rests_on;
};

/// A period, or not known.
struct PeriodValue {
  std::optional<Period> period;
  DatumSet rests_on;
};

/// A timetable: the hours in which it is certainly open, and those in which it could be.
struct TimetableValue {
  std::shared_ptr<const Timetable> least, most;
  DatumSet rests_on;  // empty where the two are the same

  [[nodiscard]] bool known() const { return *least == *most; }
};

/// A text, or not known.
struct TextValue {
  std::optional<std::string> text;
  DatumSet rests_on;
};

using Value = std::variant<Quantity, Truth, Word, PeriodValue, TimetableValue, TextValue>;

template <class Element>
void SmallSet<Element>::add(Element element) {
  auto at = elements_.begin();
  while (at != elements_.end() && *at < element) ++at;
  if (at == elements_.end() || element < *at) elements_.insert(at, element);
}

template <class Element>
void SmallSet<Element>::merge(const SmallSet& other) {
  if (elements_.empty()) {
    elements_ = other.elements_;
    return;
  }
  for (const Element& element : other.elements_) add(element);
}

template <class Element>
bool SmallSet<Element>::contains(Element element) const {
  for (const Element& own : elements_) {
    if (own == element) return true;
  }
  return false;
}

}  // namespace leps::inline evaluating
