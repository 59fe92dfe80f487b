// What an expression could be: a number within bounds, a set of truths, a set of words. Each with
// the missing data that it rests on and that could still change it.
#pragma once

#include "base/interval.hpp"
#include "check/typed.hpp"

#include <variant>
#include <vector>

namespace leps {

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

using DatumSet = SmallSet<DatumId>;
/// Divisors that are zero, or could be: what rests on them has no value.
using DivisorSet = SmallSet<typed::ExprId>;

template <class Element>
SmallSet<Element> merge(SmallSet<Element> a, const SmallSet<Element>& b) {
  a.merge(b);
  return a;
}

/// A number: the closed interval of all that it could be. `range.known()`: it is known.
struct Quantity {
  Interval range;
  DatumSet rests_on;         // the missing data that could still move it; empty where known
  DivisorSet zero_divisors;  // not empty: it may have no value at all
};

/// A condition: what it could be (Kleene). Both: not known.
struct Truth {
  bool can_be_true = true, can_be_false = true;
  DatumSet rests_on;         // the missing data that could still decide it; empty where decided
  DivisorSet zero_divisors;  // not empty: undecided because something is divided by zero

  [[nodiscard]] bool known() const { return can_be_true != can_be_false; }
  [[nodiscard]] bool is_true() const { return can_be_true && !can_be_false; }
  [[nodiscard]] bool is_false() const { return can_be_false && !can_be_true; }
};

/// A word of a list, or not known.
struct Word {
  std::optional<ChoiceWord> word;
  DatumSet rests_on;
};

using Value = std::variant<Quantity, Truth, Word>;

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

}  // namespace leps
