// Pages as trees: elements and texts are nodes, so nothing that a user wrote can become markup.
// Written out as HTML that an XML reader accepts too.
#pragma once

#include "base/interval.hpp"
#include "base/verdict.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace leps::html {

using Node = pugi::xml_node;

/// A new last child.
Node add(Node parent, const char* tag, const char* css_class = nullptr);
/// A new last child that holds a text.
Node add_text(Node parent, const char* tag, std::string_view text, const char* css_class = nullptr);
/// A list with an item for each text; nothing of none.
void add_items(Node parent, const std::vector<std::string>& items);
/// Text within an element.
void text(Node parent, std::string_view text);
void attribute(Node node, const char* name, std::string_view value);
/// A link out of the page, opened by the reader and by nobody else.
/// @param css_class  `indirizzo` where the text is the address, which paper need not repeat
void link_out(Node parent, const std::string& address, std::string_view text,
              const char* css_class = "fuori");
/// A link within the page.
void link_in(Node parent, const std::string& id, std::string_view text);

/// The shape of a verdict: an outline that stands for it without colour. Always beside its word.
void verdict_shape(Node parent, Verdict verdict);
/// The css class of a verdict's colour.
std::string verdict_class(Verdict verdict, std::string_view before = {});
/// The shapes and patterns that the page uses, once, before them all.
void shape_definitions(Node body);

/// How much of a level is there: solid what is certainly there, hatched what may be, empty what is
/// certainly lacking.
/// @param lacking  the relative gap, in [0, 1]
/// @param label    what it says, for who does not see it
void gap_bar(Node parent, const Interval& lacking, std::string_view label);

/// The head of a page that runs nothing and fetches nothing.
/// @param generator    which command wrote it
/// @param description  for who finds the page
void add_head(Node document, std::string_view title, std::string_view generator,
              std::string_view description, std::string_view style);

/// The document as text, `<!DOCTYPE html>` first, a line for every block.
std::string serialize(pugi::xml_document& document);

/// The style sheet of the reports.
std::string_view style_sheet();

}  // namespace leps::html
