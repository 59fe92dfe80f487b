// Days of the data's year and terms, as the law says them.
#include "syntax/reader.hpp"

#include "base/digits.hpp"
#include "base/unit.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/numerals.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

struct OfYear {
  Keyword words;
  int years;
};
// The longest first: each begins as the next.
constexpr std::array kOfYears = {OfYear{Keyword::of_the_next_year, 1},
                                 OfYear{Keyword::of_the_previous_year, -1},
                                 OfYear{Keyword::of_the_year, 0}};

struct YearDayHere {
  unsigned day = 0, month = 0;
  int years = 0;
  Place end = nullptr;
};

std::optional<YearDayHere> find_year_day(const Reader& reader, Place at) {
  const Place digits = std::find_if_not(at, reader.end(), is_digit);
  if (digits == at || digits - at > 2) return std::nullopt;
  Place stop = digits;
  for (const std::string_view ordinal : {"°", "º"}) {
    if (between(stop, reader.end()).starts_with(ordinal)) stop += ordinal.size();
  }
  const auto name = reader.keyword_at(reader.after_blanks(stop));
  const auto month = name ? month_of(name->keyword) : std::nullopt;
  if (!month) return std::nullopt;
  for (const OfYear& of : kOfYears) {
    const auto end = reader.local_words_end(reader.after_blanks(name->end), of.words);
    if (!end) continue;
    return YearDayHere{static_cast<unsigned>(small_number(between(at, digits))), *month, of.years,
                       *end};
  }
  return std::nullopt;
}

/// `entro 60 giorni`, `within 30 working days`: a length, and not a day, stands before a place.
bool ends_length(const Reader& reader, Place at) {
  constexpr std::array<std::string_view, 13> kCounted = {
      "giorno", "giorni", "lavorativo", "lavorativi", "settimana", "settimane", "mese",
      "mesi",   "day",    "days",       "weeks",      "month",     "months"};
  Place end = reader.before_blanks(at);
  for (int units = 0; units < 2; ++units) {
    const std::string unit = word_before(reader, end);
    if (std::find(kCounted.begin(), kCounted.end(), unit) == kCounted.end()) break;
    end = reader.before_blanks(end - static_cast<std::ptrdiff_t>(unit.size()));
  }
  Place digits = end;
  while (digits != reader.begin() && is_digit(digits[-1])) --digits;
  const std::string term = word_before(reader, reader.before_blanks(digits));
  return digits != end && (term == word(Keyword::within, reader.language()) ||
                           term == word(Keyword::no_later_than, reader.language()));
}

}  // namespace

bool Reader::begins_year_day(Place at) const {
  return find_year_day(*this, after_blanks(at)).has_value();
}

bool Reader::year_day(Place& at, YearDay& day) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const auto found = find_year_day(*this, here);
  if (!found) return needs(here, {std::nullopt, &kDay});
  const MonthDay date = std::chrono::month{found->month} / std::chrono::day{found->day};
  if (!date.ok()) {
    refuse(Code::syntax_no_such_date, here, found->end, {between(here, found->end)})
        .hint({"controlla il giorno e il mese", "check the day and the month"});
    return false;
  }
  if (date == std::chrono::February / 29) {
    refuse(Code::syntax_leap_day, here, found->end)
        .hint({"scrivi 28 febbraio o 1 marzo, come dice la norma",
               "write 28 February or 1 March, as the law has it"});
    return false;
  }
  constexpr std::array<std::string_view, 8> kWhich = {
      "di riferimento", "in corso",       "corrente",    "solare",
      "considerato",    "di rilevazione", "in question", "concerned"};
  const Place rest = after_blanks(found->end);
  for (const std::string_view which : kWhich) {
    if (!between(rest, end_).starts_with(which) || !on_one_line(found->end, rest)) continue;
    const Place end = rest + which.size();
    Diagnostic& wrong = refuse(
        Code::syntax_misplaced, rest, end,
        {which, {"basta l'anno: è quello dei dati", "the year is enough: it is that of the data"}});
    show_in_line(*this, wrong, found->end, end, "");
    return false;
  }
  day = {date, found->years};
  at = found->end;
  return true;
}

bool Reader::term_word(Place& at, TermWord& found) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const auto length = local_words_end(here, Keyword::within);
  const auto day = local_words_end(here, Keyword::no_later_than);
  if (!length && !day) return false;
  at = length ? *length : *day;
  found = {day.has_value(), length.has_value(), span(here, at)};
  return true;
}

bool Reader::term_unit(Place& at, TermUnitText& found) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  for (const auto& [words, unit] : {std::pair(Keyword::working_days, TermUnit::working_days),
                                    {Keyword::working_day, TermUnit::working_days},
                                    {Keyword::months, TermUnit::months},
                                    {Keyword::month, TermUnit::months}}) {
    if (const auto end = local_words_end(here, words)) {
      found = {unit, false};
      at = *end;
      return true;
    }
    // `30 giorni` took the first of the two words for the unit of the number.
    const std::string_view both = word(words, language_);
    const std::string_view last = both.substr(both.find(' ') + 1);
    if (language_ == Language::italian && last.size() < both.size() &&
        between(here, word_end(here, end_)) == last) {
      found = {unit, true};
      at = here + last.size();
      return true;
    }
  }
  return false;
}

bool Reader::since_in_words(Place& at) {
  constexpr std::array<std::string_view, 7> kSaid = {"dal",   "dallo", "dalla", "dai",
                                                     "dagli", "dalle", "dall"};
  if (refused_) return false;
  const Place here = after_blanks(at);
  const Place stop = word_end(here, end_);
  const std::string said = folded(between(here, stop));
  const auto known = keyword_at(here);
  // `60 giorni dopo d`; behind a day it begins a clause.
  const bool behind =
      (known && known->keyword == Keyword::after) || said == "of" || said == "after";
  const bool later =
      behind && ends_length(*this, here) && (language_ == Language::english || said != "of");
  if (!later && language_ != Language::italian) return false;
  if (!later && std::find(kSaid.begin(), kSaid.end(), said) == kSaid.end()) return false;
  const Place end = said == "dall" ? apostrophe_end(stop).value_or(stop) : stop;
  if (!on_one_line(at, here) || !begins_operand(*this, after_blanks(end))) return false;
  const std::string from(word(Keyword::since, language_));
  Diagnostic& found =
      report(Code::syntax_everyday_words, span(here, stop), {between(here, stop), from});
  found.hint(to_write(line_with(*this, here, end, from)));
  mend(found, here, end, from, later ? Readings::several : Readings::one);
  at = end;
  return true;
}

void Reader::skip_article(Place& at) const {
  if (language_ != Language::italian) return;
  const Place here = after_blanks(at);
  const Place stop = word_end(here, end_);
  const std::string_view written = between(here, stop);
  const auto behind = written == "il"  ? std::optional(after_blanks(stop))
                      : written == "l" ? apostrophe_end(stop)
                                       : std::nullopt;
  if (behind && *behind != end_ && is_digit(**behind)) at = *behind;
}

Operand Reader::term(const Operand& what, const TermWord& word, const Operand& first,
                     const std::optional<TermUnitText>& unit, const std::optional<Operand>& from) {
  Span extent{what.extent.source, what.extent.begin, from ? from->extent.end : first.extent.end};
  ast::Within made{what.id, std::nullopt, TermUnit::days, first.id, word.span};
  if (!from) {
    if (!word.of_day) {
      report(Code::term_no_start, extent)
          .hint(language_ == Language::italian ? Text("scrivi da quando: 'entro 30 giorni da d'",
                                                      "write from when: 'entro 30 giorni da d'")
                                               : Text("scrivi da quando: 'within 30 days from d'",
                                                      "write from when: 'within 30 days from d'"));
    }
    return expression(std::move(made), extent);
  }
  if (!word.of_length) {
    report(Code::term_word, word.span)
        .hint(
            Text("un termine che si conta si scrive 'within 30 days from d'; 'by' vuole un giorno",
                 "a term that is counted is written 'within 30 days from d'; 'by' takes a day"));
  }
  made.length = first.id;
  made.from = from->id;
  if (unit) made.unit = unit->unit;
  if (auto* number = std::get_if<ast::Number>(&program_.exprs[first.id].node)) {
    take_term_unit(*number, unit, made.unit);
    program_.exprs[first.id].span.end = number->span.end;
  }
  return expression(std::move(made), extent);
}

// `3 mesi`, and the `giorni` of `30 giorni lavorativi`, are no units of a pack.
void Reader::take_term_unit(ast::Number& number, const std::optional<TermUnitText>& unit,
                            TermUnit& found) const {
  if (!number.unit || number.unit->factors.size() != 1) return;
  const std::string& symbol = number.unit->factors.front().symbol.text;
  const bool months =
      symbol == word(Keyword::months, language_) || symbol == word(Keyword::month, language_);
  if (!months && !(unit && unit->behind_days && Unit::of(symbol) == Unit::days())) return;
  if (months) found = TermUnit::months;
  number.span.end = span(begin_, before_blanks(begin_ + number.unit->span.begin)).end;
  number.unit.reset();
}

}  // namespace leps::inline syntax
