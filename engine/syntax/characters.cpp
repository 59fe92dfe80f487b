#include "syntax/characters.hpp"

#include "source/check_text.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

struct Accented {
  char plain;
  char32_t mark;
  const char* letter;
};

// The accents of Italian, and the few of its neighbours that names in packs may have.
constexpr std::array kAccented = {
    Accented{'a', 0x300, "à"}, Accented{'e', 0x300, "è"}, Accented{'i', 0x300, "ì"},
    Accented{'o', 0x300, "ò"}, Accented{'u', 0x300, "ù"}, Accented{'a', 0x301, "á"},
    Accented{'e', 0x301, "é"}, Accented{'i', 0x301, "í"}, Accented{'o', 0x301, "ó"},
    Accented{'u', 0x301, "ú"}, Accented{'A', 0x300, "À"}, Accented{'E', 0x300, "È"},
    Accented{'I', 0x300, "Ì"}, Accented{'O', 0x300, "Ò"}, Accented{'U', 0x300, "Ù"},
    Accented{'E', 0x301, "É"}, Accented{'a', 0x308, "ä"}, Accented{'o', 0x308, "ö"},
    Accented{'u', 0x308, "ü"}, Accented{'c', 0x327, "ç"},
};

}  // namespace

Character character_at(Place at, Place end) {
  if (at != end && (*at & 0x80) == 0) return {static_cast<char32_t>(*at), 1};
  const std::string_view rest(at, static_cast<std::size_t>(std::min<std::ptrdiff_t>(end - at, 4)));
  const std::size_t length = character_length(rest, 0);
  if (length <= 1) return {length == 0 ? 0 : static_cast<char32_t>(*at), length};
  char32_t code = static_cast<unsigned char>(rest[0]) & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    code = (code << 6) | (static_cast<unsigned char>(rest[i]) & 0x3Fu);
  }
  return {code, length};
}

bool is_letter(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  // Latin-1 letters and Latin Extended-A and -B, without the signs × and ÷ among them.
  return code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7;
}

bool is_combining_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

Place word_end(Place at, Place end) {
  if (!is_letter(character_at(at, end).code)) return at;
  while (at != end) {
    const Character next = character_at(at, end);
    const bool part = is_letter(next.code) || is_combining_mark(next.code) || next.code == '_' ||
                      (next.length == 1 && is_digit(*at));
    if (!part) break;
    at += next.length;
  }
  return at;
}

bool has_combining_marks(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_combining_mark(character_at(word.data() + i, word.data() + word.size()).code)) {
      return true;
    }
  }
  return false;
}

std::string composed(std::string_view word) {
  const Place end = word.data() + word.size();
  std::string whole;
  for (Place at = word.data(); at != end;) {
    const Character next = character_at(at, end);
    if (next.length == 0) return std::string(word);
    bool joined = false;
    for (const Accented& accented : kAccented) {
      if (accented.mark != next.code || whole.empty() || whole.back() != accented.plain) continue;
      whole.pop_back();
      whole += accented.letter;
      joined = true;
      break;
    }
    if (!joined) whole.append(at, next.length);
    at += next.length;
  }
  return whole;
}

std::string folded(std::string_view word) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  if (std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) == 0; })) {
    std::string plain(word);
    std::transform(plain.begin(), plain.end(), plain.begin(), lower);
    return plain;
  }
  const Place end = word.data() + word.size();
  std::string plain;
  for (Place at = word.data(); at != end;) {
    const Character next = character_at(at, end);
    const std::size_t length = next.length == 0 ? 1 : next.length;
    const std::string_view letter(at, length);
    at += length;
    if (is_combining_mark(next.code)) continue;
    bool known = false;
    for (const Accented& accented : kAccented) {
      if (letter != accented.letter) continue;
      plain += accented.plain;
      known = true;
    }
    if (!known) plain += letter;
  }
  std::transform(plain.begin(), plain.end(), plain.begin(), lower);
  return plain;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (text.size() <= kLongest) return std::string(text);
  std::size_t cut = kLongest;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return std::string(text.substr(0, cut)) + "…";
}

}  // namespace leps::inline syntax
