#include "sheets/add_table_text.hpp"

#include "source/check_text.hpp"

#include <array>
#include <string_view>

namespace leps::sheets {
namespace {

// The characters of the bytes 0x80 to 0x9F; empty for the five that stand for none. From 0xA0 on a
// byte is the character's number.
constexpr std::array<std::string_view, 32> kWindows1252 = {
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

/// Whether the bytes can only be Windows-1252: none that stands for nothing, and no character that
/// is well-formed UTF-8 beyond ASCII, for then somebody has mixed the two.
bool is_windows_1252(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    if (byte < 0xA0 && kWindows1252[byte - 0x80U].empty()) return false;
    if (character_length(bytes, i) > 1) return false;
  }
  return true;
}

std::string to_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else if (byte < 0xA0) {
      text += kWindows1252[byte - 0x80U];
    } else {
      text += static_cast<char>(0xC0 | byte >> 6);
      text += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return text;
}

void unify_line_ends(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) text[i] = '\n';
  }
}

}  // namespace

std::optional<SourceId> add_table_text(SourceMap& sources, std::string name, std::string bytes,
                                       DiagnosticBag& bag, std::uint64_t most) {
  if (bytes.size() <= most) {
    std::string copy = bytes;
    const auto problem = check_text(copy);
    if (problem && problem->kind == TextProblem::Kind::not_utf8 && is_windows_1252(bytes)) {
      bag.report(Code::sheet_windows_1252, name);
      bytes = to_utf8(bytes);
    }
    // The marks of UTF-16 hold no carriage return: what is refused stays as it was.
    unify_line_ends(bytes);
  }
  return add_source(sources, std::move(name), std::move(bytes), most, bag);
}

}  // namespace leps::sheets
