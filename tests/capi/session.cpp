#include "session.hpp"

#include <fstream>
#include <sstream>

namespace capi {
namespace {

std::vector<leps_text> texts(const std::vector<File>& files) {
  std::vector<leps_text> texts;
  for (const File& file : files) {
    texts.push_back({file.name.c_str(), file.text.data(), file.text.size()});
  }
  return texts;
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

File sample_pack() {
  return {"esempio.leps", read_file(LEPS_TEST_DIR "/golden/packs/esempio.leps")};
}

File sample_data(const std::string& name) {
  return {name + ".yaml", read_file(LEPS_TEST_DIR "/capi/data/ambiti/" + name + ".yaml")};
}

Made<RulebookHandle> compile(const std::vector<File>& files) {
  leps_rulebook* rulebook = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  const std::vector<leps_text> given = texts(files);
  const leps_status status =
      leps_rulebook_compile(&rulebook, &diagnostics, given.data(), given.size(), nullptr);
  return {status, RulebookHandle(rulebook), DiagnosticsHandle(diagnostics)};
}

Made<DataHandle> load(const leps_rulebook* rulebook, const std::vector<File>& files) {
  leps_data* data = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  const std::vector<leps_text> given = texts(files);
  const leps_status status =
      leps_data_load(&data, &diagnostics, rulebook, given.data(), given.size(), nullptr);
  return {status, DataHandle(data), DiagnosticsHandle(diagnostics)};
}

ResultsHandle evaluate(const leps_rulebook* rulebook, const leps_data* data,
                       const leps_evaluate_options* options) {
  leps_results* results = nullptr;
  leps_evaluate(&results, rulebook, data, options);
  return ResultsHandle(results);
}

Made<DataHandle> finish(const leps_builder* builder, const leps_rulebook* rulebook) {
  leps_data* data = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  const leps_status status = leps_builder_finish(&data, &diagnostics, builder, rulebook, nullptr);
  return {status, DataHandle(data), DiagnosticsHandle(diagnostics)};
}

Made<ResultsHandle> what_if(const leps_results* base, const std::vector<leps_change>& changes) {
  leps_results* results = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  const leps_status status =
      leps_what_if(&results, &diagnostics, base, changes.data(), changes.size(), nullptr);
  return {status, ResultsHandle(results), DiagnosticsHandle(diagnostics)};
}

std::string describe(const leps_diagnostics* diagnostics) {
  std::string all;
  for (size_t i = 0; i < leps_diagnostics_count(diagnostics); ++i) {
    const leps_diagnostic* diagnostic = leps_diagnostics_at(diagnostics, i);
    const leps_place* place = leps_diagnostic_place(diagnostic);
    all += std::to_string(leps_place_line(place)) + ":" + std::to_string(leps_place_column(place)) +
           " " + leps_diagnostic_code(diagnostic) + "\n";
  }
  return all;
}

ResultsHandle results_of(const std::vector<File>& data) {
  const auto rulebook = compile({sample_pack()});
  const auto loaded = load(rulebook.handle.get(), data);
  return evaluate(rulebook.handle.get(), loaded.handle.get());
}

const leps_result* find(const leps_results* results, const std::string& ambito, int year,
                        const std::string& rule) {
  for (size_t i = 0; i < leps_results_count(results); ++i) {
    const leps_result* result = leps_results_at(results, i);
    if (leps_result_ambito(result) == ambito && leps_result_year(result) == year &&
        leps_result_rule(result) == rule) {
      return result;
    }
  }
  return nullptr;
}

std::string describe(const leps_quantity* quantity) {
  if (!quantity) return "none";
  const char* lo = leps_quantity_lo(quantity);
  const char* hi = leps_quantity_hi(quantity);
  const char* unit = leps_quantity_unit(quantity);
  std::string text = leps_quantity_is_known(quantity)
                         ? hi
                         : std::string(lo ? lo : "-inf") + ".." + (hi ? hi : "inf");
  return unit ? text + " " + unit : text;
}

std::string describe(const leps_result* result) {
  if (!result) return "none";
  std::string text = leps_verdict_word(leps_result_verdict(result));
  if (leps_result_verdict(result) != LEPS_NON_VALUTABILE) return text;
  text += ":";
  for (int verdict = LEPS_SODDISFATTO; verdict <= LEPS_NON_VIGENTE; ++verdict) {
    if (leps_result_possible(result) & LEPS_VERDICT_BIT(verdict)) {
      text += std::string(" ") + leps_verdict_word(static_cast<leps_verdict>(verdict));
    }
  }
  return text;
}

}  // namespace capi
