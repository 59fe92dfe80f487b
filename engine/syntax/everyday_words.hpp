// Finds words with which people say what the language says with others, `superiore a` for `più di`,
// and tells their author how the line is written.
#pragma once

#include "syntax/reader.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace leps::inline syntax {

/// Everyday words at a place, and what the language has for them.
struct EverydayWords {
  enum class Kind { keyword, sign, article };
  Kind kind = Kind::keyword;
  Place begin = nullptr, end = nullptr;
  Keyword keyword{};
  char sign = 0;
  std::string_view row = {};  // as everyday_words.def has them; empty where no row does
  bool last_day = false;      // a day stands behind them: a term, and no comparison
};

/// Behind an operand: a comparison, a join, a product. Only before something that it could be
/// said of: words at the end of a clause are a mistake of another kind.
std::optional<EverydayWords> everyday_operator(const Reader& reader, Place at);
/// Where a clause begins: one of `among`.
std::optional<EverydayWords> everyday_clause(const Reader& reader, Place at,
                                             std::span<const Keyword> among);
/// Whether a row begins with the word.
bool begins_everyday_words(std::string_view word, Language language);
/// `non applicabile`, where a verdict is expected.
std::optional<EverydayWords> everyday_verdict(const Reader& reader, Place at);
/// `il`, before what would be a second operand.
std::optional<EverydayWords> everyday_article(const Reader& reader, Place at);
/// What a word that names nothing may mean as a value: `oggi`, `vero`, `SÌ`.
std::optional<Keyword> everyday_value(std::string_view word, Language language);

/// True where the words behind a number are no unit but go on with the expression or begin a
/// clause.
bool no_unit_but_everyday_words(const Reader& reader, Place at);

/// Reports the words, and shows the line with those of the language.
void report_everyday(Reader& reader, const EverydayWords& words);

/// What the language has for them.
Text written_for(const Reader& reader, const EverydayWords& words);
/// The line of `begin` with other words in place of those up to `end`.
std::string line_with(const Reader& reader, Place begin, Place end, std::string_view words);
/// «scrivi: …», "write: …"
Text to_write(const Text& form);
/// Shows the line with `meant` in place of what stands from `begin` to `end`, which may be meant
/// otherwise.
void show_in_line(const Reader& reader, Diagnostic& found, Place begin, Place end,
                  const std::string& meant);
/// Refuses what is said from `begin` to `end`, and shows the line with `meant` in its place.
void refuse_said(Reader& reader, Place begin, Place end, const std::string& meant);
/// Of a yes/no datum: its name, or `non` and its name, is enough.
Text name_alone(std::string_view form);
/// True where something stands that an operator could be said of.
bool begins_operand(const Reader& reader, Place at);

}  // namespace leps::inline syntax
