#include "examples/find_unreached.hpp"

#include "eval/evaluate.hpp"
#include "examples/example_facts.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace leps::inline examples {
namespace {

struct Seen {
  VerdictSet verdicts;                 // of the rule, over all examples
  bool expected = false;               // some example names it
  std::set<std::string> requirements;  // that some example names
};

/// What the examples reach, gathered by running each of them.
class Coverage {
 public:
  explicit Coverage(const Rulebook& rulebook) : rulebook_(rulebook) {
    rules_.resize(rulebook.typed.rules.size());
    for (const typed::Example& example : rulebook.typed.examples) visit(example);
  }

  std::vector<Unreached> unreached() const {
    std::vector<Unreached> found;
    for (const RuleId rule : rulebook_.typed.rules.keys()) report_rule(rule, found);
    for (const ComputedId id : rulebook_.typed.computed.keys()) {
      if (computed_.contains(id)) continue;
      const typed::Computed& computed = rulebook_.typed.computed[id];
      if (computed.stands_for) continue;  // its datum has the name, and examples give that
      found.push_back(
          {computed.span, format(Text("nessun esempio dice quanto vale il calcolo '{0}'",
                                      "no example says what '{0}' is worth"),
                                 {computed.name})});
    }
    for (const CheckId id : rulebook_.typed.checks.keys()) report_check(id, found);
    return found;
  }

 private:
  void visit(const typed::Example& example) {
    const DataSet data = facts_of(example, rulebook_);
    const FactTable& facts = data.front();
    const Surroundings around(data);
    Evaluator evaluator(rulebook_, facts, &around);
    for (const typed::Expectation& expected : example.expectations) {
      if (const auto* value = std::get_if<typed::ExpectedValue>(&expected.what)) {
        const bool valued = std::holds_alternative<typed::GivenValue>(value->value);
        if (valued) computed_.insert(value->computed);
        continue;
      }
      if (const auto* finding = std::get_if<typed::ExpectedFinding>(&expected.what)) {
        (finding->raised ? raised_ : silent_).insert(finding->check);
        continue;
      }
      const auto& named = std::get<typed::ExpectedOutcome>(expected.what);
      Seen& seen = rules_[named.rule];
      const RuleOutcome outcome = evaluate(named.rule, evaluator);
      seen.expected = true;
      seen.verdicts.add(outcome.verdict);
      if (named.requirement) seen.requirements.insert(*named.requirement);
      if (outcome.version) visit_levels(*outcome.version, evaluator);
    }
  }

  void visit_levels(const typed::RuleVersion& version, Evaluator& evaluator) {
    for (const typed::Requirement& requirement : version.requirements) {
      const auto* compare =
          std::get_if<typed::Compare>(&rulebook_.typed.exprs[requirement.condition].node);
      if (!compare) continue;
      const Interval& left = evaluator.quantity(compare->left).range;
      const Interval& right = evaluator.quantity(compare->right).range;
      if (left.known() && left == right) at_level_.insert(requirement.condition);
    }
  }

  void report_check(CheckId id, std::vector<Unreached>& found) const {
    const typed::Check& check = rulebook_.typed.checks[id];
    const auto miss = [&](Text what) {
      found.push_back({check.span, format(Text("nessun esempio mostra il controllo '{0}' {1}",
                                               "no example shows the check '{0}' {1}"),
                                          {check.name, std::move(what)})});
    };
    if (!raised_.contains(id)) miss({"che segnala", "raised"});
    if (!silent_.contains(id)) miss({"che non segnala", "not raised"});
  }

  void report_rule(RuleId id, std::vector<Unreached>& found) const {
    const typed::Rule& rule = rulebook_.typed.rules[id];
    const Seen& seen = rules_[id];
    const typed::RuleVersion& version = rule.versions.back();
    if (!seen.expected) {
      found.push_back({version.span, format(Text("nessun esempio nomina la regola '{0}'",
                                                 "no example names the rule '{0}'"),
                                            {rule.name})});
      return;
    }
    const auto miss = [&](bool possible, std::initializer_list<Verdict> any, Text what) {
      for (const Verdict verdict : any) possible = possible && !seen.verdicts.has(verdict);
      if (!possible) return;
      found.push_back({version.span, format(Text("nessun esempio mostra la regola '{0}' {1}",
                                                 "no example shows the rule '{0}' {1}"),
                                            {rule.name, std::move(what)})});
    };
    const bool can_be_skipped =
        version.applies_if || std::all_of(version.requirements.begin(), version.requirements.end(),
                                          [](const auto& each) { return each.applies_if; });
    miss(true, {Verdict::soddisfatto}, {"soddisfatta", "met"});
    miss(true, {Verdict::parziale, Verdict::non_soddisfatto}, {"non soddisfatta", "not met"});
    miss(version.partial_if.has_value(), {Verdict::parziale}, {"parziale", "partial"});
    miss(true, {Verdict::non_valutabile},
         {"non valutabile per dati mancanti", "undetermined for want of data"});
    miss(can_be_skipped, {Verdict::non_applicabile}, {"non applicabile", "not applicable"});
    miss(true, {Verdict::non_vigente}, {"non vigente", "not in force"});

    for (const typed::Requirement& requirement : version.requirements) {
      // Of a rule's only requirement, too: a slip in a name that nothing else says shows nowhere.
      if (!seen.requirements.contains(requirement.name)) {
        found.push_back(
            {requirement.span, format(Text("nessun esempio nomina il requisito '{0}.{1}'",
                                           "no example names the requirement '{0}.{1}'"),
                                      {rule.name, requirement.name})});
      }
      const bool comparison =
          std::holds_alternative<typed::Compare>(rulebook_.typed.exprs[requirement.condition].node);
      if (comparison && !at_level_.contains(requirement.condition)) {
        found.push_back(
            {requirement.span, format(Text("nessun esempio mette '{0}.{1}' esattamente alla soglia",
                                           "no example puts '{0}.{1}' exactly at the level"),
                                      {rule.name, requirement.name})});
      }
    }
  }

  const Rulebook& rulebook_;
  IdMap<RuleId, Seen> rules_;
  std::set<ComputedId> computed_;
  std::set<CheckId> raised_, silent_;
  std::set<typed::ExprId> at_level_;
};

}  // namespace

std::vector<Unreached> find_unreached(const Rulebook& rulebook) {
  return Coverage(rulebook).unreached();
}

}  // namespace leps::inline examples
