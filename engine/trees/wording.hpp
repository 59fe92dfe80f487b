// Small words that the messages about data share.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "trees/data_tree.hpp"

#include <span>
#include <string>
#include <string_view>

namespace leps::inline trees {

/// A long text cut short, between two characters.
std::string shortened(std::string_view text);
/// «text» in Italian, “text” in English; a long one is cut short.
Text quote(std::string_view text);
/// What stands there: the quoted text, or "una lista", "un gruppo di voci", "niente".
Text found(const DataNode& node);
/// `a, b, c`
std::string listed(std::span<const std::string> words);
/// Adds "forse volevi dire …" where a known word is near, or begins so.
/// @return whether one is, or nothing more is to be said
bool suggest(Diagnostic& diagnostic, std::string_view word, std::span<const std::string> known);

}  // namespace leps::inline trees
