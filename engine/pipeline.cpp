#include "pipeline.hpp"

#include "base/watch.hpp"
#include "check/check.hpp"
#include "controls/find_doubts.hpp"
#include "eval/evaluate.hpp"
#include "facts/read_facts.hpp"
#include "gap/close.hpp"
#include "gap/compute_gap.hpp"
#include "priority/rank.hpp"
#include "prove/check_amendments.hpp"
#include "resolve/resolve.hpp"
#include "schedule/schedule.hpp"
#include "source/sha256.hpp"
#include "tables/name_cells.hpp"
#include "tables/read_tables.hpp"
#include "trees/read_trees.hpp"

#include <algorithm>
#include <set>

namespace leps {
namespace {

// Which files a rulebook was made from, so that a result can be traced to the very bytes.
std::vector<RulebookSource> name_sources(const ast::Program& program, const SourceMap& sources,
                                         const Typed& typed) {
  std::set<std::string> drafts;
  for (const typed::Pack& pack : typed.packs) {
    if (pack.draft) drafts.insert(pack.name);
  }
  std::vector<RulebookSource> named;
  for (const ast::File& file : program.files) {
    const std::string& path = sources.name(file.source);
    named.push_back({file.package.text, file.version.text, path.substr(path.rfind('/') + 1),
                     sha256(sources.text(file.source)), drafts.contains(file.package.text)});
  }
  return named;
}

// The greatest relative gap over the requirements that apply; none where nothing is asked.
std::optional<Interval> widest(const std::vector<std::optional<Gap>>& gaps) {
  std::optional<Interval> widest;
  for (const std::optional<Gap>& gap : gaps) {
    if (gap) widest = widest ? max(*widest, gap->relative) : gap->relative;
  }
  return widest;
}

// What closing every open gap costs; none where one of them has no cost.
void add_costs(RuleResult& result) {
  Cost total;
  bool open = false;
  for (std::size_t i = 0; i < result.gaps.size(); ++i) {
    if (!result.outcome.requirements[i].possible.has(Verdict::non_soddisfatto)) continue;
    open = true;
    const Gap& gap = *result.gaps[i];
    total.add(gap.gross_cost, gap.cost, gap.cost_unit);
  }
  if (!open) return;
  result.cost = total.net;
  result.gross_cost = total.gross;
  result.cost_unit = total.unit;
  if (result.outcome.possible.has(Verdict::non_applicabile)) {  // perhaps nothing is asked at all
    const Interval nothing = Interval::point(0);
    if (result.cost) result.cost = hull(*result.cost, nothing);
    if (result.gross_cost) result.gross_cost = hull(*result.gross_cost, nothing);
  }
}

RuleResult judge(RuleId rule, Evaluator& evaluator) {
  RuleResult result;
  result.outcome = evaluate(rule, evaluator);
  const typed::RuleVersion* version = result.outcome.version;
  result.gaps.resize(result.outcome.requirements.size());
  if (!version) return result;

  for (std::size_t i = 0; i < version->requirements.size(); ++i) {
    result.gaps[i] =
        compute_gap(version->requirements[i], result.outcome.requirements[i], evaluator);
  }
  result.relative_gap = widest(result.gaps);
  if (result.relative_gap && result.outcome.possible.has(Verdict::non_applicabile)) {
    result.relative_gap->lo = Bound(0);
  }
  add_costs(result);
  if (version->beneficiaries) result.beneficiaries = evaluator.quantity(*version->beneficiaries);
  return result;
}

// What every value that lost by `precedenza` would have changed.
std::vector<OtherSource> weigh_other_sources(const Rulebook& rulebook,
                                             const Assessment& assessment) {
  std::vector<OtherSource> weighed;
  const FactTable& facts = *assessment.facts;
  for (const DatumId datum : facts.facts.keys()) {
    for (std::size_t i = 0; i < facts.facts[datum].others.size(); ++i) {
      FactTable with_other = facts;
      with_other.facts[datum].value = facts.facts[datum].others[i].value;
      Evaluator evaluator(rulebook, with_other, assessment.around);
      OtherSource other{datum, i, {}};
      for (const RuleResult& result : assessment.rules) {
        const RuleOutcome there = evaluate(result.outcome.rule, evaluator);
        if (there.verdict != result.outcome.verdict) {
          other.changes.push_back({there.rule, there.verdict});
        }
      }
      weighed.push_back(std::move(other));
    }
  }
  return weighed;
}

// An amount can be worked out on a day on which all its parameters have a value.
bool in_force(const typed::Computed& computed, const Typed& typed, Day day) {
  return std::all_of(computed.parameters.begin(), computed.parameters.end(),
                     [&](ParameterId id) { return typed.parameters[id].at(day) != nullptr; });
}

std::optional<Rulebook> compile(const ast::Program& program, const SourceMap& sources,
                                DiagnosticBag& bag) {
  std::optional<Rulebook> rulebook = leps::compile(program, bag);
  if (rulebook) rulebook->sources = name_sources(program, sources, rulebook->typed);
  return rulebook;
}

std::size_t count_declarations(const ast::Program& program) {
  std::size_t count = 0;
  for (const ast::File& file : program.files) count += file.declarations.size();
  return count;
}

}  // namespace

std::optional<Rulebook> compile(const SourceMap& sources, DiagnosticBag& bag) {
  return compile(parse(sources, bag), sources, bag);
}

std::optional<Rulebook> compile(SourceMap& sources, DiagnosticBag& bag, const Include& include) {
  DiagnosticBag unreadable;
  const ast::Program program = parse(sources, bag, [&](const std::string& pack, DiagnosticBag&) {
    return include(pack, unreadable);
  });
  const bool whole = !unreadable.has_errors();
  bag.append(std::move(unreadable));
  bag.sort();
  if (!whole) return std::nullopt;  // names from a broken file would only add noise
  return compile(program, sources, bag);
}

std::optional<Rulebook> compile(const ast::Program& program, DiagnosticBag& bag) {
  // Names and types are checked even in a file with mistakes: one round trip for the author.
  // What could not be read is known to resolve(), which does not report it a second time.
  const std::size_t declarations = count_declarations(program);
  begin_stage(Stage::checking, declarations);
  const Resolved resolved = resolve(program, bag);
  Typed typed = check(resolved, bag);
  bag.sort();
  log(LogLevel::debug, [&] {
    return "rules: " + std::to_string(program.files.size()) + " files, " +
           std::to_string(declarations) + " declarations, " + std::to_string(typed.rules.size()) +
           " rules";
  });
  if (bag.has_errors()) return std::nullopt;  // an order of broken parts would mean nothing

  std::optional<Rulebook> rulebook = schedule(std::move(typed), bag);
  if (rulebook) {
    advance(declarations - rulebook->typed.rules.size());
    check_amendments(*rulebook, bag);  // it asks what rules make of an Ambito; a step for each
  }
  bag.sort();
  if (bag.has_errors()) return std::nullopt;
  return rulebook;
}

DataSet load(const Rulebook& rulebook, const SourceMap& sources, const DataFiles& files,
             DiagnosticBag& bag) {
  const reading::Vocabulary names(rulebook);
  begin_stage(Stage::reading, files.documents.size() + files.tables.size() + files.istat.size());
  std::vector<reading::DataNode> documents = read_trees(sources, files.documents, bag);
  const reading::TableDocuments tables =
      reading::read_tables(names, sources, files.tables, files.istat, documents, bag);
  advance(files.tables.size() + files.istat.size());
  DataSet data = read_facts(names, sources, {&documents, &tables.roots}, tables.styles, bag);
  reading::name_cells(files.tables, bag);
  log(LogLevel::debug, [&] {
    return "data: " + std::to_string(files.documents.size()) + " documents, " +
           std::to_string(files.tables.size() + files.istat.size()) + " tables; " +
           std::to_string(data.size()) + " Ambiti and years";
  });
  return data;
}

DataSet load(const reading::Vocabulary& names, const SourceMap& sources,
             const std::vector<reading::DataNode>& documents, DiagnosticBag& bag) {
  begin_stage(Stage::reading, documents.size());
  DataSet data = read_facts(names, sources, {&documents}, {}, bag);
  advance(documents.size());
  log(LogLevel::debug, [&] {
    return "data: " + std::to_string(documents.size()) + " documents; " +
           std::to_string(data.size()) + " Ambiti and years";
  });
  return data;
}

Assessment assess(const Rulebook& rulebook, const FactTable& facts,
                  std::optional<OrderingId> ordering, const Surroundings* around) {
  Evaluator evaluator(rulebook, facts, around);
  Assessment assessment;
  assessment.facts = &facts;
  assessment.around = around;
  for (const RuleId rule : rulebook.typed.rules.keys()) {
    assessment.rules.push_back(judge(rule, evaluator));
  }
  rank(assessment.rules, rulebook, ordering);
  assessment.doubts_of_rules.resize(assessment.rules.size());
  for (const ComputedId id : rulebook.typed.computed.keys()) {
    const typed::Computed& computed = rulebook.typed.computed[id];
    if (!in_force(computed, rulebook.typed, facts.survey_date)) continue;
    assessment.computed.push_back({id, evaluator.value(computed.value)});
  }
  assessment.other_sources = weigh_other_sources(rulebook, assessment);
  return assessment;
}

Report assess(const Rulebook& rulebook, const SourceMap& sources, const DataSet& data,
              std::optional<OrderingId> ordering, const DataSet* around) {
  std::vector<const FactTable*> judged;
  for (const FactTable& facts : data) judged.push_back(&facts);
  return assess(rulebook, sources, judged, ordering,
                std::make_shared<const Surroundings>(around ? *around : data));
}

Report assess(const Rulebook& rulebook, const SourceMap& sources,
              const std::vector<const FactTable*>& judged, std::optional<OrderingId> ordering,
              std::shared_ptr<const Surroundings> around) {
  Report report;
  report.rulebook = &rulebook;
  report.sources = &sources;
  report.ordering = ordering;
  if (!ordering && !rulebook.typed.orderings.empty()) report.ordering = OrderingId{0};
  spend_results(rulebook.typed.rules.size() * judged.size());
  begin_stage(Stage::evaluating, judged.size());
  report.around = std::move(around);
  for (const FactTable* facts : judged) {
    report.assessments.push_back(assess(rulebook, *facts, report.ordering, report.around.get()));
    advance();
  }
  find_doubts(report);
  return report;
}

}  // namespace leps
