// What the parts of an HTML report share: the ids of its places, labels, marks.
#pragma once

#include "explain/summary.hpp"
#include "html/html.hpp"
#include "html/voice.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace leps::inline reports::pages {

using namespace html;  // the tree that a page is

/// The ids by which the parts of a page are found: `a1` for the first Ambito, `a1-r3` for its third
/// rule. Numbers only, so that no name of the user's becomes an id.
std::string ambito_id(std::size_t ambito);
std::string rule_id(std::size_t ambito, std::size_t rule);

/// Whether what leads to a result is folded, and so not on paper.
enum class Steps { folded, open };

/// A part of a page that a reader opens; closed, it is not on paper.
Node fold(Node parent, const std::string& title, Steps steps = Steps::folded);

/// What changes in the rules on a day.
void add_coming(Node parent, const ComingDay& day);

/// `DATI SINTETICI`, `PREVISIONE`: on every card, because cards are cut out and passed on.
void add_labels(Node parent, const FactTable& facts, Voice say);
/// `BOZZA`, `dubbio 1`: beside whatever a result is shown as.
void add_marks(Node parent, bool draft, const std::vector<ShownDoubt>& doubts, Voice say);

}  // namespace leps::inline reports::pages
