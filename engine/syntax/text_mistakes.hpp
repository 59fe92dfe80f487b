// A text between quotes where something else stands: a name, a value, the words of a list.
#pragma once

#include "syntax/mistakes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace leps::inline syntax {

/// `"emporio solidale"` as a name.
std::string as_name(std::string_view text);

/// What stands between the quotes; nothing where the second one is missing, or nothing is inside.
std::optional<std::string_view> inside_quotes(const Standing& standing);

/// Says how what the text says is written there.
void hint_at_text(const Reader& reader, const Standing& standing, Diagnostic& diagnostic);

}  // namespace leps::inline syntax
