#include "trees/keys.hpp"

#include "base/plain_form.hpp"

#include <algorithm>

namespace leps::inline trees {

bool is_ambito_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::string as_ambito_key(std::string_view text) {
  std::string key;
  for (const char c : without_accents(text)) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_ambito_key(std::string_view(&small, 1))) {
      key += small;
    } else if (!key.empty() && key.back() != '_') {
      key += '_';
    }
  }
  while (key.ends_with('_')) key.pop_back();
  return key;
}

}  // namespace leps::inline trees
