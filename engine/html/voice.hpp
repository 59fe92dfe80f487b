// The language of a page, and how deep its headings begin.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "html/html.hpp"

#include <string>
#include <string_view>

namespace leps::html {

/// Says a thing in the reader's language, and gives headings their level: the name of an Ambito is
/// the first in a report of its own, the second where the report has a title above many.
struct Voice {
  Language language = Language::italian;
  int top = 1;

  std::string operator()(std::string_view italian, std::string_view english) const {
    return std::string(language == Language::italian ? italian : english);
  }
  /// @param depth  0 the Ambito, 1 its sections, 2 cards, 3 within a card; also its class, `t2`
  Node heading(Node parent, int depth, std::string_view text,
               std::string_view css_class = {}) const;
};

/// `BOZZA`: beside whatever comes from a pack that is no law yet.
void add_draft(Node parent, Voice say);

}  // namespace leps::html
