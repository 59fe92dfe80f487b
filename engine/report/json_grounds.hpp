// What a result rests on, in `leps-results/1`: numbers of the law, other sources, doubts, waivers.
#pragma once

#include "assess/report.hpp"
#include "eval/evaluator.hpp"
#include "report/json_parts.hpp"

#include <vector>

namespace leps::inline reports {

/// Every function writes one field of the object that is open.
class JsonGrounds : public JsonParts {
 public:
  JsonGrounds(const Report& report, JsonWriter& json)
      : JsonParts(report.rulebook->typed, json), report_(report) {}

  /// The numbers of the law that a rule rests on, each with the pack whose text it is.
  /// @param version  null: none is in force
  void parameters(const FactTable& facts, const typed::RuleVersion* version);
  /// What other sources say of the data that a rule rests on, and what it would have been by them.
  void other_sources(const Assessment& assessment, const RuleResult& result);
  /// What was found about the data that a result rests on: the message of the diagnostic, and what
  /// the data are worth that it is about.
  void doubts(const Assessment& assessment, const std::vector<Doubted>& rests,
              Evaluator& evaluator);
  void waivers(const FactTable& facts, RuleId rule);
  /// Null where it is not known.
  void known_value(const Value& value, const Type& type);

 protected:
  const Report& report_;

 private:
  void other_source(const FactTable& facts, const RuleResult& result, const OtherSource& source);
  void other_value(const Value& value, const Type& type);
};

}  // namespace leps::inline reports
