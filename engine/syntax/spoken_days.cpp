#include "syntax/spoken_days.hpp"

#include "base/digits.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/number_words.hpp"
#include "syntax/numerals.hpp"
#include "syntax/operands.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace leps::inline syntax {
namespace {

/// The words that may stand before the month, or stand for the last one: each may be left out.
constexpr std::array kItalian = {"l",  "il",  "la",   "fine", "termine",
                                 "di", "del", "dell", "mese", "anno"};
constexpr std::array kEnglish = {"the", "end", "of", "month", "year", "year-end"};

bool is_filling(std::string_view word, Language language) {
  const auto in = [&](const auto& all) {
    return std::find(all.begin(), all.end(), word) != all.end();
  };
  return language == Language::italian ? in(kItalian) : in(kEnglish);
}

std::optional<unsigned> month_at(const Reader& reader, Place at) {
  const auto known = reader.keyword_at(at);
  return known ? month_of(known->keyword) : std::nullopt;
}

unsigned last_day_of(unsigned month, std::optional<int> year) {
  using namespace std::chrono;
  const std::chrono::year of{year.value_or(2025)};  // of every year: 28 February
  return unsigned{year_month_day_last{of, month_day_last{std::chrono::month{month}}}.day()};
}

/// A day as it is said, and where it ends.
struct SpokenDay {
  Place end;
  unsigned month;
  std::optional<unsigned> day;  // none: the last of the month
  std::optional<int> year;      // none: of every year
};

std::string in_language(const Reader& reader, const SpokenDay& said) {
  const unsigned day = said.day.value_or(last_day_of(said.month, said.year));
  return std::to_string(day) + ' ' + in_words(reader, name_of_month(said.month)) + ' ' +
         (said.year ? std::to_string(*said.year) : in_words(reader, Keyword::of_the_year));
}

/// `31/12`, behind `entro` and before no unit
std::optional<SpokenDay> day_and_month(const Reader& reader, Place at) {
  const Place slash = std::find_if_not(at, reader.end(), is_digit);
  if (slash == at || slash - at > 2 || slash == reader.end() || *slash != '/') return std::nullopt;
  const Place end = std::find_if_not(slash + 1, reader.end(), is_digit);
  const Place next = reader.after_blanks(end);
  const auto of_year = reader.local_words_end(next, Keyword::of_the_year);
  const bool last = next == reader.end() || !reader.on_one_line(end, next) || of_year;
  if (end == slash + 1 || end - slash > 3 || !last) return std::nullopt;  // half of something
  const auto day = static_cast<unsigned>(small_number(between(at, slash)));
  const auto month = static_cast<unsigned>(small_number(between(slash + 1, end)));
  if (month < 1 || month > 12 || day < 1 || day > last_day_of(month, {})) return std::nullopt;
  return SpokenDay{of_year.value_or(end), month, day, {}};
}

std::optional<unsigned> month_in_any_case(const Reader& reader, Place at) {
  const std::string written = folded(between(at, reader.word_end_at(at)));
  for (unsigned month = 1; month <= 12; ++month) {
    if (folded(word(name_of_month(month), reader.language())) == written) return month;
  }
  return std::nullopt;
}

/// The year that stands at `next`, behind a day and its month; of every year where none is said.
void read_year(const Reader& reader, Place next, SpokenDay& said) {
  const Place digits = std::find_if_not(next, reader.end(), is_digit);
  if (digits - next == 4 && reader.on_one_line(said.end, next)) {
    said.year = small_number(between(next, digits));
    said.end = digits;
  } else if (const auto of = reader.local_words_end(next, Keyword::of_the_year)) {
    said.end = *of;
  }
}

/// `30 Giugno dell'anno`
std::optional<SpokenDay> day_in_capitals(const Reader& reader, Place at) {
  const Place digits = std::find_if_not(at, reader.end(), is_digit);
  const Place name = reader.after_blanks(digits);
  if (digits == at || digits - at > 2 || month_at(reader, name)) return std::nullopt;
  const auto month = month_in_any_case(reader, name);
  const int day = small_number(between(at, digits));
  if (!month || day < 1 || day > static_cast<int>(last_day_of(*month, {}))) return std::nullopt;
  SpokenDay said{reader.word_end_at(name), *month, static_cast<unsigned>(day), {}};
  read_year(reader, reader.after_blanks(said.end), said);
  return said;
}

/// `primo giugno`
std::optional<SpokenDay> first_of_month(const Reader& reader, Place at) {
  const std::string first = folded(between(at, reader.word_end_at(at)));
  const Place name = reader.after_blanks(reader.word_end_at(at));
  const auto month = month_in_any_case(reader, name);
  if ((first != "primo" && first != "first") || !month) return std::nullopt;
  SpokenDay said{reader.word_end_at(name), *month, 1U, {}};
  read_year(reader, reader.after_blanks(said.end), said);
  return said;
}

/// `fine anno`, `il mese di marzo`, `marzo 2025`, `June 30, 2025`
std::optional<SpokenDay> day_in_words(const Reader& reader, Place here) {
  Place next = here, stop = here;
  bool ends_year = false, ends = false;
  std::vector<std::string> names;  // that the words may be
  while (next != reader.end() && reader.on_one_line(here, next)) {
    const Place word_stop = reader.word_end_at(next);
    const std::string word = folded(between(next, word_stop));
    if (word_stop == next || month_at(reader, next) || !is_filling(word, reader.language()) ||
        reader.begins_function(next)) {
      break;
    }
    const bool article = word == "l" || word == "il" || word == "la" || word == "the";
    if (!article) names.push_back(word);
    ends = ends || word == "l" || word == "fine" || word == "end" || word == "termine" ||
           word == "mese" || word == "month";
    ends_year = ends_year || word == "anno" || word == "year";
    stop = reader.apostrophe_end(word_stop).value_or(word_stop);
    next = reader.after_blanks(stop);
  }
  const auto month = next == reader.end() ? std::nullopt : month_at(reader, next);
  if (!month && !(ends_year && ends)) return std::nullopt;
  for (const std::string& name : names) {  // this looks through the file
    if (reader.stands_as_name(name)) return std::nullopt;
  }
  SpokenDay said{stop, month.value_or(12), {}, {}};
  if (month) {
    said.end = reader.keyword_at(next)->end;
    next = reader.after_blanks(said.end);
  }
  const Place digits = std::find_if_not(next, reader.end(), is_digit);
  if (month && digits != next && digits - next <= 2 && reader.on_one_line(said.end, next)) {
    said.day = static_cast<unsigned>(small_number(between(next, digits)));
    if (*said.day < 1 || *said.day > last_day_of(*month, {})) return std::nullopt;
    said.end = digits;
    next = reader.after_blanks(digits);
    if (next != reader.end() && *next == ',') next = reader.after_blanks(next + 1);
  }
  read_year(reader, next, said);
  const Place behind = reader.after_blanks(said.end);
  const bool goes_on = reader.word_end_at(behind) != behind && !reader.keyword_at(behind) &&
                       reader.on_one_line(said.end, behind);
  if (goes_on) return std::nullopt;  // `fine anno scolastico`
  return said;
}

/// `i termini`, `fine mese`, `il termine di 60 giorni da d`: of which day, it does not say.
bool refuse_unsaid_day(Reader& reader, Place here) {
  constexpr std::array<std::string_view, 14> kWords = {"i",    "il",   "la",  "termine", "termini",
                                                       "fine", "mese", "the", "end",     "month",
                                                       "term", "di",   "del", "of"};
  Place end = here, next = here;
  std::string names;
  int words = 0;
  while (next != reader.end() && reader.on_one_line(here, next)) {
    const Place stop = reader.word_end_at(next);
    const std::string word = folded(between(next, stop));
    if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) break;
    if (word.size() > 3) names = word;
    ++words;
    end = stop;
    next = reader.after_blanks(stop);
  }
  const std::string_view first = between(here, reader.word_end_at(here));
  const bool article = is_article(first, reader.language());
  // One noun may be a name, with its article or without.
  const bool one = words < 2 || (article && words < 3);
  if (names.empty() || reader.stands_as_name(names)) return false;
  const bool goes_on = next != reader.end() && reader.on_one_line(here, next);
  if (goes_on && is_digit(*next) && !article) return false;
  if (goes_on && is_digit(*next)) {  // it is enough without them
    Diagnostic& found = reader.refuse(Code::syntax_misplaced, here, end,
                                      {between(here, end),
                                       {"bastano il giorno, o la durata e da quando si conta",
                                        "the day is enough, or the length and its start"}});
    show_in_line(reader, found, here, next, "");
    return true;
  }
  const auto known = goes_on ? reader.keyword_at(next) : std::nullopt;
  const bool of_law = goes_on && !known && article;  // `i termini di legge`
  if (one || (goes_on && !known && !of_law)) return false;
  reader
      .refuse(Code::syntax_misplaced, here, end,
              {between(here, end), {"non dice quale giorno", "it does not say which day"}})
      .hint(format({"scrivi il giorno ({0} 30 {1} {2}) o la durata ({3} 30 giorni {4} d)",
                    "write the day ({0} 30 {1} {2}) or the length ({3} 30 days {4} d)"},
                   {in_words(reader, Keyword::no_later_than), in_words(reader, Keyword::june),
                    in_words(reader, Keyword::of_the_year), in_words(reader, Keyword::within),
                    in_words(reader, Keyword::since)}));
  return true;
}

}  // namespace

bool refuse_spoken_day(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  Place day = here;  // behind an article, which a day may have
  reader.skip_article(day);
  day = reader.after_blanks(day);
  auto said = day_and_month(reader, day);
  if (!said) said = day_in_capitals(reader, day);
  if (!said) {  // `il primo giugno`
    const Place word = is_article(between(day, reader.word_end_at(day)), reader.language())
                           ? reader.after_blanks(reader.word_end_at(day))
                           : day;
    if ((said = first_of_month(reader, word))) day = word;
  }
  if (!said) {
    day = here;
    said = day_in_words(reader, here);
  }
  if (!said) return refuse_unsaid_day(reader, here);
  const std::string form = in_language(reader, *said);
  refuse_said(reader, day, said->end, form);
  return true;
}

bool refuse_spoken_survey_day(Reader& reader, Place at) {
  const std::string_view meant = word(Keyword::survey_date, reader.language());
  Place here = reader.after_blanks(at);
  if (here == reader.end() || *here != meant.front()) return false;  // asked at every operand
  const Place begin = here;
  Place stop = here;
  for (std::size_t from = 0; from < meant.size();) {
    const std::string_view part = meant.substr(from, meant.find('_', from) - from);
    stop = reader.word_end_at(here);
    if (between(here, stop) != part) return false;
    from += part.size() + 1;
    here = reader.after_blanks(stop);
  }
  const auto is_named = [&](std::string_view part) { return reader.stands_as_name(part); };
  if (is_named(meant.substr(0, meant.find('_'))) || is_named(meant.substr(meant.rfind('_') + 1))) {
    return false;
  }
  Diagnostic& found =
      reader.refuse(Code::syntax_everyday_words, begin, stop, {between(begin, stop), meant});
  reader.mend(found, begin, stop, std::string(meant), Readings::several);
  return true;
}

}  // namespace leps::inline syntax
