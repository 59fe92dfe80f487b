// A character as a terminal shows it. Whatever shows the users' text asks here, so that a message
// and a report agree on what can be seen, and on where the next column is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace leps::inline source {

struct Glyph {
  std::uint32_t character = 0;
  std::size_t length = 1;   // in bytes
  std::size_t columns = 1;  // accents over the letter before them none, Chinese and the like two
  bool is_seen = false;     // and does nothing else
};

/// The character that begins at `at`. Not seen are broken UTF-8 and what acts instead of being
/// read: controls, marks that turn the direction of writing, hyphens that only show at the end of a
/// line, letters and joiners without a shape. In their place one column is taken by what stands for
/// them.
Glyph glyph_at(std::string_view text, std::size_t at);

}  // namespace leps::inline source
