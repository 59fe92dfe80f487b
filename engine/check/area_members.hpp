// Lists what the packs say belongs to an area: what people plan by.
#pragma once

#include "check/typed.hpp"

#include <optional>
#include <vector>

namespace leps::inline checking {

/// In the order of the packs.
struct AreaMembers {
  std::vector<RuleId> rules;
  std::vector<ComputedId> computed;  // without what only stands in for a datum
  std::vector<DatumId> data;         // of `dato`
  std::vector<TableId> tables;

  [[nodiscard]] bool empty() const {
    return rules.empty() && computed.empty() && data.empty() && tables.empty();
  }
};

/// @param area  none: what is of no area
AreaMembers members_of(const Typed& typed, std::optional<AreaId> area);

}  // namespace leps::inline checking
