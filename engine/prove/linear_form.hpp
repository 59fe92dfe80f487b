// Linear forms: sums of variables, each times an exact number, and a constant. Kept in one order,
// so that the same sum, however it was written, is the same form.
#pragma once

#include "base/id.hpp"
#include "base/rational.hpp"

#include <string>
#include <vector>

namespace leps::inline proving {

/// A number that is not known: a datum, or a part of a formula that is not linear.
using VariableId = Id<struct LinearVariableTag>;

struct LinearForm {
  struct Term {
    VariableId variable;
    Rational coefficient;
    bool operator==(const Term&) const = default;
  };
  std::vector<Term> terms;  // by variable, none with coefficient 0
  Rational constant;

  LinearForm() = default;
  LinearForm(Rational value) : constant(std::move(value)) {}  // NOLINT: a number is a form
  static LinearForm of(VariableId variable) {
    LinearForm form;
    form.terms.push_back({variable, Rational(1)});
    return form;
  }

  /// True where no variable is left: it is `constant`.
  [[nodiscard]] bool known() const { return terms.empty(); }
  bool operator==(const LinearForm&) const = default;
};

LinearForm operator+(const LinearForm& a, const LinearForm& b);
LinearForm operator-(const LinearForm& a, const LinearForm& b);
LinearForm operator-(const LinearForm& a);
LinearForm operator*(const LinearForm& a, const Rational& factor);

/// The form with `instead` in the place of a variable.
LinearForm substitute(const LinearForm& form, VariableId variable, const LinearForm& instead);

/// The same text for the same form, and for no other: `2*x3 + 1/5000*x7 - 4` as `3:2 7:1/5000 -4`.
std::string key_of(const LinearForm& form);

}  // namespace leps::inline proving
