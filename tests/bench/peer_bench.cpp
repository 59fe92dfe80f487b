// Limits to hold the stages against, in the same run: the same work in the cheapest way there is,
// which gives up what the engine is for (exactness, unknowns, places).
#include "bench/subject.hpp"

#include <benchmark/benchmark.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>

namespace leps::bench {
namespace {

// One requirement, `assistenti_sociali almeno 1 FTE ogni 5.000 abitanti di popolazione`, and its
// gap, in binary floating point: no evaluator can do less. Compare with evaluate_verdicts.
void peer_one_requirement_in_double(benchmark::State& state) {
  double workers = 19.5, residents = 130000.0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(workers);
    benchmark::DoNotOptimize(residents);
    const double level = residents * (1.0 / 5000.0);
    benchmark::DoNotOptimize(workers >= level);
    benchmark::DoNotOptimize(std::max(0.0, level - workers));
  }
  state.counters["requirements"] =
      benchmark::Counter(1, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(peer_one_requirement_in_double);

// The same requirement in exact numbers, without the engine: what exactness itself costs.
void peer_one_requirement_in_rational(benchmark::State& state) {
  const Rational workers(39, 2), residents(130000), ratio(1, 5000);
  for (auto _ : state) {
    const Rational level = residents * ratio;
    benchmark::DoNotOptimize(workers >= level);
    benchmark::DoNotOptimize(std::max(Rational(0), Rational(level - workers)));
  }
  state.counters["requirements"] =
      benchmark::Counter(1, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(peer_one_requirement_in_rational);

// Reading the same YAML with yaml-cpp alone, nothing checked. Compare with data_load.
void peer_yaml_alone(benchmark::State& state) {
  const Subject& s = subject();
  const std::string text(s.sources.text(s.files.front()));
  for (auto _ : state) benchmark::DoNotOptimize(YAML::Load(text));
}
BENCHMARK(peer_yaml_alone)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace leps::bench
