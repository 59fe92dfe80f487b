#include "explain/explained_change.hpp"

#include "explain/sentences.hpp"
#include "explain/used_parameter.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline explaining {
namespace {

// `leps.lombardia 1`, `leps.lombardia 1, ipotesi`
std::string pack_so_sure(const typed::Amendment& by, const Typed& typed, Language language) {
  const std::string pack = name_of_pack(by.pack, typed);
  return by.confidence ? Say(language)(sentences::pack_so_sure, pack,
                                       confidence_word(*by.confidence, language))
                       : pack;
}

ExplainedChange change(std::string text, const typed::Amendment& by, const Typed& typed) {
  return {std::move(text), cite(by.sources, typed), plain_all(by.notes)};
}

ExplainedChange explain_end(const typed::Ending& ending, const Typed& typed, Language language) {
  const Say say(language);
  const std::string day = show_day(ending.day, language);
  const std::string pack = pack_so_sure(ending.by, typed, language);
  return change(ending.requirement
                    ? say(sentences::requirement_ended, plain(*ending.requirement), day, pack)
                    : say(sentences::rule_ended, day, pack),
                ending.by, typed);
}

}  // namespace

ExplainedChange explain_change(const typed::Amendment& by, const Typed& typed, Language language) {
  const Say say(language);
  const std::string pack = pack_so_sure(by, typed, language);
  switch (by.change) {
    case typed::Amendment::Change::replaced:
      return change(say(sentences::amended_by, pack), by, typed);
    case typed::Amendment::Change::added:
      return change(say(sentences::added_by, pack), by, typed);
    case typed::Amendment::Change::titled:
      return change(say(sentences::titled_by, pack), by, typed);
    case typed::Amendment::Change::ended:
      break;
  }
  return change(pack, by, typed);
}

std::vector<const typed::Ending*> endings_shown(const typed::Rule& rule,
                                                const typed::RuleVersion& version, Day day) {
  std::vector<const typed::Ending*> shown;
  for (const typed::Ending& ending : rule.endings) {
    const bool counts = ending.requirement ? ending.day <= day : ending.day > version.in_force.from;
    if (counts) shown.push_back(&ending);
  }
  return shown;
}

std::vector<ExplainedChange> changes_of(const typed::Rule& rule, const typed::RuleVersion& version,
                                        Day day, const Typed& typed, Language language) {
  std::vector<ExplainedChange> changes;
  if (version.titled) changes.push_back(explain_change(*version.titled, typed, language));
  for (const typed::Ending* ending : endings_shown(rule, version, day)) {
    changes.push_back(explain_end(*ending, typed, language));
  }
  return changes;
}

std::string ended_sentence(const typed::Ending& ending, Day day, const Typed& typed,
                           Language language) {
  return Say(language)(sentences::verdict_ended, show_day(day, language),
                       show_day(ending.day, language), pack_so_sure(ending.by, typed, language));
}

}  // namespace leps::inline explaining
