// Where what a report says comes from: the sources of law as they are cited, with their links, and
// the line of a file.
#pragma once

#include "check/typed.hpp"
#include "source/source_map.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline wording {

struct CitedSource {
  std::string title;
  std::string urn, url;                 // as the pack gives them; empty where it does not
  std::optional<std::string> urn_link;  // where the act can be read
  std::optional<std::string> url_link;  // the address, where it is one
  std::vector<std::string> notes;
};

/// Sources as they are cited, with their links.
std::vector<CitedSource> cite(const std::vector<SourceOfLawId>& ids, const Typed& typed);

/// `lodi.yaml:12`, with the file's name without folders.
std::string place_of(Span span, const SourceMap* sources);

}  // namespace leps::inline wording
