// Mends the mistakes of a file of rules that can be mended in one way only.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::cli {

/// A mistake that was mended, and its lines before and after.
struct Mend {
  Code code;
  Text message;
  std::size_t at;  // where it stood in the file, in bytes after its byte-order mark
  std::string before, after;
};

struct MendedRules {
  std::string bytes;  // of the file: what was not mended is as it was, byte for byte
  std::vector<Mend> made;
};

/// What is found of names and types in a text that can be read as rules, in the bag; the file is
/// the source with that id.
using FindInNames =
    std::function<SourceId(std::string_view text, SourceMap& sources, DiagnosticBag& bag)>;

/// Makes every certain replacement, until there are none: one mistake may hide another.
/// @param in_names  asked of a text without mistakes in its writing
MendedRules mend_rules(const std::string& name, std::string bytes, const FindInNames& in_names);

}  // namespace leps::cli
