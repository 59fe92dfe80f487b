#include "syntax/glued_words.hpp"

#include "syntax/numerals.hpp"
#include "syntax/print_expression.hpp"
#include "syntax/vocabulary.hpp"

#include <optional>

namespace leps::inline syntax {
namespace {

/// `30th June`
bool is_ordinal(std::string_view suffix, Language language) {
  return language == Language::english &&
         (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th");
}

/// `10mila`, `3k`, `2mln`: in digits.
std::optional<std::string> in_thousands(const std::string& digits, std::string_view word) {
  const std::string said = folded(word);
  const bool million = said == "mln" || said == "milioni" || said == "million";
  if (!million && said != "mila" && said != "k") return std::nullopt;
  if (!all_digits(digits)) return std::nullopt;
  return digits + (million ? "000000" : "000");
}

}  // namespace

bool refuse_glued_word(Reader& reader, Place begin, Place end, const std::string& digits) {
  const Place stop = reader.word_end_at(end);
  if (stop == end) return false;
  const std::string_view word = between(end, stop);
  const Language language = reader.language();
  std::optional<std::string> figures;
  if (is_ordinal(word, language)) figures = std::string(between(begin, end));
  if (const auto thousands = in_thousands(digits, word)) {
    figures = styled_numeral(*thousands, language);
  }
  if (figures) {
    Diagnostic& found = reader.refuse(Code::syntax_everyday_words, begin, stop,
                                      {shortened(between(begin, stop)), *figures});
    reader.mend(found, begin, stop, *figures, Readings::several);
    return true;
  }
  const std::string number = shortened(between(begin, end));
  Diagnostic& found = reader.refuse(Code::syntax_number_glued, begin, stop,
                                    {syntax::quoted(number), syntax::quoted(word)});
  found.hint(format({"scrivi {0} {1}", "write {0} {1}"}, {number, word}));
  reader.mend(found, end, end, " ", reader.readings_of_glued_word(word));
  return true;
}

}  // namespace leps::inline syntax
