#include "syntax/mistakes.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/expression_forms.hpp"
#include "syntax/foreign_signs.hpp"
#include "syntax/guess_keyword.hpp"
#include "syntax/hint_at_sign.hpp"
#include "syntax/mend_signs.hpp"
#include "syntax/name_mistakes.hpp"
#include "syntax/numerals.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string>

namespace leps::inline syntax {
namespace {

bool belongs_to_the_language(char c) {
  return std::string_view("+-*/()[];:,.=?\"%").find(c) != std::string_view::npos;
}

std::vector<Text> expected_texts(const Reader& reader, std::span<const Text> more) {
  const Failure& failure = reader.failure();
  std::vector<Text> texts;
  const auto add = [&](Text text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
      texts.push_back(std::move(text));
    }
  };
  const bool expression = failure.wants(kExpression);
  for (const Expectation& expectation : failure.expected) {
    // An expression may begin with a number or a parenthesis: saying so again helps nobody.
    const Text* what = expectation.what;
    if (expression && (what == &kNumber || what == &kOpen || what == &kQuoted)) continue;
    if (expectation.what != nullptr && what != &kNoValue) {
      add(*expectation.what);
    } else {
      add(syntax::quoted(word(*expectation.keyword, reader.language())));
    }
  }
  for (const Text& text : more) add(text);
  return texts;
}

/// The expected keyword of which only the first words are there: `più` for `più di`.
std::optional<Keyword> begun_keyword(const Reader& reader, const Standing& standing,
                                     std::span<const Keyword> among) {
  const std::string begun = folded(between(standing.begin, standing.end)) + ' ';
  for (const Keyword candidate : among) {
    if (folded(word(candidate, reader.language())).starts_with(begun)) return candidate;
  }
  return std::nullopt;
}

/// The keywords that a word may have been meant for where none of them is expected: not the short
/// ones and the months, to which half of the dictionary is near.
std::span<const Keyword> far_fetched() {
  static const std::vector<Keyword> all = [] {
    constexpr std::size_t kShort = 3;
    std::vector<Keyword> kept;
    for (const Keyword known : all_keywords()) {
      const bool short_word = word(known, Language::italian).size() <= kShort ||
                              word(known, Language::english).size() <= kShort;
      if (!short_word && known < Keyword::january) kept.push_back(known);
    }
    return kept;
  }();
  return all;
}

void hint_at_word(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Failure& failure = reader.failure();
  if (const auto known = reader.keyword_at(standing.begin)) {
    const bool wants_name = std::any_of(
        failure.expected.begin(), failure.expected.end(), [](const Expectation& expectation) {
          return expectation.what != nullptr &&
                 expectation.what->it.find("nome") != std::string::npos;
        });
    if (!wants_name) return;
    const Place name = reader.after_blanks(known->end);
    const Place name_end = reader.word_end_at(name);
    const Place behind = reader.after_blanks(name_end);
    const bool kind = has(block_keywords(), known->keyword) && name_end != name &&
                      reader.on_one_line(standing.begin, name) &&
                      (behind == reader.end() || (*behind != '"' && *behind != ':'));
    if (kind) {  // `dopo regola r`
      diagnostic.hint(format({"basta il nome: {0}", "the name is enough: {0}"},
                             {line_with(reader, standing.begin, name, "")}));
      reader.mend(diagnostic, standing.begin, name, "", Readings::several);
      return;
    }
    diagnostic.hint(format({"'{0}' è una parola del linguaggio e non può essere un nome",
                            "'{0}' is a word of the language and cannot be a name"},
                           {word(known->keyword, reader.language())}));
    return;
  }
  std::vector<Keyword> expected;
  for (const Expectation& expectation : failure.expected) {
    if (expectation.keyword) expected.push_back(*expectation.keyword);
  }
  auto guess = guess_keyword(reader, standing.begin, expected);
  const bool near = guess.has_value();
  if (!guess) {
    if (const auto begun = begun_keyword(reader, standing, expected)) {
      guess = Guess{*begun, standing.end};
    }
  }
  // `servizi attivi`: what is said of a yes/no datum is no misspelt keyword.
  const std::string before = word_before(reader, reader.before_blanks(standing.begin));
  if (!guess && type_word_of(reader, before) != Keyword::yes) {
    guess = guess_keyword(reader, standing.begin, far_fetched());
  }
  if (!guess) return;
  const std::string_view meant = word(guess->keyword, reader.language());
  diagnostic.hint(format({"forse volevi scrivere '{0}'", "you may have meant '{0}'"}, {meant}));
  reader.mend(
      diagnostic, standing.begin, guess->end, std::string(meant),
      near ? readings_of_guess(between(standing.begin, guess->end), meant) : Readings::several);
}

void hint_at_number(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Place before = reader.before_blanks(standing.begin);
  if (reader.failure().wants(Keyword::is)) {  // `dal 1 gennaio 2024 3%`
    const std::string is = in_words(reader, Keyword::is);
    diagnostic.hint(
        format({"prima del valore scrivi '{0}'", "before the value write '{0}'"}, {is}));
    reader.mend(diagnostic, before, before, is, Readings::several);
    return;
  }
  const Place behind = reader.after_blanks(standing.end);
  if (behind != reader.end() && *behind == ')' && reader.failure().open_parenthesis == nullptr) {
    diagnostic.hint({"le clausole non si numerano", "clauses are not numbered"});
    return;
  }
  if (before != standing.begin && before > reader.begin() && is_digit(before[-1])) {
    const Place first =
        std::find_if_not(std::reverse_iterator(before), std::reverse_iterator(reader.begin()),
                         [](char c) { return is_digit(c) || c == '.' || c == ','; })
            .base();
    const char* mark = reader.language() == Language::italian ? "." : ",";
    diagnostic.hint(format({"le cifre di un numero stanno insieme: {0}{1}{2}",
                            "the digits of a number stand together: {0}{1}{2}"},
                           {shortened(between(first, before)), mark,
                            shortened(between(standing.begin, standing.end))}));
    // `[-5 100]` may be two ends, `max(5 100)` two values.
    Place outside = reader.before_blanks(first);
    if (outside != reader.begin() && outside[-1] == '-')
      outside = reader.before_blanks(outside - 1);
    const bool in_range = outside != reader.begin() && outside[-1] == '[';
    const bool in_list = reader.failure().wants(kSemicolon) &&
                         (in_range || reader.failure().open_parenthesis != nullptr);
    const bool one =
        reader.on_one_line(before, standing.begin) && !in_list &&
        are_groups_of_one_number(between(first, before), between(standing.begin, standing.end),
                                 reader.language());
    reader.mend(diagnostic, before, standing.begin, mark, one ? Readings::one : Readings::several);
  }
}

bool is_invisible(char32_t code) {
  return code == 0xAD || code == 0x34F || code == 0x61C || code == 0x180E || code == 0xFEFF ||
         (code >= 0x200B && code <= 0x200F) || code == 0x2028 || code == 0x2029 ||
         (code >= 0x2060 && code <= 0x2064);
}

/// True where nobody can see what stands there, and has been told where it is.
bool report_invisible(Reader& reader, const Standing& standing) {
  const char32_t code = character_at(standing.begin, reader.end()).code;
  if (standing.kind != Standing::Kind::sign || !is_invisible(code)) return false;
  char number[16];
  std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(code));
  Diagnostic& found = reader.report(Code::syntax_invisible_character,
                                    reader.span(standing.begin, standing.end), {number});
  reader.mend(found, standing.begin, standing.end, "", Readings::one);
  const std::string before = word_before(reader, standing.begin);
  if (before.empty()) {
    found.hint({"cancellalo", "delete it"});
  } else {
    found.hint(
        format({"cancellalo: sta subito dopo '{0}'", "delete it: it stands right behind '{0}'"},
               {before}));
  }
  return true;
}

/// True where the word has a message of its own: another language, a stray accent.
bool report_special_word(Reader& reader, const Standing& standing) {
  const std::string_view written = between(standing.begin, standing.end);
  if (has_combining_marks(written)) {
    Diagnostic& found = reader.report(Code::syntax_decomposed_accent,
                                      reader.span(standing.begin, standing.end), {standing.words});
    reader.hint_at_composed(found, standing.begin, standing.end);
    return true;
  }
  if (reader.keyword_at(standing.begin)) return false;
  const Language foreign = other(reader.language());
  // `d by 31 March 2025`: of a day it is a term, and `by` begins another clause.
  for (const Keyword term : {Keyword::within, Keyword::no_later_than}) {
    const auto end = reader.local_words_end(standing.begin, term, foreign);
    if (!end || !reader.failure().wants(kOperator)) continue;
    const bool of_day = reader.begins_day(reader.after_blanks(*end));
    if (of_day && term == Keyword::within &&
        reader.local_words_end(standing.begin, Keyword::no_later_than, foreign)) {
      continue;
    }
    Diagnostic& found = reader.report(
        Code::syntax_other_language, reader.span(standing.begin, *end),
        {word(term, foreign), word(term, reader.language()), name_of(reader.language())});
    reader.mend(found, standing.begin, *end, in_words(reader, term), Readings::several);
    return true;
  }
  if (const auto known = reader.keyword_at(standing.begin, foreign)) {
    Diagnostic& found =
        reader.report(Code::syntax_other_language, reader.span(standing.begin, known->end),
                      {word(known->keyword, foreign), word(known->keyword, reader.language()),
                       name_of(reader.language())});
    reader.mend(found, standing.begin, known->end, in_words(reader, known->keyword),
                reader.failure().wants(known->keyword) ? reader.readings_of_foreign_word()
                                                       : Readings::several);
    return true;
  }
  return false;
}

// `requisito q "Titolo" a almeno b`: what stands there begins what the colon is written before.
void mend_colon(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const std::vector<Expectation>& expected = reader.failure().expected;
  const bool only_colon =
      !expected.empty() && std::all_of(expected.begin(), expected.end(),
                                       [](const auto& each) { return each.what == &kColon; });
  const bool begins =
      standing.kind == Standing::Kind::number || standing.kind == Standing::Kind::word;
  if (!only_colon || !begins || diagnostic.replacement || !diagnostic.hints.empty()) return;
  const bool one = !reader.keyword_at(standing.begin);
  const Place before = reader.before_blanks(standing.begin);
  reader.mend(diagnostic, before, before, ":", one ? Readings::one : Readings::several);
}

// `firma entro`, and the next clause behind it: what is missing is missing where the line ends.
bool begins_next_line(const Reader& reader, Place at) {
  const auto known = at < reader.end() ? reader.keyword_at(at) : std::nullopt;
  const bool of_clause = known && known->keyword < Keyword::at_least;
  return of_clause && !reader.on_one_line(reader.before_blanks(at), at);
}
Standing line_end_before(const Reader& reader, Place at) {
  const Place last = reader.before_blanks(at);
  return {Standing::Kind::end, last, last, {"la fine della riga", "the end of the line"}};
}

}  // namespace

Text any_of(const std::vector<Text>& items) {
  Text all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    const Text join = i == 0 ? Text() : last ? Text(" o ", " or ") : Text(", ");
    all.it += join.it + items[i].it;
    all.en += join.en + items[i].en;
  }
  return all;
}

Standing standing_at(const Reader& reader, Place at) {
  const Place end = reader.end();
  if (at >= end) {
    const Place last = reader.before_blanks(end);
    return {Standing::Kind::end, last, last, {"la fine del file", "the end of the file"}};
  }
  if (const Place stop = reader.word_end_at(at); stop != at) {
    const auto known = reader.keyword_at(at);
    const Place word_stop = known ? known->end : stop;
    const std::string words = known ? std::string(word(known->keyword, reader.language()))
                                    : shortened(between(at, word_stop));
    return {Standing::Kind::word, at, word_stop, syntax::quoted(words)};
  }
  if (is_digit(*at)) {
    const Place stop =
        std::find_if_not(at, end, [](char c) { return is_digit(c) || c == '.' || c == ','; });
    return {Standing::Kind::number, at, stop,
            format({"il numero {0}", "the number {0}"}, {shortened(between(at, stop))})};
  }
  if (*at == '"') {
    const Place close = reader.text_end(at, '"');
    const bool closed = close != end && *close == '"';
    const Place stop = closed ? close + 1 : reader.before_blanks(close);
    return {Standing::Kind::text, at, stop,
            format({"il testo {0}", "the text {0}"}, {shortened(between(at, stop))})};
  }
  std::size_t length = std::max<std::size_t>(1, character_at(at, end).length);
  if (const ForeignSign* foreign = foreign_sign_at(reader, at)) length = foreign->sign.size();
  const Place stop = at + length;
  return {Standing::Kind::sign, at, stop, syntax::quoted(between(at, stop))};
}

Diagnostic* report_failure(Reader& reader, std::span<const Text> more) {
  if (reader.refused()) return nullptr;
  const Failure failure = reader.failure();
  const bool half_clause = more.empty() && begins_next_line(reader, failure.at);
  const Standing standing =
      half_clause ? line_end_before(reader, failure.at) : standing_at(reader, failure.at);
  const Span where = reader.span(standing.begin, standing.end);
  if (standing.kind == Standing::Kind::word && report_special_word(reader, standing)) {
    return nullptr;
  }
  if (report_invisible(reader, standing) || report_form(reader, standing)) return nullptr;

  const bool foreign = standing.kind == Standing::Kind::sign &&
                       (foreign_sign_at(reader, standing.begin) != nullptr ||
                        !belongs_to_the_language(*standing.begin));
  Diagnostic& diagnostic =
      foreign ? reader.report(Code::syntax_unknown_sign, where, {standing.words})
              : reader.report(Code::syntax_unexpected, where,
                              {standing.words, any_of(expected_texts(reader, more))});
  if (standing.kind == Standing::Kind::sign) hint_at_sign(reader, standing, diagnostic);
  const Place separator = reader.before_blanks(standing.begin);
  if (failure.wants(Keyword::years) && separator != reader.begin() && separator[-1] == ';') {
    hint_at_values_of(reader, standing_at(reader, separator - 1), diagnostic);
  }
  if (standing.kind == Standing::Kind::word) hint_at_word(reader, standing, diagnostic);
  if (standing.kind == Standing::Kind::number) hint_at_number(reader, standing, diagnostic);
  if (diagnostic.hints.empty()) hint_at_name(reader, standing, diagnostic);
  mend_colon(reader, standing, diagnostic);
  if (failure.wants(kDay)) {
    diagnostic.hint(reader.language() == Language::italian
                        ? Text("scrivi il giorno, come 1 gennaio 2021 o 2021-01-01",
                               "write the day, as in 1 gennaio 2021 or 2021-01-01")
                        : Text("scrivi il giorno, come 1 January 2021 o 2021-01-01",
                               "write the day, as in 1 January 2021 or 2021-01-01"));
  }
  const auto compared =
      standing.kind == Standing::Kind::word ? reader.keyword_at(standing.begin) : std::nullopt;
  if (failure.wants(kClose) && compared && is_comparison(compared->keyword) &&
      diagnostic.hints.empty()) {
    const Place before = reader.before_blanks(standing.begin);
    diagnostic.hint(format(
        {"se la parentesi finisce qui scrivi: {0}", "if the parenthesis ends here write: {0}"},
        {line_with(reader, before, before, ")")}));
    reader.mend(diagnostic, before, before, ")", Readings::several);
  }
  if (failure.open_parenthesis != nullptr && failure.wants(kClose)) {
    diagnostic.label(reader.span(failure.open_parenthesis, failure.open_parenthesis + 1),
                     {"la parentesi si apre qui", "the parenthesis opens here"});
  }
  return foreign ? nullptr : &diagnostic;
}

}  // namespace leps::inline syntax
