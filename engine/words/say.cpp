#include "words/say.hpp"

namespace leps::inline wording {

std::string Say::fill(std::string_view form, std::initializer_list<std::string_view> texts) {
  std::string said;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const bool is_place = form[at] == '{' && at + 2 < form.size() && form[at + 2] == '}';
    if (!is_place) {
      said += form[at];
      continue;
    }
    const auto place = static_cast<std::size_t>(form[at + 1] - '0');
    if (place < texts.size()) said += texts.begin()[place];
    at += 2;
  }
  return said;
}

}  // namespace leps::inline wording
