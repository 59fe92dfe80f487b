// The page of a rule.
#pragma once

#include "lawbook/page.hpp"

namespace leps::lawbook {

DocPage rule_page(const Book& book, RuleId id);

}  // namespace leps::lawbook
