// Reads the text of a timetable: a lexeme at a time, from the left, never going back.
#include "base/timetable_text.hpp"

#include "base/digits.hpp"

#include <algorithm>
#include <bitset>

namespace leps::inline base {
namespace {

using Kind = TimetableMistake::Kind;
using Days = std::bitset<kDayKinds>;  // by DayKind::index()

struct Lexeme {
  enum class Is { word, time, dash, comma, semicolon, other, end };
  Is is = Is::end;
  std::size_t begin = 0, end = 0;
};

bool is_time(char c) { return is_digit(c) || c == ':' || c == '.'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
// The bytes of an accented letter too; what is no word will be shown as found.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// The hyphen, or the en dash that word processors make of it.
std::size_t dash_at(std::string_view text) {
  constexpr std::string_view kEnDash = "\xE2\x80\x93";
  if (text.starts_with('-')) return 1;
  return text.starts_with(kEnDash) ? kEnDash.size() : 0;
}

Lexeme lexeme_from(std::string_view text, std::size_t at) {
  using Is = Lexeme::Is;
  while (at < text.size() && is_space(text[at])) ++at;
  std::size_t end = at;
  if (at == text.size()) return {Is::end, at, end};
  if (const std::size_t dash = dash_at(text.substr(at))) return {Is::dash, at, at + dash};
  if (text[at] == ',') return {Is::comma, at, at + 1};
  if (text[at] == ';') return {Is::semicolon, at, at + 1};
  if (is_time(text[at])) {
    while (end < text.size() && is_time(text[end])) ++end;
    return {Is::time, at, end};
  }
  if (is_letter(text[at])) {
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end])) &&
           dash_at(text.substr(end)) == 0) {
      ++end;
    }
    return {Is::word, at, end};
  }
  return {Is::other, at, at + 1};
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), next_(lexeme_from(text, 0)) {}

  std::variant<Timetable, TimetableMistake> read() {
    if (text_.size() > kLongestTimetableText) {
      return TimetableMistake{Kind::too_long, 0, text_.size(), {}, {}};
    }
    if (next_.is == Lexeme::Is::end) return TimetableMistake{Kind::empty, 0, text_.size(), {}, {}};
    do {
      if (!read_line()) return mistake_;
    } while (accept(Lexeme::Is::semicolon) && next_.is != Lexeme::Is::end);
    for (std::size_t i = 7; i < kDayKinds; ++i) {
      if (!named_[i]) days_[i] = days_[i - 7];
    }
    return Timetable::of(std::move(days_));
  }

 private:
  // A span, or a half of one that goes past midnight, and where it is written.
  struct Written {
    MinuteSpan minutes;
    std::size_t begin, end;
  };

  // Each of these reads on and gives true, or notes the mistake and gives false.
  bool read_line() {
    if (next_.is == Lexeme::Is::semicolon) return fail(Kind::empty_line, next_);
    Days line;
    do {
      if (!read_days(line)) return false;
    } while (accept(Lexeme::Is::comma));
    Timetable::Spans spans;
    if (!read_hours(spans)) return false;
    if (next_.is != Lexeme::Is::semicolon && next_.is != Lexeme::Is::end) {
      return fail(Kind::separator_expected, next_);
    }
    for (std::size_t i = 0; i < kDayKinds; ++i) {
      if (line[i]) days_[i] = spans;
    }
    return true;
  }

  bool read_days(Days& line) {
    const std::size_t begin = next_.begin;
    if (next_.is != Lexeme::Is::word) return fail(Kind::day_expected, next_);
    Days days;
    const auto meaning = read_timetable_word(text_of(next_));
    if (meaning == TimetableWord::holidays || meaning == TimetableWord::every_day) {
      advance();
      if (next_.is == Lexeme::Is::dash) return fail(Kind::not_in_range, begin, end_);
      days = meaning == TimetableWord::holidays ? kWeek << 7 : kWeek;
      if (meaning == TimetableWord::holidays && next_.is == Lexeme::Is::word &&
          read_timetable_word(text_of(next_)) == TimetableWord::of) {
        advance();
        if (!read_weekdays(days)) return false;
        days <<= 7;
      }
    } else if (!read_weekdays(days)) {
      return false;
    }
    return name_days(days, line, begin);
  }

  // A day of the week, or a range of them, which may pass from Sunday to Monday.
  bool read_weekdays(Days& days) {
    const std::size_t begin = next_.begin;
    Weekday first{}, last{};
    if (!read_day(first)) return false;
    last = first;
    if (accept(Lexeme::Is::dash)) {
      if (!read_day(last)) return false;
      if (first == last) return fail(Kind::range_of_one_day, begin, end_);
    }
    days.reset();
    for (auto day = static_cast<std::size_t>(first);; day = (day + 1) % 7) {
      days.set(day);
      if (day == static_cast<std::size_t>(last)) return true;
    }
  }

  bool read_day(Weekday& day) {
    if (next_.is != Lexeme::Is::word) return fail(Kind::day_expected, next_);
    const auto meaning = read_timetable_word(text_of(next_));
    if (meaning == TimetableWord::holidays || meaning == TimetableWord::every_day) {
      return fail(Kind::not_in_range, next_);
    }
    if (meaning) return fail(Kind::day_expected, next_);
    const auto read = read_weekday(text_of(next_));
    if (!read) return fail(Kind::unknown_day, next_);
    day = *read;
    advance();
    return true;
  }

  bool name_days(const Days& days, Days& line, std::size_t begin) {
    const Days again = days & named_;
    for (std::size_t i = 0; i < kDayKinds; ++i) {
      if (!again[i]) continue;
      fail(Kind::day_twice, begin, end_);
      mistake_.day = day_kind(i);
      return false;
    }
    named_ |= days;
    line |= days;
    return true;
  }

  bool read_hours(Timetable::Spans& spans) {
    std::vector<Written> written;
    if (is(TimetableWord::closed)) {
      const Lexeme closed = next_;
      advance();
      return next_.is != Lexeme::Is::comma || fail(Kind::closed_with_hours, closed);
    }
    std::size_t count = 0;
    do {
      if (count > 0 && is(TimetableWord::closed)) return fail(Kind::closed_with_hours, next_);
      if (count > 0 && is_day()) return fail(Kind::day_after_comma, next_);
      if (count++ == kMostSpansInLine) return fail(Kind::too_many_spans, next_);
      if (!read_span(written)) return false;
    } while (accept(Lexeme::Is::comma));
    return put_in_order(written, spans);
  }

  bool read_span(std::vector<Written>& written) {
    const std::size_t begin = next_.begin;
    MinuteSpan span{0, kMinutesInDay};
    if (is(TimetableWord::whole_day)) {
      advance();
    } else {
      const Lexeme first = next_;
      if (!read_time(span.from)) return false;
      if (span.from == kMinutesInDay) return fail(Kind::begins_at_midnight, first);
      if (!accept(Lexeme::Is::dash)) return fail(Kind::dash_expected, next_);
      if (!read_time(span.to)) return false;
      if (span.from == span.to) return fail(Kind::same_times, begin, end_);
    }
    if (span.from < span.to) {
      written.push_back({span, begin, end_});
    } else {
      if (span.to > 0) written.push_back({{0, span.to}, begin, end_});
      written.push_back({{span.from, kMinutesInDay}, begin, end_});
    }
    return true;
  }

  bool read_time(int& minutes) {
    if (next_.is != Lexeme::Is::time) return fail(Kind::hours_expected, next_);
    const std::string_view text = text_of(next_);
    const std::size_t mark = text.find_first_of(":.");
    const std::string_view hour = text.substr(0, mark);
    if (mark == std::string_view::npos && hour.size() <= 2) return fail(Kind::hour_alone, next_);
    if (mark == std::string_view::npos || hour.empty() || hour.size() > 2 ||
        text.size() != mark + 3 || !is_digit(text[mark + 1]) || !is_digit(text[mark + 2])) {
      return fail(Kind::not_a_time, next_);
    }
    const int hours = number(hour), rest = number(text.substr(mark + 1));
    if (hours > 24 || (hours == 24 && rest > 0)) return fail(Kind::hour_out_of_range, next_);
    if (rest > 59) return fail(Kind::minute_out_of_range, next_);
    minutes = hours * 60 + rest;
    advance();
    return true;
  }

  // Of two spans that share hours, the one written later is the mistake.
  bool put_in_order(std::vector<Written>& written, Timetable::Spans& spans) {
    std::sort(written.begin(), written.end(),
              [](const Written& a, const Written& b) { return a.minutes < b.minutes; });
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (i > 0 && written[i].minutes.from < written[i - 1].minutes.to) {
        const Written& later =
            written[i].begin < written[i - 1].begin ? written[i - 1] : written[i];
        return fail(Kind::overlap, later.begin, later.end);
      }
      spans.push_back(written[i].minutes);
    }
    return true;
  }

  static int number(std::string_view digits) {  // two at most
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
  }

  [[nodiscard]] bool is(TimetableWord meaning) const {
    return next_.is == Lexeme::Is::word && read_timetable_word(text_of(next_)) == meaning;
  }
  [[nodiscard]] bool is_day() const {
    return is(TimetableWord::holidays) || is(TimetableWord::every_day) ||
           (next_.is == Lexeme::Is::word && read_weekday(text_of(next_)));
  }

  [[nodiscard]] std::string_view text_of(const Lexeme& lexeme) const {
    return text_.substr(lexeme.begin, lexeme.end - lexeme.begin);
  }
  void advance() {
    end_ = next_.end;
    next_ = lexeme_from(text_, next_.end);
  }
  bool accept(Lexeme::Is is) {
    if (next_.is != is) return false;
    advance();
    return true;
  }

  bool fail(Kind kind, const Lexeme& at) { return fail(kind, at.begin, at.end); }
  bool fail(Kind kind, std::size_t begin, std::size_t end) {
    mistake_ = {kind, begin, end, std::string(text_.substr(begin, end - begin)), {}};
    return false;
  }

  static constexpr Days kWeek{0x7F};

  std::string_view text_;
  Lexeme next_;
  std::size_t end_ = 0;  // of what was read last
  std::array<Timetable::Spans, kDayKinds> days_;
  Days named_;
  TimetableMistake mistake_;
};

}  // namespace

std::variant<Timetable, TimetableMistake> parse_timetable(std::string_view text) {
  return Reader(text).read();
}

}  // namespace leps::inline base
