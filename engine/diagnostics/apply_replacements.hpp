// A text with what its findings say put in place of what stood there.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline diagnostics {

/// The findings of a text whose certain replacements can be made at once: of two that overlap or
/// touch, the one that begins first, for what the other says may no longer hold.
/// @return in the order of the places; they belong to the bag
std::vector<const Diagnostic*> certainly_mended(const DiagnosticBag& bag, SourceId source);

/// @param replacements  places of the text, in order; no two of them overlap
std::string replaced(std::string_view text, const std::vector<Replacement>& replacements);

/// Where in the text before replaced() a place of the text after it stood.
std::size_t place_before(const std::vector<Replacement>& replacements, std::size_t place);

}  // namespace leps::inline diagnostics
