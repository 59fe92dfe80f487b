#include "explain/totals.hpp"

#include "assess/rule_version.hpp"
#include "check/condition.hpp"
#include "check/walk.hpp"
#include "explain/sentences.hpp"
#include "explain/used_data.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace leps::inline explaining {
namespace {

// `FTE/abitanti` of two Ambiti do not add up; `ore/settimana` do.
bool adds_up(const Unit& unit) {
  constexpr std::string_view kTimes[] = {"ore",  "giorni", "settimana", "settimane", "mese",
                                         "mesi", "anno",   "anni",      "giorno",    "ora"};
  if (unit.none()) return false;
  const auto& factors = unit.factors();
  return std::all_of(factors.begin(), factors.end(), [&](const Unit::Factor& factor) {
    return factor.exponent > 0 ||
           std::find(std::begin(kTimes), std::end(kTimes), factor.symbol) != std::end(kTimes);
  });
}

// The gap of an Ambito as what is added up; none where it is nothing of the kind.
struct Addend {
  Interval amount;
  Unit unit;
};
// Of a table that is missing nothing is known, but that it could lack something.
std::optional<Addend> unknown_rows(typed::ExprId condition, const Typed& typed) {
  const auto* over = std::get_if<typed::Aggregate>(&typed.exprs[condition].node);
  if (!over || !over->body) return std::nullopt;
  const auto* compare = std::get_if<typed::Compare>(&typed.exprs[*over->body].node);
  if (!compare) return std::nullopt;
  const auto* left = std::get_if<NumberOf>(&typed.exprs[compare->left].type);
  if (!left || !adds_up(left->unit)) return std::nullopt;
  return Addend{{Bound(0), Bound::plus_infinity()}, left->unit};
}

Total::Side side_of(const Gap& gap, const Typed& typed) {
  const Gap& own = standing_for(gap);
  if (own.way == Way::unknown) return Total::Side::difference;
  if (own.way == Way::down) return Total::Side::too_much;
  const Condition condition = condition_of(own.condition.expr, typed, own.condition.negated);
  const auto* comparison = std::get_if<Condition::Comparison>(&condition.node);
  if (own.lever || !comparison) return Total::Side::lacking;
  switch (comparison->relation) {
    case typed::Relation::at_least:
    case typed::Relation::more_than:
      return Total::Side::lacking;
    case typed::Relation::at_most:
    case typed::Relation::less_than:
      return Total::Side::too_much;
    case typed::Relation::equal_to:
    case typed::Relation::different_from:
      return Total::Side::difference;
  }
  return Total::Side::lacking;
}

std::optional<Addend> addend(const Gap& gap, typed::ExprId condition, const Typed& typed) {
  const Gap& own = standing_for(gap);
  if (!own.in_one_unit()) return std::nullopt;
  if (own.as<Gap::Distance>() && adds_up(own.unit)) return Addend{gap.amount, own.unit};
  if (!own.as<Gap::Rows>()) return std::nullopt;
  if (!own.shortfall) return unknown_rows(condition, typed);
  if (!adds_up(own.shortfall->unit)) return std::nullopt;
  return Addend{own.shortfall->range, own.shortfall->unit};
}

class Adder {
 public:
  explicit Adder(const Report& report)
      : rulebook_(report.rulebook), typed_(report.rulebook->typed) {
    std::map<int, std::set<std::string>> regions;
    for (const Assessment& each : report.assessments) {
      regions[each.facts->year].insert(each.facts->region);
    }
    for (const Assessment& each : report.assessments) {
      add(each, "");
      if (regions[each.facts->year].size() > 1 && !each.facts->region.empty()) {
        add(each, each.facts->region);
      }
    }
  }

  std::vector<Total> take() {
    std::vector<Total> all;
    for (auto& [key, total] : totals_) all.push_back(std::move(total));
    return all;
  }

 private:
  // Year, region, rule, requirement, and what is lacking: alternatives may choose differently.
  using Key = std::tuple<int, std::string, RuleId, std::size_t, std::string>;

  void add(const Assessment& assessment, const std::string& region) {
    for (const RuleResult& result : assessment.rules) {
      if (!result.outcome.version) continue;
      for (std::size_t i = 0; i < result.gaps.size(); ++i) {
        if (result.gaps[i]) add(assessment, region, result, i);
      }
    }
  }

  void add(const Assessment& assessment, const std::string& region, const RuleResult& result,
           std::size_t index) {
    const FactTable& facts = *assessment.facts;
    const Gap& gap = *result.gaps[index];
    const typed::Requirement& requirement = result.outcome.version->requirements[index];
    const std::optional<Addend> own = addend(gap, requirement.condition, typed_);
    if (!own) return;
    const std::string what =
        to_string(own->unit) + (gap.lever ? " " + typed_.data[*gap.lever].name : std::string());
    const Key key{facts.year, region, result.outcome.rule, index, what};
    const auto [at, is_new] = totals_.try_emplace(key);
    Total& total = at->second;
    if (is_new) {
      total.year = facts.year;
      total.region = region;
      total.rule = result.outcome.rule;
      total.requirement = requirement.name;
      total.title = title(requirement, gap);
      total.amount = Interval::point(0);
      total.unit = own->unit;
      total.lever = gap.lever;
      total.cost = Interval::point(0);
    }
    const Verdict verdict = result.outcome.requirements[index].verdict;
    ++total.ambiti;
    total.failing += verdict == Verdict::non_soddisfatto;
    total.open += verdict == Verdict::non_valutabile;
    total.forecasts += facts.forecast;
    const auto& doubts = assessment.doubts_of_rules;
    total.doubted += doubts.contains(total.rule) && !doubts[total.rule].empty();
    total.draft = total.draft || is_draft(result, *rulebook_, facts);
    // Who meets it lacks nothing, on no side: it may not turn what others lack into a difference.
    if (verdict == Verdict::soddisfatto) {
      if (!sided_.contains(key)) set_side(total, gap);
      return;
    }
    add_side(total, gap, sided_.insert(key).second);
    if (const std::string group = shared_group(requirement.condition, facts); !group.empty()) {
      if (!groups_.insert({key, group}).second) return;
    }
    total.amount = total.amount + own->amount;
    add_cost(total, gap);
  }

  void set_side(Total& total, const Gap& gap) const {
    total.way = gap.way;
    total.side = side_of(gap, typed_);
  }

  // @param first  of those that lack or could lack something
  void add_side(Total& total, const Gap& gap, bool first) const {
    if (first) return set_side(total, gap);
    total.way = either(total.way, gap.way);
    if (total.side != side_of(gap, typed_)) total.side = Total::Side::difference;
  }

  static void add_cost(Total& total, const Gap& gap) {
    const bool has_unit = !total.cost_unit.none();
    if (!gap.cost || !gap.cost->hi.finite() || !gap.cost->lo.finite() ||
        (has_unit && total.cost_unit != gap.cost_unit)) {
      total.cost.reset();
    }
    if (!total.cost) return;
    total.cost = *total.cost + *gap.cost;
    total.cost_unit = gap.cost_unit;
  }

  // The group whose total the condition measures: its members have one gap together.
  std::string shared_group(typed::ExprId expr, const FactTable& facts) const {
    std::string name;
    std::set<ComputedId> opened;
    for_each_under(typed_, expr, [&](const typed::Expr& found, Walk& walk) {
      if (!name.empty()) return walk.skip();
      if (const auto* amount = std::get_if<typed::ComputedRef>(&found.node)) {
        const ComputedId id = amount->computed;
        if (opened.insert(id).second) walk.into(typed_.computed[id].value);
      } else if (const auto* total = std::get_if<typed::GroupTotal>(&found.node)) {
        walk.skip();
        const auto own = facts.groups.find(total->group);
        if (own != facts.groups.end()) name = own->second.name;
      }
    });
    return name;
  }

  std::string title(const typed::Requirement& requirement, const Gap& gap) const {
    if (gap.lever) return label_of(*gap.lever, typed_);
    return plain(requirement.title.empty() ? requirement.name : requirement.title);
  }

  const Rulebook* rulebook_;
  const Typed& typed_;
  std::map<Key, Total> totals_;
  std::set<Key> sided_;  // whose way and side are those of Ambiti that lack or could lack something
  std::set<std::pair<Key, std::string>> groups_;
};

}  // namespace

std::vector<Total> totals(const Report& report) { return Adder(report).take(); }

std::vector<Total> totals_of_many(const Report& report) {
  std::map<int, std::size_t> ambiti;  // by year
  for (const Assessment& assessment : report.assessments) ++ambiti[assessment.facts->year];
  std::vector<Total> shown = totals(report);
  std::erase_if(shown, [&](const Total& total) { return ambiti[total.year] < 2; });
  return shown;
}

std::string total_sentence(const Total& total, const Typed& typed, Language language) {
  const Say say(language);
  const Measure measure{total.unit};
  const Interval& amount = total.amount;
  const auto range = [&] { return show_range(amount, measure, language); };
  std::string text;
  if (!amount.hi.finite()) {
    const bool none = !amount.lo.finite() || amount.lo.is_zero();
    text = none ? say(sentences::total_not_known) : say(sentences::total_lacking, range());
  } else if (total.side == Total::Side::lacking && amount.lo.is_zero() && !amount.known()) {
    text = say(sentences::total_up_to, show_quantity(amount.hi.value(), measure, language).text);
  } else if (total.side == Total::Side::difference) {
    text = say(sentences::total_difference, range());
  } else if (total.side == Total::Side::too_much) {
    text = say(sentences::total_too_much, range());
  } else {
    const bool one = amount.known() && amount.lo.value() == 1;
    text = say.of(one, sentences::total_lacking, range());
  }
  text = say(sentences::total_of, text, total.title, typed.rules[total.rule].name);
  if (total.draft) text += " · " + std::string(draft_word(language));
  if (total.failing > 0) {
    text += " · " + say.of(total.failing == 1, sentences::total_failing,
                           std::to_string(total.failing), std::to_string(total.ambiti));
  }
  if (total.open > 0) {
    text +=
        (total.failing > 0 ? ", " : " · ") + say(sentences::total_open, std::to_string(total.open));
  }
  if (total.forecasts > 0) {
    text += " · " + say(sentences::total_forecasts, std::to_string(total.forecasts));
  }
  if (total.doubted > 0) {
    text += " · " + say(sentences::total_doubted, std::to_string(total.doubted));
  }
  if (total.cost && !total.cost->hi.is_zero()) {
    text += " · " + say(sentences::total_cost, show_cost(*total.cost, total.cost_unit, language));
  }
  return text;
}

std::string total_scope(const Total& total, Language language) {
  const std::string where =
      total.region.empty() ? Say(language)(sentences::all_ambiti) : plain(total.region);
  return std::to_string(total.year) + ", " + where;
}

std::string totals_proviso(Language language) { return Say(language)(sentences::totals_proviso); }

}  // namespace leps::inline explaining
