#include "explain/rank_sentence.hpp"

#include "explain/sentences.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

using typed::Criterion;

const Measure kShare{{}, true, false};

class RankSentence {
 public:
  RankSentence(const Assessment& assessment, const Rulebook& rulebook, Language language,
               Naming naming)
      : assessment_(assessment),
        rulebook_(rulebook),
        language_(language),
        say_(language),
        naming_(naming) {}

  std::string of(const RuleResult& result) const {
    const std::string place = ordinal(*result.rank, language_);
    if (result.reason.blocks) {
      const RuleResult& blocked = at(*result.reason.blocks);
      return say_(sentences::rank_blocks, place, name(blocked), merit_of(blocked));
    }
    if (!result.reason.next) {
      return say_(ranked() == 1 ? sentences::rank_alone : sentences::rank_last, place);
    }
    const RuleResult& next = at(*result.reason.next);
    if (!result.reason.criterion) return say_(sentences::rank_on_a_par, place, name(next));
    return say_(sentences::rank_because, place, against(result, next, *result.reason.criterion));
  }

 private:
  [[nodiscard]] const RuleResult& at(RuleId id) const { return assessment_.rules[id.index]; }
  [[nodiscard]] const typed::RuleVersion& version(const RuleResult& result) const {
    return version_shown(rulebook_, result);
  }
  [[nodiscard]] std::string name(const RuleResult& result) const {
    return rule_name(result, rulebook_, naming_);
  }
  [[nodiscard]] std::ptrdiff_t ranked() const {
    return std::count_if(assessment_.rules.begin(), assessment_.rules.end(),
                         [](const RuleResult& result) { return result.rank.has_value(); });
  }
  [[nodiscard]] std::string category(const RuleResult& result) const {
    return rulebook_.typed.categories[version(result).category].name;
  }

  // What is known only between bounds counts for the most that it could be.
  std::string most(const std::optional<Interval>& range, const Measure& measure,
                   int extra_decimals = 0) const {
    if (!range || !range->hi.finite()) return say_(sentences::not_known);
    const Shown shown = show_quantity(range->hi.value(), measure, language_, extra_decimals);
    return range->known() ? shown.text : say_(sentences::up_to, shown.text);
  }
  std::string gap(const RuleResult& result, int extra_decimals = 0) const {
    return most(result.relative_gap, kShare, extra_decimals);
  }
  // So that nobody reads that 6% is wider than 6%.
  static int decimals_between(const RuleResult& a, const RuleResult& b) {
    const bool known = a.relative_gap && b.relative_gap && a.relative_gap->hi.finite() &&
                       b.relative_gap->hi.finite();
    return known ? decimals_apart(a.relative_gap->hi.value(), b.relative_gap->hi.value(), kShare)
                 : 0;
  }

  // How many other things to do have a gap at least as wide.
  std::ptrdiff_t as_wide(const RuleResult& result) const {
    return std::count_if(assessment_.rules.begin(), assessment_.rules.end(),
                         [&](const RuleResult& other) {
                           return other.rank && &other != &result && other.relative_gap &&
                                  other.relative_gap->hi >= result.relative_gap->hi;
                         });
  }
  bool none_is_wider(const RuleResult& result) const {
    return std::none_of(assessment_.rules.begin(), assessment_.rules.end(),
                        [&](const RuleResult& other) {
                          return other.rank && other.relative_gap &&
                                 other.relative_gap->hi > result.relative_gap->hi;
                        });
  }

  // Why what is blocked matters: `, che ha la lacuna relativa più ampia (50%)`.
  std::string merit_of(const RuleResult& blocked) const {
    const RuleResult::Reason& reason = blocked.reason;
    if (blocked.relative_gap && as_wide(blocked) == 0) {
      return say_(sentences::merit_widest, gap(blocked));
    }
    if (blocked.relative_gap && none_is_wider(blocked)) {
      return say_(sentences::merit_among_widest, gap(blocked));
    }
    if (!reason.next || !reason.criterion) return {};
    return say_(sentences::merit_because, against(blocked, at(*reason.next), *reason.criterion));
  }

  std::string against(const RuleResult& first, const RuleResult& next, Criterion criterion) const {
    const std::string other = name(next);
    switch (criterion) {
      case Criterion::category:
        return say_(sentences::before_by_category, category(first), other, category(next));
      case Criterion::relative_gap: {
        const int extra = decimals_between(first, next);
        return say_(sentences::before_by_gap, gap(first, extra), other, gap(next, extra));
      }
      case Criterion::cost:
        if (!next.cost || !next.cost->hi.finite()) {
          return say_(sentences::before_by_known_cost, most(first.cost, {first.cost_unit}), other);
        }
        return say_(sentences::before_by_cost, most(first.cost, {first.cost_unit}), other,
                    most(next.cost, {next.cost_unit}));
      case Criterion::beneficiaries:
        return say_(sentences::before_by_people, people(first), other, people(next));
      case Criterion::deadline:
        return say_(sentences::before_by_deadline, deadline(first), other, deadline(next));
      case Criterion::score:
        return say_(sentences::before_by_score, score(first), other, score(next));
      case Criterion::causes_first:
        break;  // places rules before what they block; it compares nothing
    }
    return say_(sentences::before, other);
  }

  std::string people(const RuleResult& result) const {
    const auto& expr = version(result).beneficiaries;
    if (!result.beneficiaries || !expr || !result.beneficiaries->range.hi.finite()) {
      return say_(sentences::people_not_known);
    }
    return most(result.beneficiaries->range, measure_of(rulebook_.typed.exprs[*expr].type));
  }
  std::string deadline(const RuleResult& result) const {
    return result.deadline ? show_day(*result.deadline, language_) : say_(sentences::no_deadline);
  }
  std::string score(const RuleResult& result) const {
    const auto& value = version(result).score;
    return value ? show_number(*value, language_).text : say_(sentences::no_score);
  }

  const Assessment& assessment_;
  const Rulebook& rulebook_;
  Language language_;
  Say say_;
  Naming naming_;
};

}  // namespace

std::string rank_sentence(const Assessment& assessment, const Rulebook& rulebook,
                          const RuleResult& result, Language language, Naming naming) {
  return result.rank ? RankSentence(assessment, rulebook, language, naming).of(result)
                     : std::string();
}

}  // namespace leps::inline explaining
