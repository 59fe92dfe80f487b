#include "bench/subject.hpp"

#include "diagnostics/expand_paths.hpp"
#include "diagnostics/load_source.hpp"
#include "diagnostics/render.hpp"
#include "pipeline.hpp"

#include <cstdio>
#include <cstdlib>

namespace leps::bench {
namespace {

void stop_on_error(const DiagnosticBag& bag, const SourceMap& sources) {
  if (!bag.has_errors()) return;
  std::fputs(render(bag, sources, {}).c_str(), stderr);
  std::exit(1);
}

Subject make() {
  Subject made;
  DiagnosticBag bag;
  for (const std::string& path : expand_paths({kRules}, {".leps"}, bag)) {
    load_source(made.rules, path, kMaxRulesBytes, bag);
    load_source(made.sources, path, kMaxRulesBytes, bag);
  }
  const auto file = load_source(made.sources, kData, kMaxDataBytes, bag);
  std::optional<Rulebook> rulebook = compile(made.rules, bag);
  stop_on_error(bag, made.rules);
  made.rulebook = *std::move(rulebook);
  made.files = {*file};
  made.data = load(made.rulebook, made.sources, {.documents = made.files}, bag);
  stop_on_error(bag, made.sources);
  return made;
}

}  // namespace

const Subject& subject() {
  static const Subject made = make();
  return made;
}

std::size_t requirements(const Rulebook& rulebook, const FactTable& facts) {
  std::size_t count = 0;
  for (const RuleId rule : rulebook.typed.rules.keys()) {
    const typed::RuleVersion* version = rulebook.typed.rules[rule].at(facts.survey_date);
    if (version) count += version->requirements.size();
  }
  return count;
}

}  // namespace leps::bench
