#include "report/terminal.hpp"

#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline reports {
std::string Terminal::paint(std::string_view text, std::string_view code) const {
  if (!color_) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string Terminal::flag(std::string_view text) const {
  return paint("[" + std::string(text) + "]", "1;7");
}

std::string Terminal::verdict(Verdict verdict) const {
  constexpr std::string_view kColors[] = {"32", "33", "31", "36", "2", "2"};
  const std::string text =
      std::string(verdict_symbol(verdict)) + " " + std::string(verdict_word(verdict, language_));
  return paint(text, kColors[static_cast<std::size_t>(verdict)]);
}

void Terminal::heading(std::string_view text) {
  line();
  line(bold(text));
}

void Terminal::line(std::string_view text) {
  text_ += text;
  while (!text_.empty() && text_.back() == ' ') text_.pop_back();
  text_ += '\n';
}

void Terminal::paragraph(std::string_view text, std::size_t indent) {
  line(std::string(indent, ' ') + wrap(text, kTerminalWidth, indent, indent));
}

void Terminal::item(std::string_view mark, std::string_view text, std::size_t indent) {
  const std::string begin = std::string(indent, ' ') + std::string(mark) + " ";
  const std::size_t own = display_width(begin);
  line(begin + wrap(text, kTerminalWidth, own, own));
}

void Terminal::statement(const Statement& statement, std::size_t indent) {
  const std::string_view mark = statement.state == Statement::State::holds
                                    ? "✓"
                                    : (statement.state == Statement::State::fails ? "✗" : "?");
  item(mark, statement.text, indent);
  for (const Statement& part : statement.parts) this->statement(part, indent + 2);
}

void Terminal::table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string text = " ";
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const std::string& cell = rows[r][i];
      text += " " + (r == 0 ? dim(cell) : cell);
      if (i + 1 < rows[r].size()) text += std::string(widths[i] - display_width(cell) + 1, ' ');
    }
    line(text);
  }
}

}  // namespace leps::inline reports
