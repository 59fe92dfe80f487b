#include "pipeline.hpp"

#include "base/watch.hpp"
#include "check/check.hpp"
#include "controls/find_doubts.hpp"
#include "controls/judge_data.hpp"
#include "facts/read_facts.hpp"
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
  std::vector<trees::DataNode> documents = read_trees(sources, files.documents, bag);
  const tables::TableDocuments tables =
      tables::read_tables(names, sources, files.tables, files.istat, documents, bag);
  advance(files.tables.size() + files.istat.size());
  DataSet data = read_facts(names, sources, {&documents, &tables.roots}, tables.styles, bag);
  tables::name_cells(files.tables, bag);
  log(LogLevel::debug, [&] {
    return "data: " + std::to_string(files.documents.size()) + " documents, " +
           std::to_string(files.tables.size() + files.istat.size()) + " tables; " +
           std::to_string(data.size()) + " Ambiti and years";
  });
  return data;
}

DataSet load(const reading::Vocabulary& names, const SourceMap& sources,
             const std::vector<trees::DataNode>& documents, DiagnosticBag& bag) {
  begin_stage(Stage::reading, documents.size());
  DataSet data = read_facts(names, sources, {&documents}, {}, bag);
  advance(documents.size());
  log(LogLevel::debug, [&] {
    return "data: " + std::to_string(documents.size()) + " documents; " +
           std::to_string(data.size()) + " Ambiti and years";
  });
  return data;
}

Judged judge(const Rulebook& rulebook, std::vector<const FactTable*> asked,
             std::shared_ptr<const Surroundings> around, Keep keep, DiagnosticBag& bag) {
  Judged judged{std::move(asked), std::move(around), nullptr};
  JudgedData found;
  if (keep == Keep::good_part || !bag.has_errors()) {
    found = judge_data(rulebook, judged.data, *judged.around, bag);
  }
  judged.doubts = std::make_shared<const DoubtsOfData>(std::move(found.doubts));
  if (keep == Keep::good_part) {
    for (auto at = found.wrong.rbegin(); at != found.wrong.rend(); ++at) {
      judged.data.erase(judged.data.begin() + static_cast<std::ptrdiff_t>(*at));
    }
  } else if (bag.has_errors()) {
    judged.data.clear();
  }
  bag.sort();
  return judged;
}

Report assess(const Rulebook& rulebook, const SourceMap& sources, Judged judged,
              std::optional<OrderingId> ordering) {
  Report report;
  report.rulebook = &rulebook;
  report.sources = &sources;
  report.ordering = ordering;
  if (!ordering && !rulebook.typed.orderings.empty()) report.ordering = OrderingId{0};
  report.around = std::move(judged.around);
  report.data_files = std::move(judged.files);
  report.diagnostics = std::move(judged.found);
  spend_results(rulebook.typed.rules.size() * judged.data.size());
  begin_stage(Stage::evaluating, judged.data.size());
  for (const FactTable* facts : judged.data) {
    report.assessments.push_back(assess(rulebook, *facts, report.ordering, report.around.get()));
    advance();
  }
  find_doubts(report, judged.doubts ? *judged.doubts : DoubtsOfData{});
  return report;
}

Report assess(const Rulebook& rulebook, const SourceMap& sources, const DataSet& data,
              std::optional<OrderingId> ordering) {
  return assess(rulebook, sources,
                {pointers_to(data), std::make_shared<const Surroundings>(data), nullptr}, ordering);
}

}  // namespace leps
