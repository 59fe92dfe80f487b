// The page of an Ambito by area: what people plan by, each with its rules, its amounts and its
// data.
#pragma once

#include "explain/explain.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

struct AmbitoPage;

struct PageArea {
  std::string name;  // empty: what is of no area
  std::string title;
  std::vector<std::string> notes;
  std::vector<std::size_t> rules, amounts;  // places on the page
  std::vector<UsedDatum> data;              // those declared in it, tables too

  /// An area of the packs that no rule is of.
  [[nodiscard]] bool unjudged() const { return rules.empty() && !name.empty(); }
  /// `3 dati su 5 noti; non noti: uvm_costituita e ore_pua`; empty where it has none.
  [[nodiscard]] std::string data_sentence(Language language) const;
};

/// In the order of the packs; none where they declare none. An area without a rule is there too;
/// what is of no area comes last.
std::vector<PageArea> areas_of(const AmbitoPage& page, const Report& report, Evaluator& evaluator,
                               Language language);

/// The title of the area that a rule is of; empty of none.
std::string area_title(RuleId rule, const Typed& typed);

}  // namespace leps::inline explaining
