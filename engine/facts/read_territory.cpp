#include "facts/read_territory.hpp"

#include "facts/read_time.hpp"
#include "trees/format_names.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <array>

namespace leps::inline reading {
namespace {

std::optional<TerritoryLink> read_link(const ReadingContext& context, const std::string& kind,
                                       const DataNode& node) {
  const DataMap* map = node.map();
  if (!map) {
    const auto name = read_text(context, node, kind);
    if (!name) return std::nullopt;
    return TerritoryLink{kind, *name, {}};
  }
  static const std::array<std::string, 3> kKeys = {key::nome, key::dal, key::al};
  check_keys(context, *map, kKeys);
  const DataNode* name = find(*map, key::nome);
  const auto text = name ? read_text(context, *name, kind) : std::nullopt;
  if (!text) {
    context.bag.report(Code::data_missing_key, node.span, {quote(key::nome)})
        .hint({"scrivi {nome: Lodi, dal: 2024-01-01}", "write {nome: Lodi, dal: 2024-01-01}"});
    return std::nullopt;
  }
  TerritoryLink link{kind, *text, {}};
  if (const DataNode* until = find(*map, key::al); until && !find(*map, key::dal)) {
    context.bag.report(Code::data_missing_key, until->span, {quote(key::dal)})
        .hint({"un legame che finisce ha un inizio: scrivi {nome: Lodi, dal: 2011-04-01, al: "
               "2015-12-31}",
               "a link that ends has a beginning: write {nome: Lodi, dal: 2011-04-01, al: "
               "2015-12-31}"});
    return std::nullopt;
  }
  if (find(*map, key::dal) || find(*map, key::al)) {
    DataMap days;
    for (const DataEntry& entry : map->entries) {
      if (entry.key != key::nome) days.entries.push_back(entry);
    }
    link.period = read_period(context, DataNode{std::move(days), node.span}, kind);
    if (!link.period) return std::nullopt;
  }
  return link;
}

std::vector<std::string> read_keys(const ReadingContext& context, const DataNode& node,
                                   const Text& what) {
  std::vector<std::string> keys;
  const DataSequence* items = node.sequence();
  if (!items) {
    report_wrong_kind(context, node, what, {"una lista di Ambiti", "a list of Ambiti"})
        .hint({"scrivi le loro chiavi: [alfa, beta]", "write their keys: [alfa, beta]"});
    return keys;
  }
  for (const DataNode& item : items->items) {
    if (auto key = read_text(context, item, what)) keys.push_back(*std::move(key));
  }
  return keys;
}

}  // namespace

std::vector<TerritoryLink> read_territory(const ReadingContext& context, const DataNode& node) {
  std::vector<TerritoryLink> links;
  if (is_missing(node)) return links;
  const DataMap* map = node.map();
  if (!map) {
    report_wrong_kind(context, node, key::territorio, {"un gruppo di voci", "a group of entries"})
        .hint(
            {"scrivi {asst: Lodi}, o una voce per riga", "write {asst: Lodi}, or an entry a line"});
    return links;
  }
  for (const DataEntry& entry : map->entries) {
    const DataSequence* several = entry.value.sequence();
    if (!several) {
      if (auto link = read_link(context, entry.key, entry.value)) links.push_back(*std::move(link));
      continue;
    }
    for (const DataNode& item : several->items) {
      if (auto link = read_link(context, entry.key, item)) links.push_back(*std::move(link));
    }
  }
  std::stable_sort(links.begin(), links.end(),
                   [](const auto& a, const auto& b) { return a.kind < b.kind; });
  return links;
}

std::map<GroupId, GroupMembership> read_groups(const ReadingContext& context,
                                               const DataNode& node) {
  std::map<GroupId, GroupMembership> groups;
  if (is_missing(node)) return groups;
  const DataMap* map = node.map();
  if (!map) {
    report_wrong_kind(context, node, key::gruppi, {"un gruppo di voci", "a group of entries"})
        .hint({"scrivi {progetto: nome_del_gruppo}", "write {project: name_of_the_group}"});
    return groups;
  }
  for (const DataEntry& entry : map->entries) {
    const auto group = context.names.groups.find(entry.key);
    if (group == context.names.groups.end()) {
      Diagnostic& unknown =
          context.bag.report(Code::data_undeclared_group, entry.key_span, {quote(entry.key)});
      if (!suggest(unknown, entry.key, context.names.group_names)) {
        unknown.hint({"togli la voce: nessun pacchetto la dichiara, e nessuna regola la userebbe",
                      "take the entry out: no pack declares it, and no rule would use it"});
      }
      continue;
    }
    if (is_missing(entry.value)) continue;
    GroupMembership membership;
    membership.span = entry.value.span;
    if (const DataMap* whole = entry.value.map()) {
      static const std::array<std::string, 2> kKeys = {key::nome, key::membri};
      check_keys(context, *whole, kKeys);
      if (const DataNode* name = find(*whole, key::nome)) {
        membership.name = read_text(context, *name, entry.key).value_or("");
      }
      if (const DataNode* members = find(*whole, key::membri); members && !is_missing(*members)) {
        membership.members = read_keys(context, *members, key::membri);
      }
    } else {
      membership.name = read_text(context, entry.value, entry.key).value_or("");
    }
    if (membership.name.empty()) {
      context.bag.report(Code::data_missing_key, entry.value.span, {quote(key::nome)})
          .hint({"il gruppo ha un nome, lo stesso in tutti gli Ambiti che ne fanno parte",
                 "the group has a name, the same in all the Ambiti that are in it"});
      continue;
    }
    groups[group->second] = std::move(membership);
  }
  return groups;
}

std::optional<Merger> read_merger(const ReadingContext& context, const DataNode& node) {
  if (is_missing(node)) return std::nullopt;
  const Text example("scrivi `fusione: {da: [alfa, beta], dal: 2026-07-01}`",
                     "write `fusione: {da: [alfa, beta], dal: 2026-07-01}`");
  const DataMap* map = node.map();
  if (!map) {
    report_wrong_kind(context, node, key::fusione, {"un gruppo di voci", "a group of entries"})
        .hint(example);
    return std::nullopt;
  }
  static const std::array<std::string, 2> kKeys = {key::da, key::dal};
  check_keys(context, *map, kKeys);
  Merger merger;
  merger.span = node.span;
  const DataNode* parts = find(*map, key::da);
  const DataNode* first = find(*map, key::dal);
  for (const auto& [key, value] : {std::pair(key::da, parts), std::pair(key::dal, first)}) {
    if (value && !is_missing(*value)) continue;
    context.bag.report(Code::data_missing_key, node.span, {quote(key)}).hint(example);
    return std::nullopt;
  }
  merger.from = read_keys(context, *parts, key::da);
  const auto day = read_day(context, *first, key::dal);
  if (!day || merger.from.empty()) return std::nullopt;
  merger.day = *day;
  return merger;
}

}  // namespace leps::inline reading
