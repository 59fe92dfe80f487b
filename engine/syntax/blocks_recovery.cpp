// Reports a clause that cannot be read, and finds the next place where reading can go on.
#include "syntax/blocks.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/everyday_rows.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/guess_keyword.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/name_mistakes.hpp"
#include "syntax/operands.hpp"
#include "syntax/spoken_forms.hpp"
#include "syntax/text_mistakes.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>

namespace leps::inline syntax {
namespace {

using enum Keyword;

/// What a sign does to the number of open brackets.
int bracket(char sign) {
  if (sign == '(' || sign == '[') return 1;
  return sign == ')' || sign == ']' ? -1 : 0;
}

int open_brackets(Place begin, Place end) {
  int open = 0;
  bool in_text = false;
  for (Place at = begin; at < end; ++at) {
    if (*at == '"') in_text = !in_text;
    if (*at == '\n') in_text = false;
    if (!in_text) open += bracket(*at);
  }
  return open;
}

bool expects_operator(const Failure& failure, Place at) {
  return failure.at == at &&
         std::any_of(failure.expected.begin(), failure.expected.end(),
                     [](const Expectation& each) { return each.what == &kOperator; });
}

}  // namespace

void BlockReader::wrong_at_clause(Block& block, Place at) {
  const auto known = reader_.keyword_at(at);
  const Standing standing = standing_at(reader_, at);
  // Within an expression no clause can have been lost, for skip() ends at the next one.
  const bool in_expression =
      expects_operator(reader_.failure(), at) && reader_.on_one_line(reader_.before_blanks(at), at);
  block.damaged = block.damaged || !in_expression;
  stopped_at(at);
  const bool guard_denied =
      known && known->keyword == logical_not && instead_of_keyword(known->keyword, at).has_value();
  const bool operator_word = known && known->keyword >= at_least && !guard_denied;
  const bool undated = known && known->keyword == is && block.keyword == parameter;
  if (behind_a_name(block, at)) {
    // it has its message
  } else if (known && known->keyword == from && expects_operator(reader_.failure(), at) &&
             report_spoken_form(reader_, standing)) {
    // `firma dal 1 gennaio 2025 al 30 giugno 2025`
  } else if (known && !operator_word && block.keyword != ordering) {
    Diagnostic& found = misplaced({known->keyword, at},
                                  format({"qui serve {0}", "expected {0}"}, {clauses_of(block)}));
    found.hint(instead_of_keyword(known->keyword, at).value_or(list_of_clauses(block)));
    block.damaged = block.damaged || undated;
    if (const auto elsewhere = blocks_with(known->keyword)) found.hint(*elsewhere);
  } else {
    const std::vector<Text> more = block.clauses.empty()
                                       ? std::vector<Text>{kNewBlock}
                                       : std::vector<Text>{clauses_of(block), kNewBlock};
    reader_.needs(at, {std::nullopt, &more.front()});
    if (Diagnostic* diagnostic = report_failure(reader_, more);
        diagnostic != nullptr && diagnostic->hints.empty()) {
      diagnostic->hint(list_of_clauses(block));
    }
  }
  const bool typed = block.keyword == datum || block.keyword == parameter;
  const bool on_head = reader_.on_one_line(block.begin, at);
  block.half_typed = block.half_typed || (typed && on_head);
  if (const auto split = split_name_at(reader_, standing)) {
    file_.unread_words.push_back(split->first);
  }
  reader_.begin_clause();
  const bool is_word = standing.kind == Standing::Kind::word;
  // `n.d.`, or a name with something invisible in it: its first half names nothing.
  const bool tight = at != reader_.begin() && !is_blank(at[-1]);
  const bool joint = *at == '.' || *at == '\'' || *at == '>' || (*at & 0x80) != 0;
  if (standing.kind == Standing::Kind::sign && tight && *at == '(') {  // `somma.se(…)`
    const std::string last = word_before(reader_, at);
    const Place begin = at - static_cast<std::ptrdiff_t>(last.size());
    if (begin != reader_.begin() && begin[-1] == '.') {
      file_.unread_words.push_back(word_before(reader_, begin - 1));
    }
  }
  if (standing.kind == Standing::Kind::sign && tight && joint) {
    file_.unread_words.push_back(word_before(reader_, *at == '>' ? at - 1 : at));
  }
  if (is_word && !known) file_.unread_words.emplace_back(at, standing.end);
  if (undated) {  // the day may stand behind it
    reader_.go_to(std::find(at, reader_.end(), '\n'));
    return;
  }
  skip(block, is_word ? standing.end : at);
}

// A keyword that was to be part of a type or of a value.
std::optional<Text> BlockReader::instead_of_keyword(Keyword found, Place at) const {
  if (found == verified || found == unverified || found == assumption) {
    return format(
        {"'{0}' sta subito dietro ciò di cui dice quanto è certo: la condizione di '{1}', "
         "'{2}', '{3}', la formula di '{4}' e '{5}', il giorno di '{6}', i nomi di '{7}' e "
         "'{8}', il valore di un parametro",
         "'{0}' stands just behind what it is said of: the condition of '{1}', '{2}', "
         "'{3}', the formula of '{4}' and '{5}', the day of '{6}', the names of '{7}' and "
         "'{8}', the value of a parameter"},
        {in_file(found), in_file(requirement), in_file(applies_if), in_file(partial_if),
         in_file(Keyword::computed), in_file(if_missing), in_file(in_force), in_file(after),
         in_file(part_of)});
  }
  if (found == logical_not) {
    const auto next = reader_.keyword_at(reader_.after_blanks(reader_.keyword_at(at)->end));
    if (next && next->keyword == applies_if) {
      return format(
          {"il no va nella condizione: {0} {1} (…)", "the no goes into the condition: {0} {1} (…)"},
          {in_file(applies_if), in_file(logical_not)});
    }
  }
  if (found == whole) {
    return format({"'{0}' si dice di un '{1}' o di un '{2}': qui basta il tipo",
                   "'{0}' is said of a '{1}' or of a '{2}': here the type is enough"},
                  {in_file(whole), in_file(datum), in_file(Keyword::field)});
  }
  if (found == is) {
    const Place line_end = std::find(at, reader_.end(), '\n');
    for (Place here = at; here < line_end; here = reader_.after_blanks(behind_lexeme(
                                               reader_, here))) {  // `vale 3% dal 1 gennaio 2024`
      const auto day = reader_.keyword_at(here);
      if (!day || day->keyword != from) continue;
      return format({"prima viene il giorno: {0} … {1} …", "first comes the day: {0} … {1} …"},
                    {in_file(from), in_file(is)});
    }
    const std::string day =
        reader_.language() == Language::italian ? " 1 gennaio 2024 " : " 1 January 2024 ";
    return format({"davanti scrivi da quando: {0}", "before it write from when: {0}"},
                  {line_with(reader_, at, at, std::string(in_file(from)) + day)});
  }
  const Place before = reader_.before_blanks(at);
  if (found == year && before > reader_.begin() && is_digit(before[-1])) return no_single_length();
  return std::nullopt;
}

std::optional<Text> BlockReader::blocks_with(Keyword clause) const {
  std::string blocks;
  for (const Keyword block : block_keywords()) {
    if (!has(clauses_in(block), clause)) continue;
    blocks += (blocks.empty() ? "'" : ", '") + std::string(in_file(block)) + "'";
  }
  if (blocks.empty()) return std::nullopt;
  return format({"'{0}' si scrive in: {1}", "'{0}' is written in: {1}"}, {in_file(clause), blocks});
}

std::string_view BlockReader::word_that_ends_at(Place end) const {
  Place begin = end;
  while (begin > reader_.begin() && reader_.word_end_at(begin - 1) == end) --begin;
  return between(begin, end);
}

// `dopo mediazione.organico`, `si applica se mediazione soddisfatto`: what was read is a name, and
// what stands behind it says that something else was meant.
bool BlockReader::behind_a_name(const Block& block, Place at) {
  const auto known = reader_.keyword_at(at);
  const bool verdict = known && is_verdict(known->keyword);
  const bool path = *at == '.' && reader_.word_end_at(at + 1) != at + 1;
  if (block.keyword != rule || (!verdict && !path)) return false;
  const std::string_view written = word_that_ends_at(reader_.before_blanks(at));
  bool take_out = false;  // what stands there
  const auto say = [&](Place end, const Text& why, const Text& hint) {
    Diagnostic& found =
        reader_.report(Code::syntax_misplaced, reader_.span(at, end), {between(at, end), why});
    found.hint(hint);
    if (take_out) reader_.mend(found, reader_.before_blanks(at), end, "", Readings::several);
    return true;
  };
  if (block.latest == after) {
    const Text write = format({"scrivi '{0} {1}'", "write '{0} {1}'"}, {in_file(after), written});
    take_out = true;
    return verdict ? say(known->end,
                         format({"'{0}' dice solo quale regola viene prima, non con quale verdetto",
                                 "'{0}' only says which rule comes first, not with which verdict"},
                                {in_file(after)}),
                         write)
                   : say(reader_.word_end_at(at + 1),
                         format({"'{0}' vuole una regola, non un requisito",
                                 "'{0}' takes a rule, not a requirement"},
                                {in_file(after)}),
                         write);
  }
  if (!verdict) return false;
  file_.unread_words.emplace_back(written);
  return say(known->end, no_verdict_inside(), instead_of_verdict(reader_.language()));
}

void BlockReader::stopped_at(Place at) {
  const Place end = reader_.before_blanks(at);
  file_.cut_short.push_back(reader_.span(end, end).end);
}

void BlockReader::give_up(Block& block) {
  report_failure(reader_);
  if (const auto verdict = reader_.keyword_at(reader_.failure().at);
      verdict && is_verdict(verdict->keyword)) {
    const std::string_view last = word_that_ends_at(reader_.before_blanks(reader_.at()));
    file_.unread_words.emplace_back(last);
    if (!last.empty() && last.data() > reader_.begin() && last.data()[-1] == '.') {
      file_.unread_words.emplace_back(word_that_ends_at(last.data() - 1));
    }
  }
  stopped_at(reader_.after_blanks(reader_.at()));
  Place from = reader_.failure().at;
  // `costo costo`: a keyword where a name should be does not begin the same clause again.
  const auto known = reader_.keyword_at(from);
  const bool same_line = reader_.on_one_line(reader_.before_blanks(from), from);
  const bool begun_again = known && known->keyword == block.latest;
  const bool amends_nothing = known && block.keyword == amend && block.clauses.empty();
  // `regola dopo "…"`, `dato costo : euro`: a keyword where the block's own name should be.
  const Place behind = known ? reader_.after_blanks(known->end) : from;
  const bool as_name =
      known && !block.latest && behind != reader_.end() && (*behind == '"' || *behind == ':');
  const bool as_kind = known && block.latest == after && known->keyword == rule;
  if ((begun_again || amends_nothing || as_name || as_kind) && same_line) from = known->end;
  const int open = block.listing ? open_brackets(reader_.at(), from) : 0;
  reader_.begin_clause();
  skip(block, from, open);
}

bool BlockReader::may_go_on_at(Place at, const Block& block) const {
  const auto known = clause_at(at, block);
  if (!known) return false;
  const Place next = reader_.after_blanks(known->end);
  if (has(block.clauses, known->keyword) && !begins_block(at, block)) {
    const bool cell = block.listing && next != reader_.end() && *next == '=';  // `(anno = 5)`
    return !cell;
  }
  if (!begins_block(at, block)) return false;
  if (known->keyword == amend) {
    const auto amended = reader_.keyword_at(next);
    return amended && (amended->keyword == parameter || amended->keyword == requirement ||
                       amended->keyword == rule);
  }
  // At the margin nothing but a block begins, even where its name cannot be one.
  if (at == reader_.begin() || at[-1] == '\n') return true;
  // `dato fonte : numero` has a block's keyword where a name should be: a header looks otherwise.
  return next != reader_.end() &&
         (*next == '"' || (reader_.word_end_at(next) != next && !reader_.keyword_at(next)));
}

void BlockReader::skip(Block& block, Place from, int open) {
  const Place end = reader_.end();
  Place at = from;
  while (at < end) {
    const Place next = reader_.after_blanks(at);
    const bool new_line = !reader_.on_one_line(reader_.before_blanks(next), next);
    const bool blank_before = next != at || at == from;
    at = next;
    if (at == end) break;
    const Place stop = reader_.word_end_at(at);
    if (stop != at) {
      if (blank_before && may_go_on_at(at, block)) break;
      const bool entry = block.listing && open <= 0 && new_line && !reader_.keyword_at(at);
      if (entry) break;  // an entry a line, mostly
      file_.unread_words.emplace_back(at, stop);
      at = stop;
      // The words of an address are none of ours: urn:nir:stato:legge.
      if (at != end && *at == ':' && end - at > 1 && !is_blank(at[1])) {
        at = std::find_if(at, end, is_blank);
      }
    } else if (*at == '"') {
      at = reader_.text_end(at, '"');
      if (at != end && *at == '"') ++at;
    } else if (*at == '#' || (*at == '/' && end - at > 1 && at[1] == '/')) {
      at = std::find(at, end, '\n');  // the comment of another language
    } else {
      open += bracket(*at);
      at += std::max<std::size_t>(1, character_at(at, end).length);
      if (block.listing && open <= 0 && at[-1] == ';') break;
    }
  }
  reader_.go_to(std::min(at, end));
}

Text BlockReader::clauses_of(const Block& block) const {
  if (block.clauses.empty()) return kNewBlock;
  return format({"una clausola di '{0}'", "a clause of '{0}'"}, {in_file(block.keyword)});
}

Text BlockReader::list_of_clauses(const Block& block) const {
  const bool none = block.clauses.empty() || block.keyword == package;
  std::string all;
  for (const Keyword keyword : none ? block_keywords() : block.clauses) {
    all += (all.empty() ? "" : ", ") + std::string(in_file(keyword));
  }
  if (none) return format({"i blocchi sono: {0}", "the blocks are: {0}"}, {all});
  return format({"le clausole di '{0}' sono: {1}", "the clauses of '{0}' are: {1}"},
                {in_file(block.keyword), all});
}

}  // namespace leps::inline syntax
