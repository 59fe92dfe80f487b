// Packs as text, read for a test: what comes of them, and every message in one line.
#pragma once

#include "resolve/resolve.hpp"
#include "source/source_map.hpp"
#include "syntax/parse.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace leps::test {

/// One or more files; `---` on a line of its own begins the next one. A file that does not begin
/// with its own `pacchetto` or `package` gets one, with what most cases need.
inline constexpr std::string_view kPreamble = R"(pacchetto prova versione "1"
fonte legge "La legge"
unità abitanti, FTE, persone, euro
categoria LEPS "Livello essenziale"
dato popolazione : abitanti almeno 1 intero
dato assistenti : FTE almeno 0
dato attivo : sì/no
)";

struct Packs {
  SourceMap sources;
  DiagnosticBag bag;
  ast::Program program;
  Resolved resolved;

  explicit Packs(std::string_view text) {
    for (int file = 1; !text.empty(); ++file) {
      const auto end = text.find("\n---\n");
      std::string one(text.substr(0, end));
      const bool whole = one.starts_with("pacchetto ") || one.starts_with("package ");
      sources.add("prova" + std::to_string(file) + ".leps",
                  whole ? one + "\n" : std::string(kPreamble) + one + "\n");
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 5);
    }
    program = parse(sources, bag);
    resolved = resolve(program, bag);
  }
  Packs(const Packs&) = delete;
  Packs& operator=(const Packs&) = delete;
};

/// One line a message: code, the words it points at, the message, its labels and hints.
inline std::string describe(const DiagnosticBag& bag, const SourceMap& sources,
                            Language language = Language::italian) {
  std::string text;
  for (const Diagnostic& found : bag.all()) {
    text += std::string(name(found.code)) + " «" +
            (found.where ? std::string(sources.text(*found.where)) : std::string()) + "» " +
            found.message.in(language);
    for (const auto& label : found.labels) {
      text += " | «" + std::string(sources.text(label.where)) + "» " + label.text.in(language);
    }
    for (const Text& hint : found.hints) text += " > " + hint.in(language);
    text += "\n";
  }
  return text;
}

/// A pack with one mistake: it gets one message, with this code, at this place, saying this.
struct Mistake {
  std::string why;
  const char* pack;
  const char* code;
  const char* place;  // the words that it points at
  const char* italian;
  const char* english;  // a part of the message, its labels or its hints
};

/// The codes whose stable name begins with one of these words.
inline std::set<std::string> codes_beginning_with(const std::vector<std::string_view>& words) {
  constexpr std::string_view all[] = {
#define LEPS_CODE(id, name, severity, italian, english) name,
#include "diagnostics/codes_rules.def"
#undef LEPS_CODE
  };
  std::set<std::string> found;
  for (const std::string_view code : all) {
    for (const std::string_view word : words) {
      if (code.starts_with(word)) found.emplace(code);
    }
  }
  return found;
}

}  // namespace leps::test
