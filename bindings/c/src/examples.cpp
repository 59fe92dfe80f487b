// The examples of a rulebook, run, and reading what came of them.
#include "examples/report_examples.hpp"

#include "control.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "lookup.hpp"

struct leps_example {
  std::string title;
  bool holds = false;
  leps_place place;
};

struct leps_examples {
  std::vector<leps_example> all;
  std::size_t failed = 0;
  std::unique_ptr<leps_diagnostics> misses, unreached;
};

using namespace leps;
using namespace leps::capi;

leps_status leps_rulebook_run_examples(leps_examples** out, const leps_rulebook* rulebook,
                                       const leps_control* control) {
  if (out) *out = nullptr;
  return guarded(control, [&]() -> leps_status {
    if (!out || !rulebook) return LEPS_ERROR_ARGUMENT;
    const CompiledRules& rules = *rulebook->rules;
    auto examples = std::make_unique<leps_examples>();
    DiagnosticBag misses, unreached;
    for (const ExampleOutcome& outcome : run_examples(rules.rulebook)) {
      const typed::Example& example = rules.rulebook.typed.examples[outcome.example];
      const bool holds = outcome.misses.empty();
      examples->all.push_back({example.title, holds, place_of(example.span, {}, rules.sources)});
      if (!holds) ++examples->failed;
      report_misses(outcome, rules.rulebook, rules.sources, misses, Why::as_hints);
    }
    report_unreached(rules.rulebook, unreached);
    examples->misses = make_diagnostics(misses, rules.sources);
    examples->unreached = make_diagnostics(unreached, rules.sources);
    log(LogLevel::info, [&] {
      return "ran " + std::to_string(examples->all.size()) +
             " examples: " + std::to_string(examples->failed) + " do not hold";
    });
    *out = examples.release();
    return LEPS_OK;
  });
}

void leps_examples_free(leps_examples* examples) { delete examples; }

size_t leps_examples_count(const leps_examples* examples) {
  return examples ? examples->all.size() : 0;
}

size_t leps_examples_failed(const leps_examples* examples) {
  return examples ? examples->failed : 0;
}

const leps_example* leps_examples_at(const leps_examples* examples, size_t index) {
  return examples ? at(examples->all, index) : nullptr;
}

const char* leps_example_title(const leps_example* example) {
  return example ? example->title.c_str() : nullptr;
}

bool leps_example_holds(const leps_example* example) { return example && example->holds; }

const leps_place* leps_example_place(const leps_example* example) {
  return example ? &example->place : nullptr;
}

const leps_diagnostics* leps_examples_misses(const leps_examples* examples) {
  return examples ? examples->misses.get() : nullptr;
}

const leps_diagnostics* leps_examples_unreached(const leps_examples* examples) {
  return examples ? examples->unreached.get() : nullptr;
}
