// `parte di`: a whole is at least each of its parts, and a part at most its whole. Whoever reads a
// datum reads it so narrowed, be it given, missing, an interval or worked out.
#pragma once

#include "eval/evaluator.hpp"

namespace leps::inline evaluating {

/// An end of what a datum could be, and the datum that says so: itself, a part or a whole.
struct HeldEnd {
  Bound at;
  DatumId by;
};

/// Which parts and wholes hold a datum in. Where its ends cross, the data contradict each other:
/// `lo.by` is certainly more than `hi.by`, of which it is a part.
struct Held {
  HeldEnd lo, hi;

  [[nodiscard]] bool contradicts() const { return lo.at > hi.at; }
  [[nodiscard]] Interval range() const { return {lo.at, hi.at}; }
};

/// @param own  what is known of the datum without them
/// @param all  those too that are worked out from this datum: to find a contradiction, not to read
///             the datum
Held held_by_kin(DatumId datum, const Quantity& own, bool worked_out, Evaluator& evaluator,
                 bool all = false);
/// The same of what the evaluator's facts say of the datum.
Held held_by_kin(DatumId datum, Evaluator& evaluator, bool all = false);

/// Whether any datum is part of another: else nothing is ever narrowed.
bool has_parts(const Rulebook& rulebook);

/// A number narrowed by its parts and wholes; as it was where they contradict it.
Quantity within_kin(DatumId datum, Quantity own, bool worked_out, Evaluator& evaluator);

/// The parts and wholes that make a datum narrower than it is without them: two at most, the one
/// that holds its low end and the one that holds its high end.
struct Narrowing {
  std::optional<HeldEnd> lo, hi;
  Interval range;  // what comes out

  [[nodiscard]] bool any() const { return lo || hi; }
};
Narrowing narrowing_of(DatumId datum, Evaluator& evaluator);

/// A datum that expressions read and that its parts and wholes narrow: of this Ambito and year, or
/// of another that they ask.
struct NarrowedDatum {
  MissingDatum datum;
  Narrowing by;
  Evaluator* there = nullptr;  // over the facts that it is read from; as long as the asking one
};
/// Each once, in the order in which they are met; through computed amounts, and through what is
/// worked out where nobody gives it.
std::vector<NarrowedDatum> narrowed_under(const std::vector<typed::ExprId>& exprs,
                                          Evaluator& evaluator);
/// The data whose own `parte di` narrowed one of them.
std::vector<DatumId> parts_that_narrow(const NarrowedDatum& narrowed, const Typed& typed);

/// A datum that is certainly more than one that it is part of.
struct Contradiction {
  DatumId part, whole;
};
/// Those of the evaluator's Ambito and year, each once.
std::vector<Contradiction> contradictions(Evaluator& evaluator);

/// The `parte di` on the way from a part up to one of its wholes, the part's own first.
std::vector<DatumId> parts_between(DatumId part, DatumId whole, const Typed& typed);

}  // namespace leps::inline evaluating
