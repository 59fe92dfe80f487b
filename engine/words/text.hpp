// Text of the users' own, made safe to show anywhere, and how wide it stands on a screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline wording {

/// The text with everything taken out that could act instead of being read: control characters,
/// broken UTF-8, marks that turn the direction of writing and hyphens that are mostly not there
/// become `·` (source/glyph says what is seen); white space of any kind
/// becomes one space. A hostile name can then neither write to a terminal nor show as another one.
std::string plain(std::string_view text);
std::vector<std::string> plain_all(const std::vector<std::string>& texts);

/// Whether a spreadsheet would take the text for a formula and run it: it begins with `= + - @`, a
/// tab or a return, be it behind blanks.
bool would_run(std::string_view text);
/// The text, made safe, for a cell of a CSV: a `'` stands before what would run.
std::string cell_text(std::string_view text);

/// How many columns the text takes on a terminal: combining marks and terminal colours none,
/// Chinese and the like two.
std::size_t display_width(std::string_view text);

/// Spaces added after (or before) the text up to a width in columns; longer text stays as it is.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

/// The text in lines of at most `width` columns, broken at spaces; a longer word has a line of its
/// own. The first line begins after `taken` columns; the others with `indent` spaces, which count.
std::string wrap(std::string_view text, std::size_t width, std::size_t taken = 0,
                 std::size_t indent = 0);

/// The first letter in upper case, where it is one of a-z or an accented Italian vowel.
std::string capitalized(std::string_view text);
/// The first letter in lower case, where it is one of A-Z.
std::string uncapitalized(std::string_view text);

}  // namespace leps::inline wording
