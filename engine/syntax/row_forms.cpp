#include "syntax/row_forms.hpp"

#include "syntax/everyday_words.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <string>

namespace leps::inline syntax {
namespace {

using enum Keyword;

std::string over_rows(const Reader& reader, const std::string& what, const std::string& row,
                      const std::string& table_name) {
  return what + ' ' + in_words(reader, for_every) + ' ' + row + ' ' + in_words(reader, in) + ' ' +
         table_name;
}
std::string counted(const Reader& reader, const std::string& row, const std::string& table_name) {
  return in_words(reader, count) + '(' + row + ' ' + in_words(reader, in) + ' ' + table_name + ')';
}

/// The name that stands for any table in a hint.
std::string any_table(const Reader& reader) {
  return reader.language() == Language::italian ? "elenco_di_righe" : "table_of_rows";
}

Diagnostic& report_standing(Reader& reader, const Standing& standing, const Text& needed) {
  return reader.report(Code::syntax_unexpected, reader.span(standing.begin, standing.end),
                       {standing.words, needed});
}

/// `somma(comuni.posti)`, `somma(o.ore)`, `somma(comuni)`: rows are missing.
bool sum_without_rows(Reader& reader, const Standing& standing, Place open) {
  if (*standing.begin != ')') return false;
  const Place begin = reader.after_blanks(open + 1);
  const Place stop = reader.word_end_at(begin);
  const Place end = reader.before_blanks(standing.begin);
  const std::string first = text_between(begin, stop);
  const bool field = stop < end && *stop == '.' && reader.word_end_at(stop + 1) == end;
  if (!field) return false;
  const std::string name = text_between(stop + 1, end);
  constexpr std::size_t kShortName = 2;  // such as people give to a row
  const bool is_row = first.size() <= kShortName && !reader.declares(table, first);
  const std::string row = is_row ? first : "r";
  const std::string form =
      word_before(reader, reader.before_blanks(open)) + '(' +
      over_rows(reader, row + '.' + name, row, is_row ? any_table(reader) : first) + ')';
  Diagnostic& found =
      report_standing(reader, standing, syntax::quoted(in_words(reader, for_every)));
  found.hint(to_write(form));
  if (!is_row) {
    reader.mend(found, begin, end, over_rows(reader, row + '.' + name, row, first),
                Readings::several);
  }
  return true;
}

/// `somma(c in comuni)`: a row has no amount of its own.
bool sum_of_rows(Reader& reader, const Standing& standing, Place open) {
  const auto known = reader.keyword_at(standing.begin);
  if (!known || known->keyword != in) return false;
  const Place begin = reader.after_blanks(open + 1);
  const std::string row = text_between(begin, reader.word_end_at(begin));
  const Place name = reader.after_blanks(known->end);
  const std::string table_name = text_between(name, reader.word_end_at(name));
  if (row.empty() || table_name.empty()) return false;
  const std::string field =
      reader.language() == Language::italian ? ".nome_del_campo" : ".name_of_field";
  report_standing(reader, standing, syntax::quoted(in_words(reader, for_every)))
      .hint(format({"di un campo delle righe: {0}({1})", "of a field of the rows: {0}({1})"},
                   {word_before(reader, reader.before_blanks(open)),
                    over_rows(reader, row + field, row, table_name)}))
      .hint(format({"per contare le righe: {0}", "to count the rows: {0}"},
                   {counted(reader, row, table_name)}));
  return true;
}

/// `conta(convenzioni)`, `conta(v.ente per ogni v in convenzioni)`
bool count_without_row(Reader& reader, const Standing& standing, Place open) {
  const Place begin = reader.after_blanks(open + 1);
  const std::string first = text_between(begin, reader.word_end_at(begin));
  if (first.empty()) return false;
  std::string row = "r";
  std::string table_name = first;
  Place end = reader.word_end_at(begin);
  if (*standing.begin == '.') {
    const Place field = reader.word_end_at(standing.begin + 1);
    const auto every = reader.keyword_at(reader.after_blanks(field));
    if (!every || every->keyword != for_every) return false;
    const Place named = reader.after_blanks(every->end);
    const auto inside = reader.keyword_at(reader.after_blanks(reader.word_end_at(named)));
    if (!inside || inside->keyword != in) return false;
    const Place listed = reader.after_blanks(inside->end);
    row = text_between(named, reader.word_end_at(named));
    end = reader.word_end_at(listed);
    table_name = text_between(listed, end);
  } else if (*standing.begin != ')') {
    return false;
  }
  const std::string called = word_before(reader, reader.before_blanks(open));
  const std::string rows = row + ' ' + in_words(reader, in) + ' ' + table_name;
  Diagnostic& found = report_standing(reader, standing, syntax::quoted(in_words(reader, in)));
  if (called == in_words(reader, count)) {
    found.hint(to_write(called + '(' + rows + ')'));
    reader.mend(found, begin, end, rows, Readings::several);
  }
  found.hint(format({"per contarne solo alcune: {0}({1} {2} condizione)",
                     "to count only some: {0}({1} {2} condition)"},
                    {called, rows, in_words(reader, where)}));
  return true;
}

/// `conta(a; b) almeno 1`, `conta(a)`: of what is no table, how many hold.
bool count_of_conditions(Reader& reader, const Standing& standing, Place open) {
  const Place begin = reader.after_blanks(open + 1);
  const Place stop = reader.word_end_at(begin);
  if ((*standing.begin != ';' && *standing.begin != ')') ||
      reader.before_blanks(standing.begin) != stop || stop == begin ||
      reader.declares(table, between(begin, stop)) ||
      (*standing.begin == ')' && !reader.declares(datum, between(begin, stop)))) {
    return false;
  }
  std::string items;
  Place at = begin;
  while (true) {
    const Place end = reader.word_end_at(at);
    if (end == at) return false;
    items += (items.empty() ? "" : ", ") + text_between(at, end);
    at = reader.after_blanks(end);
    if (at == reader.end() || (*at != ';' && *at != ')')) return false;
    if (*at == ')') break;
    at = reader.after_blanks(at + 1);
  }
  const Place behind = reader.after_blanks(at + 1);
  const auto compared = reader.keyword_at(behind);
  std::string how_many = in_words(reader, at_least) + " 1";
  if (compared && is_comparison(compared->keyword)) {
    how_many = text_between(behind, operand_end(reader, reader.after_blanks(compared->end)));
  }
  if (items.find(',') == std::string::npos) items += ", …";
  report_standing(reader, standing, syntax::quoted(in_words(reader, in)))
      .hint(format({"per contare quante sono vere scrivi: {0} {1} {2}",
                    "to count how many hold write: {0} {1} {2}"},
                   {how_many, in_words(reader, in_list), items}));
  return true;
}

/// `per ogni comuni: posti`: a row has a name, and its fields are told by it.
bool every_without_row(Reader& reader, const Standing& standing) {
  if (*standing.begin != ':') return false;
  const Place end = reader.before_blanks(standing.begin);
  const std::string table_name = word_before(reader, end);
  const auto every = keyword_before(reader, end - static_cast<std::ptrdiff_t>(table_name.size()));
  if (!every || (every->keyword != for_every && every->keyword != exists)) return false;
  const Place said = reader.after_blanks(standing.begin + 1);
  const bool plain = reader.word_end_at(said) != said && !reader.keyword_at(said) &&
                     reader.on_one_line(standing.begin, said);
  const Place first_end = reader.word_end_at(said);
  // `per ogni comune: c.posti`: the row has its name already.
  const bool has_row = plain && first_end != reader.end() && *first_end == '.';
  const Place said_end = reader.before_blanks(std::find(said, reader.end(), '\n'));
  const std::string row = has_row ? text_between(said, first_end) : "r";
  const std::string form = row + ' ' + in_words(reader, in) + ' ' + table_name + ": " +
                           (has_row ? text_between(said, said_end)
                            : plain ? "r." + text_between(said, said_end)
                                    : "…");
  Diagnostic& found = report_standing(reader, standing, syntax::quoted(in_words(reader, in)));
  found.hint(to_write(in_words(reader, every->keyword) + ' ' + form));
  if (plain) {
    reader.mend(found, end - static_cast<std::ptrdiff_t>(table_name.size()), said_end, form,
                Readings::several);
  }
  return true;
}

/// `for each c in comuni: …`, `ogni c in comuni: …`, `esistono c in comuni`: how many rows, in
/// other words, before a row and its table.
bool every_in_words(Reader& reader, const Standing& standing) {
  if (const auto known = reader.keyword_at(standing.begin); known && known->keyword == for_every) {
    return false;
  }
  const bool operand = reader.failure().wants(kExpression);
  if (standing.kind != Standing::Kind::word || (!operand && !reader.failure().wants(kOperator))) {
    return false;
  }
  const Place behind = reader.before_blanks(standing.begin);
  // `ogni c in l` reads `ogni` as a name; `x for c in l` breaks off at `for`.
  const std::string here = folded(between(standing.begin, reader.word_end_at(standing.begin)));
  const bool itself = here == "for" || here == "per";
  const Place begin =
      operand || itself ? standing.begin
                        : behind - static_cast<std::ptrdiff_t>(word_before(reader, behind).size());
  bool exist = false, none = false;
  Place row = begin, at = begin;
  for (int words = 0; words < 5; ++words) {
    const Place stop = reader.word_end_at(at);
    if (stop == at || !reader.on_one_line(begin, at)) return false;
    const std::string word = folded(between(at, stop));
    exist = exist || word.starts_with("esist") || word.starts_with("exist");
    none = none || word.starts_with("nessun") || word == "no" || word == "none";
    row = at;
    at = reader.after_blanks(stop);
    const auto known = reader.keyword_at(at);
    if (known && known->keyword == in) break;
  }
  const auto inside = reader.keyword_at(at);
  if (!inside || inside->keyword != in || row == begin) return false;
  const std::string all = none ? in_words(reader, logical_not) + ' ' + in_words(reader, exists)
                               : in_words(reader, exist ? exists : for_every);
  Diagnostic& found =
      reader.report(Code::syntax_everyday_words, reader.span(begin, reader.before_blanks(row)),
                    {between(begin, reader.before_blanks(row)), all});
  show_in_line(reader, found, begin, reader.before_blanks(row), all);
  return true;
}

}  // namespace

bool report_row_form(Reader& reader, const Standing& standing) {
  const Failure failure = reader.failure();
  const Place open = failure.open_parenthesis;
  if (open != nullptr && failure.wants(for_every) &&
      (sum_without_rows(reader, standing, open) || sum_of_rows(reader, standing, open))) {
    return true;
  }
  if (every_in_words(reader, standing)) return true;
  if (!failure.wants(in)) return false;
  return (open != nullptr && (count_of_conditions(reader, standing, open) ||
                              count_without_row(reader, standing, open))) ||
         every_without_row(reader, standing);
}

}  // namespace leps::inline syntax
