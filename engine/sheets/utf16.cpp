#include "sheets/utf16.hpp"

namespace leps::sheets {
namespace {

using namespace std::string_view_literals;

bool is_little_endian(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv);
}

}  // namespace

void append_utf8(std::string& text, std::uint32_t character) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  const auto put_tail = [&](unsigned shift) { put(0x80U | (character >> shift & 0x3FU)); };
  if (character < 0x80) return put(character);
  if (character < 0x800) {
    put(0xC0U | character >> 6);
  } else {
    if (character < 0x10000) {
      put(0xE0U | character >> 12);
    } else {
      put(0xF0U | character >> 18);
      put_tail(12);
    }
    put_tail(6);
  }
  put_tail(0);
}

bool is_utf16_xml(std::string_view bytes) {
  return (bytes.starts_with("\xFF\xFE"sv) && !bytes.starts_with("\xFF\xFE\0\0"sv)) ||
         bytes.starts_with("\xFE\xFF"sv) ||
         (bytes.starts_with("<\0"sv) && !bytes.starts_with("<\0\0\0"sv)) ||
         bytes.starts_with("\0<"sv);
}

std::optional<std::string> from_utf16(std::string_view bytes) {
  const std::size_t low = is_little_endian(bytes) ? 0 : 1;
  const auto unit_at = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + low])) |
           static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + 1 - low])) << 8U;
  };
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string text;
  text.reserve(bytes.size() / 2 + bytes.size() / 16);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    std::uint32_t character = unit_at(i);
    if (i == 0 && character == 0xFEFF) continue;
    if (character >= 0xD800 && character < 0xE000) {  // the first of two halves, or a lone one
      const std::uint32_t second = i + 2 < bytes.size() ? unit_at(i + 2) : 0;
      if (character >= 0xDC00 || second < 0xDC00 || second >= 0xE000) return std::nullopt;
      character = 0x10000U + ((character - 0xD800U) << 10U) + (second - 0xDC00U);
      i += 2;
    }
    append_utf8(text, character);
  }
  return text;
}

}  // namespace leps::sheets
