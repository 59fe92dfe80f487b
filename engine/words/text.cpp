#include "words/text.hpp"

#include "source/glyph.hpp"

#include <algorithm>
#include <cstdint>

namespace leps::inline wording {
namespace {

bool is_space(std::uint32_t point) {
  return point == ' ' || (point >= 9 && point <= 13) || point == 0x85 || point == 0x2028 ||
         point == 0x2029;
}

}  // namespace

std::string plain(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  bool after_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    const bool space = is_space(glyph.character);
    if (space) {
      if (!after_space) safe += ' ';
    } else if (glyph.is_seen) {
      safe += text.substr(at, glyph.length);
    } else {
      safe += "·";
    }
    after_space = space;
    at += glyph.length;
  }
  return safe;
}

std::vector<std::string> plain_all(const std::vector<std::string>& texts) {
  std::vector<std::string> safe;
  for (const std::string& text : texts) safe.push_back(plain(text));
  return safe;
}

bool would_run(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

std::string cell_text(std::string_view text) {
  // `plain` turns tab and return into a space; a formula hidden behind it is still one.
  const std::string cell = plain(text);
  return would_run(text) || would_run(cell) ? "'" + cell : cell;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b') {  // a colour of ours: `plain` lets none of the user's through
      at = std::min(text.find('m', at), text.size() - 1) + 1;
      continue;
    }
    const Glyph glyph = glyph_at(text, at);
    width += glyph.columns;
    at += glyph.length;
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

std::string uncapitalized(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'A' && result[0] <= 'Z') {
    result[0] = static_cast<char>(result[0] - 'A' + 'a');
  }
  return result;
}

}  // namespace leps::inline wording
