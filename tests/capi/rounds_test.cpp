// Ten thousand times made, used and freed: nothing leaks and the heap does not grow, so that a
// program may run for months.
#include "counted_memory.hpp"

#include <leps/leps.h>

#include <cstdio>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

constexpr char kPack[] =
    "pacchetto prova versione \"1\"\nfonte l1 \"Una legge\"\nunità posti\n"
    "categoria LEPS \"Livello essenziale\"\ndato letti : posti \"Posti\"  almeno 0\n"
    "regola minimo \"Dieci posti\"\n  categoria LEPS\n  secondo l1\n"
    "  in vigore dal 1 gennaio 2021\n  requisito basta: letti almeno 10 posti\n";
constexpr char kYaml[] = "ambito: lago\nnome: Lago\nanni:\n  2025:\n    dati:\n      letti: 4\n";

std::size_t heap() {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  const struct mallinfo2 now = mallinfo2();
  return now.arena + now.hblkhd;  // what the process holds, free or not
#else
  return 0;
#endif
}

bool round() {
  leps_rulebook* rulebook = nullptr;
  leps_data* data = nullptr;
  leps_results* results = nullptr;
  const leps_text pack = {"prova.leps", kPack, sizeof kPack - 1};
  const leps_text yaml = {"lago.yaml", kYaml, sizeof kYaml - 1};
  leps_rulebook_compile(&rulebook, nullptr, &pack, 1, nullptr);
  leps_data_load(&data, nullptr, rulebook, &yaml, 1, nullptr);
  leps_evaluate(&results, rulebook, data, nullptr);
  const bool read = leps_results_json(results, nullptr) && leps_results_count(results) == 1;
  leps_rulebook_free(rulebook);
  leps_results_free(results);
  leps_data_free(data);
  return read;
}

}  // namespace

int main() {
  constexpr int kRounds = 10'000, kFirst = 100;
  for (int i = 0; i < kFirst; ++i) {
    if (!round()) return 1;
  }
  const long alive = capi::alive();
  const std::size_t held = heap();
  for (int i = kFirst; i < kRounds; ++i) {
    if (!round()) return 1;
    if (capi::alive() != alive) {
      std::printf("round %d: something leaked\n", i);
      return 1;
    }
  }
  std::printf("the heap was %zu bytes, and is %zu\n", held, heap());
  return heap() > held ? 1 : 0;
}
