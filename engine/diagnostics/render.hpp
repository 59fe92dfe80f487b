// Diagnostics as text for a terminal: place, sentence, the line with a caret under the words,
// the other places, the hints, the code.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"

#include <string>
#include <string_view>

namespace leps::inline diagnostics {

struct RenderOptions {
  Language language = Language::italian;
  bool color = false;
};

/// One diagnostic, ending in a newline. Carets stand under the right characters after `è`, `’` or
/// a tab; a line of over 160 columns is shown around the caret only. Control characters of the
/// user's text are shown as `·`, so that a hostile file cannot write to the terminal.
std::string render(const Diagnostic& diagnostic, const SourceMap& sources, RenderOptions options);
/// A text of the user's on one line, harmless to a terminal.
std::string harmless(std::string_view text);
std::string render(const DiagnosticBag& bag, const SourceMap& sources, RenderOptions options);

}  // namespace leps::inline diagnostics
