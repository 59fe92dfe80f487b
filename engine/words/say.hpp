// Sentences are data: whole, in both languages, with `{0}`, `{1}` where the code fills something
// in, and with a form for one thing and one for many. The tables (sentences.def of a room) can be
// read through by whoever knows the law and no code.
#pragma once

#include "base/text.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace leps::inline wording {

struct Sentence {
  struct Forms {
    std::string_view one, many;
  };
  Forms it, en;
};

/// Says sentences in one language.
class Say {
 public:
  explicit Say(Language language) : language_(language) {}

  template <class... Texts>
  std::string operator()(const Sentence& sentence, const Texts&... texts) const {
    return fill(forms(sentence).many, {std::string_view(texts)...});
  }
  /// The form for one thing, or for many.
  template <class... Texts>
  std::string of(bool one, const Sentence& sentence, const Texts&... texts) const {
    const Sentence::Forms& both = forms(sentence);
    return fill(one ? both.one : both.many, {std::string_view(texts)...});
  }

  [[nodiscard]] Language language() const { return language_; }

 private:
  [[nodiscard]] const Sentence::Forms& forms(const Sentence& sentence) const {
    return language_ == Language::italian ? sentence.it : sentence.en;
  }
  static std::string fill(std::string_view form, std::initializer_list<std::string_view> texts);

  Language language_;
};

}  // namespace leps::inline wording
