#include "tables/own_report.hpp"

#include "sheets/zip_parts.hpp"

#include <algorithm>

namespace leps::inline tables {
namespace {

bool has_columns(const sheets::Grid& grid, std::initializer_list<std::string_view> names) {
  if (grid.rows.empty()) return false;
  const auto& cells = grid.rows.front().cells;
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    return std::any_of(cells.begin(), cells.end(),
                       [&](const sheets::Cell& cell) { return cell.text == name; });
  });
}

bool has_sheets(const std::vector<sheets::Grid>& tables,
                std::initializer_list<std::string_view> names) {
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    return std::any_of(tables.begin(), tables.end(), [&](const sheets::Grid& grid) {
      return grid.workbook && grid.name == name;
    });
  });
}

bool is_own_workbook(std::string_view bytes) {
  DiagnosticBag nobody;
  auto parts = sheets::ZipParts::open(bytes, "", nobody);
  const auto workbook = parts && parts->has("xl/workbook.xml")
                            ? parts->read("xl/workbook.xml", nobody)
                            : std::nullopt;
  if (!workbook) return false;
  const auto has = [&](std::string_view sheet) {
    return workbook->find("name=\"" + std::string(sheet) + "\"") != std::string::npos;
  };
  return (has("Quadro") && has("Lacune")) || (has("Overview") && has("Gaps"));
}

}  // namespace

bool is_own_report(const std::vector<sheets::Grid>& tables) {
  if (has_sheets(tables, {"Quadro", "Lacune"}) || has_sheets(tables, {"Overview", "Gaps"})) {
    return true;
  }
  return tables.size() == 1 && !tables[0].workbook &&
         (has_columns(tables[0], {"regola", "verdetto", "verdetti_possibili"}) ||
          has_columns(tables[0], {"rule", "verdict", "possible_verdicts"}));
}

bool is_own_report(std::string_view bytes) {
  if (bytes.empty() || is_own_json(bytes)) return true;
  if (bytes.starts_with("PK")) return is_own_workbook(bytes);
  constexpr std::size_t kBeginning = 2000;
  const std::string_view beginning = bytes.substr(0, kBeginning);
  const auto says = [&](std::string_view words) {
    return beginning.find(words) != std::string_view::npos;
  };
  if (says("<html")) return says("name=\"generator\" content=\"leps");
  return says("verdetti_possibili") || says("possible_verdicts") ||
         beginning.starts_with("# Livelli essenziali delle prestazioni sociali") ||
         beginning.starts_with("# Essential levels of social services") ||
         beginning.starts_with("Quadro d'insieme\n") || beginning.starts_with("Overview\n") ||
         (says(" · ") && (says("dati al ") || says("data as of ")));
}

bool is_own_json(std::string_view bytes) {
  constexpr std::size_t kBeginning = 200;
  const std::string_view beginning = bytes.substr(0, kBeginning);
  return beginning.find("\"schema\"") != std::string_view::npos &&
         beginning.find("\"leps-") != std::string_view::npos;
}

}  // namespace leps::inline tables
