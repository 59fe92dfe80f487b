// A formula and what it comes to, as a reader meets them.
#pragma once

#include "eval/evaluator.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

/// A formula in its three forms; `worked_out` and `outcome` empty where they would add nothing.
struct ShownFormula {
  std::string written, with_numbers, worked_out;
  std::vector<std::string> by_band;  // what each band brings, for every amount by bands
  std::string outcome;               // `sì`, `no`, `non si sa`, or what an amount is worth
};

/// @param with_numbers  false of what is not asked here: then it is only written
ShownFormula show_formula(typed::ExprId expr, bool with_numbers, Evaluator& evaluator,
                          Language language);

/// What an expression comes to, shown as a value of the type; where it is not known, what it
/// depends on.
std::string show_outcome(typed::ExprId expr, const Type& type, Evaluator& evaluator,
                         Language language);

}  // namespace leps::inline explaining
