#include "report/totals.hpp"

#include "report/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace leps {
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

const Gap& standing_for(const Gap& gap) {
  const Gap* at = &gap;
  while (at->kind == GapKind::alternatives && at->chosen < at->alternatives.size()) {
    at = &at->alternatives[at->chosen];
  }
  return *at;
}

// The gap of an Ambito as what is added up; none where it is nothing of the kind.
struct Addend {
  Interval amount;
  Unit unit;
};
std::optional<Addend> addend(const Gap& gap) {
  const Gap& own = standing_for(gap);
  if (own.kind == GapKind::distance && adds_up(own.unit)) return Addend{gap.amount, own.unit};
  if (own.kind == GapKind::rows && own.shortfall && adds_up(own.shortfall_unit)) {
    return Addend{*own.shortfall, own.shortfall_unit};
  }
  return std::nullopt;
}

class Adder {
 public:
  explicit Adder(const Report& report) : typed_(report.rulebook->typed) {
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
        if (result.gaps[i]) add(*assessment.facts, region, result, i);
      }
    }
  }

  void add(const FactTable& facts, const std::string& region, const RuleResult& result,
           std::size_t index) {
    const Gap& gap = *result.gaps[index];
    const std::optional<Addend> own = addend(gap);
    if (!own) return;
    const typed::Requirement& requirement = result.outcome.version->requirements[index];
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
      total.decrease = gap.decrease;
      total.cost = Interval::point(0);
    }
    const Verdict verdict = result.outcome.requirements[index].verdict;
    ++total.ambiti;
    total.failing += verdict == Verdict::non_soddisfatto;
    total.open += verdict == Verdict::non_valutabile;
    total.forecasts += facts.forecast;
    if (verdict == Verdict::soddisfatto) return;
    if (const std::string group = shared_group(requirement.condition, facts); !group.empty()) {
      if (!groups_.insert({key, group}).second) return;
    }
    total.amount = total.amount + own->amount;
    add_cost(total, gap);
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
    const typed::Node& node = typed_.exprs[expr].node;
    if (const auto* total = std::get_if<typed::GroupTotal>(&node)) {
      const auto own = facts.groups.find(total->group);
      return own == facts.groups.end() ? std::string() : own->second.name;
    }
    if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      return shared_group(typed_.computed[amount->computed].value, facts);
    }
    for (const typed::ExprId operand : typed::operands(node)) {
      if (std::string name = shared_group(operand, facts); !name.empty()) return name;
    }
    return {};
  }

  std::string title(const typed::Requirement& requirement, const Gap& gap) const {
    if (gap.lever) {
      const typed::Datum& datum = typed_.data[*gap.lever];
      return plain(datum.title.empty() ? datum.name : datum.title);
    }
    return plain(requirement.title.empty() ? requirement.name : requirement.title);
  }

  const Typed& typed_;
  std::map<Key, Total> totals_;
  std::set<std::pair<Key, std::string>> groups_;
};

}  // namespace

std::vector<Total> totals(const Report& report) { return Adder(report).take(); }

std::string total_sentence(const Total& total, const Typed& typed, Language language) {
  const bool italian = language == Language::italian;
  const Measure measure{total.unit};
  std::string text;
  if (!total.amount.hi.finite()) {
    const bool none = !total.amount.lo.finite() || total.amount.lo.is_zero();
    text = none
               ? (italian ? "quanto manca in tutto non si può dire"
                          : "how much is lacking in all cannot be said")
               : (italian ? "mancano " : "short by ") + show_range(total.amount, measure, language);
  } else if (total.amount.lo.is_zero() && !total.amount.known()) {
    text = (italian ? "potrebbero mancare fino a " : "short by up to ") +
           show_quantity(total.amount.hi.value(), measure, language).text;
  } else if (total.decrease) {
    text = show_range(total.amount, measure, language) + (italian ? " di troppo" : " too many");
  } else {
    const bool one = total.amount.known() && total.amount.lo.value() == 1;
    text = (italian ? (one ? "manca " : "mancano ") : "short by ") +
           show_range(total.amount, measure, language);
  }
  text += " · " + total.title + " (" + typed.rules[total.rule].name + ")";
  const std::string all = std::to_string(total.ambiti);
  if (total.failing > 0) {
    const bool one = total.failing == 1;
    text += " · " + std::to_string(total.failing) +
            (italian ? (one ? " Ambito su " : " Ambiti su ") + all +
                           (one ? " non ci arriva" : " non ci arrivano")
                     : " of " + all + " Ambiti fall short");
  }
  if (total.open > 0) {
    text += (total.failing > 0 ? ", " : " · ") +
            (italian ? "di " + std::to_string(total.open) + " non si sa"
                     : std::to_string(total.open) + " not known");
  }
  if (total.forecasts > 0) {
    text += italian ? " · " + std::to_string(total.forecasts) + " con dati di previsione"
                    : " · " + std::to_string(total.forecasts) + " with forecast data";
  }
  if (total.cost && !total.cost->hi.is_zero()) {
    text +=
        (italian ? " · costo " : " · cost ") + show_cost(*total.cost, total.cost_unit, language);
  }
  return text;
}

std::string total_scope(const Total& total, Language language) {
  const std::string where =
      total.region.empty() ? (language == Language::italian ? "tutti gli Ambiti" : "all Ambiti")
                           : plain(total.region);
  return std::to_string(total.year) + ", " + where;
}

std::string totals_proviso(Language language) {
  return language == Language::italian
             ? "È la somma delle lacune: le eccedenze di alcuni non compensano le lacune di altri."
             : "It is the sum of the gaps: what some have beyond the level fills no gap of others.";
}

}  // namespace leps
