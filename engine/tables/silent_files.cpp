#include "tables/silent_files.hpp"

#include "tables/table_columns.hpp"

#include <set>

namespace leps::inline tables {

std::vector<std::string> find_silent_files(const std::vector<std::string>& paths,
                                           const DataFiles& files, const DataSet& data,
                                           const SourceMap& sources, const Rulebook& rulebook) {
  std::set<SourceId> heard;
  for (const FactTable& table : data) {
    heard.insert(table.span.source);
    for (const Fact& fact : table.facts) {
      if (fact.cell) heard.insert(fact.cell->source);
      for (const Fact::Other& other : fact.others) {
        if (other.cell) heard.insert(other.cell->source);
      }
      if (const auto* rows = std::get_if<Rows>(&fact.value)) {
        for (const FactRow& row : **rows) heard.insert(row.span.source);
      }
    }
  }
  const reading::Vocabulary names(rulebook);
  for (const sheets::Grid& grid : files.tables) {
    const tables::TableKind kind = tables::kind_of(names, grid);
    if (kind == tables::TableKind::istat_map || kind == tables::TableKind::ambiti_map) {
      heard.insert(grid.source);
    }
  }
  std::set<std::string> names_heard;
  for (const SourceId source : heard) names_heard.insert(sources.name(source));
  std::vector<std::string> silent;
  for (const std::string& path : paths) {
    if (!names_heard.contains(path)) silent.push_back(path);
  }
  return silent;
}

}  // namespace leps::inline tables
