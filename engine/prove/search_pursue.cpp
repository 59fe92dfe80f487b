// What one goal of a search asks for: constraints and values at once, or questions that are left
// open for later.
#include "prove/search.hpp"

namespace leps::inline proving {
namespace {

FormulaGoal is(FormulaId formula, bool sense) { return {formula, sense, false}; }

// A condition that has no value is neither true nor false.
void add_undefined(FormulaId formula, std::vector<Goal>& goals) {
  goals.push_back({FormulaGoal{formula, true, true}});
  goals.push_back({FormulaGoal{formula, false, true}});
}

}  // namespace

/// One goal: what follows from it at once, and what is left open for later. False: it cannot hold.
struct Pursue {
  Search& search;
  Search::State& state;

  bool operator()(const FormulaGoal& goal) const {
    return std::visit([&](const auto& node) { return hold(node, goal); },
                      search.model_[goal.formula]);
  }
  bool operator()(const SignGoal& goal) const { return search.pursue(goal, state); }
  bool operator()(const SwitchGoal& goal) const {
    const auto [place, is_new] = state.switches.try_emplace(goal.which, goal.value);
    return is_new || place->second == goal.value;
  }
  bool operator()(const SelectorGoal& goal) const {
    auto [place, is_new] = state.words.try_emplace(goal.which);
    std::set<std::uint32_t>& words = place->second;
    if (is_new) {
      for (std::uint32_t i = 0; i < search.model_[goal.which].words; ++i) words.insert(i);
      search.work_ += words.size();
    }
    if (!goal.is) {
      words.erase(goal.word);
    } else if (words.contains(goal.word)) {
      words = {goal.word};
    } else {
      words.clear();
    }
    return !words.empty();
  }
  bool operator()(const DefinedGoal& goal) const {
    const Need& need = search.model_[goal.need];
    if (const auto* divisor = std::get_if<DivisorNeed>(&need)) {
      return (*this)(SignGoal{divisor->divisor, Sign::not_zero});
    }
    if (const auto* opaque = std::get_if<OpaqueNeed>(&need)) {
      return (*this)(SwitchGoal{opaque->has_value, true});
    }
    // Opening the choice asks for all that it needs.
    const VariableId choice = std::get<ChoiceNeed>(need).choice;
    if (!state.assigned.contains(choice)) state.needed.insert(choice);
    return true;
  }
  bool operator()(const UndefinedGoal& goal) const {
    const Need& need = search.model_[goal.need];
    if (const auto* divisor = std::get_if<DivisorNeed>(&need)) {
      return (*this)(SignGoal{divisor->divisor, Sign::zero});
    }
    if (const auto* opaque = std::get_if<OpaqueNeed>(&need)) {
      return (*this)(SwitchGoal{opaque->has_value, false});
    }
    const VariableId variable = std::get<ChoiceNeed>(need).choice;
    const auto& choice = std::get<ChoiceOf>(search.model_[variable].meaning);
    Branch branch;
    if (search.model_.can_be_undefined(choice.condition)) {
      add_undefined(choice.condition, branch.alternatives.emplace_back());
    }
    for (const bool side : {true, false}) {
      for (const NeedId under : (side ? choice.yes : choice.no).needs) {
        branch.alternatives.push_back(
            {Goal{is(choice.condition, side)}, Goal{UndefinedGoal{under}}});
      }
    }
    return later(std::move(branch));
  }
  bool operator()(const AssignGoal& goal) const {
    return state.assigned.emplace(goal.variable, goal.form).second;
  }
  bool operator()(const Branch& branch) const { return later(branch); }

 private:
  bool hold(const Known& node, const FormulaGoal& goal) const { return node.value == goal.sense; }
  bool hold(const SignOf& node, const FormulaGoal& goal) const {
    SignGoal sign{node.form, node.sign};
    if (!goal.sense) {
      if (node.sign == Sign::zero) {
        sign.sign = Sign::not_zero;
      } else {
        sign.form = -node.form;
        sign.sign = node.sign == Sign::positive ? Sign::not_negative : Sign::positive;
      }
    }
    return with_needs({sign}, node.needs, goal.or_undefined);
  }
  bool hold(const SwitchIs& node, const FormulaGoal& goal) const {
    return with_needs({SwitchGoal{node.which, goal.sense}}, node.needs, goal.or_undefined);
  }
  bool hold(const SelectorIs& node, const FormulaGoal& goal) const {
    return with_needs({SelectorGoal{node.which, node.word, goal.sense}}, node.needs,
                      goal.or_undefined);
  }
  bool hold(const NotOf& node, const FormulaGoal& goal) const {
    return (*this)(FormulaGoal{node.operand, !goal.sense, goal.or_undefined});
  }
  bool hold(const LogicOf& node, const FormulaGoal& goal) const {
    if (node.conjunction == goal.sense) {
      for (const FormulaId operand : node.operands) {
        state.goals.push_back({FormulaGoal{operand, goal.sense, goal.or_undefined}});
      }
      return true;
    }
    Branch branch;
    for (const FormulaId operand : node.operands) {
      branch.alternatives.push_back({Goal{FormulaGoal{operand, goal.sense, goal.or_undefined}}});
    }
    return later(std::move(branch));
  }
  bool hold(const SameTruth& node, const FormulaGoal& goal) const {
    Branch branch;
    for (const bool left : {true, false}) {
      branch.alternatives.push_back(
          {Goal{is(node.left, left)}, Goal{is(node.right, left == goal.sense)}});
    }
    if (goal.or_undefined) {
      for (const FormulaId side : {node.left, node.right}) {
        if (!search.model_.can_be_undefined(side)) continue;
        add_undefined(side, branch.alternatives.emplace_back());
      }
    }
    return later(std::move(branch));
  }
  // Where the condition has no value, neither has the choice, unless both sides say the same.
  bool hold(const ChooseTruth& node, const FormulaGoal& goal) const {
    Branch branch;
    const auto chosen = [&](FormulaId side) {
      return Goal{FormulaGoal{side, goal.sense, goal.or_undefined}};
    };
    branch.alternatives.push_back({Goal{is(node.condition, true)}, chosen(node.yes)});
    branch.alternatives.push_back({Goal{is(node.condition, false)}, chosen(node.no)});
    if (search.model_.can_be_undefined(node.condition)) {
      if (goal.or_undefined) {
        for (const FormulaId side : {node.yes, node.no}) {
          add_undefined(node.condition, branch.alternatives.emplace_back());
          branch.alternatives.back().push_back(chosen(side));
        }
      } else {
        add_undefined(node.condition, branch.alternatives.emplace_back());
        branch.alternatives.back().push_back(chosen(node.yes));
        branch.alternatives.back().push_back(chosen(node.no));
      }
    }
    return later(std::move(branch));
  }

  bool with_needs(Goal goal, const Needs& needs, bool or_undefined) const {
    if (needs.empty()) return std::visit(*this, goal.what);
    std::vector<Goal> defined;
    for (const NeedId need : needs) defined.push_back({DefinedGoal{need}});
    defined.push_back(std::move(goal));
    if (!or_undefined) {
      for (Goal& each : defined) state.goals.push_back(std::move(each));
      return true;
    }
    Branch branch{{std::move(defined)}};
    for (const NeedId need : needs) branch.alternatives.push_back({Goal{UndefinedGoal{need}}});
    return later(std::move(branch));
  }

  bool later(Branch branch) const {
    if (branch.alternatives.empty()) return false;
    if (branch.alternatives.size() == 1) {
      for (Goal& goal : branch.alternatives.front()) state.goals.push_back(std::move(goal));
      return true;
    }
    state.branches.push_back(std::move(branch));
    return true;
  }
};

// A sign of a form: opens what stands in it, multiplies quotients out, and leaves a constraint.
bool Search::pursue(const SignGoal& goal, State& state) {
  LinearForm form = goal.form;
  for (std::size_t i = 0; i < form.terms.size();) {
    const VariableId variable = form.terms[i].variable;
    const auto& meaning = model_[variable].meaning;
    if (!std::holds_alternative<ExtremumOf>(meaning) &&
        !std::holds_alternative<ChoiceOf>(meaning)) {
      ++i;
      continue;
    }
    const auto known = state.assigned.find(variable);
    if (known == state.assigned.end()) {
      state.needed.insert(variable);
      state.waiting.push_back({SignGoal{form, goal.sign}});
      return true;
    }
    form = substitute(form, variable, known->second);
    i = 0;  // the assigned form may bring others
  }

  // (x/d + 3 y/d + 2) has the sign of x + 3y + 2d where d is positive, the opposite where not.
  const QuotientOf* quotient = nullptr;
  LinearForm above;
  for (const LinearForm::Term& term : form.terms) {
    const auto* found = std::get_if<QuotientOf>(&model_[term.variable].meaning);
    if (!found || (quotient && found->below != quotient->below)) {
      return assert_sign(form, goal.sign, state);
    }
    quotient = found;
    above = above + found->above * term.coefficient;
  }
  if (!quotient) return assert_sign(form, goal.sign, state);
  above = above + quotient->below * form.constant;
  const auto side = [&](bool positive) {
    const int sign = positive ? 1 : -1;
    return std::vector<Goal>{{SignGoal{quotient->below * Rational(sign), Sign::positive}},
                             {SignGoal{above * Rational(sign), goal.sign}}};
  };
  const Interval range = model_.range_of(quotient->below);
  const bool positive = range.lo.sign() >= 0;
  if (positive || range.hi.sign() <= 0) {
    for (Goal& each : side(positive)) state.goals.push_back(std::move(each));
  } else {
    state.branches.push_back({{side(true), side(false)}});
  }
  return true;
}

bool Search::assert_sign(const LinearForm& form, Sign sign, State& state) {
  const auto add = [&](const LinearForm& at_most_zero, Sense sense) {
    for (const auto& term : form.terms) state.constrained.insert(term.variable);
    system_.add({at_most_zero, sense});
    return true;
  };
  switch (sign) {
    case Sign::positive:
      return add(-form, Sense::below_zero);
    case Sign::not_negative:
      return add(-form, Sense::at_most_zero);
    case Sign::zero:
      return add(form, Sense::zero);
    case Sign::not_zero:
      break;
  }
  if (form.known()) return form.constant != 0;
  const Interval range = model_.range_of(form);
  if (!range.contains_zero()) return true;
  if (range.lo.sign() >= 0) return add(-form, Sense::below_zero);
  if (range.hi.sign() <= 0) return add(form, Sense::below_zero);
  state.branches.push_back(
      {{{Goal{SignGoal{form, Sign::positive}}}, {Goal{SignGoal{-form, Sign::positive}}}}});
  return true;
}

bool Search::pursue_all(State& state) {
  while (!state.goals.empty()) {
    if (++work_ > limits_.work) return true;  // explore() sees it
    const Goal goal = std::move(state.goals.back());
    state.goals.pop_back();
    if (!std::visit(Pursue{*this, state}, goal.what)) return false;
  }
  return true;
}

Branch Search::open(VariableId variable) const {
  Branch branch;
  const auto& meaning = model_[variable].meaning;
  if (const auto* choice = std::get_if<ChoiceOf>(&meaning)) {
    for (const bool side : {true, false}) {
      const Number& chosen = side ? choice->yes : choice->no;
      std::vector<Goal>& goals = branch.alternatives.emplace_back();
      goals.push_back({AssignGoal{variable, chosen.form}});
      goals.push_back({is(choice->condition, side)});
      for (const NeedId need : chosen.needs) goals.push_back({DefinedGoal{need}});
    }
    return branch;
  }
  const auto& extremum = std::get<ExtremumOf>(meaning);
  for (const LinearForm& best : extremum.of) {
    std::vector<Goal>& goals = branch.alternatives.emplace_back();
    goals.push_back({AssignGoal{variable, best}});
    for (const LinearForm& other : extremum.of) {
      if (&other == &best) continue;
      goals.push_back(
          {SignGoal{extremum.greatest ? best - other : other - best, Sign::not_negative}});
    }
  }
  return branch;
}

}  // namespace leps::inline proving
