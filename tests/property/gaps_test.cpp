// Gaps and costs against brute force: conditions in which each datum stands once, some of the data
// known in part, and every corner of what they could be. What is said must hold at every corner,
// and say no more than they do. LEPS_SEED chooses a run; the seed is printed with every failure.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/seed.hpp"
#include "support/world.hpp"
#include "words/failing_names.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr int kMost = 9;  // every number is 0..9, unless its bounds are left out

/// A requirement drawn at random: as it is written, and what stands in it.
struct Drawn {
  std::string declared, condition, levers;
  std::vector<std::string> numbers, switches;
  bool alternatives = false;  // an `o`: which one is the cheapest is loosely said
  bool one_choice = false;    // it is one `o`, of a few comparisons and switches
  int choices = 0, priced = 0;
  bool level_unknown = false;  // a datum as a level: it stands in the relative gap twice
  std::vector<int> levels;     // where a gap may turn
};

class Drawer {
 public:
  explicit Drawer(std::mt19937& random) : random_(random) {}

  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  Drawn requirement() {
    drawn_ = {};
    drawn_.one_choice = pick(3) == 0;
    drawn_.condition = drawn_.one_choice ? one_choice() : condition(2, false);
    return drawn_;
  }

  /// A range of a number: a point as often as not.
  std::pair<int, int> range() {
    const int lo = pick(kMost + 1);
    return {lo, pick(2) == 0 ? lo : lo + pick(kMost + 1 - lo)};
  }

 private:
  std::string condition(int depth, bool negated) {
    switch (depth == 0 ? pick(2) : pick(6)) {
      case 0:
        return a_switch();
      case 1:
        return comparison();
      case 2:
        drawn_.alternatives = drawn_.alternatives || negated;
        return "(" + condition(depth - 1, negated) + " e " + condition(depth - 1, negated) + ")";
      case 3:
        if (pick(2) == 0) return condition(depth - 1, negated);
        drawn_.alternatives = drawn_.alternatives || !negated;
        return "(" + condition(depth - 1, negated) + " o " + condition(depth - 1, negated) + ")";
      case 4:
        return "non (" + condition(depth - 1, !negated) + ")";
      default:
        return "(se " + bare_switch() + " allora " + condition(depth - 1, negated) +
               " altrimenti " + condition(depth - 1, negated) + ")";
    }
  }

  std::string one_choice() {
    drawn_.alternatives = true;
    std::string text;
    for (int left = 2 + pick(2); left > 0; --left) {
      text += (text.empty() ? "" : " o ") + (pick(4) == 0 ? a_switch() : comparison());
      ++drawn_.choices;
    }
    return text;
  }

  std::string bare_switch() {
    drawn_.switches.push_back("s" + std::to_string(drawn_.switches.size()));
    drawn_.declared += "dato " + drawn_.switches.back() + " : sì/no \"S\"\n";
    return drawn_.switches.back();
  }

  std::string a_switch() {
    const std::string name = bare_switch();
    if (pick(2)) {
      drawn_.levers += "    si colma con " + name + "  costo " + price() + " euro\n";
      ++drawn_.priced;
    }
    return name;
  }

  std::string number(bool bounded) {
    drawn_.numbers.push_back("x" + std::to_string(drawn_.numbers.size()));
    drawn_.declared += "dato " + drawn_.numbers.back() + " : FTE \"X\"" +
                       (bounded ? "  almeno 0  al massimo 9" : "") + "\n";
    return drawn_.numbers.back();
  }

  std::string price() { return std::to_string(1 + pick(4)); }

  std::string comparison() {
    const char* relations[] = {"almeno", "al massimo", "più di", "meno di", "pari a"};
    const std::string relation = relations[pick(5)];
    const std::string name = number(pick(2) == 0);
    const int level = pick(kMost + 3);
    drawn_.levels.push_back(level);
    std::string right = std::to_string(level) + " FTE";
    if (pick(4) == 0) {
      drawn_.level_unknown = true;
      right = number(true);
    }
    if (pick(4)) {
      const int rounding = relation == "pari a" ? 0 : pick(3);
      const bool priced = pick(3) != 0;
      drawn_.priced += priced;
      drawn_.levers += "    si colma con " + name +
                       (rounding == 0   ? ""
                        : rounding == 1 ? "  a unità intere"
                                        : "  a passi di 2 FTE") +
                       (priced ? "  costo " + price() + " euro/FTE" : "") + "\n";
    }
    const char* slopes[] = {"", "2 * ", "10 FTE - "};
    return slopes[pick(3)] + name + " " + relation + " " + right;
  }

  std::mt19937& random_;
  Drawn drawn_;
};

std::optional<Interval> hull(std::optional<Interval> a, const std::optional<Interval>& b) {
  if (!a || !b) return std::nullopt;
  return leps::hull(*a, *b);
}

std::set<std::string> names_that_fail(const Gap& gap, const Typed& typed) {
  const std::vector<std::string> names = failing_names(gap, typed, Language::italian);
  return {names.begin(), names.end()};
}

/// What a gap is over every corner.
struct Seen {
  bool any = false, one_unit = true, unreachable = false;
  Interval amount, relative;
  std::optional<Interval> cost, gross;
  bool any_open = false, strict = false;
  std::set<std::pair<DatumId, Way>> ways;  // of levers, where they close something
  std::set<std::string> surely;            // what fails at every corner

  void add(const Gap& gap, bool met, const Typed& typed) {
    if (!met) {
      any_open = true;
      strict = strict || gap.strict;
      if (gap.lever && !gap.unreachable()) ways.insert({*gap.lever, gap.way});
    }
    const std::set<std::string> failing = names_that_fail(gap, typed);
    if (!any) surely = failing;
    std::erase_if(surely, [&](const std::string& name) { return !failing.contains(name); });
    if (!any) {
      amount = gap.amount, relative = gap.relative, cost = gap.cost, gross = gap.gross_cost;
      any = true;
      return;
    }
    amount = leps::hull(amount, gap.amount);
    relative = leps::hull(relative, gap.relative);
    cost = hull(cost, gap.cost);
    gross = hull(gross, gap.gross_cost);
  }
};

using Ranges = std::map<std::string, std::pair<Rational, Rational>>;

class Corners {
 public:
  Corners(const World& world, const Drawn& drawn) : drawn_(drawn) {
    for (const typed::Datum& datum : world.rulebook().typed.data) {
      ids_.emplace(datum.name, DatumId{static_cast<std::uint32_t>(ids_.size())});
    }
  }

  void set(FactTable& facts, const std::string& name, FactValue value) const {
    facts.facts[ids_.at(name)].value = std::move(value);
  }

  [[nodiscard]] bool is_known(const FactTable& facts, const std::string& name) const {
    return leps::is_known(facts.facts[ids_.at(name)]);
  }

  [[nodiscard]] std::string written(const FactTable& facts, const std::string& name) const {
    const FactValue& value = facts.facts[ids_.at(name)].value;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "sì" : "no";
    return test::describe(std::get<Interval>(value));
  }

  /// Calls back at every corner of what is not known.
  template <class Visit>
  void each(FactTable facts, const Ranges& ranges, const std::vector<std::string>& unknown,
            const Visit& visit) const {
    for (const auto& [name, range] : ranges) {
      if (range.first == range.second) continue;
      // Its ends, and wherever a comparison may turn: at a level, through each slope.
      std::vector<Rational> turns(drawn_.levels.begin(), drawn_.levels.end());
      for (const auto& [other, its] : ranges) {
        if (other != name) turns.insert(turns.end(), {its.first, its.second});
      }
      std::vector<Rational> ends = {range.first, range.second};
      for (const Rational& turn : turns) {
        ends.insert(ends.end(), {turn, turn / 2, 10 - turn, turn * 2});
      }
      // And between whole numbers: a lever that moves by them need not end on its level.
      for (Rational between = range.first; between < range.second; between += Rational(1) / 4) {
        ends.push_back(between);
      }
      std::sort(ends.begin(), ends.end());
      ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
      auto fewer = ranges;
      for (const Rational& end : ends) {
        if (end < range.first || end > range.second) continue;
        set(facts, name, Interval::point(end));
        fewer[name] = {end, end};
        each(facts, fewer, unknown, visit);
      }
      return;
    }
    if (unknown.empty()) return visit(facts);
    std::vector<std::string> fewer(unknown.begin(), unknown.end() - 1);
    for (const bool value : {false, true}) {
      set(facts, unknown.back(), value);
      each(facts, ranges, fewer, visit);
    }
  }

 private:
  const Drawn& drawn_;
  std::map<std::string, DatumId> ids_;
};

/// Whether what is said of a corner turns with one of its data, the others being as they are.
class Turning {
 public:
  void add(const std::vector<std::string>& corner, const std::string& said) {
    corners_.push_back({corner, said});
  }

  [[nodiscard]] bool with(std::size_t place) const {
    std::map<std::vector<std::string>, std::set<std::string>> by_others;
    for (auto [corner, said] : corners_) {
      corner[place].clear();
      by_others[corner].insert(said);
    }
    return std::any_of(by_others.begin(), by_others.end(),
                       [](const auto& each) { return each.second.size() > 1; });
  }

 private:
  std::vector<std::pair<std::vector<std::string>, std::string>> corners_;
};

/// Where all is known, so is which alternative is the cheapest, and how far everything is.
void check_is_settled(const Gap& gap, const Typed& typed) {
  CAPTURE(test::describe(gap, typed));
  CHECK(gap.relative.known());
  CHECK(gap.amount.single());
  if (const auto* parts = gap.as<Gap::Parts>()) {
    for (const Gap& part : parts->all) check_is_settled(part, typed);
  }
  if (const auto* alternatives = gap.as<Gap::Alternatives>()) {
    CHECK(alternatives->candidates.size() == 1);
    for (const Gap& other : alternatives->all) check_is_settled(other, typed);
  }
}

bool within(const Interval& inner, const Interval& outer) {
  return inner.lo >= outer.lo && inner.hi <= outer.hi;
}

/// A cost that is said lies about what it is at every corner; there is none where a corner has
/// none.
void check_cost(const std::optional<Interval>& found, const std::optional<Interval>& all,
                const Drawn& drawn) {
  if (!found) return;
  CAPTURE(test::describe(*found));
  REQUIRE(all);
  CAPTURE(test::describe(*all));
  CHECK(within(*all, *found));
  if (!drawn.alternatives) CHECK(*found == *all);
}

}  // namespace

TEST_CASE("gaps: amounts and costs are all that they could be, and no more") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Drawer draw(random);
  for (int round = 0; round < 400; ++round) {
    const Drawn drawn = draw.requirement();
    const std::string text = drawn.declared + "dato applica : sì/no \"A\"\n" +
                             "regola r \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio "
                             "2020\n  requisito q: " +
                             drawn.condition + "\n    si applica se applica\n" + drawn.levers;
    CAPTURE(text);
    const World world(text);
    REQUIRE_MESSAGE(world.good(), world.messages());
    const Corners corners(world, drawn);
    const FactTable blank = world.facts("");
    for (int again = 0; again < 4; ++again) {
      FactTable facts = blank;
      std::string given;
      Ranges ranges;
      std::vector<std::string> unknown;
      for (const std::string& name : drawn.numbers) {
        const auto [lo, hi] = draw.range();
        ranges[name] = {lo, hi};
        corners.set(facts, name, Interval{Bound(lo), Bound(hi)});
        given += name + " = [" + std::to_string(lo) + "; " + std::to_string(hi) + "]; ";
      }
      for (const std::string& name : drawn.switches) {
        if (draw.pick(3) == 0 && unknown.size() < 4) {
          unknown.push_back(name);
          given += name + " = ?; ";
          continue;
        }
        const bool value = draw.pick(2) == 0;
        corners.set(facts, name, value);
        given += name + " = " + (value ? "sì; " : "no; ");
      }
      const bool surely_asked = draw.pick(4) != 0;
      if (surely_asked) corners.set(facts, "applica", true);
      const auto open = std::count_if(ranges.begin(), ranges.end(), [](const auto& each) {
        return each.second.first != each.second.second;
      });
      if (2 * open + static_cast<int>(unknown.size()) > 6) continue;  // too many corners
      CAPTURE(given);

      const Assessment assessment = world.assess(facts);
      const std::optional<Gap>& gap = assessment.rules.front().gaps.front();
      REQUIRE(gap);
      const Typed& typed = world.rulebook().typed;
      if (open == 0 && unknown.empty() && surely_asked) check_is_settled(*gap, typed);
      CAPTURE(test::describe(*gap, typed));
      Seen seen;
      std::vector<std::string> names = drawn.numbers;
      names.insert(names.end(), drawn.switches.begin(), drawn.switches.end());
      Turning amounts, prices;
      corners.each(facts, ranges, unknown, [&](const FactTable& whole) {
        FactTable asked = whole;
        corners.set(asked, "applica", true);
        const Assessment there = world.assess(asked);
        const RuleResult& result = there.rules.front();
        const Gap& its = *result.gaps.front();
        seen.add(its, result.outcome.verdict == Verdict::soddisfatto, typed);
        std::vector<std::string> corner;
        for (const std::string& name : names) corner.push_back(corners.written(whole, name));
        amounts.add(corner, test::describe(its.amount) + test::describe(its.relative));
        prices.add(corner, its.gross_cost ? test::describe(*its.gross_cost) : "none");
      });
      if (!surely_asked) {  // perhaps there is nothing to close
        Gap none;
        none.amount = none.relative = Interval::point(0);
        none.cost = none.gross_cost = Interval::point(0);
        seen.add(none, true, typed);
      }

      CAPTURE(test::describe(seen.relative));
      CAPTURE(test::describe(gap->relative));
      CHECK(within(seen.relative, gap->relative));
      if (gap->in_one_unit()) {
        CAPTURE(test::describe(seen.amount));
        CHECK(within(seen.amount, gap->amount));
      }
      check_cost(gap->cost, seen.cost, drawn);
      check_cost(gap->gross_cost, seen.gross, drawn);
      const std::string rests = " " + test::describe(gap->rests_on.amount, typed) + " ";
      const std::string of_price = rests + test::describe(gap->rests_on.price, typed) + " ";
      for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = " " + names[i] + " ";
        CAPTURE(name);
        if (amounts.with(i)) CHECK(rests.find(name) != std::string::npos);
        if (gap->cost && prices.with(i)) CHECK(of_price.find(name) != std::string::npos);
        const bool known = corners.is_known(facts, names[i]);
        if (known) CHECK(of_price.find(name) == std::string::npos);
      }
      if (gap->as<Gap::Activation>() && gap->in_one_unit()) {
        CHECK((names_that_fail(*gap, typed) == seen.surely || !surely_asked));
      }
      if (drawn.one_choice && drawn.priced == 0 && !drawn.level_unknown) {
        CHECK(gap->relative == seen.relative);  // the nearest stands for all
      }
      const auto* alternatives = gap->as<Gap::Alternatives>();
      const bool all_within_reach =
          gap->cost &&
          (!alternatives || std::all_of(alternatives->all.begin(), alternatives->all.end(),
                                        [](const Gap& each) { return each.amount.hi.finite(); }));
      if (drawn.one_choice && drawn.priced == drawn.choices && all_within_reach && seen.cost) {
        CHECK(*gap->cost == *seen.cost);  // the cheapest does
        CHECK(*gap->gross_cost == *seen.gross);
      }
      if (drawn.one_choice && gap->in_one_unit() && seen.any_open) {
        CHECK((gap->strict || !seen.strict));
      }
      if (drawn.alternatives) continue;
      if (seen.any_open) CHECK((gap->strict || !seen.strict));
      std::set<DatumId> levers;
      for (const auto& [lever, way] : seen.ways) levers.insert(lever);
      if (levers.size() > 1) CHECK_FALSE(gap->lever.has_value());
      for (const auto& [lever, way] : seen.ways) {
        CHECK((gap->lever != lever || gap->way == way || gap->way == Way::unknown));
      }
      if (!drawn.level_unknown) CHECK(gap->relative == seen.relative);
      if (gap->in_one_unit()) CHECK(gap->amount == seen.amount);
      CHECK((gap->cost.has_value() || !seen.cost));
      CHECK((gap->gross_cost.has_value() || !seen.gross));
    }
  }
}
