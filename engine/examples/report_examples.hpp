// What the examples of the packs found, as messages to whoever wrote the packs.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "examples/run_examples.hpp"
#include "schedule/rulebook.hpp"
#include "source/source_map.hpp"

#include <string>

namespace leps::inline examples {

/// What an example expects, as it is written, on one line.
std::string words_at(Span expectation, const SourceMap& sources);

/// Reports all that an example expects and that did not come out.
void report_misses(const ExampleOutcome& outcome, const Rulebook& rulebook,
                   const SourceMap& sources, DiagnosticBag& bag);

/// Reports all that no example reaches.
void report_unreached(const Rulebook& rulebook, DiagnosticBag& bag);

}  // namespace leps::inline examples
