// The facts of one Ambito in one year, and the set of all of them.
#pragma once

#include "facts/fact.hpp"
#include "facts/read_doubt.hpp"

#include <map>
#include <string>
#include <vector>

namespace leps::inline reading {

/// `deroghe`: an act that excuses a failure for a time. Shown beside the verdict, never in place
/// of it.
struct Waiver {
  RuleId rule;
  std::string act, reason;
  std::optional<Day> until;
  Span span;
};

/// `territorio`: what the Ambito belongs to, and on which days. An Ambito may belong to several of
/// a kind, and a Distretto may hold several Ambiti.
struct TerritoryLink {
  std::string kind;  // `ats_salute`, `asst`, `distretto`, … as written
  std::string name;
  std::optional<Period> period;  // none: as long as the Ambito has been there
};

/// `gruppi`: a group that the Ambito shares with others, such as a project.
struct GroupMembership {
  std::string name;                  // of the group: `p12-sud`
  std::vector<std::string> members;  // keys of its Ambiti, where the data list them
  Span span;
};

/// `fusione`: the Ambiti that became this one.
struct Merger {
  std::vector<std::string> from;  // their keys
  Day day{};                      // the first day of the new Ambito
  Span span;
};

struct FactTable {
  std::string ambito;  // the key
  std::string name, region;
  std::vector<TerritoryLink> territory;
  bool synthetic = false;  // `sintetico: sì`: invented, said wherever shown
  std::string note;
  int year = 0;
  bool forecast = false;       // `stato: previsione`: never a final verdict
  Day survey_date{};           // `data_di_rilevazione`, else the last day of the year
  Span span;                   // the year's key in the file
  IdMap<DatumId, Fact> facts;  // a row for every datum of the rulebook
  std::map<GroupId, GroupMembership> groups;
  std::optional<MonthDay> patron;  // `patrono`: the local feast
  std::optional<Merger> merger;
  std::vector<Waiver> waivers;
  ReadDoubts doubts;  // what the readers found odd about its data, all of it
};

/// By Ambito (its key, byte order), then year.
using DataSet = std::vector<FactTable>;

/// Each of the data, in their order.
inline std::vector<const FactTable*> pointers_to(const DataSet& data) {
  std::vector<const FactTable*> pointers;
  for (const FactTable& facts : data) pointers.push_back(&facts);
  return pointers;
}

}  // namespace leps::inline reading
