// What a condition asks and what there is, as sentences: `servono almeno 46,2 FTE; si è a 31,5 FTE:
// mancano 14,7 FTE`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "eval/evaluator.hpp"
#include "gap/gap.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

/// A condition said in words, with the conditions that it is made of.
struct Statement {
  enum class State { holds, fails, open };
  State state = State::open;
  std::string text;                   // of a whole: `servono tutte e 3`, `ne basta una di 2`
  std::string subject;                // what is compared, or what is or is not; empty for a whole
  const Gap* gap = nullptr;           // of a comparison or of rows, where one was measured
  std::vector<Statement> parts;       // empty for a comparison or a truth
  bool one_is_enough = false;         // of alternatives
  std::string so_many;                // of `almeno 2 fra`: how many more of the parts are needed
  bool past_mending = false;          // done too late: nothing that is done now helps
  std::optional<std::size_t> chosen;  // of alternatives: the part that is the cheapest, where known
};

/// A requirement's condition in words.
/// @param gap  of the condition; none where it was not measured. Must outlive the statement
Statement describe(typed::ExprId condition, const Gap* gap, Evaluator& evaluator,
                   Language language);

/// The sentences of a statement on one line: the parts after the whole, with semicolons.
std::string on_one_line(const Statement& statement);

}  // namespace leps::inline explaining
