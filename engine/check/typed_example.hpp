// Examples, checked: what they give, and what they expect.
#pragma once

#include "base/interval.hpp"
#include "base/timetable.hpp"
#include "check/type.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline checking::typed {

struct Given;
/// A row of a table in an example, so many times over.
struct GivenRow {
  int times = 1;
  std::vector<Given> cells;  // of fields
  Span span;
};
using GivenRows = std::vector<GivenRow>;
/// What an example gives a datum, already in the datum's unit; a day as its number.
using GivenValue =
    std::variant<Interval, bool, ChoiceWord, Period, Timetable, std::string, GivenRows>;
struct Given {
  DatumId datum;
  std::optional<GivenValue> value;  // none: `?`
  Span span;
};
/// What an example gives of another year of the Ambito, or of another member of its group.
struct OtherFacts {
  std::optional<int> year;
  std::optional<GroupId> group;
  Day survey_date{};
  std::vector<Given> givens;
  Span span;
};

/// How much an example expects, and in what it is written.
struct ExpectedAmount {
  Interval range;
  Unit unit;
};
/// What an example expects of a rule, or of the requirement that it names.
struct ExpectedOutcome {
  RuleId rule;
  std::optional<std::string> requirement;
  Verdict verdict = Verdict::soddisfatto;
  std::optional<ExpectedAmount> gap, cost;
};
/// What it expects a computed amount to be worth, or why it is worth nothing.
struct ExpectedValue {
  ComputedId computed;
  std::variant<GivenValue, ast::NoValue> value;
};
/// Whether it expects a check to find something wrong in its data.
struct ExpectedFinding {
  CheckId check;
  bool raised = false;
};
struct Expectation {
  std::variant<ExpectedOutcome, ExpectedValue, ExpectedFinding> what;
  Span span;
};

struct Example {
  std::string title;
  int year = 0;
  Day survey_date{};
  std::vector<Given> givens;
  std::vector<OtherFacts> others;
  std::vector<Expectation> expectations;
  Span span;
};

}  // namespace leps::inline checking::typed
