// What a diagnostic means, why it is refused, and how to do it right: the texts of explain/*.md,
// built into the program.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline diagnostics {

/// An example of a mistake, or of how to do it right.
struct CodeExample {
  std::string kind;  // what its fence says: `leps`, `leps file`, `dati`, … as explain/README.md has
  std::string text;
};

struct CodeExplanation {
  Text text;  // paragraphs, with an empty line between
  std::vector<CodeExample> wrong, right;
};

/// Every stable name, in the order in which the codes are declared.
std::vector<std::string> code_names();
/// The code's sentence, with `…` where the stage fills it; nothing for an unknown name.
std::optional<Text> code_sentence(std::string_view name);
/// Nothing for a name without an entry.
std::optional<CodeExplanation> explain_code(std::string_view name);

/// The pack that the examples go on from.
std::string_view base_of_examples();

}  // namespace leps::inline diagnostics
