// A derivation: what a value rests on, down to the law, the line of the rules and the cell of the
// data.
#pragma once

#include "facts/fact_table.hpp"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline provenance {

/// What expressions were made from. The values themselves are found again by `expr`.
///
/// The nodes stand in one list and point to each other by place: an amount that is used twice is
/// opened once and shared. As a tree of its own it would double at every step of a chain of
/// amounts, and a chain of some thousands would be too deep to be walked by calls.
struct Derivation {
  using NodeId = Id<struct DerivationTag>;
  struct Node {
    /// An operation of a formula, or the formula of an amount when `subject` names it.
    typed::ExprId expr;
    std::variant<std::monostate, DatumId, ParameterId, ComputedId> subject;
    std::vector<NodeId> from;
  };

  IdMap<NodeId, Node> nodes;
  std::vector<NodeId> roots;  // one for each expression asked about, in that order

  // All that they rest on, each once, in the order in which a reader meets it.
  std::vector<ComputedId> amounts;
  std::vector<ParameterId> parameters;
  std::vector<DatumId> data;
};

/// What the expressions rest on: computed amounts are opened, data and parameters are the leaves. A
/// datum that the facts do not give is opened where the packs work it out (`se manca`).
/// @param facts  none: as if every datum were given
Derivation derive(const Typed& typed, const std::vector<typed::ExprId>& exprs,
                  const FactTable* facts = nullptr);

}  // namespace leps::inline provenance
