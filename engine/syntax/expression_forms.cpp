#include "syntax/expression_forms.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/operands.hpp"
#include "syntax/row_forms.hpp"
#include "syntax/spoken_forms.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <string>

namespace leps::inline syntax {
namespace {

using enum Keyword;

/// `a almeno x e al massimo y`: the second comparison has no left side.
bool half_comparison(Reader& reader, const Standing& standing) {
  const auto second = reader.keyword_at(standing.begin);
  if (!second || !is_comparison(second->keyword)) return false;
  const auto left = compared_before(reader, standing.begin);
  Diagnostic& found =
      reader.report(Code::syntax_unexpected, reader.span(standing.begin, standing.end),
                    {standing.words, kExpression});
  if (!left) {
    const auto before = keyword_before(reader, standing.begin);
    const bool doubled = before && is_comparison(before->keyword);
    found.hint(doubled ? format({"basta un confronto: {0}", "one comparison is enough: {0}"},
                                {in_words(reader, before->keyword)})
                       : format({"davanti a {0} scrivi che cosa si confronta",
                                 "before {0} write what is compared"},
                                {standing.words}));
    return true;
  }
  found.hint(to_write(line_with(reader, standing.begin, standing.begin, *left)));
  reader.mend(found, standing.begin, standing.begin, *left + ' ', Readings::several);
  return true;
}

/// `gestione pari a diretta, affidata`: a comparison is with one value.
bool listed_values(Reader& reader, const Standing& standing) {
  if (*standing.begin != ',') return false;
  const Place from = reader.after_blanks(reader.clause_begin());
  const Place first_end = reader.before_blanks(standing.begin);
  const Place first = operand_begin(reader, from, first_end);
  const auto comparison = keyword_before(reader, first);
  if (!comparison || (comparison->keyword != equal_to && comparison->keyword != different_from)) {
    return false;
  }
  const Place left_end = reader.before_blanks(comparison->begin);
  const Place left = operand_begin(reader, from, left_end);
  const std::string denied =
      comparison->keyword == different_from ? in_words(reader, logical_not) + ' ' : std::string();
  Place end = first_end;
  for (Place at = standing.begin; at < reader.end() && *at == ',';) {
    const Place value = reader.after_blanks(at + 1);
    const Place value_end = operand_end(reader, value);
    if (value_end == value) break;
    end = value_end;
    at = reader.after_blanks(end);
  }
  const std::string all = denied + text_between(left, left_end) + ' ' + in_words(reader, in_list) +
                          ' ' + text_between(first, end);
  Diagnostic& found =
      reader.report(Code::syntax_unexpected, reader.span(standing.begin, standing.end),
                    {standing.words, kOperator});
  found.hint(to_write(all));
  reader.mend(found, left, end, all, Readings::several);
  return true;
}

/// `adesione non`: it goes before what it denies.
bool trailing_negation(Reader& reader, const Standing& standing) {
  const auto known = reader.keyword_at(standing.begin);
  if (!known || known->keyword != logical_not) return false;
  const Place next = reader.after_blanks(known->end);
  // `x non tra a e b`: all of it is denied.
  const auto range = reader.among_end(next);
  if (!range && reader.on_one_line(known->end, next) && begins_operand(reader, next)) return false;
  const Place end = reader.before_blanks(standing.begin);
  const Place begin = operand_begin(reader, reader.clause_begin(), end);
  if (begin >= end) return false;
  const std::string denied = in_words(reader, logical_not);
  const Place line_end = reader.before_blanks(std::find(next, reader.end(), '\n'));
  const std::string rest = range ? ' ' + text_between(next, line_end) : std::string();
  const std::string whole = denied + ' ' + text_between(begin, end) + rest;
  Diagnostic& found =
      reader.report(Code::syntax_misplaced, reader.span(standing.begin, standing.end),
                    {denied, {"va davanti a ciò che nega", "it goes before what it denies"}});
  found.hint(to_write(whole));
  reader.mend(found, begin, range ? line_end : known->end, whole, Readings::several);
  return true;
}

/// `r = soddisfatto`: a verdict is no value.
bool verdict_as_value(Reader& reader, const Standing& standing) {
  const auto known = reader.keyword_at(standing.begin);
  const Place equals_end = reader.before_blanks(standing.begin);
  if (!known || equals_end == reader.begin() || equals_end[-1] != '=') return false;
  const Place begin = reader.before_blanks(equals_end - 1);
  const Place name = operand_begin(reader, reader.clause_begin(), begin);
  const std::string declared = in_words(reader, computed) + ' ' + text_between(name, begin);
  const bool amount = between(reader.begin(), reader.end()).find(declared) != std::string::npos;
  const std::string line = line_with(reader, begin, standing.begin, " ");
  Diagnostic& found =
      reader.report(Code::syntax_everyday_words, reader.span(equals_end - 1, standing.end),
                    {between(equals_end - 1, standing.end), in_words(reader, known->keyword)});
  found.hint(format(
      {"un verdetto si scrive senza '=': {0}", "a verdict is written without '=': {0}"}, {line}));
  reader.mend(found, begin, standing.begin, " ",
              is_verdict(known->keyword) && !amount ? Readings::one : Readings::several);
  return true;
}

/// `entro presentata + 30 giorni lavorativi`: the days are counted from it.
bool added_term(Reader& reader, const Standing& standing) {
  const Place from = reader.after_blanks(reader.clause_begin());
  Place term = nullptr, plus = nullptr;
  int open = 0;
  for (Place at = from; at < standing.begin;) {
    const bool said =
        reader.local_words_end(at, within) || reader.local_words_end(at, no_later_than);
    if (said && term == nullptr && at != from) term = at;
    if (*at == '(') ++open;
    if (*at == ')') --open;
    if (term != nullptr && *at == '+' && open == 0) plus = at;
    at = reader.after_blanks(behind_lexeme(reader, at));
  }
  if (plus == nullptr) return false;
  const Place day = reader.after_blanks(reader.word_end_at(term));
  if (day >= plus) return false;
  const Place length = reader.after_blanks(plus + 1);
  const Place end = reader.before_blanks(standing.begin);
  const std::string form = in_words(reader, within) + ' ' + text_between(length, end) + ' ' +
                           in_words(reader, since) + ' ' +
                           text_between(day, reader.before_blanks(plus));
  Diagnostic& found =
      reader.report(Code::syntax_unexpected, reader.span(standing.begin, standing.end),
                    {standing.words, syntax::quoted(in_words(reader, since))});
  found.hint(to_write(form));
  reader.mend(found, term, end, form, Readings::several);
  return true;
}

Place behind_digits(const Reader& reader, Place at) {
  return std::find_if_not(at, reader.end(),
                          [](char c) { return is_digit(c) || c == '.' || c == ','; });
}

}  // namespace

std::optional<std::string> compared_before(const Reader& reader, Place second) {
  const auto join = keyword_before(reader, second);
  auto joint = join ? std::optional(join->keyword) : std::nullopt;
  if (!joint) {  // `ma`, `oppure`
    const Place end = reader.before_blanks(second);
    const auto length = static_cast<std::ptrdiff_t>(word_before(reader, end).size());
    const auto said = everyday_operator(reader, end - length);
    if (said && said->kind == EverydayWords::Kind::keyword) joint = said->keyword;
  }
  if (joint != logical_and && joint != logical_or) return std::nullopt;
  const Place from = reader.after_blanks(reader.clause_begin());
  std::optional<std::string> left;
  for (Place at = from; at < second;) {
    const auto known = reader.keyword_at(at);
    if (known && is_comparison(known->keyword)) {
      const Place end = reader.before_blanks(at);
      left = text_between(operand_begin(reader, from, end), end);
    }
    at = reader.after_blanks(behind_lexeme(reader, at));
  }
  return left;
}

bool refuse_rows_by(Reader& reader, const EverydayWords& words) {
  if (words.kind != EverydayWords::Kind::sign || words.sign != '*') return false;
  const Place row = reader.after_blanks(words.end);
  const auto inside = reader.keyword_at(reader.after_blanks(reader.word_end_at(row)));
  if (!inside || inside->keyword != in) return false;
  const std::string every = in_words(reader, for_every);
  Diagnostic& found =
      reader.refuse(Code::syntax_everyday_words, words.begin, reader.before_blanks(words.end),
                    {between(words.begin, reader.before_blanks(words.end)), every});
  show_in_line(reader, found, words.begin, words.end, every);
  return true;
}

bool refuse_lookup_by(Reader& reader, const EverydayWords& words) {
  if (words.kind != EverydayWords::Kind::sign || words.sign != '*') return false;
  const Place word = reader.after_blanks(words.end);
  const Place end = reader.word_end_at(word);
  const Place left_end = reader.before_blanks(words.begin);
  const std::string left = word_before(reader, left_end);
  if (end == word || left.empty() || !reader.declares(parameter, left)) return false;
  if (!reader.declared_type(datum, between(word, end))) return false;
  const bool by_word = type_word_of(reader, between(word, end)) == one_of;
  // `livello per popolazione`: of an amount.
  const std::string form =
      by_word ? left + '[' + text_between(word, end) + ']'
              : left + ' ' + in_words(reader, Keyword::of) + ' ' + text_between(word, end);
  const Place begin = left_end - static_cast<std::ptrdiff_t>(left.size());
  refuse_said(reader, begin, end, form);
  return true;
}

bool refuse_bands(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  const Place line_end = std::find(here, reader.end(), '\n');
  const auto begun = reader.local_words_end(here, up_to);
  if (!begun) return false;
  Place next = *begun;
  bool valued = false;
  while (next < line_end && !valued) {
    const auto known = reader.keyword_at(next);
    valued = known && known->keyword == is;
    next = reader.after_blanks(behind_lexeme(reader, next));
  }
  if (!valued) return false;
  const Place before = reader.before_blanks(here);
  const std::string word = word_before(reader, before);
  const bool named = !word.empty() && !reader.keyword_at(before - word.size()) &&
                     reader.on_one_line(before, here) && is_name(word);
  const Place begin = named ? before - word.size() : here;
  const std::string form =
      in_words(reader, by_bands) + ' ' + (named ? word : std::string("x")) + ": ";
  Diagnostic& found = reader.refuse(
      Code::syntax_misplaced, here, *begun,
      {between(here, *begun),
       {"prima si dice di che cosa sono gli scaglioni", "first comes what the bands are of"}});
  found.hint(to_write(line_with(reader, begin, here, form)));
  if (named) reader.mend(found, begin, here, form, Readings::several);
  return true;
}

bool report_state(Reader& reader, const EverydayWords& words) {
  const bool is_so = words.keyword == equal_to || words.keyword == different_from;
  if (words.kind != EverydayWords::Kind::keyword || !words.row.empty() || !is_so) return false;
  const Place state = reader.after_blanks(words.end);
  const Place end = reader.word_end_at(state);
  const auto word = reader.keyword_at(state);
  const bool literal = word && (word->keyword == yes || word->keyword == no);
  if (end == state || (word && !literal)) return false;
  const Place left_end = reader.before_blanks(words.begin);
  const std::string left = word_before(reader, left_end);
  if (type_word_of(reader, left) != yes) return false;
  if (!literal && reader.stands_as_name(between(state, end))) return false;
  const auto value = everyday_value(between(state, end), reader.language());
  const bool denied = (literal && word->keyword == no) || value == no;
  const bool holds = (words.keyword == equal_to) != denied;
  const std::string form = holds ? left : in_words(reader, logical_not) + ' ' + left;
  const Place left_begin = left_end - static_cast<std::ptrdiff_t>(left.size());
  Diagnostic& found =
      reader.refuse(Code::syntax_everyday_words, left_begin, end, {between(left_begin, end), form});
  found.hint(name_alone(form));
  reader.mend(found, left_begin, end, form, Readings::several);
  return true;
}

bool report_term(Reader& reader, const EverydayWords& words) {
  const Place first = reader.after_blanks(words.end);
  const bool term = words.kind == EverydayWords::Kind::keyword && words.keyword == at_most &&
                    !words.last_day && first != reader.end() && is_digit(*first);
  if (!term) return false;
  // Behind the number and its unit: `da presentata`, `from presented`.
  const Place unit = reader.after_blanks(behind_digits(reader, first));
  const Place unit_end =
      reader.local_words_end(unit, working_days).value_or(reader.word_end_at(unit));
  const Place since = reader.after_blanks(unit_end);
  const Place since_end = reader.word_end_at(since);
  const std::string from_word = folded(between(since, since_end));
  const bool counted =
      unit_end != unit && (from_word.starts_with("da") || from_word == "from" || from_word == "of");
  if (!counted) return false;
  const Place day = reader.after_blanks(reader.apostrophe_end(since_end).value_or(since_end));
  const Place day_end = operand_end(reader, day);
  const Place left_end = reader.before_blanks(words.begin);
  const Place left_begin = operand_begin(reader, reader.clause_begin(), left_end);
  const std::string left = text_between(left_begin, left_end);
  const std::string form = left + ' ' + in_words(reader, within) + ' ' +
                           text_between(first, unit_end) + ' ' + in_words(reader, Keyword::since) +
                           ' ' + text_between(day, day_end);
  Diagnostic& found =
      reader.report(Code::syntax_everyday_words, reader.span(words.begin, words.end),
                    {between(words.begin, words.end), in_words(reader, within)});
  found.hint(to_write(form));
  reader.mend(found, left_begin, day_end, form, Readings::several);
  reader.refuse_rest(day_end);
  return true;
}

bool report_form(Reader& reader, const Standing& standing) {
  const Failure failure = reader.failure();
  if (failure.wants(Keyword::since) && added_term(reader, standing)) return true;
  if (report_spoken_form(reader, standing)) return true;
  if (standing.kind == Standing::Kind::end) return false;
  if (report_row_form(reader, standing)) return true;
  if (failure.wants(kNoValue) && verdict_as_value(reader, standing)) return true;
  if (failure.wants(kExpression) && half_comparison(reader, standing)) return true;
  return failure.wants(kOperator) &&
         (listed_values(reader, standing) || trailing_negation(reader, standing));
}

}  // namespace leps::inline syntax
