// Sources of law on a page.
#pragma once

#include "html/html.hpp"
#include "words/citation.hpp"

#include <vector>

namespace leps::html {

/// Sources with their links; notes below.
void add_sources(Node parent, const std::vector<CitedSource>& sources);

}  // namespace leps::html
