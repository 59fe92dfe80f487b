#include "explain/areas.hpp"

#include "check/area_members.hpp"
#include "explain/sentences.hpp"
#include "explain/summary.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

bool has(const auto& all, auto one) { return std::find(all.begin(), all.end(), one) != all.end(); }

PageArea area_of(const AreaMembers& members, const AmbitoPage& page, const Report& report,
                 Evaluator& evaluator, Language language) {
  PageArea area;
  for (std::size_t i = 0; i < page.rules.size(); ++i) {
    if (has(members.rules, page.rules[i].result->outcome.rule)) area.rules.push_back(i);
  }
  for (std::size_t i = 0; i < page.amounts.size(); ++i) {
    if (has(members.computed, page.amounts[i].computed)) area.amounts.push_back(i);
  }
  const auto use = [&](DatumId id) {
    area.data.push_back(use_datum(id, report, evaluator, language));
  };
  for (const DatumId id : members.data) use(id);
  for (const TableId id : members.tables) use(report.rulebook->typed.tables[id].datum);
  return area;
}

}  // namespace

std::string PageArea::data_sentence(Language language) const {
  if (data.empty()) return {};
  std::vector<std::string> unknown;
  for (const UsedDatum& datum : data) {
    if (!datum.known) unknown.push_back(datum.name);
  }
  const Say say(language);
  const std::string all =
      say.of(data.size() == 1, sentences::data_counted, std::to_string(data.size()));
  if (unknown.empty()) return say(sentences::area_data_all_known, all);
  return say(sentences::area_data_some_known, all, std::to_string(data.size() - unknown.size()),
             join_words(unknown, language));
}

std::vector<PageArea> areas_of(const AmbitoPage& page, const Report& report, Evaluator& evaluator,
                               Language language) {
  const Typed& typed = report.rulebook->typed;
  std::vector<PageArea> areas;
  for (const AreaId id : typed.areas.keys()) {
    PageArea area = area_of(members_of(typed, id), page, report, evaluator, language);
    area.name = typed.areas[id].name;
    area.title = plain(typed.areas[id].title);
    area.notes = plain_all(typed.areas[id].notes);
    areas.push_back(std::move(area));
  }
  if (areas.empty()) return areas;
  if (const AreaMembers others = members_of(typed, std::nullopt); !others.empty()) {
    PageArea area = area_of(others, page, report, evaluator, language);
    area.title = Say(language)(sentences::area_of_none);
    areas.push_back(std::move(area));
  }
  return areas;
}

std::string area_title(RuleId rule, const Typed& typed) {
  const auto& area = typed.rules[rule].area;
  return area ? plain(typed.areas[*area].title) : std::string();
}

}  // namespace leps::inline explaining
