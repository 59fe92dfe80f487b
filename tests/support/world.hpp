// A small world for tests: rules as text, and the facts of Ambiti as an example would give them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pipeline.hpp"

namespace leps::test {

/// Rules compiled from a pack's body; the head, a source and the units FTE, abitanti, persone,
/// euro, ore, giorni are already there.
class World {
 public:
  explicit World(std::string_view body);

  /// False where the rules had errors; `messages` says which.
  [[nodiscard]] bool good() const { return rulebook_.has_value(); }
  [[nodiscard]] const std::string& messages() const { return messages_; }
  [[nodiscard]] const Rulebook& rulebook() const { return *rulebook_; }

  /// `popolazione = 100.000; sportello = ?`, as in an example of the year.
  [[nodiscard]] FactTable facts(std::string_view givens, int year = 2025) const;
  [[nodiscard]] Assessment assess(const FactTable& facts) const;

 private:
  std::string body_;
  std::optional<Rulebook> rulebook_;
  std::string messages_;
};

std::string describe(const Bound& bound);
/// `3`, `0..4`, `0..inf`
std::string describe(const Interval& range);
/// `1/5000 FTE`, `0..4 persone strict`, `2 of 3: a, b`
std::string describe(const Gap& gap, const Typed& typed);
/// `soddisfatto`, or `non_valutabile: soddisfatto non_soddisfatto`
std::string describe(const VerdictSet& possible);
/// Names, by a space.
std::string describe(const DatumSet& data, const Typed& typed, int year = 2025);

const RuleResult& result_of(const Assessment& assessment, const Rulebook& rulebook,
                            std::string_view rule);

}  // namespace leps::test
