// How a CSV writes its numbers, decided for the whole file. `1.234` is a thousand and more to one
// office, one and a bit to another: a file of nothing else is refused, never guessed.
#pragma once

#include "facts/read_number.hpp"
#include "tables/table_columns.hpp"

#include <vector>

namespace leps::inline tables {

/// Looks at every cell of the columns that hold numbers. What was decided is reported, with the
/// cell that decided; so are a file that mixes both ways, and one that can be read both ways.
/// @param columns  of these the ones are marked as in doubt in which, in the style decided, every
///                 number with a sign is a whole one with three zeros behind it: `60.000`
NumberStyle decide_style(const sheets::Grid& grid, std::vector<Column>& columns,
                         DiagnosticBag& bag);

}  // namespace leps::inline tables
