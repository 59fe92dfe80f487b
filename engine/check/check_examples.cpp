#include "check/check_examples.hpp"

#include "check/check_row_keys.hpp"
#include "check/check_units.hpp"
#include "check/check_values.hpp"
#include "check/gap_types.hpp"
#include "check/words.hpp"
#include "syntax/numerals.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

class ExampleChecker {
 public:
  ExampleChecker(Context& context, const ast::ExampleDecl& decl) : context_(context), decl_(decl) {}

  typed::Example run() {
    typed::Example example;
    example.title = decl_.title.text;
    example.year = decl_.year;
    survey_date_ = survey_date(decl_.survey, decl_.year);
    example.survey_date = survey_date_;
    example.span = decl_.title.span;
    example.givens = check(decl_.givens);
    for (const ast::OtherFacts& other : decl_.others) example.others.push_back(check(other));
    for (const ast::Expected& expected : decl_.expectations) {
      if (auto checked = check(expected)) example.expectations.push_back(std::move(*checked));
    }
    return example;
  }

 private:
  // ---- when
  Day survey_date(const std::optional<ast::SurveyText>& survey, int year) {
    if (!survey) return last_day_of(year);
    if (year_of(survey->day) != year) {
      context_.bag.report(Code::example_survey_year, survey->span,
                          {describe(survey->day), std::to_string(year)});
    }
    return survey->day;
  }

  // ---- what is given
  std::vector<typed::Given> check(const std::vector<ast::Given>& givens) {
    given_.clear();
    std::vector<typed::Given> checked;
    for (const ast::Given& given : givens) {
      if (auto one = check(given)) checked.push_back(std::move(*one));
    }
    return checked;
  }

  typed::OtherFacts check(const ast::OtherFacts& other) {
    typed::OtherFacts facts;
    facts.span = other.span;
    facts.year = other.year;
    if (other.group) facts.group = context_.resolved.meaning<GroupId>(*other.group);
    if (other.year && *other.year == decl_.year) {
      context_.bag.report(Code::example_other_year, other.span, {std::to_string(*other.year)});
    }
    facts.survey_date = survey_date(other.survey, other.year.value_or(decl_.year));
    if (!other.year && !other.survey) facts.survey_date = survey_date_;
    facts.givens = check(other.givens);
    return facts;
  }

  std::optional<typed::GivenValue> rows(const ast::Rows& rows, const ast::Value& text,
                                        const Type& type) {
    const auto* of = std::get_if<RowsOf>(&type);
    if (!of) {
      context_.bag.report(Code::value_wrong_type, text.span,
                          {describe(context_, type), Text("un elenco di righe", "a list of rows")});
      return std::nullopt;
    }
    typed::GivenRows checked;
    for (const ast::Row& row : rows.rows) checked.push_back(check(row));
    check_row_keys(context_, context_.typed.tables[of->table], rows, checked);
    return checked;
  }

  typed::GivenRow check(const ast::Row& row) {
    typed::GivenRow checked{row.times, {}, row.span};
    std::map<std::string_view, Span> seen;
    for (const ast::Given& cell : row.cells) {
      const auto field = context_.resolved.meaning<DatumId>(cell.datum);
      if (!field || !context_.data[*field]) continue;
      const auto [first, added] = seen.emplace(cell.datum.text, cell.datum.span);
      if (!added) {
        context_.bag.report(Code::example_given_twice, cell.datum.span, {cell.datum.text})
            .label(first->second, Text("la prima volta è qui", "the first time is here"));
        continue;
      }
      if (auto given = check(cell, *field)) checked.cells.push_back(std::move(*given));
    }
    return checked;
  }

  std::optional<typed::Given> check(const ast::Given& given) {
    const auto datum = context_.resolved.meaning<DatumId>(given.datum);
    if (!datum || !context_.data[*datum]) return std::nullopt;

    const auto [first, added] = given_.emplace(*datum, given.datum.span);
    if (!added) {
      context_.bag.report(Code::example_given_twice, given.datum.span, {given.datum.text})
          .label(first->second, Text("la prima volta è qui", "the first time is here"));
      return std::nullopt;
    }
    return check(given, *datum);
  }

  std::optional<typed::Given> check(const ast::Given& given, DatumId datum) {
    typed::Given checked{datum, std::nullopt, given.datum.span};
    if (std::holds_alternative<ast::Unknown>(given.value.value)) return checked;
    const Resolved::DatumEntry& entry = context_.resolved.data[datum];
    declared_ = entry.decl ? &entry.decl->type : entry.field ? &entry.field->type : nullptr;
    checked.value = value(given.value, *context_.data[datum]);
    declared_ = nullptr;
    if (!checked.value) return std::nullopt;
    check_limits(given, *checked.value, context_.typed.data[datum]);
    return checked;
  }

  void check_limits(const ast::Given& given, const typed::GivenValue& value,
                    const typed::Datum& datum) {
    const auto* range = std::get_if<Interval>(&value);
    const auto* type = std::get_if<NumberOf>(&datum.type);
    if (!range || !type) return;
    const Language language = context_.language_at(given.value.span);
    const auto say = [&](const Bound& bound) {
      return written(bound.value(), type->unit, language);
    };
    for (const Bound& end : {range->lo, range->hi}) {
      if (datum.whole && !is_whole(end.value())) {
        Diagnostic& found =
            context_.bag.report(Code::value_not_whole, given.value.span, {datum.name, say(end)});
        if (const auto thousands = as_thousands(given.value, end, language)) {
          found
              .hint(Text("se sono migliaia scrivi '" + *thousands + "'",
                         "if these are thousands write '" + *thousands + "'"))
              .mend({given.value.span, *thousands});
        }
        return;
      }
      if (datum.bounds.lo <= end && end <= datum.bounds.hi) continue;
      const bool low = end < datum.bounds.lo;
      const std::string limit = say(low ? datum.bounds.lo : datum.bounds.hi);
      context_.bag
          .report(Code::value_out_of_bounds, given.value.span,
                  {datum.name,
                   low ? Text("almeno " + limit, "at least " + limit)
                       : Text("al massimo " + limit, "at most " + limit),
                   say(end)})
          .label(datum.span, Text("è dichiarato qui", "it is declared here"));
      return;
    }
  }

  // `125,400` of what is counted: whoever wrote it groups thousands the other way.
  [[nodiscard]] std::optional<std::string> as_thousands(const ast::Value& value, const Bound& end,
                                                        Language language) const {
    const ast::Number* number = nullptr;
    if (const auto* range = std::get_if<ast::Range>(&value.value)) {
      number = range->lo.value == end.value() ? &range->lo : &range->hi;
    } else if (const auto* expr = std::get_if<ast::ExprId>(&value.value)) {
      number = std::get_if<ast::Number>(&context_.program.exprs[*expr].node);
    }
    return number ? read_as_thousands(number->digits, language) : std::nullopt;
  }

  // ---- what is expected
  std::optional<typed::Expectation> check(const ast::Expected& expected) {
    if (expected.path.empty()) return std::nullopt;
    const ast::Identifier& name = expected.path.front();
    if (const auto* outcome = std::get_if<ast::ExpectedOutcome>(&expected.what)) {
      const auto rule = context_.resolved.meaning<RuleId>(name);
      return rule ? check_outcome(expected, *outcome, *rule) : std::nullopt;
    }
    if (const auto* finding = std::get_if<ast::ExpectedFinding>(&expected.what)) {
      const auto check = context_.resolved.meaning<CheckId>(name);
      if (!check || !is_new(expected)) return std::nullopt;
      return typed::Expectation{
          typed::ExpectedFinding{*check, *finding == ast::ExpectedFinding::raised}, expected.span};
    }
    return check_amount(expected, name);
  }

  std::optional<typed::Expectation> check_amount(const ast::Expected& expected,
                                                 const ast::Identifier& name) {
    const auto computed = context_.resolved.meaning<ComputedId>(name);
    if (!computed || !context_.computed[*computed] || !is_new(expected)) return std::nullopt;
    typed::ExpectedValue amount{*computed, {}};
    if (const auto* why = std::get_if<ast::NoValue>(&expected.what)) {
      amount.value = *why;
    } else {
      auto written =
          expected_value(std::get<ast::Value>(expected.what), *context_.computed[*computed]);
      if (!written) return std::nullopt;
      amount.value = std::move(*written);
    }
    return typed::Expectation{std::move(amount), expected.span};
  }

  std::optional<typed::Expectation> check_outcome(const ast::Expected& expected,
                                                  const ast::ExpectedOutcome& outcome, RuleId id) {
    if (!is_new(expected)) return std::nullopt;
    typed::ExpectedOutcome checked{id, {}, outcome.verdict, {}, {}};
    if (expected.path.size() > 1) checked.requirement = expected.path[1].text;
    const typed::Rule& rule = context_.typed.rules[id];
    if (outcome.gap) {
      const typed::Requirement* requirement = measured(expected, *outcome.gap, rule);
      if (!requirement) return std::nullopt;
      const std::vector<NumberOf> types = gap_types(context_, *requirement);
      checked.gap = expected_amount(*outcome.gap, best_fit(types, *outcome.gap));
      if (!checked.gap) return std::nullopt;
    }
    if (outcome.cost) {
      const auto unit = cost_unit(rule, checked.requirement);
      if (!unit) {
        context_.bag
            .report(Code::example_no_cost, outcome.cost->span,
                    {rule.name + (checked.requirement ? "." + *checked.requirement : "")})
            .hint(Text("un costo si dice dopo 'si colma con'",
                       "a cost is written behind 'closed by'"));
        return std::nullopt;
      }
      checked.cost = expected_amount(*outcome.cost, NumberOf{*unit, Purity::plain, false});
      if (!checked.cost) return std::nullopt;
    }
    return typed::Expectation{std::move(checked), expected.span};
  }

  std::optional<typed::ExpectedAmount> expected_amount(const ast::Value& text,
                                                       const NumberOf& type) {
    const auto value = expected_value(text, type);
    if (!value) return std::nullopt;
    return typed::ExpectedAmount{std::get<Interval>(*value), type.unit};
  }

  /// In what the costs of a rule are, or of one of its requirements; none where no lever has one.
  [[nodiscard]] std::optional<Unit> cost_unit(const typed::Rule& rule,
                                              const std::optional<std::string>& name) const {
    const typed::RuleVersion* version = rule.at(survey_date_);
    for (const auto& requirement : (version ? *version : rule.versions.back()).requirements) {
      if (name && requirement.name != *name) continue;
      for (const typed::Lever& lever : requirement.levers) {
        if (!lever.cost) continue;
        const Unit& each = std::get<NumberOf>(context_.type_of(*lever.cost)).unit;
        const auto* counted = std::get_if<NumberOf>(&context_.typed.data[lever.datum].type);
        return counted ? each * counted->unit : each;
      }
    }
    return std::nullopt;
  }

  bool is_new(const ast::Expected& expected) {
    std::string path;
    for (const ast::Identifier& part : expected.path) path += "." + part.text;
    if (std::holds_alternative<ast::ExpectedFinding>(expected.what)) {
      path += " ?";  // a check, like an amount, may have the name of a rule
    } else if (!std::holds_alternative<ast::ExpectedOutcome>(expected.what)) {
      path += " =";
    }
    const auto [first, added] = expected_.emplace(path, expected.span);
    if (added) return true;
    context_.bag.report(Code::example_expected_twice, expected.span)
        .label(first->second, Text("la prima volta è qui", "the first time is here"));
    return false;
  }

  // The requirement whose gap is meant, in the version that the example's day judges.
  const typed::Requirement* measured(const ast::Expected& expected, const ast::Value& gap,
                                     const typed::Rule& rule) {
    const typed::RuleVersion* version = rule.at(survey_date_);
    if (expected.path.size() == 1) {
      if (!version) version = &rule.versions.back();
      if (version->requirements.size() == 1) return &version->requirements.front();
      if (version->requirements.empty()) return nullptr;  // reported already
      const std::string which = rule.name + "." + version->requirements.front().name;
      context_.bag.report(Code::example_gap_of_which, gap.span, {rule.name})
          .hint(Text("scrivi di quale requisito, per esempio '" + which + "'",
                     "write of which requirement, for example '" + which + "'"));
      return nullptr;
    }
    const auto in = [&](const typed::RuleVersion& candidate) -> const typed::Requirement* {
      for (const typed::Requirement& requirement : candidate.requirements) {
        if (requirement.name == expected.path[1].text) return &requirement;
      }
      return nullptr;
    };
    if (version) {
      if (const typed::Requirement* found = in(*version)) return found;
    }
    for (const typed::RuleVersion& candidate : rule.versions) {
      if (const typed::Requirement* found = in(candidate)) return found;
    }
    return nullptr;
  }

  // Of several types, the one whose unit the author wrote.
  [[nodiscard]] const NumberOf& best_fit(const std::vector<NumberOf>& types,
                                         const ast::Value& value) const {
    const ast::Number* number = nullptr;
    if (const auto* range = std::get_if<ast::Range>(&value.value)) {
      number = &range->lo;
    } else if (const auto* expr = std::get_if<ast::ExprId>(&value.value)) {
      number = std::get_if<ast::Number>(&context_.program.exprs[*expr].node);
    }
    const auto unit =
        number && number->unit ? unit_of(context_.resolved, *number->unit) : std::optional<Unit>();
    const auto fits = std::find_if(types.begin(), types.end(), [&](const NumberOf& type) {
      return unit && conversion(*unit, type.unit);
    });
    return fits == types.end() ? types.front() : *fits;
  }

  // ---- values
  std::optional<typed::GivenValue> expected_value(const ast::Value& value_text, const Type& type) {
    if (std::holds_alternative<ast::Unknown>(value_text.value)) {
      context_.bag.report(Code::example_unknown_expected, value_text.span)
          .hint(Text(
              "per un numero non noto scrivi fra quali estremi: '[0; 5]'; un calcolo può anche "
              "essere '= non_valutabile'",
              "for a number that is not known write its ends: '[0; 5]'; a computed amount may "
              "also be '= undetermined'"));
      return std::nullopt;
    }
    return value(value_text, type);
  }

  std::optional<typed::GivenValue> value(const ast::Value& text, const Type& type) {
    if (const auto* range = std::get_if<ast::Range>(&text.value))
      return of_range(*range, text, type);
    if (const auto* given = std::get_if<ast::Rows>(&text.value)) return rows(*given, text, type);
    if (const auto* period = std::get_if<ast::PeriodText>(&text.value)) {
      if (std::holds_alternative<PeriodOf>(type)) return period->period;
      context_.bag.report(Code::value_wrong_type, text.span,
                          {describe(context_, type), describe(context_, PeriodOf{})});
      return std::nullopt;
    }
    const ast::ExprId expr = std::get<ast::ExprId>(text.value);
    const bool never = std::holds_alternative<ast::Never>(context_.program.exprs[expr].node);
    if (never && std::holds_alternative<DayOf>(type)) {
      return Interval{Bound::plus_infinity(), Bound::plus_infinity()};
    }
    const auto literal = check_value(context_, expr, type, Bare::takes_the_unit, declared_);
    if (!literal) return std::nullopt;
    return std::visit(GivenOf{}, literal->value);
  }

  struct GivenOf {
    typed::GivenValue operator()(const Rational& number) const { return Interval::point(number); }
    typed::GivenValue operator()(bool truth) const { return truth; }
    typed::GivenValue operator()(const ChoiceWord& word) const { return word; }
    typed::GivenValue operator()(const Timetable& timetable) const { return timetable; }
    typed::GivenValue operator()(const std::string& words) const { return words; }
  };

  std::optional<typed::GivenValue> of_range(const ast::Range& range, const ast::Value& text,
                                            const Type& type) {
    const auto* number = std::get_if<NumberOf>(&type);
    if (!number) {
      context_.bag.report(Code::value_wrong_type, text.span,
                          {describe(context_, type), Text("un intervallo", "a range")});
      return std::nullopt;
    }
    const auto lo = check_number_value(context_, range.lo, *number, Bare::takes_the_unit);
    const auto hi = check_number_value(context_, range.hi, *number, Bare::takes_the_unit);
    if (!lo || !hi) return std::nullopt;
    if (*lo > *hi) {
      context_.bag.report(Code::value_empty_range, text.span);
      return std::nullopt;
    }
    return Interval{Bound(*lo), Bound(*hi)};
  }

  Context& context_;
  const ast::ExampleDecl& decl_;
  Day survey_date_{};
  const ast::TypeText* declared_ = nullptr;  // of the datum whose value is read
  std::map<DatumId, Span> given_;
  std::map<std::string, Span> expected_;
};

}  // namespace

void check_examples(Context& context) {
  for (const auto& entry : context.resolved.examples) {
    context.typed.examples.add(ExampleChecker(context, *entry.decl).run());
  }
}

}  // namespace leps::inline checking
