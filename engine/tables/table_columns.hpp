// The header of a table: which column is which. A column is known by the name that the rules give
// its datum; capitals, spaces and accents are no difference, but that a name was taken so is said.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/vocabulary.hpp"
#include "sheets/grid.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline tables {

/// What the cells of a column are, as far as it matters before their datum types them.
enum class Meaning { number, day, other };

struct Column {
  std::uint32_t index = 0;  // from 1
  std::string name;         // `popolazione`
  std::string part;         // `fonte`, `al`, `dal` of `popolazione_fonte` and the like; else empty
  Meaning meaning = Meaning::other;
  Span span;              // the cell of the header
  bool in_doubt = false;  // its numbers may be thousands: see decide_style()
};

enum class TableKind { main, list, istat, istat_map, ambiti_map, skipped, unknown };

/// What a table is, by its name and its header.
TableKind kind_of(const Vocabulary& names, const sheets::Grid& grid);

/// The columns of a main table or of a list, in order. A column without a known name, and one that
/// stands there twice, are reported and left out.
std::vector<Column> read_columns(const Vocabulary& names, const sheets::Grid& grid, TableKind kind,
                                 DiagnosticBag& bag);

/// The fields of the list of that name; none where the rules declare no such list.
std::vector<std::string> fields_of(const Vocabulary& names, std::string_view list);

/// The list that a table bears the name of, in capitals or not: `operatori` of `Operatori`; empty
/// where the rules declare none.
std::string list_called(const Vocabulary& names, std::string_view table);

/// The list whose columns a main table has in the place of data: its file bears another name. Empty
/// where the table has a datum, or where no list has at least half of its columns.
std::string misnamed_list(const Vocabulary& names, const sheets::Grid& grid);

}  // namespace leps::inline tables
