// Functions, aggregates over rows, sums of years and totals of groups.
#pragma once

#include "check/check_types.hpp"

#include <vector>

namespace leps::inline checking {

/// @param where  the whole call
Checked check_call(Context& context, const ast::Call& call, Span where);
/// @param id  of the aggregate, under which resolve/ keeps its table
Checked check_aggregate(Context& context, ast::ExprId id, const ast::Aggregate& node, Span where);
Checked check_over_years(Context& context, const ast::OverYears& node, Span where);
Checked check_group_total(Context& context, const ast::GroupTotal& node, Span where);

bool is_day(const Context& context, typed::ExprId expr);
/// Whether the expression is a number; where it is not, that is reported.
bool needs_number(Context& context, typed::ExprId expr);
/// Of several numbers side by side: the unit of the first that is not a bare 0. Operands that have
/// to be converted are replaced.
std::optional<NumberOf> common_type(Context& context, std::vector<typed::ExprId>& operands);

}  // namespace leps::inline checking
