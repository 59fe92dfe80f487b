#include "tables/read_tables.hpp"

#include "base/nearest.hpp"
#include "base/plain_form.hpp"
#include "base/watch.hpp"
#include "sheets/find_header.hpp"
#include "tables/read_cell.hpp"
#include "tables/read_istat.hpp"
#include "tables/table_columns.hpp"
#include "tables/table_documents.hpp"
#include "tables/table_style.hpp"
#include "trees/format_names.hpp"
#include "trees/wording.hpp"

#include <algorithm>

namespace leps::inline tables {
namespace {

using sheets::Cell;
using sheets::CellKind;
using sheets::Grid;
using sheets::Row;

/// One table whose columns are known.
class TableReader {
 public:
  /// @param list  that the table is; empty: it is a main table
  TableReader(const Vocabulary& names, const Grid& grid, std::string list,
              std::vector<Column> columns, DocumentBuilder& documents, DiagnosticBag& bag)
      : names_(names),
        grid_(grid),
        list_(std::move(list)),
        columns_(std::move(columns)),
        documents_(documents),
        bag_(bag) {
    for (const Column& column : columns_) {
      if (column.name == key::ambito) ambito_ = &column;
      if (column.name == key::anno) year_ = &column;
    }
  }

  [[nodiscard]] bool has_keys() const { return ambito_ && year_; }

  void read_main() {
    for (auto row = grid_.rows.begin() + 1; row != grid_.rows.end(); ++row) {
      checkpoint();
      const auto key = key_of(*row);
      DocumentBuilder* documents = key ? documents_.add_main(*key, names_, bag_) : nullptr;
      if (!documents) continue;
      for (auto& [name, parts] : values_of(*row)) {
        const Span column = parts.column;
        DataNode value = std::move(parts).node();
        if (name == key::nome || name == key::regione || name == key::sintetico ||
            name == key::nota) {
          documents->set_of_ambito(*key, name, std::move(value), bag_);
        } else if (name == "ats_salute" || name == "asst" || name == "provincia") {
          documents->set_territory(*key, name, std::move(value), bag_);
        } else if (name.starts_with("gruppo_") && !names_.data.contains(name)) {
          documents->set_group(*key, name.substr(name.find('_') + 1), column, std::move(value));
        } else if (name == key::stato || name == key::data_di_rilevazione) {
          documents->set_of_year(*key, name, column, std::move(value));
        } else {
          documents->set_datum(*key, name, column, std::move(value));
        }
      }
    }
  }

  void read_list() {
    for (auto row = grid_.rows.begin() + 1; row != grid_.rows.end(); ++row) {
      checkpoint();
      const auto key = key_of(*row);
      if (!key) continue;
      auto values = values_of(*row);
      std::erase_if(values, [](const auto& value) { return value.second.is_null(); });
      const Span span = row->cells.front().span;
      if (values.empty()) {
        bag_.report(Code::table_empty_row, span, {quote(list_)})
            .hint(
                {"se l'elenco è vuoto scrivi «nessuno» nella prima colonna dopo l'anno; se non è "
                 "noto, togli la riga",
                 "if the list is empty write “nessuno” into the first column after the year; if it "
                 "is not known, take the row out"});
        continue;
      }
      if (values.size() == 1 && values.front().second.says_none()) {
        documents_.open_list(*key, list_, span);
        continue;
      }
      if (const Cell* total = total_in(*row)) {
        bag_.report(Code::table_total_row, total->span, {quote(total->text)})
            .hint({"togli la riga: i totali li fa il programma, e questa riga conterebbe due volte "
                   "ciò che somma",
                   "take the row out: the program adds up itself, and this row would count twice "
                   "what it sums up"});
        continue;
      }
      DataMap map;
      for (auto& [name, parts] : values) {
        const Span column = parts.column;
        map.entries.push_back({name, column, std::move(parts).node()});
      }
      documents_.add_row(*key, list_, {std::move(map), span});
    }
  }

 private:
  /// What a row says of one datum: its value, or the value with `fonte` and `al`, or `dal` and
  /// `al`.
  struct Parts {
    Span column;
    std::vector<DataEntry> entries;

    [[nodiscard]] bool is_null() const {
      return std::all_of(entries.begin(), entries.end(),
                         [](const DataEntry& entry) { return entry.value.is_null(); });
    }
    [[nodiscard]] bool says_none() const {
      const std::string* text = entries.front().value.text();
      return text && (*text == "nessuno" || *text == "nessuna");
    }
    [[nodiscard]] DataNode node() && {
      if (entries.size() == 1 && entries.front().key == key::valore) {
        return std::move(entries.front().value);
      }
      const Span span = entries.front().value.span;
      if (is_null()) return {DataNull{}, span};
      return {DataMap{std::move(entries)}, span};
    }
  };
  using Values = std::vector<std::pair<std::string, Parts>>;

  [[nodiscard]] const Cell* cell_of(const Row& row, const Column& column) const {
    const Cell* cell = row.at(column.index);
    return cell && !cell->text.empty() ? cell : nullptr;
  }

  std::optional<DocumentBuilder::Key> key_of(const Row& row) {
    const Cell* ambito = cell_of(row, *ambito_);
    const Cell* year = cell_of(row, *year_);
    if (!ambito || !year || ambito->kind == CellKind::refused || year->kind == CellKind::refused) {
      // A merged cell is the likely reason, and was reported as such.
      if (std::any_of(row.cells.begin(), row.cells.end(),
                      [](const Cell& cell) { return cell.kind == CellKind::refused; })) {
        return std::nullopt;
      }
      const char* missing = ambito ? key::anno : key::ambito;
      bag_.report(Code::table_row_without_key, row.cells.front().span, {missing})
          .hint({"ogni riga comincia con la chiave dell'Ambito e l'anno, come lodi e 2025; titoli, "
                 "note e totali non vanno nella tabella",
                 "every row begins with the key of the Ambito and the year, such as lodi and 2025; "
                 "titles, notes and totals do not belong in the table"});
      return std::nullopt;
    }
    if (sheets::names_total(ambito->text)) {
      bag_.report(Code::table_total_row, ambito->span, {quote(ambito->text)})
          .hint({"togli la riga: i totali li fa il programma",
                 "take the row out: the program adds up itself"});
      return std::nullopt;
    }
    if (year->kind == CellKind::day) {
      report_day_for_number(*year, key::anno, bag_);
      return std::nullopt;
    }
    return DocumentBuilder::Key{ambito->text, year_of_cell(year->text), ambito->span, year->span};
  }

  /// `2025.0`, as programs write a whole number among others: the year.
  static std::string year_of_cell(const std::string& text) {
    const std::size_t sign = text.find_first_of(".,");
    const bool zeros = sign == 4 && sign + 1 < text.size() &&
                       text.find_first_not_of('0', sign + 1) == std::string::npos;
    return zeros ? text.substr(0, sign) : text;
  }

  /// The cell that says that a row of a list is a total, if one does: a text, in the column of the
  /// list's key or before any number.
  [[nodiscard]] const Cell* total_in(const Row& row) const {
    for (const Column& column : columns_) {
      if (&column == ambito_ || &column == year_) continue;
      const Cell* cell = cell_of(row, column);
      if (!cell) continue;
      return column.meaning == Meaning::other && sheets::names_total(cell->text) ? cell : nullptr;
    }
    return nullptr;
  }

  Values values_of(const Row& row) {
    Values values;
    for (const Column& column : columns_) {
      if (&column == ambito_ || &column == year_) continue;
      const Cell* cell = row.at(column.index);
      if (!cell) continue;
      auto node = read_cell(*cell, column, grid_.workbook, bag_);
      if (!node) continue;
      auto own = std::find_if(values.begin(), values.end(),
                              [&](const auto& value) { return value.first == column.name; });
      if (own == values.end()) {
        values.emplace_back(column.name, Parts{column.span, {}});
        own = values.end() - 1;
      }
      own->second.entries.push_back(
          {column.part.empty() ? key::valore : column.part, column.span, *std::move(node)});
    }
    return values;
  }

  const Vocabulary& names_;
  const Grid& grid_;
  std::string list_;
  std::vector<Column> columns_;
  DocumentBuilder& documents_;
  DiagnosticBag& bag_;
  const Column* ambito_ = nullptr;
  const Column* year_ = nullptr;
};

/// A table that is neither of data nor of anything else we know. In a workbook it may be notes;
/// where a header is a slip away from ours, or a file holds nothing else, it is a mistake.
void report_unknown_table(const Vocabulary& names, const Grid& grid, DiagnosticBag& bag) {
  static const std::vector<std::string> kKeys = {key::ambito, key::anno};
  const Row& header = grid.rows.front();
  bool slip = !grid.workbook;
  for (const Cell& cell : header.cells) {
    const std::string name = plain_form(cell.text);
    slip = slip || nearest(name, kKeys) || names.data.contains(name);
  }
  Diagnostic& unknown = bag.report(slip ? Code::table_unknown : Code::table_passed_over,
                                   header.cells.front().span, {quote(grid.name)});
  unknown.hint(
      {"una tabella di dati ha nella prima riga i nomi delle colonne, e fra questi ambito e "
       "anno; quella di un elenco si chiama come l'elenco",
       "a table of data has the names of its columns in the first row, ambito and anno "
       "among them; that of a list bears the name of the list"});
}

/// One message in the place of one for every column.
void report_misnamed(const Grid& grid, const std::string& list, DiagnosticBag& bag) {
  bag.report(Code::table_list_elsewhere, grid.rows.front().cells.front().span,
             {quote(list), quote(grid.name)})
      .hint(grid.workbook ? format({"chiama il foglio {0}", "call the sheet {0}"}, {list})
                          : format({"chiama il file {0}.csv", "call the file {0}.csv"}, {list}));
}

void read_table(const Vocabulary& names, const Grid& grid, TableKind kind,
                DocumentBuilder& documents, NumberStyles& styles, DiagnosticBag& bag) {
  const std::string list = kind == TableKind::list ? list_called(names, grid.name) : "";
  if (const std::string misnamed = list.empty() ? misnamed_list(names, grid) : "";
      !misnamed.empty()) {
    report_misnamed(grid, misnamed, bag);
    return;
  }
  std::vector<Column> columns = read_columns(names, grid, kind, bag);
  const NumberStyle style = grid.workbook ? NumberStyle::table : decide_style(grid, columns, bag);
  if (grid.rows.size() == 1 && !grid.rows_refused && kind == TableKind::main) {
    bag.report(Code::table_no_rows, grid.rows.front().cells.front().span, {quote(grid.name)})
        .hint({"sotto i nomi delle colonne va una riga per ogni Ambito e anno",
               "below the names of the columns goes a row for every Ambito and year"});
  }
  TableReader reader(names, grid, list, std::move(columns), documents, bag);
  if (!reader.has_keys()) {
    bag.report(Code::table_without_keys, grid.rows.front().cells.front().span, {quote(grid.name)})
        .hint({"ogni riga dice di quale Ambito e di quale anno è: aggiungi le due colonne",
               "every row says of which Ambito and year it is: add the two columns"});
    return;
  }
  // Undecided: the numbers in doubt have no value, the rest is read.
  styles.set_table(grid.source, style);
  if (kind == TableKind::main) {
    reader.read_main();
  } else {
    reader.read_list();
  }
}

}  // namespace

TableDocuments read_tables(const Vocabulary& names, const SourceMap& sources,
                           const std::vector<Grid>& grids, const std::vector<SourceId>& texts,
                           std::vector<DataNode>& in_yaml, DiagnosticBag& bag) {
  TableDocuments made;
  DocumentBuilder documents(sources);
  IstatTables istat;
  istat.texts = texts;
  for (const SourceId text : texts) made.styles.set_table(text, NumberStyle::table);
  for (const Grid& grid : grids) {
    const TableKind kind = kind_of(names, grid);
    switch (kind) {
      case TableKind::main:
      case TableKind::list:
        read_table(names, grid, kind, documents, made.styles, bag);
        break;
      case TableKind::istat:
        made.styles.set_table(grid.source, NumberStyle::table);
        istat.data.push_back(&grid);
        break;
      case TableKind::istat_map:
        istat.series.push_back(&grid);
        break;
      case TableKind::ambiti_map:
        istat.ambiti.push_back(&grid);
        break;
      case TableKind::skipped:
        break;
      case TableKind::unknown:
        report_unknown_table(names, grid, bag);
        break;
    }
  }
  read_istat(names, sources, istat, documents, bag);
  documents.join(in_yaml);
  made.roots = std::move(documents).finish(bag);
  return made;
}

}  // namespace leps::inline tables
