// A rule as it was beside what a mutant makes of it: in which ways an Ambito could come out
// otherwise, as questions that prove/ can answer.
#pragma once
#include "prove/questions.hpp"

#include <optional>
#include <vector>

namespace leps {

/// One of the two texts, and how its expressions are read.
struct Side {
  const typed::RuleVersion& version;
  std::size_t reading;
};

/// Every way in which the verdict of a rule, or of one of its requirements, could be another.
std::vector<Claim> other_verdicts(const Side& law, const Side& text);

/// The same of a check: whether it finds something wrong on one side only.
Claim other_finding(const typed::Check& law, std::size_t law_reading, const typed::Check& text,
                    std::size_t text_reading);

/// Whether it is proved that every verdict, gap and cost is the same on both sides, for Ambiti of
/// which everything is known and for those of which it is not. False: it is not proved.
bool all_is_same(const Rulebook& rulebook, const std::vector<Reading>& readings, const Side& law,
                 const Side& text);
/// The same of the findings of a check.
bool all_is_same(const Rulebook& rulebook, const std::vector<Reading>& readings,
                 const typed::Check& law, const typed::Check& text);

}  // namespace leps
