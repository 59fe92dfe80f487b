// Is this text? Only clean UTF-8 enters the pipeline: no stage after this one meets half a
// character, a NUL, or a character that cannot be seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leps::inline source {

struct TextProblem {
  enum class Kind {
    utf16,              // begins with its byte-order mark
    utf32,              // likewise
    not_utf8,           // `value` is the byte that belongs to no character
    control_character,  // `value` is the character's number
  };

  Kind kind;
  std::size_t offset = 0;  // in the text without its byte-order mark
  std::uint32_t value = 0;
};

/// Takes a UTF-8 byte-order mark off, and looks for the first thing that is not text. A carriage
/// return alone, which ends the lines of old Macs, becomes a line feed: no parser and no count of
/// lines then has to know it. Before a line feed it stays: it is white space to every parser.
///
/// Control characters are those of ASCII (but tab and line ends), of Latin-1, and the marks that
/// turn the direction of writing: with them a line shows one thing and means another.
std::optional<TextProblem> check_text(std::string& text);

/// How many bytes the character at `offset` has; 0 where there is no well-formed character.
std::size_t character_length(std::string_view text, std::size_t offset);

/// The number of one well-formed character.
std::uint32_t code_point(std::string_view character);

}  // namespace leps::inline source
