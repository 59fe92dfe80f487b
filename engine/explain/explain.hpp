// Results into words: everything that a report says about one rule of one Ambito in one year,
// complete and in order, so that every writer says the same and only lays it out.
#pragma once

#include "assess/report.hpp"
#include "assess/rule_version.hpp"
#include "explain/explained_change.hpp"
#include "explain/shown_doubt.hpp"
#include "explain/shown_formula.hpp"
#include "explain/shown_waiver.hpp"
#include "explain/statement.hpp"
#include "explain/used_data.hpp"
#include "explain/used_parameter.hpp"
#include "explain/used_rows.hpp"
#include "explain/week.hpp"
#include "words/citation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

struct ExplainedAmount {
  ComputedId computed;
  std::string name, title, value;
  std::string worked_out;  // of a datum that nobody gave: `non dato: ricavato da operatori`
  ShownFormula formula;
  std::vector<CitedSource> sources;
  std::vector<UsedParameter> parameters;
  std::vector<UsedDatum> data;
  std::vector<UsedRows> rows;
  std::vector<ShownWeek> weeks;
  std::vector<std::string> no_value;  // why it has none, or may have none
  std::vector<std::string> notes;
  std::vector<ShownDoubt> doubts;  // of the data that it rests on
  bool draft = false;              // it comes from a pack that is no law yet
};

struct ExplainedRequirement {
  std::string name, title;
  Verdict verdict = Verdict::non_valutabile;
  ShownFormula formula;
  std::optional<ShownFormula> applies_if;
  Statement statement;                   // what the level asks and what there is
  std::string within_tolerance;          // `entro tolleranza (1%)`; empty where it holds by itself
  std::vector<ExplainedChange> changes;  // who has added it, who has amended it
  std::vector<UsedRows> rows;
  std::vector<ShownWeek> weeks;
  const Gap* gap = nullptr;
  std::string gap_short;  // `≈ 4,64 FTE`, `2 da attivare`; empty where there is no gap
  std::string gap_exact;  // `4,6428 FTE`, where rounding changed it
  std::string relative;   // `11,5%`
  std::string cost;       // `circa 195.000 € all'anno` as the pack's unit has it
};

/// Something of the rule that is not certain.
struct Doubt {
  enum class About { number, applies, requirement, in_force, partial, after };
  About about = About::number;
  std::string whose;  // the rule, or `rule.requirement`
  std::string text;   // `Costo lordo (costo_assistente) = 42.000 euro/FTE`
};

struct Explanation {
  const RuleResult* result = nullptr;
  const typed::RuleVersion* version = nullptr;  // in force, else the last one
  std::string name, title, category, category_title, pack, in_force;
  bool binding = false;
  Verdict verdict = Verdict::non_valutabile;
  std::vector<Verdict> possible;

  std::string headline;                  // the verdict as a whole sentence
  std::vector<ExplainedChange> changes;  // of its title; its end, and those of its requirements
  std::vector<ExplainedRequirement> requirements;
  std::optional<ShownFormula> applies_if, partial_if;
  std::string gap_short;  // of the requirement farthest from its level
  std::string relative;   // `11,5%`, `fino al 50%`; empty where there is none
  std::string cost, beneficiaries, deadline;
  std::string term_to_come;   // why nothing is asked yet: a term that still runs; else empty
  std::string rank_reason;    // empty where it has no rank
  std::string rank_in_short;  // the same, without the names of data
  std::vector<std::string> prerequisites;  // what it comes after, directly
  std::string fragile;                     // the sentence; empty where it is not
  std::string within_tolerance;            // met, but only so: `entro tolleranza (1%)`
  bool forecast = false;                   // the verdict is not final
  bool draft = false;                      // it comes from a pack that is no law yet
  std::vector<ShownDoubt> doubts;          // of the data that it rests on

  std::vector<CitedSource> sources;
  std::vector<UsedParameter> parameters;
  std::vector<UsedDatum> data;
  std::vector<ExplainedAmount> amounts;  // computed amounts used, each once
  std::vector<std::string> no_value;     // why it has none, or may have none
  std::vector<Doubt> assumptions;        // what is only assumed
  std::vector<Doubt> unverified;         // what is still to be verified
  std::vector<std::string> notes;
  std::vector<ShownWaiver> waivers;

  /// Whether a table shows how far it is: a level that is met only within its tolerance is not
  /// reached.
  [[nodiscard]] bool shows_gap() const {
    return verdict != Verdict::soddisfatto || !within_tolerance.empty();
  }
};

/// Their texts.
std::vector<std::string> texts(const std::vector<Doubt>& doubts);

/// One rule's result in words.
/// @param assessment  of `report`; the evaluator is over its facts
Explanation explain(const Report& report, const Assessment& assessment, RuleId rule,
                    Evaluator& evaluator, Language language, Naming naming = Naming::names);

/// One computed amount in words.
/// @param assessment  of `report`; the evaluator is over its facts
ExplainedAmount explain_amount(const Report& report, const Assessment& assessment,
                               const ComputedResult& amount, Evaluator& evaluator,
                               Language language);

}  // namespace leps::inline explaining
