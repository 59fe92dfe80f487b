#include "provenance/derivation.hpp"

#include <map>
#include <set>

namespace leps {
namespace {

class Deriver {
 public:
  explicit Deriver(const Typed& typed) : typed_(typed) {}

  Derivation operator()(const std::vector<typed::ExprId>& exprs) {
    for (const typed::ExprId expr : exprs) derivation_.roots.push_back(open(expr));
    // Amounts are opened one after another, not one inside another.
    for (std::size_t i = 0; i < derivation_.amounts.size(); ++i) {
      const ComputedId amount = derivation_.amounts[i];
      const Derivation::NodeId node = opened_.at(amount);
      const Derivation::NodeId made_from = open(typed_.computed[amount].value);
      derivation_.nodes[node].from.push_back(made_from);
    }
    return std::move(derivation_);
  }

 private:
  // As deep as one expression nests, which the grammar bounds.
  Derivation::NodeId open(typed::ExprId expr) {
    const typed::Node& written = typed_.exprs[expr].node;
    if (const auto* amount = std::get_if<typed::ComputedRef>(&written)) {
      return open(amount->computed);
    }
    const Derivation::NodeId id = derivation_.nodes.add({expr, {}, {}});
    if (const auto* datum = std::get_if<typed::DatumRef>(&written)) {
      derivation_.nodes[id].subject = datum->datum;
      if (data_.insert(datum->datum).second) derivation_.data.push_back(datum->datum);
    } else if (const auto* parameter = std::get_if<typed::ParameterRef>(&written)) {
      derivation_.nodes[id].subject = parameter->parameter;
      if (parameters_.insert(parameter->parameter).second) {
        derivation_.parameters.push_back(parameter->parameter);
      }
    } else {
      for (const typed::ExprId operand : typed::operands(written)) {
        const Derivation::NodeId from = open(operand);
        derivation_.nodes[id].from.push_back(from);
      }
    }
    return id;
  }

  Derivation::NodeId open(ComputedId amount) {
    const auto [place, is_new] = opened_.try_emplace(amount);
    if (is_new) {
      place->second = derivation_.nodes.add({typed_.computed[amount].value, amount, {}});
      derivation_.amounts.push_back(amount);
    }
    return place->second;
  }

  const Typed& typed_;
  Derivation derivation_;
  std::map<ComputedId, Derivation::NodeId> opened_;
  std::set<ParameterId> parameters_;
  std::set<DatumId> data_;
};

}  // namespace

Derivation derive(const Typed& typed, const std::vector<typed::ExprId>& exprs) {
  return Deriver(typed)(exprs);
}

}  // namespace leps
