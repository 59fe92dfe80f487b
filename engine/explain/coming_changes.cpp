#include "explain/coming_changes.hpp"

#include "explain/sentences.hpp"
#include "words/format.hpp"
#include "words/show_value.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>

namespace leps::inline explaining {
namespace {

constexpr std::chrono::days kOneDay{1};

class Coming {
 public:
  Coming(const Typed& typed, Day survey_date, Language language)
      : typed_(typed), survey_date_(survey_date), language_(language), say_(language) {}

  std::vector<ComingDay> operator()() {
    for (const typed::Rule& rule : typed_.rules) look(rule);
    for (const ParameterId id : typed_.parameters.keys()) look(id);
    std::vector<ComingDay> days;
    for (auto& [day, changes] : changes_) days.push_back({day, std::move(changes)});
    return days;
  }

 private:
  void add(Day day, std::string change) {
    if (day > survey_date_) changes_[day].push_back(std::move(change));
  }

  // On the first day of each version, and on the day behind the last of it.
  void look(const typed::Rule& rule) {
    for (const typed::RuleVersion& version : rule.versions) {
      const std::string title = plain(version.title);
      const typed::RuleVersion* before = rule.at(version.in_force.from - kOneDay);
      add(version.in_force.from,
          say_(before ? sentences::coming_changed : sentences::coming_begins, title) +
              mark(version.pack));
      if (!version.in_force.to) continue;
      const Day after = *version.in_force.to + kOneDay;
      if (!rule.at(after)) add(after, say_(sentences::coming_ends, title) + mark(version.pack));
    }
  }

  void look(ParameterId id) {
    const typed::Parameter& parameter = typed_.parameters[id];
    for (const typed::ParameterVersion& version : parameter.versions) {
      const typed::ParameterVersion* before = parameter.at(version.period.from - kOneDay);
      if (!before || before->text == version.text || !is_used(id, version.period.from)) continue;
      add(version.period.from,
          say_(sentences::coming_number,
               plain(parameter.title.empty() ? parameter.name : parameter.title),
               show_literal(plain(before->text), language_),
               show_literal(plain(version.text), language_)) +
              mark(version.pack));
    }
  }

  [[nodiscard]] bool is_used(ParameterId id, Day day) const {
    return std::any_of(typed_.rules.begin(), typed_.rules.end(), [&](const typed::Rule& rule) {
      const typed::RuleVersion* version = rule.at(day);
      return version && std::find(version->parameters.begin(), version->parameters.end(), id) !=
                            version->parameters.end();
    });
  }

  [[nodiscard]] std::string mark(PackId pack) const {
    return typed_.packs[pack].draft ? " · " + std::string(draft_word(language_)) : "";
  }

  const Typed& typed_;
  Day survey_date_;
  Language language_;
  Say say_;
  std::map<Day, std::vector<std::string>> changes_;
};

}  // namespace

std::vector<ComingDay> coming_changes(const Rulebook& rulebook, Day survey_date,
                                      Language language) {
  return Coming(rulebook.typed, survey_date, language)();
}

std::string coming_title(Day day, Language language) {
  return Say(language)(sentences::coming_title, show_day(day, language));
}

}  // namespace leps::inline explaining
