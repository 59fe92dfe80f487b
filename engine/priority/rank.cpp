#include "priority/rank.hpp"

#include "priority/moving_data.hpp"
#include "priority/prerequisites.hpp"

#include <algorithm>

namespace leps::inline priority {
namespace {

using typed::Criterion;

bool may_fail(const RuleResult& result) {
  const VerdictSet& possible = result.outcome.possible;
  return possible.has(Verdict::parziale) || possible.has(Verdict::non_soddisfatto);
}

std::optional<Merit> merit_of(Criterion criterion) {
  switch (criterion) {
    case Criterion::category:
      return Merit::category;
    case Criterion::causes_first:
      return std::nullopt;  // places rules once the others have ordered them
    case Criterion::relative_gap:
      return Merit::relative_gap;
    case Criterion::cost:
      return Merit::cost;
    case Criterion::beneficiaries:
      return Merit::beneficiaries;
    case Criterion::deadline:
      return Merit::deadline;
    case Criterion::score:
      return Merit::score;
  }
  return std::nullopt;
}

std::strong_ordering in_order(const Bound& a, const Bound& b, bool greatest_first) {
  return greatest_first ? b <=> a : a <=> b;
}

// By what is certain, then by what could be.
std::strong_ordering by_least(const std::optional<Interval>& a, const std::optional<Interval>& b) {
  if (!a || !b) return b.has_value() <=> a.has_value();
  const auto low = in_order(a->lo, b->lo, true);
  return low != std::strong_ordering::equal ? low : in_order(a->hi, b->hi, true);
}

// By the most that it could be, then by the least; what has no bound comes last.
std::strong_ordering by_most(const std::optional<Interval>& a, const std::optional<Interval>& b,
                             bool greatest_first) {
  if (!a || !b) return b.has_value() <=> a.has_value();
  const bool a_known = a->hi.finite(), b_known = b->hi.finite();
  if (a_known != b_known) return b_known <=> a_known;
  const auto high = in_order(a->hi, b->hi, greatest_first);
  return high != std::strong_ordering::equal ? high : in_order(a->lo, b->lo, greatest_first);
}

template <class T>
std::strong_ordering given_first(const std::optional<T>& a, const std::optional<T>& b,
                                 bool greatest_first) {
  if (!a || !b) return b.has_value() <=> a.has_value();
  const auto less = greatest_first ? *b < *a : *a < *b;
  const auto greater = greatest_first ? *a < *b : *b < *a;
  return less ? std::strong_ordering::less
              : (greater ? std::strong_ordering::greater : std::strong_ordering::equal);
}

std::strong_ordering compare(Merit merit, const RuleResult& a, const RuleResult& b) {
  const typed::RuleVersion& first = *a.outcome.version;
  const typed::RuleVersion& second = *b.outcome.version;
  switch (merit) {
    case Merit::category:
      return first.category <=> second.category;
    case Merit::certainly_fails:
      return certainly_unmet(b.outcome) <=> certainly_unmet(a.outcome);
    case Merit::relative_gap:
      return by_least(a.relative_gap, b.relative_gap);
    case Merit::cost:
      return by_most(a.cost, b.cost, false);
    case Merit::beneficiaries:
      return by_most(range_of(a.beneficiaries), range_of(b.beneficiaries), true);
    case Merit::deadline:
      return given_first(a.deadline, b.deadline, false);
    case Merit::score:
      return given_first(first.score, second.score, true);
    case Merit::tie:
      return a.outcome.rule <=> b.outcome.rule;
  }
  return std::strong_ordering::equal;
}

/// The first merit that tells two rules apart, and which way.
struct Decision {
  Merit merit = Merit::tie;
  std::strong_ordering order = std::strong_ordering::equal;
};

Decision decide(const std::vector<Merit>& merits, const RuleResult& a, const RuleResult& b) {
  for (const Merit merit : merits) {
    const std::strong_ordering order = compare(merit, a, b);
    if (order != std::strong_ordering::equal) return {merit, order};
  }
  return {};
}

}  // namespace

std::vector<Merit> merits_of(const Rulebook& rulebook, std::optional<OrderingId> ordering) {
  std::vector<Merit> merits;
  if (ordering) {
    for (const Criterion criterion : rulebook.typed.orderings[*ordering].criteria) {
      if (const auto merit = merit_of(criterion)) merits.push_back(*merit);
    }
  } else {
    merits.push_back(Merit::relative_gap);
  }
  const auto category = std::find(merits.begin(), merits.end(), Merit::category);
  merits.insert(category == merits.end() ? merits.begin() : std::next(category),
                Merit::certainly_fails);
  merits.push_back(Merit::tie);
  return merits;
}

bool comes_before(const std::vector<Merit>& merits, const RuleResult& a, const RuleResult& b) {
  return decide(merits, a, b).order == std::strong_ordering::less;
}

std::optional<Interval> range_of(const std::optional<Quantity>& quantity) {
  return quantity ? std::optional(quantity->range) : std::nullopt;
}

bool causes_come_first(const Rulebook& rulebook, std::optional<OrderingId> ordering) {
  if (!ordering) return false;
  const auto& criteria = rulebook.typed.orderings[*ordering].criteria;
  return std::find(criteria.begin(), criteria.end(), Criterion::causes_first) != criteria.end();
}

void rank(std::vector<RuleResult>& results, const Rulebook& rulebook,
          std::optional<OrderingId> ordering) {
  const std::vector<Merit> merits = merits_of(rulebook, ordering);
  const auto result = [&](RuleId id) -> RuleResult& { return results[id.index]; };

  std::vector<RuleId> list;
  for (RuleResult& each : results) {
    each.fragile = is_fragile(each.outcome, results, rulebook);
    if (may_fail(each)) list.push_back(each.outcome.rule);
  }
  std::sort(list.begin(), list.end(),
            [&](RuleId a, RuleId b) { return comes_before(merits, result(a), result(b)); });

  for (std::size_t i = 0; i + 1 < list.size(); ++i) {
    RuleResult::Reason& reason = result(list[i]).reason;
    reason.next = list[i + 1];
    reason.merit = decide(merits, result(list[i]), result(list[i + 1])).merit;
  }

  int place = 0;
  if (causes_come_first(rulebook, ordering)) {
    for (const Placed& placed : causes_first(list, rulebook)) {
      result(placed.rule).rank = ++place;
      result(placed.rule).reason.blocks = placed.blocks;
    }
  } else {
    for (const RuleId id : list) result(id).rank = ++place;
  }
  find_moving_data(results, rulebook, ordering);
}

}  // namespace leps::inline priority
