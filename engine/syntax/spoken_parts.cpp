#include "syntax/spoken_parts.hpp"

#include "syntax/everyday_words.hpp"
#include "syntax/number_words.hpp"
#include "syntax/operands.hpp"

#include <algorithm>
#include <string>

namespace leps::inline syntax {
namespace {

/// `di`, `del`, `dell'`, `of`; nothing where none stands.
std::optional<Place> of_end(const Reader& reader, Place at) {
  const Place stop = reader.word_end_at(at);
  const std::string written = folded(between(at, stop));
  const bool of = reader.language() == Language::english
                      ? written == "of"
                      : written == "di" || (written.starts_with("de") && written.size() > 2);
  return of ? std::optional(reader.apostrophe_end(stop).value_or(stop)) : std::nullopt;
}

/// `tre posti`, `un FTE`: a word follows on the line that is no word of the language.
bool number_of_things(const Reader& reader, Place number, Place at) {
  const Place stop = reader.word_end_at(at);
  const bool part = part_in_words(between(at, stop), 1, reader.language()).has_value();
  const bool local =
      reader.among_end(at) || reader.local_words_end(at, Keyword::within) ||
      reader.local_words_end(at, Keyword::no_later_than) ||
      reader.local_words_end(at, Keyword::working_days) ||
      reader.local_words_end(at, Keyword::up_to) || reader.local_words_end(at, Keyword::beyond) ||
      reader.local_words_end(at, Keyword::since) || reader.local_words_end(at, Keyword::part_of);
  return stop != at && !part && !local && reader.on_one_line(number, at) &&
         !reader.keyword_at(at) && !everyday_operator(reader, at);
}

}  // namespace

bool refuse_spoken_part(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  Place begin = here, stop = reader.word_end_at(here);
  if (stop == here || !may_begin_part(between(here, stop))) return false;
  const auto next_word = [&] {
    begin = reader.after_blanks(stop);
    stop = reader.word_end_at(begin);
  };
  if (is_article(between(begin, stop), reader.language())) next_word();
  const auto number = number_in_words(between(begin, stop), reader.language());
  const Place number_end = stop;
  if (number) next_word();
  if (number && number_of_things(reader, here, begin)) {
    const std::string figures = std::to_string(*number);
    refuse_said(reader, here, number_end, figures);
    return true;
  }
  const auto share = part_in_words(between(begin, stop), number.value_or(1), reader.language());
  if (!share) return false;
  const Place behind = reader.after_blanks(stop);
  const auto of = of_end(reader, behind);
  // `metà di x`: for all that can be seen from here a name of the pack; not so `twice x`.
  const bool twice = begin == here && !of && reader.word_end_at(behind) != behind &&
                     between(begin, stop) == "twice" && !reader.keyword_at(behind);
  const bool part = begin != here && of && begins_operand(reader, reader.after_blanks(*of));
  if ((!twice && !part) || !reader.on_one_line(here, behind)) return false;
  if (reader.stands_as_name(between(begin, stop))) return false;  // only the article is wrong
  const Place end = of.value_or(stop);
  const std::string meant = *share + ' ' + in_words(reader, Keyword::of);
  // `la metà di a + b` may be half of the sum.
  refuse_said(reader, here, end, meant);
  return true;
}

}  // namespace leps::inline syntax
