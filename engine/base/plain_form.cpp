#include "base/plain_form.hpp"

#include "base/blanks.hpp"

#include <array>
#include <utility>

namespace leps::inline base {
namespace {

// The letters of Latin-1 with an accent, small and capital; what stands for none is left out.
struct Accented {
  char plain;
  std::string_view letters;  // of two bytes each
};
constexpr std::array kAccented = {
    Accented{'a', "àáâãäå"}, Accented{'A', "ÀÁÂÃÄÅ"}, Accented{'c', "ç"},
    Accented{'C', "Ç"},      Accented{'e', "èéêë"},   Accented{'E', "ÈÉÊË"},
    Accented{'i', "ìíîï"},   Accented{'I', "ÌÍÎÏ"},   Accented{'n', "ñ"},
    Accented{'N', "Ñ"},      Accented{'o', "òóôõö"},  Accented{'O', "ÒÓÔÕÖ"},
    Accented{'u', "ùúûü"},   Accented{'U', "ÙÚÛÜ"},   Accented{'y', "ýÿ"},
    Accented{'Y', "Ý"},
};

char plain_letter(std::string_view character) {
  for (const Accented& row : kAccented) {
    for (std::size_t at = 0; at < row.letters.size(); at += 2) {
      if (row.letters.substr(at, 2) == character) return row.plain;
    }
  }
  return '\0';
}

// An accent that is a character of its own: U+0300 to U+036F.
bool is_mark(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  const auto rest = static_cast<unsigned char>(character[1]);
  return lead == 0xCC || (lead == 0xCD && rest < 0xB0);
}

}  // namespace

std::string without_accents(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const bool two = static_cast<unsigned char>(text[at]) >= 0xC2 && at + 1 < text.size();
    const std::string_view character = text.substr(at, two ? 2 : 1);
    if (two && is_mark(character)) {
      at += 2;
    } else if (const char letter = two ? plain_letter(character) : '\0') {
      plain += letter;
      at += 2;
    } else {
      plain += text[at++];
    }
  }
  return plain;
}

std::string plain_form(std::string_view text) {
  const std::string letters = without_accents(text);
  std::string form;
  bool gap = false;
  for (std::size_t at = 0; at < letters.size();) {
    const char c = letters[at];
    const std::size_t blank = blank_at(letters, at);
    const bool quote = std::string_view(letters).substr(at).starts_with("\xE2\x80\x99");  // ’
    if (blank > 0 || quote || c == '_' || c == '-' || c == '\'' || c == '/') {
      gap = true;
      at += quote ? 3 : blank > 0 ? blank : 1;
      continue;
    }
    if (gap && !form.empty()) form += '_';
    gap = false;
    form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    ++at;
  }
  return form;
}

}  // namespace leps::inline base
