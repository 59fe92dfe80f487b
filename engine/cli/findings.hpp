// What `leps test` and `leps lint` find in a pack, as JSON for other programs. Every sentence is
// there in both languages, so that the output does not depend on the user's.
//
// Texts, lists and objects are all that is needed: too little to bring report/'s JSON library into
// a second room.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leps::cli {

/// A piece of JSON, already written.
struct Json {
  std::string written;
};

using JsonMembers = std::vector<std::pair<std::string_view, Json>>;

Json json_text(std::string_view text);
Json json_truth(bool truth);
Json json_list(const std::vector<Json>& elements);  // one a line
Json json_object(const JsonMembers& members);

/// `{"it": …, "en": …}`
Json to_json(const Text& text);
/// `"file": …, "line": …, "column": …, ` and then the rest: an object that has a place.
Json placed(Span where, const SourceMap& sources, JsonMembers rest);
/// As `leps-results/1` has it, and the other places that matter: `{"code": …, "severity": …,
/// "file": …, "line": …, "column": …, "message": …, "labels": […], "hints": […],
/// "replacement": {…, "end_line": …, "end_column": …, "text": …, "certain": …}}`, or null
Json to_json(const Diagnostic& diagnostic, const SourceMap& sources);

}  // namespace leps::cli
