// Findings as JSON: the `diagnostics` of `leps-results/1`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "json/json_writer.hpp"
#include "source/source_map.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline json {

/// One finding with its place worked out, which outlives neither the finding nor the sources.
struct Finding {
  std::string_view code;
  Severity severity = Severity::error;
  std::string_view file;             // empty: about no file
  std::size_t line = 0, column = 0;  // 0: the file as a whole
  const Text* message = nullptr;
  const std::vector<Text>* hints = nullptr;

  /// What to write instead, and where: up to before the end, which is a place as the begin is.
  struct Replacement {
    std::string_view file;
    LineColumn begin, end;
    std::string_view text;
    bool certain = false;
  };
  std::optional<Replacement> replacement = {};
};

/// @param sources  where the diagnostic's place is; null where there are none
Finding finding_of(const Diagnostic& diagnostic, const SourceMap* sources);

void write(JsonWriter& json, const Finding& finding);

/// The findings as a document of their own: an array.
std::string write_json(const std::vector<Finding>& findings);

}  // namespace leps::inline json
