#include "syntax/unknown_calls.hpp"

#include "syntax/everyday_rows.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/guess_keyword.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace leps::inline syntax {
namespace {

/// `arrotonda` for `per_eccesso`.
std::optional<Keyword> everyday_function(std::string_view written, Language language) {
  const auto [begin, end] = rows_beginning_with(folded(written), language);
  for (auto each = begin; each != end; ++each) {
    if (is_kind(*each->second, EverydayRow::Kind::function)) return each->second->keyword;
  }
  return std::nullopt;
}

/// `tasso(a65)`: the only name, or field, between the parentheses.
std::optional<std::string> only_name(const Reader& reader, Place open) {
  const Place begin = reader.after_blanks(open + 1);
  Place end = reader.word_end_at(begin);
  if (end == begin || reader.keyword_at(begin)) return std::nullopt;
  if (end != reader.end() && *end == '.') end = reader.word_end_at(end + 1);
  const Place close = reader.after_blanks(end);
  if (close == reader.end() || *close != ')') return std::nullopt;
  return std::string(between(begin, end));
}

}  // namespace

bool refuse_unknown_call(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  const Place stop = reader.word_end_at(here);
  const bool called = stop != here && stop != reader.end() && *stop == '(';
  if (!called || reader.begins_function(here)) return false;
  const std::string_view name = between(here, stop);
  if (reader.keyword_at(here) && !everyday_function(name, reader.language())) return false;
  const std::string lookup = std::string(name) + '[';
  Diagnostic& found = reader.refuse(Code::syntax_unknown_function, here, stop, {name});
  const auto word = only_name(reader, stop);
  if (word && reader.declares(Keyword::parameter, name)) {
    const std::string form = lookup + *word + ']';
    found.hint(format({"se ha un valore per ogni parola scrivi: {0}",
                       "if it has a value for each word write: {0}"},
                      {form}));
    reader.mend(found, here, std::find(stop, reader.end(), ')') + 1, form, Readings::several);
    return true;
  }
  hint_at_function(reader, here, stop, found);
  return true;
}

void hint_at_function(const Reader& reader, Place begin, Place end, Diagnostic& found) {
  const std::string_view written = between(begin, end);
  if (const auto said = everyday_function(written, reader.language())) {
    const std::string_view function = word(*said, reader.language());
    found.hint(format({"scrivi '{0}'", "write '{0}'"}, {function}));
    reader.mend(found, begin, end, std::string(function), Readings::several);
    const bool italian = reader.language() == Language::italian;
    if (folded(written).ends_with(italian ? ".se" : "if")) {
      const bool counts = *said == Keyword::count;
      const std::string every = counts ? "" : in_words(reader, Keyword::for_every) + ' ';
      found.hint(format({"con una condizione: {0}({1}r {2} elenco {3} …)",
                         "with a condition: {0}({1}r {2} table {3} …)"},
                        {function,
                         (counts    ? ""
                          : italian ? "r.campo "
                                    : "r.field ") +
                             every,
                         in_words(reader, Keyword::in), in_words(reader, Keyword::where)}));
    }
    return;
  }
  if (const auto meant = nearest_keyword(written, function_words(), reader.language())) {
    const std::string_view function = word(*meant, reader.language());
    found.hint(format({"forse volevi scrivere '{0}'", "you may have meant '{0}'"}, {function}));
    reader.mend(found, begin, end, std::string(function), readings_of_guess(written, function));
    return;
  }
  std::string all;
  std::set<std::string_view> listed;  // `min` is two functions, of one name in English
  for (const Keyword function : function_words()) {
    const std::string_view name = word(function, reader.language());
    if (!listed.insert(name).second) continue;
    all += (all.empty() ? "" : ", ") + std::string(name);
  }
  found.hint(format({"davanti a una parentesi può stare solo il nome di una funzione: {0}",
                     "only the name of a function can stand before a parenthesis: {0}"},
                    {all}));
}

}  // namespace leps::inline syntax
