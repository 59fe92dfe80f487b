// The results for programs, `leps-results/1`: exact numbers as strings, Italian words for verdicts,
// the same whatever the reader's language. Described by results.schema.json beside this file; the
// keys of design come first in every object, what we add comes after.
#include "report/write_json.hpp"

#include "assess/assess.hpp"
#include "check/area_members.hpp"
#include "check/walk.hpp"
#include "explain/explain.hpp"
#include "explain/rank_sentence.hpp"
#include "explain/totals.hpp"
#include "json/json_diagnostics.hpp"
#include "report/json_gap.hpp"
#include "report/json_grounds.hpp"

#include <algorithm>
#include <array>

namespace leps::inline reports {
namespace {

std::string_view name_of(Merit merit) {
  switch (merit) {
    case Merit::category:
      return "category";
    case Merit::certainly_fails:
      return "certainly_fails";
    case Merit::relative_gap:
      return "relative_gap";
    case Merit::cost:
      return "cost";
    case Merit::beneficiaries:
      return "beneficiaries";
    case Merit::deadline:
      return "deadline";
    case Merit::score:
      return "score";
    case Merit::tie:
      break;
  }
  return "tie";
}

/// Every function writes one value, or the fields of the object that is open.
class Writer : JsonGrounds {
 public:
  Writer(const Report& report, JsonWriter& json)
      : JsonGrounds(report, json), rulebook_(*report.rulebook) {}

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
      areas();
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

  // In the order of the packs; what is of no area is in none of them.
  void areas() {
    json_.array("areas", typed_.areas.keys(), [&](AreaId id) {
      const typed::Area& area = typed_.areas[id];
      const AreaMembers members = members_of(typed_, id);
      json_.object([&] {
        json_.field("name", area.name);
        json_.field("title", area.title);
        texts("notes", area.notes);
        declared("rules", members.rules, typed_.rules);
        declared("computed", members.computed, typed_.computed);
        declared("data", members.data, typed_.data);
        declared("tables", members.tables, typed_.tables);
        texts("moves", {});
      });
    });
  }
  template <class Id, class Declared>
  void declared(std::string_view name, const std::vector<Id>& ids, const IdMap<Id, Declared>& all) {
    json_.array(name, ids, [&](Id id) { json_.value(all[id].name); });
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
      const auto& by = declared.amendments;
      json_.field("pack", typed_.packs[by.empty() ? version.pack : by.back().pack].name);
      json_.key("amendment");
      by.empty() ? json_.value(nullptr) : json_.object([&] { said_by(by.back()); });
    });
  }

  void said_by(const typed::Amendment& amendment) {
    constexpr std::array kChanges = {"replaced", "added", "titled", "ended"};
    json_.field("change", kChanges[static_cast<std::size_t>(amendment.change)]);
    json_.field("pack", typed_.packs[amendment.pack].name);
    json_.field("version", typed_.packs[amendment.pack].version);
    confidence(amendment.confidence);
    sources(amendment.sources);
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

  void result(const Assessment& assessment, const RuleResult& result, Evaluator& evaluator) {
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
      const auto doubtful = doubtful_names(result, evaluator);
      texts("assumptions", doubtful.assumed);
      texts("unverified", doubtful.unverified);
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
      optional_name("area", typed_.rules[outcome.rule].area, typed_.areas);
      const auto& of_rules = assessment.doubts_of_rules;
      doubts(assessment,
             of_rules.contains(outcome.rule) ? of_rules[outcome.rule] : std::vector<Doubted>(),
             evaluator);
      changes(typed_.rules[outcome.rule], version, facts.survey_date);
    });
  }

  // Only where a pack on top of the rule's own changes more than its requirements.
  void changes(const typed::Rule& rule, const typed::RuleVersion& version, Day day) {
    const std::vector<const typed::Ending*> endings = endings_shown(rule, version, day);
    if (!version.titled && endings.empty()) return;
    json_.key("changes");
    json_.begin_array();
    if (version.titled) change(*version.titled, nullptr);
    for (const typed::Ending* ending : endings) change(ending->by, ending);
    json_.end_array();
  }
  void change(const typed::Amendment& by, const typed::Ending* ending) {
    json_.object([&] {
      json_.key("requirement");
      ending && ending->requirement ? json_.value(*ending->requirement) : json_.value(nullptr);
      json_.key("from");
      ending ? json_.value(to_iso(ending->day)) : json_.value(nullptr);
      said_by(by);
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
      result.reason.merit ? json_.value(name_of(*result.reason.merit)) : json_.value(nullptr);
      optional_name("next", result.reason.next, typed_.rules);
      names("moved_by", result.reason.moved_by, assessment.facts->year);
    });
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
      const auto doubtful = doubtful_names(amount.computed, evaluator);
      texts("assumptions", doubtful.assumed);
      texts("unverified", doubtful.unverified);
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
