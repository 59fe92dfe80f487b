// The facts of one Ambito in one year, and the set of all of them.
#pragma once

#include "facts/fact.hpp"

#include <map>
#include <string>
#include <vector>

namespace leps {

/// `deroghe`: an act that excuses a failure for a time. Shown beside the verdict, never in place
/// of it.
struct Waiver {
  RuleId rule;
  std::string act, reason;
  std::optional<Day> until;
  Span span;
};

struct FactTable {
  std::string ambito;  // the key
  std::string name, region;
  std::map<std::string, std::string> territory;  // `ats_salute`, `asst`, … as written
  bool synthetic = false;                        // `sintetico: sì`: invented, said wherever shown
  std::string note;
  int year = 0;
  bool forecast = false;       // `stato: previsione`: never a final verdict
  Day survey_date{};           // `data_di_rilevazione`, else the last day of the year
  Span span;                   // the year's key in the file
  IdMap<DatumId, Fact> facts;  // a row for every datum of the rulebook
  std::vector<Waiver> waivers;
};

/// By Ambito (its key, byte order), then year.
using DataSet = std::vector<FactTable>;

}  // namespace leps
