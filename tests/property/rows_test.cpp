// Rows against brute force: a table with blank cells, and every way in which they could be filled.
// What is said of the table with its blanks must hold for every filling, and say no more than they
// do. LEPS_SEED chooses a run; the seed is printed with every failure.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/seed.hpp"
#include "support/world.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr int kMost = 3;  // a number of a row is 0..3

struct Row {
  std::optional<int> number;  // none: blank
  std::optional<bool> truth;
};
using Table = std::vector<Row>;

/// Calls back with every table that the blanks allow.
void fill(Table& table, std::size_t at, const std::function<void(const Table&)>& visit) {
  if (at == table.size()) return visit(table);
  Row& row = table[at];
  if (!row.number) {
    for (int number = 0; number <= kMost; ++number) {
      row.number = number;
      fill(table, at, visit);
    }
    row.number.reset();
    return;
  }
  if (!row.truth) {
    for (const bool truth : {false, true}) {
      row.truth = truth;
      fill(table, at, visit);
    }
    row.truth.reset();
    return;
  }
  fill(table, at + 1, visit);
}

std::string written(const Table& table) {
  std::string text;
  for (const Row& row : table) {
    text += text.empty() ? "(" : "; (";
    text += "n = " + (row.number ? std::to_string(*row.number) : std::string("?"));
    text += "; t = " + std::string(!row.truth ? "?" : *row.truth ? "sì" : "no") + ")";
  }
  return "righe = [" + text + "]";
}

/// An aggregate as the language writes it, and as anybody would work it out; none: it has no value.
struct Amount {
  const char* text;
  std::function<std::optional<Rational>(const Table&)> worth;
};

std::vector<int> numbers_where_true(const Table& table) {
  std::vector<int> numbers;
  for (const Row& row : table) {
    if (*row.truth) numbers.push_back(*row.number);
  }
  return numbers;
}

const Amount kAmounts[] = {
    {"conta(r in righe dove r.t)",
     [](const Table& table) {
       return Rational(static_cast<int>(numbers_where_true(table).size()));
     }},
    {"conta(r in righe dove r.n almeno 2)",
     [](const Table& table) {
       int count = 0;
       for (const Row& row : table) count += *row.number >= 2;
       return Rational(count);
     }},
    {"somma(r.n per ogni r in righe dove r.t)",
     [](const Table& table) {
       int sum = 0;
       for (const int number : numbers_where_true(table)) sum += number;
       return Rational(sum);
     }},
    {"media(r.n per ogni r in righe)",
     [](const Table& table) -> std::optional<Rational> {
       if (table.empty()) return std::nullopt;
       int sum = 0;
       for (const Row& row : table) sum += *row.number;
       return Rational(sum) / Rational(static_cast<int>(table.size()));
     }},
    {"media(r.n per ogni r in righe dove r.t)",
     [](const Table& table) -> std::optional<Rational> {
       const std::vector<int> numbers = numbers_where_true(table);
       if (numbers.empty()) return std::nullopt;
       int sum = 0;
       for (const int number : numbers) sum += number;
       return Rational(sum) / Rational(static_cast<int>(numbers.size()));
     }},
    {"percentuale(r in righe dove r.t)",
     [](const Table& table) -> std::optional<Rational> {
       if (table.empty()) return std::nullopt;
       return Rational(static_cast<int>(numbers_where_true(table).size())) /
              Rational(static_cast<int>(table.size()));
     }},
    {"percentuale(r in righe dove r.n meno di 2 o r.t)",
     [](const Table& table) -> std::optional<Rational> {
       if (table.empty()) return std::nullopt;
       int count = 0;
       for (const Row& row : table) count += *row.number < 2 || *row.truth;
       return Rational(count) / Rational(static_cast<int>(table.size()));
     }},
    {"somma(2 - r.n per ogni r in righe dove non r.t)",
     [](const Table& table) {
       int sum = 0;
       for (const Row& row : table) sum += *row.truth ? 0 : 2 - *row.number;
       return Rational(sum);
     }},
    {"minimo(r.n per ogni r in righe dove r.t)",
     [](const Table& table) -> std::optional<Rational> {
       const std::vector<int> numbers = numbers_where_true(table);
       if (numbers.empty()) return std::nullopt;
       return Rational(*std::min_element(numbers.begin(), numbers.end()));
     }},
    {"massimo(r.n per ogni r in righe dove r.t)",
     [](const Table& table) -> std::optional<Rational> {
       const std::vector<int> numbers = numbers_where_true(table);
       if (numbers.empty()) return std::nullopt;
       return Rational(*std::max_element(numbers.begin(), numbers.end()));
     }},
    {"somma(r.n per ogni r in righe)",
     [](const Table& table) {
       int sum = 0;
       for (const Row& row : table) sum += *row.number;
       return Rational(sum);
     }},
};

std::string pack() {
  std::string text =
      "elenco righe \"Righe\"\n  campo n : numero  almeno 0  al massimo 3  intero\n  campo t : "
      "sì/no\n";
  for (std::size_t i = 0; i < std::size(kAmounts); ++i) {
    const std::string formula = kAmounts[i].text;
    const std::string unit = formula.starts_with("percentuale") ? "quota" : "numero";
    text += "calcolo c" + std::to_string(i) + " : " + unit + " = " + formula + "\n";
  }
  const auto rule = [](const std::string& name, const std::string& condition) {
    return "regola " + name +
           " \"R\"\n  categoria LEPS\n  secondo s\n  in vigore dal 1 gennaio 2020\n" +
           "  requisito q: " + condition + "\n";
  };
  return text + rule("tutte", "per ogni r in righe dove r.t: r.n almeno 2") +
         rule("esiste_una", "esiste r in righe dove r.t: r.n almeno 2");
}

Table random_table(std::mt19937& random) {
  const auto roll = [&](int lo, int hi) {
    return std::uniform_int_distribution<int>(lo, hi)(random);
  };
  Table table(static_cast<std::size_t>(roll(0, 5)));
  int blanks = 0;
  for (Row& row : table) {
    row.number = roll(0, kMost);
    row.truth = roll(0, 1) == 1;
    if (blanks < 5 && roll(0, 3) == 0) {
      (roll(0, 1) == 0 ? (void)row.number.reset() : (void)row.truth.reset());
      ++blanks;
    }
  }
  return table;
}

/// What came out over all fillings.
struct Seen {
  std::optional<Interval> range;
  bool without_value = false;

  void add(const std::optional<Rational>& worth) {
    if (!worth) {
      without_value = true;
      return;
    }
    const Interval point = Interval::point(*worth);
    range = range ? hull(*range, point) : point;
  }
};

using Worth = std::optional<Rational>;

/// Whether what an amount is worth can differ between two fillings that differ in that field only.
bool depends_on(Table table, const Amount& amount, bool on_number) {
  std::map<std::vector<int>, std::set<std::pair<bool, Rational>>> by_others;
  fill(table, 0, [&](const Table& whole) {
    std::vector<int> others;  // the other field of every row
    for (const Row& row : whole) others.push_back(on_number ? *row.truth : *row.number);
    const Worth worth = amount.worth(whole);
    by_others[others].insert({worth.has_value(), worth.value_or(Rational(0))});
  });
  return std::any_of(by_others.begin(), by_others.end(),
                     [](const auto& each) { return each.second.size() > 1; });
}

/// It rests on every field that makes a difference, and on none whose cells are all known.
void check_rests_on(const DatumSet& rests_on, const World& world, const Table& table,
                    const Amount& amount) {
  const std::string names = " " + test::describe(rests_on, world.rulebook().typed) + " ";
  const auto blank = [&](bool number) {
    return std::any_of(table.begin(), table.end(), [&](const Row& row) {
      return number ? !row.number.has_value() : !row.truth.has_value();
    });
  };
  for (const bool number : {true, false}) {
    const std::string name = number ? " righe.n " : " righe.t ";
    CAPTURE(name);
    CAPTURE(names);
    const bool is_there = names.find(name) != std::string::npos;
    if (depends_on(table, amount, number)) CHECK(is_there);
    if (!blank(number)) CHECK_FALSE(is_there);
  }
}

struct Tally {
  int rows = 0, failing = 0, short_by = 0;
};

Tally tally(const Table& table) {
  Tally found;
  for (const Row& row : table) {
    if (!*row.truth) continue;
    ++found.rows;
    found.failing += *row.number < 2;
    found.short_by += std::max(0, 2 - *row.number);
  }
  return found;
}

}  // namespace

TEST_CASE("rows: amounts over blank cells are all that they could be, and no more") {
  const World world(pack());
  REQUIRE_MESSAGE(world.good(), world.messages());
  const std::uint32_t s = test::seed();
  CAPTURE(s);
  std::mt19937 random(s);
  for (int round = 0; round < 300; ++round) {
    Table table = random_table(random);
    const std::string givens = written(table);
    CAPTURE(givens);
    const FactTable facts = world.facts(givens);
    const Assessment assessment = world.assess(facts);
    for (std::size_t i = 0; i < std::size(kAmounts); ++i) {
      CAPTURE(kAmounts[i].text);
      Seen seen;
      fill(table, 0, [&](const Table& whole) { seen.add(kAmounts[i].worth(whole)); });
      const auto& found = std::get<Quantity>(assessment.computed[i].value);
      CHECK(seen.without_value == !found.zero_divisors.empty());
      if (!seen.range) continue;
      CAPTURE(test::describe(found.range));
      CAPTURE(test::describe(*seen.range));
      CHECK(found.range == *seen.range);
      if (!found.range.known()) check_rests_on(found.rests_on, world, table, kAmounts[i]);
    }
  }
}

TEST_CASE("rows: per ogni and esiste say what every filling says, and count the rows that fail") {
  const World world(pack());
  REQUIRE_MESSAGE(world.good(), world.messages());
  const std::uint32_t s = test::seed() + 1;
  CAPTURE(s);
  std::mt19937 random(s);
  for (int round = 0; round < 300; ++round) {
    Table table = random_table(random);
    const std::string givens = written(table);
    CAPTURE(givens);
    const FactTable facts = world.facts(givens);
    const Assessment assessment = world.assess(facts);
    VerdictSet every, exists;
    std::optional<Interval> failing, shortfall, relative;
    const auto widen = [](std::optional<Interval>& range, const Rational& value) {
      const Interval point = Interval::point(value);
      range = range ? hull(*range, point) : point;
    };
    fill(table, 0, [&](const Table& whole) {
      const Tally found = tally(whole);
      every.add(found.rows == 0      ? Verdict::non_applicabile
                : found.failing == 0 ? Verdict::soddisfatto
                                     : Verdict::non_soddisfatto);
      exists.add(found.failing < found.rows ? Verdict::soddisfatto : Verdict::non_soddisfatto);
      widen(failing, found.failing);
      // Of no row nothing is asked, and nothing lacks.
      widen(relative, found.rows == 0 ? Rational(0) : Rational(found.failing) / found.rows);
      widen(shortfall, found.short_by);
    });
    const RuleResult& result = test::result_of(assessment, world.rulebook(), "tutte");
    CHECK(test::describe(result.outcome.possible) == test::describe(every));
    CHECK(test::describe(
              test::result_of(assessment, world.rulebook(), "esiste_una").outcome.possible) ==
          test::describe(exists));
    const std::optional<Gap>& gap = result.gaps.front();
    const bool asked = every.has(Verdict::soddisfatto) || every.has(Verdict::non_soddisfatto);
    REQUIRE(gap.has_value() == asked);
    if (!gap) continue;
    CHECK(gap->amount == *failing);
    REQUIRE(relative.has_value());
    CAPTURE(test::describe(gap->relative));
    CAPTURE(test::describe(*relative));
    CHECK(gap->relative == *relative);
    REQUIRE(gap->as<Gap::Rows>() != nullptr);
    const FailingRows* rows = &gap->as<Gap::Rows>()->rows;
    CHECK(Bound(static_cast<int>(rows->failing.size())) == failing->lo);
    CHECK(Bound(static_cast<int>(rows->failing.size() + rows->open.size())) == failing->hi);
    REQUIRE(gap->shortfall.has_value());
    CHECK(gap->shortfall->range == *shortfall);
  }
}
