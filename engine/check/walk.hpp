// Walks over expressions, and the expressions where they begin.
#pragma once

#include "check/typed.hpp"

#include <concepts>
#include <vector>

namespace leps::inline checking {

/// Where a walk stands, and how it goes on.
class Walk {
 public:
  explicit Walk(std::vector<typed::ExprId> roots) : open_(roots.rbegin(), roots.rend()) {}

  [[nodiscard]] typed::ExprId at() const { return at_; }
  /// Leaves out all that is under the expression at hand.
  void skip() { below_ = false; }
  /// Walks another expression too, before what is under the one at hand: the formula of an amount.
  /// Whoever visits holds that it comes to an end.
  void into(typed::ExprId other) { others_.push_back(other); }

 private:
  template <class Visit>
  friend void for_each_under(const Typed& typed, std::vector<typed::ExprId> roots,
                             const Visit& visit);
  bool next();
  void descend(const Typed& typed);

  typed::ExprId at_;
  bool below_ = true;
  std::vector<typed::ExprId> open_, others_;
};

/// Calls `visit(expr)`, or `visit(expr, walk)`, on expressions and all that is under them, in the
/// order in which they are written. Without recursion: a chain of amounts may be long.
template <class Visit>
void for_each_under(const Typed& typed, std::vector<typed::ExprId> roots, const Visit& visit) {
  Walk walk(std::move(roots));
  while (walk.next()) {
    const typed::Expr& expr = typed.exprs[walk.at()];
    if constexpr (std::invocable<const Visit&, const typed::Expr&, Walk&>) {
      visit(expr, walk);
    } else {
      visit(expr);
    }
    walk.descend(typed);
  }
}
template <class Visit>
void for_each_under(const Typed& typed, typed::ExprId root, const Visit& visit) {
  for_each_under(typed, std::vector<typed::ExprId>{root}, visit);
}

/// Calls `visit(requirement)` on those of every version of every rule.
template <class Visit>
void for_each_requirement(const Typed& typed, const Visit& visit) {
  for (const typed::Rule& rule : typed.rules) {
    for (const typed::RuleVersion& version : rule.versions) {
      for (const typed::Requirement& requirement : version.requirements) visit(requirement);
    }
  }
}

/// Everything that a version says with an expression, in the order of its clauses. What is made of
/// a condition (`asks_if`, `tolerated`) says nothing more.
std::vector<typed::ExprId> roots_of(const typed::RuleVersion& version);
std::vector<typed::ExprId> roots_of(const typed::Check& check);

}  // namespace leps::inline checking
