#include "syntax/hint_at_sign.hpp"

#include "syntax/foreign_signs.hpp"
#include "syntax/hint_at_dot.hpp"
#include "syntax/mend_signs.hpp"
#include "syntax/number_words.hpp"
#include "syntax/operands.hpp"
#include "syntax/spoken_forms.hpp"
#include "syntax/unknown_calls.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <string>

namespace leps::inline syntax {
namespace {

void hint_at_comma(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  if (hint_at_exception(reader, reader.after_blanks(standing.end), diagnostic)) return;
  const Place open = reader.failure().open_parenthesis;
  const std::string before = open ? word_before(reader, reader.before_blanks(open)) : std::string();
  const bool of_list = before == word(Keyword::in_list, reader.language()) ||
                       before == word(Keyword::in_range, reader.language());
  if (of_list) {
    diagnostic.hint(format({"le voci di '{0}' non stanno fra parentesi: {0} a, b",
                            "what is behind '{0}' stands without parentheses: {0} a, b"},
                           {before}));
  } else if (!open && reader.failure().wants(kCloseRange)) {
    diagnostic.hint(
        {"fra parentesi quadre sta una parola sola", "one word stands in square brackets"});
  } else if (!open && reader.failure().wants(kSemicolon)) {
    diagnostic.hint(
        {"qui fra una parte e l'altra si scrive ';'", "here ';' is written between the parts"});
  } else if (open != nullptr) {
    diagnostic.hint({"la virgola è dei decimali: tra più valori si scrive ';'",
                     "a comma is of decimals: between values write ';'"});
  } else {
    diagnostic.hint(format({"per unire due condizioni scrivi '{0}' oppure '{1}'",
                            "to join two conditions write '{0}' or '{1}'"},
                           {word(Keyword::logical_and, reader.language()),
                            word(Keyword::logical_or, reader.language())}));
  }
}

/// `1:5.000`, `servizi: presente`
void hint_at_colon(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Place before = reader.before_blanks(standing.begin);
  const Place next = reader.after_blanks(standing.end);
  if (before == reader.begin() || next == reader.end() ||
      !reader.on_one_line(standing.begin, next)) {
    return;
  }
  if (reader.failure().wants(Keyword::is)) {  // `dal 1 gennaio 2024: 3%`
    diagnostic.hint(format({"prima del valore scrivi '{0}'", "before the value write '{0}'"},
                           {in_words(reader, Keyword::is)}));
    reader.mend(diagnostic, before, standing.end, ' ' + in_words(reader, Keyword::is),
                Readings::several);
    return;
  }
  if (is_digit(before[-1]) && is_digit(*next)) {
    diagnostic.hint(format({"un rapporto si scrive con le sue unità: 1 FTE {0} 5.000 abitanti",
                            "a ratio is written with its units: 1 FTE {0} 5,000 residents"},
                           {word(Keyword::per, reader.language())}));
    return;
  }
  const std::string name = word_before(reader, before);
  const Place stop = reader.word_end_at(next);
  const bool both =
      reader.failure().wants(kOperator) && stop != next && reader.declares(Keyword::datum, name);
  if (both && reader.declares(Keyword::datum, between(next, stop))) {
    diagnostic.hint(format({"per dividere scrivi: {0} / {1}", "to divide write: {0} / {1}"},
                           {name, between(next, stop)}));
    reader.mend(diagnostic, before, standing.end, " /", Readings::several);
    return;
  }
  if (both) {
    diagnostic.hint(
        format({"se è un dato sì/no basta il suo nome: {0}; per confrontarlo scrivi {0} "
                "{1} {2}",
                "if it is a yes/no datum its name is enough: {0}; to compare it write "
                "{0} {1} {2}"},
               {name, word(Keyword::equal_to, reader.language()), between(next, stop)}));
  }
}

}  // namespace

// `somma(a; b)`, `media(a; 3)`: of values and not of rows.
void hint_at_values_of(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Place open = reader.failure().open_parenthesis;
  const Place line_end = std::find(standing.begin, reader.end(), '\n');
  const Place close = std::find(standing.begin, line_end, ')');
  if (open == nullptr || close == line_end) return;
  const std::string function = folded(word_before(reader, reader.before_blanks(open)));
  const Place first = reader.after_blanks(open + 1);
  const Place second = reader.after_blanks(standing.end);
  const std::string left(between(first, reader.before_blanks(standing.begin)));
  const std::string right(between(second, reader.before_blanks(close)));
  if (left.empty() || right.empty() || left.find('.') != std::string::npos ||
      right.find_first_of(";,") != std::string::npos) {
    return;
  }
  if (function == in_words(reader, Keyword::maximum) ||
      function == in_words(reader, Keyword::minimum)) {
    return;  // only the sign between the two is wrong
  }
  std::string form;
  if (function == in_words(reader, Keyword::sum)) {
    form = left + " + " + right;
  } else if (function == in_words(reader, Keyword::mean)) {
    form = is_digit(right.front())
               ? in_words(reader, Keyword::mean) + '(' + left + "; " +
                     in_words(reader, Keyword::years) + ' ' +
                     right.substr(0, right.find_first_not_of("0123456789")) + ')'
               : '(' + left + " + " + right + ") / 2";
  } else if (function == in_words(reader, Keyword::greatest)) {
    form = in_words(reader, Keyword::maximum) + '(' + left + "; " + right + ')';
  } else if (function == in_words(reader, Keyword::least)) {
    form = in_words(reader, Keyword::minimum) + '(' + left + "; " + right + ')';
  }
  if (form.empty()) return;
  const Place begin = reader.before_blanks(open) - static_cast<std::ptrdiff_t>(function.size());
  diagnostic.hint(to_write(form));
  reader.mend(diagnostic, begin, close + 1, form, Readings::several);
}

/// `media(x; 3 anni)`, `somma(x; ultimi 3 anni)`: the word comes first.
bool hint_at_years(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Place open = reader.failure().open_parenthesis;
  const Place line_end = std::find(standing.begin, reader.end(), '\n');
  const Place close = std::find(standing.begin, line_end, ')');
  if (open == nullptr || close == line_end) return false;
  const std::string words(in_words(reader, Keyword::years));
  const std::string inside(between(standing.end, close));
  const auto digits = inside.find_first_of("123456789");
  const auto after = inside.find_first_not_of("0123456789", digits);
  if (digits == std::string::npos || after == std::string::npos ||
      inside.find(words, after) == std::string::npos) {
    return false;
  }
  const std::string form = std::string(between(reader.after_blanks(open + 1), standing.begin)) +
                           "; " + words + ' ' + inside.substr(digits, after - digits);
  diagnostic.hint(format({"scrivi: {0}({1})", "write: {0}({1})"},
                         {word_before(reader, reader.before_blanks(open)), form}));
  reader.mend(diagnostic, open + 1, close, form, Readings::several);
  return true;
}

namespace {

std::string word_of_note(const Reader& reader) { return in_words(reader, Keyword::note); }

/// `3 (tre) posti`, `3 posti (art. 5)`: parentheses that explain.
bool hint_at_aside(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Place line_end = std::find(standing.begin, reader.end(), '\n');
  const Place close = std::find(standing.begin, line_end, ')');
  const Place word = reader.after_blanks(standing.end);
  const Place stop = reader.word_end_at(word);
  const Place before = reader.before_blanks(standing.begin);
  if (close == line_end || stop == word || before == reader.begin() || before == standing.begin) {
    return false;
  }
  const bool number = number_in_words(between(word, stop), reader.language()).has_value();
  const std::string unit = word_before(reader, before);
  const Place digits = reader.before_blanks(before - static_cast<std::ptrdiff_t>(unit.size()));
  const bool behind_number = digits != reader.begin() && is_digit(digits[-1]);
  if (!behind_number) return false;
  if (number && reader.before_blanks(close) == stop) {
    diagnostic.hint(format({"il numero si scrive una volta, in cifre: {0}",
                            "a number is written once, in figures: {0}"},
                           {line_with(reader, standing.begin, close + 1, "")}));
    reader.mend(diagnostic, before, close + 1, "", Readings::several);
    return true;
  }
  diagnostic.hint(format({"una spiegazione sta in una clausola {0} \"…\", o fra /* e */",
                          "an explanation stands in a clause {0} \"…\", or between /* and */"},
                         {word_of_note(reader)}));
  return true;
}

/// `c->posti`, `c'posti`, `c'è servizi`: between two words stands what is no dot.
bool hint_at_joint(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const bool arrow =
      *standing.begin == '>' && standing.begin != reader.begin() && standing.begin[-1] == '-';
  const bool apostrophe = reader.apostrophe_end(standing.begin).has_value();
  if (!arrow && !apostrophe) return false;
  const Place end = arrow ? standing.begin - 1 : standing.begin;
  const bool figures = apostrophe && end != reader.begin() && is_digit(end[-1]) &&
                       standing.end != reader.end() && is_digit(*standing.end);
  if (figures) {
    const char* mark = reader.language() == Language::italian ? "." : ",";
    diagnostic.hint(
        format({"le migliaia si dividono con '{0}'", "thousands are divided by '{0}'"}, {mark}));
    reader.mend(diagnostic, end, standing.end, mark, Readings::several);
    return true;
  }
  const Place line_end = std::find(standing.end, reader.end(), '\n');
  const bool quotes = apostrophe && end != reader.begin() && is_blank(end[-1]) &&
                      std::find(standing.end, line_end, '\'') != line_end;
  if (quotes) {
    diagnostic.hint(format({"un testo sta fra virgolette diritte: \"…\"; una spiegazione in una "
                            "clausola {0} \"…\"",
                            "a text stands between straight quotes: \"…\"; an explanation in a "
                            "clause {0} \"…\""},
                           {word_of_note(reader)}));
    return true;
  }
  const std::string before = word_before(reader, end);
  const std::string_view after = between(standing.end, reader.word_end_at(standing.end));
  if (before.empty() || after.empty()) return false;
  if (after == "è") {
    diagnostic.hint({"ciò che c'è o non c'è si dice con il suo nome solo: servizi, non servizi",
                     "what is there or not is said by its name alone: services, not services"});
    return true;
  }
  diagnostic.hint(format({"il campo di una riga si scrive con un punto: {0}.{1}",
                          "the field of a row is written with a dot: {0}.{1}"},
                         {before, after}));
  reader.mend(diagnostic, end, standing.end, ".", Readings::several);
  return true;
}

}  // namespace

void hint_at_sign(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  if (hint_at_joint(reader, standing, diagnostic)) return;
  if (const ForeignSign* foreign = foreign_sign_at(reader, standing.begin)) {
    if (foreign->sign == "==" && reader.failure().wants(kEquals)) {
      diagnostic.hint({"un dato si dà con un segno solo: =", "a datum is given with one sign: ="});
      reader.mend(diagnostic, standing.begin, standing.end, "=", Readings::one);
      return;
    }
    if (foreign->keyword) {
      diagnostic.hint(
          format({"scrivi '{0}'", "write '{0}'"}, {word(*foreign->keyword, reader.language())}));
    } else {
      diagnostic.hint({foreign->italian, foreign->english});
    }
    mend_foreign_sign(reader, *foreign, standing.begin, diagnostic);
    return;
  }
  mend_sign(reader, standing, diagnostic);
  if (*standing.begin == '=' && reader.failure().wants(kOperator)) {
    diagnostic.hint(format({"per confrontare scrivi '{0}'", "to compare write '{0}'"},
                           {word(Keyword::equal_to, reader.language())}));
  }
  if (*standing.begin == ';' && hint_at_years(reader, standing, diagnostic)) return;
  const bool lists = *standing.begin == ';' || *standing.begin == ',';
  if (*standing.begin == ';' && reader.failure().wants(kUnknownValue)) {
    diagnostic.hint({"se non si sa scrivi '?'", "if it is not known write '?'"});
  } else if (lists && reader.failure().wants(Keyword::for_every) &&
             reader.failure().open_parenthesis != nullptr) {
    hint_at_values_of(reader, standing, diagnostic);
    diagnostic.hint(format(
        {"sulle righe di un elenco si scrive … {0} r {1} elenco; tra più valori scelgono "
         "{2}(a; b) e {3}(a; b)",
         "over the rows of a table write … {0} r {1} table; among values {2}(a; b) and "
         "{3}(a; b) choose"},
        {word(Keyword::for_every, reader.language()), word(Keyword::in, reader.language()),
         word(Keyword::minimum, reader.language()), word(Keyword::maximum, reader.language())}));
  } else if (*standing.begin == ';') {
    diagnostic.hint(
        {"il punto e virgola separa gli argomenti di una funzione e i valori di un "
         "esempio: altrove non serve",
         "a semicolon separates the arguments of a function and the values of an "
         "example: elsewhere none is needed"});
  }
  const Place behind_slash = reader.after_blanks(standing.end);
  if (*standing.begin == '/' && reader.failure().wants(kQuoted)) {  // `FTE / abitanti`
    const std::string above = word_before(reader, reader.before_blanks(standing.begin));
    const std::string_view below = between(behind_slash, reader.word_end_at(behind_slash));
    diagnostic.hint(format({"un'unità non ha spazi: {0}/{1}", "a unit has no blanks: {0}/{1}"},
                           {above, below}));
    reader.mend(diagnostic, reader.before_blanks(standing.begin), behind_slash, "/", Readings::one);
    return;
  }
  if (*standing.begin == '(' && hint_at_aside(reader, standing, diagnostic)) return;
  if (*standing.begin == '(' && reader.failure().wants(kOperator)) {
    const Place end = reader.before_blanks(standing.begin);
    Place begin = end - static_cast<std::ptrdiff_t>(word_before(reader, end).size());
    if (begin != reader.begin() && begin[-1] == '.') {  // `somma.se(…)`
      begin -= static_cast<std::ptrdiff_t>(word_before(reader, begin - 1).size()) + 1;
    }
    hint_at_function(reader, begin, end, diagnostic);
  }
  if (*standing.begin == ',' && reader.failure().wants(kOperator) &&
      !reader.failure().wants(Keyword::for_every)) {
    hint_at_comma(reader, standing, diagnostic);
  }
  const auto join = keyword_before(reader, standing.begin);
  if (*standing.begin == ',' && reader.failure().wants(kExpression) && join &&
      (join->keyword == Keyword::logical_and || join->keyword == Keyword::logical_or)) {
    diagnostic.hint({"qui la virgola non serve", "no comma is needed here"});
    reader.mend(diagnostic, reader.before_blanks(standing.begin), standing.end, "", Readings::one);
  }
  const bool none_open = reader.failure().open_parenthesis == nullptr;
  if (*standing.begin == ')' && reader.failure().wants(kOperator) && none_open) {
    diagnostic.hint(
        {"non c'è nessuna parentesi aperta da chiudere", "there is no open parenthesis to close"});
  }
  if (*standing.begin == ':' && reader.failure().wants(kEquals)) {
    diagnostic.hint({"un dato si dà con '='", "a datum is given with '='"});
    reader.mend(diagnostic, standing.begin, standing.end, " =", Readings::one);
  } else if (*standing.begin == ':') {
    hint_at_colon(reader, standing, diagnostic);
  }
  if (*standing.begin == ']' && reader.failure().wants(kExpression)) {
    diagnostic.hint({"fra parentesi quadre scrivi di quale parola è il valore",
                     "in square brackets write of which word the value is"});
  }
  if (*standing.begin == '.') {
    hint_at_dot(reader, standing.begin, diagnostic);
  }
  if (*standing.begin == '%') {
    const Place end = reader.before_blanks(standing.begin);
    Place begin = end;
    while (begin != reader.begin() &&
           (is_digit(begin[-1]) || begin[-1] == '.' || begin[-1] == ',')) {
      --begin;
    }
    const std::string of = word_before(reader, end);
    if (begin == end && !of.empty()) {
      diagnostic.hint(format({"una parte si scrive: 80% {0} {1}", "a part is written: 80% {0} {1}"},
                             {in_words(reader, Keyword::of), of}));
      return;
    }
    const std::string share = begin == end ? "90" : std::string(between(begin, end));
    diagnostic.hint(
        format({"scrivi {0}%, senza spazio", "write {0}%, without a space"}, {shortened(share)}));
  }
}

}  // namespace leps::inline syntax
