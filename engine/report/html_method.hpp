// How to read an HTML report and where its numbers come from.
#pragma once

#include "report/html_page.hpp"

namespace leps::inline reports::pages {

/// How to read the report and where its numbers come from.
void add_method(Node parent, const Report& report, Voice say);

}  // namespace leps::inline reports::pages
