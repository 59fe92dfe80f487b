#include "explain/summary.hpp"

#include "assess/assess.hpp"
#include "explain/needs.hpp"
#include "explain/sentences.hpp"
#include "explain/verdict_sentence.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace leps::inline explaining {
namespace {

std::vector<CategoryCounts> count_by_category(const std::vector<Explanation>& rules,
                                              const Typed& typed) {
  IdMap<CategoryId, CategoryCounts> all(typed.categories.size());
  for (const Explanation& rule : rules) {
    ++all[rule.version->category].counts[static_cast<std::size_t>(rule.verdict)];
  }
  std::vector<CategoryCounts> counted;
  for (const CategoryId id : typed.categories.keys()) {
    if (all[id].all() == 0) continue;
    all[id].name = typed.categories[id].name;
    all[id].title = plain(typed.categories[id].title);
    counted.push_back(std::move(all[id]));
  }
  return counted;
}

// What is counted in one datum in the end: itself, or the whole of its whole.
DatumId root_of(DatumId datum, const Typed& typed) {
  while (typed.data[datum].part_of) datum = typed.data[datum].part_of->whole;
  return datum;
}

// Whether one hire may be in two costs: two parts of one whole may be the same people.
bool counts_twice(const std::vector<const Need*>& priced, const Typed& typed) {
  std::set<DatumId> roots;
  return std::any_of(priced.begin(), priced.end(), [&](const Need* need) {
    return !need->lever || !roots.insert(root_of(*need->lever, typed)).second;
  });
}

std::string total_cost(const AmbitoPage& page, const Typed& typed, Language language) {
  const Say say(language);
  std::vector<const Need*> priced;
  for (const Need& need : page.needs) {
    if (need.cost && need.cost->hi.finite()) priced.push_back(&need);
  }
  if (priced.size() < 2) return {};
  if (counts_twice(priced, typed)) return say(sentences::no_total_twice);
  if (priced.size() < page.needs.size() || !page.activations.empty()) {
    return say(sentences::no_total_incomplete);
  }
  Interval total = Interval::point(0);
  std::vector<std::size_t> rules;
  for (const Need* need : priced) {
    if (need->cost_unit != priced.front()->cost_unit) return {};
    total = total + *need->cost;
    rules.insert(rules.end(), need->rules.begin(), need->rules.end());
  }
  return say(sentences::total_of_all, show_cost(total, priced.front()->cost_unit, language) +
                                          marks_of_rules(page, rules, language));
}

void add_asked(AmbitoPage& page) {
  std::map<std::string, std::size_t> known;  // by the name that says the year and the group too
  const auto visit = [&](std::size_t place) {
    for (const UsedDatum& datum : page.rules[place].data) {
      if (!datum.missing) continue;
      const auto [at, is_new] = known.try_emplace(datum.name, page.asked.size());
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

const Sentence& not_certain(Doubt::About about) {
  switch (about) {
    case Doubt::About::applies:
      return sentences::guards_not_certain;
    case Doubt::About::requirement:
      return sentences::requirements_not_certain;
    case Doubt::About::in_force:
      return sentences::days_not_certain;
    case Doubt::About::partial:
      return sentences::thresholds_not_certain;
    case Doubt::About::number:
    case Doubt::About::after:
      break;
  }
  return sentences::orders_not_certain;
}

// Numbers one by one; days, thresholds and orders by the rules that they belong to.
std::vector<std::string> gather(const AmbitoPage& page, std::vector<Doubt> Explanation::*doubts,
                                Language language) {
  std::vector<std::string> gathered;
  std::map<Doubt::About, std::vector<std::string>> rules;
  for (const Explanation& rule : page.rules) {
    for (const Doubt& doubt : rule.*doubts) {
      if (doubt.about != Doubt::About::number) {
        rules[doubt.about].push_back("'" + doubt.whose + "'");
      } else if (std::find(gathered.begin(), gathered.end(), doubt.text) == gathered.end()) {
        gathered.push_back(doubt.text);
      }
    }
  }
  for (const auto& [about, names] : rules) {
    gathered.push_back(Say(language)(not_certain(about), join_words(names, language)));
  }
  return gathered;
}

void add_doubts(AmbitoPage& page, Language language) {
  page.assumptions = gather(page, &Explanation::assumptions, language);
  page.unverified = gather(page, &Explanation::unverified, language);
}

}  // namespace

std::size_t AmbitoPage::doubted() const {
  return static_cast<std::size_t>(std::count_if(
      rules.begin(), rules.end(), [](const Explanation& rule) { return !rule.doubts.empty(); }));
}

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

  Evaluator evaluator = reading_of(report, assessment);
  for (const RuleResult& result : assessment.rules) {
    page.rules.push_back(
        explain(report, assessment, result.outcome.rule, evaluator, language, naming));
  }
  for (const ComputedResult& amount : assessment.computed) {
    if (is_idle(rulebook.typed.computed[amount.computed], rulebook.typed, *assessment.facts)) {
      continue;
    }
    page.amounts.push_back(explain_amount(report, assessment, amount, evaluator, language));
  }
  for (std::size_t i = 0; i < assessment.doubts.size(); ++i) {
    page.doubts.push_back({show_doubt(i, report, assessment, evaluator, language), {}, {}});
  }
  for (std::size_t i = 0; i < page.rules.size(); ++i) {
    for (const ShownDoubt& doubt : page.rules[i].doubts) {
      page.doubts[doubt.number - 1].rules.push_back(i);
    }
  }
  for (std::size_t i = 0; i < page.amounts.size(); ++i) {
    for (const ShownDoubt& doubt : page.amounts[i].doubts) {
      page.doubts[doubt.number - 1].amounts.push_back(i);
    }
  }

  for (std::size_t i = 0; i < page.rules.size(); ++i) {
    if (page.rules[i].result->rank) page.ranked.push_back(i);
  }
  std::sort(page.ranked.begin(), page.ranked.end(), [&](std::size_t a, std::size_t b) {
    return *page.rules[a].result->rank < *page.rules[b].result->rank;
  });

  page.categories = count_by_category(page.rules, rulebook.typed);
  page.areas = areas_of(page, report, evaluator, language);
  add_needs(page, rulebook.typed, language);
  page.total_cost = total_cost(page, rulebook.typed, language);
  page.coming = coming_changes(rulebook, page.facts->survey_date, language);
  add_asked(page);
  add_doubts(page, language);
  return page;
}

namespace {

/// How a verdict is said: of the only level, of all, of some of them.
struct Level {
  Verdict verdict;
  Sentence only, all, some;
};
constexpr Level kLevels[] = {
    {Verdict::soddisfatto, sentences::levels_only_met, sentences::levels_all_met,
     sentences::levels_some_met},
    {Verdict::parziale, sentences::levels_only_partly_met, sentences::levels_all_partly_met,
     sentences::levels_some_partly_met},
    {Verdict::non_soddisfatto, sentences::levels_only_not_met, sentences::levels_all_not_met,
     sentences::levels_some_not_met},
    {Verdict::non_valutabile, sentences::levels_only_not_judged, sentences::levels_all_not_judged,
     sentences::levels_some_not_judged},
};

// `Obiettivo di servizio: raggiunti 1 su 3, in parte 2`
std::string category_sentence(const CategoryCounts& category, Language language) {
  const Say say(language);
  std::string text =
      say(sentences::category_met, category.title.empty() ? category.name : category.title,
          std::to_string(category.of(Verdict::soddisfatto)), std::to_string(category.asked()));
  const auto add = [&](Verdict verdict, const Sentence& sentence) {
    if (category.of(verdict) > 0) text += say(sentence, std::to_string(category.of(verdict)));
  };
  add(Verdict::parziale, sentences::category_partly_met);
  add(Verdict::non_soddisfatto, sentences::category_not_met);
  add(Verdict::non_valutabile, sentences::category_not_judged);
  return text + ".";
}

std::string levels_sentence(const AmbitoPage& page, Language language) {
  const Say say(language);
  std::vector<const CategoryCounts*> asked;
  for (const CategoryCounts& category : page.categories) {
    if (category.asked() > 0) asked.push_back(&category);
  }
  if (asked.empty()) return say(sentences::levels_none);
  if (asked.size() > 1) {
    std::string text;
    for (const CategoryCounts* category : asked) {
      text += (text.empty() ? "" : " ") + category_sentence(*category, language);
    }
    return text;
  }
  const std::size_t all = asked.front()->asked();
  std::vector<std::string> parts;
  for (const Level& level : kLevels) {
    const std::size_t count = asked.front()->of(level.verdict);
    if (count == 0) continue;
    if (all == 1) return say(level.only);
    if (count == all) return say(level.all, std::to_string(all));
    parts.push_back(say.of(count == 1, level.some, std::to_string(count)));
  }
  return say(sentences::levels_some, std::to_string(all), join_words(parts, language));
}

}  // namespace

std::string counts_in_short(const CategoryCounts& category) {
  std::string text;
  for (const Level& level : kLevels) {
    text += (text.empty() ? "" : " ") + std::string(verdict_symbol(level.verdict)) +
            std::to_string(category.of(level.verdict));
  }
  return text;
}

std::string lead_sentence(const AmbitoPage& page, Language language) {
  std::string text = levels_sentence(page, language);
  const auto drafts =
      std::count_if(page.rules.begin(), page.rules.end(), [](const Explanation& rule) {
        return rule.draft && rule.verdict != Verdict::non_vigente &&
               rule.verdict != Verdict::non_applicabile;
      });
  if (drafts == 0) return text;
  return text + " " +
         Say(language).of(drafts == 1, sentences::levels_drafts, std::to_string(drafts));
}

std::string doubts_sentence(const AmbitoPage& page, Language language) {
  if (page.doubts.empty()) return {};
  const Say say(language);
  const auto amounts = static_cast<std::size_t>(
      std::count_if(page.amounts.begin(), page.amounts.end(),
                    [](const ExplainedAmount& amount) { return !amount.doubts.empty(); }));
  const std::size_t rules = page.doubted(), found = page.doubts.size();
  std::vector<std::string> parts;
  if (rules > 0) {
    parts.push_back(say.of(rules == 1, sentences::verdicts_counted, std::to_string(rules)));
  }
  if (amounts > 0) {
    parts.push_back(say.of(amounts == 1, sentences::amounts_counted, std::to_string(amounts)));
  }
  if (parts.empty()) return say.of(found == 1, sentences::doubts_touch_nothing);
  return say.of(found == 1,
                rules + amounts == 1 ? sentences::doubts_touch_one : sentences::doubts_touch_many,
                join_words(parts, language));
}

std::string first_doubt_sentence(const AmbitoPage& page, Language language) {
  if (page.doubts.empty()) return {};
  const Say say(language);
  const std::string year = std::to_string(page.facts->year);
  const std::string first = doubt_sentence(page.doubts.front().doubt, language);
  const std::string verdicts = std::to_string(page.doubted());
  const std::size_t more = page.doubts.size() - 1;
  if (more == 0) return say(sentences::first_doubt, page.name, year, first, verdicts);
  return say.of(more == 1, sentences::first_doubt_and_more, page.name, year, first, verdicts,
                std::to_string(more));
}

std::string touched_sentence(const AmbitoPage& page, const PageDoubt& doubt, Language language,
                             Naming naming) {
  const Say say(language);
  std::vector<std::string> names;
  for (const std::size_t place : doubt.rules) {
    const Explanation& rule = page.rules[place];
    names.push_back(naming == Naming::names ? rule.name : say(sentences::named, rule.title));
  }
  // Each amount has its own mark beside it: of many the number is enough here.
  constexpr std::size_t kFewAmounts = 3;
  if (doubt.amounts.size() > kFewAmounts) {
    names.push_back(say(sentences::amounts_counted, std::to_string(doubt.amounts.size())));
  } else {
    for (const std::size_t place : doubt.amounts) {
      const ExplainedAmount& amount = page.amounts[place];
      const bool titled = naming == Naming::titles && !amount.title.empty();
      names.push_back(titled ? say(sentences::named, amount.title) : amount.name);
    }
  }
  if (names.empty()) return say(sentences::doubt_touches_nothing);
  return say(sentences::doubt_touches, join_words(names, language));
}

std::string marks_of_rules(const AmbitoPage& page, const std::vector<std::size_t>& rules,
                           Language language) {
  bool draft = false;
  std::vector<ShownDoubt> doubts;
  for (const std::size_t place : rules) {
    draft = draft || page.rules[place].draft;
    for (const ShownDoubt& doubt : page.rules[place].doubts) {
      const bool known = std::any_of(doubts.begin(), doubts.end(), [&](const ShownDoubt& other) {
        return other.number == doubt.number;
      });
      if (!known) doubts.push_back(doubt);
    }
  }
  std::sort(doubts.begin(), doubts.end(),
            [](const ShownDoubt& a, const ShownDoubt& b) { return a.number < b.number; });
  return result_marks(draft, doubts, language);
}

std::string show_need(const Need& need, Language language) {
  const Say say(language);
  if (!need.amount.lo.finite()) return say(sentences::no_amount_is_enough);
  const auto quantity = [&](const Bound& bound) {
    return show_quantity(bound.value(), need.measure, language).text;
  };
  const auto by_lever = [&](const std::string& amount) {
    if (!need.lever) return amount;
    return say(sentences::need_by_a_lever, amount, show_way(need.way, language));
  };
  if (need.amount.known() && need.amount.lo.is_zero()) {  // only where the level must be passed
    return say(sentences::need_of_more_than, quantity(need.amount.lo));
  }
  if (!need.certain) return by_lever(say(sentences::up_to, quantity(need.amount.hi)));
  const std::string text = by_lever(show_range(need.amount, need.measure, language));
  return need.strict ? say(sentences::need_and_beyond, text) : text;
}

}  // namespace leps::inline explaining
