#include "words/format.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "support/seed.hpp"

using namespace leps;

namespace {

Rational r(const char* text) { return *parse_rational(text); }
const Unit kFte = Unit::of("FTE");
const Unit kEuro = Unit::of("euro");
const Unit kPersone = Unit::of("persone");

Bound bound(const std::string& text) {
  if (text == "-inf") return Bound::minus_infinity();
  if (text == "inf") return Bound::plus_infinity();
  return Bound(r(text.c_str()));
}

}  // namespace

TEST_CASE("numbers: rounded half away from zero, and never to zero") {
  struct Row {
    std::string why;
    const char* value;
    const char* italian;
    const char* english;
    bool exact;
  };
  const Row rows[] = {
      {"whole", "12", "12", "12", true},
      {"grouped from four digits", "5000", "5.000", "5,000", true},
      {"grouped by three", "1234567", "1.234.567", "1,234,567", true},
      {"a decimal", "1234.5", "1.234,5", "1,234.5", true},
      {"zeros at the end go", "17.50", "17,5", "17.5", true},
      {"a tie goes up", "0.125", "0,13", "0.13", false},
      {"a tie below zero goes down", "-0.125", "-0,13", "-0.13", false},
      {"just below the tie", "0.12499", "0,12", "0.12", false},
      {"carries", "0.999", "1", "1", false},
      {"carries into a new group", "999.999", "1.000", "1,000", false},
      {"the smallest gap that two decimals show", "0.005", "0,01", "0.01", false},
      {"below it the first digit is shown", "0.00499", "0,005", "0.005", false},
      {"one resident too many at 1:5.000", "1/5000", "0,0002", "0.0002", true},
      {"one part in 125001", "1/125001", "0,000008", "0.000008", false},
      {"below zero too", "-1/5000", "-0,0002", "-0.0002", true},
      {"a third", "1/3", "0,33", "0.33", false},
      {"zero", "0", "0", "0", true},
      {"a real gap", "11607/2500", "4,64", "4.64", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Shown italian = show_number(r(row.value), Language::italian);
    CHECK(italian.text == row.italian);
    CHECK(italian.exact == row.exact);
    CHECK(show_number(r(row.value), Language::english).text == row.english);
  }
}

// Half a unit of the last decimal is as far as a number may be from what is shown, half itself goes
// away from zero, what is more than none never shows as none, and the sign is the number's own.
TEST_CASE("numbers: what is shown is the nearest, on either side of zero") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 2000; ++i) {
    const int decimals = static_cast<int>(random() % 7);
    const Rational below(1 + static_cast<int>(random() % (random() % 2 ? 2000 : 10'000'000)));
    const Rational value = Rational(1 + static_cast<int>(random() % 100'000)) / below;
    CAPTURE(to_string(value));
    CAPTURE(decimals);
    const Shown above_zero = show_number(value, Language::english, decimals);
    const Shown below_zero = show_number(Rational(-value), Language::english, decimals);
    CHECK(below_zero.text == "-" + above_zero.text);
    CHECK(below_zero.exact == above_zero.exact);
    std::string plain = above_zero.text;
    std::erase(plain, ',');
    const Rational shown = r(plain.c_str());
    CHECK(above_zero.exact == (shown == value));
    REQUIRE(shown > 0);
    const std::size_t point = plain.find('.');
    const std::size_t places = point == std::string::npos ? 0 : plain.size() - point - 1;
    CHECK((point == std::string::npos || !plain.ends_with('0')));
    Rational unit(1);  // of the last decimal that may stand there
    for (int place = 0; place < decimals; ++place) unit /= 10;
    if (value * 2 < unit) {  // more decimals than asked for: one digit of them
      CHECK(std::count_if(plain.begin(), plain.end(), [](char c) { return c > '0' && c <= '9'; }) ==
            1);
      CHECK(abs(Rational(shown - value)) * 2 <= shown);
    } else {
      CHECK(places <= static_cast<std::size_t>(decimals));
      const Rational off = shown - value;
      CHECK(abs(off) * 2 <= unit);
      CHECK((abs(off) * 2 < unit || off > 0));
    }
    std::string italian = show_number(value, Language::italian, decimals).text;
    for (char& c : italian) c = c == '.' ? ',' : c == ',' ? '.' : c;
    CHECK(italian == above_zero.text);
  }
}

TEST_CASE("numbers: any size") {
  const Rational huge = r("123456789012345678901234567890123456789012345678901234567890");
  CHECK(show_number(huge, Language::italian).text ==
        "123.456.789.012.345.678.901.234.567.890.123.456.789.012.345.678.901.234.567.890");
  CHECK(show_number(Rational(1 / huge), Language::italian).text.size() ==
        62);  // 0, and 60 decimals
}

TEST_CASE("quantities: money, shares, units") {
  struct Row {
    const char* value;
    Measure measure;
    const char* italian;
    const char* english;
  };
  const Measure share{{}, true, false}, points{{}, false, true};
  const Row rows[] = {
      {"21", {kFte}, "21 FTE", "21 FTE"},
      {"1", {kPersone}, "1 persona", "1 persona"},
      {"2", {kPersone}, "2 persone", "2 persone"},
      {"1/5000", {kFte}, "0,0002 FTE", "0.0002 FTE"},
      {"240000", {kEuro}, "240.000 €", "€240,000"},
      {"3625.335", {kEuro}, "3.625,34 €", "€3,625.34"},
      {"3625.5", {kEuro}, "3.625,50 €", "€3,625.50"},
      {"-12.5", {kEuro}, "-12,50 €", "-€12.50"},
      {"1/1000", {kEuro}, "0,001 €", "€0.001"},
      {"42000", {kEuro / kFte}, "42.000 €/FTE", "€42,000/FTE"},
      {"1/5000", {kFte / Unit::of("abitanti")}, "0,0002 FTE/abitanti", "0.0002 FTE/abitanti"},
      {"23/200", share, "11,5%", "11.5%"},
      {"1/7", share, "14,3%", "14.3%"},
      {"1/2", share, "50%", "50%"},
      {"1/125001", share, "0,0008%", "0.0008%"},
      {"1", share, "100%", "100%"},
      {"125000/125001", share, "99,999%", "99.999%"},
      {"1999/2000", share, "99,95%", "99.95%"},
      {"1/20", points, "5 punti percentuali", "5 percentage points"},
      {"1/100", points, "1 punto percentuale", "1 percentage point"},
      {"7", {}, "7", "7"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(show_quantity(r(row.value), row.measure, Language::italian).text == row.italian);
    CHECK(show_quantity(r(row.value), row.measure, Language::english).text == row.english);
  }
}

TEST_CASE("quantities: circa only where rounding changed the number") {
  const auto said = [](const char* value) {
    return about(show_quantity(r(value), {kFte}, Language::italian), Language::italian);
  };
  CHECK(said("4.64") == "4,64 FTE");
  CHECK(said("11607/2500") == "circa 4,64 FTE");
}

TEST_CASE("quantities: without rounding") {
  struct Row {
    const char* value;
    Measure measure;
    const char* text;
  };
  const Row rows[] = {
      {"11607/2500", {kFte}, "4,6428 FTE"},
      {"1/3", {kFte}, "1/3 FTE"},
      {"-1/3", {kFte}, "-1/3 FTE"},
      {"12345/7777", {kFte}, "12.345/7.777 FTE"},
      {"0.0000001", {kFte}, "0,0000001 FTE"},
      {"17.399999999999999", {kFte}, "17,399999999999999 FTE"},
      {"0.0000000000000000001", {kFte}, "1/10.000.000.000.000.000.000 FTE"},
      {"3625.5", {kEuro}, "3.625,50 €"},
      {"1/8", {{}, true, false}, "12,5%"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(show_exact(r(row.value), row.measure, Language::italian) == row.text);
  }
}

TEST_CASE("two different numbers are told apart") {
  struct Row {
    const char *a, *b;
    int extra;
  };
  const Row rows[] = {
      {"25", "25", 0},
      {"25", "26", 0},
      {"25", "25.01", 0},
      {"25", "25.0002", 2},
      {"188.17", "188.170001", 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.b);
    CHECK(decimals_apart(r(row.a), r(row.b), {kFte}) == row.extra);
  }
}

TEST_CASE("ranges: in a sentence, in a table, in a formula") {
  struct Row {
    const char *lo, *hi;
    Unit unit;
    const char *sentence, *english, *table, *formula;
  };
  const Row rows[] = {
      {"0", "4", kFte, "tra 0 e 4 FTE", "between 0 FTE and 4 FTE", "0–4 FTE", "[0; 4] FTE"},
      {"3", "inf", kFte, "almeno 3 FTE", "at least 3 FTE", "≥ 3 FTE", "[3; ∞) FTE"},
      {"-inf", "4", kFte, "al massimo 4 FTE", "at most 4 FTE", "≤ 4 FTE", "(-∞; 4] FTE"},
      {"-inf", "inf", kFte, "un valore qualsiasi", "any value", "?", "?"},
      {"4", "4", kFte, "4 FTE", "4 FTE", "4 FTE", "4 FTE"},
      {"1/3", "1/3", kFte, "circa 0,33 FTE", "about 0.33 FTE", "≈ 0,33 FTE", "≈ 0,3333 FTE"},
      {"25", "25.0002", kFte, "tra 25 e 25,0002 FTE", "between 25 FTE and 25.0002 FTE",
       "25–25,0002 FTE", "[25; 25,0002] FTE"},
      {"1000", "2500.5", kEuro, "tra 1.000 e 2.500,50 €", "between €1,000 and €2,500.50",
       "1.000–2.500,50 €", "[1.000; 2.500,5] €"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sentence);
    const Interval range{bound(row.lo), bound(row.hi)};
    CHECK(show_range(range, {row.unit}, Language::italian) == row.sentence);
    CHECK(show_range(range, {row.unit}, Language::english) == row.english);
    CHECK(show_range_short(range, {row.unit}, Language::italian) == row.table);
    CHECK(show_range_formal(range, {row.unit}, Language::italian) == row.formula);
  }
  CHECK(show_way(Way::up, Language::italian) == "in più");
  CHECK(show_way(Way::down, Language::italian) == "in meno");
  CHECK(show_way(Way::unknown, Language::italian) == "in più o in meno");
  CHECK(show_way(Way::unknown, Language::english) == "up or down");
  const Interval shares{bound("0"), bound("1/2")};
  CHECK(show_range(shares, {{}, true, false}, Language::italian) == "tra 0% e 50%");
  CHECK(show_range_short(shares, {{}, true, false}, Language::italian) == "0–50%");
}

TEST_CASE("literals of a pack: digits in the reader's form, never another number") {
  struct Row {
    const char *neutral, *italian, *english;
  };
  const Row rows[] = {
      {"1 FTE ogni 5000 abitanti", "1 FTE ogni 5.000 abitanti", "1 FTE per 5,000 abitanti"},
      {"17.50 FTE", "17,50 FTE", "17.50 FTE"},
      {"90%", "90%", "90%"},
      {"1/5000 FTE", "1/5.000 FTE", "1/5,000 FTE"},
      {"6500 abitanti/FTE", "6.500 abitanti/FTE", "6,500 abitanti/FTE"},
      {"3 m2000", "3 m2000", "3 m2000"},
      {"1234567.1234567", "1.234.567,1234567", "1,234,567.1234567"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.neutral);
    CHECK(show_literal(row.neutral, Language::italian) == row.italian);
    CHECK(show_literal(row.neutral, Language::english) == row.english);
  }
}

TEST_CASE("days") {
  CHECK(show_day(*make_day(2025, 12, 31), Language::italian) == "31 dicembre 2025");
  CHECK(show_day(*make_day(2021, 1, 1), Language::english) == "1 January 2021");
}

TEST_CASE("bars: only nothing is empty, only all is full") {
  struct Row {
    const char* share;
    int per_mille;
  };
  const Row rows[] = {
      {"0", 0},        {"1", 1000}, {"1/2", 500}, {"1/1000000", 1}, {"999999/1000000", 999},
      {"0.1145", 115}, {"2", 1000}, {"-1", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.share);
    CHECK(per_mille(r(row.share)) == row.per_mille);
  }
}
