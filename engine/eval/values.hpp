// What expressions over the facts of one Ambito in one year are worth, each worked out once.
#pragma once

#include "check/typed.hpp"
#include "eval/value.hpp"

#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

namespace leps::inline evaluating {

/// Values by expression, of those that somebody asked for: most packs are large, and of most of
/// what they say an Ambito needs little.
class Values {
 public:
  Values() = default;
  /// @param exprs  how many expressions the packs have
  explicit Values(std::size_t exprs) : places_(exprs, kNowhere) {}

  /// Null of an expression that has no value here yet.
  [[nodiscard]] const Value* find(typed::ExprId expr) const {
    if (places_.empty() || places_[expr.index] == kNowhere) return nullptr;
    return &values_[places_[expr.index]];
  }
  /// Keeps the value of an expression, in place of any other. References to values hold as long as
  /// these do, even where they move; a value put in the place of another is read through the same.
  const Value& keep(typed::ExprId expr, Value value) {
    std::uint32_t& place = places_.at(expr.index);
    if (place == kNowhere) {
      place = static_cast<std::uint32_t>(values_.size());
      return values_.emplace_back(std::move(value));
    }
    return values_[place] = std::move(value);
  }

 private:
  static constexpr std::uint32_t kNowhere = UINT32_MAX;
  std::vector<std::uint32_t> places_;  // by typed::ExprId, in values_
  std::deque<Value> values_;
};

}  // namespace leps::inline evaluating
