// What the pages know of the packs beside the typed IR: who uses what, what comes before what, each
// rule as it is written, and the names of the pages.
#pragma once

#include "html/voice.hpp"
#include "schedule/rulebook.hpp"
#include "syntax/ast.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace leps::lawbook {

using html::Voice;

/// The packs with what the pages need to know of them beside the typed IR.
struct Book {
  Book(const Rulebook& rulebook, const ast::Program& program, Language language);

  const Rulebook& rulebook;
  const Typed& typed;
  const ast::Program& program;
  Voice say;
  Language pack_language;  // in which the packs' own texts are

  IdMap<RuleId, std::vector<RuleId>> before;  // what each rule comes after, in any of its versions
  IdMap<RuleId, std::vector<RuleId>> after;   // what comes after it
  std::map<DatumId, std::vector<RuleId>> asks;
  std::map<ParameterId, std::vector<RuleId>> counts_with;
  std::map<SourceOfLawId, std::vector<RuleId>> cites;

  /// The version in force last: the one by which a rule is called.
  [[nodiscard]] const typed::RuleVersion& latest(RuleId id) const {
    return typed.rules[id].versions.back();
  }
  [[nodiscard]] std::string title(RuleId id) const;
  /// `Nazionale 2025.1`, `Anteprima 2027.1 · BOZZA`.
  [[nodiscard]] std::string pack(PackId id) const;
  /// The packs, each once.
  [[nodiscard]] std::string packs() const;
  /// A version of a rule as it is written, in the canonical layout and the language of its file.
  [[nodiscard]] std::string as_written(const typed::RuleVersion& version) const;
  /// A `modifica requisito` or `modifica regola` as it is written.
  [[nodiscard]] std::string as_written(const typed::Amendment& amendment) const;
};

// ---- names of pages and places in them ---------------------------------------------------------

inline constexpr const char* kStart = "index.html";
inline constexpr const char* kData = "dati.html";
inline constexpr const char* kNumbers = "numeri.html";
inline constexpr const char* kAmounts = "calcoli.html";
inline constexpr const char* kSources = "fonti.html";
inline constexpr const char* kOrderings = "ordini.html";
inline constexpr const char* kExamples = "esempi.html";
inline constexpr const char* kDoubts = "da-confermare.html";

/// A name of the pack as a part of an address and of a file's name, on any system: small letters,
/// digits and `_` as they are, anything else by its code; a very long name cut, with its mark.
std::string slug(std::string_view name);
std::string page_of(const Book& book, RuleId id);
std::string address(const Book& book, DatumId id);
std::string address(const Book& book, ParameterId id);
std::string address(const Book& book, ComputedId id);
std::string address(const Book& book, SourceOfLawId id);
std::string address(ExampleId id);

}  // namespace leps::lawbook
