// From a case that the search found to an Ambito that a reader can check by hand: numbers that are
// easy on the eye, only the data that matter, and the word of the plain evaluator that it is so.
#pragma once

#include "eval/evaluator.hpp"
#include "prove/questions.hpp"
#include "prove/search.hpp"

#include <deque>
#include <set>

namespace leps::inline proving {

class WitnessMaker {
 public:
  WitnessMaker(const Rulebook& rulebook, const std::vector<Reading>& readings, const Claim& claim,
               const Model& model);

  /// An Ambito like the case of which the evaluator says that the claim is true; none where it does
  /// not.
  std::optional<Witness> make(const Case& found);

 private:
  using Values = std::map<DatumId, Witness::Value>;
  Values values_of(const Case& found, const std::vector<Rational>& numbers) const;
  std::vector<Rational> easier(const Case& found, const Rational& size) const;
  [[nodiscard]] std::vector<Rational> candidates(DatumId datum, const Rational& now,
                                                 const Rational& size) const;
  [[nodiscard]] bool confirmed(const Values& values) const;
  [[nodiscard]] bool holds(const Claim& claim, std::deque<Evaluator>& evaluators) const;

  const Rulebook& rulebook_;
  const std::vector<Reading>& readings_;
  const Claim& claim_;
  const Model& model_;
  std::vector<Rulebook> amended_;           // for the readings that replace parameters
  std::vector<const Rulebook*> rulebooks_;  // by reading
  std::set<DatumId> data_;                  // all that the claim rests on
  std::map<DatumId, std::vector<Rational>> in_examples_;
};

}  // namespace leps::inline proving
