#include "eval/surroundings.hpp"

#include <algorithm>

namespace leps::inline evaluating {

Surroundings::Surroundings(const DataSet& data) {
  for (const FactTable& table : data) {
    tables_[{table.ambito, table.year}] = &table;
    for (const auto& [group, membership] : table.groups) {
      groups_[{group, table.year, membership.name}].push_back(&table);
    }
  }
}

Surroundings Surroundings::with(const DataSet& changed) const {
  Surroundings other = *this;
  for (const FactTable& table : changed) {
    const FactTable*& own = other.tables_.at({table.ambito, table.year});
    for (const auto& [group, membership] : table.groups) {
      auto& members = other.groups_.at({group, table.year, membership.name});
      std::replace(members.begin(), members.end(), own, &table);
    }
    own = &table;
  }
  return other;
}

std::vector<const FactTable*> Surroundings::all() const {
  std::vector<const FactTable*> all;
  for (const auto& [key, table] : tables_) all.push_back(table);
  return all;
}

const FactTable* Surroundings::at(const std::string& ambito, int year) const {
  const auto found = tables_.find({ambito, year});
  return found == tables_.end() ? nullptr : found->second;
}

std::vector<const FactTable*> Surroundings::before(const FactTable& facts, int years) const {
  const int year = facts.year - years;
  const bool merged_since = facts.merger && year < year_of(facts.merger->day);
  if (!merged_since) {
    const FactTable* own = at(facts.ambito, year);
    return own ? std::vector{own} : std::vector<const FactTable*>();
  }
  std::vector<const FactTable*> all;
  for (const std::string& ambito : facts.merger->from) {
    const FactTable* one = at(ambito, year);
    if (!one) return {};
    all.push_back(one);
  }
  return all;
}

Surroundings::Members Surroundings::others(const FactTable& facts, GroupId group) const {
  Members members;
  const auto own = facts.groups.find(group);
  if (own == facts.groups.end()) return members;
  std::set<std::string>& absent = members.absent;
  absent.insert(own->second.members.begin(), own->second.members.end());
  const auto found = groups_.find({group, facts.year, own->second.name});
  if (found != groups_.end()) {
    for (const FactTable* table : found->second) {
      if (table->ambito != facts.ambito) members.present.push_back(table);
      const auto& listed = table->groups.at(group).members;
      absent.insert(listed.begin(), listed.end());
    }
  }
  absent.erase(facts.ambito);
  for (const FactTable* member : members.present) absent.erase(member->ambito);
  return members;
}

}  // namespace leps::inline evaluating
