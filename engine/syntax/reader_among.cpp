// `tra a e b`, `fra p, q`, `almeno 2 fra a, b, c`.
#include "syntax/reader.hpp"

#include "base/digits.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>

namespace leps::inline syntax {
namespace {

/// `fra`, `tra`: either is read in either form.
std::optional<Place> among_words_end(const Reader& reader, Place at) {
  const auto listed = reader.local_words_end(at, Keyword::in_list);
  return listed ? listed : reader.local_words_end(at, Keyword::in_range);
}

// `almeno 2 di a, b`: words for `fra` where a list follows.
std::optional<Place> of_words_end(const Reader& reader, Place at) {
  const auto known = reader.keyword_at(at);
  if (!known || known->keyword != Keyword::of) return std::nullopt;
  const Place item = reader.after_blanks(known->end);
  const Place next = reader.after_blanks(operand_end(reader, item));
  return next != reader.end() && *next == ',' ? std::optional(known->end) : std::nullopt;
}

// A number, or a name: `2`, `minimo_di_servizi`.
Place behind_count(const Reader& reader, Place at) {
  const Place digits = std::find_if_not(at, reader.end(), is_digit);
  return digits == at ? reader.word_end_at(at) : digits;
}

}  // namespace

std::optional<Place> Reader::among_end(Place at) const {
  const auto end = among_words_end(*this, at);
  return end && begins_operand(*this, after_blanks(*end)) ? end : std::nullopt;
}

bool Reader::begins_count_among(Place at) const {
  const Place here = after_blanks(at);
  const auto compared = keyword_at(here);
  if (!compared || !is_comparison(compared->keyword)) return false;
  const Place number = after_blanks(compared->end);
  const Place stop = behind_count(*this, number);
  if (stop == number) return false;
  Place behind = after_blanks(stop);
  if (among_end(behind) || of_words_end(*this, behind)) return true;
  behind = after_blanks(word_end_at(behind));  // with a unit, which is a mistake of another kind
  return among_end(behind).has_value();
}

bool Reader::among_word(Place& at, Span& found) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  if (const auto said = everyday_operator(*this, here);
      said && said->kind == EverydayWords::Kind::keyword &&
      (said->keyword == Keyword::in_range || said->keyword == Keyword::in_list)) {
    report_everyday(*this, *said);
    at = said->end;
    found = span(here, at);
    return true;
  }
  const auto end = among_end(here);
  if (!end) return false;  // an operator was needed, and that is said already
  at = *end;
  found = span(here, at);
  return count_operator(here, at);
}

bool Reader::count_among_word(Place& at) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  if (const auto of = of_words_end(*this, here)) {
    report_everyday(*this, {EverydayWords::Kind::keyword, here, *of, Keyword::in_list});
    at = *of;
    return true;
  }
  const auto end = among_end(here);
  if (!end) return needs(here, {Keyword::in_list});
  at = *end;
  return true;
}

bool Reader::list_ends(Place at) {
  const Place here = after_blanks(at);
  const auto known = keyword_at(here);
  if (!known) return true;
  const bool joins =
      known->keyword == Keyword::logical_and || known->keyword == Keyword::logical_or;
  if (!joins && !is_comparison(known->keyword)) return true;
  const std::string_view word = between(here, known->end);
  if (joins) {
    Place list = operand_begin(*this, clause_begin_, here);
    const auto compared = keyword_before(*this, list);
    if (compared && begins_count_among(compared->begin)) list = compared->begin;
    refuse(Code::syntax_list_joined, here, known->end, {word})
        .hint(format({"se l'elenco continua, scrivi una virgola al posto di '{0}'",
                      "if the list goes on, write a comma in place of '{0}'"},
                     {word}))
        .hint(format({"se l'elenco finisce qui, chiudilo fra parentesi: ({0}) {1} …",
                      "if the list ends here, close it in parentheses: ({0}) {1} …"},
                     {between(list, before_blanks(here)), word}));
    return false;
  }
  const Place item = operand_begin(*this, clause_begin_, here);
  Place begin = item;
  for (Place each = item; each < here; ++each) {
    if (*each == ',') begin = after_blanks(each + 1);
  }
  if (const auto words = among_words_end(*this, begin)) begin = after_blanks(*words);
  const Place end = operand_end(*this, after_blanks(known->end));
  Diagnostic& found = refuse(Code::syntax_list_condition, here, known->end);
  found.hint(format({"scrivi: ({0})", "write: ({0})"}, {between(begin, end)}));
  mend(found, begin, end, '(' + std::string(between(begin, end)) + ')', Readings::several);
  return false;
}

Operand Reader::among(const Operand& what, Span word, const std::vector<Operand>& items,
                      bool listed) {
  const Span extent{what.extent.source, what.extent.begin, items.back().extent.end};
  if (!listed) return expression(ast::Between{what.id, items[0].id, items[1].id, word}, extent);
  ast::OneAmong made{what.id, {}, word};
  for (const Operand& item : items) made.items.push_back(item.id);
  const auto is_number = [&](const Operand& item) {
    return std::holds_alternative<ast::Number>(program_.exprs[item.id].node);
  };
  if (items.size() == 2 && std::all_of(items.begin(), items.end(), is_number)) {
    const auto text_of = [&](Span span) { return written(begin_ + span.begin, begin_ + span.end); };
    const std::string form =
        in_words(*this, Keyword::in_range) + ' ' + std::string(text_of(items[0].extent)) + ' ' +
        in_words(*this, Keyword::logical_and) + ' ' + std::string(text_of(items[1].extent));
    remark(Code::lint_two_values, extent, {text_of(extent)})
        .hint(Text("se vale anche ciò che sta in mezzo scrivi: " + form,
                   "if what lies between will do too write: " + form))
        .mend({{extent.source, word.begin, extent.end}, form, false});
  }
  return expression(std::move(made), extent);
}

Operand Reader::count_among(const Operator& op, const Operand& number,
                            const std::vector<Operand>& items) {
  const Span extent{op.span.source, op.span.begin, items.back().extent.end};
  ast::CountAmong made{op.op, number.id, {}, op.span};
  for (const Operand& item : items) made.items.push_back(item.id);
  return expression(std::move(made), extent);
}

}  // namespace leps::inline syntax
