// Finds what a function that reads is asked for, by index or name; answers NULL where there is
// nothing of the kind.
#pragma once

#include "leps/leps.h"

#include "diagnostics/diagnostic.hpp"

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

inline const char* unless_empty(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}

inline const char* words(const Text& text, leps_language language) {
  return text.in(language == LEPS_ENGLISH ? Language::english : Language::italian).c_str();
}

}  // namespace leps::capi
