// Looks for a case in which goals all hold: an order of cases tried depth first, each dropped as
// soon as its linear constraints cannot hold. A case without open questions is handed to whoever
// asked, who says whether it is good.
//
// Every step is counted. Beyond the limits the search says "undecided"; "none" is said only when
// every case has been refuted.
#pragma once

#include "prove/formula.hpp"
#include "prove/linear_system.hpp"

#include <functional>
#include <map>
#include <set>
#include <variant>
#include <vector>

namespace leps::inline proving {

struct SearchLimits {
  std::size_t cases = 5000;          // cases opened
  std::size_t depth = 1000;          // cases inside cases
  std::size_t work = 2'000'000;      // goals looked at or copied into a case
  std::size_t whole_branches = 300;  // splits around a value that is not whole, for one case
  std::size_t rejected = 30;         // good cases that whoever asked did not accept
  std::size_t pivots = LinearSystem::kMostPivots;
};

/// A condition is true (`sense`) or false; or, with `or_undefined`, is at least not the opposite.
struct FormulaGoal {
  FormulaId formula;
  bool sense = true;
  bool or_undefined = false;
};
/// A form, which has a value, is positive, zero, …
struct SignGoal {
  LinearForm form;
  Sign sign;
};
struct SwitchGoal {
  SwitchId which;
  bool value;
};
struct SelectorGoal {
  SelectorId which;
  std::uint32_t word;
  bool is = true;
};
struct DefinedGoal {
  NeedId need;
};
struct UndefinedGoal {
  NeedId need;
};
/// A variable that stands for an extremum or a choice is this form.
struct AssignGoal {
  VariableId variable;
  LinearForm form;
};
struct Goal;
/// Any one of these lists of goals.
struct Branch {
  std::vector<std::vector<Goal>> alternatives;
};
struct Goal {
  std::variant<FormulaGoal, SignGoal, SwitchGoal, SelectorGoal, DefinedGoal, UndefinedGoal,
               AssignGoal, Branch>
      what;
};

/// A case in which all the goals hold, as far as the model can say.
struct Case {
  LinearSystem& system;          // holds the constraints of the case
  std::vector<Rational> values;  // by VariableId: one way for the constraints to hold
  const std::map<SwitchId, bool>& switches;
  const std::map<SelectorId, std::set<std::uint32_t>>& words;  // those that it may be
  const std::set<VariableId>& constrained;
};

class Search {
 public:
  enum class Result { found, none, undecided };

  explicit Search(const Model& model, SearchLimits limits = {});

  /// @param accept  called with each case; true: it is what was looked for
  Result run(std::vector<Goal> goals, const std::function<bool(const Case&)>& accept);

  /// After `undecided`: what could not be modelled in the cases that were not accepted.
  [[nodiscard]] const std::set<VariableId>& blamed() const { return blamed_; }
  [[nodiscard]] const std::set<SwitchId>& blamed_switches() const { return blamed_switches_; }
  /// After `undecided`: a limit was reached.
  [[nodiscard]] bool out_of_work() const { return out_of_work_; }
  /// After `undecided`: there are numbers, but no whole ones were found where they must be.
  [[nodiscard]] bool not_whole() const { return not_whole_; }

 private:
  struct State {
    std::vector<Goal> goals;
    std::vector<Branch> branches;
    std::vector<Goal> waiting;    // for one of `needed`
    std::set<VariableId> needed;  // extremes and choices to open
    std::map<VariableId, LinearForm> assigned;
    std::map<SwitchId, bool> switches;
    std::map<SelectorId, std::set<std::uint32_t>> words;
    std::set<VariableId> constrained;
  };
  friend struct Pursue;

  void bound_product(VariableId id, const ProductOf& product);
  Result explore(State state, std::size_t depth);
  bool pursue_all(State& state);
  bool pursue(const SignGoal& goal, State& state);
  bool assert_sign(const LinearForm& form, Sign sign, State& state);
  std::optional<Branch> next_branch(State& state) const;
  [[nodiscard]] Branch open(VariableId variable) const;
  Result finish(State& state);
  bool try_fixed(const std::set<VariableId>& not_linear, const std::vector<Rational>& values,
                 const std::function<bool(std::vector<Rational>)>& accepts);

  const Model& model_;
  SearchLimits limits_;
  LinearSystem system_;
  const std::function<bool(const Case&)>* accept_ = nullptr;
  std::size_t cases_ = 0, work_ = 0, rejected_ = 0;
  std::set<VariableId> blamed_;
  std::set<SwitchId> blamed_switches_;
  bool out_of_work_ = false, not_whole_ = false;
};

}  // namespace leps::inline proving
