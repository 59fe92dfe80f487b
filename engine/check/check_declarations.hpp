// Everything that a pack declares but its rules and examples: sources, categories, data,
// parameters, computed amounts, orderings.
#pragma once

#include "check/uses.hpp"

namespace leps::inline checking {

/// A row for every id and the declared type of every name: formulas are checked against these, so
/// the order in which things are declared does not matter.
void declare_types(Context& context);

void check_sources(Context& context);
void check_categories(Context& context);
void check_areas(Context& context);
void check_data(Context& context);
void check_tables(Context& context);
void check_groups(Context& context);
/// The packs' `controllo`, once every value has its type.
void check_checks(Context& context);
void check_parameters(Context& context);
void check_computed(Context& context);
/// Every `se manca` as an amount that stands for its datum; after those that the packs declare.
void check_fallbacks(Context& context);
void check_orderings(Context& context);

/// Fills what each computed amount rests on, once all of them are checked.
void fill_what_amounts_rest_on(Context& context, const Uses& uses);

std::optional<Confidence> confidence(const std::optional<ast::ConfidenceText>& text);
std::vector<std::string> texts(const std::vector<ast::Quoted>& quoted);
/// The area that a declaration says it belongs to.
std::optional<AreaId> area_of(const Context& context, const std::optional<ast::Identifier>& name);
/// The ids of the sources that are declared; resolve/ reported the others.
std::vector<SourceOfLawId> source_ids(const Context& context,
                                      const std::vector<ast::Identifier>& names);

}  // namespace leps::inline checking
