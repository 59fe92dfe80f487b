// Computes how far a requirement is from being met.
#pragma once

#include "eval/evaluate.hpp"
#include "gap/gap.hpp"

namespace leps::inline gaps {

/// The gap of one requirement of the version in force.
/// @param outcome  its outcome, from `evaluate`
/// @return exact and in the unit of the law; none where the requirement is skipped
std::optional<Gap> compute_gap(const typed::Requirement& requirement,
                               const RequirementOutcome& outcome, Evaluator& evaluator);

}  // namespace leps::inline gaps
