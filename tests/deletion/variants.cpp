#include "deletion/variants.hpp"

#include <algorithm>

namespace leps {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
// Letters beyond ASCII are two or more bytes, all of them from 0x80 up.
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t length_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Marks what stands aside, walking the text once.
class Aside {
 public:
  explicit Aside(std::string_view text) : text_(text), aside_(text.size(), false) {
    while (at_ < text_.size()) step();
  }
  [[nodiscard]] bool operator[](std::size_t i) const { return aside_[i]; }

 private:
  void step() {
    if (text_[at_] == '"') return inside(at_ + 1, text_.find('"', at_ + 1), 1);
    if (text_.substr(at_, 2) == "/*") return inside(at_ + 2, text_.find("*/", at_ + 2), 2);
    if (is_digit(text_[at_])) return number();
    if (is_word(text_[at_])) return word();
    ++at_;
  }

  // What stands between two marks; the walk goes on behind the second.
  void inside(std::size_t begin, std::size_t end, std::size_t mark) {
    end = std::min(end, text_.size());
    std::fill(aside_.begin() + static_cast<std::ptrdiff_t>(begin),
              aside_.begin() + static_cast<std::ptrdiff_t>(end), true);
    at_ = std::min(end + mark, text_.size());
  }

  void number() {
    const auto digit_at = [&](std::size_t i) { return i < text_.size() && is_digit(text_[i]); };
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      const bool separator = (c == '.' || c == ',' || c == '/') && digit_at(at_ + 1);
      if (!is_digit(c) && !separator) return;
      aside_[at_] = true;
    }
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if ((word != "urn" && word != "url") || at_ == text_.size() || !is_space(text_[at_])) return;
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    const auto end =
        std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(at_), text_.end(), is_space);
    inside(at_, static_cast<std::size_t>(end - text_.begin()), 0);
  }

  std::string_view text_;
  std::vector<bool> aside_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Deletion> deletions(std::string_view text) {
  const Aside aside(text);
  std::vector<Deletion> found;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = length_of(text[i]);
    const std::string_view character = text.substr(i, length);
    const bool repeated = i >= length && text.substr(i - length, length) == character;
    if (!aside[i] && !repeated) found.push_back({i, length});
    i += length;
  }
  return found;
}

std::string describe(std::string_view text, const Deletion& deletion) {
  const std::size_t before = text.substr(0, deletion.begin).rfind('\n');
  const std::size_t line_begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t line_end = std::min(text.find('\n', deletion.begin), text.size());
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(line_begin), '\n');
  std::string character(text.substr(deletion.begin, deletion.length));
  if (character == "\n") character = "newline";
  return std::to_string(line) + ":" + std::to_string(deletion.begin - line_begin + 1) +
         ": without '" + character +
         "': " + std::string(text.substr(line_begin, line_end - line_begin));
}

}  // namespace leps
