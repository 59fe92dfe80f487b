// What expressions rest on: parameters and data, through computed amounts too. No recursion from
// amount to amount: a chain of a hundred thousand of them is long, not deep.
#pragma once

#include "check/context.hpp"

#include <vector>

namespace leps::inline checking {

/// Everything that something rests on, in order of first use.
struct Rests {
  std::vector<ParameterId> parameters;
  std::vector<DatumId> data;
  /// It reaches amounts that use each other in a circle, which schedule/ reports: nothing more can
  /// be said of it.
  bool circular = false;
};

class Uses {
 public:
  /// @param context  its computed amounts are all checked
  explicit Uses(const Context& context);

  [[nodiscard]] const Rests& of(ComputedId computed) const { return computed_[computed]; }
  [[nodiscard]] Rests of(const std::vector<typed::ExprId>& exprs) const;
  [[nodiscard]] bool rests_on(typed::ExprId expr, DatumId datum) const;
  /// The first place in some expressions where they use a parameter, themselves or through an
  /// amount; they do use it.
  [[nodiscard]] Span place_of(const std::vector<typed::ExprId>& exprs, ParameterId parameter) const;
  /// The amounts that an expression, or an amount, uses itself.
  [[nodiscard]] std::vector<ComputedId> amounts_in(typed::ExprId expr) const;
  [[nodiscard]] const std::vector<ComputedId>& amounts_in(ComputedId computed) const {
    return amounts_[computed];
  }

 private:
  enum class State { unseen, open, done };
  void visit(ComputedId root, IdMap<ComputedId, State>& states);

  const Context& context_;
  IdMap<ComputedId, Rests> computed_;
  IdMap<ComputedId, std::vector<ComputedId>> amounts_;
};

}  // namespace leps::inline checking
