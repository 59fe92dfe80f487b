// What is asked of other years and of the members of a group, against brute force: data of which
// some are left out, some known in part and some whole Ambiti and years are not there. What is said
// is all that they could come to, and no more. LEPS_SEED chooses a run; the seed is printed with
// every failure.

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/seed.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr int kLeast = -2, kMost = 6, kYear = 2025;

/// What is known of a number; without ends, as far as its declared bounds go.
struct Known {
  int lo = kLeast, hi = kMost;
  bool operator==(const Known&) const = default;
  [[nodiscard]] bool whole() const { return lo == hi; }
};

struct Sum {
  int lo = 0, hi = 0;
  std::set<std::string> rests_on;

  void add(const Known& known, const std::string& name) {
    lo += known.lo;
    hi += known.hi;
    if (!known.whole()) rests_on.insert(name);
  }
};

class Case {
 public:
  Case(const World& world, std::mt19937& random) : world_(world), random_(random) {
    const FactTable blank = world.facts("");
    x_ = DatumId{0};
    for (const char* ambito : {"a", "b", "c"}) {
      for (int years = 3; years >= 0; --years) {
        const bool asked = ambito[0] == 'a' && years == 0;
        if (!asked && pick(3) == 0) continue;  // the whole year is not there
        FactTable facts = blank;
        facts.ambito = ambito;
        facts.year = kYear - years;
        facts.survey_date = last_day_of(facts.year);
        if (const Known known = drawn(); known != Known()) {
          facts.facts[x_].value = Interval{Bound(known.lo), Bound(known.hi)};
          known_[{ambito, years}] = known;
        } else {
          known_[{ambito, years}] = Known();
        }
        // Every member lists some of the others; together they list all that there are.
        facts.groups[GroupId{0}] = {"uno", {"a", "b", "d"}, {}};
        data_.push_back(std::move(facts));
      }
    }
  }

  [[nodiscard]] Known of(const std::string& ambito, int years) const {
    const auto found = known_.find({ambito, years});
    return found == known_.end() ? Known() : found->second;
  }
  [[nodiscard]] bool is_there(const std::string& ambito, int years) const {
    return known_.contains({ambito, years});
  }

  [[nodiscard]] Quantity worth(std::size_t amount) const {
    const Surroundings around(data_);
    const Assessment found =
        assess(world_.rulebook(), *around.at("a", kYear), std::nullopt, &around);
    return std::get<Quantity>(found.computed[amount].value);
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  Known drawn() {
    const int lo = kLeast + pick(kMost - kLeast);
    switch (pick(3)) {
      case 0:
        return {};
      case 1:
        return {lo, lo + pick(kMost - lo)};
      default:
        return {lo, lo};
    }
  }

  const World& world_;
  std::mt19937& random_;
  DatumId x_;
  DataSet data_;
  std::map<std::pair<std::string, int>, Known> known_;
};

}  // namespace

TEST_CASE("neighbours: other years and members add up to all that they could have, and no more") {
  const World world(
      "dato x : FTE \"X\"  almeno -2  al massimo 6\n"
      "gruppo g \"Gruppo\"\n"
      "calcolo ieri : FTE = anno_precedente(x)\n"
      "calcolo tre : FTE = somma(x; anni 3)\n"
      "calcolo cresciuto : FTE = x - anno_precedente(x)\n"
      "calcolo insieme : FTE = totale(x; g)\n"
      "regola r \"R\"\n  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020\n"
      "  requisito q: x almeno 0 FTE\n");
  REQUIRE_MESSAGE(world.good(), world.messages());
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 400; ++round) {
    const Case one(world, random);
    const auto check = [&](std::size_t amount, const Sum& expected) {
      CAPTURE(amount);
      const Quantity found = one.worth(amount);
      CHECK(test::describe(found.range) ==
            test::describe(Interval{Bound(expected.lo), Bound(expected.hi)}));
      std::set<std::string> rests_on;
      for (const MissingDatum& missing : found.rests_on) {
        rests_on.insert(name_of(missing, world.rulebook().typed, 2025));
      }
      CHECK(rests_on == expected.rests_on);
    };

    Sum ieri, tre, cresciuto, insieme;
    const Known today = one.of("a", 0), before = one.of("a", 1);
    ieri.add(before, "x@2024");
    check(0, ieri);
    tre.add(today, "x");
    tre.add(before, "x@2024");
    tre.add(one.of("a", 2), "x@2023");
    check(1, tre);
    cresciuto.add(today, "x");
    cresciuto.add({-before.hi, -before.lo}, "x@2024");
    check(2, cresciuto);
    insieme.add(today, "x");
    for (const char* other : {"b", "c", "d"}) {
      // `c` counts only where it is there to say that it belongs; `d` is listed and never there.
      if (other[0] == 'c' && !one.is_there(other, 0)) continue;
      insieme.add(one.of(other, 0), "x@gruppo:g");
    }
    check(3, insieme);
  }
}
