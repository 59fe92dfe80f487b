// Types of expressions: each becomes a typed expression, or a message.
#pragma once

#include "check/context.hpp"

namespace leps::inline checking {

/// A typed expression; nothing where a mistake in it was reported, here or by resolve/.
using Checked = std::optional<typed::ExprId>;

/// @param list  the list that a word here must be of, where the context says so: two lists may
///              have a word in common
Checked check_expression(Context& context, ast::ExprId expr,
                         std::optional<ChoiceTypeId> list = std::nullopt);
/// The same, where only a number, or only a condition, can stand.
Checked check_number(Context& context, ast::ExprId expr);
Checked check_condition(Context& context, ast::ExprId expr);

/// `a alemno b` was read as far as `a`, `1 anno` as far as `1`: syntax/ has said why, and what is
/// left says nothing of what was meant.
bool is_cut_short(const Context& context, Span span);

/// The word of a list, chosen among the lists that have it.
/// @param list  the one that is needed, where the context says so
/// @return nothing where several lists have it and nothing says which, which is reported
std::optional<ChoiceWord> choose_word(Context& context, const std::string& word,
                                      std::optional<ChoiceTypeId> list, Span where);

/// A text where a timetable is needed, read as one; any other expression as it is.
/// @return nothing where the text is no timetable, which is reported
Checked as_timetable(Context& context, typed::ExprId expr);

/// A timetable as text, reported where it is none.
/// @param where  the text with its quotation marks
std::optional<Timetable> read_timetable(Context& context, const std::string& text, Span where);

}  // namespace leps::inline checking
