// The results for programs, `leps-results/1`: exact numbers as strings, Italian words for verdicts,
// the same whatever the reader's language. Described by results.schema.json beside this file; the
// keys of design come first in every object, what we add comes after.
#include "provenance/derivation.hpp"
#include "report/explain.hpp"
#include "report/format.hpp"
#include "report/formula.hpp"
#include "report/totals.hpp"
#include "report/write.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace leps {
namespace {

using Json = nlohmann::ordered_json;

Json bound(const Bound& bound) {
  return bound.finite() ? Json(to_string(bound.value())) : Json(nullptr);
}

Json range(const Interval& interval) {
  Json json;
  json["lo"] = bound(interval.lo);
  json["hi"] = bound(interval.hi);
  return json;
}

Json unit(const Unit& unit) { return unit.none() ? Json(nullptr) : Json(to_string(unit)); }

Json text(const Text& text) {
  Json json;
  json["it"] = text.it;
  json["en"] = text.en;
  return json;
}

Json amount_of_money(const std::optional<Interval>& amount, const Unit& of) {
  if (!amount) return nullptr;
  Json json = range(*amount);
  json["unit"] = unit(of);
  return json;
}

std::string_view kind_of(GapKind kind) {
  constexpr std::string_view kNames[] = {"distance", "activation", "parts", "alternatives", "rows"};
  return kNames[static_cast<std::size_t>(kind)];
}

class Writer {
 public:
  explicit Writer(const Report& report)
      : report_(report), rulebook_(*report.rulebook), typed_(report.rulebook->typed) {}

  Json document() const {
    Json json;
    json["schema"] = "leps-results/1";
    json["rules"] = Json::array();
    for (const RulebookSource& source : rulebook_.sources) {
      Json entry;
      entry["pack"] = source.pack;
      entry["version"] = source.version;
      entry["sha256"] = source.sha256;
      entry["file"] = source.file;
      json["rules"].push_back(std::move(entry));
    }

    json["results"] = Json::array();
    json["computed"] = Json::array();
    Json ambiti = Json::array();
    for (const Assessment& assessment : report_.assessments) {
      for (const RuleResult& each : assessment.rules) {
        json["results"].push_back(result(assessment, each));
      }
      for (const ComputedResult& each : assessment.computed) {
        if (is_idle(typed_.computed[each.computed], typed_, *assessment.facts)) continue;
        json["computed"].push_back(computed(*assessment.facts, each));
      }
      ambiti.push_back(ambito(*assessment.facts));
    }
    json["diagnostics"] = Json::array();
    for (const Diagnostic& each : report_.diagnostics.all()) {
      json["diagnostics"].push_back(diagnostic(each));
    }
    json["ambiti"] = std::move(ambiti);
    json["ordering"] =
        report_.ordering ? Json(typed_.orderings[*report_.ordering].name) : Json(nullptr);
    json["totals"] = Json::array();
    for (const Total& each : totals(report_)) json["totals"].push_back(total(each));
    return json;
  }

 private:
  Json names(const DatumSet& data) const {
    Json json = Json::array();
    for (const MissingDatum& each : data) json.push_back(name_of(each, typed_));
    return json;
  }
  Json names(const std::vector<ParameterId>& parameters) const {
    Json json = Json::array();
    for (const ParameterId id : parameters) json.push_back(typed_.parameters[id].name);
    return json;
  }
  Json formulas(const DivisorSet& divisors) const {
    Json json = Json::array();
    for (const typed::ExprId id : divisors) {
      json.push_back(formula(id, typed_, Language::italian));
    }
    return json;
  }

  Json gap(const Gap& gap) const {
    Json json = range(gap.amount);
    json["unit"] = unit(gap.unit);
    json["lever"] = gap.lever ? Json(typed_.data[*gap.lever].name) : Json(nullptr);
    json["strict"] = gap.strict;
    json["failing"] = gap.failing;
    json["parts"] = Json::array();
    for (const Gap& part : gap.parts) json["parts"].push_back(this->gap(part));
    json["alternatives"] = Json::array();
    for (const Gap& each : gap.alternatives) json["alternatives"].push_back(this->gap(each));
    json["shortfall"] = gap.shortfall ? range(*gap.shortfall) : Json(nullptr);
    if (gap.shortfall) json["shortfall"]["unit"] = unit(gap.shortfall_unit);

    json["kind"] = kind_of(gap.kind);
    json["decrease"] = gap.decrease;
    json["unreachable"] = !gap.amount.lo.finite();
    json["open"] = gap.open;
    json["total"] = gap.total == 0 ? Json(nullptr) : Json(gap.total);
    json["chosen"] = gap.kind == GapKind::alternatives ? Json(gap.chosen) : Json(nullptr);
    json["relative_gap"] = range(gap.relative);
    json["cost"] = amount_of_money(gap.cost, gap.cost_unit);
    json["gross_cost"] = amount_of_money(gap.gross_cost, gap.cost_unit);
    json["rests_on"] = names(gap.rests_on);
    return json;
  }

  static Json verdicts(const VerdictSet& set) {
    Json json = Json::array();
    for (const Verdict verdict : kVerdicts) {
      if (set.has(verdict)) json.push_back(to_string(verdict));
    }
    return json;
  }

  Json requirement(const typed::RuleVersion& version, const RuleResult& result,
                   std::size_t index) const {
    const RequirementOutcome& outcome = result.outcome.requirements[index];
    const bool measured = index < result.gaps.size() && result.gaps[index].has_value();
    Json json;
    json["name"] = version.requirements[index].name;
    json["verdict"] = to_string(outcome.verdict);
    json["gap"] = measured ? gap(*result.gaps[index]) : Json(nullptr);
    json["title"] = version.requirements[index].title;
    json["possible"] = verdicts(outcome.possible);
    const std::vector<bool>& within = result.outcome.within_tolerance;
    json["within_tolerance"] = index < within.size() && within[index];
    const typed::Requirement& declared = version.requirements[index];
    json["tolerance"] =
        declared.tolerance.is_zero() ? Json(nullptr) : Json(to_string(declared.tolerance));
    json["pack"] = typed_.packs[declared.amendment ? declared.amendment->pack : version.pack].name;
    json["amendment"] = nullptr;
    if (declared.amendment) {
      const typed::Requirement::Amendment& amendment = *declared.amendment;
      json["amendment"] = pack(amendment.pack);
      json["amendment"]["confidence"] = confidence(amendment.confidence);
      json["amendment"]["sources"] = sources(amendment.sources);
    }
    return json;
  }

  Json pack(PackId id) const {
    Json json;
    json["pack"] = typed_.packs[id].name;
    json["version"] = typed_.packs[id].version;
    return json;
  }

  static Json confidence(const std::optional<Confidence>& confidence) {
    constexpr std::string_view kNames[] = {"verificato", "da_verificare", "ipotesi"};
    return confidence ? Json(kNames[static_cast<std::size_t>(*confidence)]) : Json(nullptr);
  }

  // The numbers of the law that a rule rests on, each with the pack whose text it is.
  Json parameters(const FactTable& facts, const typed::RuleVersion& version) const {
    Json json = Json::array();
    for (const ParameterId id : version.parameters) {
      const typed::ParameterVersion* value = typed_.parameters[id].at(facts.survey_date);
      if (!value) continue;
      Json entry;
      entry["name"] = typed_.parameters[id].name;
      entry["value"] = value->text;
      entry["from"] = to_iso(value->period.from);
      entry["to"] = value->period.to ? Json(to_iso(*value->period.to)) : Json(nullptr);
      entry["confidence"] = confidence(value->confidence);
      entry["pack"] = typed_.packs[value->pack].name;
      entry["sources"] = sources(value->sources);
      json.push_back(std::move(entry));
    }
    return json;
  }

  // What other sources say of the data that a rule rests on, and what it would have been by them.
  Json other_sources(const Assessment& assessment, const RuleResult& result) const {
    Json json = Json::array();
    if (!result.outcome.version) return json;
    const FactTable& facts = *assessment.facts;
    const Derivation rests = derive(typed_, expressions_of(*result.outcome.version), &facts);
    for (const OtherSource& each : assessment.other_sources) {
      if (std::find(rests.data.begin(), rests.data.end(), each.datum) == rests.data.end()) continue;
      const Fact::Other& other = facts.facts[each.datum].others[each.other];
      Fact as_fact;
      as_fact.value = other.value;
      Json entry;
      entry["datum"] = typed_.data[each.datum].name;
      entry["source"] = other.origin;
      entry["as_of"] = other.as_of ? Json(to_iso(*other.as_of)) : Json(nullptr);
      entry["place"] = other.cell ? Json(place_of(*other.cell, report_.sources)) : Json(nullptr);
      add_value(entry, value_of(as_fact, typed_.data[each.datum], each.datum),
                typed_.data[each.datum].type);
      entry["verdict"] = to_string(result.outcome.verdict);
      for (const OtherSource::Change& change : each.changes) {
        if (change.rule == result.outcome.rule) entry["verdict"] = to_string(change.verdict);
      }
      json.push_back(std::move(entry));
    }
    return json;
  }

  // A number has its bounds and unit; a truth, a word and the rest a text.
  void add_value(Json& json, const Value& value, const Type& type) const {
    json["lo"] = json["hi"] = json["unit"] = json["value"] = nullptr;
    if (const auto* number = std::get_if<Quantity>(&value); number && is_number(type)) {
      json["lo"] = bound(number->range.lo);
      json["hi"] = bound(number->range.hi);
      json["unit"] = unit(measure_of(type).unit);
      return;
    }
    const std::string shown = show_value(value, type, typed_, Language::italian);
    if (shown != "?") json["value"] = shown;
  }
  static bool is_number(const Type& type) { return std::holds_alternative<NumberOf>(type); }

  Json total(const Total& total) const {
    Json json;
    json["year"] = total.year;
    json["regione"] = total.region.empty() ? Json(nullptr) : Json(total.region);
    json["rule"] = typed_.rules[total.rule].name;
    json["requirement"] = total.requirement;
    json["lo"] = bound(total.amount.lo);
    json["hi"] = bound(total.amount.hi);
    json["unit"] = unit(total.unit);
    json["lever"] = total.lever ? Json(typed_.data[*total.lever].name) : Json(nullptr);
    json["decrease"] = total.decrease;
    json["ambiti"] = total.ambiti;
    json["failing"] = total.failing;
    json["open"] = total.open;
    json["forecasts"] = total.forecasts;
    json["cost"] = amount_of_money(total.cost, total.cost_unit);
    return json;
  }

  Json result(const Assessment& assessment, const RuleResult& result) const {
    const FactTable& facts = *assessment.facts;
    const RuleOutcome& outcome = result.outcome;
    const typed::RuleVersion& version = version_shown(rulebook_, result);

    Json json;
    json["ambito"] = facts.ambito;
    json["year"] = facts.year;
    json["rule"] = typed_.rules[outcome.rule].name;
    json["category"] = typed_.categories[version.category].name;
    json["verdict"] = to_string(outcome.verdict);
    json["possible"] = verdicts(outcome.possible);
    json["fragile"] = result.fragile;
    json["rank"] = result.rank ? Json(*result.rank) : Json(nullptr);
    json["relative_gap"] = result.relative_gap ? range(*result.relative_gap) : Json(nullptr);
    json["requirements"] = Json::array();
    const std::size_t count = std::min(version.requirements.size(), outcome.requirements.size());
    for (std::size_t i = 0; i < count; ++i) {
      json["requirements"].push_back(requirement(version, result, i));
    }
    json["missing"] = names(outcome.missing);
    json["deciding"] = names(outcome.deciding);
    json["assumptions"] = names(parameters_with(Confidence::ipotesi, rulebook_, facts, result));

    json["unverified"] =
        names(parameters_with(Confidence::da_verificare, rulebook_, facts, result));
    json["assumed_clauses"] = clauses(Confidence::ipotesi, result);
    json["unverified_clauses"] = clauses(Confidence::da_verificare, result);
    json["title"] = version.title;
    json["pack"] = typed_.packs[version.pack].name;
    json["forecast"] = facts.forecast;
    json["cost"] = amount_of_money(result.cost, result.cost_unit);
    json["beneficiaries"] = nullptr;
    if (result.beneficiaries && version.beneficiaries) {
      json["beneficiaries"] = range(result.beneficiaries->range);
      json["beneficiaries"]["unit"] =
          unit(measure_of(typed_.exprs[*version.beneficiaries].type).unit);
    }
    json["rank_reason"] = reason(assessment, result);
    json["zero_divisors"] = formulas(outcome.zero_divisors);
    json["waivers"] = waivers(facts, outcome.rule);
    json["sources"] = sources(version.sources);
    json["within_tolerance"] =
        outcome.verdict == Verdict::soddisfatto &&
        std::find(outcome.within_tolerance.begin(), outcome.within_tolerance.end(), true) !=
            outcome.within_tolerance.end();
    json["parameters"] =
        outcome.version ? parameters(facts, *outcome.version) : Json(Json::array());
    json["other_sources"] = other_sources(assessment, result);
    return json;
  }

  // Which of a rule's own clauses, parameters aside, have this confidence.
  static Json clauses(Confidence confidence, const RuleResult& result) {
    Json json = Json::array();
    const typed::RuleVersion* version = result.outcome.version;
    if (!version) return json;
    if (version->in_force_confidence == confidence) json.push_back("in_force");
    if (version->partial_confidence == confidence) json.push_back("partial_if");
    if (version->after_confidence == confidence) json.push_back("after");
    return json;
  }

  Json reason(const Assessment& assessment, const RuleResult& result) const {
    if (!result.rank) return nullptr;
    const auto name = [&](const std::optional<RuleId>& id) {
      return id ? Json(typed_.rules[*id].name) : Json(nullptr);
    };
    Json json = text({rank_sentence(assessment, rulebook_, result, Language::italian),
                      rank_sentence(assessment, rulebook_, result, Language::english)});
    json["blocks"] = name(result.reason.blocks);
    json["criterion"] = nullptr;
    if (result.reason.criterion) {
      constexpr std::string_view kNames[] = {
          "category", "causes_first", "relative_gap", "cost", "beneficiaries", "deadline", "score"};
      json["criterion"] = kNames[static_cast<std::size_t>(*result.reason.criterion)];
    }
    json["next"] = name(result.reason.next);
    return json;
  }

  Json waivers(const FactTable& facts, RuleId rule) const {
    Json json = Json::array();
    for (const Waiver& waiver : facts.waivers) {
      if (waiver.rule != rule) continue;
      Json entry;
      entry["act"] = waiver.act;
      entry["reason"] = waiver.reason;
      entry["until"] = waiver.until ? Json(to_iso(*waiver.until)) : Json(nullptr);
      entry["expired"] = waiver.until && *waiver.until < facts.survey_date;
      json.push_back(std::move(entry));
    }
    return json;
  }

  Json sources(const std::vector<SourceOfLawId>& ids) const {
    Json json = Json::array();
    for (const SourceOfLawId id : ids) {
      const typed::SourceOfLaw& source = typed_.sources[id];
      Json entry;
      entry["name"] = source.name;
      entry["title"] = source.title;
      entry["urn"] = source.urn.empty() ? Json(nullptr) : Json(source.urn);
      entry["url"] = source.url.empty() ? Json(nullptr) : Json(source.url);
      json.push_back(std::move(entry));
    }
    return json;
  }

  Json computed(const FactTable& facts, const ComputedResult& amount) const {
    const typed::Computed& declared = typed_.computed[amount.computed];
    Json json;
    json["ambito"] = facts.ambito;
    json["year"] = facts.year;
    json["name"] = declared.name;
    json["lo"] = nullptr;
    json["hi"] = nullptr;
    json["unit"] = nullptr;
    json["value"] = nullptr;
    json["title"] = declared.title;
    DatumSet missing;
    DivisorSet divisors;
    if (const auto* quantity = std::get_if<Quantity>(&amount.value)) {
      if (quantity->zero_divisors.empty()) {
        json["lo"] = bound(quantity->range.lo);
        json["hi"] = bound(quantity->range.hi);
      }
      json["unit"] = unit(measure_of(declared.type).unit);
      missing = quantity->rests_on;
      divisors = quantity->zero_divisors;
    } else if (const auto* truth = std::get_if<Truth>(&amount.value)) {
      if (truth->known()) json["value"] = truth->is_true() ? "sì" : "no";
      missing = truth->rests_on;
      divisors = truth->zero_divisors;
    } else {
      const std::string shown = show_value(amount.value, declared.type, typed_, Language::italian);
      if (shown != "?") json["value"] = shown;
      missing = std::visit([](const auto& value) { return value.rests_on; }, amount.value);
    }
    json["missing"] = names(missing);
    json["stands_for"] =
        declared.stands_for ? Json(typed_.data[*declared.stands_for].name) : Json(nullptr);
    json["zero_divisors"] = formulas(divisors);
    json["assumptions"] = Json::array();
    for (const ParameterId id : declared.parameters) {
      const typed::ParameterVersion* version = typed_.parameters[id].at(facts.survey_date);
      if (version && version->confidence == Confidence::ipotesi) {
        json["assumptions"].push_back(typed_.parameters[id].name);
      }
    }
    return json;
  }

  static Json ambito(const FactTable& facts) {
    Json json;
    json["ambito"] = facts.ambito;
    json["nome"] = facts.name;
    json["year"] = facts.year;
    json["synthetic"] = facts.synthetic;
    json["forecast"] = facts.forecast;
    json["survey_date"] = to_iso(facts.survey_date);
    json["regione"] = facts.region.empty() ? Json(nullptr) : Json(facts.region);
    json["territorio"] = Json::object();
    for (const TerritoryLink& link : facts.territory) {
      Json one;
      one["nome"] = link.name;
      one["dal"] = link.period ? Json(to_iso(link.period->from)) : Json(nullptr);
      one["al"] = link.period && link.period->to ? Json(to_iso(*link.period->to)) : Json(nullptr);
      json["territorio"][link.kind].push_back(std::move(one));
    }
    return json;
  }

  Json diagnostic(const Diagnostic& diagnostic) const {
    Json json;
    json["code"] = name(diagnostic.code);
    json["severity"] = to_string(severity(diagnostic.code));
    json["file"] = diagnostic.path.empty() ? Json(nullptr) : Json(diagnostic.path);
    json["line"] = nullptr;
    json["column"] = nullptr;
    if (diagnostic.where && report_.sources &&
        diagnostic.where->source.index < report_.sources->size()) {
      const LineColumn place = report_.sources->line_column(*diagnostic.where);
      json["file"] = report_.sources->name(diagnostic.where->source);
      json["line"] = place.line;
      json["column"] = place.column;
    }
    json["message"] = text(diagnostic.message);
    json["hints"] = Json::array();
    for (const Text& hint : diagnostic.hints) json["hints"].push_back(text(hint));
    return json;
  }

  const Report& report_;
  const Rulebook& rulebook_;
  const Typed& typed_;
};

}  // namespace

std::string write_json(const Report& report) {
  // Broken UTF-8 of a user's text becomes U+FFFD: the document stays readable.
  return Writer(report).document().dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace leps
