// A week of hours in an HTML report.
#pragma once

#include "report/html_page.hpp"

namespace leps::inline reports::pages {

/// A week of hours, drawn and said.
void add_week(Node parent, const ShownWeek& week, Voice say);

}  // namespace leps::inline reports::pages
