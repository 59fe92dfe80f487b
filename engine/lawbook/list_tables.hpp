// Lists, groups and checks on the page of data.
#pragma once

#include "lawbook/page.hpp"

namespace leps::lawbook {

/// On the page of data: lists with their fields, groups, checks.
void add_lists(Node main, const Book& book);
void add_groups(Node main, const Book& book);
void add_checks(Node main, const Book& book);

}  // namespace leps::lawbook
