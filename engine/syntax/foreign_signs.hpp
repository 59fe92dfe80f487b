// Lists the signs of other languages and of word processors, each with what says the same here.
#pragma once

#include "syntax/reader.hpp"

#include <optional>
#include <string_view>

namespace leps::inline syntax {

/// A sign of other languages, and the keyword or the words that say it in this one.
struct ForeignSign {
  std::string_view sign;
  std::optional<Keyword> keyword;
  const char* italian = nullptr;
  const char* english = nullptr;
  std::string_view instead = {};  // the sign of the language, where there is one
  bool may_be_else = false;       // `2024–2025`, `3·5`
};

/// The sign that stands at a place, if it is one of them.
const ForeignSign* foreign_sign_at(const Reader& reader, Place at);

}  // namespace leps::inline syntax
