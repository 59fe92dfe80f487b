// The lexemes made of digits: numbers, dates, years. Each follows the language of its file.
#include "syntax/reader.hpp"

#include "syntax/days_in_figures.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/glued_words.hpp"
#include "syntax/numerals.hpp"
#include "syntax/parse.hpp"
#include "syntax/print_expression.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

constexpr std::array kMonths = {Keyword::january, Keyword::february, Keyword::march,
                                Keyword::april,   Keyword::may,      Keyword::june,
                                Keyword::july,    Keyword::august,   Keyword::september,
                                Keyword::october, Keyword::november, Keyword::december};

Text how_dates_are_written(Language language) {
  const std::string example = language == Language::italian ? "1 gennaio 2021" : "1 January 2021";
  return format({"scrivi come {0}, o 2021-01-01", "write as in {0}, or 2021-01-01"},
                {Text(example)});
}

/// How a day without its year is written. An example has days of one year only.
Text form_with_year(std::string_view day_and_month, Language language, bool in_example) {
  if (in_example) {
    return format({"scrivi {0} 2025, o l'anno che è", "write {0} 2025, or the year it is of"},
                  {day_and_month});
  }
  return format({"scrivi {0} 2025, o l'anno che è; se è quel giorno di ogni anno, {0} {1}",
                 "write {0} 2025, or the year it is of; if it is that day of every year, {0} {1}"},
                {day_and_month, word(Keyword::of_the_year, language)});
}

/// `30-06-2025`, and not `10-3-1000`, which subtracts.
std::optional<Place> hyphened_day_end(Place begin, Place end, Language language) {
  constexpr std::ptrdiff_t kLength = 10;
  if (end - begin < kLength || begin[2] != '-' || begin[5] != '-') return std::nullopt;
  const Place stop = begin + kLength;
  const std::string_view year(begin + 6, 4);
  const bool near = year.starts_with("19") || year.starts_with("20");
  const bool whole = stop == end || (!is_digit(*stop) && *stop != '-');
  if (!near || !whole || !day_in_figures({begin, kLength}, language)) return std::nullopt;
  return stop;
}

}  // namespace

bool Reader::numeral(Place& at, std::string& neutral) {
  const Place begin = at;
  Place stop = at;
  while (stop != end_) {
    const bool separator = (*stop == '.' || *stop == ',') && end_ - stop > 1 && is_digit(stop[1]);
    if (!is_digit(*stop) && !separator) break;
    ++stop;
  }
  const std::string_view written = between(begin, stop);
  // Before anything is converted: a number of a million digits would take minutes.
  const auto digits = static_cast<std::size_t>(std::count_if(begin, stop, is_digit));
  if (digits > kMaxDigits) {
    refuse(Code::syntax_number_too_long, begin, stop,
           {std::to_string(digits), std::to_string(kMaxDigits)})
        .hint({"controlla se nel file è finito qualcosa che non è un numero",
               "check whether something that is no number got into the file"});
    return false;
  }
  const auto value = neutral_numeral(written, language_);
  if (!value) {
    Diagnostic& diagnostic =
        refuse(Code::syntax_number_form, begin, stop, {shortened(written), name_of(language_)});
    for (Text& reading : readings(written, language_)) diagnostic.hint(std::move(reading));
    if (all_digits(written)) {  // 05 may be what is left of 0,5
      const std::size_t zeros = std::min(written.find_first_not_of('0'), written.size() - 1);
      const std::string_view plain = written.substr(zeros);
      mend(diagnostic, begin, stop, styled_numeral(plain, language_), Readings::several);
    }
    return false;
  }
  neutral = *value;
  at = stop;
  return true;
}

bool Reader::number(Place& at, ast::Number& number) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  if (here == end_ || !is_digit(*here)) return needs(here, {std::nullopt, &kNumber});

  // Of no number either: a division has blanks around its sign.
  const Place figures_end =
      std::find_if_not(here, end_, [](char c) { return is_digit(c) || c == '/' || c == '.'; });
  if (const auto end = hyphened_day_end(here, end_, language_)) {
    refuse_figures(here, *end);
    return false;
  }
  if (day_in_figures(between(here, figures_end), language_)) {
    refuse_figures(here, figures_end);
    return false;
  }

  Place stop = here;
  if (!numeral(stop, number.digits)) return false;
  number.form = ast::NumberForm::plain;
  if (stop != end_ && *stop == '%') {
    number.form = ast::NumberForm::percent;
    ++stop;
  } else if (end_ - stop > 1 && *stop == '/' && is_digit(stop[1])) {
    Place below = stop + 1;
    std::string denominator;
    if (!numeral(below, denominator)) return false;
    number.form = ast::NumberForm::fraction;
    number.digits += '/' + denominator;
    stop = below;
    if (number.digits.find('.') != std::string::npos) {
      refuse(Code::syntax_number_form, here, stop,
             {shortened(between(here, stop)), name_of(language_)})
          .hint(
              {"una frazione ha numeri interi sopra e sotto; per dividere lascia uno spazio ai due "
               "lati della barra",
               "a fraction has whole numbers above and below; to divide leave a space on both "
               "sides of the slash"});
      return false;
    }
  }

  if (number.form == ast::NumberForm::plain && refuse_percent_in_words(here, stop)) return false;

  const auto value = parse_rational(number.digits);
  if (!value) {
    const auto digits = static_cast<std::size_t>(
        std::count_if(number.digits.begin(), number.digits.end(), is_digit));
    if (digits > kMaxDigits) {
      refuse(Code::syntax_number_too_long, here, stop,
             {std::to_string(digits), std::to_string(kMaxDigits)});
    } else {
      refuse(Code::syntax_zero_denominator, here, stop, {shortened(between(here, stop))})
          .hint({"sotto la barra serve un numero diverso da zero",
                 "a number other than zero is needed below the slash"});
    }
    return false;
  }
  if (number.form != ast::NumberForm::percent &&
      refuse_glued_word(*this, here, stop, number.digits)) {
    return false;
  }
  if (number.form == ast::NumberForm::plain) doubt_thousands(number.digits, span(here, stop));
  number.value = number.form == ast::NumberForm::percent ? Rational(*value / 100) : *value;
  number.span = span(here, stop);
  at = stop;
  return true;
}

// `10 per cento`
bool Reader::refuse_percent_in_words(Place begin, Place end) {
  const Place here = after_blanks(end);
  if (here == end_ || (*here | ' ') != 'p') return false;  // asked behind every number
  Place stop = word_end(here, end_);
  std::string said = folded(between(here, stop));
  if (said == "per") {
    stop = word_end(after_blanks(stop), end_);
    said += folded(between(after_blanks(here + 3), stop));
  }
  if ((said != "percento" && said != "percent") || !on_one_line(end, here)) return false;
  const std::string written = std::string(between(begin, end)) + '%';
  Diagnostic& found =
      refuse(Code::syntax_everyday_words, here, stop, {between(here, stop), std::string("%")});
  found.hint(to_write(written));
  mend(found, begin, stop, written, Readings::one);
  return true;
}

// `1 FTE per 5.000 abitanti`, `1 FTE/5.000 abitanti`: a level, in other words.
bool Reader::refuse_level_in_words(Place at) {
  constexpr std::array<std::string_view, 6> kSaid = {"per", "su", "every", "each", "ogni", "/"};
  const Place here = after_blanks(at);
  const bool slashed = here == at && end_ - here > 1 && *here == '/' && is_digit(here[1]);
  const Place stop = slashed ? here + 1 : word_end(here, end_);
  const auto known = keyword_at(here);
  const std::string_view written = between(here, stop);
  if (refused_ || (known && known->keyword == Keyword::per) || !on_one_line(at, here) ||
      std::find(kSaid.begin(), kSaid.end(), written) == kSaid.end()) {
    return false;
  }
  const Place number = after_blanks(stop);
  const Place digits_end =
      std::find_if_not(number, end_, [](char c) { return is_digit(c) || c == '.' || c == ','; });
  const Place unit = after_blanks(digits_end);
  const bool served = number != end_ && is_digit(*number) && unit != end_ &&
                      on_one_line(digits_end, unit) && word_end(unit, end_) != unit &&
                      !keyword_at(unit);
  if (!served) return false;
  const std::string blank = slashed ? " " : "";
  const std::string every = blank + std::string(word(Keyword::per, language_)) + blank;
  Diagnostic& found = refuse(Code::syntax_everyday_words, here, stop,
                             {written, std::string(word(Keyword::per, language_))});
  show_in_line(*this, found, here, stop, every);
  return true;
}

// `17,125`: in the other language seventeen thousand.
void Reader::doubt_thousands(const std::string& digits, Span where) {
  const auto thousands = read_as_thousands(digits, language_);
  if (!thousands) return;
  const std::string as_it_is = styled_numeral(digits, language_);
  const Text mark = language_ == Language::italian ? Text("la virgola", "the comma")
                                                   : Text("il punto", "the point");
  remark(Code::lint_two_readings, where, {as_it_is, mark, *thousands})
      .hint(
          format({"se sono migliaia scrivi {0}; se sono decimali scrivi {1}, che si legge in un "
                  "modo solo",
                  "if these are thousands write {0}; if they are decimals write {1}, which can be "
                  "read in one way only"},
                 {*thousands, as_it_is + "0"}));
}

bool Reader::year(Place& at, int& year, Span& where) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const Place stop = std::find_if_not(here, end_, is_digit);
  const bool four_digits = stop - here == 4 && *here != '0';
  if (!four_digits || word_end(stop, end_) != stop) return needs(here, {std::nullopt, &kYear});
  year = small_number(between(here, stop));
  where = span(here, stop);
  at = stop;
  return true;
}

bool Reader::begins_day(Place at) const {
  const Place here = after_blanks(at);
  const auto digits = [&](Place from) { return std::find_if_not(from, end_, is_digit); };
  const Place stop = digits(here);
  if (stop - here == 4 && stop != end_ && *stop == '-') {
    const Place month = digits(stop + 1);
    return month != stop + 1 && end_ - month > 1 && *month == '-' && is_digit(month[1]);
  }
  if (stop == here) return false;
  Place next = stop;
  for (const std::string_view ordinal : {"°", "º"}) {
    if (between(next, end_).starts_with(ordinal)) next += ordinal.size();
  }
  if (next != stop) return true;
  const auto known = keyword_at(after_blanks(stop));
  return known && month_of(known->keyword);
}

bool Reader::years(Place& at, int& years, Span& where) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const Place stop = std::find_if_not(here, end_, is_digit);
  if (stop == here) return needs(here, {std::nullopt, &kHowManyYears});
  years = stop - here <= 3 ? small_number(between(here, stop)) : 0;
  if (*here == '0' || years < 1 || years > kMaxYears || word_end(stop, end_) != stop) {
    const Place shown = std::max(stop, word_end(stop, end_));
    refuse(Code::syntax_years_form, here, shown,
           {shortened(between(here, shown)), std::to_string(kMaxYears)});
    return false;
  }
  where = span(here, stop);
  at = stop;
  return true;
}

bool Reader::times(Place& at, int& times) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  if (here == end_ || !is_digit(*here)) return needs(here, {std::nullopt, &kNumber});
  Place behind = std::find_if_not(
      here, end_, [](char c) { return is_digit(c) || c == '.' || c == ',' || c == '/'; });
  const Place stop = behind;
  if (!local_word(behind, Keyword::times)) return false;  // a range begins with a number, too
  Place numeral_end = here;
  std::string neutral;
  if (!numeral(numeral_end, neutral)) return false;
  const bool whole = numeral_end == stop && std::all_of(neutral.begin(), neutral.end(), is_digit) &&
                     neutral.size() <= 6;
  times = whole ? small_number(neutral) : 0;
  if (times < 1 || times > kMaxRowTimes) {
    const std::string most = std::to_string(kMaxRowTimes);
    refuse(Code::syntax_times_form, here, stop,
           {shortened(between(here, stop)), Text(styled_numeral(most, Language::italian),
                                                 styled_numeral(most, Language::english))});
    return false;
  }
  at = behind;
  return true;
}

bool Reader::lacks_year(Place month_end) const {
  const Place next = after_blanks(month_end);
  return next == end_ || !is_digit(*next) || !on_one_line(month_end, next);
}

void Reader::refuse_figures(Place begin, Place end) {
  const std::string_view written = between(begin, end);
  Diagnostic& found =
      refuse(Code::syntax_date_form, begin, end, {shortened(written), name_of(language_)});
  const auto read = day_in_figures(written, language_);
  if (!read) {
    found.hint(how_dates_are_written(language_));
    return;
  }
  const std::string day = print_day(read->day, language_);
  found.hint(format({"scrivi {0}, o {1}", "write {0}, or {1}"}, {day, to_iso(read->day)}));
  if (!read->is_certain) {
    found.hint({"se il mese viene prima, è un altro giorno: scrivi quello",
                "if the month comes first, it is another day: write that one"});
  }
  mend(found, begin, end, day, read->is_certain ? Readings::one : Readings::several);
}

bool Reader::iso_day(Place& at, Place begin, Day& day) {
  const Place stop = std::find_if_not(begin, end_, [](char c) { return is_digit(c) || c == '-'; });
  const std::string_view written = between(begin, stop);
  const bool well_formed = written.size() == 10 && written[4] == '-' && written[7] == '-' &&
                           std::count(written.begin(), written.end(), '-') == 2;
  const auto read = parse_iso_day(written);
  if (!read) {
    if (well_formed) {
      refuse(Code::syntax_no_such_date, begin, stop, {written})
          .hint({"in questo ordine: anno, mese, giorno", "in this order: year, month, day"});
    } else {
      refuse_figures(begin, stop);
    }
    return false;
  }
  day = *read;
  at = stop;
  return true;
}

bool Reader::day(Place& at, Day& day) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  if (here == end_ || !is_digit(*here)) return needs(here, {std::nullopt, &kDay});
  const Place digits_end = std::find_if_not(here, end_, is_digit);
  if (digits_end - here == 4 && digits_end != end_ && *digits_end == '-') {
    return iso_day(at, here, day);
  }

  Place stop = digits_end;
  for (const std::string_view ordinal : {"°", "º"}) {  // 1° gennaio, as the law writes it
    if (between(here, digits_end) == "1" && between(stop, end_).starts_with(ordinal)) {
      stop += ordinal.size();
    }
  }
  const bool slashed = stop != end_ && (*stop == '/' || *stop == '.' || *stop == '-');
  if (digits_end - here > 2 || slashed) {
    stop = std::find_if_not(here, end_,
                            [](char c) { return is_digit(c) || c == '/' || c == '.' || c == '-'; });
    refuse_figures(here, stop);
    return false;
  }
  if (const Place glued = word_end(stop, end_); glued != stop) {
    Diagnostic& found =
        refuse(Code::syntax_number_glued, here, glued,
               {syntax::quoted(between(here, stop)), syntax::quoted(between(stop, glued))});
    found.hint(how_dates_are_written(language_));
    if (keyword_at(stop)) mend(found, stop, stop, " ", Readings::one);
    return false;
  }

  Keyword month{};
  if (!one_of(stop, kMonths, kMonth, month)) return false;
  if (lacks_year(stop)) {
    Diagnostic& found = refuse(Code::syntax_no_year, here, stop, {between(here, stop)});
    found.hint(form_with_year(between(here, stop), language_, in_example_));
    return false;
  }
  int year_number = 0;
  Span year_span;
  if (!year(stop, year_number, year_span)) return false;
  const auto read = make_day(year_number, month_of(month).value(),
                             static_cast<unsigned>(small_number(between(here, digits_end))));
  if (!read) {
    refuse(Code::syntax_no_such_date, here, stop, {between(here, stop)})
        .hint({"controlla il giorno e il mese", "check the day and the month"});
    return false;
  }
  day = *read;
  at = stop;
  return true;
}

}  // namespace leps::inline syntax
