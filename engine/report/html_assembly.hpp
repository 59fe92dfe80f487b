// The edition of an HTML report that an assembly reads: two sheets of paper for each Ambito and
// year, the second of which has every level on one line.
#pragma once

#include "report/html_page.hpp"

namespace leps::inline reports::pages {

/// The second sheet: level by level, and what is not judged.
void add_level_by_level(Node parent, const AmbitoPage& page, Voice say);

}  // namespace leps::inline reports::pages
