// An explanation as lines, each with how deep it stands: the derivation where there is no page to
// lay it out on, as under an example that fails.
#pragma once

#include "explain/explain.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

/// A line of an explanation; a deeper one says more of the one above it.
struct ExplainedStep {
  std::size_t depth = 0;
  std::string text;
};

/// Why a rule has its verdict: what it asks and what there is, the rows, timetables and days that
/// count, then the amounts, the numbers of the law and the data that nobody gave.
/// @param requirement  the one that matters, which may be of another version; none: all of them
std::vector<ExplainedStep> steps_of(const Explanation& explanation, const typed::Rule& rule,
                                    const std::optional<std::string>& requirement,
                                    Language language);

/// Why an amount is worth what it is.
std::vector<ExplainedStep> steps_of(const ExplainedAmount& amount, Language language);
/// Why an amount is not worked out on the evaluator's day: the numbers that have no value then.
std::vector<ExplainedStep> steps_of_absent(const typed::Computed& amount,
                                           const Evaluator& evaluator, Language language);

/// Why a check finds something, or does not.
std::vector<ExplainedStep> steps_of(const typed::Check& check, const Report& report,
                                    Evaluator& evaluator, Language language);

}  // namespace leps::inline explaining
