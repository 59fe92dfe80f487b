#include "mutate/small_steps.hpp"

namespace leps::inline mutating {
namespace {

// The unit of the last digit that is written: 1 of `5000`, 1/100 of `17.50`; none of a fraction.
std::optional<Rational> last_digit(const std::string& digits) {
  if (digits.find('/') != std::string::npos) return std::nullopt;
  const auto point = digits.find('.');
  Rational unit(1);
  if (point == std::string::npos) return unit;
  for (std::size_t i = point + 1; i < digits.size(); ++i) unit /= 10;
  return unit;
}

std::string digits_of(const Rational& value, const Rational& unit) {
  std::size_t decimals = 0;
  for (Rational step = unit; step < 1; step *= 10) ++decimals;
  const Rational scaled = value / unit;
  std::string digits = to_string(Rational(abs(scaled)));
  if (decimals > 0) {
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, ".");
  }
  return (value < 0 ? "-" : "") + digits;
}

}  // namespace

std::vector<ast::BinaryOp> instead_of(ast::BinaryOp op) {
  using ast::BinaryOp;
  switch (op) {
    case BinaryOp::at_least:
      return {BinaryOp::more_than, BinaryOp::at_most};
    case BinaryOp::at_most:
      return {BinaryOp::less_than, BinaryOp::at_least};
    case BinaryOp::more_than:
      return {BinaryOp::at_least, BinaryOp::less_than};
    case BinaryOp::less_than:
      return {BinaryOp::at_most, BinaryOp::more_than};
    case BinaryOp::equal_to:
      return {BinaryOp::different_from, BinaryOp::at_least, BinaryOp::at_most};
    case BinaryOp::different_from:
      return {BinaryOp::equal_to};
    case BinaryOp::logical_and:
      return {BinaryOp::logical_or};
    case BinaryOp::logical_or:
      return {BinaryOp::logical_and};
    case BinaryOp::add:
      return {BinaryOp::subtract};
    case BinaryOp::subtract:
      return {BinaryOp::add};
    case BinaryOp::multiply:
    case BinaryOp::divide:
    case BinaryOp::of:
      break;
  }
  return {};
}

std::optional<ast::Number> moved(const ast::Number& number, int by) {
  ast::Number other = number;
  if (number.form == ast::NumberForm::fraction) {
    const auto slash = number.digits.find('/');
    if (slash == std::string::npos) return std::nullopt;
    const std::string above = number.digits.substr(0, slash);
    const auto below = parse_rational(number.digits.substr(slash + 1));
    const auto over = parse_rational(above);
    if (!below || !over || *below + by <= 0) return std::nullopt;
    const Rational divisor = *below + by;
    other.digits = above + "/" + to_string(divisor);
    other.value = *over / divisor;
    return other;
  }
  const auto unit = last_digit(number.digits);
  const auto written = parse_rational(number.digits);
  if (!unit || !written) return std::nullopt;
  const Rational value = *written + *unit * by;
  if (value < 0) return std::nullopt;
  other.digits = digits_of(value, *unit);
  other.value = number.form == ast::NumberForm::percent ? Rational(value / 100) : value;
  return other;
}

}  // namespace leps::inline mutating
