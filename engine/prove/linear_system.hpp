// Linear constraints over exact numbers: can they all hold, and where. A simplex that only asks for
// feasibility (the rows of a tableau are sums, the constraints are bounds on them), after Dutertre
// and de Moura, "A fast linear-arithmetic solver for DPLL(T)": taking constraints back costs
// nothing, which a search over cases does all the time. `x > 3` is `x >= 3 + δ`, where δ is less
// than every positive number; a number for δ is chosen at the end.
//
// Bland's order of pivots cannot run in a circle, so every check ends; a limit on their number ends
// it soon. Beyond the limit the answer is "unknown", never a guess.
#pragma once

#include "prove/linear_form.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace leps::inline proving {

/// What is asked of a form.
enum class Sense { at_most_zero, below_zero, zero };

struct Constraint {
  LinearForm form;
  Sense sense = Sense::at_most_zero;
};

enum class Feasible { yes, no, unknown };

struct Solution {
  Feasible feasible = Feasible::unknown;
  std::vector<Rational> values;  // by VariableId; empty unless feasible is yes
};

class LinearSystem {
 public:
  /// Some hundred times what the rules of the packs take; about a second of work.
  static constexpr std::size_t kMostPivots = 20000;

  explicit LinearSystem(std::size_t most_pivots = kMostPivots) : pivots_left_(most_pivots) {}

  /// @param whole  the variable is a whole number
  VariableId add_variable(bool whole = false);

  void add(const Constraint& constraint);

  /// A point to come back to: `undo_to` forgets every constraint added since.
  [[nodiscard]] std::size_t mark() const { return trail_.size(); }
  void undo_to(std::size_t mark);

  /// Whether the constraints can all hold if every variable may be any number. `no` is certain for
  /// whole numbers too; `yes` is not.
  Feasible check();

  /// Values for which the constraints hold, whole where a variable is.
  /// @param most_branches  how many times a variable may be split around a value that is not whole
  Solution solve(std::size_t most_branches);

  [[nodiscard]] bool exhausted() const { return pivots_left_ == 0; }

 private:
  using Column = std::size_t;
  /// `real + delta * δ`
  struct Value {
    Rational real, delta;
    auto operator<=>(const Value&) const = default;
  };
  struct Variable {
    std::optional<Value> least, most;
    Value value;
    bool whole = false;
    std::optional<std::size_t> row;  // where it is basic: the row that defines it
  };
  struct Row {
    Column basic = 0;
    std::map<Column, Rational> terms;  // of columns that are not basic
  };
  /// What a bound and the conflict were before.
  struct Change {
    std::optional<Column> column;  // none: only the conflict changed
    bool upper = false;
    std::optional<Value> before;
    bool conflict_before = false;
  };

  Column column_of(const LinearForm& scaled);
  void bound(Column column, bool upper, Value value);
  void move(Column column, const Value& to);
  void pivot(std::size_t row, Column entering, const Value& target);
  [[nodiscard]] std::optional<Column> entering_for(const Row& row, bool increase) const;
  Feasible branch(std::size_t& branches_left, std::vector<Rational>& values);
  [[nodiscard]] std::optional<Column> not_whole() const;
  [[nodiscard]] std::vector<Rational> values() const;

  std::vector<Variable> columns_;
  std::vector<Column> variables_;  // by VariableId
  std::vector<Row> rows_;
  std::map<std::string, Column> sums_;  // the columns of the sums that constraints bound
  std::vector<Change> trail_;
  bool conflict_ = false;
  std::size_t pivots_left_;
};

}  // namespace leps::inline proving
