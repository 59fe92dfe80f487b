// The first page of an Ambito in an HTML report.
#pragma once

#include "report/html_page.hpp"
#include "report/write_options.hpp"

namespace leps::inline reports::pages {

/// What a mayor understands in a minute.
void add_first_page(Node parent, const AmbitoPage& page, std::size_t ambito, Edition edition,
                    Voice say);

}  // namespace leps::inline reports::pages
