#include "words/term_words.hpp"

#include "syntax/keywords.hpp"

namespace leps::inline wording {

std::string term_unit_words(TermUnit unit, bool one, Language language) {
  const auto in = [&](Keyword words) { return " " + std::string(word(words, language)); };
  switch (unit) {
    case TermUnit::days:
      return {};
    case TermUnit::working_days:
      return in(one ? Keyword::working_day : Keyword::working_days);
    case TermUnit::months:
      return in(one ? Keyword::month : Keyword::months);
  }
  return {};
}

}  // namespace leps::inline wording
