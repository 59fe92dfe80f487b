#include "prove/search.hpp"

#include "base/watch.hpp"

#include <algorithm>

namespace leps::inline proving {
Search::Search(const Model& model, SearchLimits limits)
    : model_(model), limits_(limits), system_(limits.pivots) {
  for (const Variable& variable : model.variables()) {
    const LinearForm form = LinearForm::of(system_.add_variable(variable.whole));
    const Interval& range = variable.range;
    if (range.lo.finite()) system_.add({LinearForm(range.lo.value()) - form});
    if (range.hi.finite()) system_.add({form - LinearForm(range.hi.value())});
  }
  for (const auto& [part, whole] : model.ties()) {
    system_.add({LinearForm::of(part) - LinearForm::of(whole)});
  }
  for (const VariableId id : model.variables().keys()) {
    const auto* product = std::get_if<ProductOf>(&model[id].meaning);
    if (product) bound_product(id, *product);
  }
}

// (x - least x)(y - least y) is not negative, and so on for every pair of ends: with p for xy these
// are linear (McCormick's envelope). A share of a number is then at most the number.
void Search::bound_product(VariableId id, const ProductOf& product) {
  const auto opens = [&](VariableId factor) {
    const auto& meaning = model_[factor].meaning;
    return std::holds_alternative<ExtremumOf>(meaning) || std::holds_alternative<ChoiceOf>(meaning);
  };
  if (opens(product.left) || opens(product.right)) return;
  const Interval &x = model_[product.left].range, &y = model_[product.right].range;
  for (const bool low_x : {true, false}) {
    for (const bool low_y : {true, false}) {
      const Bound &end_x = low_x ? x.lo : x.hi, &end_y = low_y ? y.lo : y.hi;
      if (!end_x.finite() || !end_y.finite()) continue;
      const LinearForm corner = LinearForm::of(id) - LinearForm::of(product.right) * end_x.value() -
                                LinearForm::of(product.left) * end_y.value() +
                                LinearForm(Rational(end_x.value() * end_y.value()));
      system_.add({low_x == low_y ? -corner : corner});
    }
  }
}

// The open question with the fewest answers, taken out of the state.
std::optional<Branch> Search::next_branch(State& state) const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < state.branches.size(); ++i) {
    if (!best ||
        state.branches[i].alternatives.size() < state.branches[*best].alternatives.size()) {
      best = i;
    }
  }
  if (!state.needed.empty()) {
    Branch branch = open(*state.needed.begin());
    if (!best || branch.alternatives.size() <= state.branches[*best].alternatives.size()) {
      state.needed.erase(state.needed.begin());
      // All that waits is looked at again: what still needs another variable waits again.
      for (std::vector<Goal>& goals : branch.alternatives) {
        goals.insert(goals.end(), state.waiting.begin(), state.waiting.end());
      }
      state.waiting.clear();
      return branch;
    }
  }
  if (!best) return std::nullopt;
  std::optional<Branch> opened = std::move(state.branches[*best]);
  state.branches.erase(state.branches.begin() + static_cast<std::ptrdiff_t>(*best));
  return opened;
}

Search::Result Search::run(std::vector<Goal> goals,
                           const std::function<bool(const Case&)>& accept) {
  accept_ = &accept;
  State state;
  state.goals = std::move(goals);
  return explore(std::move(state), 0);
}

Search::Result Search::explore(State state, std::size_t depth) {
  checkpoint();
  const std::size_t before = system_.mark();
  struct Undo {
    LinearSystem& system;
    std::size_t mark;
    ~Undo() { system.undo_to(mark); }
  } const undo{system_, before};

  if (!pursue_all(state)) return Result::none;
  const auto exhausted = [&] {
    return depth > limits_.depth || ++cases_ > limits_.cases || work_ > limits_.work ||
           rejected_ > limits_.rejected;
  };
  if (exhausted()) {
    out_of_work_ = true;
    return Result::undecided;
  }
  // An answer that does not come in time is no refutation: the search goes on as if it could hold.
  if (system_.check() == Feasible::no) return Result::none;
  const std::optional<Branch> branch = next_branch(state);
  if (!branch) return finish(state);

  Result result = Result::none;
  for (const std::vector<Goal>& alternative : branch->alternatives) {
    State next = state;
    work_ += next.branches.size() + next.assigned.size() + alternative.size();
    next.goals.insert(next.goals.end(), alternative.rbegin(), alternative.rend());
    const Result found = explore(std::move(next), depth + 1);
    if (found == Result::found) return found;
    if (found == Result::undecided) result = found;
    if (out_of_work_) return Result::undecided;
  }
  return result;
}

Search::Result Search::finish(State& state) {
  Solution solution = system_.solve(limits_.whole_branches);
  if (solution.feasible == Feasible::no) return Result::none;
  if (solution.feasible == Feasible::unknown) {
    (system_.exhausted() ? out_of_work_ : not_whole_) = true;
    return Result::undecided;
  }
  const auto accepts = [&](std::vector<Rational> values) {
    return (*accept_)({system_, std::move(values), state.switches, state.words, state.constrained});
  };
  if (accepts(solution.values)) return Result::found;
  std::set<VariableId> not_linear;
  for (const VariableId variable : state.constrained) {
    if (!std::holds_alternative<DatumId>(model_[variable].meaning)) not_linear.insert(variable);
  }
  if (!not_linear.empty() && try_fixed(not_linear, solution.values, accepts)) return Result::found;
  ++rejected_;
  blamed_.insert(not_linear.begin(), not_linear.end());
  for (const auto& [which, value] : state.switches) {
    if (!model_[which].datum) blamed_switches_.insert(which);
  }
  return Result::undecided;
}

// With one factor or the divisor fixed, a product or a quotient is linear. What is found this way
// is an example like any other; what is not found says nothing.
bool Search::try_fixed(const std::set<VariableId>& not_linear, const std::vector<Rational>& values,
                       const std::function<bool(std::vector<Rational>)>& accepts) {
  const auto value_of = [&](const LinearForm& form) {
    Rational sum = form.constant;
    for (const auto& term : form.terms) sum += term.coefficient * values[term.variable.index];
    return sum;
  };
  // First as in the case that was found, then round numbers.
  for (const std::optional<Rational>& fixed :
       std::initializer_list<std::optional<Rational>>{std::nullopt, 1, 2, 10, 100, -1}) {
    const std::size_t before = system_.mark();
    const auto fix = [&](const LinearForm& form) {
      const Rational value = fixed ? *fixed : value_of(form);
      system_.add({form - LinearForm(value), Sense::zero});
      return value;
    };
    for (const VariableId id : not_linear) {
      const LinearForm whole = LinearForm::of(id);
      if (const auto* quotient = std::get_if<QuotientOf>(&model_[id].meaning)) {
        system_.add({whole * fix(quotient->below) - quotient->above, Sense::zero});
      } else if (const auto* product = std::get_if<ProductOf>(&model_[id].meaning)) {
        const Rational value = fix(LinearForm::of(product->right));
        system_.add({whole - LinearForm::of(product->left) * value, Sense::zero});
      }
    }
    Solution solution = system_.solve(limits_.whole_branches);
    const bool found = solution.feasible == Feasible::yes && accepts(std::move(solution.values));
    system_.undo_to(before);
    if (found) return true;
  }
  return false;
}

}  // namespace leps::inline proving
