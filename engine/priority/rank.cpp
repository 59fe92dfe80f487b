#include "priority/rank.hpp"

#include "priority/prerequisites.hpp"

#include <algorithm>

namespace leps::inline priority {
namespace {

using typed::Criterion;

bool is_open(const RuleResult& result) {
  switch (result.outcome.verdict) {
    case Verdict::parziale:
    case Verdict::non_soddisfatto:
    case Verdict::non_valutabile:
      return true;
    case Verdict::soddisfatto:
    case Verdict::non_applicabile:
    case Verdict::non_vigente:
      return false;
  }
  return false;
}

// What is not known, or has no bound, comes last; else by the most that it could be.
std::strong_ordering by_most(const std::optional<Interval>& a, const std::optional<Interval>& b,
                             bool greatest_first) {
  const bool a_known = a && a->hi.finite(), b_known = b && b->hi.finite();
  if (!a_known || !b_known) return b_known <=> a_known;
  return greatest_first ? b->hi <=> a->hi : a->hi <=> b->hi;
}

std::optional<Interval> range(const std::optional<Quantity>& quantity) {
  return quantity ? std::optional(quantity->range) : std::nullopt;
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

std::strong_ordering compare(Criterion criterion, const RuleResult& a, const RuleResult& b) {
  const typed::RuleVersion& first = *a.outcome.version;
  const typed::RuleVersion& second = *b.outcome.version;
  switch (criterion) {
    case Criterion::category:
      return first.category <=> second.category;
    case Criterion::causes_first:
      return std::strong_ordering::equal;  // places rules once the others have ordered them
    case Criterion::relative_gap:
      return by_most(a.relative_gap, b.relative_gap, true);
    case Criterion::cost:
      return by_most(a.cost, b.cost, false);
    case Criterion::beneficiaries:
      return by_most(range(a.beneficiaries), range(b.beneficiaries), true);
    case Criterion::deadline:
      return given_first(a.deadline, b.deadline, false);
    case Criterion::score:
      return given_first(first.score, second.score, true);
  }
  return std::strong_ordering::equal;
}

/// The first criterion that tells two rules apart, and which way.
struct Decision {
  std::optional<Criterion> criterion;
  std::strong_ordering order = std::strong_ordering::equal;
};

Decision decide(const std::vector<Criterion>& criteria, const RuleResult& a, const RuleResult& b) {
  for (const Criterion criterion : criteria) {
    const std::strong_ordering order = compare(criterion, a, b);
    if (order != std::strong_ordering::equal) return {criterion, order};
  }
  return {};
}

}  // namespace

void rank(std::vector<RuleResult>& results, const Rulebook& rulebook,
          std::optional<OrderingId> ordering) {
  static const std::vector<Criterion> kByGap = {Criterion::relative_gap};
  const Typed& typed = rulebook.typed;
  const std::vector<Criterion>& criteria = ordering ? typed.orderings[*ordering].criteria : kByGap;
  const auto result = [&](RuleId id) -> RuleResult& { return results[id.index]; };

  std::vector<RuleId> list;
  for (RuleResult& each : results) {
    each.fragile = is_fragile(each.outcome, results, rulebook);
    if (is_open(each)) list.push_back(each.outcome.rule);
  }
  std::sort(list.begin(), list.end(), [&](RuleId a, RuleId b) {
    const Decision decision = decide(criteria, result(a), result(b));
    if (decision.criterion) return decision.order == std::strong_ordering::less;
    return typed.rules[a].name < typed.rules[b].name;
  });

  for (std::size_t i = 0; i + 1 < list.size(); ++i) {
    RuleResult::Reason& reason = result(list[i]).reason;
    reason.next = list[i + 1];
    reason.criterion = decide(criteria, result(list[i]), result(list[i + 1])).criterion;
  }

  const bool causes =
      std::find(criteria.begin(), criteria.end(), Criterion::causes_first) != criteria.end();
  int place = 0;
  if (causes) {
    for (const Placed& placed : causes_first(list, rulebook)) {
      result(placed.rule).rank = ++place;
      result(placed.rule).reason.blocks = placed.blocks;
    }
  } else {
    for (const RuleId id : list) result(id).rank = ++place;
  }
}

}  // namespace leps::inline priority
