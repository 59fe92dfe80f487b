#include "sheets/plain_values.hpp"

#include "base/period.hpp"

#include <algorithm>
#include <charconv>

namespace leps::sheets {

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
  int days = 0;
  const auto [end, error] =
      std::from_chars(plain_number.data(), plain_number.data() + plain_number.size(), days);
  if (error != std::errc() || end != plain_number.data() + plain_number.size()) return std::nullopt;
  // 1900 was no leap year, but to spreadsheets it was: from March on they count from 30 December.
  constexpr int kMarch1900 = 61, kLast = 200'000;
  if (days > kLast || days < (from_1904 ? 0 : kMarch1900)) return std::nullopt;
  const Day origin = from_1904 ? *make_day(1904, 1, 1) : *make_day(1899, 12, 30);
  return to_iso(origin + std::chrono::days(days));
}

}  // namespace leps::sheets
