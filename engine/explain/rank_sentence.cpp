#include "explain/rank_sentence.hpp"

#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

using typed::Criterion;

const Measure kShare{{}, true, false};

class Sentence {
 public:
  Sentence(const Assessment& assessment, const Rulebook& rulebook, Language language, Naming naming)
      : assessment_(assessment), rulebook_(rulebook), language_(language), naming_(naming) {}

  std::string of(const RuleResult& result) const {
    const std::string place = ordinal(*result.rank, language_);
    if (result.reason.blocks) {
      const RuleResult& blocked = at(*result.reason.blocks);
      return place + say(", perché blocca ", ", because it blocks ") + name(blocked) +
             merit_of(blocked);
    }
    if (!result.reason.next) {
      return ranked() == 1 ? place + say(": è la sola cosa da fare", ": it is the only thing to do")
                           : place + say(": le altre vengono prima", ": the others come before");
    }
    const RuleResult& next = at(*result.reason.next);
    if (!result.reason.criterion) {
      return place + say(": alla pari con ", ": on a par with ") + name(next) +
             say(", decide l'ordine alfabetico", ", alphabetical order decides");
    }
    return place + ": " + against(result, next, *result.reason.criterion);
  }

 private:
  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
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

  // What is known only between bounds counts for the most that it could be.
  std::string most(const std::optional<Interval>& range, const Measure& measure,
                   int extra_decimals = 0) const {
    if (!range || !range->hi.finite()) return say("non nota", "not known");
    const Shown shown = show_quantity(range->hi.value(), measure, language_, extra_decimals);
    return range->known() ? shown.text : say("fino a ", "up to ") + shown.text;
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
      return say(", che ha la lacuna relativa più ampia (",
                 ", which has the widest relative gap (") +
             gap(blocked) + ")";
    }
    if (blocked.relative_gap && none_is_wider(blocked)) {
      return say(", che ha una delle lacune relative più ampie (",
                 ", which has one of the widest relative gaps (") +
             gap(blocked) + ")";
    }
    if (!reason.next || !reason.criterion) return {};
    return say(" (", " (") + against(blocked, at(*reason.next), *reason.criterion) + ")";
  }

  std::string against(const RuleResult& first, const RuleResult& next, Criterion criterion) const {
    const std::string other = name(next);
    switch (criterion) {
      case Criterion::category:
        return say("la sua categoria, ", "its category, ") + category(first) +
               say(", viene prima di quella di ", ", comes before that of ") + other + " (" +
               category(next) + ")";
      case Criterion::relative_gap: {
        const int extra = decimals_between(first, next);
        return say("la sua lacuna relativa, ", "its relative gap, ") + gap(first, extra) +
               say(", è più ampia di quella di ", ", is wider than that of ") + other + " (" +
               gap(next, extra) + ")";
      }
      case Criterion::cost:
        if (!next.cost || !next.cost->hi.finite()) {
          return say("il suo costo è noto, ", "its cost is known, ") +
                 most(first.cost, {first.cost_unit}) + say("; quello di ", "; that of ") + other +
                 say(" no", " is not");
        }
        return say("il suo costo, ", "its cost, ") + most(first.cost, {first.cost_unit}) +
               say(", è più basso di quello di ", ", is lower than that of ") + other + " (" +
               most(next.cost, {next.cost_unit}) + ")";
      case Criterion::beneficiaries:
        return say("riguarda più persone, ", "it concerns more people, ") + people(first) +
               say(", di ", ", than ") + other + " (" + people(next) + ")";
      case Criterion::deadline:
        return say("la sua scadenza, ", "its deadline, ") + deadline(first) +
               say(", viene prima di quella di ", ", comes before that of ") + other + " (" +
               deadline(next) + ")";
      case Criterion::score:
        return say("il suo punteggio, ", "its score, ") + score(first) +
               say(", è più alto di quello di ", ", is higher than that of ") + other + " (" +
               score(next) + ")";
      case Criterion::causes_first:
        break;  // places rules before what they block; it compares nothing
    }
    return say("viene prima di ", "it comes before ") + other;
  }

  std::string people(const RuleResult& result) const {
    const auto& expr = version(result).beneficiaries;
    if (!result.beneficiaries || !expr || !result.beneficiaries->range.hi.finite()) {
      return say("non si sa quante", "how many is not known");
    }
    return most(result.beneficiaries->range, measure_of(rulebook_.typed.exprs[*expr].type));
  }
  std::string deadline(const RuleResult& result) const {
    const auto& day = version(result).deadline;
    return day ? show_day(*day, language_) : say("nessuna", "none");
  }
  std::string score(const RuleResult& result) const {
    const auto& value = version(result).score;
    return value ? show_number(*value, language_).text : say("nessuno", "none");
  }

  const Assessment& assessment_;
  const Rulebook& rulebook_;
  Language language_;
  Naming naming_;
};

}  // namespace

std::string rank_sentence(const Assessment& assessment, const Rulebook& rulebook,
                          const RuleResult& result, Language language, Naming naming) {
  return result.rank ? Sentence(assessment, rulebook, language, naming).of(result) : std::string();
}

}  // namespace leps::inline explaining
