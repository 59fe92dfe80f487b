// The files of explain/ as they stand in the program: CMake writes their definition.
#pragma once

#include <span>
#include <string_view>

namespace leps::inline diagnostics {

struct ExplainText {
  std::string_view room, text;  // `unit`, and all of unit.md; `base` is the pack of the examples
};

std::span<const ExplainText> explain_texts();

}  // namespace leps::inline diagnostics
