// What an Ambito belongs to: Distretto, ASST, ATS-salute, groups of Ambiti; and what it was made
// of.
#pragma once

#include "facts/fact_table.hpp"
#include "facts/read_field.hpp"

#include <map>
#include <optional>
#include <vector>

namespace leps::inline reading {

/// `territorio: {asst: Lodi, distretto: [{nome: Nord, dal: 2024-01-01}, …]}`
std::vector<TerritoryLink> read_territory(const ReadingContext& context, const DataNode& node);

/// `gruppi: {progetto_pippi: p12-sud}`, or with its members:
/// `{progetto_pippi: {nome: p12-sud, membri: [suzzara, viadana]}}`
std::map<GroupId, GroupMembership> read_groups(const ReadingContext& context, const DataNode& node);

/// `fusione: {da: [alfa, beta], dal: 2026-07-01}`
std::optional<Merger> read_merger(const ReadingContext& context, const DataNode& node);

}  // namespace leps::inline reading
