// leps_control: every call can be cancelled wherever it asks, held to its limits and watched, and
// leaves nothing half made.
#include "session.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <thread>

using namespace capi;

namespace {

constexpr size_t kNever = SIZE_MAX;

/// What the callbacks were told, and when the call is to be cancelled.
struct Ear {
  size_t asked = 0, cancel_at = kNever;
  std::vector<std::string> progress;
  bool went_back = false;
  std::map<int, size_t> reached;  // of each stage
  std::vector<std::pair<leps_log_level, std::string>> lines;
  std::chrono::milliseconds delay{0};
  std::function<void()> meanwhile;

  [[nodiscard]] leps_control control() {
    leps_control control = LEPS_CONTROL_INIT;
    control.user = this;
    control.cancelled = [](void* user) {
      Ear& ear = *static_cast<Ear*>(user);
      return ear.asked++ == ear.cancel_at;
    };
    control.progress = [](void* user, leps_stage stage, size_t done, size_t total) {
      Ear& ear = *static_cast<Ear*>(user);
      ear.went_back = ear.went_back || done < ear.reached[stage] || done > total;
      ear.reached[stage] = done;
      ear.progress.push_back(std::to_string(stage) + ":" + std::to_string(done) + "/" +
                             std::to_string(total));
      if (ear.delay.count() > 0) std::this_thread::sleep_for(ear.delay);
      if (ear.meanwhile) ear.meanwhile();
    };
    control.log = [](void* user, leps_log_level level, const char* line) {
      static_cast<Ear*>(user)->lines.emplace_back(level, line);
    };
    return control;
  }
};

/// Every call that takes a control, on good input; each fills `out` as its comment says.
struct Call {
  const char* name;
  std::function<leps_status(const leps_control*)> run;  // LEPS_OK, and nothing made otherwise
};

class Calls {
 public:
  Calls()
      : pack_(sample_pack()),
        yaml_(sample_data("lago")),
        rulebook_(compile({pack_}).handle),
        data_(load(rulebook_.get(), {yaml_}).handle),
        results_(evaluate(rulebook_.get(), data_.get())) {
    REQUIRE(results_);
    leps_builder* builder = nullptr;
    leps_builder_new(&builder);
    builder_.reset(builder);
    leps_builder_begin(builder, "lago", 2025);
    leps_builder_set(builder, "popolazione", "100000");
    REQUIRE(leps_builder_set(builder, "assistenti_sociali", "[18, 22]") == LEPS_OK);
  }

  /// Valid as long as this is.
  std::vector<Call> all() {
    return {
        {"leps_rulebook_compile",
         [this](const leps_control* control) {
           leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
           options.control = control;
           const leps_text file = {pack_.name.c_str(), pack_.text.data(), pack_.text.size()};
           return made<leps_rulebook, RulebookHandle>([&](auto** out, auto** diagnostics) {
             return leps_rulebook_compile(out, diagnostics, &file, 1, &options);
           });
         }},
        {"leps_data_load",
         [this](const leps_control* control) {
           leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
           options.control = control;
           const leps_text file = {yaml_.name.c_str(), yaml_.text.data(), yaml_.text.size()};
           return made<leps_data, DataHandle>([&](auto** out, auto** diagnostics) {
             return leps_data_load(out, diagnostics, rulebook_.get(), &file, 1, &options);
           });
         }},
        {"leps_evaluate",
         [this](const leps_control* control) {
           leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
           options.control = control;
           return made<leps_results, ResultsHandle>([&](auto** out, auto**) {
             return leps_evaluate(out, rulebook_.get(), data_.get(), &options);
           });
         }},
        {"leps_builder_finish",
         [this](const leps_control* control) {
           leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
           options.control = control;
           return made<leps_data, DataHandle>([&](auto** out, auto** diagnostics) {
             return leps_builder_finish(out, diagnostics, builder_.get(), rulebook_.get(),
                                        &options);
           });
         }},
        {"leps_what_if",
         [this](const leps_control* control) {
           const leps_change change = {"lago", 2025, "assistenti_sociali", "18"};
           return made<leps_results, ResultsHandle>([&](auto** out, auto** diagnostics) {
             return leps_what_if(out, diagnostics, results_.get(), &change, 1, control);
           });
         }},
        {"leps_rulebook_lint",
         [this](const leps_control* control) {
           return made<leps_diagnostics, DiagnosticsHandle>([&](auto** out, auto**) {
             return leps_rulebook_lint(out, rulebook_.get(), control);
           });
         }},
        {"leps_rulebook_run_examples",
         [this](const leps_control* control) {
           return made<leps_examples, ExamplesHandle>([&](auto** out, auto**) {
             return leps_rulebook_run_examples(out, rulebook_.get(), control);
           });
         }},
    };
  }

 private:
  /// Runs a call, and checks that what it leaves behind agrees with its status.
  template <class Type, class Handle, class Run>
  static leps_status made(const Run& run) {
    Type* out = nullptr;
    leps_diagnostics* diagnostics = nullptr;
    const leps_status status = run(&out, &diagnostics);
    const Handle handle(out);
    const DiagnosticsHandle findings(diagnostics);
    CHECK((status == LEPS_OK) == (handle != nullptr));
    if (status != LEPS_OK) CHECK(findings == nullptr);
    return status;
  }

  File pack_, yaml_;
  RulebookHandle rulebook_;
  DataHandle data_;
  ResultsHandle results_;
  BuilderHandle builder_;
};

leps_status compile_with(const leps_control* control, const std::string& text,
                         leps_diagnostics** diagnostics = nullptr) {
  leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
  options.control = control;
  const leps_text file = {"regole.leps", text.data(), text.size()};
  leps_rulebook* rulebook = nullptr;
  const leps_status status = leps_rulebook_compile(&rulebook, diagnostics, &file, 1, &options);
  leps_rulebook_free(rulebook);
  return status;
}

}  // namespace

TEST_CASE("leps.h: a call can be cancelled at every place at which it asks") {
  Calls calls;
  for (const Call& call : calls.all()) {
    CAPTURE(call.name);
    Ear whole;
    const leps_control all_the_way = whole.control();
    REQUIRE(call.run(&all_the_way) == LEPS_OK);
    REQUIRE(whole.asked > 10);
    for (size_t at = 0; at < whole.asked; ++at) {
      CAPTURE(at);
      Ear ear;
      ear.cancel_at = at;
      const leps_control control = ear.control();
      CHECK(call.run(&control) == LEPS_CANCELLED);
      CHECK(ear.asked == at + 1);  // it stops there and then
      REQUIRE(!ear.lines.empty());
      CHECK(ear.lines.back().first == LEPS_LOG_WARNING);
    }
    Ear again;
    const leps_control control = again.control();
    CHECK(call.run(&control) == LEPS_OK);
    CHECK(again.asked == whole.asked);  // what was cancelled left no trace
    CHECK(call.run(nullptr) == LEPS_OK);
  }
}

TEST_CASE("leps.h: a call can be cancelled after the last Ambito was judged too") {
  Calls calls;
  for (const Call& call : calls.all()) {
    const std::string name = call.name;
    if (name != "leps_evaluate" && name != "leps_what_if") continue;
    CAPTURE(name);
    Ear whole;
    size_t asked_at_the_last = 0;
    whole.meanwhile = [&] { asked_at_the_last = whole.asked; };
    const leps_control control = whole.control();
    REQUIRE(call.run(&control) == LEPS_OK);
    CHECK(whole.asked > asked_at_the_last + 1);  // one belongs to that step itself
  }
}

TEST_CASE("leps.h: progress goes from nothing to all, and never back") {
  Calls calls;
  const std::map<std::string, std::set<int>> stages = {
      {"leps_rulebook_compile", {LEPS_STAGE_READING, LEPS_STAGE_CHECKING}},
      {"leps_data_load", {LEPS_STAGE_READING}},
      {"leps_evaluate", {LEPS_STAGE_EVALUATING}},
      {"leps_builder_finish", {LEPS_STAGE_READING}},
      {"leps_what_if", {LEPS_STAGE_EVALUATING}},
      {"leps_rulebook_lint", {LEPS_STAGE_CHECKING}},
      {"leps_rulebook_run_examples", {LEPS_STAGE_EXAMPLES}},
  };
  for (const Call& call : calls.all()) {
    CAPTURE(call.name);
    Ear ear;
    const leps_control control = ear.control();
    REQUIRE(call.run(&control) == LEPS_OK);
    CHECK_FALSE(ear.went_back);
    const auto expected = stages.find(call.name);
    REQUIRE(expected != stages.end());
    std::set<int> seen;
    for (const auto& reached : ear.reached) {
      const auto stage = reached.first;
      const auto done = reached.second;
      seen.insert(stage);
      CAPTURE(stage);
      const std::string total = std::to_string(done);
      const std::string first = std::to_string(stage) + ":0/" + total;
      const std::string last = std::to_string(stage) + ":" + total + "/" + total;
      CHECK(std::count(ear.progress.begin(), ear.progress.end(), first) == 1);
      CHECK(std::count(ear.progress.begin(), ear.progress.end(), last) >= 1);
    }
    CHECK(seen == expected->second);
  }
}

TEST_CASE("leps.h: the log says what was made, in lines without data") {
  Calls calls;
  for (const Call& call : calls.all()) {
    CAPTURE(call.name);
    Ear ear;
    const leps_control control = ear.control();
    REQUIRE(call.run(&control) == LEPS_OK);
    size_t infos = 0;
    for (const auto& said : ear.lines) {
      const auto level = said.first;
      const auto& line = said.second;
      CAPTURE(line);
      infos += level == LEPS_LOG_INFO;
      CHECK(level != LEPS_LOG_WARNING);
      CHECK(!line.empty());
      CHECK(line.find_first_of("\n\r\t") == std::string::npos);
      // Neither names of the files nor anything in them.
      for (const char* secret : {"lago", "Lago", "esempio", "assistenti", "100000", "18"}) {
        CHECK(line.find(secret) == std::string::npos);
      }
    }
    CHECK(infos == 1);
  }
}

TEST_CASE("leps.h: a call that takes longer than it may is given up") {
  Calls calls;
  for (const Call& call : calls.all()) {
    CAPTURE(call.name);
    Ear slow;
    slow.delay = std::chrono::milliseconds(3);
    leps_control control = slow.control();
    control.max_milliseconds = 1;
    CHECK(call.run(&control) == LEPS_ERROR_LIMIT);
    CHECK(slow.progress.size() == 1);
    control.max_milliseconds = UINT64_MAX;
    slow.delay = std::chrono::milliseconds(0);
    CHECK(call.run(&control) == LEPS_OK);
  }
}

TEST_CASE("leps.h: memory is held to its limit where the heap can be measured") {
  Calls calls;
  for (const Call& call : calls.all()) {
    CAPTURE(call.name);
    leps_control control = LEPS_CONTROL_INIT;
    control.max_memory = SIZE_MAX;
    const leps_status status = call.run(&control);
    if (status == LEPS_ERROR_ARGUMENT) continue;  // refused, as "memory_limit" is not there
    CHECK(status == LEPS_OK);
    // Something else of this process takes memory meanwhile: it counts, as leps.h says.
    Ear ear;
    std::vector<std::string> ballast;
    ear.meanwhile = [&] { ballast.emplace_back(std::size_t{4} << 20, 'x'); };
    control = ear.control();
    control.max_memory = std::size_t{2} << 20;
    CHECK(call.run(&control) == LEPS_ERROR_LIMIT);
    CHECK(ballast.size() == 1);
  }
}

TEST_CASE("leps.h: files count against their limit, all of those of a call together") {
  const File pack = sample_pack();
  leps_control control = LEPS_CONTROL_INIT;
  control.max_input = pack.text.size();
  CHECK(compile_with(&control, pack.text) == LEPS_OK);
  control.max_input = pack.text.size() - 1;
  CHECK(compile_with(&control, pack.text) == LEPS_ERROR_LIMIT);

  const auto rulebook = compile({pack});
  const File lake = sample_data("lago"), sea = sample_data("mare");
  const leps_text files[] = {{lake.name.c_str(), lake.text.data(), lake.text.size()},
                             {sea.name.c_str(), sea.text.data(), sea.text.size()}};
  leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
  options.control = &control;
  const auto load_both = [&](size_t limit) {
    control.max_input = limit;
    leps_data* data = nullptr;
    const leps_status status =
        leps_data_load(&data, nullptr, rulebook.handle.get(), files, 2, &options);
    leps_data_free(data);
    return status;
  };
  CHECK(load_both(lake.text.size() + sea.text.size()) == LEPS_OK);
  CHECK(load_both(lake.text.size() + sea.text.size() - 1) == LEPS_ERROR_LIMIT);
}

// Given value by value, data count as the text that they become: no two limits agree with less.
TEST_CASE("leps.h: data of a builder count against the limit of files, all Ambiti together") {
  const auto rulebook = compile({sample_pack()});
  const auto built = [&](const std::vector<std::string>& ambiti, const std::string& note,
                         size_t limit) {
    leps_builder* builder = nullptr;
    REQUIRE(leps_builder_new(&builder) == LEPS_OK);
    const BuilderHandle owned(builder);
    for (const std::string& ambito : ambiti) {
      leps_builder_begin(builder, ambito.c_str(), 2025);
      leps_builder_describe(builder, "nota", note.c_str());
      leps_builder_set(builder, "popolazione", "100000");
    }
    leps_control control = LEPS_CONTROL_INIT;
    control.max_input = limit;
    leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
    options.control = &control;
    leps_data* data = nullptr;
    const leps_status status =
        leps_builder_finish(&data, nullptr, builder, rulebook.handle.get(), &options);
    CHECK((status == LEPS_OK) == (data != nullptr));
    CHECK((status == LEPS_OK || status == LEPS_ERROR_LIMIT));
    leps_data_free(data);
    return status == LEPS_OK;
  };
  // The least limit that is enough.
  const auto needed = [&](const std::vector<std::string>& ambiti, const std::string& note) {
    size_t too_little = 1, enough = 100'000;
    REQUIRE(built(ambiti, note, enough));
    while (too_little + 1 < enough) {
      const size_t middle = (too_little + enough) / 2;
      (built(ambiti, note, middle) ? enough : too_little) = middle;
    }
    return enough;
  };
  const size_t lake = needed({"lago"}, "x"), sea = needed({"mare"}, "x");
  CHECK(lake == sea);  // the names are as long
  CHECK(lake > std::string("lago2025notaxpopolazione100000").size());
  CHECK(needed({"lago", "mare"}, "x") == lake + sea);
  CHECK(needed({"lago"}, std::string(1000, 'x')) == lake + 999);
  CHECK(built({"lago"}, "x", 0));  // no limit
}

TEST_CASE("leps.h: what a what-if changes counts against the limit of files") {
  const auto rulebook = compile({sample_pack()});
  const auto data = load(rulebook.handle.get(), {sample_data("lago")});
  const ResultsHandle all = evaluate(rulebook.handle.get(), data.handle.get());
  const leps_change change = {"lago", 2025, "assistenti_sociali", "18"};
  const auto run = [&](size_t limit) {
    leps_control control = LEPS_CONTROL_INIT;
    control.max_input = limit;
    leps_results* results = nullptr;
    const leps_status status = leps_what_if(&results, nullptr, all.get(), &change, 1, &control);
    leps_results_free(results);
    return status;
  };
  CHECK(run(1) == LEPS_ERROR_LIMIT);
  CHECK(run(100'000) == LEPS_OK);
  CHECK(run(0) == LEPS_OK);
}

TEST_CASE("leps.h: results are counted before any is made") {
  const auto rulebook = compile({sample_pack()});
  const auto data = load(rulebook.handle.get(), {sample_data("lago")});
  const ResultsHandle all = evaluate(rulebook.handle.get(), data.handle.get());
  Ear ear;
  leps_control control = ear.control();
  leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
  options.control = &control;
  control.max_results = leps_results_count(all.get());
  CHECK(evaluate(rulebook.handle.get(), data.handle.get(), &options));
  ear = {};
  control.max_results -= 1;
  CHECK(!evaluate(rulebook.handle.get(), data.handle.get(), &options));
  CHECK(ear.progress.empty());
}

TEST_CASE("leps.h: how deep expressions nest can be held lower than the library does") {
  const auto pack = [](int depth) {
    const auto n = static_cast<size_t>(depth);
    return "pacchetto prova versione \"1\"\nunità posti\ndato letti : posti \"Letti\"\n"
           "calcolo totale : posti \"Totale\"\n  = " +
           std::string(n, '(') + "letti" + std::string(n, ')') + "\n";
  };
  leps_control control = LEPS_CONTROL_INIT;
  CHECK(compile_with(&control, pack(20)) == LEPS_OK);
  control.max_nesting = 5;
  CHECK(compile_with(&control, pack(20)) == LEPS_ERROR_LIMIT);
  CHECK(compile_with(&control, pack(3)) == LEPS_OK);
  // The library's own limit holds as well, and what goes past it is a mistake in the rules.
  control.max_nesting = 1000;
  CHECK(compile_with(&control, pack(200)) == LEPS_ERROR_RULES);
}

TEST_CASE("leps.h: a callback may call the library itself") {
  Calls calls;
  for (const Call& call : calls.all()) {
    CAPTURE(call.name);
    Ear inner, outer;
    const leps_control of_inner = inner.control();
    size_t calls_within = 0;
    outer.meanwhile = [&] {
      ++calls_within;
      CHECK(call.run(&of_inner) == LEPS_OK);
      CHECK(call.run(nullptr) == LEPS_OK);
    };
    const leps_control control = outer.control();
    CHECK(call.run(&control) == LEPS_OK);
    CHECK(calls_within >= 2);
    CHECK(inner.asked == outer.asked * calls_within);  // neither heard of the other's work
  }
}

TEST_CASE("leps.h: a control that cannot be honoured is refused, never ignored") {
  Calls calls;
  for (const Call& call : calls.all()) {
    CAPTURE(call.name);
    struct {
      leps_control known = LEPS_CONTROL_INIT;
      void* new_field = nullptr;
    } newer;
    newer.known.size = sizeof newer;
    CHECK(call.run(&newer.known) == LEPS_OK);
    newer.new_field = &newer;
    CHECK(call.run(&newer.known) == LEPS_ERROR_ARGUMENT);
    leps_control control = LEPS_CONTROL_INIT;
    control.size = 0;
    CHECK(call.run(&control) == LEPS_ERROR_ARGUMENT);
    control.size = sizeof control - 1;
    CHECK(call.run(&control) == LEPS_ERROR_ARGUMENT);
  }
}
