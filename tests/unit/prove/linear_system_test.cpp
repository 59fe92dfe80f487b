#include "prove/linear_system.hpp"

#include "support/seed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace leps;
using namespace leps::proving;

namespace {

LinearForm times(VariableId variable, const Rational& factor) {
  return LinearForm::of(variable) * factor;
}

Rational value_of(const LinearForm& form, const std::vector<Rational>& values) {
  Rational sum = form.constant;
  for (const auto& term : form.terms) sum += term.coefficient * values[term.variable.index];
  return sum;
}

bool holds(const Constraint& constraint, const std::vector<Rational>& values) {
  const Rational value = value_of(constraint.form, values);
  switch (constraint.sense) {
    case Sense::at_most_zero:
      return value <= 0;
    case Sense::below_zero:
      return value < 0;
    case Sense::zero:
      return value == 0;
  }
  return false;
}

}  // namespace

TEST_CASE("linear system: a strict end is not part of it") {
  struct Row {
    std::string why;
    Sense lower, upper;
    Rational least, most;
    Feasible feasible;
  };
  const Row rows[] = {
      {"one point", Sense::at_most_zero, Sense::at_most_zero, 3, 3, Feasible::yes},
      {"without its lower end", Sense::below_zero, Sense::at_most_zero, 3, 3, Feasible::no},
      {"without its upper end", Sense::at_most_zero, Sense::below_zero, 3, 3, Feasible::no},
      {"between two ends", Sense::below_zero, Sense::below_zero, 3, Rational(301, 100),
       Feasible::yes},
      {"crossed", Sense::at_most_zero, Sense::at_most_zero, 4, 3, Feasible::no},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    for (const bool through_a_sum : {false, true}) {
      CAPTURE(through_a_sum);
      LinearSystem system;
      const VariableId x = system.add_variable(), y = system.add_variable();
      const LinearForm form =
          through_a_sum ? LinearForm::of(x) - times(y, Rational(2, 3)) : LinearForm::of(x);
      const Constraint above{LinearForm(row.least) - form, row.lower};
      const Constraint below{form - LinearForm(row.most), row.upper};
      system.add(above);
      system.add(below);
      CHECK(system.check() == row.feasible);
      if (row.feasible != Feasible::yes) continue;
      const Solution solution = system.solve(0);
      CHECK(holds(above, solution.values));
      CHECK(holds(below, solution.values));
    }
  }
}

TEST_CASE("linear system: whole numbers are whole") {
  LinearSystem system;
  const VariableId x = system.add_variable(true), y = system.add_variable(true);
  const LinearForm sum = times(x, 2) + times(y, 2);
  const std::size_t before = system.mark();

  SUBCASE("twice a whole number is not odd") {
    system.add({sum - LinearForm(Rational(7)), Sense::zero});
    CHECK(system.check() == Feasible::no);
  }
  SUBCASE("more than is at least one more") {
    system.add({LinearForm::of(x) - LinearForm::of(y), Sense::below_zero});
    system.add(
        {LinearForm::of(y) - LinearForm::of(x) - LinearForm(Rational(1)), Sense::below_zero});
    CHECK(system.check() == Feasible::no);
  }
  SUBCASE("3x + 5y = 7 has a solution, and it is whole") {
    system.add({times(x, 3) + times(y, 5) - LinearForm(Rational(7)), Sense::zero});
    system.add({-LinearForm::of(x), Sense::at_most_zero});
    const Solution solution = system.solve(100);
    REQUIRE(solution.feasible == Feasible::yes);
    CHECK(is_whole(solution.values[0]));
    CHECK(is_whole(solution.values[1]));
    CHECK(3 * solution.values[0] + 5 * solution.values[1] == 7);
  }
  SUBCASE("what is taken back no longer counts") {
    system.add({sum - LinearForm(Rational(7)), Sense::zero});
    CHECK(system.check() == Feasible::no);
    system.undo_to(before);
    system.add({sum - LinearForm(Rational(8)), Sense::zero});
    CHECK(system.solve(10).feasible == Feasible::yes);
  }
}

TEST_CASE("linear system: past its limit it does not know") {
  LinearSystem system(0);
  const VariableId x = system.add_variable(), y = system.add_variable();
  system.add(
      {LinearForm(Rational(1)) - LinearForm::of(x) - LinearForm::of(y), Sense::at_most_zero});
  CHECK(system.check() == Feasible::unknown);
  CHECK(system.exhausted());
}

// Small whole coefficients over the grid -3..3: whatever the grid satisfies the system must too,
// and what the system finds must satisfy the constraints.
TEST_CASE("linear system: agrees with a grid") {
  const unsigned seed = 20251124;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](int low, int high) {
    return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
  };
  int feasible = 0, infeasible = 0;
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    LinearSystem system;
    std::vector<VariableId> variables;
    for (int i = 0; i < 3; ++i) variables.push_back(system.add_variable(true));
    std::vector<Constraint> constraints;
    for (const VariableId variable : variables) {
      constraints.push_back(
          {LinearForm::of(variable) - LinearForm(Rational(3)), Sense::at_most_zero});
      constraints.push_back(
          {-LinearForm::of(variable) - LinearForm(Rational(3)), Sense::at_most_zero});
    }
    for (int i = pick(2, 5); i > 0; --i) {
      LinearForm form(Rational(pick(-4, 4)));
      for (const VariableId variable : variables) form = form + times(variable, pick(-3, 3));
      const Sense senses[] = {Sense::at_most_zero, Sense::below_zero, Sense::zero};
      constraints.push_back({form, senses[pick(0, 2)]});
    }
    // Some go in, are taken back, and go in again, as in a search.
    const std::size_t before = system.mark();
    for (std::size_t i = constraints.size(); i-- > 3;) system.add(constraints[i]);
    (void)system.check();
    system.undo_to(before);
    for (const Constraint& constraint : constraints) system.add(constraint);

    bool on_grid = false;
    for (int i = 0; i < 343 && !on_grid; ++i) {
      const std::vector<Rational> point = {i % 7 - 3, i / 7 % 7 - 3, i / 49 - 3};
      on_grid = std::all_of(constraints.begin(), constraints.end(),
                            [&](const auto& each) { return holds(each, point); });
    }
    for (std::size_t branches = 0; branches < 4; ++branches) {
      CHECK(system.solve(branches).feasible != (on_grid ? Feasible::no : Feasible::yes));
    }
    const Solution solution = system.solve(1000);
    CHECK(solution.feasible == (on_grid ? Feasible::yes : Feasible::no));
    for (const Constraint& constraint : constraints) {
      if (solution.feasible == Feasible::yes) CHECK(holds(constraint, solution.values));
    }
    ++(on_grid ? feasible : infeasible);
  }
  CHECK(feasible > 50);
  CHECK(infeasible > 50);
}

// Two whole numbers and one that may be a fraction: for each point of the grid the third has ends,
// each part of it or not, between which it can stand or cannot.
TEST_CASE("linear system: whole numbers beside one that is none, and strict ends between them") {
  const auto seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](int low, int high) {
    return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
  };
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    LinearSystem system;
    const VariableId x = system.add_variable(true), y = system.add_variable(true),
                     z = system.add_variable(false);
    std::vector<Constraint> constraints;
    for (const VariableId variable : {x, y, z}) {
      for (const int way : {1, -1}) {
        constraints.push_back(
            {times(variable, way) - LinearForm(Rational(2)), Sense::at_most_zero});
      }
    }
    for (int i = pick(2, 5); i > 0; --i) {
      LinearForm form(Rational(pick(-6, 6), 2));
      for (const VariableId variable : {x, y, z}) form = form + times(variable, pick(-2, 2));
      const Sense senses[] = {Sense::at_most_zero, Sense::below_zero, Sense::below_zero,
                              Sense::zero};
      constraints.push_back({form, senses[pick(0, 3)]});
    }
    const auto fits = [&](int at_x, int at_y) {
      Rational least = -2, most = 2;
      bool without_least = false, without_most = false;
      const auto bound = [&](const Rational& end, bool strict, bool lower) {
        Rational& now = lower ? least : most;
        bool& without = lower ? without_least : without_most;
        if (end == now) without = without || strict;
        if (lower ? end > now : end < now) now = end, without = strict;
      };
      for (const auto& [form, sense] : constraints) {
        Rational rest = form.constant, slope = 0;
        for (const auto& term : form.terms) {
          if (term.variable == z) slope = term.coefficient;
          if (term.variable == x) rest += term.coefficient * at_x;
          if (term.variable == y) rest += term.coefficient * at_y;
        }
        if (slope == 0) {
          if (!(sense == Sense::zero           ? rest == 0
                : sense == Sense::at_most_zero ? rest <= 0
                                               : rest < 0)) {
            return false;
          }
          continue;
        }
        const Rational end = -rest / slope;
        if (sense == Sense::zero || slope > 0) bound(end, sense == Sense::below_zero, false);
        if (sense == Sense::zero || slope < 0) bound(end, sense == Sense::below_zero, true);
      }
      return least < most || (least == most && !without_least && !without_most);
    };
    bool can_be = false;
    for (int i = 0; i < 25; ++i) can_be = can_be || fits(i % 5 - 2, i / 5 - 2);

    for (const Constraint& constraint : constraints) system.add(constraint);
    // Cut short, it may not know; it never says what is not so.
    for (std::size_t branches = 0; branches < 4; ++branches) {
      CHECK(system.solve(branches).feasible != (can_be ? Feasible::no : Feasible::yes));
    }
    const Solution solution = system.solve(1000);
    CHECK(solution.feasible == (can_be ? Feasible::yes : Feasible::no));
    if (solution.feasible != Feasible::yes) continue;
    for (const Constraint& constraint : constraints) CHECK(holds(constraint, solution.values));
    CHECK(is_whole(solution.values[0]));
    CHECK(is_whole(solution.values[1]));
  }
}
