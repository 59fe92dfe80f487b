// Any bytes as a file of rules, through every stage. A file that parses, printed in either
// language, parses again and prints the same; one that compiles still compiles when printed.
#include "diagnostics/load_source.hpp"
#include "diagnostics/render.hpp"
#include "examples/find_unreached.hpp"
#include "examples/run_examples.hpp"
#include "fuzz/harness.hpp"
#include "pipeline.hpp"
#include "syntax/parse.hpp"
#include "syntax/print.hpp"

#include <string>

using namespace leps;

namespace {

// Canonical text, or nothing where the text has mistakes.
std::optional<std::string> printed(const std::string& text, Language language) {
  SourceMap sources;
  DiagnosticBag bag;
  sources.add("fuzz", text);
  const ast::Program program = parse(sources, bag);
  if (bag.has_errors()) return std::nullopt;
  return print(program, program.files.front(), language);
}

void check_printing(const std::string& text) {
  const auto italian = printed(text, Language::italian);
  if (!italian) return;
  if (printed(*italian, Language::italian) != italian) broken("what is printed prints the same");
  const auto english = printed(text, Language::english);
  if (!english) broken("what parses is printed in English too");
  if (printed(*english, Language::italian) != italian) {
    broken("there and back through English says the same");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  SourceMap sources;
  DiagnosticBag bag;
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto source = add_source(sources, "fuzz", text, kMaxRulesBytes, bag);
  if (source) {
    const std::optional<Rulebook> rulebook = compile(sources, bag);
    if (rulebook) {
      run_examples(*rulebook);
      find_unreached(*rulebook);
    }
    check_printing(std::string(sources.text(*source)));
  }
  render(bag, sources, {Language::italian, true});
  render(bag, sources, {Language::english, false});
  return 0;
}
