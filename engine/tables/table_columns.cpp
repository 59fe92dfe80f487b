#include "tables/table_columns.hpp"

#include "base/plain_form.hpp"
#include "tables/istat_columns.hpp"
#include "trees/format_names.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace leps::inline tables {
namespace {

using sheets::Cell;
using sheets::Grid;

/// Columns that are no data, and those of them that a list has too.
const std::vector<std::string> kMainKeys = {key::ambito,    key::anno,    key::nome,
                                            key::regione,   "ats_salute", "asst",
                                            "provincia",    key::stato,   key::data_di_rilevazione,
                                            key::sintetico, key::nota};
const std::vector<std::string> kListKeys = {key::ambito, key::anno};

const std::vector<std::string> kIstatMap = {"DATA_TYPE", "CATEG_OF_BENEFICIARIES",
                                            "CATEGORY_OF_SERVICE", "dato"};
const std::vector<std::string> kAmbitiMap = {"REF_AREA", key::ambito};

bool has_header(const Grid& grid, const std::vector<std::string>& names) {
  const auto& cells = grid.rows.front().cells;
  return std::equal(cells.begin(), cells.end(), names.begin(), names.end(),
                    [](const Cell& cell, const std::string& name) { return cell.text == name; });
}

bool has_column(const Grid& grid, std::string_view name) {
  const auto& cells = grid.rows.front().cells;
  return std::any_of(cells.begin(), cells.end(),
                     [&](const Cell& cell) { return plain_form(cell.text) == name; });
}

/// Where data may stand, and how what stands there is called in the rules: `comuni.nome` for
/// `nome`.
struct Known {
  std::vector<std::string> names;
  std::string prefix;
};

Known known_columns(const Vocabulary& names, const Grid& grid, TableKind kind) {
  if (kind == TableKind::list) {
    const std::string list = list_called(names, grid.name);
    Known known{kListKeys, list + "."};
    for (std::string& field : fields_of(names, list)) known.names.push_back(std::move(field));
    return known;
  }
  Known known{kMainKeys, ""};
  for (const std::string& group : names.group_names) known.names.push_back("gruppo_" + group);
  known.names.insert(known.names.end(), names.datum_names.begin(), names.datum_names.end());
  return known;
}

Meaning meaning_of(const Vocabulary& names, const Known& known, const Column& column) {
  if (column.part == key::al || column.part == key::dal) return Meaning::day;
  if (!column.part.empty()) return Meaning::other;
  if (column.name == key::data_di_rilevazione) return Meaning::day;
  const auto& among = known.prefix.empty() ? names.data : names.fields;
  const auto datum = among.find(known.prefix + column.name);
  if (datum == among.end()) return Meaning::other;
  const Type& type = names.typed.data[datum->second].type;
  if (std::holds_alternative<NumberOf>(type)) return Meaning::number;
  return std::holds_alternative<DayOf>(type) ? Meaning::day : Meaning::other;
}

/// `popolazione_fonte` beside `popolazione`: the name without its ending, and the ending.
bool split_part(const Known& known, Column& column) {
  static constexpr std::array<std::string_view, 3> kParts = {key::fonte, key::al, key::dal};
  for (const std::string_view part : kParts) {
    if (!column.name.ends_with("_" + std::string(part))) continue;
    const std::string whole = column.name.substr(0, column.name.size() - part.size() - 1);
    if (std::find(known.names.begin(), known.names.end(), whole) == known.names.end()) continue;
    column.name = whole;
    column.part = part;
    return true;
  }
  return false;
}

class ColumnReader {
 public:
  ColumnReader(const Vocabulary& names, const Grid& grid, TableKind kind, DiagnosticBag& bag)
      : names_(names), grid_(grid), known_(known_columns(names, grid, kind)), bag_(bag) {
    for (const std::string& name : known_.names) by_form_[plain_form(name)].push_back(name);
  }

  std::vector<Column> read() {
    std::vector<Column> columns;
    std::map<std::string, Span> seen;
    for (const Cell& cell : grid_.rows.front().cells) {
      if (cell.text.empty()) {
        report_nameless(cell);
        continue;
      }
      auto column = read_one(cell);
      if (!column) continue;
      const auto [first, is_new] = seen.try_emplace(column->name + "_" + column->part, cell.span);
      if (is_new) {
        columns.push_back(*std::move(column));
      } else {
        bag_.report(Code::table_column_twice, cell.span, {quote(cell.text)})
            .label(first->second, {"è già qui", "it is already here"})
            .hint({"tieni una sola delle due colonne", "keep only one of the two columns"});
      }
    }
    report_headless();
    return columns;
  }

 private:
  std::optional<Column> read_one(const Cell& cell) {
    Column column{cell.column, cell.text, {}, Meaning::other, cell.span};
    if (!is_known(column.name) && !split_part(known_, column)) {
      column.name = plain_form(cell.text);
      const auto alike = by_form_.find(column.name);
      if (alike != by_form_.end() && alike->second.size() == 1) {
        column.name = alike->second.front();
      } else if (!split_part(known_, column)) {
        report_unknown(cell);
        return std::nullopt;
      }
      bag_.report(Code::table_column_taken, cell.span,
                  {quote(cell.text), column.name + (column.part.empty() ? "" : "_" + column.part)});
    }
    column.meaning = meaning_of(names_, known_, column);
    return column;
  }

  [[nodiscard]] bool is_known(const std::string& name) const {
    return std::find(known_.names.begin(), known_.names.end(), name) != known_.names.end();
  }

  void report_unknown(const Cell& cell) {
    Diagnostic& unknown = bag_.report(Code::table_unknown_column, cell.span, {quote(cell.text)});
    if (suggest(unknown, plain_form(cell.text), known_.names)) return;
    if (known_.prefix.empty()) {
      unknown.hint(
          {"le colonne hanno i nomi delle righe `dato` del pacchetto: cambiale nome, o toglila",
           "columns bear the names of the `dato` lines of the pack: rename it, or take it out"});
    } else {
      unknown.hint(format({"qui le colonne sono: {0}", "the columns here are: {0}"},
                          {listed(known_.names)}));
    }
  }

  /// A CSV has an empty field for a column without a name; it matters only if something is below.
  void report_nameless(const Cell& header) {
    for (auto row = grid_.rows.begin() + 1; row != grid_.rows.end(); ++row) {
      const Cell* cell = row->at(header.column);
      if (cell && !cell->text.empty()) return report_below(*cell);
    }
  }

  /// In a workbook an empty cell is not there at all.
  void report_headless() {
    if (!grid_.workbook) return;
    std::set<std::uint32_t> reported;
    for (auto row = grid_.rows.begin() + 1; row != grid_.rows.end(); ++row) {
      for (const Cell& cell : row->cells) {
        if (grid_.rows.front().at(cell.column) || !reported.insert(cell.column).second) continue;
        report_below(cell);
      }
    }
  }

  void report_below(const Cell& cell) {
    bag_.report(Code::table_nameless_column, cell.span)
        .hint({"scrivi il nome della colonna nella prima riga, o cancella ciò che c'è sotto",
               "write the name of the column into the first row, or delete what is below"});
  }

  const Vocabulary& names_;
  const Grid& grid_;
  Known known_;
  DiagnosticBag& bag_;
  std::map<std::string, std::vector<std::string>> by_form_;  // names that are written alike
};

}  // namespace

std::string list_called(const Vocabulary& names, std::string_view table) {
  if (names.tables.contains(table)) return std::string(table);
  const std::string form = plain_form(table);
  std::string called;
  for (const std::string& name : names.table_names) {
    if (plain_form(name) != form) continue;
    if (!called.empty()) return {};  // two, which only capitals tell apart
    called = name;
  }
  return called;
}

std::string misnamed_list(const Vocabulary& names, const Grid& grid) {
  std::vector<std::string> own;  // columns that are no keys of a main table
  for (const Cell& cell : grid.rows.front().cells) {
    const std::string form = plain_form(cell.text);
    if (form == key::ambito || form == key::anno || form.empty()) continue;
    own.push_back(form);
    const bool of_main = std::find(kMainKeys.begin(), kMainKeys.end(), form) != kMainKeys.end();
    if (!of_main && names.data.contains(form)) return {};
  }
  std::string best;
  std::size_t most = 0;
  for (const std::string& list : names.table_names) {
    const std::vector<std::string> fields = fields_of(names, list);
    const auto held = static_cast<std::size_t>(
        std::count_if(own.begin(), own.end(), [&](const std::string& form) {
          return std::find(fields.begin(), fields.end(), form) != fields.end();
        }));
    const bool only_of_main = held == 1 && own.size() == 1 && own.front() == key::nome;
    if (held > most && !only_of_main) {
      most = held;
      best = list;
    }
  }
  return most * 2 >= own.size() ? best : std::string();
}

std::vector<std::string> fields_of(const Vocabulary& names, std::string_view list) {
  const std::string prefix = std::string(list) + ".";
  std::vector<std::string> fields;
  for (const std::string& name : names.field_names) {
    if (name.starts_with(prefix)) fields.push_back(name.substr(prefix.size()));
  }
  return fields;
}

TableKind kind_of(const Vocabulary& names, const Grid& grid) {
  if (is_istat(grid)) return TableKind::istat;
  if (has_header(grid, kIstatMap)) return TableKind::istat_map;
  if (has_header(grid, kAmbitiMap)) return TableKind::ambiti_map;
  if (grid.workbook && sheets::is_form_helper(grid.name)) return TableKind::skipped;
  if (!list_called(names, grid.name).empty()) return TableKind::list;
  if (has_column(grid, key::ambito) && has_column(grid, key::anno)) return TableKind::main;
  return TableKind::unknown;
}

std::vector<Column> read_columns(const Vocabulary& names, const Grid& grid, TableKind kind,
                                 DiagnosticBag& bag) {
  return ColumnReader(names, grid, kind, bag).read();
}

}  // namespace leps::inline tables
