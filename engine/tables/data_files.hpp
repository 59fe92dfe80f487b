// The files of data that were named, read but not typed: documents in YAML or JSON, tables of CSV
// and workbooks. What a file is, its name's end says.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/grid.hpp"
#include "source/source_map.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace leps::inline tables {

/// Which bytes were read, so that a result can be traced to them.
struct DataFile {
  std::string file;    // its own name, without folders
  std::string sha256;  // of its bytes, in hexadecimal
};

struct DataFiles {
  std::vector<SourceId> documents;  // what each is, the end of its name says
  std::vector<sheets::Grid> tables = {};
  std::vector<DataFile> read = {};  // every file that could be read, as they came
  sheets::Room room = {};           // what the tables of more files may still hold
  /// What ISTAT publishes as text. All of Italy is more than a table may hold: which of its rows
  /// are read, the tables that name series and areas say once they are all there.
  std::vector<SourceId> istat = {};
};

/// The ends of names that a folder of data is searched for, `.yaml` first.
const std::vector<std::string>& data_extensions();
/// Those of files that hold data and are not read, `.xls` and the like: in a folder they are
/// reported and not passed over.
const std::vector<std::string>& refused_data_extensions();

/// Reads one file into `files`. What is wrong with it is reported.
void add_data_file(DataFiles& files, SourceMap& sources, const std::string& path,
                   DiagnosticBag& bag);
/// The same for bytes in memory.
void add_data_bytes(DataFiles& files, SourceMap& sources, const std::string& name,
                    std::string bytes, DiagnosticBag& bag);

}  // namespace leps::inline tables
