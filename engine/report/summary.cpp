#include "report/summary.hpp"

#include "report/format.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <map>

namespace leps {
namespace {

class Needs {
 public:
  Needs(AmbitoPage& page, const Typed& typed) : page_(page), typed_(typed) {}

  void add(const Gap& gap, std::size_t rule, const std::string& rule_label) {
    if (gap.amount.known() && gap.amount.lo.is_zero() && !gap.strict) return;
    if (gap.kind == GapKind::parts) {
      for (const Gap& part : gap.parts) add(part, rule, rule_label);
    } else if (gap.kind == GapKind::alternatives) {
      if (gap.chosen < gap.alternatives.size()) add(gap.alternatives[gap.chosen], rule, rule_label);
    } else if (gap.kind == GapKind::activation) {
      for (const std::string& name : gap.failing) add_activation(name, rule);
    } else {
      add_distance(gap, rule, rule_label);
    }
  }

 private:
  void add_activation(const std::string& name, std::size_t rule) {
    std::string label = plain(name);
    for (const typed::Datum& datum : typed_.data) {
      if (datum.name == name && !datum.title.empty()) label = plain(datum.title);
    }
    const bool known =
        std::any_of(page_.activations.begin(), page_.activations.end(),
                    [&](const Activation& activation) { return activation.label == label; });
    if (!known) page_.activations.push_back({label, rule});
  }

  void add_distance(const Gap& gap, std::size_t rule, const std::string& rule_label) {
    if (gap.amount.lo.is_zero() && !gap.amount.hi.finite()) return;  // nothing can be said yet
    const auto same = [&](const Need& need) {
      return gap.lever && need.lever == gap.lever && need.decrease == gap.decrease;
    };
    const auto found = std::find_if(page_.needs.begin(), page_.needs.end(), same);
    const bool certain = gap.amount.lo.sign() > 0;
    if (found == page_.needs.end()) {
      Need need;
      need.label = gap.lever ? title_of(*gap.lever) : rule_label;
      need.lever = gap.lever;
      need.decrease = gap.decrease;
      need.strict = gap.strict;
      need.amount = gap.amount;
      need.measure = measure_of_gap(gap, typed_);
      need.cost = gap.cost;
      need.cost_unit = gap.cost_unit;
      need.rules = {rule};
      need.certain = certain;
      page_.needs.push_back(std::move(need));
      return;
    }
    Need& need = *found;
    if (need.rules.back() != rule) need.rules.push_back(rule);
    if (gap.amount.hi > need.amount.hi) {  // the cost of the widest gap
      need.cost = gap.cost;
      need.cost_unit = gap.cost_unit;
      need.strict = gap.strict;
    }
    need.amount = max(need.amount, gap.amount);
    need.certain = need.certain || certain;
  }

  std::string title_of(DatumId id) const {
    const typed::Datum& datum = typed_.data[id];
    return plain(datum.title.empty() ? datum.name : datum.title);
  }

  AmbitoPage& page_;
  const Typed& typed_;
};

void add_asked(AmbitoPage& page) {
  std::map<DatumId, std::size_t> known;
  const auto visit = [&](std::size_t place) {
    for (const UsedDatum& datum : page.rules[place].data) {
      if (!datum.missing) continue;
      const auto [at, is_new] = known.try_emplace(datum.datum, page.asked.size());
      if (is_new) page.asked.push_back({datum, {}, {}});
      Asked& asked = page.asked[at->second];
      (datum.deciding ? asked.decides : asked.serves).push_back(place);
    }
  };
  for (const std::size_t place : page.ranked) visit(place);
  for (std::size_t place = 0; place < page.rules.size(); ++place) {
    if (!page.rules[place].result->rank) visit(place);
  }
  std::stable_sort(page.asked.begin(), page.asked.end(), [](const Asked& a, const Asked& b) {
    return a.decides.size() > b.decides.size();
  });
}

void add_once(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& text : more) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
  }
}

}  // namespace

std::vector<std::size_t> AmbitoPage::with(Verdict verdict) const {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].verdict == verdict) places.push_back(i);
  }
  return places;
}

AmbitoPage make_page(const Report& report, const Assessment& assessment, Language language,
                     Naming naming) {
  const Rulebook& rulebook = *report.rulebook;
  AmbitoPage page;
  page.assessment = &assessment;
  page.facts = assessment.facts;
  page.name = plain(page.facts->name.empty() ? page.facts->ambito : page.facts->name);
  page.survey = show_day(page.facts->survey_date, language);

  Evaluator evaluator(rulebook, *assessment.facts);
  for (const RuleResult& result : assessment.rules) {
    page.rules.push_back(
        explain(report, assessment, result.outcome.rule, evaluator, language, naming));
    ++page.counts[static_cast<std::size_t>(result.outcome.verdict)];
    add_once(page.assumptions, page.rules.back().assumptions);
    add_once(page.unverified, page.rules.back().unverified);
  }
  for (const ComputedResult& amount : assessment.computed) {
    page.amounts.push_back(explain_amount(report, amount, evaluator, language));
  }

  for (std::size_t i = 0; i < page.rules.size(); ++i) {
    if (page.rules[i].result->rank) page.ranked.push_back(i);
  }
  std::sort(page.ranked.begin(), page.ranked.end(), [&](std::size_t a, std::size_t b) {
    return *page.rules[a].result->rank < *page.rules[b].result->rank;
  });

  Needs needs(page, rulebook.typed);
  for (const std::size_t place : page.ranked) {
    for (const ExplainedRequirement& requirement : page.rules[place].requirements) {
      if (requirement.gap) needs.add(*requirement.gap, place, page.rules[place].title);
    }
  }
  add_asked(page);
  return page;
}

std::string lead_sentence(const AmbitoPage& page, Language language) {
  const bool italian = language == Language::italian;
  const std::size_t all = page.asked_of_it();
  const std::string n = std::to_string(all);
  if (all == 0) {
    return italian ? "Nessuna delle regole lo riguarda in questo periodo."
                   : "None of the rules concerns it in this period.";
  }
  std::vector<std::string> parts;
  const auto add = [&](Verdict verdict, const char* one, const char* many) {
    const std::size_t count = page.count(verdict);
    if (count > 0) parts.push_back(std::to_string(count) + " " + (count == 1 ? one : many));
  };
  if (italian) {
    add(Verdict::soddisfatto, "è raggiunto", "sono raggiunti");
    add(Verdict::parziale, "lo è in parte", "lo sono in parte");
    add(Verdict::non_soddisfatto, "non è raggiunto", "non sono raggiunti");
    add(Verdict::non_valutabile, "non si può ancora valutare", "non si possono ancora valutare");
    return (all == 1 ? "Un solo livello lo riguarda: "
                     : "Dei " + n + " livelli che lo riguardano, ") +
           join_words(parts, language) + ".";
  }
  add(Verdict::soddisfatto, "is met", "are met");
  add(Verdict::parziale, "is met in part", "are met in part");
  add(Verdict::non_soddisfatto, "is not met", "are not met");
  add(Verdict::non_valutabile, "cannot be judged yet", "cannot be judged yet");
  return (all == 1 ? "One level concerns it: " : "Of the " + n + " levels that concern it, ") +
         join_words(parts, language) + ".";
}

std::string show_need(const Need& need, Language language) {
  const bool italian = language == Language::italian;
  if (!need.amount.lo.finite()) {
    return italian ? "nessuna quantità basta" : "no amount is enough";
  }
  const std::string more = !need.lever     ? ""
                           : need.decrease ? (italian ? " in meno" : " less")
                                           : (italian ? " in più" : " more");
  if (!need.certain) {
    return (italian ? "fino a " : "up to ") +
           show_quantity(need.amount.hi.value(), need.measure, language).text + more;
  }
  std::string text = show_range(need.amount, need.measure, language) + more;
  if (need.strict) text += italian ? ", e oltre" : ", and beyond";
  return text;
}

TotalCost total_cost(const AmbitoPage& page, Language language) {
  const bool italian = language == Language::italian;
  Rational total = 0;
  std::optional<Unit> unit;
  bool complete = true, several = false, exact = true;
  for (const Need& need : page.needs) {
    if (!need.cost || !need.cost->hi.finite()) {
      complete = false;
      continue;
    }
    if (unit && *unit != need.cost_unit) return {};
    several = several || unit.has_value();
    exact = exact && need.cost->known();
    unit = need.cost_unit;
    total += need.cost->hi.value();
  }
  if (!unit) return {};
  if (!page.activations.empty()) complete = false;
  const Shown shown = show_quantity(total, {*unit}, language);
  TotalCost cost;
  cost.amount =
      several || !exact ? (italian ? "fino a " : "up to ") + shown.text : about(shown, language);
  if (!complete) {
    cost.proviso =
        italian ? "per le sole voci che hanno un costo" : "for the items that have a cost";
  }
  return cost;
}

}  // namespace leps
