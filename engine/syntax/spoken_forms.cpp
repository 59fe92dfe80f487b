#include "syntax/spoken_forms.hpp"

#include "syntax/everyday_words.hpp"
#include "syntax/numerals.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace leps::inline syntax {
namespace {

using enum Keyword;

/// `esiste servizi`: it is said of the rows of a table.
bool row_without_table(Reader& reader, const Standing& standing) {
  const Place end = reader.before_blanks(standing.begin);
  const std::string name = word_before(reader, end);
  const auto every = keyword_before(reader, end - static_cast<std::ptrdiff_t>(name.size()));
  const bool open_end =
      standing.kind == Standing::Kind::end || !reader.on_one_line(end, standing.begin);
  if (!open_end || name.empty() || !every ||
      (every->keyword != exists && every->keyword != for_every)) {
    return false;
  }
  Diagnostic& found = reader.report(
      Code::syntax_unexpected, reader.span(end, end),
      {{"la fine della riga", "the end of the line"}, syntax::quoted(in_words(reader, in))});
  if (reader.declares(datum, name)) {
    found.hint(name_alone(name));
    return true;
  }
  const bool italian = reader.language() == Language::italian;
  found.hint(format({"si dice delle righe di un elenco: {0} r {1} {2}",
                     "it is said of the rows of a table: {0} r {1} {2}"},
                    {in_words(reader, every->keyword), in_words(reader, in),
                     reader.declares(table, name) ? name
                     : italian                    ? "elenco"
                                                  : "table"}));
  return true;
}

/// `10% in più di b` is 110% of it.
bool more_percent(Reader& reader, const Standing& standing) {
  const auto known = reader.keyword_at(standing.begin);
  const Place percent = reader.before_blanks(standing.begin);
  if (!known || known->keyword != in || percent == reader.begin() || percent[-1] != '%') {
    return false;
  }
  const Place sign = reader.after_blanks(known->end);
  const Place sign_end = reader.word_end_at(sign);
  const std::string said = folded(between(sign, sign_end));
  const bool more = said == "piu" || said == "more" || said == "aggiunta";
  if (!more && said != "meno" && said != "less") return false;
  const Place of = reader.after_blanks(sign_end);
  const Place of_end = reader.word_end_at(of);
  const Place operand = reader.after_blanks(reader.apostrophe_end(of_end).value_or(of_end));
  Place begin = percent - 1;
  while (begin != reader.begin() && is_digit(begin[-1])) --begin;
  const std::string_view digits = between(begin, percent - 1);
  const bool decimal = begin != reader.begin() && (begin[-1] == ',' || begin[-1] == '.');
  if (digits.empty() || digits.size() > 3 || decimal) return false;
  const int part = small_number(digits);
  if (!more && part > 100) return false;
  const std::string share = std::to_string(more ? 100 + part : 100 - part) + '%';
  const Place end = operand_end(reader, operand);
  const std::string form =
      share + ' ' + in_words(reader, Keyword::of) + ' ' + text_between(operand, end);
  Diagnostic& found = reader.report(Code::syntax_everyday_words, reader.span(begin, end),
                                    {between(begin, end), form});
  show_in_line(reader, found, begin, end, form);
  return true;
}

/// `a almeno 3 posti in ogni comune`: of each row of a table, what holds comes last.
bool said_of_each(Reader& reader, const Standing& standing) {
  const auto known = reader.keyword_at(standing.begin);
  if (!known) return false;
  Place what = reader.after_blanks(known->end);
  if (known->keyword == in) {
    const Place stop = reader.word_end_at(what);
    const std::string each = folded(between(what, stop));
    if (each != "ogni" && each != "ciascun" && each != "ciascuno" && each != "each" &&
        each != "every") {
      return false;
    }
    what = reader.after_blanks(stop);
  } else if (known->keyword != for_every) {
    return false;
  } else if (const Place open = reader.failure().open_parenthesis; open != nullptr) {
    const std::string function = word_before(reader, reader.before_blanks(open));
    if (function != in_words(reader, total)) return false;
    Diagnostic& found =
        reader.report(Code::syntax_misplaced, reader.span(standing.begin, standing.end),
                      {between(standing.begin, standing.end),
                       {"'totale' è di un gruppo di Ambiti", "'total' is of a group of Ambiti"}});
    found.hint(format({"sulle righe di un elenco: {0}(…)", "over the rows of a table: {0}(…)"},
                      {in_words(reader, sum)}));
    const Place begin = reader.before_blanks(open) - static_cast<std::ptrdiff_t>(function.size());
    reader.mend(found, begin, reader.before_blanks(open), in_words(reader, sum), Readings::several);
    return true;
  }
  const Place end = reader.word_end_at(what);
  if (end == what) return false;
  const std::string_view one = between(what, end);
  const bool italian = reader.language() == Language::italian;
  const std::string listed = reader.declares(table, one) ? std::string(one)
                             : italian                   ? "elenco"
                                                         : "table";
  const Place from = reader.after_blanks(reader.clause_begin());
  std::string rest = italian ? " almeno …" : " at least …";
  for (Place at = from; at < standing.begin; at = reader.after_blanks(behind_lexeme(reader, at))) {
    const auto compared = reader.keyword_at(at);
    if (compared && is_comparison(compared->keyword)) {
      rest = ' ' + text_between(at, reader.before_blanks(standing.begin));
    }
  }
  reader
      .report(Code::syntax_misplaced, reader.span(standing.begin, end),
              {between(standing.begin, end),
               {"prima si dice di quali righe, poi che cosa vale",
                "first comes of which rows, then what holds"}})
      .hint(to_write(in_words(reader, for_every) + " r " + in_words(reader, in) + ' ' + listed +
                     (italian ? ": r.campo" : ": r.field") + rest));
  return true;
}

/// `firma dal 1 gennaio 2025 al 30 giugno 2025`
bool from_day_to_day(Reader& reader, const Standing& standing) {
  const auto known = reader.keyword_at(standing.begin);
  if (!known || known->keyword != from) return false;
  const Place first = reader.after_blanks(known->end);
  Place line_end = std::find(first, reader.end(), '\n');
  if (!reader.begins_day(first)) return false;
  for (Place at = first; at < line_end; at = reader.after_blanks(behind_lexeme(reader, at))) {
    const auto until = reader.keyword_at(at);
    if (!until || until->keyword != to) continue;
    const std::string form =
        in_words(reader, in_range) + ' ' + text_between(first, reader.before_blanks(at)) + ' ' +
        in_words(reader, logical_and) + ' ' +
        text_between(reader.after_blanks(until->end), reader.before_blanks(line_end));
    Diagnostic& found =
        reader.report(Code::syntax_everyday_words, reader.span(standing.begin, until->end),
                      {between(standing.begin, until->end), form});
    found.hint(to_write(line_with(reader, standing.begin, line_end, form)));
    reader.mend(found, standing.begin, reader.before_blanks(line_end), form, Readings::several);
    return true;
  }
  return false;
}

/// `a almeno 3 salvo che b`
bool exception(Reader& reader, const Standing& standing) {
  if (standing.kind != Standing::Kind::word) return false;
  Diagnostic probe;
  if (!hint_at_exception(reader, standing.begin, probe)) return false;
  Diagnostic& found =
      reader.report(Code::syntax_unexpected, reader.span(standing.begin, standing.end),
                    {standing.words, kOperator});
  hint_at_exception(reader, standing.begin, found);
  return true;
}

}  // namespace

bool hint_at_exception(const Reader& reader, Place at, Diagnostic& diagnostic) {
  constexpr std::array<std::string_view, 9> kExcept = {
      "salvo", "tranne", "eccetto", "fuorché", "fatto", "fatta", "unless", "except", "save"};
  const std::string_view word = between(at, reader.word_end_at(at));
  if (std::find(kExcept.begin(), kExcept.end(), word) == kExcept.end()) return false;
  diagnostic.hint(format(
      {"un'eccezione si dice così: {0} {1} …, o nella condizione: … {2} …",
       "an exception is said like this: {0} {1} …, or in the condition: … {2} …"},
      {in_words(reader, applies_if), in_words(reader, logical_not), in_words(reader, logical_or)}));
  return true;
}

bool report_spoken_form(Reader& reader, const Standing& standing) {
  const Failure failure = reader.failure();
  if (failure.wants(in) && row_without_table(reader, standing)) return true;
  if (standing.kind == Standing::Kind::end || !failure.wants(kOperator)) return false;
  return more_percent(reader, standing) || said_of_each(reader, standing) ||
         from_day_to_day(reader, standing) || exception(reader, standing);
}

}  // namespace leps::inline syntax
