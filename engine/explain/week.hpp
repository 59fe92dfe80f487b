// A timetable that a condition measures, as a reader looks at it: which hours of the week are
// covered and which are not, what that makes in the year, and which holidays were counted.
#pragma once

#include "assess/report.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

struct ShownWeek {
  std::string formula;    // `unione(dedicato; servizi)`
  Timetable least, most;  // the hours certainly covered, and those that may be
  std::string uncovered;  // `lun-ven 08:00-09:00, 17:00-18:00`; `nessuna ora`
  std::string perhaps;    // the hours of which it is not known; empty where all are
  std::string hours;      // `10 ore alla settimana, 522 ore nel 2025`
  /// Where holidays have other hours than their weekday: which days of the year they are, and
  /// whether the patron's feast is among them.
  std::vector<std::string> holidays;
};

/// `scoperte: lun-ven 08:00-09:00, 17:00-18:00 — 10 ore alla settimana, 522 ore nel 2025`
std::string week_sentence(const ShownWeek& week, Language language);

/// Every timetable measured in an expression, each once.
std::vector<ShownWeek> show_weeks(typed::ExprId expr, Evaluator& evaluator, Language language);

}  // namespace leps::inline explaining
