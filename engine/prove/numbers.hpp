// Arithmetic on what a prover knows of numbers. What is linear stays exact. Choices, extremes and
// quotients become variables that remember what they are, for the search to open; a product of two
// unknowns is a variable that could be anything within its range.
#pragma once

#include "prove/formula.hpp"

namespace leps::inline proving {

/// Forms beyond this are not worked with: they would be slow, and no rule of a law is so long.
inline constexpr std::size_t kMostTerms = 200;
inline constexpr std::size_t kMostBits = 2000;

/// Whether a form is beyond the limits above.
bool is_too_large(const LinearForm& form);

class Numbers {
 public:
  explicit Numbers(Model& model) : model_(model) {}

  static Number add(const Number& a, const Number& b);
  static Number subtract(const Number& a, const Number& b);
  static Number scale(const Number& a, const Rational& factor);
  /// @param where  the expression, for the message where the product cannot be modelled
  Number multiply(const Number& a, const Number& b, Span where);
  Number divide(const Number& a, const Number& b, Span where);
  Number extremum(bool greatest, const std::vector<Number>& of, Span where);
  Number choose(FormulaId condition, const Number& yes, const Number& no, Span where);

 private:
  [[nodiscard]] const ChoiceOf* constants_chosen(const Number& number) const;
  [[nodiscard]] bool is_quotient(const LinearForm& form) const;
  LinearForm product(VariableId a, VariableId b, Span where);
  LinearForm quotient(const LinearForm& above, const LinearForm& below, Span where);

  Model& model_;
};

}  // namespace leps::inline proving
