// Tells the author of a mistake what stands there, and what could have stood there.
#pragma once

#include "syntax/reader.hpp"

#include <span>

namespace leps::inline syntax {

/// What stands at a place.
struct Standing {
  enum class Kind { end, word, number, text, sign };
  Kind kind = Kind::end;
  Place begin = nullptr, end = nullptr;
  Text words;  // «'regloa'», «la fine del file»
};
Standing standing_at(const Reader& reader, Place at);

/// Reports what the clause failed on, at its furthest place; nothing where the clause has its
/// message already.
/// @param more  what else could have stood there: a clause of the block, a new block
/// @return the message, for more hints; nothing where it needs none
Diagnostic* report_failure(Reader& reader, std::span<const Text> more = {});

/// `a, b o c`, `a, b or c`.
Text any_of(const std::vector<Text>& items);

}  // namespace leps::inline syntax
