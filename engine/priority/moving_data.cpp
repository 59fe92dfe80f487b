#include "priority/moving_data.hpp"

#include "priority/prerequisites.hpp"

#include <algorithm>
#include <map>

namespace leps::inline priority {
namespace {

/// How two rules stand to each other by one merit, whatever the missing data turn out to be.
enum class Standing { before, behind, equal, open };

class MovingData {
 public:
  MovingData(const std::vector<RuleResult>& results, const Rulebook& rulebook,
             std::optional<OrderingId> ordering)
      : results_(results),
        rulebook_(rulebook),
        merits_(merits_of(rulebook, ordering)),
        causes_(causes_come_first(rulebook, ordering)) {
    for (const RuleResult& each : results) {
      if (each.rank) ranked_.push_back(each.outcome.rule);
    }
  }

  [[nodiscard]] std::vector<MissingDatum> of(RuleId rule) const {
    std::map<MissingDatum, std::size_t> times;
    for (const RuleId mover : movers_of(rule)) {
      for (const MissingDatum& datum : place_rests_on(at(mover))) ++times[datum];
    }
    std::vector<MissingDatum> data;
    for (const auto& [datum, count] : times) data.push_back(datum);
    std::stable_sort(data.begin(), data.end(),
                     [&](const auto& a, const auto& b) { return times.at(a) > times.at(b); });
    return data;
  }

 private:
  // The rules that more data could bring before it, behind it or out of the order; itself among
  // them.
  [[nodiscard]] std::vector<RuleId> movers_of(RuleId rule) const {
    std::vector<RuleId> found;
    for (const RuleId other : ranked_) {
      if (may_leave(other) && *at(other).rank <= *at(rule).rank) found.push_back(other);
    }
    const auto add_open_pair = [&](RuleId a, RuleId b) {
      if (a == b || order_is_certain(at(a), at(b))) return;
      found.push_back(a);
      found.push_back(b);
    };
    // It stands where the first of what it blocks stands, among what else that waits for.
    const std::vector<RuleId> pulled_by = and_what_it_blocks(rule);
    for (const RuleId puller : pulled_by) {
      for (const RuleId other : ranked_) add_open_pair(puller, other);
    }
    const std::vector<RuleId> beside = causes_of(pulled_by);
    for (const RuleId a : beside) {
      for (const RuleId b : beside) add_open_pair(a, b);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  // What its verdict and its merits could still change with.
  [[nodiscard]] DatumSet place_rests_on(const RuleResult& result) const {
    DatumSet data = result.outcome.deciding;
    for (const std::optional<Gap>& gap : result.gaps) {
      if (!gap) continue;
      data.merge(gap->rests_on.amount);
      if (looks_at(Merit::cost)) data.merge(gap->rests_on.price);
    }
    if (looks_at(Merit::beneficiaries) && result.beneficiaries) {
      data.merge(result.beneficiaries->rests_on);
    }
    return data;
  }
  [[nodiscard]] bool looks_at(Merit merit) const {
    return std::find(merits_.begin(), merits_.end(), merit) != merits_.end();
  }
  [[nodiscard]] const RuleResult& at(RuleId rule) const { return results_[rule.index]; }
  [[nodiscard]] bool may_leave(RuleId rule) const { return !certainly_unmet(at(rule).outcome); }

  [[nodiscard]] bool waits_for(RuleId rule, RuleId cause) const {
    const auto& before = rulebook_.prerequisites[rule];
    return std::find(before.begin(), before.end(), cause) != before.end();
  }
  [[nodiscard]] std::vector<RuleId> and_what_it_blocks(RuleId rule) const {
    std::vector<RuleId> found = {rule};
    for (const RuleId other : ranked_) {
      if (causes_ && waits_for(other, rule)) found.push_back(other);
    }
    return found;
  }
  [[nodiscard]] std::vector<RuleId> causes_of(const std::vector<RuleId>& rules) const {
    std::vector<RuleId> found;
    for (const RuleId other : ranked_) {
      const bool is_cause = std::any_of(rules.begin(), rules.end(),
                                        [&](RuleId rule) { return waits_for(rule, other); });
      if (causes_ && is_cause) found.push_back(other);
    }
    return found;
  }

  // Every merit that could be the one that decides says what the order says today.
  [[nodiscard]] bool order_is_certain(const RuleResult& a, const RuleResult& b) const {
    for (const Merit merit : merits_) {
      switch (standing(merit, a, b)) {
        case Standing::before:
          return comes_before(merits_, a, b);
        case Standing::behind:
          return comes_before(merits_, b, a);
        case Standing::open:
          return false;
        case Standing::equal:
          break;
      }
    }
    return true;
  }

  [[nodiscard]] Standing standing(Merit merit, const RuleResult& a, const RuleResult& b) const {
    switch (merit) {
      case Merit::certainly_fails:  // of two that may leave, one may turn out to fail before the
                                    // other
        return may_leave(a.outcome.rule) && may_leave(b.outcome.rule) ? Standing::open
                                                                      : Standing::equal;
      case Merit::relative_gap:
        return settled(a, a.relative_gap, b, b.relative_gap) ? by(merit, a, b) : Standing::open;
      case Merit::cost:
        return settled(a, a.cost, b, b.cost) ? by(merit, a, b) : Standing::open;
      case Merit::beneficiaries:
        return settled(a, range_of(a.beneficiaries), b, range_of(b.beneficiaries)) ? by(merit, a, b)
                                                                                   : Standing::open;
      case Merit::category:
      case Merit::deadline:
      case Merit::score:
      case Merit::tie:
        return by(merit, a, b);
    }
    return Standing::open;
  }
  static Standing by(Merit merit, const RuleResult& a, const RuleResult& b) {
    if (comes_before({merit}, a, b)) return Standing::before;
    return comes_before({merit}, b, a) ? Standing::behind : Standing::equal;
  }

  // Two numbers that more data leave in the order they are in. What has no number may still get
  // one, unless all data are known.
  [[nodiscard]] bool settled(const RuleResult& a, const std::optional<Interval>& of_a,
                             const RuleResult& b, const std::optional<Interval>& of_b) const {
    if (!of_a || !of_b) return place_rests_on(a).empty() && place_rests_on(b).empty();
    return of_a->hi < of_b->lo || of_b->hi < of_a->lo || (of_a->known() && of_b->known());
  }

  const std::vector<RuleResult>& results_;
  const Rulebook& rulebook_;
  const std::vector<Merit> merits_;
  const bool causes_;
  std::vector<RuleId> ranked_;
};

}  // namespace

void find_moving_data(std::vector<RuleResult>& results, const Rulebook& rulebook,
                      std::optional<OrderingId> ordering) {
  const MovingData moving(results, rulebook, ordering);
  for (RuleResult& each : results) {
    if (each.rank) each.reason.moved_by = moving.of(each.outcome.rule);
  }
}

}  // namespace leps::inline priority
