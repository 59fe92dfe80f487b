#include "sheets/plain_values.hpp"

#include "base/period.hpp"
#include "base/rational.hpp"

#include <algorithm>
#include <charconv>

namespace leps::sheets {
namespace {

// 1900 was no leap year, but to spreadsheets it was: from March on they count from 30 December.
constexpr int kMarch1900 = 61, kLastDay = 200'000;

std::optional<int> whole(std::string_view plain_number) {
  int value = 0;
  const char* const last = plain_number.data() + plain_number.size();
  const auto [end, error] = std::from_chars(plain_number.data(), last, value);
  if (error != std::errc() || end != last) return std::nullopt;
  return value;
}

Day origin(bool from_1904) { return from_1904 ? *make_day(1904, 1, 1) : *make_day(1899, 12, 30); }

}  // namespace

std::optional<std::string> to_plain_number(std::string_view stored) {
  constexpr int kDigits = 15, kLongest = 40;
  const bool negative = stored.starts_with('-');
  if (negative) stored.remove_prefix(1);

  std::string digits;  // without the point
  int point = 0;       // how many of them stand before it
  bool seen_point = false;
  std::size_t i = 0;
  for (; i < stored.size() && stored[i] != 'e' && stored[i] != 'E'; ++i) {
    if (stored[i] == '.' && !seen_point) {
      seen_point = true;
    } else if (stored[i] >= '0' && stored[i] <= '9' && digits.size() < 400) {
      digits += stored[i];
      if (!seen_point) ++point;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty()) return std::nullopt;
  if (i < stored.size()) {
    std::string_view power = stored.substr(i + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (error != std::errc() || end != power.data() + power.size()) return std::nullopt;
    if (exponent > 400 || exponent < -400) return std::nullopt;
    point += exponent;
  }

  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, zeros);
  point -= static_cast<int>(zeros);
  if (digits.empty()) return "0";
  if (digits.size() > kDigits) {
    const bool up = digits[kDigits] >= '5';
    digits.resize(kDigits);
    if (up) {
      std::size_t at = kDigits;
      while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
      if (at > 0) {
        ++digits[at - 1];
      } else {
        digits.insert(digits.begin(), '1');
        ++point;
      }
    }
  }
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  if (point > kLongest || point < -kLongest) return std::nullopt;

  const auto length = static_cast<int>(digits.size());
  if (point <= 0) {
    digits = "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  } else if (point >= length) {
    digits += std::string(static_cast<std::size_t>(point - length), '0');
  } else {
    digits.insert(static_cast<std::size_t>(point), ".");
  }
  return (negative ? "-" : "") + digits;
}

std::optional<bool> to_plain_truth(std::string_view stored) {
  std::string word(stored);
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (word == "true") return true;
  if (word == "false") return false;
  // Digits that are rounded are no spelling of one of the two.
  if (word.find_first_not_of("01.") != std::string::npos) return std::nullopt;
  const auto number = to_plain_number(word);
  if (number == "1") return true;
  if (number == "0") return false;
  return std::nullopt;
}

std::optional<std::string> to_plain_day(std::string_view plain_number, bool from_1904) {
  const auto days = whole(plain_number);
  if (!days || *days > kLastDay || *days < (from_1904 ? 0 : kMarch1900)) return std::nullopt;
  return to_iso(origin(from_1904) + std::chrono::days(*days));
}

std::optional<std::string> to_shown_day(std::string_view plain_number, bool from_1904) {
  const auto days = whole(plain_number);
  if (!days || from_1904 || *days < 1 || *days >= kMarch1900 - 1) {
    return to_plain_day(plain_number, from_1904);
  }
  return to_iso(origin(false) + std::chrono::days(*days + 1));
}

std::string day_first(std::string_view iso_day) {
  const auto part = [&](std::size_t at, std::size_t length) {
    return std::string(iso_day.substr(at, length));
  };
  return part(8, 2) + "/" + part(5, 2) + "/" + part(0, 4);
}

std::string to_shown_time(const std::string& plain_number, bool from_1904) {
  constexpr int kMinutes = 24 * 60;
  const auto number = parse_rational(plain_number);
  if (!number || *number < 0 || *number > kLastDay) return plain_number;
  const Rational minutes = *number * kMinutes + Rational(1, 2);
  const int rounded = static_cast<int>(floor(minutes).word().value());
  const int days = rounded / kMinutes, minute = rounded % kMinutes;
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const std::string time = two(minute / 60) + ":" + two(minute % 60);
  if (days == 0) return time;
  const auto day = to_plain_day(std::to_string(days), from_1904);
  if (!day) return std::to_string(rounded / 60) + ":" + two(minute % 60);  // hours that go on
  return day_first(*day) + " " + time;
}

std::string to_percent(const std::string& plain_number) {
  std::string digits = plain_number;
  const bool negative = digits.starts_with('-');
  if (negative) digits.erase(0, 1);
  std::size_t point = std::min(digits.find('.'), digits.size());
  if (point < digits.size()) digits.erase(point, 1);
  point += 2;
  if (digits.size() < point) digits.append(point - digits.size(), '0');
  std::string whole_part = digits.substr(0, point), rest = digits.substr(point);
  whole_part.erase(0, std::min(whole_part.find_first_not_of('0'), whole_part.size() - 1));
  return (negative ? "-" : "") + whole_part + (rest.empty() ? "" : "." + rest) + "%";
}

}  // namespace leps::sheets
