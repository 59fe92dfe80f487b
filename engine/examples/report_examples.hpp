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

/// Whether a message has hints that say why it came out so: the derivation, a line a hint.
enum class Why { unsaid, as_hints };

/// Reports all that an example expects and that did not come out.
void report_misses(const ExampleOutcome& outcome, const Rulebook& rulebook,
                   const SourceMap& sources, DiagnosticBag& bag, Why why = Why::unsaid);

/// Reports all that no example reaches.
void report_unreached(const Rulebook& rulebook, DiagnosticBag& bag);

}  // namespace leps::inline examples
