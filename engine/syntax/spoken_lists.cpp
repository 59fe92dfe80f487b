#include "syntax/spoken_lists.hpp"

#include "syntax/everyday_rows.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/first_words.hpp"
#include "syntax/number_words.hpp"
#include "syntax/numerals.hpp"
#include "syntax/operands.hpp"
#include "syntax/spoken_counts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace leps::inline syntax {
namespace {

struct Share {
  int parts = 1, of = 1;
};

constexpr std::array<std::string_view, 6> kAll = {"tutti",    "tutte", "entrambi",
                                                  "entrambe", "all",   "both"};
constexpr std::array<std::string_view, 4> kNone = {"nessuno", "nessuna", "none", "neither"};

template <class Words>
bool is_one_of(std::string_view written, const Words& all) {
  return std::find(all.begin(), all.end(), folded(written)) != all.end();
}

/// `metà`, `due terzi`, `50%`, and where it ends.
std::optional<std::pair<Share, Place>> share_at(const Reader& reader, Place at) {
  const Place digits = std::find_if_not(at, reader.end(), is_digit);
  if (digits != at) {
    const bool percent = digits != reader.end() && *digits == '%' && digits - at <= 3;
    if (!percent) return std::nullopt;
    return std::pair(Share{small_number(between(at, digits)), 100}, digits + 1);
  }
  Place begin = at, stop = reader.word_end_at(at);
  int parts = 1;
  if (const auto number = number_in_words(between(begin, stop), reader.language())) {
    parts = *number;
    begin = reader.after_blanks(stop);
    stop = reader.word_end_at(begin);
  }
  const auto said = part_in_words(between(begin, stop), parts, reader.language());
  if (!said) return std::nullopt;
  const auto slash = said->find('/');
  if (slash == std::string::npos) {  // `50%`
    return std::pair(Share{small_number(said->substr(0, said->size() - 1)), 100}, stop);
  }
  return std::pair(Share{parts, small_number(said->substr(slash + 1))}, stop);
}

/// Where a list begins, and where its items end: at the next clause, or at the end of the line.
struct List {
  bool of_names;  // behind `fra`: it may be said of a datum
  Place first, last;
};
std::optional<List> list_at(const Reader& reader, Place at, bool listed) {
  const auto among = reader.among_end(at);
  const auto colon = among    ? std::nullopt
                     : listed ? colon_behind_words(reader, at)
                              : colon_of_list(reader, at);
  if (!among && !colon) return std::nullopt;
  const Place first = reader.after_blanks(among ? *among : *colon + 1);
  const Place line_end = std::find(first, reader.end(), '\n');
  Place last = first;
  for (Place here = first; here < line_end;) {
    const auto known = reader.keyword_at(here);
    if (*here == ')' || (known && known->keyword < Keyword::at_least)) break;
    last = behind_lexeme(reader, here);
    here = reader.after_blanks(last);
  }
  return List{among.has_value(), first, std::min(last, reader.before_blanks(line_end))};
}

std::vector<std::string> items_of(const Reader& reader, const List& list) {
  std::vector<std::string> items;
  Place from = list.first;
  bool compared = false;
  const auto add = [&](Place end) {
    const std::string item(between(from, std::max(from, reader.before_blanks(end))));
    if (!item.empty()) items.push_back(compared ? '(' + item + ')' : item);
    compared = false;
  };
  for (Place at = list.first; at < list.last;) {
    const auto known = reader.keyword_at(at);
    compared = compared || (known && is_comparison(known->keyword));
    const Place next = behind_lexeme(reader, at);
    const bool decimal = is_digit(at[-1]) && next != reader.end() && is_digit(*next);
    if (*at == ';' || (*at == ',' && !decimal)) {
      add(at);
      from = reader.after_blanks(next);
    }
    at = reader.after_blanks(next);
  }
  add(list.last);
  return items;
}

Keyword compared_with(const Reader& reader, Place& at) {
  if (const auto known = reader.keyword_at(at); known && is_comparison(known->keyword)) {
    at = reader.after_blanks(known->end);
    return known->keyword;
  }
  const auto words = everyday_operator(reader, at);
  if (words && words->kind == EverydayWords::Kind::keyword && is_comparison(words->keyword)) {
    at = reader.after_blanks(words->end);
    return words->keyword;
  }
  return Keyword::at_least;
}

/// A part of so many, as the number that a count is compared with.
int of_so_many(const Share& share, Keyword comparison, int count) {
  const int whole = share.parts * count / share.of;
  const bool rest = share.parts * count % share.of != 0;
  const bool up = comparison == Keyword::at_least || comparison == Keyword::less_than;
  return whole + (up && rest ? 1 : 0);
}

/// `più della`: an everyday form with an article, behind which no name is.
bool said_with_article(std::string_view compared) {
  const auto end = compared.find_last_not_of(' ');
  if (end == std::string_view::npos) return false;
  const std::string_view written = compared.substr(0, end + 1);
  return is_with_article(written.substr(written.find_last_of(' ') + 1), "di");
}

bool may_begin(const Reader& reader, Place at) {
  static const FirstWords whole = [] {
    FirstWords all;
    for (const std::string_view word : kAll) all.add(word);
    for (const std::string_view word : kNone) all.add(word);
    return all;
  }();
  if (at == reader.end()) return false;
  if (is_digit(*at)) return true;
  const std::string_view word = between(at, reader.word_end_at(at));
  if (word.empty()) return false;
  if (may_begin_part(word) || may_begin_row(word, reader.language()) || whole.may_hold(word)) {
    return true;
  }
  const auto known = reader.keyword_at(at);
  return known && is_comparison(known->keyword);
}

}  // namespace

bool refuse_share_of_list(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  if (!may_begin(reader, here)) return false;
  Place next = here;
  const Place word_end = reader.word_end_at(here);
  const std::string_view word = between(here, word_end);
  const bool all = is_one_of(word, kAll), none = is_one_of(word, kNone);
  std::optional<std::pair<Share, Place>> share;
  Keyword comparison = Keyword::at_most;
  bool may_be_name = true;  // `metà fra a, b` is said of a datum called so
  if (!all && !none) {
    comparison = compared_with(reader, next);
    const Place article = reader.word_end_at(next);
    if (is_article(between(next, article), reader.language())) {
      share = share_at(reader, reader.after_blanks(article));
      may_be_name = false;
    }
    if (!share) share = share_at(reader, next);
    if (!share) return false;
    const bool one_word = reader.word_end_at(next) == share->second;
    const bool figures = is_digit(*next);
    const bool said = said_with_article(between(here, next));
    may_be_name = may_be_name && (figures ? next == here : one_word && !said);
  }
  Place out_of = reader.after_blanks(share ? share->second : word_end);
  const Place behind_all = reader.word_end_at(out_of);
  const bool listed = (all || none) && behind_all != out_of &&
                      is_article(between(out_of, behind_all), reader.language());
  if (listed) out_of = reader.after_blanks(behind_all);  // `tutti i seguenti:`
  if (out_of == reader.end() || !reader.on_one_line(here, out_of)) return false;
  const auto list = list_at(reader, out_of, listed);
  if (!list || (list->of_names && may_be_name)) return false;
  const std::vector<std::string> items = items_of(reader, *list);
  if (items.size() < 2) return false;
  std::string how_many = in_words(reader, Keyword::logical_and);
  std::string form = joined(items, ' ' + how_many + ' ');
  if (!all) {
    const int count = static_cast<int>(items.size());
    const int number = none ? 0 : of_so_many(share->first, comparison, count);
    how_many = in_words(reader, comparison) + ' ' + std::to_string(number) + ' ' +
               in_words(reader, Keyword::in_list);
    form = how_many + ' ' + joined(items, ", ");
  }
  const Place behind = reader.before_blanks(list->first);
  Diagnostic& found =
      reader.refuse(Code::syntax_everyday_words, here, behind, {between(here, behind), how_many});
  const std::string count = std::to_string(items.size());
  found.hint(format({"l'elenco ha {0} voci: {1}", "the list has {0} items: {1}"}, {count, form}));
  reader.mend(found, here, list->last, form, Readings::several);
  return true;
}

}  // namespace leps::inline syntax
