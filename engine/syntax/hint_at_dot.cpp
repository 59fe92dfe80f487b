#include "syntax/hint_at_dot.hpp"

#include "syntax/everyday_words.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <string>

namespace leps::inline syntax {
namespace {

bool needs_colon(const Failure& failure) {
  return std::any_of(failure.expected.begin(), failure.expected.end(),
                     [](const Expectation& each) { return each.what == &kColon; });
}

/// `n.d.`, `N/D` and the like: a value that is not known.
bool abbreviates_unknown(std::string_view before, std::string_view behind) {
  const std::string letters = folded(before) + folded(behind);
  return letters == "nd" || letters == "na" || letters == "nc" || letters == "np";
}

}  // namespace

void hint_at_dot(const Reader& reader, Place dot, Diagnostic& diagnostic) {
  const std::string before = word_before(reader, dot);
  const Place next = dot + 1;
  const Place end = reader.word_end_at(next);
  const std::string behind(between(next, end));
  const Place begin = dot - before.size();
  const Place after = reader.after_blanks(next);
  const bool digit = after != reader.end() && is_digit(*after);
  const std::string small = folded(before);
  if (digit && (small == "n" || small == "nr" || small == "num" || small == "no")) {
    diagnostic.hint(format({"basta il numero: {0}", "the number is enough: {0}"},
                           {line_with(reader, begin, after, "")}));
    reader.mend(diagnostic, begin, after, "", Readings::several);
    return;
  }
  const auto clause = keyword_before(reader, begin);
  if (clause && clause->keyword == Keyword::according_to) {
    diagnostic.hint(
        format({"qui sta il nome breve di una '{0}', che si dichiara una volta: {0} legge "
                "\"Legge 328/2000\"",
                "here stands the short name of a '{0}', which is declared once: {0} law "
                "\"Law 328/2000\""},
               {word(Keyword::source, reader.language())}));
    return;
  }
  const Place figures = reader.before_blanks(begin);
  if (!before.empty() && figures != begin && figures != reader.begin() && is_digit(figures[-1]) &&
      !reader.stands_as_name(before) && after != reader.end() && reader.on_one_line(dot, after)) {
    diagnostic.hint({"un'unità si scrive per intero, com'è dichiarata",
                     "a unit is written in full, as it is declared"});
    return;
  }
  if (reader.in_example() && abbreviates_unknown(before, behind)) {
    diagnostic.hint({"ciò che non è noto si scrive ?", "what is not known is written ?"});
    const Place equals = reader.before_blanks(begin);
    const bool is_value = equals != reader.begin() && equals[-1] == '=';
    const bool dotted = end != reader.end() && *end == '.';
    reader.mend(diagnostic, begin, dotted ? end + 1 : end, "?",
                is_value ? Readings::one : Readings::several);
  } else if (needs_colon(reader.failure()) && !before.empty() && !behind.empty()) {
    diagnostic.hint(format(
        {"un nome ha lettere, cifre e _: {0}_{1}", "a name has letters, digits and _: {0}_{1}"},
        {before, behind}));
    reader.mend(diagnostic, begin, end, before + '_' + behind, Readings::several);
  } else if (next == reader.end() || is_blank(*next)) {
    if (!before.empty() || !reader.on_one_line(dot, reader.after_blanks(next))) {
      diagnostic.hint({"alla fine di una clausola il punto non serve",
                       "no full stop is needed at the end of a clause"});
      const bool last = !reader.on_one_line(dot, reader.after_blanks(next)) ||
                        reader.after_blanks(next) == reader.end();
      reader.mend(diagnostic, dot, next, "", last ? Readings::one : Readings::several);
    }
  } else if (before.empty() && !behind.empty()) {
    diagnostic.hint({"il campo di una riga si scrive senza spazi: riga.campo",
                     "the field of a row is written without blanks: row.field"});
    const Place row_end = reader.before_blanks(dot);
    const bool one = reader.on_one_line(row_end, dot) && !word_before(reader, row_end).empty() &&
                     !reader.keyword_at(next);
    reader.mend(diagnostic, row_end, dot, "", one ? Readings::one : Readings::several);
  }
}

}  // namespace leps::inline syntax
