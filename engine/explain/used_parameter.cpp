#include "explain/used_parameter.hpp"

#include "explain/sentences.hpp"
#include "words/format.hpp"
#include "words/text.hpp"

namespace leps::inline explaining {

UsedParameter use_parameter(ParameterId id, const Typed& typed, Day survey_date,
                            Language language) {
  const Say say(language);
  const typed::Parameter& declared = typed.parameters[id];
  UsedParameter used;
  used.parameter = id;
  used.name = declared.name;
  used.title = plain(declared.title);
  const typed::ParameterVersion* version = declared.at(survey_date);
  if (!version) {
    used.value = say(sentences::no_value_in_force);
    return used;
  }
  used.value = show_literal(plain(version->text), language);
  used.period = show_period(version->period, language);
  used.confidence = version->confidence;
  used.sources = cite(version->sources, typed);
  used.notes = plain_all(version->notes);
  if (!declared.layers.empty() && version->pack != declared.layers.front().front().pack) {
    used.amended = say(sentences::amended_by, name_of_pack(version->pack, typed));
  }
  return used;
}

std::string name_of_pack(PackId id, const Typed& typed) {
  const typed::Pack& pack = typed.packs[id];
  return plain(pack.name) + " " + plain(pack.version);
}

}  // namespace leps::inline explaining
