#include "syntax/everyday_words.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/everyday_rows.hpp"
#include "syntax/one_reading.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>

namespace leps::inline syntax {
namespace {

using enum Keyword;

constexpr std::ptrdiff_t kLongestLine = 200;  // nobody reads a longer one in a message

constexpr std::array kComparing = {at_least,  at_most,  more_than,
                                   less_than, equal_to, different_from};

bool is_among(Keyword word, std::span<const Keyword> all) {
  return std::find(all.begin(), all.end(), word) != all.end();
}
bool compares(Keyword word) { return is_among(word, kComparing); }
bool ranges(Keyword word) { return word == in_range || word == in_list; }
bool operates(Keyword word) {
  return compares(word) || ranges(word) || word == of || word == logical_and || word == logical_or;
}

Keyword opposite(Keyword comparison) {
  switch (comparison) {
    case at_least:
      return less_than;
    case at_most:
      return more_than;
    case more_than:
      return at_most;
    case less_than:
      return at_least;
    case equal_to:
      return different_from;
    default:
      return equal_to;
  }
}

// ---- comparisons with a verb or a `non` before them

/// `non`, `è`, `non è`, `è non`: read before a comparison, or for one.
struct Before {
  Place end;
  bool negated = false, verb = false;
};

std::optional<Place> negation_end(const Reader& reader, Place at) {
  const auto known = reader.keyword_at(at);
  // `no less than` says so in English
  const bool negates = known && (known->keyword == logical_not ||
                                 (known->keyword == no && reader.language() == Language::english));
  return negates ? std::optional(known->end) : std::nullopt;
}

Before everyday_prefix(const Reader& reader, Place at) {
  Before prefix{at};
  for (int parts = 0; parts < 3; ++parts) {
    const Place here = reader.after_blanks(prefix.end);
    if (const auto end = negation_end(reader, here)) {
      prefix.negated = !prefix.negated;
      prefix.end = *end;
      continue;
    }
    const auto verb =
        row_at(reader, here, [](const auto& row) { return is_kind(row, EverydayRow::Kind::verb); });
    if (!verb || prefix.verb) break;
    prefix.verb = true;
    prefix.end = verb->end;
  }
  return prefix;
}

struct Comparison {
  Keyword keyword;
  Place end;
  std::string_view row = {};
};

std::optional<Comparison> comparison_at(const Reader& reader, Place at) {
  const auto known = reader.keyword_at(at);
  if (known && compares(known->keyword)) return Comparison{known->keyword, known->end};
  for (const Keyword words : {in_range, in_list}) {
    if (const auto end = reader.local_words_end(at, words)) return Comparison{words, *end};
  }
  const auto said = row_at(reader, at, [](const EverydayRow& row) {
    return is_kind(row, EverydayRow::Kind::keyword) &&
           (compares(row.keyword) || ranges(row.keyword));
  });
  if (!said) return std::nullopt;
  return Comparison{said->row->keyword, said->end, said->row->words};
}

std::optional<EverydayWords> prefixed_comparison(const Reader& reader, Place at) {
  const Before prefix = everyday_prefix(reader, at);
  if (prefix.end == at) return std::nullopt;
  EverydayWords words{EverydayWords::Kind::keyword, at, prefix.end, equal_to};
  const auto compared = comparison_at(reader, reader.after_blanks(prefix.end));
  if (!compared && !prefix.verb) return std::nullopt;
  if (compared && ranges(compared->keyword) && prefix.negated) return std::nullopt;
  if (compared) {
    words.keyword = compared->keyword;
    words.end = compared->end;
    words.row = compared->row;
  }
  if (prefix.negated) words.keyword = opposite(words.keyword);
  return words;
}

EverydayWords as_words(const FoundRow& found, Place begin) {
  using Kind = EverydayWords::Kind;
  EverydayWords words{Kind::keyword,      begin,           found.end,
                      found.row->keyword, found.row->sign, found.row->words};
  if (is_kind(*found.row, EverydayRow::Kind::sign)) words.kind = Kind::sign;
  if (is_kind(*found.row, EverydayRow::Kind::article)) words.kind = Kind::article;
  return words;
}

// Of the keywords behind an operand most are in their place: the rows need not be searched.
bool may_begin_everyday_words(Keyword word) {
  constexpr std::array kBeginning = {to,      by,          is,         logical_not, no,
                                     one_of,  equal_to,    more_than,  less_than,   at_least,
                                     at_most, logical_and, logical_or, in};
  return is_among(word, kBeginning);
}

// An article behind the words goes with them: `greater than the level`.
Place behind_article(const Reader& reader, Place end) {
  const auto article = everyday_article(reader, reader.after_blanks(end));
  return article ? article->end : end;
}

// `non oltre il 30 giugno`: of a day it is a term, which is not missed before it is over.
bool is_last_day(const Reader& reader, const EverydayWords& words) {
  constexpr std::array<std::string_view, 4> kRows = {"oltre", "entro e non oltre",
                                                     "entro non oltre", "later than"};
  const bool may_be = words.kind == EverydayWords::Kind::keyword && words.keyword == at_most &&
                      std::find(kRows.begin(), kRows.end(), words.row) != kRows.end();
  if (!may_be) return false;
  const Place next = reader.after_blanks(words.end);
  const auto article = everyday_article(reader, next);
  return reader.begins_day(article ? reader.after_blanks(article->end) : next);
}

// `l'80%`, `l'utenza`
std::optional<Place> elided_article_end(const Reader& reader, Place at) {
  if (at == reader.end() || *at != 'l' || reader.word_end_at(at) != at + 1) return std::nullopt;
  const auto end = reader.apostrophe_end(at + 1);
  return end && begins_operand(reader, *end) ? end : std::nullopt;
}

// `dopo il 1 gennaio 2025`: of a day it compares, of a rule it begins a clause.
std::optional<EverydayWords> later_than_day(const Reader& reader, Place at, Place end) {
  const Place day = reader.after_blanks(behind_article(reader, end));
  if (!reader.begins_day(day)) return std::nullopt;
  return EverydayWords{EverydayWords::Kind::keyword, at, behind_article(reader, end), more_than};
}

}  // namespace

bool begins_everyday_words(std::string_view word, Language language) {
  const auto [begin, end] = rows_beginning_with(folded(word), language);
  return begin != end;
}

bool begins_operand(const Reader& reader, Place at) {
  constexpr std::array kBeginning = {logical_not, if_,         yes,       no,
                                     never,       survey_date, for_every, exists};
  if (at == reader.end()) return false;
  if (is_digit(*at) || *at == '(' || *at == '-' || *at == '"') return true;
  if (reader.word_end_at(at) == at || reader.local_words_end(at, part_of)) return false;
  const auto known = reader.keyword_at(at);
  return !known || is_among(known->keyword, kBeginning);
}

std::optional<EverydayWords> everyday_operator(const Reader& reader, Place at) {
  const auto known = reader.keyword_at(at);
  if (known && known->keyword == after) return later_than_day(reader, at, known->end);
  if (known && !may_begin_everyday_words(known->keyword)) return std::nullopt;
  auto words = prefixed_comparison(reader, at);
  if (!words) {
    // The longest words of all: `by hiring` begins a clause, `by` compares.
    const auto found = row_at(reader, at, [](const EverydayRow& row) {
      using Kind = EverydayRow::Kind;
      return is_kind(row, Kind::sign) || is_kind(row, Kind::keyword);
    });
    const bool operates_not =
        found && is_kind(*found->row, EverydayRow::Kind::keyword) && !operates(found->row->keyword);
    if (!found || operates_not) return std::nullopt;
    words = as_words(*found, at);
  }
  words->last_day = is_last_day(reader, *words);
  words->end = behind_article(reader, words->end);
  const Place next = reader.after_blanks(words->end);
  return begins_operand(reader, next) ? words : std::nullopt;
}

std::optional<EverydayWords> everyday_clause(const Reader& reader, Place at,
                                             std::span<const Keyword> among) {
  if (auto words = prefixed_comparison(reader, at); words && is_among(words->keyword, among)) {
    return words;
  }
  const auto found = row_at(reader, at, [&](const EverydayRow& row) {
    return is_kind(row, EverydayRow::Kind::keyword) && is_among(row.keyword, among);
  });
  return found ? std::optional(as_words(*found, at)) : std::nullopt;
}

std::optional<EverydayWords> everyday_verdict(const Reader& reader, Place at) {
  return everyday_clause(reader, at, verdict_words());
}

std::optional<EverydayWords> everyday_article(const Reader& reader, Place at) {
  if (const auto end = elided_article_end(reader, at)) {
    return EverydayWords{EverydayWords::Kind::article, at, *end};
  }
  const auto found =
      row_at(reader, at, [](const auto& row) { return is_kind(row, EverydayRow::Kind::article); });
  if (!found) return std::nullopt;
  const Place next = reader.after_blanks(found->end);
  const bool goes_with = next != found->end && reader.on_one_line(at, next) &&
                         begins_operand(reader, next) && *next != '(' && *next != '-';
  return goes_with ? std::optional(as_words(*found, at)) : std::nullopt;
}

std::optional<Keyword> everyday_value(std::string_view word, Language language) {
  constexpr std::array kValues = {yes, no, survey_date};
  const auto [begin, end] = rows_beginning_with(folded(word), language);
  for (auto each = begin; each != end; ++each) {
    const EverydayRow& row = *each->second;
    const bool value = is_kind(row, EverydayRow::Kind::keyword) && is_among(row.keyword, kValues);
    if (value && folded(row.words) == folded(word)) return row.keyword;
  }
  return std::nullopt;
}

bool no_unit_but_everyday_words(const Reader& reader, Place at) {
  auto words = everyday_operator(reader, at);
  if (!words) words = everyday_clause(reader, at, std::array{applies_if, partial_if, closed_by});
  if (!words) return false;
  const Place next = reader.after_blanks(words->end);
  return reader.on_one_line(at, next) && begins_operand(reader, next) && *next != '"' &&
         *next != '-';
}

Text written_for(const Reader& reader, const EverydayWords& words) {
  if (words.last_day) {
    const std::string by(word(no_later_than, reader.language()));
    const bool article = between(words.begin, words.end).ends_with(" il");
    return article ? by + " il" : by;
  }
  switch (words.kind) {
    case EverydayWords::Kind::sign:
      return std::string(1, words.sign);
    default:
      return std::string(word(words.keyword, reader.language()));
  }
}

std::string line_with(const Reader& reader, Place begin, Place end, std::string_view words) {
  const Place from = line_begin(reader, begin);
  const Place to = reader.before_blanks(std::find(end, reader.end(), '\n'));
  if (to - from > kLongestLine) return std::string(words);
  std::string line(between(reader.after_blanks(from), begin));
  line += words;
  if (words.empty()) end = reader.after_blanks(end);
  const bool joined = !words.empty() && !is_blank(words.back());
  if (to > end && joined && !is_blank(*end)) line += ' ';  // behind `all'80%`
  if (to > end) line += between(end, to);
  return line;
}

Text to_write(const Text& form) { return format({"scrivi: {0}", "write: {0}"}, {form}); }

void show_in_line(const Reader& reader, Diagnostic& found, Place begin, Place end,
                  const std::string& meant) {
  found.hint(to_write(line_with(reader, begin, end, meant)));
  reader.mend(found, begin, end, meant, Readings::several);
}

void refuse_said(Reader& reader, Place begin, Place end, const std::string& meant) {
  show_in_line(reader,
               reader.refuse(Code::syntax_everyday_words, begin, end, {between(begin, end), meant}),
               begin, end, meant);
}

Text name_alone(std::string_view form) {
  return format({"ciò che c'è o non c'è si dice con il suo nome solo: {0}",
                 "what holds or not is said by its name alone: {0}"},
                {form});
}

void report_everyday(Reader& reader, const EverydayWords& words) {
  const Span where = reader.span(words.begin, words.end);
  std::string_view said = between(words.begin, words.end);
  if (said.ends_with("'")) said.remove_suffix(1);  // `superiore all'`, between quotes
  if (words.kind == EverydayWords::Kind::article) {
    Diagnostic& found = reader.report(Code::syntax_article, where, {said})
                            .hint(to_write(line_with(reader, words.begin, words.end, "")));
    const Readings readings = readings_of(reader, words);
    reader.mend(found, words.begin, words.end, "", readings);
    reader.mend(found, words.begin, reader.after_blanks(words.end), "", readings);
    return;
  }
  const Text meant = written_for(reader, words);
  if (words.kind == EverydayWords::Kind::keyword && folded(said) == folded(meant.it)) {
    reader.mend(reader.report(Code::syntax_missing_accent, where, {said, meant}), words.begin,
                words.end, meant.it, Readings::one);
    return;
  }
  Diagnostic& found = reader.report(Code::syntax_everyday_words, where, {said, meant});
  found.hint(to_write(line_with(reader, words.begin, words.end, meant.it)));
  if (words.kind == EverydayWords::Kind::sign && words.sign == '*') {
    found.hint(format({"di una quota o di un livello si dice '{0}': 80% {0} richieste",
                       "of a share or a level it is '{0}': 80% {0} requests"},
                      {word(of, reader.language())}));
    found.hint(format({"se è di ogni riga di un elenco: {0} r {1} elenco: r.campo …",
                       "if it is of each row of a table: {0} r {1} table: r.field …"},
                      {word(for_every, reader.language()), word(in, reader.language())}));
  }
  if (words.row == "più" || words.row == "meno") {
    const Keyword compared = words.row == "più" ? more_than : less_than;
    found.hint(format({"se è un confronto scrivi '{0}'", "if it is a comparison write '{0}'"},
                      {word(compared, reader.language())}));
  }
  reader.mend(found, words.begin, words.end, meant.it, readings_of(reader, words));
}

}  // namespace leps::inline syntax
