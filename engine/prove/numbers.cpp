#include "prove/numbers.hpp"

#include <algorithm>

namespace leps::inline proving {
namespace {

bool is_too_long(const Rational& value) { return value.bits() > kMostBits; }

std::string text(VariableId id) { return std::to_string(id.index); }

}  // namespace

bool is_too_large(const LinearForm& form) {
  return form.terms.size() > kMostTerms || is_too_long(form.constant) ||
         std::any_of(form.terms.begin(), form.terms.end(),
                     [](const auto& term) { return is_too_long(term.coefficient); });
}

Number Numbers::add(const Number& a, const Number& b) {
  return {a.form + b.form, merge(a.needs, b.needs)};
}
Number Numbers::subtract(const Number& a, const Number& b) {
  return {a.form - b.form, merge(a.needs, b.needs)};
}
Number Numbers::scale(const Number& a, const Rational& factor) {
  return {a.form * factor, a.needs};
}

// The choice, where the number is one between two constants (times a factor): 10 or 20 hours.
const ChoiceOf* Numbers::constants_chosen(const Number& number) const {
  if (number.form.terms.size() != 1) return nullptr;
  const Variable& variable = model_[number.form.terms.front().variable];
  const auto* choice = std::get_if<ChoiceOf>(&variable.meaning);
  return choice && choice->yes.form.known() && choice->no.form.known() ? choice : nullptr;
}

// One quotient times a factor, and no more.
bool Numbers::is_quotient(const LinearForm& form) const {
  return form.terms.size() == 1 && form.constant == 0 &&
         std::holds_alternative<QuotientOf>(model_[form.terms.front().variable].meaning);
}

LinearForm Numbers::product(VariableId a, VariableId b, Span where) {
  if (b < a) std::swap(a, b);
  Interval range = model_[a].range * model_[b].range;
  if (a == b && range.lo.sign() < 0) range.lo = Bound(0);
  return LinearForm::of(
      model_.variable("*" + text(a) + " " + text(b), {ProductOf{a, b}, range, false, where}));
}

Number Numbers::multiply(const Number& a, const Number& b, Span where) {
  const Needs needs = merge(a.needs, b.needs);
  if (b.form.known()) return {a.form * b.form.constant, needs};
  if (a.form.known()) return {b.form * a.form.constant, needs};

  for (const auto& [chosen, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    if (const ChoiceOf* found = constants_chosen(*chosen)) {
      const ChoiceOf choice = *found;  // a copy: new variables move the table
      const Number opened =
          choose(choice.condition, {other->form * choice.yes.form.constant, choice.yes.needs},
                 {other->form * choice.no.form.constant, choice.no.needs}, where);
      return {opened.form * chosen->form.terms.front().coefficient +
                  other->form * chosen->form.constant,
              merge(needs, opened.needs)};
    }
    if (is_quotient(chosen->form)) {  // a / b * c is a * c / b, which may cancel
      const LinearForm::Term term = chosen->form.terms.front();
      const QuotientOf inside = std::get<QuotientOf>(model_[term.variable].meaning);
      const Number above = multiply({inside.above * term.coefficient, {}}, *other, where);
      return {quotient(above.form, inside.below, where), merge(needs, above.needs)};
    }
  }

  LinearForm sum = a.form * b.form.constant + b.form * a.form.constant -
                   LinearForm(a.form.constant * b.form.constant);
  for (const LinearForm::Term& left : a.form.terms) {
    for (const LinearForm::Term& right : b.form.terms) {
      sum = sum +
            product(left.variable, right.variable, where) * (left.coefficient * right.coefficient);
    }
    if (sum.terms.size() > kMostTerms) break;  // the caller sees that it is too large
  }
  return {sum, needs};
}

// Term by term, so that a/c + b/c and (a + b)/c are the same form.
LinearForm Numbers::quotient(const LinearForm& above, const LinearForm& below, Span where) {
  // 2x/2y is x/y, and x/x is 1.
  const Rational leading = below.terms.front().coefficient;
  const LinearForm divisor = below * Rational(1 / leading);
  if (!above.known()) {
    const Rational ratio = above.terms.front().coefficient;
    if (above == divisor * ratio) return ratio / leading;
  }
  LinearForm sum;
  const auto add = [&](const LinearForm& one, const Rational& coefficient) {
    const VariableId variable = model_.variable(
        "/" + key_of(one) + "/" + key_of(divisor),
        {QuotientOf{one, divisor}, model_.range_of(one) / model_.range_of(divisor), false, where});
    sum = sum + LinearForm::of(variable) * Rational(coefficient / leading);
  };
  for (const LinearForm::Term& term : above.terms) {
    add(LinearForm::of(term.variable), term.coefficient);
  }
  if (above.constant != 0) add(LinearForm(Rational(1)), above.constant);
  return sum;
}

Number Numbers::divide(const Number& a, const Number& b, Span where) {
  Needs needs = merge(a.needs, b.needs);
  if (b.form.known() && b.form.constant != 0) {
    return {a.form * Rational(1 / b.form.constant), needs};
  }
  if (model_.range_of(b.form).contains_zero()) {
    needs = merge(needs, {model_.need(DivisorNeed{b.form})});
  }
  if (b.form.known()) return {{}, needs};  // never has a value
  return {quotient(a.form, b.form, where), needs};
}

Number Numbers::extremum(bool greatest, const std::vector<Number>& of, Span where) {
  Number result;
  std::vector<LinearForm> forms;
  for (const Number& number : of) {
    result.needs = merge(std::move(result.needs), number.needs);
    if (std::find(forms.begin(), forms.end(), number.form) == forms.end()) {
      forms.push_back(number.form);
    }
  }
  // What another one always reaches is left out: the first of 0 and a datum that is at least 0.
  for (std::size_t i = 0; i < forms.size() && forms.size() > 1;) {
    const bool idle = std::any_of(forms.begin(), forms.end(), [&](const LinearForm& other) {
      if (&other == &forms[i]) return false;
      const Interval lead = model_.range_of(greatest ? other - forms[i] : forms[i] - other);
      return lead.lo.sign() >= 0;
    });
    if (idle) {
      forms.erase(forms.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  if (forms.size() == 1) {
    result.form = forms.front();
    return result;
  }
  std::sort(forms.begin(), forms.end(),
            [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
  std::string key = greatest ? "max" : "min";
  Interval range = model_.range_of(forms.front());
  for (const LinearForm& form : forms) {
    key += " " + key_of(form) + ";";
    range = greatest ? max(range, model_.range_of(form)) : min(range, model_.range_of(form));
  }
  result.form = LinearForm::of(
      model_.variable(key, {ExtremumOf{greatest, std::move(forms)}, range, false, where}));
  return result;
}

Number Numbers::choose(FormulaId condition, const Number& yes, const Number& no, Span where) {
  if (const auto known = model_.known_value(condition)) return *known ? yes : no;
  if (!model_.can_be_undefined(condition) && yes.form == no.form && yes.needs == no.needs) {
    return yes;
  }
  std::string key = "if " + std::to_string(condition.index);
  for (const Number* branch : {&yes, &no}) {
    key += "; " + key_of(branch->form);
    for (const NeedId need : branch->needs) key += " !" + std::to_string(need.index);
  }
  const Interval range = hull(model_.range_of(yes.form), model_.range_of(no.form));
  const VariableId choice =
      model_.variable(key, {ChoiceOf{condition, yes, no}, range, false, where});
  return {LinearForm::of(choice), {model_.need(ChoiceNeed{choice})}};
}

}  // namespace leps::inline proving
