// The keys of the rows that an example gives: two rows of one key are one thing counted twice, in
// an example as in data.
#pragma once

#include "check/context.hpp"

namespace leps::inline checking {

/// @param written  the rows as their author wrote them, in the order of `rows`
void check_row_keys(Context& context, const typed::Table& table, const ast::Rows& written,
                    const typed::GivenRows& rows);

}  // namespace leps::inline checking
