// Sentences are data: whole, in both languages, with `{0}`, `{1}` where the code fills something
// in, and with a form for one thing and one for many. The tables (sentences.def of a room) can be
// read through by whoever knows the law and no code.
#pragma once

#include "base/text.hpp"

#include <array>
#include <string>
#include <string_view>

namespace leps::inline wording {

struct Sentence {
  struct Forms {
    std::string_view one, many;
  };
  Forms it, en;

  [[nodiscard]] constexpr const Forms& in(Language language) const {
    return language == Language::italian ? it : en;
  }
};

/// Says sentences in one language.
class Say {
 public:
  explicit Say(Language language) : language_(language) {}

  template <class... Texts>
  std::string operator()(const Sentence& sentence, const Texts&... texts) const {
    return fill(sentence.in(language_).many, texts...);
  }
  /// The form for one thing, or for many.
  template <class... Texts>
  std::string of(bool one, const Sentence& sentence, const Texts&... texts) const {
    const Sentence::Forms& both = sentence.in(language_);
    return fill(one ? both.one : both.many, texts...);
  }

  [[nodiscard]] Language language() const { return language_; }

 private:
  template <class... Texts>
  static std::string fill(std::string_view form, const Texts&... texts) {
    const std::array<std::string_view, sizeof...(Texts)> views{std::string_view(texts)...};
    return filled(form, views);
  }

  Language language_;
};

}  // namespace leps::inline wording
