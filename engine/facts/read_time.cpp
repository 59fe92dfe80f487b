#include "facts/read_time.hpp"

#include "base/day_number.hpp"
#include "diagnostics/timetable_wording.hpp"
#include "trees/format_names.hpp"
#include "trees/wording.hpp"

#include <array>

namespace leps::inline reading {
namespace {

// `dal 2025-10-01 al 2025-12-31`: the words apart, as nodes of their own.
std::optional<DataMap> split_period(std::string_view text, Span span) {
  DataMap map;
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, stop - at));
    at = stop + 1;
    if (word.empty()) continue;
    if (word == key::dal || word == key::al) {
      if (!key.empty()) return std::nullopt;
      key = word;
    } else {
      if (key.empty()) return std::nullopt;
      map.entries.push_back({key, span, DataNode{word, span}});
      key.clear();
    }
  }
  if (!key.empty() || map.entries.empty() || map.entries.size() > 2) return std::nullopt;
  return map;
}

}  // namespace

std::optional<Interval> read_day_or_never(const ReadingContext& context, const DataNode& node,
                                          const Text& what) {
  if (node.text() && trimmed(*node.text()) == "mai") {
    return Interval{Bound::plus_infinity(), Bound::plus_infinity()};
  }
  const auto day = read_day(context, node, what);
  if (!day) return std::nullopt;
  return Interval{number_of(*day), number_of(*day)};
}

std::optional<Period> read_period(const ReadingContext& context, const DataNode& node,
                                  const Text& what) {
  const Text example =
      context.is_table(node.span)
          ? Text("scrivi dal 01/10/2025 al 31/12/2025; solo dal … mentre dura ancora",
                 "write dal 01/10/2025 al 31/12/2025; dal … alone while it still lasts")
          : Text("scrivi {dal: 2025-10-01, al: 2025-12-31}; senza `al` mentre dura ancora",
                 "write {dal: 2025-10-01, al: 2025-12-31}; without `al` while it still lasts");
  std::optional<DataMap> split;
  const DataMap* map = node.map();
  if (!map && node.text()) {
    split = split_period(trimmed(*node.text()), node.span);
    if (split) map = &*split;
  }
  if (!map) {
    report_wrong_kind(context, node, what, {"un periodo", "a period"}).hint(example);
    return std::nullopt;
  }
  static const std::array<std::string, 2> kKeys = {key::dal, key::al};
  check_keys(context, *map, kKeys);
  const DataNode* from = find(*map, key::dal);
  if (!from || is_missing(*from)) {
    context.bag.report(Code::data_missing_key, from ? from->span : node.span, {quote(key::dal)})
        .hint(example);
    return std::nullopt;
  }
  const auto first = read_day(context, *from, key::dal);
  const DataNode* to = find(*map, key::al);
  const bool ends = to && !is_missing(*to);
  const auto last = ends ? read_day(context, *to, key::al) : std::nullopt;
  if (!first || (ends && !last)) return std::nullopt;
  if (last && *last < *first) {
    context.bag
        .report(Code::data_period_backwards, node.span, {what, to_iso(*first), to_iso(*last)})
        .hint({"forse le due date sono scambiate", "the two dates may be swapped"});
    return std::nullopt;
  }
  return Period{*first, last};
}

std::optional<Timetable> read_timetable(const ReadingContext& context, const DataNode& node,
                                        const Text& what) {
  const std::string* text = node.text();
  if (!text) {
    report_wrong_kind(context, node, what, {"un orario su una riga", "a timetable on one line"})
        .hint({"scrivi fra virgolette, come \"lun-ven 08:00-16:00; festivi chiuso\"",
               "write between quotation marks, such as \"lun-ven 08:00-16:00; festivi chiuso\""});
    return std::nullopt;
  }
  const auto read = parse_timetable(*text);
  if (const auto* timetable = std::get_if<Timetable>(&read)) return *timetable;
  const TimetableWording words = wording(std::get<TimetableMistake>(read));
  context.bag.report(Code::data_timetable, node.span, {what, words.message}).hint(words.hint);
  return std::nullopt;
}

std::optional<MonthDay> read_month_day(const ReadingContext& context, const DataNode& node,
                                       const Text& what) {
  if (is_missing(node)) return std::nullopt;
  const std::string_view text = node.text() ? trimmed(*node.text()) : std::string_view();
  const std::size_t cut = text.find_first_of("/ ");
  if (cut != std::string_view::npos) {
    const auto day = whole_number(text.substr(0, cut));
    const auto month = month_of(trimmed(text.substr(cut + 1)));
    if (day && month) {
      const MonthDay found{std::chrono::month{*month}, std::chrono::day{*day}};
      if (found.ok()) return found;
    }
  }
  context.bag.report(Code::data_bad_month_day, node.span, {what, found(node)})
      .hint({"scrivi giorno e mese, come 19/01 o 19 gennaio",
             "write day and month, such as 19/01 or 19 gennaio"});
  return std::nullopt;
}

}  // namespace leps::inline reading
