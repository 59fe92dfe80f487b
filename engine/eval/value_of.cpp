#include "eval/value_of.hpp"

#include "eval/kleene.hpp"
#include "eval/time.hpp"

namespace leps::inline evaluating {

Value nothing_known(const Type& type, const DatumSet& rests_on) {
  struct Anything {
    const DatumSet& rests_on;

    Value operator()(const NumberOf&) const {
      return Quantity{Interval::everything(), rests_on, {}};
    }
    Value operator()(const DayOf&) const { return Quantity{Interval::everything(), rests_on, {}}; }
    Value operator()(const TruthValue&) const { return Truth{true, true, rests_on, {}}; }
    Value operator()(const WordOf&) const { return Word{std::nullopt, rests_on}; }
    Value operator()(const PeriodOf&) const { return PeriodValue{std::nullopt, rests_on}; }
    Value operator()(const TimetableOf&) const { return unknown_timetable(rests_on); }
    Value operator()(const TextOf&) const { return TextValue{std::nullopt, rests_on}; }
    // Rows have no value of their own.
    Value operator()(const RowsOf&) const { return TextValue{std::nullopt, rests_on}; }
  };
  return std::visit(Anything{rests_on}, type);
}

Value value_of(const Fact& fact, const typed::Datum& declared, const MissingDatum& missing) {
  struct Of {
    const typed::Datum& declared;
    const MissingDatum& missing;

    Value operator()(std::monostate) const { return unknown(); }
    Value operator()(const Interval& range) const {
      return Quantity{range, range.single() ? DatumSet{} : DatumSet{missing}, {}};
    }
    Value operator()(bool truth) const { return leps::truth(truth); }
    Value operator()(const ChoiceWord& word) const { return Word{word, {}}; }
    Value operator()(const Period& period) const { return PeriodValue{period, {}}; }
    Value operator()(const Timetable& timetable) const { return timetable_value(timetable); }
    Value operator()(const std::string& text) const { return TextValue{text, {}}; }
    Value operator()(const Rows&) const { return unknown(); }

    [[nodiscard]] Value unknown() const {
      if (!std::holds_alternative<NumberOf>(declared.type)) {
        return nothing_known(declared.type, {missing});
      }
      return (*this)(declared.bounds);
    }
  };
  return std::visit(Of{declared, missing}, fact.value);
}

Value value_of(const typed::ParameterVersion& version) {
  struct Of {
    Value operator()(const Rational& number) const {
      return Quantity{Interval::point(number), {}, {}};
    }
    Value operator()(bool truth) const { return leps::truth(truth); }
    Value operator()(const ChoiceWord& word) const { return Word{word, {}}; }
    Value operator()(const Timetable& timetable) const { return timetable_value(timetable); }
    Value operator()(const std::string& text) const { return TextValue{text, {}}; }
  };
  return std::visit(Of{}, version.value);
}

}  // namespace leps::inline evaluating
