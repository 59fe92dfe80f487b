// What the two writers for a terminal share: colours that only repeat what words and shapes say,
// headings, and tables aligned by what is seen and not by bytes.
#pragma once

#include "base/verdict.hpp"
#include "diagnostics/diagnostic.hpp"
#include "explain/statement.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace leps::inline reports {

/// Where lines are broken: an e-mail or a small window still shows them whole.
inline constexpr std::size_t kTerminalWidth = 96;

class Terminal {
 public:
  Terminal(Language language, bool color) : language_(language), color_(color) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
  }

  [[nodiscard]] std::string bold(std::string_view text) const { return paint(text, "1"); }
  [[nodiscard]] std::string dim(std::string_view text) const { return paint(text, "2"); }
  /// Something nobody may miss: `[DATI SINTETICI]`.
  [[nodiscard]] std::string flag(std::string_view text) const;
  /// `✗ Non soddisfatto`
  [[nodiscard]] std::string verdict(Verdict verdict) const;

  /// A line of its own, with a blank line above.
  void heading(std::string_view text);
  void line(std::string_view text = {});
  /// Text broken into lines, all of them indented.
  void paragraph(std::string_view text, std::size_t indent);
  /// `  - text`, its further lines under the text.
  void item(std::string_view mark, std::string_view text, std::size_t indent);
  /// What a level asks, with a sign for whether it holds; its parts under it.
  void statement(const Statement& statement, std::size_t indent);

  /// Rows of cells in columns; a cell is as wide as what is seen of it. The first row is a heading.
  void table(const std::vector<std::vector<std::string>>& rows);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  [[nodiscard]] std::string paint(std::string_view text, std::string_view code) const;

  Language language_;
  bool color_;
  std::string text_;
};

}  // namespace leps::inline reports
