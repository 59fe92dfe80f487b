// Levels asked of every row: a new text is no looser where it lets no row off, whatever the row
// holds. Looking at one row is enough for that, and needs no model of lists.
#pragma once

#include "prove/claims.hpp"

#include <vector>

namespace leps::inline proving {

/// A condition asked of every row, and the conditions beside it under which it is asked at all.
struct AskedOfRows {
  typed::ExprId condition;
  std::vector<Condition> applies;
};

/// Whether two levels are both `per ogni` over the same table, and it is proved that any row that
/// fails the old one fails the new one, which applies wherever the old one does. False where they
/// are not, or it could not be proved.
/// @param readings  of the old text, then of the new one
bool no_row_is_let_off(const Rulebook& rulebook, const std::vector<Reading>& readings,
                       const AskedOfRows& old_text, const AskedOfRows& new_text);

}  // namespace leps::inline proving
