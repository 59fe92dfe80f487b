#include "prove/linear_form.hpp"

#include <algorithm>

namespace leps::inline proving {
namespace {

LinearForm combine(const LinearForm& a, const LinearForm& b, const Rational& factor) {
  LinearForm sum(a.constant + factor * b.constant);
  sum.terms.reserve(a.terms.size() + b.terms.size());
  auto left = a.terms.begin();
  auto right = b.terms.begin();
  while (left != a.terms.end() || right != b.terms.end()) {
    if (right == b.terms.end() || (left != a.terms.end() && left->variable < right->variable)) {
      sum.terms.push_back(*left++);
    } else if (left == a.terms.end() || right->variable < left->variable) {
      sum.terms.push_back({right->variable, factor * right->coefficient});
      ++right;
    } else {
      const Rational coefficient = left->coefficient + factor * right->coefficient;
      if (coefficient != 0) sum.terms.push_back({left->variable, coefficient});
      ++left, ++right;
    }
  }
  return sum;
}

}  // namespace

LinearForm operator+(const LinearForm& a, const LinearForm& b) { return combine(a, b, 1); }
LinearForm operator-(const LinearForm& a, const LinearForm& b) { return combine(a, b, -1); }
LinearForm operator-(const LinearForm& a) { return a * Rational(-1); }

LinearForm operator*(const LinearForm& a, const Rational& factor) {
  if (factor == 0) return {};
  LinearForm scaled = a;
  scaled.constant *= factor;
  for (LinearForm::Term& term : scaled.terms) term.coefficient *= factor;
  return scaled;
}

LinearForm substitute(const LinearForm& form, VariableId variable, const LinearForm& instead) {
  const auto at = std::find_if(form.terms.begin(), form.terms.end(),
                               [&](const auto& term) { return term.variable == variable; });
  if (at == form.terms.end()) return form;
  const Rational coefficient = at->coefficient;
  LinearForm rest = form;
  rest.terms.erase(rest.terms.begin() + (at - form.terms.begin()));
  return combine(rest, instead, coefficient);
}

std::string key_of(const LinearForm& form) {
  std::string key;
  for (const LinearForm::Term& term : form.terms) {
    key += std::to_string(term.variable.index) + ":" + to_string(term.coefficient) + " ";
  }
  return key + to_string(form.constant);
}

}  // namespace leps::inline proving
