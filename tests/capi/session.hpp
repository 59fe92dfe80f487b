// What every test of leps.h begins with: the sample pack, data, and handles that free themselves.
// Through the C header only: what a C program cannot do, these tests cannot either.
#pragma once

#include <leps/leps.h>

#include <memory>
#include <string>
#include <vector>

namespace capi {

struct Free {
  void operator()(leps_rulebook* handle) const { leps_rulebook_free(handle); }
  void operator()(leps_data* handle) const { leps_data_free(handle); }
  void operator()(leps_results* handle) const { leps_results_free(handle); }
  void operator()(leps_diagnostics* handle) const { leps_diagnostics_free(handle); }
  void operator()(leps_builder* handle) const { leps_builder_free(handle); }
  void operator()(leps_break_even* handle) const { leps_break_even_free(handle); }
  void operator()(leps_explanation* handle) const { leps_explanation_free(handle); }
  void operator()(leps_examples* handle) const { leps_examples_free(handle); }
};
using RulebookHandle = std::unique_ptr<leps_rulebook, Free>;
using DataHandle = std::unique_ptr<leps_data, Free>;
using ResultsHandle = std::unique_ptr<leps_results, Free>;
using BuilderHandle = std::unique_ptr<leps_builder, Free>;
using BreakEvenHandle = std::unique_ptr<leps_break_even, Free>;
using DiagnosticsHandle = std::unique_ptr<leps_diagnostics, Free>;
using ExplanationHandle = std::unique_ptr<leps_explanation, Free>;
using ExamplesHandle = std::unique_ptr<leps_examples, Free>;

struct File {
  std::string name, text;
};

std::string read_file(const std::string& path);
/// The small pack of the language reference.
File sample_pack();
/// tests/capi/data/ambiti/NAME.yaml
File sample_data(const std::string& name);

/// What a call gave: its status, its handle, its diagnostics.
template <class Handle>
struct Made {
  leps_status status = LEPS_ERROR_INTERNAL;
  Handle handle;
  DiagnosticsHandle diagnostics;
};

Made<RulebookHandle> compile(const std::vector<File>& files);
Made<DataHandle> load(const leps_rulebook* rulebook, const std::vector<File>& files);
ResultsHandle evaluate(const leps_rulebook* rulebook, const leps_data* data,
                       const leps_evaluate_options* options = nullptr);

Made<DataHandle> finish(const leps_builder* builder, const leps_rulebook* rulebook);
Made<ResultsHandle> what_if(const leps_results* base, const std::vector<leps_change>& changes);

/// `5:14 data/not-whole`, a line each.
std::string describe(const leps_diagnostics* diagnostics);

/// The whole road on which nothing goes wrong; empty where something did.
ResultsHandle results_of(const std::vector<File>& data);

/// The result of a rule; null where there is none.
const leps_result* find(const leps_results* results, const std::string& ambito, int year,
                        const std::string& rule);

/// `lo..hi unit`, or `n unit` where known; `inf` and `-inf` where there is no bound.
std::string describe(const leps_quantity* quantity);
/// `parziale`, or `non_valutabile: soddisfatto parziale`.
std::string describe(const leps_result* result);

}  // namespace capi
