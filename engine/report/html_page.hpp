// The parts of an HTML report: the first page of an Ambito, the card of a rule, the page of method.
#pragma once

#include "report/html.hpp"
#include "report/summary.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace leps::html {

/// Says a thing in the reader's language, and gives headings their level: the name of an Ambito is
/// the first in a report of its own, the second where the report has a title above many.
struct Voice {
  Language language = Language::italian;
  int top = 1;

  std::string operator()(std::string_view italian, std::string_view english) const {
    return std::string(language == Language::italian ? italian : english);
  }
  /// @param depth  0 the Ambito, 1 its sections, 2 cards, 3 within a card; also its class, `t2`
  Node heading(Node parent, int depth, std::string_view text,
               std::string_view css_class = {}) const;
};

/// The ids by which the parts of a page are found: `a1` for the first Ambito, `a1-r3` for its third
/// rule. Numbers only, so that no name of the user's becomes an id.
std::string ambito_id(std::size_t ambito);
std::string rule_id(std::size_t ambito, std::size_t rule);

/// What a mayor understands in a minute.
void add_first_page(Node parent, const AmbitoPage& page, std::size_t ambito, Voice say);
/// Every rule in full.
void add_cards(Node parent, const AmbitoPage& page, std::size_t ambito, Voice say);
/// Computed amounts with their formulas.
void add_amounts(Node parent, const AmbitoPage& page, Voice say);
/// How to read the report and where its numbers come from.
void add_method(Node parent, const Report& report, Voice say);
/// Which files the rules were read from, with their fingerprints.
void add_rules_used(Node parent, const Rulebook& rulebook, Voice say);

/// `DATI SINTETICI`, `PREVISIONE`: on every card, because cards are cut out and passed on.
void add_labels(Node parent, const FactTable& facts, Voice say);
/// `BOZZA`, `dubbio 1`: beside whatever a result is shown as.
void add_marks(Node parent, bool draft, const std::vector<ShownDoubt>& doubts, Voice say);
/// The css class of a verdict's colour.
std::string verdict_class(Verdict verdict, std::string_view before = {});
/// A formula in its forms, as a list of terms.
void add_formula(Node parent, const ShownFormula& formula, Voice say);
/// Sources with their links; notes below.
void add_sources(Node parent, const std::vector<CitedSource>& sources);
void add_parameters(Node parent, const std::vector<UsedParameter>& parameters, Voice say);
/// @param verdict  of the rule, beside what other sources would have made of it; none: of an amount
void add_data(Node parent, const std::vector<UsedDatum>& data, std::optional<Verdict> verdict,
              Voice say);
/// The rows that an aggregate goes over, and what each brings.
void add_rows(Node parent, const std::vector<UsedRows>& rows, Voice say);
/// A week of hours, drawn and said.
void add_week(Node parent, const ShownWeek& week, Voice say);
void add_items(Node parent, const std::vector<std::string>& items);

}  // namespace leps::html
