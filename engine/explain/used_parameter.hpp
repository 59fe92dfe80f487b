// The numbers of the rules that a result rests on, as a reader meets them: what each is worth on
// the survey day, since when, by which law, and which pack has amended it.
#pragma once

#include "check/typed.hpp"
#include "words/citation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

struct UsedParameter {
  ParameterId parameter;
  std::string name, title, value, period;  // `dal 1 gennaio 2021`
  std::optional<Confidence> confidence;    // none where no value is in force
  std::string amended;  // `modificato da leps.lombardia 1`; empty where its own pack says it
  std::vector<CitedSource> sources;
  std::vector<std::string> notes;
};

UsedParameter use_parameter(ParameterId id, const Typed& typed, Day survey_date, Language language);

/// `leps.lombardia 1`
std::string name_of_pack(PackId id, const Typed& typed);

}  // namespace leps::inline explaining
