#include "html/voice.hpp"

#include "words/words.hpp"

namespace leps::html {

Node Voice::heading(Node parent, int depth, std::string_view text_there,
                    std::string_view css_class) const {
  const std::string tag = "h" + std::to_string(top + depth);
  const std::string classes =
      "t" + std::to_string(depth) + (css_class.empty() ? "" : " " + std::string(css_class));
  return add_text(parent, tag.c_str(), text_there, classes.c_str());
}

void add_draft(Node parent, Voice say) {
  text(parent, " ");
  add_text(parent, "span", draft_word(say.language), "etichetta bozza");
}

}  // namespace leps::html
