#include "base/text.hpp"

namespace leps::inline base {

std::string filled(std::string_view form, std::span<const std::string_view> texts) {
  std::string text;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (form[at] == '{' && at + 2 < form.size() && form[at + 2] == '}') {
      const auto place = static_cast<std::size_t>(form[at + 1] - '0');
      if (place < texts.size()) {
        text += texts[place];
        at += 2;
        continue;
      }
    }
    text += form[at];
  }
  return text;
}

}  // namespace leps::inline base
