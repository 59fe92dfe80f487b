// The first look at a file: is it text, and where are its comments? The grammar then reads a copy
// in which comments are blanks, at the same places.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline syntax {

struct Survey {
  std::string text;  // as long as the file; comments, BOM and no-break spaces are blanks
  std::vector<ast::Comment> comments;
};

/// @return nothing where the file is not text (bytes that are not UTF-8, control characters): what
///         follows would be noise.
std::optional<Survey> survey(SourceId source, std::string_view text, DiagnosticBag& bag);

}  // namespace leps::inline syntax
