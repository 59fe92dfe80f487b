// The names that stand for rows of tables, and what goes wrong with them.
#pragma once

#include "resolve/found_names.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline resolving {

/// The name of a row, where an aggregate goes over a table.
struct RowName {
  std::string name;
  std::optional<TableId> table;  // none: it is not known
  std::uint32_t level = 0;       // how many aggregates enclose it
  Span where;
};

/// The innermost row of a name; null where no row is called so.
const RowName* find_row(const std::vector<RowName>& rows, std::string_view name);

/// Reports a row without its field (`c`), and a field without its row (`posti`).
/// @return false where the name is neither
bool report_half_of_a_field(const ast::Identifier& name, const std::vector<RowName>& rows,
                            const FoundNames& names, const Resolved& resolved, DiagnosticBag& bag);

/// Reports a row that is called as another one, or as something declared, is.
void report_taken_row(const ast::Identifier& row, const std::vector<RowName>& outer,
                      const FoundNames& names, DiagnosticBag& bag);

/// Reports the field of a row as a lever of a requirement that is no `per ogni` over such rows.
void report_lever_of_no_row(const ast::Lever& lever, const ast::Expr& condition,
                            DiagnosticBag& bag);

}  // namespace leps::inline resolving
