#include "report/text.hpp"

#include <algorithm>
#include <cstdint>

namespace leps {
namespace {

struct Decoded {
  std::uint32_t point = 0;
  std::size_t length = 1;
  bool valid = false;
};

// The character that begins at `at`. Overlong forms, surrogates and cut sequences are not valid.
Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1, true};
  const std::size_t length = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2);
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {};
  std::uint32_t point = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {};
    point = (point << 6U) | (byte(at + i) & 0x3FU);
  }
  constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (point < kLeast[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return {};
  return {point, length, true};
}

bool is_space(std::uint32_t point) {
  return point == ' ' || (point >= 9 && point <= 13) || point == 0x85 || point == 0x2028 ||
         point == 0x2029;
}

// Controls, marks of direction, invisible joiners of tags, and what is not a character at all.
bool acts(std::uint32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x061C ||
         (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF ||
         (point >= 0xFFF9 && point <= 0xFFFB) || (point & 0xFFFEU) == 0xFFFE ||
         (point >= 0xFDD0 && point <= 0xFDEF) || (point >= 0xE0000 && point <= 0xE0FFF);
}

std::size_t columns(std::uint32_t point) {
  const auto in = [&](std::uint32_t first, std::uint32_t last) {
    return point >= first && point <= last;
  };
  if (in(0x0300, 0x036F) || in(0x1AB0, 0x1AFF) || in(0x20D0, 0x20FF) || in(0xFE00, 0xFE0F) ||
      in(0xFE20, 0xFE2F)) {
    return 0;
  }
  const bool wide = in(0x1100, 0x115F) || in(0x2E80, 0xA4CF) || in(0xAC00, 0xD7A3) ||
                    in(0xF900, 0xFAFF) || in(0xFE30, 0xFE6F) || in(0xFF00, 0xFF60) ||
                    in(0xFFE0, 0xFFE6) || in(0x1F300, 0x1F64F) || in(0x1F900, 0x1F9FF) ||
                    in(0x20000, 0x3FFFD);
  return wide ? 2 : 1;
}

}  // namespace

std::string plain(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  bool after_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded character = decode(text, at);
    const bool space = character.valid && is_space(character.point);
    if (space) {
      if (!after_space) safe += ' ';
    } else if (!character.valid || acts(character.point)) {
      safe += "·";
    } else {
      safe += text.substr(at, character.length);
    }
    after_space = space;
    at += character.length;
  }
  return safe;
}

std::vector<std::string> plain_all(const std::vector<std::string>& texts) {
  std::vector<std::string> safe;
  for (const std::string& text : texts) safe.push_back(plain(text));
  return safe;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b') {  // a colour of ours: `plain` lets none of the user's through
      at = std::min(text.find('m', at), text.size() - 1) + 1;
      continue;
    }
    const Decoded character = decode(text, at);
    width += character.valid ? columns(character.point) : 1;
    at += character.length;
  }
  return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t own = display_width(text);
  return std::string(text) + std::string(own < width ? width - own : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t own = display_width(text);
  return std::string(own < width ? width - own : 0, ' ') + std::string(text);
}

std::string wrap(std::string_view text, std::size_t width, std::size_t taken, std::size_t indent) {
  std::string lines;
  std::size_t column = taken;
  bool line_is_empty = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::size_t own = display_width(word);
    if (!line_is_empty && column + 1 + own > width) {
      lines += "\n" + std::string(indent, ' ');
      column = indent;
      line_is_empty = true;
    }
    if (!line_is_empty) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += own;
    line_is_empty = false;
  }
  return lines;
}

std::string capitalized(std::string_view text) {
  std::string result(text);
  if (result.empty()) return result;
  if (result[0] >= 'a' && result[0] <= 'z') {
    result[0] = static_cast<char>(result[0] - 'a' + 'A');
  } else if (result.size() > 1 && result[0] == '\xC3' && result[1] >= '\xA0' &&
             result[1] <= '\xBE' && result[1] != '\xB7') {
    result[1] = static_cast<char>(result[1] - 0x20);
  }
  return result;
}

}  // namespace leps
