#include "explain/shown_waiver.hpp"

#include "explain/sentences.hpp"
#include "words/citation.hpp"
#include "words/format.hpp"
#include "words/text.hpp"

namespace leps::inline explaining {

std::vector<ShownWaiver> show_waivers(RuleId rule, const FactTable& facts, const Report& report,
                                      Language language) {
  std::vector<ShownWaiver> shown;
  for (const Waiver& waiver : facts.waivers) {
    if (waiver.rule != rule) continue;
    shown.push_back({plain(waiver.act), plain(waiver.reason),
                     waiver.until ? show_day(*waiver.until, language) : std::string(),
                     place_of(waiver.span, report.sources),
                     waiver.until && *waiver.until < facts.survey_date});
  }
  return shown;
}

std::string waiver_sentence(const ShownWaiver& waiver, Language language) {
  const Say say(language);
  const std::string what = waiver.reason.empty()
                               ? waiver.act
                               : say(sentences::waiver_because, waiver.act, waiver.reason);
  if (waiver.until.empty()) return what;
  return say(waiver.expired ? sentences::waiver_expired : sentences::waiver_until, what,
             waiver.until);
}

}  // namespace leps::inline explaining
