// What the pages of a pack share: their frame, and how sentences, numbers and sources are shown in
// them.
#pragma once

#include "html/html.hpp"
#include "html/voice.hpp"
#include "lawbook/book.hpp"
#include "lawbook/lawbook.hpp"
#include "phrases/sentence.hpp"

#include <map>
#include <optional>

namespace leps::lawbook {

using html::Node;
using html::Voice;
using phrases::last_value;
using phrases::Mood;
using phrases::on_one_line;
using phrases::Phrase;
using phrases::Phrases;
using phrases::say_amount;
using phrases::say_condition;
using phrases::Sentence;

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
/// «Quanto è certo: ipotesi»; nothing where nobody says it.
void add_how_sure(Node parent, std::optional<Confidence> confidence, Voice say);
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

}  // namespace leps::lawbook
