#include "eval/aggregate.hpp"

#include "eval/kleene.hpp"
#include "eval/time.hpp"
#include "eval/value_of.hpp"

#include <algorithm>

namespace leps::inline evaluating {
namespace {

using typed::Aggregation;

/// A row that could count: whether it does, and what its body is worth.
struct Counted {
  Truth counts;
  Value body;
};

class Aggregator {
 public:
  Aggregator(const typed::Aggregate& node, typed::ExprId expr, Evaluator& evaluator)
      : node_(node), expr_(expr), evaluator_(evaluator) {}

  Value run() {
    const std::vector<FactRow>* rows = evaluator_.rows(node_.table);
    if (!rows) return unknown();
    for_each_row(node_, *rows, evaluator_, [&](const FactRow&, const Truth& counts) {
      rests_.merge(counts.rests_on);
      divisors_.merge(counts.zero_divisors);
      certain_ += counts.is_true();
      counted_.push_back({counts, node_.body ? evaluator_.value(*node_.body) : Value()});
    });
    switch (node_.kind) {
      case Aggregation::count:
        return quantity(range_of_count());
      case Aggregation::percentage:
        return percentage(static_cast<int>(rows->size()));
      case Aggregation::sum:
        return sum();
      case Aggregation::mean:
        return mean();
      case Aggregation::minimum:
        return extremum(false);
      case Aggregation::maximum:
        return extremum(true);
      case Aggregation::uncovered_days:
        return uncovered();
      case Aggregation::for_every:
        return for_every();
      case Aggregation::exists:
        return exists();
    }
    return unknown();
  }

 private:
  [[nodiscard]] DatumSet table() const {
    return {evaluator_.rulebook().typed.tables[node_.table].datum};
  }

  // Of rows that are not known: there may be any number of them, none too, and each may be all that
  // its fields allow.
  Value unknown() {
    const std::vector<FactRow> one{any_row()};
    std::optional<Counted> any;
    for_each_row(node_, one, evaluator_, [&](const FactRow&, const Truth& counts) {
      any = Counted{counts, node_.body ? evaluator_.value(*node_.body) : Value()};
    });
    switch (node_.kind) {
      case Aggregation::for_every:
        return of_any_truth(
            any, any ? disjunction(!any->counts, std::get<Truth>(any->body)) : truth(true), true);
      case Aggregation::exists:
        return of_any_truth(any, any ? with_body(*any) : truth(false), false);
      case Aggregation::count:
        return of_any_number(any, {Bound(0), any ? Bound::plus_infinity() : Bound(0)});
      case Aggregation::sum:
        return of_any_number(any,
                             any ? as_often_as_may_be(number(*any).range) : Interval::point(0));
      case Aggregation::uncovered_days:
        return of_any_number(any,
                             {Bound(0), Bound(Rational(days_in_year(evaluator_.facts().year)))});
      case Aggregation::percentage:
        divisors_.add(expr_);  // of no row there is no share, no mean, no least
        return of_any_number(any, {Bound(0), Bound(any ? 1 : 0)});
      case Aggregation::mean:
      case Aggregation::minimum:
      case Aggregation::maximum:
        divisors_.add(expr_);
        return of_any_number(any, any ? number(*any).range : Interval::everything());
    }
    return of_any_number(any, Interval::everything());
  }

  [[nodiscard]] FactRow any_row() const {
    const Typed& typed = evaluator_.rulebook().typed;
    FactRow row;
    for (const DatumId field : typed.tables[node_.table].fields) {
      row.cells.push_back(missing_fact(typed.data[field]));
    }
    return row;
  }

  Value of_any_number(const std::optional<Counted>& any, Interval range) {
    if (any) divisors_.merge(any->counts.zero_divisors);
    Quantity result{std::move(range), {}, divisors_};
    if (!result.range.single() || !divisors_.empty()) result.rests_on = table_and(any);
    return result;
  }

  // @param of_none  what holds without a row
  Value of_any_truth(const std::optional<Counted>& any, const Truth& of_any, bool of_none) const {
    Truth result{of_any.can_be_true || of_none, of_any.can_be_false || !of_none, {}, {}};
    if (!result.known()) result.rests_on = table_and(any);
    return result;
  }

  // The table that is not known, and what its rows are put beside; not its fields, which come with
  // it.
  [[nodiscard]] DatumSet table_and(const std::optional<Counted>& any) const {
    const Typed& typed = evaluator_.rulebook().typed;
    DatumSet rests = table();
    if (!any) return rests;
    DatumSet beside = any->counts.rests_on;
    if (node_.body) {
      std::visit([&](const auto& body) { beside.merge(body.rests_on); }, any->body);
    }
    for (const MissingDatum& one : beside) {
      if (typed.data[one.datum].field_of != node_.table) rests.add(one);
    }
    return rests;
  }

  static Interval as_often_as_may_be(const Interval& range) {
    return {range.lo.sign() < 0 ? Bound::minus_infinity() : Bound(0),
            range.hi.sign() > 0 ? Bound::plus_infinity() : Bound(0)};
  }

  [[nodiscard]] Interval range_of_count() const {
    return {Bound(Rational(certain_)), Bound(Rational(static_cast<int>(counted_.size())))};
  }

  Value quantity(Interval range) const {
    Quantity result{std::move(range), {}, divisors_};
    if (!result.range.single() || !divisors_.empty()) result.rests_on = rests_;
    return result;
  }

  Value percentage(int rows) {
    if (node_.due) return percentage_of_due();
    if (rows == 0) return no_value({Bound(0), Bound(1)});
    return quantity(range_of_count() / Interval::point(Rational(rows)));
  }

  // Rows that are not due are none of the whole either: the mean of 1 for each that counts and 0
  // for each that does not.
  Value percentage_of_due() {
    typed::Aggregate all = node_;
    all.where.reset();
    counted_.clear();
    certain_ = 0;
    rests_ = {};
    for_each_row(all, *evaluator_.rows(node_.table), evaluator_,
                 [&](const FactRow&, const Truth& due) {
                   const Truth counts = node_.where ? evaluator_.truth(*node_.where) : truth(true);
                   rests_.merge(merge(due.rests_on, counts.rests_on));
                   divisors_.merge(merge(due.zero_divisors, counts.zero_divisors));
                   certain_ += due.is_true();
                   const Interval share{Bound(counts.can_be_false ? 0 : 1),
                                        Bound(counts.can_be_true ? 1 : 0)};
                   counted_.push_back({due, Quantity{share, {}, {}}});
                 });
    if (counted_.empty()) return no_value({Bound(0), Bound(1)});
    const Interval range{mean_end(false), mean_end(true)};
    return certain_ > 0 ? quantity(range) : no_value(range);
  }

  // Without a row there is no mean, no least, no greatest.
  Value no_value(Interval range) {
    divisors_.add(expr_);
    return quantity(std::move(range));
  }

  const Quantity& number(const Counted& row) {
    const auto& value = std::get<Quantity>(row.body);
    if (!row.counts.is_false()) {
      divisors_.merge(value.zero_divisors);
      rests_.merge(value.rests_on);
    }
    return value;
  }

  Value sum() {
    Interval total = Interval::point(0);
    for (const Counted& row : counted_) {
      const Interval& range = number(row).range;
      total = total + (row.counts.is_true() ? range : hull(Interval::point(0), range));
    }
    return quantity(std::move(total));
  }

  Value mean() {
    if (counted_.empty()) return no_value(Interval::everything());
    const Interval range{mean_end(false), mean_end(true)};
    return certain_ > 0 ? quantity(range) : no_value(range);
  }

  // The least, or the greatest, that a mean could be. Of the rows that may be there the farthest
  // one counts first, and as many of them as move the mean further.
  Bound mean_end(bool greatest) {
    Rational total = 0;
    int count = 0;
    std::vector<Bound> perhaps;
    std::optional<Bound> endless;
    for (const Counted& row : counted_) {
      const Interval& range = number(row).range;
      const Bound& end = greatest ? range.hi : range.lo;
      if (!end.finite()) {
        if (!endless || (greatest ? end > *endless : end < *endless)) endless = end;
      } else if (row.counts.is_true()) {
        total += end.value();
        ++count;
      } else {
        perhaps.push_back(end);
      }
    }
    if (endless) return *endless;
    std::sort(perhaps.begin(), perhaps.end());
    if (greatest) std::reverse(perhaps.begin(), perhaps.end());
    for (const Bound& end : perhaps) {
      const bool further =
          count == 0 || (greatest ? end.value() * count > total : end.value() * count < total);
      if (!further) break;
      total += end.value();
      ++count;
    }
    return Bound(Rational(total / count));
  }

  // A row that may be there can only bring the least further down, the greatest further up.
  Value extremum(bool greatest) {
    if (counted_.empty()) return no_value(Interval::everything());
    const auto pick = [&](const Interval& a, const Interval& b) {
      return greatest ? max(a, b) : min(a, b);
    };
    std::optional<Interval> sure, possible;
    for (const Counted& row : counted_) {
      const Interval& range = number(row).range;
      possible = possible ? hull(*possible, range) : range;
      if (row.counts.is_true()) sure = sure ? pick(*sure, range) : range;
    }
    if (!sure) return no_value(*possible);
    Interval result = *sure;
    for (const Counted& row : counted_) {
      if (!row.counts.is_true()) result = hull(result, pick(*sure, number(row).range));
    }
    return quantity(std::move(result));
  }

  // The days of the year that no row's period covers.
  Value uncovered() {
    const int year = evaluator_.facts().year;
    std::vector<Period> sure, possible;
    for (const Counted& row : counted_) {
      const auto& value = std::get<PeriodValue>(row.body);
      rests_.merge(value.rests_on);
      if (!value.period) {
        possible.push_back({first_day_of(year), std::nullopt});
        continue;
      }
      possible.push_back(*value.period);
      if (row.counts.is_true()) sure.push_back(*value.period);
    }
    return quantity({Bound(Rational(uncovered_days(possible, year))),
                     Bound(Rational(uncovered_days(sure, year)))});
  }

  Value for_every() {
    Truth result = truth(true);
    for (const Counted& row : counted_) {
      result = conjunction(result, disjunction(!row.counts, std::get<Truth>(row.body)));
    }
    return result;
  }

  Value exists() {
    Truth result = truth(false);
    for (const Counted& row : counted_) {
      result = disjunction(result, with_body(row));
    }
    return result;
  }

  [[nodiscard]] Truth with_body(const Counted& row) const {
    return node_.body ? conjunction(row.counts, std::get<Truth>(row.body)) : row.counts;
  }

  const typed::Aggregate& node_;
  typed::ExprId expr_;
  Evaluator& evaluator_;
  std::vector<Counted> counted_;  // the rows that could count
  int certain_ = 0;               // those that certainly do
  DatumSet rests_;
  DivisorSet divisors_;
};

}  // namespace

Value field_value(const typed::FieldRef& ref, Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  const typed::Datum& field = typed.data[ref.field];
  const std::vector<DatumId>& fields = typed.tables[*field.field_of].fields;
  const auto place = std::find(fields.begin(), fields.end(), ref.field) - fields.begin();
  const FactRow* row = evaluator.row(ref.level);
  return value_of(row->cells[static_cast<std::size_t>(place)], field, ref.field);
}

void for_each_row(const typed::Aggregate& node, const std::vector<FactRow>& rows,
                  Evaluator& evaluator,
                  const std::function<void(const FactRow&, const Truth&)>& visit) {
  const FactRow* before = evaluator.row(node.level);
  for (const FactRow& row : rows) {
    evaluator.stand_on(node.level, &row);
    Truth counts = node.due ? evaluator.truth(*node.due) : truth(true);
    if (node.where && counts.can_be_true) {
      counts = conjunction(counts, evaluator.truth(*node.where));
    }
    if (counts.can_be_true) visit(row, counts);
  }
  evaluator.stand_on(node.level, before);
}

Truth for_every_of_some(const typed::Aggregate& node, const Truth& for_every,
                        Evaluator& evaluator) {
  const std::vector<FactRow>* rows = evaluator.rows(node.table);
  if (!rows || !for_every.can_be_true) return for_every;
  bool some_can_hold = false;
  for_each_row(node, *rows, evaluator, [&](const FactRow&, const Truth&) {
    some_can_hold = some_can_hold || evaluator.truth(*node.body).can_be_true;
  });
  return some_can_hold ? for_every : truth(false);
}

Value aggregate(const typed::Aggregate& node, typed::ExprId expr, Evaluator& evaluator) {
  return Aggregator(node, expr, evaluator).run();
}

}  // namespace leps::inline evaluating
