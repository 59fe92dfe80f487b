#include "syntax/spoken_comparisons.hpp"

#include "syntax/everyday_rows.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/expression_forms.hpp"
#include "syntax/number_words.hpp"
#include "syntax/operands.hpp"

#include <algorithm>
#include <string>

namespace leps::inline syntax {
namespace {

/// `non meno di 2 fra a, b` denies a count, and may.
bool denies_comparison(const Reader& reader, Place at) {
  const auto known = reader.keyword_at(at);
  if (!known || known->keyword != Keyword::logical_not) return false;
  const Place next = reader.after_blanks(known->end);
  return reader.begins_count_among(next);
}

bool may_begin_comparison(const Reader& reader, Place at) {
  const Place stop = reader.word_end_at(at);
  if (stop == at || reader.begins_function(at)) return false;
  const auto known = reader.keyword_at(at);
  return known ? known->keyword == Keyword::logical_not
               : may_begin_row(between(at, stop), reader.language());
}

/// `entro il 30 giugno dell'anno`: what is to be done by then does not stand before it.
bool refuse_term_of_nothing(Reader& reader, Place at) {
  std::optional<Place> term = reader.local_words_end(at, Keyword::within);
  if (!term) term = reader.local_words_end(at, Keyword::no_later_than);
  if (!term) return false;
  Place day = *term;
  reader.skip_article(day);
  day = reader.after_blanks(day);
  if (!reader.begins_day(day) && !reader.begins_year_day(day)) return false;
  reader
      .refuse(Code::syntax_misplaced, at, *term,
              {between(at, *term),
               {"davanti sta la data di ciò che si chiede",
                "the day of what is asked for stands before it"}})
      .hint(to_write(
          line_with(reader, at, at,
                    reader.language() == Language::italian ? "nome_della_data" : "name_of_date")));
  return true;
}

}  // namespace

bool refuse_spoken_comparison(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  if (refuse_term_of_nothing(reader, here)) return true;
  if (may_begin_comparison(reader, here) && refuse_bands(reader, here)) return true;
  if (!may_begin_comparison(reader, here) || denies_comparison(reader, here)) return false;
  const auto words = everyday_operator(reader, here);
  const bool compares = words && words->kind == EverydayWords::Kind::keyword &&
                        (is_comparison(words->keyword) || words->keyword == Keyword::in_range);
  if (!compares) return false;
  // `minore al massimo b`: the last word begins a keyword.
  for (Place at_word = here; at_word < words->end;
       at_word = reader.after_blanks(std::max(at_word + 1, reader.word_end_at(at_word)))) {
    const auto keyword = at_word == here ? std::nullopt : reader.keyword_at(at_word);
    if (keyword && keyword->end > words->end) return false;
  }
  const Place first = reader.after_blanks(words->end);
  const Place behind = reader.word_end_at(first);
  const auto number = number_in_words(between(first, behind), reader.language());
  const bool figures = is_digit(*first) || number;
  // `minimo di x` takes a level of a name; `superiore a x` can be nothing else.
  const bool name = behind != first && !words->row.ends_with(" di") &&
                    words->row.find(' ') != std::string_view::npos;
  if (!figures && !name) return false;
  if (reader.stands_as_name(between(here, reader.word_end_at(here)))) return false;
  const std::string meant = written_for(reader, *words).it;
  const auto left = compared_before(reader, here);
  const Place unit = reader.after_blanks(
      figures && behind == first ? std::find_if_not(first, reader.end(), is_digit) : behind);
  const bool counts = figures && reader.among_end(unit).has_value();
  std::string form = left && !counts ? *left + ' ' + meant : meant;
  if (number) form += ' ' + std::to_string(*number);
  const Place end = number ? behind : words->end;
  Diagnostic& found = reader.refuse(Code::syntax_everyday_words, here, words->end,
                                    {between(here, reader.before_blanks(words->end)), meant});
  if (!left && !counts) {
    found.hint(format(
        {"davanti scrivi che cosa si confronta: … {0}", "before it write what is compared: … {0}"},
        {meant}));
    return true;
  }
  show_in_line(reader, found, here, end, form);
  return true;
}

}  // namespace leps::inline syntax
