#include "prove/linear_system.hpp"

#include "base/watch.hpp"

#include <algorithm>

namespace leps::inline proving {
namespace {

// What makes the coefficients whole numbers without a common divisor, the first one positive: the
// same sum then has one column however it was scaled, and a sum of whole numbers is whole.
Rational scale_of(const LinearForm& form) {
  Rational divisor = 0, multiple = 1;
  for (const LinearForm::Term& term : form.terms) {
    divisor = gcd(divisor, term.coefficient.numerator());
    multiple = lcm(multiple, term.coefficient.denominator());
  }
  const Rational scale = multiple / divisor;
  return form.terms.front().coefficient < 0 ? Rational(-scale) : scale;
}

}  // namespace

VariableId LinearSystem::add_variable(bool whole) {
  columns_.push_back({});
  columns_.back().whole = whole;
  variables_.push_back(columns_.size() - 1);
  return VariableId{static_cast<std::uint32_t>(variables_.size() - 1)};
}

// The column of a sum without its constant: the variable itself, or a new one defined by a row.
LinearSystem::Column LinearSystem::column_of(const LinearForm& scaled) {
  if (scaled.terms.size() == 1) return variables_[scaled.terms.front().variable.index];
  const auto [place, is_new] = sums_.try_emplace(key_of(scaled), columns_.size());
  if (!is_new) return place->second;

  Variable sum;
  sum.whole = true;
  Row row{columns_.size(), {}};
  const auto add = [&](Column column, const Rational& coefficient) {
    Rational& total = row.terms[column];
    total += coefficient;
    if (total == 0) row.terms.erase(column);
  };
  for (const LinearForm::Term& term : scaled.terms) {
    const Column column = variables_[term.variable.index];
    const Variable& variable = columns_[column];
    sum.whole = sum.whole && variable.whole;
    sum.value.real += term.coefficient * variable.value.real;
    sum.value.delta += term.coefficient * variable.value.delta;
    if (!variable.row) {
      add(column, term.coefficient);
      continue;
    }
    for (const auto& [other, coefficient] : rows_[*variable.row].terms) {
      add(other, term.coefficient * coefficient);
    }
  }
  sum.row = rows_.size();
  rows_.push_back(std::move(row));
  columns_.push_back(std::move(sum));
  return place->second;
}

void LinearSystem::add(const Constraint& constraint) {
  const auto& [form, sense] = constraint;
  if (form.known()) {
    const bool holds = sense == Sense::zero           ? form.constant == 0
                       : sense == Sense::at_most_zero ? form.constant <= 0
                                                      : form.constant < 0;
    if (holds || conflict_) return;
    trail_.push_back({std::nullopt, false, std::nullopt, false});
    conflict_ = true;
    return;
  }
  const Rational scale = scale_of(form);
  LinearForm scaled = form * scale;
  const Rational limit = -scaled.constant;
  scaled.constant = 0;
  const Column column = column_of(scaled);
  const bool turned = scale < 0;  // `-x <= 3` is `x >= -3`
  if (sense == Sense::zero || !turned) {
    bound(column, true, {limit, sense == Sense::below_zero ? -1 : 0});
  }
  if (sense == Sense::zero || turned) {
    bound(column, false, {limit, sense == Sense::below_zero ? 1 : 0});
  }
}

void LinearSystem::bound(Column column, bool upper, Value value) {
  Variable& variable = columns_[column];
  if (variable.whole) {  // `x > 3` is `x >= 4`, `x <= 7/2` is `x <= 3`
    const bool strict = value.delta != 0;
    const Rational end = upper ? floor(value.real) : ceil(value.real);
    const int at_end = strict && is_whole(value.real) ? 1 : 0;
    value = {upper ? end - at_end : end + at_end, 0};
  }
  std::optional<Value>& old = upper ? variable.most : variable.least;
  if (old && (upper ? *old <= value : *old >= value)) return;
  trail_.push_back({column, upper, old, conflict_});
  old = value;
  if (variable.least && variable.most && *variable.most < *variable.least) {
    conflict_ = true;
  } else if (!variable.row && (upper ? variable.value > value : variable.value < value)) {
    move(column, value);
  }
}

void LinearSystem::undo_to(std::size_t mark) {
  while (trail_.size() > mark) {
    const Change& change = trail_.back();
    conflict_ = change.conflict_before;
    if (change.column) {
      Variable& variable = columns_[*change.column];
      (change.upper ? variable.most : variable.least) = change.before;
    }
    trail_.pop_back();
  }
}

// Gives a column that is not basic another value; the sums follow.
void LinearSystem::move(Column column, const Value& to) {
  Value& from = columns_[column].value;
  const Rational real = to.real - from.real, delta = to.delta - from.delta;
  for (const Row& row : rows_) {
    const auto at = row.terms.find(column);
    if (at == row.terms.end()) continue;
    Value& value = columns_[row.basic].value;
    value.real += at->second * real;
    value.delta += at->second * delta;
  }
  from = to;
}

std::optional<LinearSystem::Column> LinearSystem::entering_for(const Row& row,
                                                               bool increase) const {
  for (const auto& [column, coefficient] : row.terms) {  // by index: Bland's order
    const Variable& variable = columns_[column];
    const bool up = (coefficient > 0) == increase;
    if (up ? !variable.most || variable.value < *variable.most
           : !variable.least || variable.value > *variable.least) {
      return column;
    }
  }
  return std::nullopt;
}

// Brings the row's basic column to `target` by changing `entering`, and trades their places.
void LinearSystem::pivot(std::size_t index, Column entering, const Value& target) {
  Row& row = rows_[index];
  const Column leaving = row.basic;
  const Rational coefficient = row.terms.at(entering);
  const Value& now = columns_[leaving].value;
  const Value& old = columns_[entering].value;
  const Value moved{old.real + (target.real - now.real) / coefficient,
                    old.delta + (target.delta - now.delta) / coefficient};
  move(entering, moved);

  row.terms.erase(entering);
  for (auto& [column, factor] : row.terms) factor = -factor / coefficient;
  row.terms[leaving] = 1 / coefficient;
  row.basic = entering;
  columns_[entering].row = index;
  columns_[leaving].row.reset();
  for (Row& other : rows_) {
    if (&other == &row) continue;
    const auto at = other.terms.find(entering);
    if (at == other.terms.end()) continue;
    const Rational factor = at->second;
    other.terms.erase(at);
    for (const auto& [column, under] : row.terms) {
      Rational& total = other.terms[column];
      total += factor * under;
      if (total == 0) other.terms.erase(column);
    }
  }
}

Feasible LinearSystem::check() {
  for (;;) {
    checkpoint();
    if (conflict_) return Feasible::no;
    std::optional<Column> broken;  // the first basic column outside of its bounds
    for (const Row& row : rows_) {
      const Variable& variable = columns_[row.basic];
      const bool inside = (!variable.least || variable.value >= *variable.least) &&
                          (!variable.most || variable.value <= *variable.most);
      if (!inside && (!broken || row.basic < *broken)) broken = row.basic;
    }
    if (!broken) return Feasible::yes;
    const Variable& variable = columns_[*broken];
    const bool increase = variable.least && variable.value < *variable.least;
    const std::size_t row = *variable.row;
    const std::optional<Column> entering = entering_for(rows_[row], increase);
    if (!entering) return Feasible::no;
    if (pivots_left_ == 0) return Feasible::unknown;
    --pivots_left_;
    pivot(row, *entering, Value(increase ? *variable.least : *variable.most));
  }
}

Solution LinearSystem::solve(std::size_t most_branches) {
  Solution solution;
  solution.feasible = branch(most_branches, solution.values);
  return solution;
}

std::optional<LinearSystem::Column> LinearSystem::not_whole() const {
  for (const Column column : variables_) {
    const Variable& variable = columns_[column];
    if (!variable.whole) continue;
    if (variable.value.delta != 0 || !is_whole(variable.value.real)) return column;
  }
  return std::nullopt;
}

Feasible LinearSystem::branch(std::size_t& branches_left, std::vector<Rational>& found) {
  if (const Feasible relaxed = check(); relaxed != Feasible::yes) return relaxed;
  const std::optional<Column> split = not_whole();
  if (!split) {
    found = values();
    return Feasible::yes;
  }
  if (branches_left == 0) return Feasible::unknown;
  --branches_left;
  const Value value = columns_[*split].value;
  Rational lower = floor(value.real);
  if (is_whole(value.real) && value.delta < 0) lower -= 1;
  Feasible answer = Feasible::no;
  for (const bool up : {false, true}) {
    const std::size_t before = mark();
    bound(*split, !up, {up ? lower + 1 : lower, 0});
    const Feasible half = branch(branches_left, found);
    undo_to(before);
    if (half == Feasible::yes) return half;
    if (half == Feasible::unknown) answer = half;
  }
  return answer;
}

// A number for δ so small that every bound still holds, then the numbers themselves.
std::vector<Rational> LinearSystem::values() const {
  Rational delta = 1;
  const auto keep_order = [&](const Value& less, const Value& more) {
    if (less.delta > more.delta) {
      delta = std::min(delta, Rational((more.real - less.real) / (less.delta - more.delta)));
    }
  };
  for (const Variable& variable : columns_) {
    if (variable.least) keep_order(*variable.least, variable.value);
    if (variable.most) keep_order(variable.value, *variable.most);
  }
  std::vector<Rational> numbers;
  numbers.reserve(variables_.size());
  for (const Column column : variables_) {
    const Value& value = columns_[column].value;
    numbers.push_back(value.real + delta * value.delta);
  }
  return numbers;
}

}  // namespace leps::inline proving
