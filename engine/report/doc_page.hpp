// What the pages of a pack share: their names, their frame, and how sentences, numbers, sources and
// data are shown in them.
#pragma once

#include "report/doc.hpp"
#include "report/doc_sentence.hpp"
#include "report/html_page.hpp"

#include <map>
#include <optional>

namespace leps::doc {

using html::Node;
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
  /// A `modifica requisito` as it is written.
  [[nodiscard]] std::string as_written(const typed::Requirement::Amendment& amendment) const;
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

// ---- the frame ---------------------------------------------------------------------------------

/// A page being made: add to `main`, then `finish`.
class Page {
 public:
  /// @param name   of its file
  /// @param title  of its tab; the heading is the caller's
  Page(const Book& book, std::string name, const std::string& title);

  Node main;
  DocPage finish();

 private:
  void add_navigation(Node body) const;

  const Book& book_;
  std::string name_;
  pugi::xml_document document_;
  Node body_;
};

/// The heading of a page with the line above and below it.
void add_title(Node main, const Book& book, const std::string& above, const std::string& title,
               const std::string& below = {});

/// A part of a page, under a heading of its own.
/// @param depth  of the heading, 0 being the page's
Node part(Node parent, const Book& book, const std::string& title, int depth = 1);

// ---- what stands in pages ----------------------------------------------------------------------

/// A text of the pack's own; says its language where that is not the page's.
Node add_own(Node parent, const Book& book, const char* tag, std::string_view text,
             const char* css_class = nullptr);
void link(Node parent, const std::string& address, std::string_view text);
void link(Node parent, const Book& book, RuleId id);
/// Rules as links, with commas.
void link_all(Node parent, const Book& book, const std::vector<RuleId>& rules);

/// `verificato`, `da verificare`, `ipotesi`, told apart by form and not by colour only.
void add_confidence(Node parent, Confidence confidence, Voice say);
void add_phrases(Node parent, const Book& book, const Phrases& phrases);
/// A sentence in a paragraph, its parts in lists below.
/// @param before  words that lead into it
void add_sentence(Node parent, const Book& book, const Sentence& sentence,
                  const std::string& before = {});
void add_code(Node parent, std::string_view text);
void add_notes(Node parent, const Book& book, const std::vector<std::string>& notes);
/// `A · B`: the titles of sources, each a link to its place in the page of sources.
void add_source_links(Node parent, const Book& book, const std::vector<SourceOfLawId>& ids);

/// A table that scrolls on a narrow screen; the head from the titles of its columns.
Node add_table(Node parent, const std::vector<std::string>& columns, std::string_view caption = {});
/// Every value of the parameters in time, with days, confidence, sources and notes.
void add_values(Node parent, const Book& book, const std::vector<ParameterId>& parameters,
                bool anchored);
/// What the data are, who holds them.
void add_data_table(Node parent, const Book& book, const std::vector<DatumId>& data, bool anchored);
/// On the page of data: lists with their fields, groups, checks.
void add_lists(Node main, const Book& book);
void add_groups(Node main, const Book& book);
void add_checks(Node main, const Book& book);
/// An example as two tables: what it gives, what it expects.
void add_example(Node parent, const Book& book, ExampleId id, int depth, bool anchored);
/// What comes before what, drawn; nothing where nothing does.
/// @param rules    those to draw
/// @param current  the one whose page it is, if any
void add_graph(Node parent, const Book& book, const std::vector<RuleId>& rules,
               std::optional<RuleId> current);

/// The style sheet of the reports and what only these pages need.
std::string style();

// ---- the pages ---------------------------------------------------------------------------------

DocPage start_page(const Book& book);
DocPage rule_page(const Book& book, RuleId id);
DocPage data_page(const Book& book);
DocPage numbers_page(const Book& book);
DocPage amounts_page(const Book& book);
DocPage sources_page(const Book& book);
DocPage orderings_page(const Book& book);
DocPage examples_page(const Book& book);
DocPage doubts_page(const Book& book);

}  // namespace leps::doc
