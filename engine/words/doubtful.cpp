#include "words/doubtful.hpp"

#include "eval/reads.hpp"

#include <algorithm>

namespace leps::inline wording {
namespace {

template <class Element>
void add_once(std::vector<Element>& all, Element element) {
  if (std::find(all.begin(), all.end(), element) == all.end()) {
    all.push_back(std::move(element));
  }
}

class Finder {
 public:
  explicit Finder(const Typed& typed) : typed_(typed) {}

  void add(const AllRead& read) {
    for (const auto& [facts, id] : read.parameters) {
      const typed::ParameterVersion* version = typed_.parameters[id].at(facts->survey_date);
      if (version) add(version->confidence, &Doubtful::parameters, id);
    }
    for (const UsedAmount& used : read.amounts) add(used.amount);
  }

  void add(ComputedId amount) {
    add(typed_.computed[amount].confidence, &Doubtful::formulas, amount);
  }

  void add(const NarrowedDatum& narrowed) {
    for (const DatumId part : parts_that_narrow(narrowed, typed_)) {
      add(typed_.data[part].part_of->confidence, &Doubtful::parts, part);
    }
    for (const auto& end : {narrowed.by.lo, narrowed.by.hi}) {
      if (!end || !narrowed.there->is_worked_out(end->by)) continue;
      const ComputedId amount = *typed_.data[end->by].if_missing;
      add(amount);
      add(all_read({typed_.computed[amount].value}, typed_, narrowed.there->facts(),
                   narrowed.there->around()));
    }
  }

  ByConfidence<Doubtful> take() { return std::move(found_); }

 private:
  template <class Id>
  void add(std::optional<Confidence> confidence, std::vector<Id> Doubtful::*kind, Id id) {
    if (confidence == Confidence::ipotesi) add_once(found_.assumed.*kind, id);
    if (confidence == Confidence::da_verificare) add_once(found_.unverified.*kind, id);
  }

  const Typed& typed_;
  ByConfidence<Doubtful> found_;
};

}  // namespace

ByConfidence<Doubtful> find_doubtful(const std::vector<ParameterId>& declared,
                                     const std::vector<typed::ExprId>& exprs,
                                     const std::vector<NarrowedDatum>& narrowed,
                                     Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  Finder finder(typed);
  finder.add(all_read(exprs, typed, evaluator.facts(), evaluator.around()));
  for (const NarrowedDatum& each : narrowed) finder.add(each);
  ByConfidence<Doubtful> found = finder.take();
  const auto place = [&](ParameterId id) {
    return std::find(declared.begin(), declared.end(), id) - declared.begin();
  };
  for (std::vector<ParameterId>* each : {&found.assumed.parameters, &found.unverified.parameters}) {
    std::stable_sort(each->begin(), each->end(),
                     [&](ParameterId a, ParameterId b) { return place(a) < place(b); });
  }
  return found;
}

std::vector<std::string> names_of(const Doubtful& doubtful, const Typed& typed) {
  std::vector<std::string> names;
  for (const ParameterId id : doubtful.parameters) names.push_back(typed.parameters[id].name);
  for (const DatumId part : doubtful.parts) names.push_back(typed.data[part].name);
  for (const ComputedId amount : doubtful.formulas) add_once(names, typed.computed[amount].name);
  return names;
}

std::vector<std::string> doubtful_conditions(Confidence confidence, const RuleOutcome& outcome,
                                             const Typed& typed) {
  const std::string& rule = typed.rules[outcome.rule].name;
  const typed::RuleVersion& version = *outcome.version;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < version.requirements.size(); ++i) {
    const typed::Requirement& requirement = version.requirements[i];
    const bool asked = outcome.requirements[i].verdict != Verdict::non_applicabile;
    if ((asked && requirement.confidence == confidence) ||
        requirement.applies_confidence == confidence) {
      names.push_back(rule + "." + requirement.name);
    }
  }
  if (version.applies_confidence == confidence) names.push_back(rule);
  return names;
}

}  // namespace leps::inline wording
