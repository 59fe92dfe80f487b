// What was meant by words that begin no clause and no block: the words that people use for one, a
// clause or a block in the place of the other, a colon that none is written with.
#include "syntax/blocks.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/everyday_rows.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/guess_keyword.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/name_mistakes.hpp"
#include "syntax/operands.hpp"
#include "syntax/text_mistakes.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

using enum Keyword;

// Their colon stands behind the name.
constexpr std::array kNamedFirst = {datum, parameter, computed, field, requirement};

}  // namespace

bool BlockReader::at_margin(Place at) const { return at == reader_.begin() || at[-1] == '\n'; }

Place BlockReader::end_with_colon(Keyword keyword, Place end) const {
  const Place colon = reader_.after_blanks(end);
  const bool there = colon != reader_.end() && *colon == ':' && reader_.on_one_line(end, colon);
  if (!there || !has(kNamedFirst, keyword)) return there ? colon + 1 : end;
  // `requisito: q: a almeno 3`
  const Place name = reader_.after_blanks(colon + 1);
  const Place name_end = reader_.word_end_at(name);
  const Place second = reader_.after_blanks(name_end);
  const bool named = name_end != name && second != reader_.end() && *second == ':' &&
                     reader_.on_one_line(colon, second);
  return named ? colon + 1 : end;
}

Place BlockReader::past_colon(Keyword keyword, Place begin, Place end) {
  const Place behind = end_with_colon(keyword, end);
  if (behind == end) return end;
  Diagnostic& found = reader_.report(
      Code::syntax_misplaced, reader_.span(behind - 1, behind),
      {":", format({"dietro '{0}' non ci sono due punti", "no colon stands behind '{0}'"},
                   {in_file(keyword)})});
  found.hint(to_write(line_with(reader_, begin, behind, between(begin, end))));
  reader_.mend(found, end, behind, "", Readings::one);
  return behind;
}

// A clause that stands at the margin says that here all of them do.
bool BlockReader::is_flat(const Block& block, Place before) const {
  if (before <= block.begin) return false;
  for (Place at = std::find(block.begin, before, '\n'); at < before;
       at = std::find(at + 1, before, '\n')) {
    if (at + 1 < before && !is_blank(at[1])) return true;
  }
  return false;
}

// `posti : posti` in a table, `organico: a almeno 3` in a rule: only the word before it is missing.
bool BlockReader::without_keyword(Keyword missing, const Text& needed, Place at) {
  const Standing standing = standing_at(reader_, at);
  Diagnostic& found = reader_.report(Code::syntax_unexpected, reader_.span(at, standing.end),
                                     {standing.words, needed});
  const std::string words(in_file(missing));
  found.hint(to_write(line_with(reader_, at, at, words)));
  reader_.mend(found, at, at, words + ' ', Readings::several);
  reader_.go_to(at);
  reader_.begin_clause();
  if (has(block_keywords(), missing)) guessed_block_ = {missing, at};
  return true;
}

// `tabella comuni "…"`: the word of a block that there is not. It may have been read as the unit of
// the number before it.
bool BlockReader::unknown_block(Block& block, Place at) {
  Place begin = at;
  if (!at_margin(at)) {
    begin = line_begin(reader_, at);
    if (reader_.word_end_at(begin) != reader_.before_blanks(at)) return false;
  }
  const Place end = reader_.word_end_at(begin);
  const Place next = reader_.after_blanks(end);
  const bool flat = is_flat(block, begin);
  if (begin == at && end != begin && next != reader_.end() && *next == ':' &&
      !reader_.keyword_at(begin) && !flat) {
    return without_keyword(datum, kNewBlock, begin);
  }
  const bool heads = end != begin && next != reader_.end() && reader_.on_one_line(begin, next) &&
                     (*next == '"' || reader_.word_end_at(next) != next);
  if (!heads || reader_.keyword_at(begin)) return false;
  const auto said = everyday_clause(reader_, begin, block_keywords());
  const Place title = reader_.after_blanks(reader_.word_end_at(next));
  const bool titled = title != reader_.end() && *title == '"';
  if (!said && flat && !titled) return false;  // it may be a clause
  if (begin != at) file_.unread_words.emplace_back(begin, end);
  if (said) {
    report_everyday(reader_, *said);
    reader_.go_to(said->end);
    reader_.begin_clause();
    guessed_block_ = {said->keyword, begin};
    return true;
  }
  const auto what = reader_.keyword_at(next);
  const bool repeals = what && (what->keyword == rule || what->keyword == requirement);
  reader_
      .report(Code::syntax_unknown_word, reader_.span(begin, end),
              {syntax::quoted(between(begin, end)), kNewBlock})
      .hint(repeals ? format({"una regola o un requisito non c'è più così: {0} {1} nome {2} {3} 1 "
                              "gennaio 2026 {4} fonte",
                              "a rule or a requirement ends like this: {0} {1} name {2} {3} 1 "
                              "January 2026 {4} source"},
                             {in_file(amend), in_file(what->keyword), in_file(ends), in_file(from),
                              in_file(according_to)})
                    : list_of_clauses({package, begin, begin}));
  Place line = next;
  const auto goes_on = [&] {
    return !at_margin(line) || is_blank(*line) || (flat && !begins_block(line, block));
  };
  while (line < reader_.end() && goes_on()) {
    const Place stop = reader_.word_end_at(line);
    if (stop != line) file_.unread_words.emplace_back(line, stop);
    line = stop != line ? stop : behind_lexeme(reader_, line);
  }
  reader_.go_to(line);
  reader_.begin_clause();
  return true;
}

// `risultati` alone on its line, `data 30 giugno 2025`; what the file knows as a name is one.
bool BlockReader::may_be_clause_of_list(Place at) const {
  const Place end = reader_.word_end_at(at);
  const Place line_end = reader_.before_blanks(std::find(end, reader_.end(), '\n'));
  const Place next = reader_.after_blanks(end);
  Place last = end;  // behind `risultati attesi:`
  while (last < line_end && reader_.word_end_at(reader_.after_blanks(last)) > last) {
    last = reader_.word_end_at(reader_.after_blanks(last));
  }
  const bool alone = last >= line_end || (*last == ':' && last + 1 == line_end);
  const bool dated = next != reader_.end() && reader_.begins_day(next) &&
                     std::find(next, line_end, ';') == line_end;
  return (alone || dated) && !reader_.stands_as_name(between(at, end));
}

// Reading goes on as if the words stood there that were meant.
std::optional<BlockReader::Clause> BlockReader::meant_clause(Block& block, Place at) {
  const auto go_on = [&](Keyword keyword, Place end) {
    reader_.go_to(end);
    reader_.begin_clause();
    return Clause{keyword, at};
  };
  auto words = block.listing && !may_be_clause_of_list(at)
                   ? std::nullopt
                   : everyday_clause(reader_, at, block.clauses);
  if (words) {
    words->end = end_with_colon(words->keyword, words->end);
    report_everyday(reader_, *words);
    return go_on(words->keyword, words->end);
  }
  const auto known = reader_.keyword_at(at);
  const bool first_on_line = !reader_.on_one_line(reader_.before_blanks(at), at);
  if (known && known->keyword == partial && first_on_line && has(block.clauses, partial_if)) {
    const Place behind = end_with_colon(partial_if, known->end);
    report_everyday(reader_, {EverydayWords::Kind::keyword, at, behind, partial_if});
    return go_on(partial_if, behind);
  }
  if (known && known->keyword == from && first_on_line && has(block.clauses, in_force) &&
      !has(block.clauses, from)) {
    const std::string meant = std::string(in_file(in_force)) + ' ' + std::string(in_file(from));
    Diagnostic& found = reader_.report(Code::syntax_everyday_words, reader_.span(at, known->end),
                                       {in_file(from), meant});
    show_in_line(reader_, found, at, known->end, meant);
    return go_on(in_force, at);
  }
  if (known && known->keyword == in_force && has(block.clauses, from)) {
    Diagnostic& found = misplaced({in_force, at}, {"di un parametro si dice da che giorno vale",
                                                   "of a parameter the day is enough"});
    const Place next = reader_.after_blanks(known->end);
    found.hint(to_write(line_with(reader_, at, next, "")));
    reader_.go_to(next);
    reader_.begin_clause();
    block.damaged = true;  // the value may be missing with it
    const auto day = reader_.keyword_at(next);
    if (day && day->keyword == from) return go_on(from, day->end);
  }
  if (known || reader_.word_end_at(at) == at) return std::nullopt;
  const Place colon = reader_.after_blanks(reader_.word_end_at(at));
  if (colon != reader_.end() && *colon == ':' && !at_margin(at)) {
    if (block.keyword == parameter && reader_.on_one_line(at, colon)) {  // `a65: dal …`
      const Place word_end = reader_.word_end_at(at);
      Diagnostic& found = reader_.report(Code::syntax_unexpected, reader_.span(at, word_end),
                                         {standing_at(reader_, at).words, clauses_of(block)});
      const std::string form = std::string(in_file(by)) + ' ' + std::string(between(at, word_end));
      show_in_line(reader_, found, at, colon + 1, form);
      block.told_colon = colon;
      reader_.go_to(at);
      reader_.begin_clause();
      return Clause{by, at};
    }
    for (const auto& [within, missing] : {std::pair(table, field), std::pair(rule, requirement)}) {
      if (block.keyword != within) continue;
      without_keyword(missing, clauses_of(block), at);
      return Clause{missing, at};
    }
  }
  // `a almeno b` in an English file: an operator, and no clause that looks like it.
  const auto foreign = reader_.keyword_at(at, other(reader_.language()));
  if (foreign && is_comparison(foreign->keyword)) return std::nullopt;
  std::vector<Keyword> among(block.clauses.begin(), block.clauses.end());
  among.insert(among.end(), block_keywords().begin(), block_keywords().end());
  // `altro membro g` lacks a word, `si applica so b` has it misspelt.
  if (const auto begun = begun_clause(reader_, at, block.clauses);
      begun && !ends_misspelt(reader_, *begun)) {
    // `altro membro del g`: the last word is there, with an article.
    const std::string_view whole_words = in_file(begun->keyword);
    const Place last = reader_.after_blanks(begun->end);
    const Place last_end = reader_.word_end_at(last);
    const bool articled =
        is_with_article(between(last, last_end), whole_words.substr(whole_words.rfind(' ') + 1));
    const Place end = articled ? reader_.apostrophe_end(last_end).value_or(last_end) : begun->end;
    const Place behind = end_with_colon(begun->keyword, end);
    report_everyday(reader_, {EverydayWords::Kind::keyword, at, behind, begun->keyword});
    return go_on(begun->keyword, behind);
  }
  const auto guess = guess_keyword(reader_, at, among);
  if (!guess) return std::nullopt;
  if (block.listing && !at_margin(at) && has(block_keywords(), guess->keyword)) {
    const Place entry = reader_.after_blanks(guess->end);
    const Place end = reader_.word_end_at(entry);
    const Place sign = reader_.after_blanks(end);
    if (end != entry && sign != reader_.end() && (*sign == '=' || reader_.begins_outcome(entry))) {
      Diagnostic& found =
          reader_.report(Code::syntax_unknown_word, reader_.span(at, guess->end),
                         {syntax::quoted(between(at, guess->end)), clauses_of(block)});
      found.hint(format(
          {"i valori si danno con il loro nome: {0}", "values are given by their names: {0}"},
          {line_with(reader_, at, entry, "")}));
      reader_.mend(found, at, entry, "", Readings::several);
      reader_.go_to(entry);
      reader_.begin_clause();
      return Clause{std::nullopt, entry};
    }
  }
  const bool clause = has(block.clauses, guess->keyword);
  report_guess(reader_, at, *guess, clause ? clauses_of(block) : kNewBlock);
  return go_on(guess->keyword, guess->end);
}

bool BlockReader::kind_before_outcome(const Block& block, const KeywordHere& known, Place at) {
  const bool kind =
      known.keyword == rule || known.keyword == requirement || known.keyword == computed;
  const Place name = reader_.after_blanks(known.end);
  if (!block.listing || !kind || reader_.word_end_at(name) == name ||
      !reader_.begins_outcome(name) || !reader_.on_one_line(at, name)) {
    return false;
  }
  Diagnostic& found = misplaced({known.keyword, at}, {"basta il nome", "the name is enough"});
  show_in_line(reader_, found, at, name, "");
  reader_.go_to(name);
  reader_.begin_clause();
  return true;
}

// `categoria LEPS`, `unità posti` within a datum: what begins a block is no clause there.
bool BlockReader::block_for_clause(Block& block, const KeywordHere& known, Place at) {
  if (known.keyword != units && known.keyword != category) return false;
  if (!has(block.clauses, held_by) || column(at) <= column(block.begin)) return false;
  const Place name = reader_.after_blanks(known.end);
  const Place end = reader_.word_end_at(name);
  const Place next = reader_.after_blanks(end);
  const bool titled = next != reader_.end() && *next == '"';
  if (end == name || titled) return false;
  // A unit that is new is declared there: blanks and lines change no meaning.
  const std::string_view before = between(reader_.begin(), block.begin);
  if (known.keyword == units && before.find(between(name, end)) == std::string_view::npos) {
    return false;
  }
  Diagnostic& found = misplaced({known.keyword, at},
                                format({"qui serve {0}", "expected {0}"}, {clauses_of(block)}));
  found.hint(known.keyword == units
                 ? Text("l'unità di un dato o di un campo è il suo tipo, dietro i due punti",
                        "the unit of a datum or of a field is its type, behind the colon")
                 : Text("la categoria è di una regola: qui non ce n'è",
                        "the category is of a rule: here is none"));
  reader_.begin_clause();
  skip(block, end);
  return true;
}

// `fonte ISTAT` within a block: a source that is declared has its title.
bool BlockReader::source_for_clause(Block& block, const KeywordHere& known, Place at) {
  const bool of_data = has(block.clauses, held_by);
  if (known.keyword != source || (!of_data && !has(block.clauses, according_to))) return false;
  const Place name = reader_.after_blanks(known.end);
  const auto inside = inside_quotes(standing_at(reader_, name));
  const bool quoted = inside.has_value();
  const Place end = quoted ? behind_lexeme(reader_, name) : reader_.word_end_at(name);
  const Place next = reader_.after_blanks(end);
  const bool titled = between(next, reader_.end()).find_first_of("\"'") == 0 ||
                      between(next, reader_.end()).starts_with("“") ||
                      between(next, reader_.end()).starts_with("«");
  if (end == name || titled || column(at) <= column(block.begin)) return false;
  const std::string named(quoted && of_data ? *inside : between(name, end));
  if (quoted && !of_data) return false;  // its name is asked for
  const std::string meant = of_data ? std::string(in_file(held_by)) + " \"" + named + '"'
                                    : std::string(in_file(according_to)) + ' ' + named;
  Diagnostic& found =
      reader_.report(Code::syntax_everyday_words, reader_.span(at, end), {between(at, end), meant});
  reader_.mend(found, at, end, meant, Readings::several);
  found.hint(
      of_data ? format({"chi tiene il dato si scrive: {0}", "who holds the datum is written: {0}"},
                       {meant})
              : format({"da quale fonte viene si scrive: {0}",
                        "which source it comes from is written: {0}"},
                       {meant}));
  block.seen.emplace(of_data ? held_by : according_to, reader_.span(at, end));
  reader_.begin_clause();
  skip(block, end);
  return true;
}

std::size_t BlockReader::column(Place at) const {
  return static_cast<std::size_t>(at - line_begin(reader_, at));
}

}  // namespace leps::inline syntax
