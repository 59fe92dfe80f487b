#include "trees/wording.hpp"

#include "base/nearest.hpp"

#include <algorithm>

namespace leps::inline trees {

constexpr std::size_t kShortestBeginning = 4;  // of a name that was not written to its end

std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return std::string(text);
  // Back to the beginning of the character that the cut fell into.
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

Text quote(std::string_view text) {
  const std::string shown = shortened(text);
  return {"«" + shown + "»", "“" + shown + "”"};
}

Text found(const DataNode& node) {
  if (const std::string* text = node.text()) return quote(*text);
  if (node.sequence()) return {"una lista", "a list"};
  if (node.map()) return {"un gruppo di voci", "a group of entries"};
  return {"niente", "nothing"};
}

std::string listed(std::span<const std::string> words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

bool suggest(Diagnostic& diagnostic, std::string_view word, std::span<const std::string> known) {
  if (diagnostic.left_out) return true;  // nobody would read what was searched for
  auto near = nearest(word, known);
  if (!near && word.size() >= kShortestBeginning) {
    const auto longer = std::find_if(known.begin(), known.end(), [&](const std::string& name) {
      return name.starts_with(word);
    });
    if (longer != known.end()) near = *longer;
  }
  if (!near) return false;
  diagnostic.hint(format({"forse volevi dire {0}?", "did you mean {0}?"}, {quote(*near)}));
  return true;
}

}  // namespace leps::inline trees
