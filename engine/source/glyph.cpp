#include "source/glyph.hpp"

#include "source/check_text.hpp"

#include <algorithm>
#include <iterator>

namespace leps::inline source {
namespace {

struct Interval {
  std::uint32_t first, last;
};
template <std::size_t size>
bool is_in(const Interval (&intervals)[size], std::uint32_t character) {
  return std::any_of(std::begin(intervals), std::end(intervals), [&](const Interval& interval) {
    return interval.first <= character && character <= interval.last;
  });
}

constexpr Interval kUnseen[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x061C, 0x061C},
    {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F},
    {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFDD0, 0xFDEF},
    {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF}};
constexpr Interval kCombining[] = {{0x300, 0x36F},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                                   {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};
constexpr Interval kWide[] = {{0x1100, 0x115E},   {0x2E80, 0xA4CF},   {0xAC00, 0xD7A3},
                              {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
                              {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
                              {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};

// The last two of every plane are no characters.
bool is_none(std::uint32_t character) { return (character & 0xFFFEU) == 0xFFFE; }

}  // namespace

Glyph glyph_at(std::string_view text, std::size_t at) {
  const std::size_t length = character_length(text, at);
  if (length == 0) return {};
  const std::uint32_t character = code_point(text.substr(at, length));
  if (is_none(character) || is_in(kUnseen, character)) return {character, length, 1, false};
  const std::size_t columns = is_in(kCombining, character) ? 0 : is_in(kWide, character) ? 2 : 1;
  return {character, length, columns, true};
}

}  // namespace leps::inline source
