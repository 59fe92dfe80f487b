#include "base/blanks.hpp"

#include <array>
#include <utility>

namespace leps::inline base {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kUnbroken = {{
    {"\xC2\xA0", "U+00A0"},
    {"\xE2\x80\x87", "U+2007"},
    {"\xE2\x80\xAF", "U+202F"},
}};

const std::pair<std::string_view, std::string_view>* unbroken_at(std::string_view text,
                                                                 std::size_t at) {
  for (const auto& row : kUnbroken) {
    if (text.substr(at).starts_with(row.first)) return &row;
  }
  return nullptr;
}

}  // namespace

std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\r' || c == '\n') return 1;
  const auto* unbroken = unbroken_at(text, at);
  return unbroken ? unbroken->first.size() : 0;
}

std::string_view trimmed(std::string_view text) {
  while (const std::size_t blank = blank_at(text, 0)) text.remove_prefix(blank);
  for (;;) {
    std::size_t last = text.size();
    for (std::size_t length = 1; length <= 3 && length <= text.size(); ++length) {
      if (blank_at(text, text.size() - length) == length) last = text.size() - length;
    }
    if (last == text.size()) return text;
    text = text.substr(0, last);
  }
}

std::string without_blanks(std::string_view text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = blank_at(text, at);
    if (blank == 0) rest += text[at];
    at += blank == 0 ? 1 : blank;
  }
  return rest;
}

std::string_view hidden_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto* unbroken = unbroken_at(text, at)) return unbroken->second;
  }
  return {};
}

}  // namespace leps::inline base
