#include "facts/data_files.hpp"

#include "diagnostics/load_source.hpp"
#include "sheets/add_table_text.hpp"
#include "sheets/read_csv.hpp"
#include "sheets/read_workbook.hpp"
#include "source/read_file.hpp"
#include "source/sha256.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <variant>

namespace leps {
namespace {

/// `Comuni.CSV` of `Dati/Comuni.CSV`.
std::string_view without_folders(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

/// `.csv` of `Dati/Comuni.CSV`.
std::string extension_of(std::string_view name) {
  name = without_folders(name);
  const std::size_t dot = name.find_last_of('.');
  std::string extension(dot == std::string_view::npos ? std::string_view() : name.substr(dot));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

/// `Comuni` of `Comuni.CSV`.
std::string stem_of(std::string_view name) {
  return std::string(name.substr(0, name.find_last_of('.')));
}

bool is_refused(const std::string& extension) {
  const auto& refused = refused_data_extensions();
  return std::find(refused.begin(), refused.end(), extension) != refused.end();
}

bool is_table(const std::string& extension) {
  return extension == ".csv" || extension == ".xlsx" || extension == ".ods";
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

}  // namespace

const std::vector<std::string>& data_extensions() {
  static const std::vector<std::string> kAll = {".yaml", ".yml", ".json", ".csv", ".xlsx", ".ods"};
  return kAll;
}

const std::vector<std::string>& refused_data_extensions() {
  static const std::vector<std::string> kAll = {".xls",  ".xlsm",    ".xlsb",
                                                ".xltm", ".numbers", ".fods"};
  return kAll;
}

bool is_json(std::string_view name) { return extension_of(name) == ".json"; }

void add_data_file(DataFiles& files, SourceMap& sources, const std::string& path,
                   DiagnosticBag& bag) {
  const std::string extension = extension_of(path);
  if (is_refused(extension)) return report_refused(path, extension, bag);
  auto read = read_file(path, kMaxDataBytes);
  if (auto* bytes = std::get_if<std::string>(&read)) {
    add_data_bytes(files, sources, path, std::move(*bytes), bag);
  } else {
    report_unreadable(path, std::get<ReadProblem>(read), bag);
  }
}

void add_data_bytes(DataFiles& files, SourceMap& sources, const std::string& name,
                    std::string bytes, DiagnosticBag& bag) {
  const std::string extension = extension_of(name);
  if (is_refused(extension)) return report_refused(name, extension, bag);
  files.read.push_back({std::string(without_folders(name)), sha256(bytes)});
  if (extension == ".csv") {
    const auto id = sheets::add_table_text(sources, name, std::move(bytes), bag);
    if (!id) return;
    auto grid = sheets::read_csv(sources, *id, stem_of(without_folders(name)), bag);
    if (grid) files.tables.push_back(*std::move(grid));
  } else if (is_table(extension)) {
    std::vector<sheets::Grid> grids = sheets::read_workbook(sources, name, bytes, bag);
    std::move(grids.begin(), grids.end(), std::back_inserter(files.tables));
  } else if (const auto id = add_source(sources, name, std::move(bytes), kMaxDataBytes, bag)) {
    files.documents.push_back(*id);
  }
}

}  // namespace leps
