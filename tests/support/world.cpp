#include "support/world.hpp"

#include <stdexcept>

#include "diagnostics/render.hpp"
#include "examples/example_facts.hpp"
#include "words/failing_names.hpp"

namespace leps::test {
namespace {

constexpr std::string_view kHead = R"(pacchetto prova versione "1"
fonte s "Fonte di prova"
unità FTE, abitanti, persone, euro, ore, giorni
categoria LEPS "Livello essenziale"
)";

std::optional<Rulebook> compile_text(const std::string& text, std::string& messages) {
  SourceMap sources;
  sources.add("prova.leps", text);
  DiagnosticBag bag;
  std::optional<Rulebook> rulebook = compile(sources, bag);
  messages = render(bag, sources, {});
  return rulebook;
}

}  // namespace

World::World(std::string_view body) : body_(std::string(kHead) + std::string(body)) {
  rulebook_ = compile_text(body_, messages_);
}

FactTable World::facts(std::string_view givens, int year) const {
  const std::string& rule = rulebook_->typed.rules[RuleId{0}].name;
  std::string messages;
  const auto with_example =
      compile_text(body_ + "\nesempio \"fatti\" anno " + std::to_string(year) + " " +
                       std::string(givens) + " attesi " + rule + " soddisfatto\n",
                   messages);
  if (!with_example) throw std::runtime_error(messages);
  const auto& examples = with_example->typed.examples;
  return facts_of(*std::prev(examples.end()), *with_example).front();
}

Assessment World::assess(const FactTable& facts) const {
  return leps::assess(
      *rulebook_, facts,
      rulebook_->typed.orderings.empty() ? std::nullopt : std::optional(OrderingId{0}));
}

std::string describe(const Bound& bound) {
  if (bound.finite()) return to_string(bound.value());
  return bound.sign() > 0 ? "inf" : "-inf";
}

std::string describe(const Interval& range) {
  return range.known() ? describe(range.lo) : describe(range.lo) + ".." + describe(range.hi);
}

std::string describe(const Gap& gap, const Typed& typed) {
  std::string text = describe(gap.amount);
  if (!gap.unit.none()) text += " " + to_string(gap.unit);
  if (gap.strict) text += " strict";
  if (gap.lever && gap.way == Way::down) text += " less";
  if (gap.lever && gap.way == Way::unknown) text += " more or less";
  if (const auto* truths = gap.as<Gap::Activation>()) {
    text += " of " + std::to_string(truths->total);
    const std::vector<std::string> failing = failing_names(gap, typed, Language::italian);
    for (std::size_t i = 0; i < failing.size(); ++i) text += (i == 0 ? ": " : ", ") + failing[i];
  }
  const auto list = [&](const char* open, const std::vector<Gap>& gaps, const char* close) {
    text += open;
    for (std::size_t i = 0; i < gaps.size(); ++i)
      text += (i ? "; " : "") + describe(gaps[i], typed);
    text += close;
  };
  if (const auto* parts = gap.as<Gap::Parts>()) list(" parts (", parts->all, ")");
  if (const auto* alternatives = gap.as<Gap::Alternatives>()) {
    list(" of (", alternatives->all, ")");
    if (!alternatives->chosen) text += " in several units";
  }
  return text;
}

std::string describe(const VerdictSet& possible) {
  std::string text(to_string(possible.verdict()));
  if (possible.size() == 1) return text;
  text += ":";
  for (const Verdict verdict : kVerdicts) {
    if (possible.has(verdict)) text += " " + std::string(to_string(verdict));
  }
  return text;
}

std::string describe(const DatumSet& data, const Typed& typed, int year) {
  std::string text;
  for (const MissingDatum& datum : data) {
    text += (text.empty() ? "" : " ") + name_of(datum, typed, year);
  }
  return text;
}

const RuleResult& result_of(const Assessment& assessment, const Rulebook& rulebook,
                            std::string_view rule) {
  for (const RuleResult& result : assessment.rules) {
    if (rulebook.typed.rules[result.outcome.rule].name == rule) return result;
  }
  throw std::runtime_error("no rule " + std::string(rule));
}

}  // namespace leps::test
