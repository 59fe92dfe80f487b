#include "check/check_bands.hpp"

#include "check/check_calls.hpp"
#include "check/check_units.hpp"
#include "check/words.hpp"

namespace leps::inline checking {
namespace {

/// What a limit is worth, and when, where the pack fixes it.
struct Fixed {
  Period period;
  Rational value;
};

std::vector<Fixed> fixed_values(const Context& context, typed::ExprId limit) {
  const typed::Node& node = context.typed.exprs[limit].node;
  const Period always{Day::min(), std::nullopt};
  if (const auto* constant = std::get_if<typed::Constant>(&node)) {
    return {{always, constant->value}};
  }
  if (const auto* convert = std::get_if<typed::Convert>(&node)) {
    std::vector<Fixed> values = fixed_values(context, convert->operand);
    for (Fixed& each : values) each.value *= convert->factor;
    return values;
  }
  std::vector<Fixed> values;
  if (const auto* parameter = std::get_if<typed::ParameterRef>(&node)) {
    for (const auto& version : context.typed.parameters[parameter->parameter].versions) {
      const auto* number = std::get_if<Rational>(&version.value);
      if (number) values.push_back({version.period, *number});
    }
  }
  return values;
}

// Limits that the pack fixes must rise.
bool limits_rise(Context& context, const std::vector<typed::ExprId>& limits) {
  for (std::size_t i = 1; i < limits.size(); ++i) {
    for (const Fixed& before : fixed_values(context, limits[i - 1])) {
      for (const Fixed& own : fixed_values(context, limits[i])) {
        if (!before.period.overlaps(own.period) || before.value < own.value) continue;
        context.bag.report(Code::bands_order, context.span_of(limits[i]))
            .label(context.span_of(limits[i - 1]),
                   Text("lo scaglione prima finisce qui", "the band before ends here"));
        return false;
      }
    }
  }
  return true;
}

}  // namespace

Checked check_bands(Context& context, const ast::Bands& node, Span where) {
  const Checked of = check_number(context, node.of);
  typed::Bands made;
  bool whole = of.has_value();
  for (const ast::Bands::Band& band : node.bands) {
    Checked limit = check_number(context, band.limit);
    const Checked rate = check_number(context, band.rate);
    whole = whole && limit && rate;
    if (!whole) continue;
    if (!agree(context, *of, *limit, context.program.exprs[band.limit].span)) whole = false;
    made.limits.push_back(*limit);
    made.rates.push_back(*rate);
  }
  const Checked beyond = check_number(context, node.beyond);
  if (!whole || !beyond) return std::nullopt;
  made.of = *of;
  made.rates.push_back(*beyond);
  const auto rate = common_type(context, made.rates);
  if (!rate || !limits_rise(context, made.limits)) return std::nullopt;
  const NumberOf type = product(*rate, std::get<NumberOf>(context.type_of(*of)));
  return context.add(std::move(made), type, where);
}

}  // namespace leps::inline checking
