// What people read, compared with files: tests/golden/report/good/<case> holds rules, data of one
// or more Ambiti, and what every writer makes of them. LEPS_UPDATE_GOLDEN=1 rewrites those.
#include "pipeline.hpp"
#include "report/write_csv.hpp"
#include "report/write_explanation.hpp"
#include "report/write_html.hpp"
#include "report/write_json.hpp"
#include "report/write_markdown.hpp"
#include "report/write_options.hpp"
#include "report/write_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace leps;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == extension) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

struct Difference {
  std::size_t line = 0;  // 0: none
  std::string wanted, found;
};

Difference first_difference(const std::string& wanted, const std::string& found) {
  if (wanted == found) return {};
  std::istringstream a(wanted), b(found);
  Difference difference;
  do {
    ++difference.line;
    const bool more = static_cast<bool>(std::getline(a, difference.wanted));
    if (!more) difference.wanted = "(the end)";
    if (!std::getline(b, difference.found)) {
      difference.found = more ? "(the end)" : "(an end without a newline)";
      return difference;
    }
    if (!more) return difference;
  } while (difference.wanted == difference.found);
  return difference;
}

void compare(const fs::path& expected, const std::string& found) {
  CAPTURE(expected.filename().string());
  if (std::getenv("LEPS_UPDATE_GOLDEN")) {
    std::ofstream(expected, std::ios::binary) << found;
    return;
  }
  const Difference difference = first_difference(read(expected), found);
  INFO("line " << difference.line
               << "; LEPS_UPDATE_GOLDEN=1 rewrites the file, then read the diff");
  CHECK(difference.found == difference.wanted);
}

std::string messages(const DiagnosticBag& bag) {
  std::string all;
  for (const Diagnostic& diagnostic : bag.all()) all += diagnostic.message.it + "\n";
  return all;
}

}  // namespace

TEST_CASE("reports: every format, as recorded") {
  for (const auto& entry : fs::directory_iterator(fs::path(LEPS_TEST_DIR) / "golden/report/good")) {
    const fs::path folder = entry.path();
    CAPTURE(folder.filename().string());
    SourceMap rules;
    for (const fs::path& file : files_in(folder, ".leps")) {
      rules.add(file.filename().string(), read(file));
    }
    DiagnosticBag bag;
    const std::optional<Rulebook> rulebook = compile(rules, bag);
    CHECK(messages(bag) == "");
    if (!rulebook) continue;

    SourceMap sources = rules;
    DataFiles files;
    for (const fs::path& file : files_in(folder, ".yaml")) {
      add_data_bytes(files, sources, file.filename().string(), read(file), bag);
    }
    const DataSet data = load(*rulebook, sources, files, bag);
    CHECK(messages(bag) == "");
    Report report = assess(*rulebook, sources, data, std::nullopt);
    report.data_files = files.read;

    const WriteOptions italian{Language::italian, false}, english{Language::english, false};
    compare(folder / "expected.it.txt", write_text(report, italian));
    compare(folder / "expected.en.txt", write_text(report, english));
    compare(folder / "expected.color.txt", write_text(report, {Language::italian, true}));
    compare(folder / "expected.it.md", write_markdown(report, italian));
    compare(folder / "expected.en.md", write_markdown(report, english));
    compare(folder / "expected.it.csv", write_csv(report, italian));
    compare(folder / "expected.en.csv", write_csv(report, english));
    compare(folder / "expected.json", write_json(report));
    compare(folder / "expected.it.html", write_html(report, italian));
    compare(folder / "expected.en.html", write_html(report, english));
    std::string italian_words, english_words;
    for (const Assessment& assessment : report.assessments) {
      for (const RuleId rule : rulebook->typed.rules.keys()) {
        italian_words += write_explanation(report, assessment, rule, italian) + "\n";
        english_words += write_explanation(report, assessment, rule, english) + "\n";
      }
    }
    compare(folder / "explained.it.txt", italian_words);
    compare(folder / "explained.en.txt", english_words);
  }
}
