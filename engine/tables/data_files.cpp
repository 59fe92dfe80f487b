#include "tables/data_files.hpp"

#include "base/blanks.hpp"
#include "diagnostics/load_source.hpp"
#include "sheets/add_table_text.hpp"
#include "sheets/file_kind.hpp"
#include "sheets/find_header.hpp"
#include "sheets/read_csv.hpp"
#include "sheets/read_workbook.hpp"
#include "source/extension.hpp"
#include "source/read_file.hpp"
#include "source/sha256.hpp"
#include "tables/istat_columns.hpp"
#include "tables/own_report.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <variant>

namespace leps::inline tables {
namespace {

/// `Comuni.CSV` of `Dati/Comuni.CSV`.
/// `Comuni` of `Comuni.CSV`.
std::string stem_of(std::string_view name) {
  return std::string(name.substr(0, name.find_last_of('.')));
}

bool is_refused(const std::string& extension) {
  const auto& refused = refused_data_extensions();
  return std::find(refused.begin(), refused.end(), extension) != refused.end();
}

bool is_text_table(const std::string& extension) {
  return extension == ".csv" || extension == ".tsv" || extension == ".txt";
}

bool is_table(const std::string& extension) {
  return is_text_table(extension) || extension == ".xlsx" || extension == ".ods";
}

void report_refused(const std::string& name, const std::string& extension, DiagnosticBag& bag) {
  Diagnostic& refused = bag.report(Code::sheet_other_format, name, {extension});
  if (extension == ".xlsm" || extension == ".xltm") {
    refused.hint(
        {"possono contenere macro: salvalo come .xlsx", "they may hold macros: save it as .xlsx"});
  } else {
    refused.hint({"salvalo come .xlsx, .ods o .csv", "save it as .xlsx, .ods or .csv"});
  }
}

void report_too_much(const std::string& name, DiagnosticBag& bag) {
  const sheets::Room all;
  bag.report(Code::sheet_too_much_together, name,
             {format({"{0} celle, o {1} byte di testo", "{0} cells, or {1} bytes of text"},
                     {std::to_string(all.cells), std::to_string(all.bytes)})})
      .hint({"dai meno file per volta, per esempio una provincia o un anno",
             "give fewer files at a time, a province or a year for instance"});
}

/// Takes the tables of one file in, if there is room for them: each file may be small, and all of
/// them too much.
void keep(DataFiles& files, std::vector<sheets::Grid> tables, const SourceMap& sources,
          const std::string& name, DiagnosticBag& bag) {
  std::size_t cells = 0, bytes = 0;
  for (const sheets::Grid& table : tables) {
    for (const sheets::Row& row : table.rows) cells += row.cells.size();
    bytes += sources.text(table.source).size();
  }
  if (cells > files.room.cells || bytes > files.room.bytes) {
    files.room = {0, 0};  // what is not there in full is not there in part
    return report_too_much(name, bag);
  }
  files.room.cells -= cells;
  files.room.bytes -= bytes;
  for (const sheets::Grid& table : tables) bag.expect_rows(table.source);
  std::move(tables.begin(), tables.end(), std::back_inserter(files.tables));
}

/// A text that is a table: one of its first lines names the columns.
bool holds_table(const std::string& bytes) {
  SourceMap sources;
  DiagnosticBag nobody;
  const auto id = sheets::add_table_text(sources, "", bytes, nobody);
  const auto grid = id ? sheets::read_csv(sources, *id, "", nobody) : std::nullopt;
  if (!grid || grid->rows.empty()) return false;
  std::vector<std::string> header;
  for (const sheets::Cell& cell : grid->rows.front().cells) header.push_back(cell.text);
  return sheets::name_columns(header);
}

/// All of Italy, all series and years, is some tens of them.
constexpr std::uint64_t kMaxIstatBytes = std::uint64_t{128} << 20;

/// Whether a text begins as what ISTAT publishes does.
bool begins_like_istat(std::string_view bytes) {
  constexpr std::size_t kHead = std::size_t{1} << 16;
  std::string head(bytes.substr(0, kHead));
  if (bytes.size() > kHead) head.resize(head.find_last_of('\n') + 1);
  SourceMap sources;
  DiagnosticBag nobody;
  const auto id = sheets::add_table_text(sources, "", std::move(head), nobody);
  const auto grid = id ? sheets::read_csv(sources, *id, "", nobody) : std::nullopt;
  return grid && !grid->rows.empty() && tables::is_istat(*grid);
}

/// A document in YAML or JSON, under a name that any text may have.
bool holds_document(std::string_view bytes) {
  const std::string_view text = trimmed(bytes);
  return text.starts_with('{') || text.starts_with("ambito:") ||
         text.find("\nambito:") != std::string_view::npos;
}

/// What stands in a folder under a name that any text may have.
void report_no_table(const std::string& name, DiagnosticBag& bag) {
  bag.report(Code::data_no_table, name)
      .hint({"una tabella ha una riga con i nomi delle colonne, fra cui ambito e anno, e il nome "
             "del file finisce meglio in .csv; un documento YAML finisce in .yaml",
             "a table has a row with the names of its columns, ambito and anno among them, and the "
             "name of its file had better end in .csv; a YAML document ends in .yaml"});
}

void report_own(const std::string& name, DiagnosticBag& bag) {
  bag.report(Code::data_own_report, name)
      .hint({"non l'ho letto: tieni i report in un'altra cartella",
             "it was not read: keep reports in another folder"});
}

void add_table(DataFiles& files, SourceMap& sources, const std::string& name,
               const std::string& extension, std::string bytes, DiagnosticBag& bag) {
  if (files.room.cells == 0) return report_too_much(name, bag);
  if (!is_text_table(extension)) {
    DiagnosticBag found;
    std::vector<sheets::Grid> tables = sheets::read_workbook(sources, name, bytes, found);
    if (is_own_report(tables)) return report_own(name, bag);
    const bool silent = found.empty();
    bag.append(std::move(found));
    if (tables.empty() && silent) {
      bag.report(Code::data_empty_file, name)
          .hint({"in nessuno dei suoi fogli c'è qualcosa di scritto",
                 "nothing is written in any of its sheets"});
    }
    return keep(files, std::move(tables), sources, name, bag);
  }
  const bool istat = begins_like_istat(bytes);
  const auto id = sheets::add_table_text(sources, name, std::move(bytes), bag,
                                         istat ? kMaxIstatBytes : kMaxDataBytes);
  if (!id) return;
  if (istat) return files.istat.push_back(*id);
  DiagnosticBag found;
  auto grid = sheets::read_csv(sources, *id, stem_of(without_folders(name)), found);
  std::vector<sheets::Grid> tables;
  if (grid) tables.push_back(*std::move(grid));
  if (is_own_report(tables)) return report_own(name, bag);
  bag.append(std::move(found));
  if (tables.empty()) return;
  keep(files, std::move(tables), sources, name, bag);
}

}  // namespace

const std::vector<std::string>& data_extensions() {
  static const std::vector<std::string> kAll = {".yaml", ".yml", ".json", ".csv",
                                                ".xlsx", ".ods", ".tsv",  ".txt"};
  return kAll;
}

const std::vector<std::string>& refused_data_extensions() {
  static const std::vector<std::string> kAll = {".xls",  ".xlsm", ".xlsb",    ".xltx",
                                                ".xltm", ".ots",  ".numbers", ".fods"};
  return kAll;
}

void add_data_file(DataFiles& files, SourceMap& sources, const std::string& path,
                   DiagnosticBag& bag) {
  const std::string extension = extension_of(path);
  auto read = read_file(path, is_text_table(extension) ? kMaxIstatBytes : kMaxDataBytes);
  if (auto* bytes = std::get_if<std::string>(&read)) {
    return add_data_bytes(files, sources, path, std::move(*bytes), bag);
  }
  const auto& problem = std::get<ReadProblem>(read);
  if (problem.kind == ReadProblem::Kind::too_large && is_refused(extension)) {
    return report_refused(path, extension, bag);
  }
  report_unreadable(path, problem, bag);
}

void add_data_bytes(DataFiles& files, SourceMap& sources, const std::string& name,
                    std::string bytes, DiagnosticBag& bag) {
  const std::string extension = extension_of(name);
  const sheets::FileKind kind = sheets::find_kind(bytes);
  if (is_refused(extension) && sheets::may_be(kind, extension)) {
    return report_refused(name, extension, bag);
  }
  const bool any_text = extension == ".txt" && kind == sheets::FileKind::text;
  const bool document = any_text && holds_document(bytes);
  if (any_text && !document && !holds_table(bytes)) return report_no_table(name, bag);
  if (extension == ".json" && is_own_json(bytes)) return report_own(name, bag);
  if (!is_refused(extension)) {
    files.read.push_back({std::string(without_folders(name)), sha256(bytes)});
  }
  if (!sheets::may_be(kind, extension)) {
    sheets::report_other_content(name, extension, kind, bag);
  } else if (is_table(extension) && !document) {
    add_table(files, sources, name, extension, std::move(bytes), bag);
  } else if (const auto id = add_source(sources, name, std::move(bytes), kMaxDataBytes, bag)) {
    files.documents.push_back(*id);
  }
}

}  // namespace leps::inline tables
