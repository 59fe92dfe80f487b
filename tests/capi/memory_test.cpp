// Memory that runs out: at every allocation of a session, one after the other, the call in which it
// happens answers LEPS_ERROR_MEMORY, makes nothing and leaks nothing, and the next session works.
// Writing JSON is left out: nlohmann's destructors allocate, as leps.h says at leps_results_json.
//
// A program of its own, because it replaces the allocation functions of the whole process.
#include <leps/leps.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>
#include <string>

namespace {

std::atomic<long> until_failure = -1;  // negative: memory never runs out
std::atomic<long> allocations = 0;
std::atomic<long> alive = 0;

void* allocate(std::size_t size) {
  ++allocations;
  if (until_failure >= 0 && until_failure-- == 0) throw std::bad_alloc();
  void* memory = std::malloc(size ? size : 1);
  if (!memory) throw std::bad_alloc();
  ++alive;
  return memory;
}

void release(void* memory) noexcept {
  if (memory) --alive;
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return allocate(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }

namespace {

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Session {
  leps_status status = LEPS_ERROR_INTERNAL;
  long allocations = 0;
  std::string json;  // written when there is memory again; empty where there are no results
};

/// Gives the same Ambito value by value, each call after the other while all is well.
leps_status build(leps_data** out, const leps_rulebook* rulebook) {
  leps_builder* builder = nullptr;
  leps_status status = leps_builder_new(&builder);
  const auto then = [&](leps_status next) {
    if (status == LEPS_OK) status = next;
  };
  if (status == LEPS_OK) then(leps_builder_begin(builder, "lago", 2025));
  if (status == LEPS_OK) then(leps_builder_set(builder, "popolazione", "100000"));
  if (status == LEPS_OK) {
    then(leps_builder_set_from(builder, "assistenti_sociali", "[18, 22]", "prova", "2025-12-31"));
  }
  if (status == LEPS_OK) then(leps_builder_describe(builder, "nome", "Ambito del Lago"));
  if (status == LEPS_OK) then(leps_builder_finish(out, nullptr, builder, rulebook, nullptr));
  leps_builder_free(builder);
  return status;
}

/// Compiles, loads, evaluates and asks, with memory running out at allocation `fails_at`.
Session run(const leps_text& rules, const leps_text& yaml, long fails_at) {
  leps_rulebook* rulebook = nullptr;
  leps_data* data = nullptr;
  leps_results* results = nullptr;
  leps_diagnostics* of_rules = nullptr;
  leps_diagnostics* of_data = nullptr;
  leps_data* built = nullptr;
  leps_results* changed = nullptr;
  leps_break_even* turn = nullptr;
  const leps_change change = {"lago", 2025, "assistenti_sociali", "20"};

  allocations = 0;
  until_failure = fails_at;
  Session session;
  leps_status& status = session.status;
  status = leps_rulebook_compile(&rulebook, &of_rules, &rules, 1, nullptr);
  if (status == LEPS_OK) status = leps_data_load(&data, &of_data, rulebook, &yaml, 1, nullptr);
  if (status == LEPS_OK) status = leps_evaluate(&results, rulebook, data, nullptr);
  if (status == LEPS_OK) status = build(&built, rulebook);
  if (status == LEPS_OK) status = leps_what_if(&changed, nullptr, results, &change, 1, nullptr);
  if (status == LEPS_OK) {
    status =
        leps_compute_break_even(&turn, changed, leps_results_at(changed, 0), "organico", nullptr);
  }
  until_failure = -1;
  session.allocations = allocations;
  // Of the last call: whatever failed made nothing, and nothing came after it.
  if (turn) session.json = leps_results_json(changed, nullptr);

  leps_break_even_free(turn);
  leps_results_free(changed);
  leps_data_free(built);
  leps_diagnostics_free(of_rules);
  leps_diagnostics_free(of_data);
  leps_results_free(results);
  leps_data_free(data);
  leps_rulebook_free(rulebook);
  return session;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::printf("usage: memory_test RULES.leps DATA.yaml STEP\n");
    return 2;
  }
  const std::string rules_text = read_file(argv[1]), yaml_text = read_file(argv[2]);
  const leps_text rules = {"regole.leps", rules_text.data(), rules_text.size()};
  const leps_text yaml = {"dati.yaml", yaml_text.data(), yaml_text.size()};
  const long step = std::atol(argv[3]);

  int failures = 0;
  const auto expect = [&](bool holds, const char* what, long at) {
    if (holds) return;
    std::printf("memory running out at allocation %ld: %s\n", at, what);
    ++failures;
  };

  run(rules, yaml, -1);  // what is made once and for ever is made here, and is no leak
  const Session whole = run(rules, yaml, -1);
  const long total = whole.allocations;
  expect(whole.status == LEPS_OK && !whole.json.empty(), "a session does not even work with memory",
         -1);
  const long base = alive;

  long tried = 0, refused = 0;
  for (long at = 0; at < total; at += step) {
    ++tried;
    {
      const Session session = run(rules, yaml, at);
      // std::stable_sort asks for memory, and does without where there is none.
      const bool did_without = session.status == LEPS_OK && session.json == whole.json;
      const bool gave_up = session.status == LEPS_ERROR_MEMORY && session.json.empty();
      expect(did_without || gave_up, "neither the status of it, nor the right results", at);
      refused += gave_up;
    }
    expect(alive == base, "something leaked", at);
  }
  if (refused * 10 < tried * 9) {
    std::printf("only %ld of %ld failures reached the library\n", refused, tried);
    ++failures;
  }
  std::printf("%ld allocations, %ld of them tried, %d failures\n", total, tried, failures);
  return failures ? 1 : 0;
}
