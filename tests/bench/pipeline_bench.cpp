// Each stage apart, data in memory: the text of the rules into a rulebook, the text of the data
// into facts, facts into verdicts and gaps, results into each format.
#include "bench/subject.hpp"
#include "check/check.hpp"
#include "gap/compute_gap.hpp"
#include "pipeline.hpp"
#include "report/write_csv.hpp"
#include "report/write_html.hpp"
#include "report/write_json.hpp"
#include "report/write_markdown.hpp"
#include "report/write_text.hpp"
#include "resolve/resolve.hpp"
#include "schedule/schedule.hpp"
#include "syntax/parse.hpp"

#include <benchmark/benchmark.h>

namespace leps::bench {
namespace {

void set_bytes(benchmark::State& state, const SourceMap& sources) {
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < sources.size(); ++i) bytes += sources.text(SourceId{i}).size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void rules_parse(benchmark::State& state) {
  const Subject& s = subject();
  for (auto _ : state) {
    DiagnosticBag bag;
    benchmark::DoNotOptimize(parse(s.rules, bag));
  }
  set_bytes(state, s.rules);
}
BENCHMARK(rules_parse)->Unit(benchmark::kMillisecond);

void rules_resolve(benchmark::State& state) {
  DiagnosticBag bag;
  const ast::Program program = parse(subject().rules, bag);
  for (auto _ : state) benchmark::DoNotOptimize(resolve(program, bag));
}
BENCHMARK(rules_resolve)->Unit(benchmark::kMillisecond);

void rules_check(benchmark::State& state) {
  DiagnosticBag bag;
  const ast::Program program = parse(subject().rules, bag);
  const Resolved resolved = resolve(program, bag);
  for (auto _ : state) benchmark::DoNotOptimize(check(resolved, bag));
}
BENCHMARK(rules_check)->Unit(benchmark::kMillisecond);

void rules_schedule(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    DiagnosticBag bag;
    Typed typed = subject().rulebook.typed;
    state.ResumeTiming();
    benchmark::DoNotOptimize(schedule(std::move(typed), bag));
  }
}
BENCHMARK(rules_schedule)->Unit(benchmark::kMillisecond);

void rules_compile(benchmark::State& state) {
  const Subject& s = subject();
  for (auto _ : state) {
    DiagnosticBag bag;
    benchmark::DoNotOptimize(compile(s.rules, bag));
  }
  set_bytes(state, s.rules);
}
BENCHMARK(rules_compile)->Unit(benchmark::kMillisecond);

void data_load(benchmark::State& state) {
  const Subject& s = subject();
  for (auto _ : state) {
    DiagnosticBag bag;
    benchmark::DoNotOptimize(load(s.rulebook, s.sources, {.documents = s.files}, bag));
  }
}
BENCHMARK(data_load)->Unit(benchmark::kMillisecond);

// The measure that the project promises: at least 100 000 requirement evaluations a second.
void evaluate_verdicts(benchmark::State& state) {
  const Subject& s = subject();
  const FactTable& facts = s.data.back();
  for (auto _ : state) {
    Evaluator evaluator(s.rulebook, facts);
    for (const RuleId rule : s.rulebook.typed.rules.keys()) {
      benchmark::DoNotOptimize(evaluate(rule, evaluator));
    }
  }
  state.counters["requirements"] =
      benchmark::Counter(static_cast<double>(requirements(s.rulebook, facts)),
                         benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(evaluate_verdicts)->Unit(benchmark::kMicrosecond);

void evaluate_gaps(benchmark::State& state) {
  const Subject& s = subject();
  const FactTable& facts = s.data.back();
  Evaluator evaluator(s.rulebook, facts);
  std::vector<RuleOutcome> outcomes;
  for (const RuleId rule : s.rulebook.typed.rules.keys()) {
    outcomes.push_back(evaluate(rule, evaluator));
  }
  for (auto _ : state) {
    for (const RuleOutcome& outcome : outcomes) {
      if (!outcome.version) continue;
      for (std::size_t i = 0; i < outcome.requirements.size(); ++i) {
        benchmark::DoNotOptimize(
            compute_gap(outcome.version->requirements[i], outcome.requirements[i], evaluator));
      }
    }
  }
  state.counters["requirements"] =
      benchmark::Counter(static_cast<double>(requirements(s.rulebook, facts)),
                         benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(evaluate_gaps)->Unit(benchmark::kMicrosecond);

// Verdicts, gaps, costs and priorities of one Ambito in one year.
void assess_one(benchmark::State& state) {
  const Subject& s = subject();
  for (auto _ : state) {
    benchmark::DoNotOptimize(assess(s.rulebook, s.data.back(), OrderingId{0}));
  }
}
BENCHMARK(assess_one)->Unit(benchmark::kMicrosecond);

template <class Write>
void write_with(benchmark::State& state, Write write) {
  const Subject& s = subject();
  const Report report = assess(s.rulebook, s.sources, s.data, std::nullopt);
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string text = write(report);
    bytes = text.size();
    benchmark::DoNotOptimize(text.data());
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}

void write_as_text(benchmark::State& state) {
  write_with(state, [](const Report& report) { return write_text(report, {}); });
}
void write_as_json(benchmark::State& state) { write_with(state, write_json); }
void write_as_markdown(benchmark::State& state) {
  write_with(state, [](const Report& report) { return write_markdown(report, {}); });
}
void write_as_html(benchmark::State& state) {
  write_with(state, [](const Report& report) { return write_html(report, {}); });
}
void write_as_csv(benchmark::State& state) {
  write_with(state, [](const Report& report) { return write_csv(report, {}); });
}
BENCHMARK(write_as_text)->Unit(benchmark::kMillisecond);
BENCHMARK(write_as_json)->Unit(benchmark::kMillisecond);
BENCHMARK(write_as_markdown)->Unit(benchmark::kMillisecond);
BENCHMARK(write_as_html)->Unit(benchmark::kMillisecond);
BENCHMARK(write_as_csv)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace leps::bench
