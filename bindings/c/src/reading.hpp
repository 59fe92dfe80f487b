// Reading an array that a handle holds: NULL where there is no such thing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace leps::capi {

template <class Element>
const Element* at(const std::vector<Element>& all, std::size_t index) {
  return index < all.size() ? &all[index] : nullptr;
}

inline const char* name_at(const std::vector<const char*>& names, std::size_t index) {
  return index < names.size() ? names[index] : nullptr;
}

template <class Type>
const Type* if_any(const std::optional<Type>& maybe) {
  return maybe ? &*maybe : nullptr;
}

inline const char* text_if_any(const std::optional<std::string>& text) {
  return text ? text->c_str() : nullptr;
}

}  // namespace leps::capi
