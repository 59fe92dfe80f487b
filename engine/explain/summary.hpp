// One Ambito in one year as a page: every rule and amount explained, and what a mayor asks first:
// what is met, what is not, what it would take, what to do first, what is not known.
#pragma once

#include "explain/areas.hpp"
#include "explain/coming_changes.hpp"
#include "explain/explain.hpp"
#include "words/format.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

/// What closing the gaps takes of one thing. The widest gap counts, not the sum: the same social
/// worker serves the level and the target.
struct Need {
  std::string label;  // the lever's title; without a lever, what is compared
  std::optional<DatumId> lever;
  Way way = Way::up;  // of the lever
  bool strict = false;
  Interval amount;
  Measure measure;
  std::optional<Interval> cost;
  Unit cost_unit;
  std::vector<std::size_t> rules;  // places in `AmbitoPage::rules`, in order of rank
  bool certain = true;             // false where what is missing could show that nothing is needed
};

/// Something to be activated that is certainly not there.
struct Activation {
  std::string label;
  std::size_t rule;
};

/// A datum to ask for.
struct Asked {
  UsedDatum datum;
  std::vector<std::size_t> decides;  // the rules whose verdict it could change
  std::vector<std::size_t> serves;   // the other rules that rest on it
};

/// Something found about the data, and the results that rest on it.
struct PageDoubt {
  ShownDoubt doubt;
  std::vector<std::size_t> rules, amounts;  // places on the page
};

/// How many rules of a category have each verdict. What obliges and what is only funded are never
/// added up.
struct CategoryCounts {
  std::string name, title;
  std::array<std::size_t, kVerdicts.size()> counts{};

  [[nodiscard]] std::size_t of(Verdict verdict) const {
    return counts[static_cast<std::size_t>(verdict)];
  }
  /// Of its rules, those that are in force and apply.
  [[nodiscard]] std::size_t asked() const {
    return of(Verdict::soddisfatto) + of(Verdict::parziale) + of(Verdict::non_soddisfatto) +
           of(Verdict::non_valutabile);
  }
  [[nodiscard]] std::size_t all() const {
    return asked() + of(Verdict::non_applicabile) + of(Verdict::non_vigente);
  }
};

struct AmbitoPage {
  const Assessment* assessment = nullptr;
  const FactTable* facts = nullptr;
  std::string name;    // its name, else its key
  std::string survey;  // `31 dicembre 2025`
  std::vector<Explanation> rules;
  std::vector<ExplainedAmount> amounts;
  std::vector<PageArea> areas;  // none where the packs declare none

  std::vector<CategoryCounts> categories;  // those that rules are of, as the packs declare them
  std::vector<std::size_t> ranked;         // what to do, first things first
  std::vector<Need> needs;                 // those with a cost first
  /// `Costo in tutto: 203.160 €.`, or why there is no total: not everything has a cost, or a hire
  /// would be counted twice, because one datum that is needed is counted in another. Empty where
  /// fewer than two things have a cost: it stands beside the one.
  std::string total_cost;
  std::vector<Activation> activations;
  std::vector<Asked> asked;
  std::vector<PageDoubt> doubts;         // what stands before everything else
  std::vector<ComingDay> coming;         // what changes in the rules after its day
  std::vector<std::string> assumptions;  // each once, over all rules
  std::vector<std::string> unverified;

  [[nodiscard]] std::vector<std::size_t> with(Verdict verdict) const;
  /// How many of the rules rest on data that something was found about.
  [[nodiscard]] std::size_t doubted() const;
};

AmbitoPage make_page(const Report& report, const Assessment& assessment, Language language,
                     Naming naming = Naming::names);

/// `●4 ◐5 ✗2 ?0`: met, met in part, not met, not judged.
std::string counts_in_short(const CategoryCounts& category);

/// `Su 9 livelli che lo riguardano, ne raggiunge 4; …`: the first sentence of a page.
std::string lead_sentence(const AmbitoPage& page, Language language);
/// What stands before the first sentence of a page where something was found about the data: how
/// many results rest on it. Empty where nothing was.
std::string doubts_sentence(const AmbitoPage& page, Language language);
/// Of a page among many: `Lodi, 2025: dato insolito: …`, and how many more it has.
std::string first_doubt_sentence(const AmbitoPage& page, Language language);
/// `vi poggia: organico e pua`: the results that rest on a doubt.
std::string touched_sentence(const AmbitoPage& page, const PageDoubt& doubt, Language language,
                             Naming naming = Naming::names);
/// ` · BOZZA · dubbio 1`: what must be said behind what some rules need, of any of those rules.
std::string marks_of_rules(const AmbitoPage& page, const std::vector<std::size_t>& rules,
                           Language language);
/// `circa 14,7 FTE in più`, `3 ore in meno`, `fino a 4 FTE in più`.
std::string show_need(const Need& need, Language language);

}  // namespace leps::inline explaining
