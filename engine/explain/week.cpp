#include "explain/week.hpp"

#include "check/walk.hpp"
#include "explain/sentences.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

constexpr int kHoursInWeek = 168;

DayLanguage days_in(Language language) {
  return language == Language::italian ? DayLanguage::italian : DayLanguage::english;
}

// The lines of a timetable without the days on which nothing happens; a holiday on which nothing
// does is said where its weekday has hours.
std::string open_lines(const Timetable& timetable, Language language) {
  const std::string text = to_text(timetable, days_in(language));
  const std::string closed = " " + std::string(word(TimetableWord::closed, days_in(language)));
  const std::string_view holidays = word(TimetableWord::holidays, days_in(language));
  std::string lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("; ", at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 2;
    if (line.ends_with(closed)) {
      if (!line.starts_with(holidays)) continue;
      line.resize(line.size() - closed.size());
      line = Say(language)(sentences::holidays_nothing, line);
    }
    lines += (lines.empty() ? "" : "; ") + line;
  }
  return lines;
}

class Shower {
 public:
  Shower(Evaluator& evaluator, Language language)
      : evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        language_(language),
        say_(language) {}

  void collect(typed::ExprId expr) {
    for_each_under(typed_, expr, [&](const typed::Expr& found, Walk& walk) {
      const auto* measured = std::get_if<typed::OfTimetable>(&found.node);
      if (!measured) return;
      if (found.rows == 0) add(*measured);
      walk.skip();
    });
  }

  std::vector<ShownWeek> take() { return std::move(weeks_); }

 private:
  void add(const typed::OfTimetable& measured) {
    ShownWeek week;
    week.formula = formula(measured.timetable, typed_, language_);
    const bool shown = std::any_of(weeks_.begin(), weeks_.end(), [&](const ShownWeek& other) {
      return other.formula == week.formula;
    });
    if (shown) return;
    const auto& value = std::get<TimetableValue>(evaluator_.value(measured.timetable));
    week.least = *value.least;
    week.most = *value.most;
    const Timetable certain = complement(week.most);
    const Timetable perhaps = intersect(complement(week.least), week.most);
    week.uncovered = open_lines(certain, language_);
    if (certain.empty()) week.uncovered = say_(sentences::no_hour);
    week.perhaps = open_lines(perhaps, language_);
    if (perhaps.empty()) week.perhaps.clear();
    week.hours = hours(week);
    if (week.least.differs_on_holidays() || week.most.differs_on_holidays()) add_holidays(week);
    weeks_.push_back(std::move(week));
  }

  std::string hours(const ShownWeek& week) const {
    const FactTable& facts = evaluator_.facts();
    const Measure measure{Unit::hours()};
    const auto range = [&](const Rational& all, const Rational& least, const Rational& most) {
      return show_range({Bound(Rational(all - most)), Bound(Rational(all - least))}, measure,
                        language_);
    };
    const std::string in_week =
        range(kHoursInWeek, week.least.hours_in_week(), week.most.hours_in_week());
    const std::string in_year = range(Rational(days_in_year(facts.year) * 24),
                                      week.least.hours_in_year(facts.year, facts.patron),
                                      week.most.hours_in_year(facts.year, facts.patron));
    return say_(sentences::hours_a_week_and_a_year, in_week, in_year, std::to_string(facts.year));
  }

  void add_holidays(ShownWeek& week) const {
    const FactTable& facts = evaluator_.facts();
    std::vector<std::string> days;
    for (const Day holiday : holidays(facts.year, facts.patron)) {
      const std::string day = show_day(holiday, language_);
      days.push_back(day.substr(0, day.rfind(' ')));
    }
    week.holidays.push_back(
        say_(sentences::holidays_counted, std::to_string(facts.year), join_words(days, language_)));
    if (!facts.patron) {
      week.holidays.push_back(say_(sentences::no_patron));
    }
  }

  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
  Say say_;
  std::vector<ShownWeek> weeks_;
};

}  // namespace

std::string week_sentence(const ShownWeek& week, Language language) {
  const Say say(language);
  if (week.perhaps.empty()) return say(sentences::uncovered, week.uncovered, week.hours);
  return say(sentences::uncovered_perhaps, week.uncovered, week.perhaps, week.hours);
}

std::vector<ShownWeek> show_weeks(typed::ExprId expr, Evaluator& evaluator, Language language) {
  Shower shower(evaluator, language);
  shower.collect(expr);
  return shower.take();
}

}  // namespace leps::inline explaining
