// Lists the blocks that there are, and the clauses that may stand in each.
#pragma once

#include "syntax/keywords.hpp"

#include <span>

namespace leps::inline syntax {

/// The keywords that begin a block.
std::span<const Keyword> block_keywords();
/// The clauses of a block; none where it has none, and of `modifica`, which may be of three kinds.
std::span<const Keyword> clauses_in(Keyword block);
/// The clauses of `modifica parametro`, of `modifica requisito` and of `modifica regola`.
std::span<const Keyword> amendment_clauses(Keyword amended);

bool has(std::span<const Keyword> keywords, Keyword keyword);
/// `soddisfatto`, `non_vigente`
bool is_verdict(Keyword keyword);
/// The words of the verdicts, in the order of Verdict.
std::span<const Keyword> verdict_words();

}  // namespace leps::inline syntax
