// Levels that count a fraction whole, that grow by bands, that have a value for each word: what
// they are worth, and all that they could be where something is missing.
#include "eval/bands.hpp"
#include "eval/evaluator.hpp"

#include <doctest/doctest.h>

#include "support/seed.hpp"
#include "support/world.hpp"

#include <random>

using namespace leps;
using leps::test::World;

namespace {

const char* const kLevels = R"(
dato x : abitanti "X"  almeno 0
dato soldi : euro "Soldi"
dato fascia : uno di piccola, media, grande "Fascia"
dato sconto : quota "Sconto"
parametro livello : FTE/abitanti
  dal 1 gennaio 2020 al 31 dicembre 2024 vale 1 FTE ogni 5.000 abitanti  verificato  secondo s
  dal 1 gennaio 2025 vale 2 FTE ogni 4.000 abitanti  verificato  secondo s
parametro tasso : quota
  per piccola  dal 1 gennaio 2020 vale 1%  verificato  secondo s
  per media  dal 1 gennaio 2020 vale 5%  verificato  secondo s
  per grande  dal 1 gennaio 2020 al 31 dicembre 2024 vale 2%  verificato  secondo s
  per grande  dal 1 gennaio 2025 vale 3%  verificato  secondo s
regola r "R"
  categoria LEPS  secondo s  in vigore dal 1 gennaio 2020
  requisito q: x almeno 0 abitanti
)";

std::string worth(const std::string& type, const std::string& formula, const std::string& givens,
                  int year = 2025) {
  const World world(std::string(kLevels) + "calcolo c : " + type + " = " + formula + "\n");
  REQUIRE_MESSAGE(world.good(), world.messages());
  const FactTable facts = world.facts(givens, year);
  Evaluator evaluator(world.rulebook(), facts);
  const typed::ExprId value = world.rulebook().typed.computed.begin()->value;
  return test::describe(evaluator.quantity(value).range);
}

}  // namespace

TEST_CASE("levels: a portion that is begun counts whole") {
  struct Row {
    const char *givens, *worth;
  };
  const Row rows[] = {{"x = 4.000", "2"},
                      {"x = 4.001", "4"},
                      {"x = 0", "0"},
                      {"x = 3.999,5", "2"},
                      {"x = [3.000; 9.000]", "2..6"},
                      {"x = ?", "0..inf"}};
  for (const Row& row : rows) {
    CAPTURE(row.givens);
    CHECK(worth("FTE", "livello di x o frazione", row.givens) == row.worth);
  }
  CHECK(worth("FTE", "livello di x o frazione", "x = 5.001", 2024) == "2");
  CHECK(worth("FTE", "(3 FTE ogni 100 abitanti) di x o frazione", "x = 101") == "6");
  CHECK(worth("FTE", "50% di livello di x o frazione + 1 FTE", "x = 1") == "2");
}

TEST_CASE("levels: by bands, each rate on what lies in its band") {
  const std::string bands =
      "a scaglioni di soldi: fino a 10.000 euro vale 0%; fino a 20.000 euro vale 10%; oltre vale "
      "50%";
  struct Row {
    const char *givens, *worth;
  };
  const Row rows[] = {{"soldi = 9.000", "0"},
                      {"soldi = 10.000", "0"},
                      {"soldi = 15.000", "500"},
                      {"soldi = 20.000", "1000"},
                      {"soldi = 20.001", "2001/2"},
                      {"soldi = -5", "0"},
                      {"soldi = [5.000; 30.000]", "0..6000"},
                      {"soldi = ?", "0..inf"}};
  for (const Row& row : rows) {
    CAPTURE(row.givens);
    CHECK(worth("euro", bands, row.givens) == row.worth);
  }
  // It falls and rises: the least lies inside.
  CHECK(worth("euro", "a scaglioni di soldi: fino a 10 euro vale -1; oltre vale 1",
              "soldi = [0; 15]") == "-10..0");
  // A limit below the one before counts as that one.
  CHECK(worth("euro",
              "a scaglioni di soldi: fino a 10 euro vale 1; fino a soldi - 20 euro vale 5; "
              "oltre vale 2",
              "soldi = 15") == "20");
}

TEST_CASE("levels: by words, and where the word is not known all that it could be") {
  CHECK(worth("quota", "tasso[fascia]", "fascia = media") == "1/20");
  CHECK(worth("quota", "tasso[fascia]", "fascia = ?") == "1/100..1/20");
  CHECK(worth("quota", "tasso[fascia]", "fascia = grande") == "3/100");
  CHECK(worth("quota", "tasso[fascia]", "fascia = grande", 2024) == "1/50");
  CHECK(worth("quota", "tasso[grande]", "") == "3/100");
}

namespace {

struct BandsDrawn {
  std::mt19937& random;

  int upto(int most) { return std::uniform_int_distribution(0, most)(random); }
  Rational number() { return Rational(upto(12) - 4) / Rational(1 + upto(1)); }
  Interval interval() {
    const Rational a = number(), b = number();
    if (upto(2) == 0) return Interval::point(a);
    Interval found{Bound(std::min(a, b)), Bound(std::max(a, b))};
    if (upto(11) == 0) found.hi = Bound::plus_infinity();
    if (upto(11) == 0) found.lo = Bound::minus_infinity();
    return found;
  }
  // One of the values inside, its ends as often as any.
  Rational inside(const Interval& range) {
    const Rational lo = range.lo.finite() ? range.lo.value() : Rational(-9);
    const Rational hi = range.hi.finite() ? range.hi.value() : Rational(9);
    switch (upto(3)) {
      case 0:
        return std::min(lo, hi);
      case 1:
        return std::max(lo, hi);
      default:
        return Rational(lo + (hi - lo) * Rational(upto(8)) / Rational(8));
    }
  }
};

// Written again, from the words: what is over the last limit, then each band from above.
Rational bands_by_hand(const Rational& of, const std::vector<Rational>& limits,
                       const std::vector<Rational>& rates) {
  Rational amount(0), begin(0);
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const Rational end = i < limits.size() ? std::max(begin, limits[i]) : std::max(begin, of);
    if (of > begin) amount += rates[i] * (std::min(of, end) - begin);
    begin = end;
  }
  return amount;
}

}  // namespace

TEST_CASE(
    "levels: by bands, every completion lies within what was said, and both ends are reached") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  BandsDrawn draw{random};
  for (int round = 0; round < 400; ++round) {
    BandsOf bands;
    bands.of = draw.interval();
    const int count = 1 + draw.upto(2);
    for (int i = 0; i < count; ++i) bands.limits.push_back(draw.interval());
    for (int i = 0; i <= count; ++i) bands.rates.push_back(draw.interval());
    const Interval said = range_of(bands);
    Bound least = Bound::plus_infinity(), most = Bound::minus_infinity();
    for (int completion = 0; completion < 300; ++completion) {
      std::vector<Rational> limits, rates;
      for (const Interval& limit : bands.limits) limits.push_back(draw.inside(limit));
      for (const Interval& rate : bands.rates) rates.push_back(draw.inside(rate));
      const Bound amount(bands_by_hand(draw.inside(bands.of), limits, rates));
      least = std::min(least, amount);
      most = std::max(most, amount);
    }
    CAPTURE(round);
    CHECK(said.lo <= least);
    CHECK(most <= said.hi);
    const bool known =
        bands.of.known() && std::all_of(bands.limits.begin(), bands.limits.end(),
                                        [](const auto& each) { return each.known(); });
    // With what lies in each band known, the ends of the rates are the ends of the amount.
    if (known && said.lo.finite() && said.hi.finite()) {
      CHECK(said.lo == least);
      CHECK(said.hi == most);
    }
  }
}

TEST_CASE("levels: by bands, the least that reaches an amount") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  BandsDrawn draw{random};
  for (int round = 0; round < 400; ++round) {
    std::vector<Rational> limits, rates;
    const int count = 1 + draw.upto(2);
    for (int i = 0; i < count; ++i) limits.push_back(draw.number());
    for (int i = 0; i <= count; ++i) rates.push_back(Rational(draw.upto(3)));
    const Rational amount(draw.upto(20));
    const Bound at = reached_at(amount, limits, rates);
    CAPTURE(round);
    if (!at.finite()) {
      CHECK((amount == 0 || bands_by_hand(Rational(1000), limits, rates) < amount));
      continue;
    }
    CHECK(bands_by_hand(at.value(), limits, rates) == amount);
    CHECK(bands_by_hand(Rational(at.value() - Rational(1) / Rational(1000)), limits, rates) <
          amount);
  }
}
