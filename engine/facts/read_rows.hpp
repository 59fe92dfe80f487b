// The rows of a table: `elenchi: {comuni: [{nome: Lodi, via_fittizia: sì}, …]}`.
#pragma once

#include "facts/fact.hpp"
#include "facts/read_field.hpp"

#include <optional>

namespace leps::inline reading {

/// All the rows of one table, each cell typed by its field. Reported: what is no list, what is no
/// row, fields that the table does not have, two rows with one key, a row without its key.
/// @return nothing where the table is not given: its rows are not known, which is not the same as
///         none
std::optional<Rows> read_rows(const ReadingContext& context, TableId table, const DataNode& node);

}  // namespace leps::inline reading
