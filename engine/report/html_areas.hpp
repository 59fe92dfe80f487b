// The results of an Ambito by area, in an HTML report.
#pragma once

#include "report/html_page.hpp"

namespace leps::inline reports::pages {

/// Each area with its rules, amounts and data; nothing where the packs declare none.
void add_areas(Node parent, const AmbitoPage& page, std::size_t ambito, Steps steps, Voice say);

}  // namespace leps::inline reports::pages
