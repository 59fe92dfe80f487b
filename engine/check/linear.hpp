// Solving a comparison for one datum: `left - right` as α·x + β, where neither α nor β has x in it.
// Where that cannot be done, the place that is in the way.
#pragma once

#include "check/uses.hpp"

#include <map>
#include <utility>

namespace leps::inline checking {

/// By how much a number grows for one unit of the datum.
struct Slope {
  bool occurs = false;  // the datum stands in the number at all
  /// A number, where the pack fixes it; else an expression.
  std::variant<Rational, typed::ExprId> value = Rational(0);
  /// The first place where the number is not linear in the datum, and why.
  struct Obstacle {
    Span where;
    Text why;
  };
  std::optional<Obstacle> obstacle;
  /// The bands in which the datum stands: by how much the number grows for one unit of what they
  /// come to.
  std::optional<typed::ExprId> through;
};

/// The coefficient α of a datum in `left - right`, as an expression; or of bands that it stands in.
struct Coefficient {
  typed::ExprId value;
  std::optional<typed::Solution::Through> through;
};

class LinearSolver {
 public:
  LinearSolver(Context& context, const Uses& uses) : context_(context), uses_(uses) {}

  /// The coefficient α of a datum in `left - right` of a comparison, as an expression in the unit
  /// of the left side over that of the datum; or the obstacle.
  std::variant<Coefficient, Slope::Obstacle> coefficient(const typed::Compare& compare,
                                                         DatumId datum, Span where);

 private:
  friend struct SlopeOf;
  Slope slope(typed::ExprId expr, DatumId datum);
  void prepare(typed::ExprId expr, DatumId datum);
  [[nodiscard]] const Slope* known(ComputedId computed, DatumId datum) const;
  [[nodiscard]] const Unit& unit_of(DatumId datum) const;

  Context& context_;
  const Uses& uses_;
  /// Rules share amounts: each is solved once for each datum.
  std::map<std::pair<DatumId, ComputedId>, Slope> amounts_;
};

}  // namespace leps::inline checking
