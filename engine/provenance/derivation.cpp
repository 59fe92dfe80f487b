#include "provenance/derivation.hpp"

#include <map>
#include <set>

namespace leps::inline provenance {
namespace {

class Deriver {
 public:
  Deriver(const Typed& typed, const FactTable* facts) : typed_(typed), facts_(facts) {}

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
    if (const auto datum = typed::datum_of(written)) {
      derivation_.nodes[id].subject = *datum;
      add(*datum);
      const auto amount = typed_.data[*datum].if_missing;
      const bool given = !facts_ || is_given(facts_->facts[*datum], typed_.data[*datum]);
      if (amount && !given) {
        const Derivation::NodeId from = open(*amount);
        derivation_.nodes[id].from.push_back(from);
      }
    } else if (const auto* parameter = std::get_if<typed::ParameterRef>(&written)) {
      derivation_.nodes[id].subject = parameter->parameter;
      if (parameters_.insert(parameter->parameter).second) {
        derivation_.parameters.push_back(parameter->parameter);
      }
    } else {
      if (const auto* over = std::get_if<typed::Aggregate>(&written)) {
        add(typed_.tables[over->table].datum);
      }
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

  void add(DatumId datum) {
    if (data_.insert(datum).second) derivation_.data.push_back(datum);
  }

  const Typed& typed_;
  const FactTable* facts_;
  Derivation derivation_;
  std::map<ComputedId, Derivation::NodeId> opened_;
  std::set<ParameterId> parameters_;
  std::set<DatumId> data_;
};

}  // namespace

Derivation derive(const Typed& typed, const std::vector<typed::ExprId>& exprs,
                  const FactTable* facts) {
  return Deriver(typed, facts)(exprs);
}

}  // namespace leps::inline provenance
