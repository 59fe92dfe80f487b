#include "what_if/what_if.hpp"

#include "base/watch.hpp"
#include "diagnostics/load_source.hpp"
#include "facts/data_document.hpp"
#include "facts/read_document.hpp"
#include "facts/read_field.hpp"
#include "facts/vocabulary.hpp"
#include "source/sha256.hpp"
#include "trees/format_names.hpp"
#include "trees/json_tree.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace leps::inline what_ifs {
namespace {

using trees::DataMap;
using trees::DataNode;
using AmbitoYear = std::pair<std::string, int>;

// ---- what a change can reach --------------------------------------------------------------------

/// How far rules look: over which groups, and how many years back.
struct Horizon {
  std::set<GroupId> groups;
  std::set<int> years;
};

Horizon horizon_of(const Typed& typed) {
  Horizon horizon;
  for (const typed::Expr& expr : typed.exprs) {
    if (const auto* total = std::get_if<typed::GroupTotal>(&expr.node)) {
      horizon.groups.insert(total->group);
    } else if (const auto* before = std::get_if<typed::PreviousYear>(&expr.node)) {
      horizon.years.insert(before->years);
    } else if (const auto* sum = std::get_if<typed::OverYears>(&expr.node)) {
      for (int years = 1; years < sum->years; ++years) horizon.years.insert(years);
    }
  }
  return horizon;
}

/// The changed tables and all that see them, through however many others: the total of a group may
/// hold what a member had the year before.
std::set<AmbitoYear> reached(const DataSet& changed, const Surroundings& around,
                             const Horizon& horizon) {
  std::map<const FactTable*, std::vector<const FactTable*>> seen_by;
  for (const FactTable* table : around.all()) {
    for (const int years : horizon.years) {
      for (const FactTable* earlier : around.before(*table, years)) {
        seen_by[earlier].push_back(table);
      }
    }
  }
  std::set<AmbitoYear> reached;
  std::vector<const FactTable*> open;
  const auto reach = [&](const FactTable* table) {
    if (reached.emplace(table->ambito, table->year).second) open.push_back(table);
  };
  for (const FactTable& table : changed) reach(&table);
  while (!open.empty()) {
    const FactTable* table = open.back();
    open.pop_back();
    for (const FactTable* later : seen_by[table]) reach(later);
    for (const GroupId group : horizon.groups) {
      for (const FactTable* member : around.others(*table, group).present) reach(member);
    }
  }
  return reached;
}

// ---- reading the changes ------------------------------------------------------------------------

DataNode map_of(std::string key, DataNode value) {
  const Span span = value.span;
  DataMap map;
  map.entries.push_back({std::move(key), span, std::move(value)});
  return {std::move(map), span};
}

class ChangeReader {
 public:
  ChangeReader(const WhatIfBase& base, SourceMap& sources, std::vector<DataFile>& read,
               DiagnosticBag& bag)
      : base_(base), sources_(sources), read_(read), bag_(bag) {}

  /// The facts of one Ambito and year with their changes.
  FactTable operator()(const AmbitoYear& where, const std::map<std::string, std::string>& changes) {
    FactTable changed = *base_.around.at(where.first, where.second);
    DataDocument document{where.first, {}, {{where.second, {}, {}, {}, {}}}};
    auto& data = document.years[0].data;
    for (const auto& [name, value] : changes) {
      if (names().tables.contains(name)) {
        read_list(where, name, value, changed);
      } else {
        data.push_back({name, {{value, {}, {}}}});
      }
    }
    if (data.empty()) return changed;
    const WrittenDocument written = add_document(sources_, document, names(), bag_);
    remember(written.source);
    const auto read = read_facts(written.root);
    for (const DataDocument::Datum& each : data) {
      const auto datum = names().data.find(each.name);
      if (read && datum != names().data.end()) {
        changed.facts[datum->second] = read->facts[datum->second];
        take_doubts({datum->second}, *read, changed);
      }
    }
    return changed;
  }

 private:
  [[nodiscard]] const reading::Vocabulary& names() const { return base_.names; }

  void remember(SourceId source) {
    spend_input(sources_.text(source).size());
    read_.push_back({sources_.name(source), sha256(sources_.text(source))});
  }

  // A list is a text of its own: its rows keep the lines on which they were given.
  void read_list(const AmbitoYear& where, const std::string& name, const std::string& value,
                 FactTable& changed) {
    const auto source =
        add_source(sources_, where.first + "." + name + ".json", value, kMaxDataBytes, bag_);
    if (!source) return;
    remember(*source);
    const Span whole{*source, 0, static_cast<std::uint32_t>(sources_.text(*source).size())};
    std::optional<DataNode> rows = DataNode{value, whole};
    if (!reading::is_missing(*rows)) rows = trees::read_json(sources_, *source, bag_);
    if (!rows) return;

    DataNode year = map_of(key::elenchi, map_of(name, *std::move(rows)));
    std::get<DataMap>(year.value).entries.push_back({key::dati, whole, {DataMap{}, whole}});
    DataNode root = map_of(key::anni, map_of(std::to_string(where.second), std::move(year)));
    std::get<DataMap>(root.value).entries.push_back({key::ambito, whole, {where.first, whole}});
    const DatumId list = names().typed.tables[names().tables.at(name)].datum;
    const auto read = read_facts(std::move(root));
    if (!read) return;
    changed.facts[list] = read->facts[list];
    std::set<DatumId> all = {list};
    const std::vector<DatumId>& fields = names().typed.tables[names().tables.at(name)].fields;
    all.insert(fields.begin(), fields.end());
    take_doubts(all, *read, changed);
  }

  // What was found odd about the data that were there goes with them.
  static void take_doubts(const std::set<DatumId>& data, const FactTable& read,
                          FactTable& changed) {
    const auto about = [&](const ReadDoubt& doubt) {
      return doubt.datum && data.contains(*doubt.datum);
    };
    std::erase_if(changed.doubts, about);
    std::copy_if(read.doubts.begin(), read.doubts.end(), std::back_inserter(changed.doubts), about);
  }

  /// Nothing where it could not be read, which is reported.
  std::optional<FactTable> read_facts(const std::optional<DataNode>& root) {
    if (!root) return std::nullopt;
    auto read = reading::read_document(names(), sources_, *root, {}, bag_);
    return read.empty() ? std::nullopt : std::optional(std::move(read.front()));
  }

  const WhatIfBase& base_;
  SourceMap& sources_;
  std::vector<DataFile>& read_;
  DiagnosticBag& bag_;
};

}  // namespace

std::unique_ptr<WhatIf> what_if(const WhatIfBase& base, const std::vector<Change>& changes,
                                SourceMap& sources, DiagnosticBag& bag) {
  sources = base.sources;
  auto found = std::make_unique<WhatIf>();

  std::map<AmbitoYear, std::map<std::string, std::string>> by_table;
  for (const Change& change : changes) {
    by_table[{change.ambito, change.year}][change.datum] = change.value;
  }
  ChangeReader read(base, sources, found->changes, bag);
  for (const auto& [where, of_table] : by_table) found->tables.push_back(read(where, of_table));
  bag.sort();
  if (bag.has_errors()) return nullptr;

  auto around = std::make_shared<const Surroundings>(base.around.with(found->tables));
  std::vector<const FactTable*> asked;
  for (const auto& [ambito, year] :
       reached(found->tables, *around, horizon_of(base.rulebook.typed))) {
    const FactTable* table = around->at(ambito, year);
    if (!base.judged || base.judged(*table)) asked.push_back(table);
  }
  Judged judged = judge(base.rulebook, std::move(asked), std::move(around), Keep::all_or_none, bag);
  if (bag.has_errors()) return nullptr;
  judged.files = base.files;
  judged.files.insert(judged.files.end(), found->changes.begin(), found->changes.end());
  judged.found = base.warnings;
  judged.found.append(bag);
  found->sources = sources;
  found->report = assess(base.rulebook, found->sources, std::move(judged), base.ordering);
  return found;
}

bool differ(const RuleResult& before, const RuleResult& after) {
  return !(before.outcome.possible == after.outcome.possible) || before.rank != after.rank ||
         before.fragile != after.fragile || before.relative_gap != after.relative_gap ||
         before.gaps != after.gaps;
}

}  // namespace leps::inline what_ifs
