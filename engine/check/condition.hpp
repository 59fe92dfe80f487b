// A condition in normal form. Gaps, sentences, break-evens and levers all look at a condition as it
// would read with every `non` pushed down to its comparisons and truths.
#pragma once

#include "check/typed.hpp"

#include <variant>
#include <vector>

namespace leps::inline checking {

/// An expression of a condition, under an even or odd number of `non`. It is no `non` itself.
struct Literal {
  typed::ExprId expr;
  bool negated = false;

  friend bool operator==(const Literal&, const Literal&) = default;
};

struct Condition {
  struct Comparison {
    typed::Compare compare;
    typed::Relation relation;  // as it must hold: the opposite under a `non`
  };
  /// `x tra a e b`; under a `non` it is one of two comparisons.
  struct Between {
    typed::Between range;
  };
  /// `almeno 2 fra a, b, c`
  struct Among {
    Comparison comparison;  // of how many hold
    std::vector<Condition> parts;
  };
  /// `a e b e c`, and `non (a o b)`: none of its parts is one itself.
  struct All {
    std::vector<Condition> parts;
  };
  /// `a o b o c`, and `non (a e b)`: none of its parts is one itself.
  struct Any {
    std::vector<Condition> parts;
  };
  /// `se … allora … altrimenti`
  struct Either {
    typed::ExprId which;
    std::vector<Condition> branches;  // two: where `which` holds, and where it does not
  };
  /// `per ogni`; under a `non` it is a truth.
  struct EveryRow {};
  /// What is or is not, as a whole.
  struct Truth {};

  Literal literal;
  std::variant<Comparison, Between, Among, All, Any, Either, EveryRow, Truth> node;
};

/// @param negated  whether it stands under a `non`
Condition condition_of(typed::ExprId expr, const Typed& typed, bool negated = false);

/// The relation that holds where this one does not.
typed::Relation opposite(typed::Relation relation);

}  // namespace leps::inline checking
