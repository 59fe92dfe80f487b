// Reads the clauses that several blocks have, and reports one that is doubled, misplaced or
// missing.
#include "syntax/blocks.hpp"
#include "syntax/grammar.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>

namespace leps::inline syntax {

bool BlockReader::first_time(Block& block, const Clause& clause) {
  const Place end = clause.begin + static_cast<std::ptrdiff_t>(in_file(*clause.keyword).size());
  const Span where = reader_.span(clause.begin, std::min(end, reader_.end()));
  const auto [first, added] = block.seen.emplace(*clause.keyword, where);
  if (!added) {
    reader_.report(Code::syntax_doubled, where, {in_file(*clause.keyword)})
        .label(first->second, {"la prima volta è qui", "the first time is here"})
        .hint({"tieni una delle due", "keep one of the two"});
  }
  return added;
}

void BlockReader::lose_header(const Block& block) {
  const Place line_end = std::find(block.begin, reader_.end(), '\n');
  Place at = reader_.after_blanks(reader_.word_end_at(block.begin));
  std::string name;
  bool names = true;  // until something stands there that is no word
  while (at < line_end) {
    const Place stop = reader_.word_end_at(at);
    names = names && stop != at;
    if (stop != at) {
      file_.unread_words.emplace_back(at, stop);
      if (names) name += (name.empty() ? "" : "_") + std::string(between(at, stop));
    }
    at = reader_.after_blanks(behind_lexeme(reader_, at));
  }
  if (!name.empty()) file_.unread_words.push_back(name);
}

void BlockReader::lost(Keyword kind, const std::string& name) {
  if (name.empty()) {
    file_.nameless.push_back(kind);
  } else {
    file_.unread_words.push_back(name);
  }
}

void BlockReader::text_clause(Block& block, const Clause& which, std::optional<ast::Quoted>& text) {
  const bool first = first_time(block, which);
  ast::Quoted read;
  const bool whole = clause(block, [&] {
    return *which.keyword == Keyword::urn || *which.keyword == Keyword::url
               ? read_address(reader_, *which.keyword, read)
               : read_text(reader_, read);
  });
  if (first && whole) text = std::move(read);
}

void BlockReader::note_clause(Block& block, std::vector<ast::Quoted>& notes) {
  ast::Quoted read;
  if (clause(block, [&] { return read_text(reader_, read); })) notes.push_back(std::move(read));
}

void BlockReader::whole_clause(Block& block, const Clause& which, bool& whole) {
  whole = first_time(block, which) || whole;
  block.end = reader_.at();
}

void BlockReader::expression_clause(Block& block, const Clause& which,
                                    std::optional<ast::ExprId>& into) {
  const bool first = first_time(block, which);
  ast::ExprId read;
  if (clause(block, [&] { return read_expression(reader_, read); }) && first) into = read;
}

void BlockReader::guarded_clause(Block& block, const Clause& which,
                                 std::optional<ast::ExprId>& into,
                                 std::optional<ast::ConfidenceText>& confidence) {
  const bool first = first_time(block, which);
  ast::GuardedClause read;
  if (clause(block, [&] { return read_guarded(reader_, read); }) && first) {
    into = read.condition;
    confidence = read.confidence;
  }
}

void BlockReader::in_force_clause(Block& block, const Clause& which, ast::PeriodText& period,
                                  std::optional<ast::ConfidenceText>& confidence) {
  const bool first = first_time(block, which);
  InForce read;
  if (clause(block, [&] { return read_in_force(reader_, read); }) && first) {
    period = read.period;
    confidence = read.confidence;
  }
}

void BlockReader::bound_clause(Block& block, const Clause& which,
                               std::optional<ast::ExprId>& bound) {
  const bool first = first_time(block, which);
  ast::ExprId read;
  if (clause(block, [&] { return read_bound(reader_, read); }) && first) bound = read;
}

void BlockReader::sources_clause(Block& block, const Clause& which,
                                 std::vector<ast::Identifier>& sources) {
  const bool first = first_time(block, which);
  std::vector<ast::Identifier> read;
  const bool whole = clause(block, [&] { return read_sources(reader_, read); });
  if (first && whole) sources = std::move(read);
}

Diagnostic& BlockReader::misplaced(const Clause& clause, const Text& why) {
  const auto known = reader_.keyword_at(clause.begin);
  const Place end = known ? known->end : reader_.word_end_at(clause.begin);
  return reader_.report(Code::syntax_misplaced, reader_.span(clause.begin, end),
                        {in_file(*clause.keyword), why});
}

void BlockReader::missing(Block& block, const Text& what, const Text& hint, Place at) {
  if (block.damaged) return;
  const Place begin = at != nullptr ? at : block.begin;
  const Place stop = reader_.word_end_at(begin);
  const std::string title =
      std::string(in_file(block.keyword)) + " " +
      (block.keyword == Keyword::example ? '"' + block.name + '"' : block.name);
  reader_.report(Code::syntax_missing, reader_.span(begin, stop), {title, what}).hint(hint);
}

void BlockReader::missing_in_force(Block& block) {
  missing(block, Keyword::in_force,
          format({"scrivi da che giorno vale: {0} {1} 2025-01-01",
                  "write from which day it holds: {0} {1} 2025-01-01"},
                 {in_file(Keyword::in_force), in_file(Keyword::from)}));
}

void BlockReader::missing(Block& block, Keyword what, const Text& hint) {
  if (!block.seen.contains(what)) missing(block, syntax::quoted(in_file(what)), hint);
}

}  // namespace leps::inline syntax
