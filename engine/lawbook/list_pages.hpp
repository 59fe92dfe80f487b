// The pages that list what the packs declare, a kind each.
#pragma once

#include "lawbook/page.hpp"

namespace leps::lawbook {

DocPage data_page(const Book& book);
DocPage numbers_page(const Book& book);
DocPage amounts_page(const Book& book);
DocPage sources_page(const Book& book);
DocPage orderings_page(const Book& book);
DocPage examples_page(const Book& book);
DocPage doubts_page(const Book& book);

}  // namespace leps::lawbook
