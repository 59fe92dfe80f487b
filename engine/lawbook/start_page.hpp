// The page to begin with.
#pragma once

#include "lawbook/page.hpp"

namespace leps::lawbook {

DocPage start_page(const Book& book);

}  // namespace leps::lawbook
