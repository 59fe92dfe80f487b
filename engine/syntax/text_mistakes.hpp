// A text between quotes where something else stands: a name, a value, the words of a list.
#pragma once

#include "syntax/mistakes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace leps::inline syntax {

/// True where only a name can stand, and none does.
bool wants_new_name(const Failure& failure);

/// `"emporio solidale"` as a name.
std::string as_name(std::string_view text);

/// What stands between the quotes; nothing where the second one is missing, or nothing is inside.
std::optional<std::string_view> inside_quotes(const Standing& standing);

/// Says where the quotes of a title are missing: `regola Organico del servizio`; false where none
/// is.
/// @param before  the word before `standing`
bool hint_at_title(const Reader& reader, const Standing& standing, std::string_view before,
                   Diagnostic& diagnostic);

/// Says how what the text says is written there.
void hint_at_text(const Reader& reader, const Standing& standing, Diagnostic& diagnostic);

}  // namespace leps::inline syntax
