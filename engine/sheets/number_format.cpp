#include "sheets/number_format.hpp"

#include <algorithm>
#include <string>

namespace leps::sheets {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `[h]`, `[mm]`: hours, minutes or seconds that go on behind the day's end.
bool is_elapsed_time(std::string_view inner) {
  return !inner.empty() && (inner[0] == 'h' || inner[0] == 'm' || inner[0] == 's') &&
         inner.find_first_not_of(inner[0]) == std::string_view::npos;
}

/// One section of a code: up to four stand between semicolons, for numbers of other signs and for
/// texts.
struct Section {
  bool day = false, time = false, month_or_minute = false, digits = false, era = false,
       percent = false;

  [[nodiscard]] NumberFormat format() const {
    // Letters of eastern calendars, and of words that somebody forgot to quote: `0 gg`.
    if (day || (era && !digits)) return NumberFormat::day;
    if (time) return NumberFormat::time;
    // Minutes stand beside hours or seconds; alone it is a month, which is a day too.
    if (month_or_minute && !digits) return NumberFormat::day;
    return percent && digits ? NumberFormat::percent : NumberFormat::number;
  }
};

}  // namespace

NumberFormat read_number_format(std::string_view written) {
  std::string code(written);
  std::transform(code.begin(), code.end(), code.begin(), lower);
  Section section;
  NumberFormat format = NumberFormat::number;
  const auto finish_section = [&] {
    if (format == NumberFormat::number) format = section.format();
    section = {};
  };
  for (std::size_t i = 0; i < code.size(); ++i) {
    const std::string_view rest = std::string_view(code).substr(i);
    switch (rest[0]) {
      case ';':
        finish_section();
        break;
      case '\\':  // the next character as it is, as wide as it is, as often as there is room
      case '_':
      case '*':
        ++i;
        break;
      case '"':
        i = std::min(code.find('"', i + 1), code.size());
        break;
      case '[': {
        const std::size_t end = std::min(rest.find(']'), rest.size());
        section.time = section.time || is_elapsed_time(rest.substr(1, end - 1));
        i += end;
        break;
      }
      case '0':
      case '#':
      case '?':
        section.digits = true;
        break;
      case '%':
        section.percent = true;
        break;
      case 'd':
      case 'y':
        section.day = true;
        break;
      case 'h':
      case 's':
        if (rest.starts_with("standard")) {  // how LibreOffice calls what has no format
          i += 7;
        } else {
          section.time = true;
        }
        break;
      case 'm':
        section.month_or_minute = true;
        break;
      case 'g':
        if (rest.starts_with("general")) {
          i += 6;
        } else {
          section.era = true;
        }
        break;
      case 'a':
        if (rest.starts_with("am/pm") || rest.starts_with("a/p")) {
          section.time = true;
          i += rest.starts_with("am/pm") ? 4 : 2;
        } else {
          section.era = true;
        }
        break;
      case 'b':
        section.era = true;
        break;
      case 'e':
        if (rest.starts_with("e+") || rest.starts_with("e-")) break;  // a power of ten
        section.era = true;
        break;
      default:
        break;
    }
  }
  finish_section();
  return format;
}

NumberFormat built_in_number_format(int id) {
  const auto between = [id](int first, int last) { return id >= first && id <= last; };
  if (between(14, 17) || id == 22 || between(27, 31) || id == 36 || between(50, 58) ||
      between(71, 74) || id == 77 || id == 81) {
    return NumberFormat::day;
  }
  if (between(18, 21) || between(32, 35) || between(45, 47) || between(75, 76) || between(78, 80)) {
    return NumberFormat::time;
  }
  return between(9, 10) ? NumberFormat::percent : NumberFormat::number;
}

}  // namespace leps::sheets
