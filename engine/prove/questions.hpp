// What can be asked about conditions for every Ambito that there could be: can it hold, can it
// fail, does one follow from another. The answers are exact. "Never" and "proved" hold for every
// value of the data within their declared bounds; an example was run through the plain evaluator
// before it is given; where neither can be had, the answer says what stands in the way.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "prove/reading.hpp"
#include "schedule/rulebook.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace leps::inline proving {

/// Something said of conditions. Where a number divides by zero a condition has no value: it is
/// then neither true nor false.
struct Claim {
  enum class Kind { is_true, is_false, not_true, not_false, all, any };
  Kind kind = Kind::is_true;
  typed::ExprId condition;   // except for all and any
  std::size_t reading = 0;   // which of the question's readings
  std::vector<Claim> parts;  // of all and any

  static Claim all(std::vector<Claim> parts) { return {Kind::all, {}, 0, std::move(parts)}; }
  static Claim any(std::vector<Claim> parts) { return {Kind::any, {}, 0, std::move(parts)}; }
};

/// An Ambito: the data that matter, in the order in which the packs declare them.
struct Witness {
  struct Value {
    DatumId datum;
    std::variant<Rational, bool, ChoiceWord> value;
  };
  std::vector<Value> values;
};

/// Neither shown nor refuted, and why.
struct Undecided {
  struct Obstacle {
    std::optional<Span> where;
    Text why;
  };
  std::vector<Obstacle> obstacles;  // at least one
};

struct Never {};
using Possibility = std::variant<Never, Witness, Undecided>;

/// Whether there can be an Ambito of which all this is true.
/// @param readings  at least one; claims name them by their place. Conditions read on different
///                  days, or with other parameters, speak of the same data.
Possibility can_be(const Rulebook& rulebook, const std::vector<Reading>& readings,
                   const Claim& claim);

/// Whether it is certain that nothing of which all this is true can ever be. The claims may speak
/// of the fields of a row: the same field is that of the same row in all of them.
bool can_never_be(const Rulebook& rulebook, const std::vector<Reading>& readings,
                  const Claim& claim);

/// Whether some conditions can all hold while others all fail, on one day.
Possibility can_all_hold(const Rulebook& rulebook, const std::vector<typed::ExprId>& hold,
                         const std::vector<typed::ExprId>& fail, Day day);

/// Whether a condition can hold, and whether it can fail.
struct Satisfiable {
  Possibility hold, fail;
};
Satisfiable satisfiable(const Rulebook& rulebook, typed::ExprId condition, Day day);

struct Proved {};
struct Counterexample {
  Witness ambito;  // the first condition holds, the second does not
};
using Implication = std::variant<Proved, Counterexample, Undecided>;

/// Whether, in every Ambito, `then` holds whenever `when` does.
Implication implies(const Rulebook& rulebook, typed::ExprId when, typed::ExprId then, Day day);
/// The same, where the two are read on different days or with different parameters.
Implication implies(const Rulebook& rulebook, typed::ExprId when, const Reading& when_reading,
                    typed::ExprId then, const Reading& then_reading);

/// `popolazione = 55.000 abitanti; sportello = no`, in the words of a language.
std::string describe(const Witness& witness, const Typed& typed, Language language);
Text describe(const Witness& witness, const Typed& typed);

}  // namespace leps::inline proving
