#include "report/markdown_text.hpp"

#include <algorithm>

namespace leps::inline reports {

std::string prose(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_[]<>|~&#";
  std::string safe;
  for (const char c : text) {
    if (kMarks.find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string paragraph(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::size_t mark = digits < text.size() ? digits : 0;
  constexpr std::string_view kAfterDigits = ".)", kAtStart = "-+=";
  const bool acts = !text.empty() && (digits > 0 ? kAfterDigits : kAtStart).find(text[mark]) !=
                                         std::string_view::npos;
  if (!acts) return prose(text);
  return prose(text.substr(0, mark)) + "\\" + prose(text.substr(mark));
}

std::string code(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string space = longest > 0 ? " " : "";
  return fence + space + std::string(text) + space + fence;
}

}  // namespace leps::inline reports
