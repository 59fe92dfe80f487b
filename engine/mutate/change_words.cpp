#include "mutate/change_words.hpp"

namespace leps::inline mutating {

Text quoted(const Text& from, const Text& to) {
  return {"'" + from.it + "' diventa '" + to.it + "'", "'" + from.en + "' becomes '" + to.en + "'"};
}

Text left_out(const Text& what) { return {"senza " + what.it, "without " + what.en}; }

Text word_of(Keyword keyword) {
  return {std::string(word(keyword, Language::italian)),
          std::string(word(keyword, Language::english))};
}

}  // namespace leps::inline mutating
