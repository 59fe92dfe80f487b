#include "facts/needed.hpp"

namespace leps::inline reading {

bool is_share(const typed::Datum& datum) {
  const auto* number = std::get_if<NumberOf>(&datum.type);
  return number && number->unit.none() && number->purity == Purity::share;
}

Text needed(const typed::Datum& datum) {
  if (std::holds_alternative<DayOf>(datum.type)) return {"una data", "a date"};
  if (std::holds_alternative<PeriodOf>(datum.type)) return {"un periodo", "a period"};
  if (std::holds_alternative<TimetableOf>(datum.type)) return {"un orario", "a timetable"};
  if (std::holds_alternative<TextOf>(datum.type)) return {"un testo", "a text"};
  const auto* number = std::get_if<NumberOf>(&datum.type);
  if (!number) return {"sì o no", "sì or no"};
  if (is_share(datum)) {
    return {"una quota, come 56%, 0.56 o 9/10", "a share, such as 56%, 0.56 or 9/10"};
  }
  const std::string unit = to_string(number->unit);
  Text text =
      datum.whole ? Text("un numero intero", "a whole number") : Text("un numero", "a number");
  if (!unit.empty()) text = format({"{0} ({1})", "{0} ({1})"}, {text, unit});
  return text;
}

}  // namespace leps::inline reading
