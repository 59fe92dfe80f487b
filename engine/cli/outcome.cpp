#include "cli/outcome.hpp"

#include "source/write_file.hpp"

#include <algorithm>
#include <set>

namespace leps::cli {
namespace {

std::string count(std::size_t number, const Text& one, const Text& several, Language language) {
  return std::to_string(number) + " " + (number == 1 ? one : several).in(language);
}

std::string ambiti_and_years(std::size_t ambiti, const std::set<int>& years, Language language) {
  std::string text = count(ambiti, {"Ambito", "Ambito"}, {"Ambiti", "Ambiti"}, language);
  for (const int year : years) {
    text += ", " + std::to_string(year);
  }
  return text;
}

}  // namespace

std::string receipt(const Inputs& inputs, Language language) {
  constexpr std::size_t kFew = 10;
  const Receipt& receipt = inputs.receipt;
  if (receipt.files < 2) return {};
  std::string text = count(receipt.files, {"file", "file"}, {"file", "files"}, language) + ", " +
                     count(receipt.ambiti, {"Ambito letto", "Ambito read"},
                           {"Ambiti letti", "Ambiti read"}, language);
  if (receipt.silent.empty()) return text + "\n";
  text += Text("; mancano: ", "; missing: ").in(language);
  for (std::size_t i = 0; i < receipt.silent.size() && i < kFew; ++i) {
    text += (i == 0 ? "" : ", ") + receipt.silent[i];
  }
  if (receipt.silent.size() > kFew) {
    text += Text(" e altri ", " and ").in(language) + std::to_string(receipt.silent.size() - kFew) +
            Text("", " more").in(language);
  }
  return text + "\n";
}

std::string nothing_written(const DiagnosticBag& bag, bool of_data, Language language) {
  std::size_t errors = 0;
  for (const Diagnostic& found : bag.all()) {
    if (severity(found.code) == Severity::error) errors += found.count();
  }
  std::string text =
      count(errors, {"errore", "error"}, {"errori", "errors"}, language) +
      Text(", nessun report scritto: correggi", ", no report written: mend them").in(language);
  if (of_data) {
    text += Text(", oppure --keep-good per usare ciò che si legge bene",
                 ", or --keep-good to use what can be read well")
                .in(language);
  }
  return text + "\n";
}

std::string written(const Report& report, const std::string& path, Language language) {
  std::set<std::string> ambiti;
  std::set<int> years;
  for (const Assessment& assessment : report.assessments) {
    ambiti.insert(assessment.facts->ambito);
    years.insert(assessment.facts->year);
  }
  return path + ": " + ambiti_and_years(ambiti.size(), years, language) + "\n";
}

void tell(const std::string& line) {
  constexpr const char* kStandardError = "/dev/fd/2";
  if (!line.empty()) (void)write_file(kStandardError, line);
}

}  // namespace leps::cli
