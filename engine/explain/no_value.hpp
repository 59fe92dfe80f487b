// Why an expression has no value, in words: a divisor that is zero, an aggregate without a row, a
// difference that begins at `mai`.
#pragma once

#include "eval/evaluator.hpp"
#include "words/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

/// `si divide per zero: «x» vale zero`, one for each. What has no value only as long as a datum is
/// missing is not said: the datum is asked for.
/// @param set  from an outcome or a quantity of `evaluator`
std::vector<std::string> why_no_value(const DivisorSet& set, Evaluator& evaluator,
                                      Language language);

/// The same in short, of the first of them.
struct NoValue {
  bool certain = false;  // else there may be one
  std::string why;       // `si divide per zero`
};
std::optional<NoValue> no_value_in_short(const DivisorSet& set, Evaluator& evaluator,
                                         Language language);

}  // namespace leps::inline explaining
