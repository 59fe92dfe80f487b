#include "check/area_members.hpp"

namespace leps::inline checking {
namespace {

// Those of the area that are `shown` by themselves.
template <class Id, class Declared, class Shown>
std::vector<Id> of_area(const IdMap<Id, Declared>& all, std::optional<AreaId> area, Shown shown) {
  std::vector<Id> found;
  for (const Id id : all.keys()) {
    if (all[id].area == area && shown(all[id])) found.push_back(id);
  }
  return found;
}

}  // namespace

AreaMembers members_of(const Typed& typed, std::optional<AreaId> area) {
  const auto all = [](const auto&) { return true; };
  return {of_area(typed.rules, area, all),
          of_area(typed.computed, area,
                  [](const typed::Computed& amount) { return !amount.stands_for; }),
          of_area(typed.data, area,
                  [](const typed::Datum& datum) {
                    return !datum.field_of && !std::holds_alternative<RowsOf>(datum.type);
                  }),
          of_area(typed.tables, area, all)};
}

}  // namespace leps::inline checking
