// What a result rests on, on a page: its formula, its numbers of the law, its data, its rows.
#pragma once

#include "report/html_page.hpp"

#include <optional>
#include <vector>

namespace leps::inline reports::pages {

/// A formula in its forms, as a list of terms.
void add_formula(Node parent, const ShownFormula& formula, Voice say);
void add_parameters(Node parent, const std::vector<UsedParameter>& parameters, Voice say);
/// @param verdict  of the rule, beside what other sources would have made of it; none: of an amount
void add_data(Node parent, const std::vector<UsedDatum>& data, std::optional<Verdict> verdict,
              Voice say);
/// The rows that an aggregate goes over, and what each brings.
void add_rows(Node parent, const std::vector<UsedRows>& rows, Voice say);

}  // namespace leps::inline reports::pages
