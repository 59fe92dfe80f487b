#include "syntax/spoken_counts.hpp"

#include "syntax/number_words.hpp"
#include "syntax/operands.hpp"

#include <algorithm>
#include <string>

namespace leps::inline syntax {
namespace {

constexpr int kMostWords = 8;  // `dei servizi che seguono`

/// `fra`, `tra`, `di`, `dei`, `delle`, `among`, `of`.
bool is_out_of(const Reader& reader, Place at) {
  const std::string_view word = between(at, reader.word_end_at(at));
  if (reader.language() == Language::english) {
    return word == "of" || word == "among" || word == "between";
  }
  return word == "fra" || word == "tra" || word == "di" || word == "dei" || word == "delle" ||
         word == "degli";
}

/// `servizi; ascolto e mensa` as a list; a condition in it stands in parentheses, and is not shown.
std::string with_commas(const Reader& reader, Place first, Place last) {
  std::string items;
  Place from = first;
  const auto add = [&](Place end) {
    const std::string item(between(from, std::max(from, reader.before_blanks(end))));
    if (!item.empty()) items += (items.empty() ? "" : ", ") + item;
  };
  for (Place at = first; at < last;) {
    const auto known = reader.keyword_at(at);
    if (known && is_comparison(known->keyword)) return "a, b, c";
    const Place next = behind_lexeme(reader, at);
    const bool joins =
        known && (known->keyword == Keyword::logical_and || known->keyword == Keyword::logical_or);
    if (joins || *at == ';' || *at == ',') {
      add(at);
      from = reader.after_blanks(next);
    }
    at = reader.after_blanks(next);
  }
  add(last);
  return items;
}

}  // namespace

std::optional<Place> colon_behind_words(const Reader& reader, Place at) {
  Place here = at;
  for (int words = 0; words < kMostWords; ++words) {
    const Place stop = reader.word_end_at(here);
    const Place next = reader.after_blanks(stop);
    const auto known = here == at ? std::nullopt : reader.keyword_at(here);
    const bool of_list = !known || known->keyword == Keyword::of;
    if (stop == here || !of_list || next == reader.end() || !reader.on_one_line(at, next)) {
      return std::nullopt;
    }
    if (*next == ':') return next;
    here = next;
  }
  return std::nullopt;
}

std::optional<Place> colon_of_list(const Reader& reader, Place at) {
  if (at == reader.end() || !is_out_of(reader, at)) return std::nullopt;
  return colon_behind_words(reader, at);
}

bool refuse_spoken_count(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  const auto compared = reader.keyword_at(here);
  if (compared && !is_comparison(compared->keyword)) return false;
  // `una delle seguenti: a, b`
  const bool may_count = compared || (here != reader.end() && is_digit(*here)) ||
                         may_begin_part(between(here, reader.word_end_at(here)));
  if (!may_count) return false;
  const Place number = compared ? reader.after_blanks(compared->end) : here;
  Place stop = std::find_if_not(number, reader.end(), is_digit);
  std::string digits(between(number, stop));
  if (stop == number) {
    stop = reader.word_end_at(number);
    const auto said = number_in_words(between(number, stop), reader.language());
    if (!said) return false;
    digits = std::to_string(*said);
  }
  const Place out_of = reader.after_blanks(stop);
  const auto colon = colon_of_list(reader, out_of);
  if (!colon) return false;
  // The colon of `per ogni c in l dove …:` ends the condition.
  const auto before = keyword_before(reader, here);
  if (before && before->keyword == Keyword::where) return false;
  const Place first = reader.after_blanks(*colon + 1);
  const Place last = reader.before_blanks(std::find(*colon, reader.end(), '\n'));
  const bool listed = first < last;
  const std::string items = listed ? with_commas(reader, first, last) : "a, b, c";
  const Keyword comparison = compared ? compared->keyword : Keyword::at_least;
  const std::string form = in_words(reader, comparison) + ' ' + digits + ' ' +
                           in_words(reader, Keyword::in_list) + ' ' + items;
  Diagnostic& found =
      reader.refuse(Code::syntax_everyday_words, out_of, *colon + 1,
                    {between(out_of, *colon + 1), in_words(reader, Keyword::in_list)});
  found.hint(format(
      {"l'elenco segue senza due punti: {0}", "the list follows without a colon: {0}"}, {form}));
  if (listed) reader.mend(found, here, last, form, Readings::several);
  return true;
}

}  // namespace leps::inline syntax
