// The known word nearest to a misspelt one, for "forse volevi dire …".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace leps::inline base {

/// @return the candidate within a few edits of `word` (a third of its length, at least one), the
///         nearest first, ties by the order given; nothing where none is near enough to be meant.
///         One that differs in its capitals only is the nearest, however short: `fte`, `FTE`.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// True where one word is the other with a letter dropped or two neighbours swapped. Digits tell
/// words apart on purpose (`prova1`, `prova2`), and so does another letter.
bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace leps::inline base
