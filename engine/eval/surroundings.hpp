// What stands around the facts of one Ambito in one year: its other years, and the other members of
// the groups that it shares.
#pragma once

#include "facts/fact_table.hpp"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace leps::inline evaluating {

class Surroundings {
 public:
  Surroundings() = default;  // nothing around
  /// @param data  must outlive it
  explicit Surroundings(const DataSet& data);

  /// The same with other facts in the place of those of some Ambiti and years.
  /// @param changed  of Ambiti and years that are there, with the same groups; must outlive it
  [[nodiscard]] Surroundings with(const DataSet& changed) const;

  /// The facts of an Ambito in a year; null where there are none.
  [[nodiscard]] const FactTable* at(const std::string& ambito, int year) const;
  /// Those of every Ambito and year, in this order.
  [[nodiscard]] std::vector<const FactTable*> all() const;

  /// The tables that hold the facts of an Ambito so many years before: its own; of an Ambito made
  /// by a merger since then, those of the Ambiti that it was made of. Empty where the data have
  /// none, or not all of them.
  [[nodiscard]] std::vector<const FactTable*> before(const FactTable& facts, int years) const;

  struct Members {
    std::vector<const FactTable*> present;  // without the Ambito itself
    std::set<std::string> absent;           // keys of declared members that are not in the data
  };
  /// The other members of an Ambito's group in the same year. An Ambito that declares no group of
  /// the kind is alone in it.
  [[nodiscard]] Members others(const FactTable& facts, GroupId group) const;

 private:
  struct GroupKey {
    GroupId group;
    int year = 0;
    std::string name;
    // By hand: not every standard library orders its strings by `<=>`, as a default would ask.
    bool operator<(const GroupKey& other) const {
      return std::tie(group, year, name) < std::tie(other.group, other.year, other.name);
    }
  };

  std::map<std::pair<std::string, int>, const FactTable*> tables_;
  std::map<GroupKey, std::vector<const FactTable*>> groups_;
};

}  // namespace leps::inline evaluating
