// Who keeps what alive, and who may share it: handles freed in any order, buffers reused at once,
// one rulebook for many threads.
#include "session.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>

using namespace capi;

namespace {

std::string json_of(const leps_results* results) {
  size_t length = 0;
  const char* json = leps_results_json(results, &length);
  return json ? std::string(json, length) : std::string();
}

}  // namespace

TEST_CASE("leps.h: handles are freed in any order, and what is left still reads") {
  const std::string expected = json_of(results_of({sample_data("lago")}).get());
  REQUIRE(!expected.empty());

  std::array<int, 3> order = {0, 1, 2};  // rulebook, data, results
  do {
    CAPTURE(order[0]);
    CAPTURE(order[1]);
    auto rulebook = compile({sample_pack()});
    auto data = load(rulebook.handle.get(), {sample_data("lago")});
    ResultsHandle results = evaluate(rulebook.handle.get(), data.handle.get());
    for (const int which : order) {
      if (results) {
        CHECK(json_of(results.get()) == expected);
        CHECK(std::string(leps_result_rule(leps_results_at(results.get(), 0))) ==
              "servizio_sociale_professionale");
      }
      if (which == 0) rulebook.handle.reset();
      if (which == 1) data.handle.reset();
      if (which == 2) results.reset();
      if (rulebook.handle) {
        CHECK(std::string(leps_rulebook_ordering(rulebook.handle.get(), 0)) == "regionale");
      }
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("leps.h: diagnostics need nothing of what they are about") {
  auto rulebook = compile({sample_pack()});
  auto data = load(rulebook.handle.get(), {{"a.yaml", "ambito: a\nanni: {2025: {dati: {x: 1}}}"}});
  REQUIRE(data.status == LEPS_ERROR_DATA);
  rulebook.handle.reset();
  const leps_diagnostic* unknown = leps_diagnostics_at(data.diagnostics.get(), 0);
  REQUIRE(unknown);
  CHECK(std::string(leps_place_source(leps_diagnostic_place(unknown))) == "a.yaml");
  CHECK(std::strlen(leps_diagnostic_text(unknown, LEPS_ITALIAN)) > 0);
}

TEST_CASE("leps.h: the caller's buffers are its own again as soon as a call returns") {
  std::string pack = sample_pack().text;
  std::string data = sample_data("confine").text;
  std::string pack_name = "esempio.leps", data_name = "confine.yaml", ordering = "regionale";

  leps_rulebook* rulebook = nullptr;
  const leps_text rules = {pack_name.c_str(), pack.data(), pack.size()};
  REQUIRE(leps_rulebook_compile(&rulebook, nullptr, &rules, 1, nullptr) == LEPS_OK);
  pack.assign(pack.size(), 'x');
  pack_name.assign(pack_name.size(), 'x');

  const leps_text file = {data_name.c_str(), data.data(), data.size()};
  leps_data* loaded = nullptr;
  REQUIRE(leps_data_load(&loaded, nullptr, rulebook, &file, 1, nullptr) == LEPS_OK);
  data.assign(data.size(), 'x');
  data_name.assign(data_name.size(), 'x');

  leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
  options.ordering = ordering.c_str();
  ResultsHandle results = evaluate(rulebook, loaded, &options);
  ordering.assign(ordering.size(), 'x');
  leps_data_free(loaded);
  leps_rulebook_free(rulebook);
  CHECK(json_of(results.get()) == json_of(results_of({sample_data("confine")}).get()));
}

TEST_CASE("leps.h: threads share a rulebook, data and results") {
  const auto rulebook = compile({sample_pack()});
  const auto data = load(rulebook.handle.get(), {sample_data("lago")});
  const ResultsHandle shared = evaluate(rulebook.handle.get(), data.handle.get());
  const std::string lago = json_of(results_of({sample_data("lago")}).get());
  const std::string confine = json_of(results_of({sample_data("confine")}).get());
  REQUIRE(!lago.empty());

  std::atomic<int> wrong = 0;
  const auto work = [&](bool loads_its_own) {
    for (int round = 0; round < 20; ++round) {
      ResultsHandle results;
      if (loads_its_own) {
        const auto own = load(rulebook.handle.get(), {sample_data("confine")});
        results = evaluate(rulebook.handle.get(), own.handle.get());
      } else {
        results = evaluate(rulebook.handle.get(), data.handle.get());
      }
      if (json_of(results.get()) != (loads_its_own ? confine : lago)) ++wrong;
      if (json_of(shared.get()) != lago) ++wrong;
    }
  };
  std::thread first(work, false), second(work, true);
  first.join();
  second.join();
  CHECK(wrong == 0);
}

TEST_CASE("leps.h: two engines in one process know nothing of each other") {
  File other = sample_pack();
  const std::string level = "1 FTE ogni 5.000 abitanti";
  other.text.replace(other.text.find(level), level.size(), "1 FTE ogni 2.500 abitanti");
  const auto strict = compile({other});
  const auto plain = compile({sample_pack()});
  REQUIRE(strict.status == LEPS_OK);
  const auto strict_data = load(strict.handle.get(), {sample_data("lago")});
  const auto plain_data = load(plain.handle.get(), {sample_data("lago")});
  const ResultsHandle a = evaluate(strict.handle.get(), strict_data.handle.get());
  const ResultsHandle b = evaluate(plain.handle.get(), plain_data.handle.get());
  const auto gap = [](const ResultsHandle& results) {
    const leps_result* result = find(results.get(), "lago", 2021, "servizio_sociale_professionale");
    return describe(leps_gap_amount(leps_requirement_gap(leps_result_requirement(result, 0))));
  };
  CHECK(gap(a) == "22 FTE");
  CHECK(gap(b) == "2 FTE");
}

// The allocator of a sanitizer keeps the locks that other threads held at the fork, where that of
// the C library opens them: nothing could be read, or allocated, in that child.
#if defined(LEPS_SANITIZED)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

TEST_CASE("leps.h: the child of a fork reads what a thread of its parent was writing" *
          doctest::skip(kSanitized)) {
  std::vector<File> many;
  for (int i = 0; i < 400; ++i) {
    File file = sample_data("lago");
    file.text.replace(file.text.find("ambito: lago"), std::strlen("ambito: lago"),
                      "ambito: lago" + std::to_string(i));
    many.push_back(file);
  }
  const ResultsHandle results = results_of(many);
  REQUIRE(results);
  std::atomic<bool> begun = false;
  std::thread writer([&] {
    begun = true;
    leps_results_json(results.get(), nullptr);
  });
  while (!begun) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(2));  // it takes ten times as long
  const pid_t child = fork();
  if (child == 0) {
    alarm(30);  // a lock that nobody will open is waited for until then
    _exit(leps_results_json(results.get(), nullptr) ? 0 : 1);
  }
  writer.join();
  int status = -1;
  CHECK(waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}
