// Texts within Markdown: what a user wrote is read as it stands, and does nothing.
#pragma once

#include <string>
#include <string_view>

namespace leps::inline reports {

/// Marks that Markdown or the HTML within it would act on are escaped, whatever stands around them.
std::string prose(std::string_view text);
/// A text that begins a line. There `- x` and `1. x` are lists and `===` makes a heading of the
/// line above, also behind blanks, which say nothing themselves and are dropped.
std::string paragraph(std::string_view text);
/// A code span whose fence is longer than any run of backticks within.
std::string code(std::string_view text);

}  // namespace leps::inline reports
