// One rulebook, one set of data and one of results, used by many threads at the same time: each
// sees what it would see alone. Under the thread sanitizer it also says whether they ever meet.
#include "whole_session.hpp"

#include <cstdio>
#include <thread>
#include <vector>

using namespace capi;

int main() {
  constexpr int kThreads = 8;
  Outcome compiled;
  leps_rulebook* rulebook = compile_session(nullptr, compiled);
  if (!rulebook) return 1;
  const Outcome alone = use_rulebook(rulebook, nullptr);

  constexpr char kYaml[] = "ambito: lago\nanni:\n  2025:\n    dati:\n      popolazione: 100000\n";
  const leps_text yaml = {"lago.yaml", kYaml, sizeof kYaml - 1};
  leps_data* data = nullptr;
  leps_results* results = nullptr;
  leps_data_load(&data, nullptr, rulebook, &yaml, 1, nullptr);
  leps_evaluate(&results, rulebook, data, nullptr);

  std::vector<Outcome> outcomes(kThreads);
  std::vector<const char*> texts(kThreads), findings(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      texts[i] = leps_results_json(results, nullptr);  // written by whoever comes first
      findings[i] = leps_diagnostics_json(leps_results_diagnostics(results), nullptr);
      leps_results* own = nullptr;
      leps_evaluate(&own, rulebook, data, nullptr);
      leps_results_free(own);
      // Each is asked whether to go on, by a control of its own.
      leps_control control = LEPS_CONTROL_INIT;
      control.cancelled = [](void*) { return false; };
      outcomes[i] = use_rulebook(rulebook, &control);
    });
  }
  for (std::thread& thread : threads) thread.join();

  int failures = alone.status != LEPS_OK;
  for (std::size_t i = 0; i < kThreads; ++i) {
    const bool same = outcomes[i].status == LEPS_OK && outcomes[i].digest == alone.digest &&
                      texts[i] && texts[i] == texts[0] && findings[i] && findings[i] == findings[0];
    if (same) continue;
    std::printf("thread %zu saw something else\n", i);
    ++failures;
  }
  leps_results_free(results);
  leps_data_free(data);
  leps_rulebook_free(rulebook);
  return failures;
}
