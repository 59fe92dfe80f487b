#include "explain/uncertain.hpp"

#include "check/walk.hpp"
#include "explain/sentences.hpp"
#include "words/doubtful.hpp"
#include "words/format.hpp"
#include "words/narrowed_data.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace leps::inline explaining {
namespace {

class Uncertain {
 public:
  Uncertain(Explanation& explanation, Evaluator& evaluator, Language language)
      : explanation_(explanation),
        evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        language_(language),
        say_(language) {}

  void add_numbers() {
    for (const UsedParameter& used : explanation_.parameters) {
      add(used.confidence, About::number, number(used));
    }
  }

  // Formulas; the numbers of other years, and of parts and wholes that the rule does not name and
  // that narrow what it does.
  void add_rests(const std::vector<NarrowedDatum>& narrowed, Day survey_date) {
    const auto found = find_doubtful(explanation_.version->parameters,
                                     roots_of(*explanation_.version), narrowed, evaluator_);
    for (const Confidence confidence : {Confidence::ipotesi, Confidence::da_verificare}) {
      const Doubtful& doubtful =
          confidence == Confidence::ipotesi ? found.assumed : found.unverified;
      for (const ParameterId id : doubtful.parameters) {
        const auto known =
            std::any_of(explanation_.parameters.begin(), explanation_.parameters.end(),
                        [id](const UsedParameter& used) { return used.parameter == id; });
        if (known) continue;
        add(confidence, About::number, number(use_parameter(id, typed_, survey_date, language_)));
      }
      for (const DatumId part : doubtful.parts) {
        const typed::Datum& declared = typed_.data[part];
        add(confidence, About::number,
            say_(sentences::uncertain_part, plain(declared.name),
                 plain(typed_.data[declared.part_of->whole].name)));
      }
      for (const ComputedId id : doubtful.formulas) {
        const typed::Computed& declared = typed_.computed[id];
        add(confidence, About::number,
            say_(declared.stands_for ? sentences::uncertain_if_missing
                                     : sentences::uncertain_formula,
                 declared.title.empty() ? declared.name : plain(declared.title), declared.name));
      }
    }
  }

  void add_endings(const typed::Rule& rule, Day survey_date) {
    for (const typed::Ending& ending : rule.endings) {
      if (!ending.requirement || ending.day > survey_date) continue;
      add(ending.by.confidence, About::number,
          say_(sentences::uncertain_end, *ending.requirement, show_day(ending.day, language_),
               name_of_pack(ending.by.pack, typed_)));
    }
  }

  void add_version(const typed::RuleVersion& version, const std::vector<std::string>& after) {
    add(version.applies_confidence, About::applies, say_(sentences::uncertain_applies),
        explanation_.name);
    for (std::size_t i = 0; i < version.requirements.size(); ++i) {
      const typed::Requirement& requirement = version.requirements[i];
      const std::string name = explanation_.name + "." + requirement.name;
      add(requirement.applies_confidence, About::applies,
          say_(sentences::uncertain_requirement_applies, requirement.name), name);
      if (is_asked(i)) {
        add(requirement.confidence, About::requirement,
            say_(sentences::uncertain_requirement, requirement.name), name);
      }
      for (const typed::Amendment& by : requirement.amendments) {
        const std::string pack = name_of_pack(by.pack, typed_);
        add(by.confidence, About::number,
            by.change == typed::Amendment::Change::added
                ? say_(sentences::uncertain_added, requirement.name, pack)
                : say_(sentences::uncertain_amendment, requirement.name, pack));
      }
    }
    add(version.in_force_confidence, About::in_force,
        say_(sentences::uncertain_in_force, show_day(version.in_force.from, language_)),
        explanation_.name);
    add(version.partial_confidence, About::partial, say_(sentences::uncertain_partial),
        explanation_.name);
    add(version.after_confidence, About::after,
        say_(sentences::uncertain_after, join_words(after, language_)), explanation_.name);
  }

 private:
  using About = Doubt::About;

  [[nodiscard]] bool is_asked(std::size_t requirement) const {
    const auto& outcomes = explanation_.result->outcome.requirements;
    return outcomes[requirement].verdict != Verdict::non_applicabile;
  }

  void add(std::optional<Confidence> confidence, About about, const std::string& what,
           const std::string& whose = {}) {
    const Doubt doubt{about, whose, what};
    if (confidence == Confidence::ipotesi) explanation_.assumptions.push_back(doubt);
    if (confidence == Confidence::da_verificare) explanation_.unverified.push_back(doubt);
  }

  std::string number(const UsedParameter& used) const {
    return used.title.empty()
               ? say_(sentences::uncertain_number, used.name, used.value)
               : say_(sentences::uncertain_titled_number, used.title, used.name, used.value);
  }

  Explanation& explanation_;
  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
  Say say_;
};

}  // namespace

void add_uncertain(Explanation& explanation, const std::vector<NarrowedDatum>& narrowed,
                   const Assessment& assessment, Evaluator& evaluator, Naming naming,
                   Language language) {
  const Rulebook& rulebook = evaluator.rulebook();
  const typed::RuleVersion& version = *explanation.version;
  std::vector<std::string> after;
  for (const RuleId id : version.after) {
    after.push_back(rule_name(assessment.rules[id.index], rulebook, naming));
  }
  Uncertain uncertain(explanation, evaluator, language);
  uncertain.add_numbers();
  uncertain.add_rests(narrowed, assessment.facts->survey_date);
  uncertain.add_version(version, after);
  uncertain.add_endings(rulebook.typed.rules[explanation.result->outcome.rule],
                        assessment.facts->survey_date);
}

}  // namespace leps::inline explaining
