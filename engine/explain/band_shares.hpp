// What each band of an amount by bands brings, as a reader checks it against the law.
#pragma once

#include "eval/evaluator.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

/// Of each amount by bands under an expression, where its numbers are known:
/// `0% di 10.000 € + 10% di 40.000 € + 20% di 10.000 € = 6.000 €`. A band that nothing lies in is
/// left out, unless nothing lies in any.
std::vector<std::string> show_band_shares(typed::ExprId expr, Evaluator& evaluator,
                                          Language language);

}  // namespace leps::inline explaining
