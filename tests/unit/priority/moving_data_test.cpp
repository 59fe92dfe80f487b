// Whatever becomes known beside the data that a rule's rank rests on leaves the rank as it is.
#include "priority/moving_data.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr std::size_t kData = 6, kRules = 6;

/// Rules that share a few data, some of which are known only between two ends.
class DrawnRules {
 public:
  explicit DrawnRules(std::mt19937& random) : random_(random) {
    for (std::size_t i = 0; i < kData; ++i) {
      body_ += "dato " + name(i) + " : persone \"D\" almeno 0\n";
      const int low = draw(12);
      ends_.emplace_back(low, draw(2) == 0 ? low : low + draw(10));
    }
    for (std::size_t i = 0; i < kRules; ++i) body_ += rule(i);
    body_ += "ordine unico per " + criteria() + "\n";
  }

  [[nodiscard]] const std::string& body() const { return body_; }
  static std::string name(std::size_t datum) { return "d" + std::to_string(datum); }

  /// @param completed  the data of which one value within their ends is drawn
  std::string givens(const std::vector<bool>& completed) {
    std::string text;
    for (std::size_t i = 0; i < kData; ++i) {
      auto [low, high] = ends_[i];
      if (completed[i]) low = high = low + draw(high - low + 1);
      text += (text.empty() ? "" : "; ") + name(i) + " = [" + std::to_string(low) + "; " +
              std::to_string(high) + "]";
    }
    return text;
  }

 private:
  int draw(int below) { return static_cast<int>(random_() % static_cast<std::uint32_t>(below)); }
  std::string any() { return name(static_cast<std::size_t>(draw(kData))); }

  std::string rule(std::size_t i) {
    const std::string lever = any();
    std::string text = "regola r" + std::to_string(i) + " \"R\" categoria LEPS secondo s\n" +
                       " in vigore dal 1 gennaio 2020\n";
    if (draw(4) == 0) text += " si applica se " + any() + " almeno 4 persone\n";
    text += " requisito q: " + lever + (draw(3) == 0 ? " + " + any() : "") + " almeno " +
            std::to_string(3 + draw(12)) + " persone\n";
    if (draw(2) == 0) {
      text += "  si colma con " + lever + " costo " + std::to_string(1 + draw(3)) + " euro/persone";
      if (draw(2) == 0) text += " al netto di 1 euro/persone * " + any();
      text += '\n';
    }
    if (draw(3) == 0) text += " requisito altro: " + any() + " almeno 5 persone\n";
    if (draw(3) == 0) text += " parziale se " + any() + " almeno 2 persone\n";
    std::string after;
    for (std::size_t j = 0; j < i; ++j) {
      if (draw(4) == 0) after += (after.empty() ? " dopo r" : ", r") + std::to_string(j);
    }
    if (!after.empty()) text += after + "\n";
    if (draw(2) == 0) text += " beneficiari " + any() + "\n";
    return text;
  }

  std::string criteria() {
    std::string text = draw(2) == 0 ? "prima le cause" : "categoria";
    for (const char* each : {"lacuna relativa", "costo", "beneficiari"}) {
      if (draw(2) == 0) text += std::string(", ") + each;
    }
    return text;
  }

  std::mt19937& random_;
  std::string body_;
  std::vector<std::pair<int, int>> ends_;
};

std::vector<std::optional<int>> ranks(const Assessment& assessment) {
  std::vector<std::optional<int>> found;
  for (const RuleResult& result : assessment.rules) found.push_back(result.rank);
  return found;
}

}  // namespace

TEST_CASE("a rank rests on the data that are named with it, and on no others") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  int settled = 0, open = 0;
  for (int round = 0; round < 150; ++round) {
    DrawnRules drawn(random);
    const World world(drawn.body());
    CAPTURE(drawn.body());
    REQUIRE_MESSAGE(world.good(), world.messages());
    const std::string givens = drawn.givens(std::vector<bool>(kData));
    CAPTURE(givens);
    const FactTable facts = world.facts(givens);
    const Assessment before = world.assess(facts);
    for (const RuleResult& result : before.rules) {
      if (!result.rank) continue;
      std::vector<bool> elsewhere(kData, true);
      for (const MissingDatum& datum : result.reason.moved_by) elsewhere[datum.datum.index] = false;
      ++(result.reason.moved_by.empty() ? settled : open);
      for (int completion = 0; completion < 4; ++completion) {
        const std::string completed = drawn.givens(elsewhere);
        CAPTURE(completed);
        CAPTURE(result.outcome.rule.index);
        const FactTable known = world.facts(completed);
        CHECK(ranks(world.assess(known))[result.outcome.rule.index] == result.rank);
      }
    }
  }
  CHECK(settled > 0);
  CHECK(open > 0);
}

TEST_CASE("a rank that is certain names no datum, one that is not names those that decide") {
  const World world(R"(
dato a : persone "A" almeno 0
dato b : persone "B" almeno 0
dato c : persone "C" almeno 0
regola larga "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: a almeno 10 persone
regola stretta "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: b almeno 10 persone
regola forse "R" categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito q: c almeno 10 persone
ordine unico per lacuna relativa
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  struct Row {
    const char* givens;
    const char* moved_by;
  };
  for (const Row& row : {
           Row{"a = 1; b = 5; c = 10", "- / - / -"},
           Row{"a = 1; b = 5; c = [7; 9]", "- / - / -"},   // the last whatever it is
           Row{"a = 1; b = 5; c = [4; 9]", "- / c / c"},   // it may pass the second
           Row{"a = 1; b = 5; c = ?", "c / c / c"},        // it may pass both
           Row{"a = 1; b = 5; c = [7; 12]", "- / - / c"},  // it may be met
           Row{"a = [1; 5]; b = [2; 6]; c = 10", "a b / a b / -"},
       }) {
    CAPTURE(row.givens);
    const FactTable facts = world.facts(row.givens);
    std::string found;
    for (const RuleResult& result : world.assess(facts).rules) {
      DatumSet data;
      for (const MissingDatum& datum : result.reason.moved_by) data.merge(DatumSet{datum});
      const std::string names = test::describe(data, world.rulebook().typed);
      found += (found.empty() ? "" : " / ") + (names.empty() ? "-" : names);
    }
    CHECK(found == row.moved_by);
  }
}
