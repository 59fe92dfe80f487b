#include "syntax/spoken_days.hpp"

#include "base/digits.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/operands.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

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

std::string last_day_of(const Reader& reader, unsigned month, std::optional<int> year) {
  using namespace std::chrono;
  const std::chrono::year of{year.value_or(2025)};  // of every year: 28 February
  const unsigned day{year_month_day_last{of, month_day_last{std::chrono::month{month}}}.day()};
  return std::to_string(day) + ' ' + in_words(reader, name_of_month(month)) + ' ' +
         (year ? std::to_string(*year) : in_words(reader, Keyword::of_the_year));
}

}  // namespace

bool refuse_spoken_day(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  Place next = here, stop = here;
  bool ends_year = false, ends = false;
  while (next != reader.end() && reader.on_one_line(here, next)) {
    const Place word_stop = reader.word_end_at(next);
    const std::string word = folded(between(next, word_stop));
    if (word_stop == next || month_at(reader, next) || !is_filling(word, reader.language())) break;
    if (word != "l" && word != "il" && word != "la" && word != "the" && reader.stands_as_name(word))
      return false;
    ends = ends || word == "l" || word == "fine" || word == "end" || word == "termine" ||
           word == "mese" || word == "month";
    ends_year = ends_year || word == "anno" || word == "year";
    stop = reader.apostrophe_end(word_stop).value_or(word_stop);
    next = reader.after_blanks(stop);
  }
  const auto month = next == reader.end() ? std::nullopt : month_at(reader, next);
  if (!month && !(ends_year && ends)) return false;
  std::optional<int> year;
  if (month) {
    stop = reader.keyword_at(next)->end;
    next = reader.after_blanks(stop);
  }
  const Place digits = std::find_if_not(next, reader.end(), is_digit);
  if (digits - next == 4 && reader.on_one_line(stop, next)) {
    year = small_number(between(next, digits));
    stop = digits;
  } else if (const auto of = reader.local_words_end(next, Keyword::of_the_year)) {
    stop = *of;
  }
  const std::string day = last_day_of(reader, month.value_or(12), year);
  Diagnostic& found =
      reader.refuse(Code::syntax_everyday_words, here, stop, {between(here, stop), day});
  found.hint(format({"scrivi: {0}", "write: {0}"}, {line_with(reader, here, stop, day)}));
  reader.mend(found, here, stop, day, Readings::several);
  return true;
}

bool refuse_spoken_survey_day(Reader& reader, Place at) {
  const std::string_view meant = word(Keyword::survey_date, reader.language());
  Place here = reader.after_blanks(at);
  const Place begin = here;
  Place stop = here;
  for (std::size_t from = 0; from < meant.size();) {
    const std::string_view part = meant.substr(from, meant.find('_', from) - from);
    stop = reader.word_end_at(here);
    if (between(here, stop) != part) return false;
    from += part.size() + 1;
    here = reader.after_blanks(stop);
  }
  Diagnostic& found =
      reader.refuse(Code::syntax_everyday_words, begin, stop, {between(begin, stop), meant});
  reader.mend(found, begin, stop, std::string(meant), Readings::one);
  return true;
}

}  // namespace leps::inline syntax
