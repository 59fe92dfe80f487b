// Results into words: everything that a report says about one rule of one Ambito in one year,
// complete and in order, so that every writer says the same and only lays it out.
#pragma once

#include "report/report.hpp"
#include "report/statement.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps {

/// How sentences call a rule: by the name that the packs give it, or by its title.
enum class Naming { names, titles };

struct CitedSource {
  std::string title;
  std::string urn, url;                 // as the pack gives them; empty where it does not
  std::optional<std::string> urn_link;  // where the act can be read
  std::optional<std::string> url_link;  // the address, where it is one
  std::vector<std::string> notes;
};

/// A formula in its three forms; `worked_out` and `outcome` empty where they would add nothing.
struct ShownFormula {
  std::string written, with_numbers, worked_out;
  std::string outcome;  // `sì`, `no`, `non si sa`, or what an amount is worth
};

struct UsedParameter {
  ParameterId parameter;
  std::string name, title, value, period;  // `dal 1 gennaio 2021`
  std::optional<Confidence> confidence;    // none where no value is in force
  std::string layer;  // `regione 1`: whose value it is, where packs have amended it; else empty
  std::vector<CitedSource> sources;
  std::vector<std::string> notes;
};

struct UsedDatum {
  DatumId datum;
  std::string name, title, value;
  bool known = true;
  bool missing = false;   // the rule rests on it and it is not known
  bool deciding = false;  // and it could change the verdict
  std::string place;      // `lodi.yaml:12`; empty where the data do not mention it
  std::string origin, as_of, held_by;
  std::vector<std::string> notes;

  /// The title where there is one, else the name.
  [[nodiscard]] const std::string& label() const { return title.empty() ? name : title; }
};

struct ExplainedAmount {
  ComputedId computed;
  std::string name, title, value;
  ShownFormula formula;
  std::vector<CitedSource> sources;
  std::vector<UsedParameter> parameters;
  std::vector<UsedDatum> data;
  std::vector<std::string> zero_divisors;
  std::vector<std::string> notes;
};

struct ExplainedRequirement {
  std::string name, title;
  Verdict verdict = Verdict::non_valutabile;
  ShownFormula formula;
  std::optional<ShownFormula> applies_if;
  std::string layer;                 // `regione 1`: the pack that has amended it; empty: none
  std::vector<CitedSource> sources;  // of the amendment
  Statement statement;               // what the level asks and what there is
  const Gap* gap = nullptr;
  std::string gap_short;  // `≈ 4,64 FTE`, `2 da attivare`; empty where there is no gap
  std::string gap_exact;  // `4,6428 FTE`, where rounding changed it
  std::string relative;   // `11,5%`
  std::string cost;       // `circa 195.000 € all'anno` as the pack's unit has it
};

/// Something of the rule that is not certain.
struct Doubt {
  enum class About { number, in_force, partial, after };
  About about = About::number;
  std::string text;  // `Costo lordo (costo_assistente) = 42.000 euro/FTE`
};

struct ShownWaiver {
  std::string act, reason, until, place;
  bool expired = false;  // its last day comes before the survey day
};

struct Explanation {
  const RuleResult* result = nullptr;
  const typed::RuleVersion* version = nullptr;  // in force, else the last one
  std::string name, title, category, category_title, pack, in_force;
  bool binding = false;
  Verdict verdict = Verdict::non_valutabile;
  std::vector<Verdict> possible;

  std::string headline;  // the verdict as a whole sentence
  std::vector<ExplainedRequirement> requirements;
  std::optional<ShownFormula> applies_if, partial_if;
  std::string gap_short;  // of the requirement farthest from its level
  std::string relative;   // `11,5%`, `fino al 50%`; empty where there is none
  std::string cost, beneficiaries, deadline;
  std::string rank_reason;                 // empty where it has no rank
  std::vector<std::string> prerequisites;  // what it comes after, directly
  std::string fragile;                     // the sentence; empty where it is not

  std::vector<CitedSource> sources;
  std::vector<UsedParameter> parameters;
  std::vector<UsedDatum> data;
  std::vector<ExplainedAmount> amounts;  // computed amounts used, each once
  std::vector<std::string> zero_divisors;
  std::vector<Doubt> assumptions;  // what is only assumed
  std::vector<Doubt> unverified;   // what is still to be verified
  std::vector<std::string> notes;
  std::vector<ShownWaiver> waivers;
};

/// Their texts.
std::vector<std::string> texts(const std::vector<Doubt>& doubts);

/// One rule's result in words.
/// @param assessment  of `report`; the evaluator is over its facts
Explanation explain(const Report& report, const Assessment& assessment, RuleId rule,
                    Evaluator& evaluator, Language language, Naming naming = Naming::names);

/// One computed amount in words.
ExplainedAmount explain_amount(const Report& report, const ComputedResult& amount,
                               Evaluator& evaluator, Language language);

/// Why a rule stands where it stands: `prima, perché blocca 'pua', che ha …`. Empty without a rank.
std::string rank_sentence(const Assessment& assessment, const Rulebook& rulebook,
                          const RuleResult& result, Language language,
                          Naming naming = Naming::names);

/// The version of the rule that was used, or the last one where none is in force.
const typed::RuleVersion& version_shown(const Rulebook& rulebook, const RuleResult& result);
/// The names of the parameters used whose value in force has this confidence; none for a rule that
/// is not in force.
std::vector<ParameterId> parameters_with(Confidence confidence, const Rulebook& rulebook,
                                         const FactTable& facts, const RuleResult& result);
/// Everything that a version says with an expression, in the order of its clauses.
std::vector<typed::ExprId> expressions_of(const typed::RuleVersion& version);
/// Sources as they are cited, with their links.
std::vector<CitedSource> cite(const std::vector<SourceOfLawId>& ids, const Typed& typed);
/// `lodi.yaml:12`, with the file's name without folders.
std::string place_of(Span span, const SourceMap* sources);

}  // namespace leps
