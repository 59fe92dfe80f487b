// Reports a clause that cannot be read, and finds the next place where reading can go on.
#include "syntax/blocks.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/mistakes.hpp"
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

}  // namespace

void BlockReader::wrong_at_clause(Block& block, Place at) {
  const auto known = reader_.keyword_at(at);
  const Standing standing = standing_at(reader_, at);
  block.damaged = true;
  stopped_at(at);
  const bool operator_word = known && known->keyword >= at_least;
  if (known && !operator_word && block.keyword != ordering) {
    misplaced({known->keyword, at}, format({"qui serve {0}", "expected {0}"}, {clauses_of(block)}))
        .hint(list_of_clauses(block));
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
  reader_.begin_clause();
  const bool is_word = standing.kind == Standing::Kind::word;
  if (is_word && !known) file_.unread_words.emplace_back(at, standing.end);
  skip(block, is_word ? standing.end : at);
}

void BlockReader::stopped_at(Place at) {
  const Place end = reader_.before_blanks(at);
  file_.cut_short.push_back(reader_.span(end, end).end);
}

void BlockReader::give_up(Block& block) {
  report_failure(reader_);
  stopped_at(reader_.after_blanks(reader_.at()));
  Place from = reader_.failure().at;
  // `costo costo`: a keyword where a name should be does not begin the same clause again.
  const auto known = reader_.keyword_at(from);
  const bool same_line = reader_.on_one_line(reader_.before_blanks(from), from);
  const bool begun_again = known && known->keyword == block.latest;
  const bool amends_nothing = known && block.keyword == amend && block.clauses.empty();
  if ((begun_again || amends_nothing) && same_line) from = known->end;
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
    return amended && (amended->keyword == parameter || amended->keyword == requirement);
  }
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
