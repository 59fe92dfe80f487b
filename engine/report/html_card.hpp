// The card of a rule, and that of an amount, in an HTML report.
#pragma once

#include "report/html_page.hpp"

namespace leps::inline reports::pages {

/// Every rule in full.
void add_cards(Node parent, const AmbitoPage& page, std::size_t ambito, Steps steps, Voice say);
/// Computed amounts with their formulas.
void add_amounts(Node parent, const AmbitoPage& page, Steps steps, Voice say);

}  // namespace leps::inline reports::pages
