// What a Region asks: how much is lacking in all, over every Ambito of a year. A sum of gaps, never
// of data: what one Ambito has beyond its level fills no gap of another.
#pragma once

#include "assess/report.hpp"
#include "words/format.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

/// One requirement over all the Ambiti of a year, or those of one region.
struct Total {
  int year = 0;
  std::string region;  // empty: all
  RuleId rule;
  std::string requirement, title;  // the requirement's name; what is lacking: its lever's title
  Interval amount;                 // the sum of the gaps
  Unit unit;
  std::optional<DatumId> lever;
  Way way = Way::up;  // of the lever
  /// How the distance is said: what is lacking, what is too much, or just a difference.
  enum class Side { lacking, too_much, difference };
  Side side = Side::lacking;
  std::size_t ambiti = 0;        // to which it applies, or could
  std::size_t failing = 0;       // that certainly do not meet it
  std::size_t open = 0;          // of which it is not known
  std::size_t forecasts = 0;     // whose data are a forecast
  std::size_t doubted = 0;       // where something was found about the data that it rests on
  bool draft = false;            // the rule is no law yet
  std::optional<Interval> cost;  // none where some gap has no cost
  Unit cost_unit;
};

/// For every requirement whose gap is a distance, or a shortfall of rows, in a unit that can be
/// added up: by year, then all Ambiti and, where there are several, each region; then as the packs
/// declare the rules. Groups count once: their members share one gap. What holds only within its
/// tolerance lacks nothing.
std::vector<Total> totals(const Report& report);

/// Those of the totals that a reader is shown: over the years that more than one Ambito is judged
/// in.
std::vector<Total> totals_of_many(const Report& report);

/// Of these totals, those in which something is or may be lacking: `mancano 8 FTE · Assistenti`,
/// with how many Ambiti and the cost.
std::string total_sentence(const Total& total, const Typed& typed, Language language);
/// `2025, Lombardia`: what a total is over.
std::string total_scope(const Total& total, Language language);
/// The sentence that must stand beside every total.
std::string totals_proviso(Language language);

}  // namespace leps::inline explaining
