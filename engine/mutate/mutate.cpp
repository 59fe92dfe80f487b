#include "mutate/mutate.hpp"

#include "check/walk.hpp"
#include "check/words.hpp"
#include "examples/run_examples.hpp"
#include "mutate/prove_mutant.hpp"
#include "pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

namespace leps::inline mutating {
namespace {

/// The parameters that can change a verdict, a gap, a cost, an amount or a finding.
std::set<std::string> parameters_seen(const Typed& typed) {
  std::vector<typed::ExprId> roots;
  for (const typed::Rule& rule : typed.rules) {
    for (const typed::RuleVersion& version : rule.versions) {
      for (const typed::ExprId root : roots_of(version)) {
        if (root != version.beneficiaries) roots.push_back(root);  // examples expect no rank
      }
    }
  }
  for (const typed::Computed& computed : typed.computed) roots.push_back(computed.value);
  for (const typed::Check& check : typed.checks) {
    for (const typed::ExprId root : roots_of(check)) roots.push_back(root);
  }
  std::set<std::string> seen;
  for_each_under(typed, roots, [&](const typed::Expr& expr) {
    if (const auto* used = std::get_if<typed::ParameterRef>(&expr.node)) {
      seen.insert(typed.parameters[used->parameter].name);
    }
  });
  return seen;
}

bool is_of_parameter(const ast::Program& program, const Mutation& mutation) {
  const auto& declaration =
      program.files[mutation.place.file].declarations[mutation.place.declaration];
  return std::holds_alternative<ast::ParameterDecl>(declaration) ||
         std::holds_alternative<ast::ParameterAmendment>(declaration);
}

/// Runs examples until one notices, the likely ones first: those that name the rule, and the one
/// that noticed the change before this.
class Examples {
 public:
  explicit Examples(const Rulebook& rulebook) : rulebook_(rulebook) {}

  bool notice(const Mutation& mutation, const Rulebook& mutant) {
    for (const ExampleId id : in_order(mutation)) {
      if (run_example(id, mutant).misses.empty()) continue;
      last_ = id;
      return true;
    }
    return false;
  }

 private:
  [[nodiscard]] const std::string& name_of(const typed::Expectation& expected) const {
    const Typed& typed = rulebook_.typed;
    if (const auto* outcome = std::get_if<typed::ExpectedOutcome>(&expected.what)) {
      return typed.rules[outcome->rule].name;
    }
    if (const auto* value = std::get_if<typed::ExpectedValue>(&expected.what)) {
      return typed.computed[value->computed].name;
    }
    return typed.checks[std::get<typed::ExpectedFinding>(expected.what).check].name;
  }

  [[nodiscard]] std::vector<ExampleId> in_order(const Mutation& mutation) const {
    const std::string name = mutation.subject.substr(0, mutation.subject.find('.'));
    const auto names = [&](ExampleId id) {
      const auto& expected = rulebook_.typed.examples[id].expectations;
      return std::any_of(expected.begin(), expected.end(),
                         [&](const typed::Expectation& each) { return name_of(each) == name; });
    };
    std::vector<ExampleId> order = rulebook_.typed.examples.keys();
    std::stable_partition(order.begin(), order.end(), names);
    if (last_) {
      std::stable_partition(order.begin(), order.end(), [&](ExampleId id) { return id == *last_; });
    }
    return order;
  }

  const Rulebook& rulebook_;
  std::optional<ExampleId> last_;
};

// An amount is worked out only on a day on which all its parameters have a value: here it is not,
// whatever becomes of one of them.
bool lacks_another(const Typed& typed, const typed::Computed& amount, ParameterId than,
                   const Period& days) {
  return std::any_of(amount.parameters.begin(), amount.parameters.end(), [&](ParameterId id) {
    const auto& versions = typed.parameters[id].versions;
    return id != than && std::none_of(versions.begin(), versions.end(), [&](const auto& version) {
             return version.period.overlaps(days);
           });
  });
}

// What another year is asked of rests on a parameter of that year.
bool is_asked_of_other_years(const Typed& typed, ParameterId id) {
  return std::any_of(typed.exprs.begin(), typed.exprs.end(), [&](const typed::Expr& expr) {
    if (!std::holds_alternative<typed::PreviousYear>(expr.node) &&
        !std::holds_alternative<typed::OverYears>(expr.node)) {
      return false;
    }
    const auto amount = typed::amount_of(typed, expr.node);
    if (!amount) return false;
    const auto& used = typed.computed[*amount].parameters;
    return std::find(used.begin(), used.end(), id) != used.end();
  });
}

// What a parameter is worth on days on which nothing uses it: no rule that does is in force, no
// check does, and no amount that does is worked out.
bool is_idle(const Mutant& mutant, const Typed& typed) {
  const auto parameter = std::find_if(
      typed.parameters.begin(), typed.parameters.end(),
      [&](const typed::Parameter& each) { return each.name == mutant.mutation.subject; });
  if (parameter == typed.parameters.end()) return false;
  const ParameterId id{static_cast<std::uint32_t>(parameter - typed.parameters.begin())};
  const Period& days = *mutant.mutation.moved_days;
  const auto uses = [&](const std::vector<ParameterId>& used) {
    return std::find(used.begin(), used.end(), id) != used.end();
  };
  const bool in_rules =
      std::any_of(typed.rules.begin(), typed.rules.end(), [&](const typed::Rule& rule) {
        return std::any_of(rule.versions.begin(), rule.versions.end(), [&](const auto& version) {
          return version.in_force.overlaps(days) && uses(version.parameters);
        });
      });
  return !in_rules && !is_asked_of_other_years(typed, id) &&
         std::none_of(typed.computed.begin(), typed.computed.end(),
                      [&](const typed::Computed& each) {
                        return uses(each.parameters) && !lacks_another(typed, each, id, days);
                      }) &&
         std::none_of(typed.checks.begin(), typed.checks.end(),
                      [&](const typed::Check& each) { return uses(parameters_of(typed, each)); });
}

void weigh_days(Mutant& mutant, const ast::Program& program, const Typed& typed) {
  if (is_of_parameter(program, mutant.mutation) && is_idle(mutant, typed)) {
    mutant.fate = Mutant::Fate::unseen;
    mutant.remark = {
        "in quei giorni nessuna regola che lo usa è in vigore, e nessun calcolo che lo usa si fa",
        "on those days no rule that uses it is in force, and no amount that uses it is worked out"};
    return;
  }
  const Period& days = *mutant.mutation.moved_days;
  const int year = year_of(days.from);
  if (last_day_of(year) <= *days.to) {
    const std::string number = std::to_string(year);
    mutant.remark = {"un esempio dell'anno " + number, "an example of the year " + number};
    return;
  }
  const Text day = checking::describe(days.from);
  mutant.remark = {"un esempio con data_di_rilevazione " + day.it,
                   "an example with survey_date " + day.en};
}

void judge(Mutant& mutant, const ast::Program& program, const Rulebook& rulebook,
           Examples& examples) {
  ast::Program changed = program;
  mutant.mutation.apply(changed);
  DiagnosticBag bag;
  const std::optional<Rulebook> compiled = compile(changed, bag);
  if (!compiled) {
    mutant.fate = Mutant::Fate::refused;
  } else if (examples.notice(mutant.mutation, *compiled)) {
    mutant.fate = Mutant::Fate::noticed;
  } else if (mutant.mutation.moved_days) {
    weigh_days(mutant, program, rulebook.typed);
  } else {
    prove_mutant(program, rulebook, mutant);
  }
}

}  // namespace

std::vector<Mutant> mutate(const ast::Program& program, const Rulebook& rulebook, unsigned threads,
                           const std::function<void(std::size_t, std::size_t)>& progress) {
  const std::set<std::string> seen = parameters_seen(rulebook.typed);
  std::vector<Mutation> mutations = mutations_of(program);
  std::erase_if(mutations, [&](const Mutation& mutation) {
    return is_of_parameter(program, mutation) && !seen.contains(mutation.subject);
  });

  std::vector<Mutant> mutants;
  for (Mutation& mutation : mutations) {
    mutants.push_back({std::move(mutation), Mutant::Fate::survived, {}});
  }
  // A thread takes the next mutant that nobody has taken; what becomes of one rests on no other.
  std::atomic<std::size_t> next = 0;
  std::size_t done = 0;
  std::mutex counting;
  const auto work = [&] {
    Examples examples(rulebook);
    for (std::size_t i = next++; i < mutants.size(); i = next++) {
      judge(mutants[i], program, rulebook, examples);
      const std::lock_guard lock(counting);
      progress(++done, mutants.size());
    }
  };
  progress(0, mutants.size());
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads && i < mutants.size(); ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  return mutants;
}

}  // namespace leps::inline mutating
