// Compares a rule before and after a mutation: the ways in which an Ambito's results could differ,
// as questions that prove/ can answer.
#pragma once

#include "prove/questions.hpp"

#include <optional>
#include <vector>

namespace leps::inline mutating {

/// A version of a rule, before or after a change, and the reading in which its expressions stand.
struct ReadVersion {
  const typed::RuleVersion& version;
  std::size_t reading;
};

/// Every way in which the verdict of a rule, or of one of its requirements, could be another.
std::vector<Claim> other_verdicts(const ReadVersion& before, const ReadVersion& after);

/// The same of a check: whether it finds something wrong on one side only.
Claim other_finding(const typed::Check& before, std::size_t before_reading,
                    const typed::Check& after, std::size_t after_reading);

/// Whether it is proved that every verdict, gap and cost is the same on both sides, for Ambiti of
/// which everything is known and for those of which it is not. False: it is not proved.
bool all_is_same(const Rulebook& rulebook, const std::vector<Reading>& readings,
                 const ReadVersion& before, const ReadVersion& after);
/// The same of the findings of a check.
bool all_is_same(const Rulebook& rulebook, const std::vector<Reading>& readings,
                 const typed::Check& before, const typed::Check& after);

}  // namespace leps::inline mutating
