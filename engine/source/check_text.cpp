#include "source/check_text.hpp"

namespace leps::inline source {
namespace {

using namespace std::string_view_literals;

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_control(std::uint32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  const std::uint32_t lead = byte_at(text, offset);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead < 0xE0    ? 2
                             : lead >= 0xE0 && lead < 0xF0  ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || text.size() - offset < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_at(text, offset + i) & 0xC0U) != 0x80) return 0;
  }
  // Longer than needed, half of a UTF-16 pair, or beyond the last character there is.
  const std::uint32_t second = byte_at(text, offset + 1);
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ||
      (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90)) {
    return 0;
  }
  return length;
}

std::uint32_t code_point(std::string_view character) {
  const std::uint32_t lead = byte_at(character, 0);
  if (character.size() == 1) return lead;
  std::uint32_t value = lead & (0xFFU >> (character.size() + 1));
  for (std::size_t i = 1; i < character.size(); ++i) {
    value = value << 6 | (byte_at(character, i) & 0x3FU);
  }
  return value;
}

std::optional<TextProblem> check_text(std::string& text) {
  using Kind = TextProblem::Kind;
  // The marks of UTF-32 first: one of them begins like a mark of UTF-16.
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) {
    return TextProblem{Kind::utf32, 0, 0};
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return TextProblem{Kind::utf16, 0, 0};
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);

  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) text[i] = '\n';
    const std::size_t length = character_length(text, i);
    if (length == 0) return TextProblem{Kind::not_utf8, i, byte_at(text, i)};
    const std::uint32_t character = code_point(std::string_view(text).substr(i, length));
    if (is_control(character)) return TextProblem{Kind::control_character, i, character};
    i += length;
  }
  return std::nullopt;
}

}  // namespace leps::inline source
