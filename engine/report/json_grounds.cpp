#include "report/json_grounds.hpp"

#include "check/walk.hpp"
#include "eval/value_of.hpp"
#include "provenance/derivation.hpp"

#include <algorithm>

namespace leps::inline reports {

void JsonGrounds::parameters(const FactTable& facts, const typed::RuleVersion* version) {
  json_.key("parameters");
  json_.begin_array();
  for (const ParameterId id : version ? version->parameters : std::vector<ParameterId>{}) {
    const typed::ParameterVersion* value = typed_.parameters[id].at(facts.survey_date);
    if (!value) continue;
    json_.object([&] {
      json_.field("name", typed_.parameters[id].name);
      json_.field("value", value->text);
      json_.field("from", to_iso(value->period.from));
      day("to", value->period.to);
      confidence(value->confidence);
      json_.field("pack", typed_.packs[value->pack].name);
      sources(value->sources);
    });
  }
  json_.end_array();
}

void JsonGrounds::other_sources(const Assessment& assessment, const RuleResult& result) {
  json_.key("other_sources");
  json_.begin_array();
  if (result.outcome.version) {
    const Derivation rests = derive(typed_, roots_of(*result.outcome.version), assessment.facts);
    for (const OtherSource& each : assessment.other_sources) {
      const bool used =
          std::find(rests.data.begin(), rests.data.end(), each.datum) != rests.data.end();
      if (used) other_source(*assessment.facts, result, each);
    }
  }
  json_.end_array();
}

void JsonGrounds::other_source(const FactTable& facts, const RuleResult& result,
                               const OtherSource& source) {
  const Fact::Other& other = facts.facts[source.datum].others[source.other];
  const typed::Datum& datum = typed_.data[source.datum];
  Fact as_fact;
  as_fact.value = other.value;
  Verdict verdict = result.outcome.verdict;
  for (const OtherSource::Change& change : source.changes) {
    if (change.rule == result.outcome.rule) verdict = change.verdict;
  }
  json_.object([&] {
    json_.field("datum", datum.name);
    json_.field("source", other.origin);
    day("as_of", other.as_of);
    json_.key("place");
    other.cell ? json_.value(place_of(*other.cell, report_.sources)) : json_.value(nullptr);
    other_value(value_of(as_fact, datum, source.datum), datum.type);
    json_.field("verdict", to_string(verdict));
  });
}

// A number has its bounds and unit; a truth, a word and the rest a text.
void JsonGrounds::other_value(const Value& value, const Type& type) {
  const auto* number = std::get_if<Quantity>(&value);
  if (number && std::holds_alternative<NumberOf>(type)) {
    json_.field("value", nullptr);
    unit(measure_of(type).unit);
    bound("hi", number->range.hi);
    bound("lo", number->range.lo);
    return;
  }
  known_value(value, type);
  for (const char* const name : {"unit", "hi", "lo"}) json_.field(name, nullptr);
}

void JsonGrounds::known_value(const Value& value, const Type& type) {
  const std::string shown = show_value(value, type, typed_, Language::italian);
  json_.key("value");
  shown != "?" ? json_.value(shown) : json_.value(nullptr);
}

void JsonGrounds::doubts(const Assessment& assessment, const std::vector<Doubted>& rests,
                         Evaluator& evaluator) {
  const auto message = [&](const Doubted& each, Language language) {
    const std::string subjects =
        show_doubt(each.doubt, report_, assessment, evaluator, language).subjects;
    const std::string& said = assessment.doubts[each.doubt].message.in(language);
    return subjects.empty() ? said : said + " (" + subjects + ")";
  };
  json_.array("doubts", rests, [&](const Doubted& each) {
    const DataDoubt& doubt = assessment.doubts[each.doubt];
    json_.object([&] {
      json_.field("code", name(doubt.code));
      json_.field("severity", to_string(severity(doubt.code)));
      json_.field("datum", each.datum);
      json_.object("message", [&] {
        json_.field("it", message(each, Language::italian));
        json_.field("en", message(each, Language::english));
      });
      json_.key("place");
      doubt.where ? json_.value(place_of(*doubt.where, report_.sources)) : json_.value(nullptr);
    });
  });
}

void JsonGrounds::waivers(const FactTable& facts, RuleId rule) {
  json_.key("waivers");
  json_.begin_array();
  for (const Waiver& waiver : facts.waivers) {
    if (waiver.rule != rule) continue;
    json_.object([&] {
      json_.field("act", waiver.act);
      json_.field("reason", waiver.reason);
      day("until", waiver.until);
      json_.field("expired", waiver.until && *waiver.until < facts.survey_date);
    });
  }
  json_.end_array();
}

}  // namespace leps::inline reports
