// UTF-16, in which the parts of a workbook may be written too, into UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leps::sheets {

/// Adds a character to a text. @param character  no surrogate, and at most U+10FFFF
void append_utf8(std::string& text, std::uint32_t character);

/// True where the bytes begin as XML in UTF-16 does: with the byte-order mark, or `<` in two bytes.
bool is_utf16_xml(std::string_view bytes);

/// The text without its byte-order mark; nothing where half a character stands in it.
std::optional<std::string> from_utf16(std::string_view bytes);

}  // namespace leps::sheets
