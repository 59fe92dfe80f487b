// The results for programs, `leps-results/1`: exact numbers as strings, Italian words for verdicts,
// the same whatever the reader's language. Described by results.schema.json beside this file; the
// keys of design come first in every object, what we add comes after.
#include "report/write_json.hpp"

#include "assess/assess.hpp"
#include "check/walk.hpp"
#include "eval/value_of.hpp"
#include "explain/explain.hpp"
#include "explain/rank_sentence.hpp"
#include "explain/totals.hpp"
#include "json/json_diagnostics.hpp"
#include "provenance/derivation.hpp"
#include "report/json_gap.hpp"
#include "report/json_parts.hpp"
#include "words/narrowed_data.hpp"

#include <algorithm>

namespace leps::inline reports {
namespace {

std::string_view name_of(typed::Criterion criterion) {
  switch (criterion) {
    case typed::Criterion::category:
      return "category";
    case typed::Criterion::causes_first:
      return "causes_first";
    case typed::Criterion::relative_gap:
      return "relative_gap";
    case typed::Criterion::cost:
      return "cost";
    case typed::Criterion::beneficiaries:
      return "beneficiaries";
    case typed::Criterion::deadline:
      return "deadline";
    case typed::Criterion::score:
      break;
  }
  return "score";
}

/// Every function writes one value, or the fields of the object that is open.
class Writer : JsonParts {
 public:
  Writer(const Report& report, JsonWriter& json)
      : JsonParts(report.rulebook->typed, json), report_(report), rulebook_(*report.rulebook) {}

  void document() {
    json_.object([&] {
      json_.field("schema", "leps-results/1");
      json_.array("rules", rulebook_.sources, [&](const RulebookSource& source) {
        json_.object([&] {
          json_.field("pack", source.pack);
          json_.field("version", source.version);
          json_.field("sha256", source.sha256);
          json_.field("file", source.file);
          json_.field("draft", source.draft);
        });
      });
      results();
      json_.array("diagnostics", report_.diagnostics.all(),
                  [&](const Diagnostic& each) { write(json_, finding_of(each, report_.sources)); });
      json_.array("ambiti", report_.assessments,
                  [&](const Assessment& assessment) { ambito(*assessment.facts); });
      optional_name("ordering", report_.ordering, typed_.orderings);
      json_.array("totals", totals(report_), [&](const Total& each) { total(each); });
      data_files();
    });
  }

 private:
  // ---- results

  void results() {
    json_.key("results");
    json_.begin_array();
    for (const Assessment& assessment : report_.assessments) {
      Evaluator evaluator = reading_of(report_, assessment);
      for (const RuleResult& each : assessment.rules) result(assessment, each, evaluator);
    }
    json_.end_array();
    json_.key("computed");
    json_.begin_array();
    for (const Assessment& assessment : report_.assessments) {
      Evaluator evaluator = reading_of(report_, assessment);
      for (const ComputedResult& each : assessment.computed) {
        if (is_idle(typed_.computed[each.computed], typed_, *assessment.facts)) continue;
        computed(assessment, each, evaluator);
      }
    }
    json_.end_array();
  }

  void data_files() {
    std::vector<DataFile> files = report_.data_files;
    std::stable_sort(files.begin(), files.end(),
                     [](const DataFile& a, const DataFile& b) { return a.file < b.file; });
    json_.array("data", files, [&](const DataFile& each) {
      json_.object([&] {
        json_.field("name", each.file);
        json_.field("sha256", each.sha256);
      });
    });
  }

  void requirement(const typed::RuleVersion& version, const RuleResult& result, std::size_t index,
                   int year) {
    const typed::Requirement& declared = version.requirements[index];
    const RequirementOutcome& outcome = result.outcome.requirements[index];
    const bool measured = index < result.gaps.size() && result.gaps[index].has_value();
    const std::vector<bool>& within = result.outcome.within_tolerance;
    json_.object([&] {
      json_.field("name", declared.name);
      json_.field("verdict", to_string(outcome.verdict));
      json_.key("gap");
      measured ? write_gap(json_, typed_, *result.gaps[index], year) : json_.value(nullptr);
      json_.field("title", declared.title);
      possible(outcome.possible);
      json_.field("within_tolerance", index < within.size() && within[index]);
      json_.key("tolerance");
      declared.tolerance.is_zero() ? json_.value(nullptr)
                                   : json_.value(to_string(declared.tolerance));
      const PackId pack = declared.amendment ? declared.amendment->pack : version.pack;
      json_.field("pack", typed_.packs[pack].name);
      json_.key("amendment");
      declared.amendment ? amendment(*declared.amendment) : json_.value(nullptr);
    });
  }

  void amendment(const typed::Requirement::Amendment& amendment) {
    json_.object([&] {
      json_.field("pack", typed_.packs[amendment.pack].name);
      json_.field("version", typed_.packs[amendment.pack].version);
      confidence(amendment.confidence);
      sources(amendment.sources);
    });
  }

  // The numbers of the law that a rule rests on, each with the pack whose text it is.
  void parameters(const FactTable& facts, const typed::RuleVersion* version) {
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

  // What other sources say of the data that a rule rests on, and what it would have been by them.
  void other_sources(const Assessment& assessment, const RuleResult& result) {
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

  void other_source(const FactTable& facts, const RuleResult& result, const OtherSource& source) {
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
  void other_value(const Value& value, const Type& type) {
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

  void known_value(const Value& value, const Type& type) {
    const std::string shown = show_value(value, type, typed_, Language::italian);
    json_.key("value");
    shown != "?" ? json_.value(shown) : json_.value(nullptr);
  }

  void total(const Total& total) {
    json_.object([&] {
      json_.field("year", total.year);
      text_or_null("regione", total.region);
      json_.field("rule", typed_.rules[total.rule].name);
      json_.field("requirement", total.requirement);
      range(total.amount);
      unit(total.unit);
      optional_name("lever", total.lever, typed_.data);
      decrease(total.way);
      json_.field("ambiti", total.ambiti);
      json_.field("failing", total.failing);
      json_.field("open", total.open);
      json_.field("forecasts", total.forecasts);
      interval("cost", total.cost, &total.cost_unit);
      json_.field("draft", total.draft);
      json_.field("doubted", total.doubted);
    });
  }

  std::vector<std::string> doubtful(Confidence confidence, const FactTable& facts,
                                    const RuleResult& result,
                                    const std::vector<NarrowedDatum>& narrowed) const {
    return doubtful_names(confidence, parameters_with(confidence, rulebook_, facts, result),
                          narrowed, typed_);
  }

  void result(const Assessment& assessment, const RuleResult& result, Evaluator& evaluator) {
    const auto narrowed = result.outcome.version
                              ? narrowed_under(roots_of(*result.outcome.version), evaluator)
                              : std::vector<NarrowedDatum>();
    const FactTable& facts = *assessment.facts;
    const RuleOutcome& outcome = result.outcome;
    const typed::RuleVersion& version = version_shown(rulebook_, result);
    json_.object([&] {
      json_.field("ambito", facts.ambito);
      json_.field("year", facts.year);
      json_.field("rule", typed_.rules[outcome.rule].name);
      json_.field("category", typed_.categories[version.category].name);
      json_.field("verdict", to_string(outcome.verdict));
      possible(outcome.possible);
      json_.field("fragile", result.fragile);
      json_.key("rank");
      result.rank ? json_.value(*result.rank) : json_.value(nullptr);
      interval("relative_gap", result.relative_gap);
      json_.key("requirements");
      json_.begin_array();
      const std::size_t count = std::min(version.requirements.size(), outcome.requirements.size());
      for (std::size_t i = 0; i < count; ++i) requirement(version, result, i, facts.year);
      json_.end_array();
      names("missing", outcome.missing, facts.year);
      names("deciding", outcome.deciding, facts.year);
      texts("assumptions", doubtful(Confidence::ipotesi, facts, result, narrowed));
      texts("unverified", doubtful(Confidence::da_verificare, facts, result, narrowed));
      clauses("assumed_clauses", Confidence::ipotesi, result);
      clauses("unverified_clauses", Confidence::da_verificare, result);
      json_.field("title", version.title);
      json_.field("pack", typed_.packs[version.pack].name);
      json_.field("forecast", facts.forecast);
      interval("cost", result.cost, &result.cost_unit);
      beneficiaries(version, result);
      reason(assessment, result);
      formulas("zero_divisors", outcome.zero_divisors);
      waivers(facts, outcome.rule);
      sources(version.sources);
      json_.field("within_tolerance",
                  outcome.verdict == Verdict::soddisfatto &&
                      std::find(outcome.within_tolerance.begin(), outcome.within_tolerance.end(),
                                true) != outcome.within_tolerance.end());
      parameters(facts, outcome.version);
      other_sources(assessment, result);
      json_.field("draft", is_draft(result, rulebook_, facts));
      const auto& of_rules = assessment.doubts_of_rules;
      doubts(assessment,
             of_rules.contains(outcome.rule) ? of_rules[outcome.rule] : std::vector<Doubted>(),
             evaluator);
    });
  }

  // What was found about the data that a result rests on.
  // The message of the diagnostic, and what the data are worth that it is about.
  void doubts(const Assessment& assessment, const std::vector<Doubted>& rests,
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

  void beneficiaries(const typed::RuleVersion& version, const RuleResult& result) {
    if (!result.beneficiaries || !version.beneficiaries) {
      return json_.field("beneficiaries", nullptr);
    }
    const Unit unit = measure_of(typed_.exprs[*version.beneficiaries].type).unit;
    interval("beneficiaries", result.beneficiaries->range, &unit);
  }

  // Which of a rule's own clauses, parameters aside, have this confidence.
  void clauses(std::string_view name, Confidence confidence, const RuleResult& result) {
    json_.key(name);
    json_.begin_array();
    if (const typed::RuleVersion* version = result.outcome.version) {
      if (version->in_force_confidence == confidence) json_.value("in_force");
      if (version->partial_confidence == confidence) json_.value("partial_if");
      if (version->after_confidence == confidence) json_.value("after");
    }
    json_.end_array();
  }

  void reason(const Assessment& assessment, const RuleResult& result) {
    if (!result.rank) return json_.field("rank_reason", nullptr);
    json_.object("rank_reason", [&] {
      json_.field("it", rank_sentence(assessment, rulebook_, result, Language::italian));
      json_.field("en", rank_sentence(assessment, rulebook_, result, Language::english));
      optional_name("blocks", result.reason.blocks, typed_.rules);
      json_.key("criterion");
      result.reason.criterion ? json_.value(name_of(*result.reason.criterion))
                              : json_.value(nullptr);
      optional_name("next", result.reason.next, typed_.rules);
    });
  }

  void waivers(const FactTable& facts, RuleId rule) {
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

  // ---- amounts and Ambiti

  void computed(const Assessment& assessment, const ComputedResult& amount, Evaluator& evaluator) {
    const FactTable& facts = *assessment.facts;
    const typed::Computed& declared = typed_.computed[amount.computed];
    json_.object([&] {
      json_.field("ambito", facts.ambito);
      json_.field("year", facts.year);
      json_.field("name", declared.name);
      const auto* quantity = std::get_if<Quantity>(&amount.value);
      const bool has_bounds = quantity && quantity->zero_divisors.empty();
      for (const auto& [name, end] : {std::pair("lo", &Interval::lo), {"hi", &Interval::hi}}) {
        has_bounds ? bound(name, quantity->range.*end) : json_.field(name, nullptr);
      }
      quantity ? unit(measure_of(declared.type).unit) : json_.field("unit", nullptr);
      DivisorSet divisors;
      if (quantity) {
        json_.field("value", nullptr);
        divisors = quantity->zero_divisors;
      } else if (const auto* truth = std::get_if<Truth>(&amount.value)) {
        json_.key("value");
        truth->known() ? json_.value(truth->is_true() ? "sì" : "no") : json_.value(nullptr);
        divisors = truth->zero_divisors;
      } else {
        known_value(amount.value, declared.type);
      }
      json_.field("title", declared.title);
      names("missing", std::visit([](const auto& value) { return value.rests_on; }, amount.value),
            facts.year);
      optional_name("stands_for", declared.stands_for, typed_.data);
      formulas("zero_divisors", divisors);
      std::vector<ParameterId> assumed;
      for (const ParameterId id : declared.parameters) {
        const typed::ParameterVersion* version = typed_.parameters[id].at(facts.survey_date);
        if (version && version->confidence == Confidence::ipotesi) assumed.push_back(id);
      }
      texts("assumptions", doubtful_names(Confidence::ipotesi, assumed,
                                          narrowed_under({declared.value}, evaluator), typed_));
      json_.field("draft", is_draft(amount.computed, typed_, facts));
      doubts(assessment, amount.doubts, evaluator);
    });
  }

  void ambito(const FactTable& facts) {
    json_.object([&] {
      json_.field("ambito", facts.ambito);
      json_.field("nome", facts.name);
      json_.field("year", facts.year);
      json_.field("synthetic", facts.synthetic);
      json_.field("forecast", facts.forecast);
      json_.field("survey_date", to_iso(facts.survey_date));
      text_or_null("regione", facts.region);
      json_.object("territorio", [&] { territory(facts.territory); });
    });
  }

  // The links of one kind together, the kinds as they first come.
  void territory(const std::vector<TerritoryLink>& links) {
    std::vector<std::string_view> kinds;
    for (const TerritoryLink& link : links) {
      if (std::find(kinds.begin(), kinds.end(), link.kind) == kinds.end()) {
        kinds.push_back(link.kind);
      }
    }
    for (const std::string_view kind : kinds) {
      json_.key(kind);
      json_.begin_array();
      for (const TerritoryLink& link : links) {
        if (link.kind != kind) continue;
        json_.object([&] {
          json_.field("nome", link.name);
          day("dal", link.period ? std::optional(link.period->from) : std::nullopt);
          day("al", link.period ? link.period->to : std::nullopt);
        });
      }
      json_.end_array();
    }
  }

  const Report& report_;
  const Rulebook& rulebook_;
};

}  // namespace

std::string write_json(const Report& report) {
  std::string text;
  JsonWriter json(text);
  Writer(report, json).document();
  text += '\n';
  return text;
}

}  // namespace leps::inline reports
