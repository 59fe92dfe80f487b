// What to write in place of something: in words, and letter by letter where that is one thing.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>
#include <utility>

namespace leps::inline resolving {

struct Instead {
  Text words;
  std::string written;   // empty: the words are all
  bool certain = false;  // as of a Replacement

  Instead(Text hint, std::string text = {}, bool only = false)  // NOLINT
      : words(std::move(hint)), written(std::move(text)), certain(only) {}
};

/// Hints at it, as what is written where something else stands.
inline Diagnostic& suggest(Diagnostic& found, Span where, const Instead& instead) {
  found.hint(instead.words);
  if (!instead.written.empty()) found.mend({where, instead.written, instead.certain});
  return found;
}

}  // namespace leps::inline resolving
