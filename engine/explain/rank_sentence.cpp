#include "explain/rank_sentence.hpp"

#include "explain/not_known.hpp"
#include "explain/sentences.hpp"
#include "words/format.hpp"
#include "words/sentences.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

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

  std::string in_short(const RuleResult& result) const {
    const std::string why = place_and_why(result);
    return may_move(result) ? say_(sentences::rank_may_move, why) : why;
  }

  std::string of(const RuleResult& result) const {
    const std::string why = place_and_why(result);
    const auto& data = result.reason.moved_by;
    if (!may_move(result)) return why;
    return say_.of(data.size() == 1, sentences::rank_moved_by, why,
                   first_data(data, rulebook_.typed, language_));
  }

 private:
  [[nodiscard]] bool may_move(const RuleResult& result) const {
    return !result.reason.moved_by.empty() && ranked() > 1;
  }

  std::string place_and_why(const RuleResult& result) const {
    const std::string place = ordinal(*result.rank, language_);
    if (result.reason.blocks) {
      const RuleResult& blocked = at(*result.reason.blocks);
      return say_(sentences::rank_blocks, place, name(blocked), merit_of(blocked));
    }
    if (!result.reason.next) {
      return say_(ranked() == 1 ? sentences::rank_alone : sentences::rank_last, place);
    }
    const RuleResult& next = at(*result.reason.next);
    if (result.reason.merit == Merit::tie) {
      return say_(sentences::rank_on_a_par, place, name(next));
    }
    return say_(sentences::rank_because, place, against(result, next, *result.reason.merit));
  }

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

  // Costs and people count for the most that they could be.
  std::string most(const std::optional<Interval>& range, const Measure& measure) const {
    if (!range || !range->hi.finite()) return say_(sentences::not_known);
    const Shown shown = show_quantity(range->hi.value(), measure, language_);
    return range->known() ? shown.text : say_(sentences::up_to, shown.text);
  }
  std::string share(const Rational& share, int extra_decimals = 0) const {
    return show_quantity(share, kShare, language_, extra_decimals).text;
  }
  // A gap counts for what is certain of it: `18,8%`, `almeno 18,8%`.
  std::string least(const Interval& gap, int extra_decimals = 0) const {
    const std::string text = share(gap.lo.value(), extra_decimals);
    return gap.known() || gap.lo.is_zero() ? text : say_(terms::at_least, text);
  }

  // Why what is blocked matters: `, che ha la lacuna relativa più ampia (50%)`.
  std::string merit_of(const RuleResult& blocked) const {
    const RuleResult::Reason& reason = blocked.reason;
    const std::optional<Interval>& gap = blocked.relative_gap;
    if (gap && gap->lo.sign() > 0) {
      const auto count = [&](auto&& wider) {
        return std::count_if(assessment_.rules.begin(), assessment_.rules.end(),
                             [&](const RuleResult& other) {
                               return other.rank && &other != &blocked && other.relative_gap &&
                                      wider(*other.relative_gap);
                             });
      };
      if (count([&](const Interval& other) { return other.hi >= gap->lo; }) == 0) {
        return say_(sentences::merit_widest, least(*gap));
      }
      if (count([&](const Interval& other) { return other.lo > gap->lo; }) == 0) {
        return say_(sentences::merit_among_widest, least(*gap));
      }
    }
    if (!reason.next || reason.merit == Merit::tie) return {};
    return say_(sentences::merit_because, against(blocked, at(*reason.next), *reason.merit));
  }

  // With as many decimals as keep 6% from being wider than 6%.
  std::string wider(const Interval& first, const std::string& other, const Interval& next) const {
    const bool by_least = first.lo != next.lo;
    const Rational& a = (by_least ? first.lo : first.hi).value();
    const Rational& b = (by_least ? next.lo : next.hi).value();
    const int extra = decimals_apart(a, b, kShare);
    if (!by_least) {
      return say_(sentences::before_by_possible_gap, share(a, extra), other, share(b, extra));
    }
    return say_(
        first.known() && next.known() ? sentences::before_by_gap : sentences::before_by_sure_gap,
        least(first, extra), other, least(next, extra));
  }

  std::string against(const RuleResult& first, const RuleResult& next, Merit merit) const {
    const std::string other = name(next);
    switch (merit) {
      case Merit::category:
        return say_(sentences::before_by_category, category(first), other, category(next));
      case Merit::certainly_fails:
        return say_(sentences::before_by_certainty, other);
      case Merit::relative_gap:
        if (!first.relative_gap || !next.relative_gap) break;
        return wider(*first.relative_gap, other, *next.relative_gap);
      case Merit::cost:
        if (!next.cost || !next.cost->hi.finite()) {
          return say_(sentences::before_by_known_cost, most(first.cost, {first.cost_unit}), other);
        }
        return say_(sentences::before_by_cost, most(first.cost, {first.cost_unit}), other,
                    most(next.cost, {next.cost_unit}));
      case Merit::beneficiaries:
        return say_(sentences::before_by_people, people(first), other, people(next));
      case Merit::deadline:
        return say_(sentences::before_by_deadline, deadline(first), other, deadline(next));
      case Merit::score:
        return say_(sentences::before_by_score, score(first), other, score(next));
      case Merit::tie:
        break;
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

std::string rank_in_short(const Assessment& assessment, const Rulebook& rulebook,
                          const RuleResult& result, Language language, Naming naming) {
  return result.rank ? RankSentence(assessment, rulebook, language, naming).in_short(result)
                     : std::string();
}

}  // namespace leps::inline explaining
