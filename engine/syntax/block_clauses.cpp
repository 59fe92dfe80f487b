#include "syntax/block_clauses.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

using enum Keyword;

constexpr std::array kBlocks = {package,   source,   units, category, datum,
                                parameter, computed, rule,  ordering, example,
                                table,     group,    check, amend,    area};

constexpr std::array kPackageClauses = {note};
constexpr std::array kSourceClauses = {urn, url, note};
constexpr std::array kCategoryClauses = {binding, from};
constexpr std::array kAreaClauses = {note};
constexpr std::array kDatumClauses = {at_least,   at_most, whole,   part_of, if_missing,
                                      precedence, area,    held_by, note};
constexpr std::array kParameterClauses = {by,         from,         verified, unverified,
                                          assumption, according_to, note};
constexpr std::array kComputedClauses = {area, according_to, note};
constexpr std::array kRuleClauses = {
    category,   area,      according_to,   in_force,    applies_if, requirement,
    tolerance,  closed_by, in_whole_units, in_steps_of, cost,       net_of,
    partial_if, after,     beneficiaries,  deadline,    score,      note};
constexpr std::array kTableClauses = {area, field, key, at_least, at_most, whole, held_by, note};
constexpr std::array kGroupClauses = {note};
constexpr std::array kCheckClauses = {applies_if, according_to, note};
constexpr std::array kRequirementAmendmentClauses = {
    applies_if, tolerance, closed_by, in_whole_units, in_steps_of, cost,
    net_of,     in_force,  ends,      according_to,   note};
constexpr std::array kRuleAmendmentClauses = {in_force,    ends,      according_to, requirement,
                                              applies_if,  tolerance, closed_by,    in_whole_units,
                                              in_steps_of, cost,      net_of,       note};
constexpr std::array kOrderingClauses = {by};
constexpr std::array kVerdictKeywords = {met,          partial,        unmet,
                                         undetermined, not_applicable, not_in_force};
constexpr std::array kExampleClauses = {year, survey_date, other_year, other_member, expect};

}  // namespace

std::span<const Keyword> block_keywords() { return kBlocks; }

std::span<const Keyword> clauses_in(Keyword block) {
  switch (block) {
    case package:
      return kPackageClauses;
    case source:
      return kSourceClauses;
    case category:
      return kCategoryClauses;
    case area:
      return kAreaClauses;
    case datum:
      return kDatumClauses;
    case parameter:
      return kParameterClauses;
    case computed:
      return kComputedClauses;
    case rule:
      return kRuleClauses;
    case ordering:
      return kOrderingClauses;
    case example:
      return kExampleClauses;
    case table:
      return kTableClauses;
    case group:
      return kGroupClauses;
    case check:
      return kCheckClauses;
    default:
      return {};
  }
}

std::span<const Keyword> amendment_clauses(Keyword amended) {
  if (amended == parameter) return kParameterClauses;
  if (amended == Keyword::rule) return kRuleAmendmentClauses;
  return kRequirementAmendmentClauses;
}

std::span<const Keyword> verdict_words() { return kVerdictKeywords; }

bool is_verdict(Keyword keyword) { return has(kVerdictKeywords, keyword); }

bool has(std::span<const Keyword> keywords, Keyword keyword) {
  return std::find(keywords.begin(), keywords.end(), keyword) != keywords.end();
}

}  // namespace leps::inline syntax
