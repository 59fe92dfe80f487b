// Where a source of law can be read. Packs are untrusted text: only plain web addresses and state
// acts become links, anything else stays text.
#pragma once

#include <optional>
#include <string>

namespace leps::inline wording {

/// The page of an act on Normattiva, from its `urn:nir:…`; nothing for any other text.
std::optional<std::string> normattiva_link(const std::string& urn);
/// The address itself where it is http or https and holds nothing but the characters of an
/// address; nothing otherwise (`javascript:`, `data:`, spaces, quotes).
std::optional<std::string> web_link(const std::string& url);

}  // namespace leps::inline wording
