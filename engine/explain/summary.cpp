#include "explain/summary.hpp"

#include "assess/assess.hpp"
#include "explain/needs.hpp"
#include "explain/verdict_sentence.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>

namespace leps::inline explaining {
namespace {

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

// Numbers one by one; days, thresholds and orders by the rules that they belong to.
std::vector<std::string> gather(const AmbitoPage& page, std::vector<Doubt> Explanation::*doubts,
                                Language language) {
  std::vector<std::string> gathered;
  std::map<Doubt::About, std::vector<std::string>> rules;
  for (const Explanation& rule : page.rules) {
    for (const Doubt& doubt : rule.*doubts) {
      if (doubt.about != Doubt::About::number) {
        rules[doubt.about].push_back("'" + rule.name + "'");
      } else if (std::find(gathered.begin(), gathered.end(), doubt.text) == gathered.end()) {
        gathered.push_back(doubt.text);
      }
    }
  }
  const bool italian = language == Language::italian;
  for (const auto& [about, names] : rules) {
    const char* what = italian ? "ciò che deve venire prima: " : "what must come before: ";
    if (about == Doubt::About::in_force) {
      what = italian ? "il giorno da cui è in vigore: " : "the day from which it is in force: ";
    } else if (about == Doubt::About::partial) {
      what = italian ? "la soglia del verdetto parziale: " : "the threshold of a partial verdict: ";
    }
    gathered.push_back(what + join_words(names, language));
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
    ++page.counts[static_cast<std::size_t>(result.outcome.verdict)];
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

  add_needs(page, rulebook.typed, language);
  add_asked(page);
  add_doubts(page, language);
  return page;
}

namespace {

std::string levels_sentence(const AmbitoPage& page, Language language) {
  const bool italian = language == Language::italian;
  const std::size_t all = page.asked_of_it();
  const std::string n = std::to_string(all);
  if (all == 0) {
    return italian ? "Nessuna delle regole lo riguarda in questo periodo."
                   : "None of the rules concerns it in this period.";
  }
  struct Words {
    Verdict verdict;
    const char *one, *many;
    const char* of_all;  // the whole predicate where it is true of every level
  };
  const Words italian_words[] = {
      {Verdict::soddisfatto, "è raggiunto", "sono raggiunti",
       "Tutti i {} livelli che lo riguardano sono raggiunti."},
      {Verdict::parziale, "lo è in parte", "lo sono in parte",
       "Tutti i {} livelli che lo riguardano sono raggiunti solo in parte."},
      {Verdict::non_soddisfatto, "non è raggiunto", "non sono raggiunti",
       "Nessuno dei {} livelli che lo riguardano è raggiunto."},
      {Verdict::non_valutabile, "non si può ancora valutare", "non si possono ancora valutare",
       "Nessuno dei {} livelli che lo riguardano si può ancora valutare."},
  };
  const Words english_words[] = {
      {Verdict::soddisfatto, "is met", "are met", "All the {} levels that concern it are met."},
      {Verdict::parziale, "is met in part", "are met in part",
       "All the {} levels that concern it are met only in part."},
      {Verdict::non_soddisfatto, "is not met", "are not met",
       "None of the {} levels that concern it is met."},
      {Verdict::non_valutabile, "cannot be judged yet", "cannot be judged yet",
       "None of the {} levels that concern it can be judged yet."},
  };
  std::vector<std::string> parts;
  for (const Words& words : italian ? italian_words : english_words) {
    const std::size_t count = page.count(words.verdict);
    if (count == 0) continue;
    if (count == all && all > 1) {
      std::string sentence = words.of_all;
      return sentence.replace(sentence.find("{}"), 2, n);
    }
    parts.push_back((all == 1 ? "" : std::to_string(count) + " ") +
                    (count == 1 ? words.one : words.many));
  }
  if (all == 1) {
    if (italian && page.count(Verdict::parziale) == 1) parts = {"è raggiunto in parte"};
    return (italian ? "Il solo livello che lo riguarda " : "The only level that concerns it ") +
           parts[0] + ".";
  }
  return (italian ? "Dei " + n + " livelli che lo riguardano, "
                  : "Of the " + n + " levels that concern it, ") +
         join_words(parts, language) + ".";
}

}  // namespace

std::string lead_sentence(const AmbitoPage& page, Language language) {
  const bool italian = language == Language::italian;
  std::string text = levels_sentence(page, language);
  const auto drafts =
      std::count_if(page.rules.begin(), page.rules.end(), [](const Explanation& rule) {
        return rule.draft && rule.verdict != Verdict::non_vigente &&
               rule.verdict != Verdict::non_applicabile;
      });
  if (drafts == 0) return text;
  if (italian) {
    return text + (drafts == 1 ? " Uno di questi è una BOZZA: non è ancora norma."
                               : " " + std::to_string(drafts) +
                                     " di questi sono una BOZZA: non sono ancora norma.");
  }
  return text + (drafts == 1 ? " One of these is a DRAFT: it is not law yet."
                             : " " + std::to_string(drafts) +
                                   " of these are a DRAFT: they are not law yet.");
}

std::string doubts_sentence(const AmbitoPage& page, Language language) {
  if (page.doubts.empty()) return {};
  const bool italian = language == Language::italian;
  const auto amounts = static_cast<std::size_t>(
      std::count_if(page.amounts.begin(), page.amounts.end(),
                    [](const ExplainedAmount& amount) { return !amount.doubts.empty(); }));
  const std::size_t rules = page.doubted(), found = page.doubts.size();
  std::vector<std::string> parts;
  if (rules > 0) {
    parts.push_back(std::to_string(rules) + (italian ? (rules == 1 ? " verdetto" : " verdetti")
                                                     : (rules == 1 ? " verdict" : " verdicts")));
  }
  if (amounts > 0) {
    parts.push_back(std::to_string(amounts) + (italian ? (amounts == 1 ? " importo" : " importi")
                                                       : (amounts == 1 ? " amount" : " amounts")));
  }
  std::string text = italian ? (found == 1 ? "C'è un dato insolito" : "Ci sono dati insoliti")
                             : (found == 1 ? "A datum is odd" : "Some data are odd");
  if (parts.empty()) {
    return text + (italian ? ": nessun risultato vi poggia." : ": no result rests on it.");
  }
  const std::string results = join_words(parts, language);
  if (!italian) {
    return text +
           (found == 1 ? ": if it is wrong, so may be " : ": if they are wrong, so may be ") +
           results + ". To be verified at the source before they are used.";
  }
  text += found == 1 ? ": se è sbagliato, " : ": se sono sbagliati, ";
  text += rules + amounts == 1 ? "può esserlo anche " : "possono esserlo anche ";
  return text + results +
         (found == 1 ? ". Va verificato alla fonte, prima."
                     : ". Vanno verificati alla fonte, prima.");
}

std::string first_doubt_sentence(const AmbitoPage& page, Language language) {
  if (page.doubts.empty()) return {};
  const bool italian = language == Language::italian;
  std::string text = page.name + ", " + std::to_string(page.facts->year) + ": " +
                     doubt_sentence(page.doubts.front().doubt, language);
  const std::size_t more = page.doubts.size() - 1;
  if (more > 0) {
    text += italian ? " · e " + std::to_string(more) + (more == 1 ? " altro" : " altri")
                    : " · and " + std::to_string(more) + " more";
  }
  const std::size_t rules = page.doubted();
  return text + (italian ? " · verdetti che vi poggiano: " : " · verdicts that rest on it: ") +
         std::to_string(rules);
}

std::string touched_sentence(const AmbitoPage& page, const PageDoubt& doubt, Language language,
                             Naming naming) {
  const bool italian = language == Language::italian;
  std::vector<std::string> names;
  for (const std::size_t place : doubt.rules) {
    const Explanation& rule = page.rules[place];
    names.push_back(naming == Naming::names ? rule.name : "«" + rule.title + "»");
  }
  // Each amount has its own mark beside it: of many the number is enough here.
  constexpr std::size_t kFewAmounts = 3;
  if (doubt.amounts.size() > kFewAmounts) {
    names.push_back(std::to_string(doubt.amounts.size()) + (italian ? " importi" : " amounts"));
  } else {
    for (const std::size_t place : doubt.amounts) {
      const ExplainedAmount& amount = page.amounts[place];
      const bool titled = naming == Naming::titles && !amount.title.empty();
      names.push_back(titled ? "«" + amount.title + "»" : amount.name);
    }
  }
  if (names.empty()) {
    return italian ? "nessun risultato vi poggia" : "no result rests on it";
  }
  return (italian ? "vi poggia: " : "rests on it: ") + join_words(names, language);
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
  const bool italian = language == Language::italian;
  if (!need.amount.lo.finite()) {
    return italian ? "nessuna quantità basta" : "no amount is enough";
  }
  const std::string more = need.lever ? " " + show_way(need.way, language) : "";
  if (need.amount.known() && need.amount.lo.is_zero()) {  // only where the level must be passed
    return (italian ? "più di " : "more than ") +
           show_quantity(need.amount.lo.value(), need.measure, language).text;
  }
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
  std::vector<std::size_t> rules;
  for (const Need& need : page.needs) {
    if (need.cost && need.cost->hi.finite()) {
      rules.insert(rules.end(), need.rules.begin(), need.rules.end());
    }
  }
  cost.amount += marks_of_rules(page, rules, language);
  return cost;
}

}  // namespace leps::inline explaining
