#include "syntax/blocks.hpp"

#include "base/watch.hpp"
#include "syntax/grammar.hpp"
#include "syntax/guess_keyword.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

using enum Keyword;

constexpr std::array kBlocks = {package, source,   units,   category, datum, parameter, computed,
                                rule,    ordering, example, table,    group, check,     amend};

constexpr std::array kPackageClauses = {note};
constexpr std::array kSourceClauses = {urn, url, note};
constexpr std::array kCategoryClauses = {binding, from};
constexpr std::array kDatumClauses = {at_least,   at_most,    whole,   part_of,
                                      if_missing, precedence, held_by, note};
constexpr std::array kParameterClauses = {from,       verified,     unverified,
                                          assumption, according_to, note};
constexpr std::array kComputedClauses = {according_to, note};
constexpr std::array kRuleClauses = {
    category,  according_to,   in_force,    applies_if, requirement, tolerance,
    closed_by, in_whole_units, in_steps_of, cost,       net_of,      partial_if,
    after,     beneficiaries,  deadline,    score,      note};
constexpr std::array kTableClauses = {field, key, at_least, at_most, whole, held_by, note};
constexpr std::array kGroupClauses = {note};
constexpr std::array kCheckClauses = {applies_if, according_to, note};
constexpr std::array kAmendmentClauses = {applies_if,   tolerance, closed_by, in_whole_units,
                                          in_steps_of,  cost,      net_of,    in_force,
                                          according_to, note};
constexpr std::array kOrderingClauses = {by};
constexpr std::array kExampleClauses = {year, survey_date, other_year, other_member, expect};

// A file with more is no pack, or begins with a mistake that all the others follow from.
constexpr std::size_t kMaxMistakes = 200;

bool has(std::span<const Keyword> keywords, Keyword keyword) {
  return std::find(keywords.begin(), keywords.end(), keyword) != keywords.end();
}

std::span<const Keyword> clauses_in(Keyword block) {
  switch (block) {
    case package:
      return kPackageClauses;
    case source:
      return kSourceClauses;
    case category:
      return kCategoryClauses;
    case datum:
      return kDatumClauses;
    case parameter:
      return kParameterClauses;
    case computed:
      return kComputedClauses;
    case rule:
      return kRuleClauses;
    case ordering:
      return kOrderingClauses;
    case example:
      return kExampleClauses;
    case table:
      return kTableClauses;
    case group:
      return kGroupClauses;
    case check:
      return kCheckClauses;
    default:
      return {};
  }
}

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

std::span<const Keyword> block_keywords() { return kBlocks; }

std::span<const Keyword> amendment_clauses(Keyword amended) {
  if (amended == parameter) return kParameterClauses;
  return kAmendmentClauses;
}

BlockReader::BlockReader(Reader& reader, ast::File& file) : reader_(reader), file_(file) {}

std::string_view BlockReader::in_file(Keyword keyword) const {
  return word(keyword, reader_.language());
}

// ---- the file

void BlockReader::read_file() {
  Block none{package, reader_.at(), reader_.at()};
  const Place first = reader_.after_blanks(reader_.at());
  const auto known = reader_.keyword_at(first);
  const bool has_package = known && known->keyword == package;
  if (!has_package) {
    const auto guess = known ? std::nullopt : guess_keyword(reader_, first, kBlocks);
    if (!guess || guess->keyword != package) {
      const Standing standing = standing_at(reader_, first);
      const std::string_view words = reader_.language() == Language::italian
                                         ? "pacchetto nome.del.pacchetto versione \"1\""
                                         : "package name.of.package version \"1\"";
      reader_.report(Code::syntax_no_package, reader_.span(standing.begin, standing.end))
          .hint(format({"la prima riga è {0}", "the first line is {0}"}, {words}));
      package_ = reader_.span(first, first);
      if (!begins_block(first, none)) skip(none, first);
    }
  }
  while (true) {
    // Between blocks nothing else can stand: the loop leaves at a block or at the end.
    if (!guessed_block_) {
      reader_.begin_clause();
      next_clause(none);
    }
    if (guessed_block_) {
      const auto [keyword, begin] = *guessed_block_;
      guessed_block_.reset();
      read_block(keyword, begin);
      continue;
    }
    const Place begin = reader_.after_blanks(reader_.at());
    const auto block = reader_.keyword_at(begin);
    if (!block) return;
    reader_.go_to(block->end);
    read_block(block->keyword, begin);
  }
}

void BlockReader::read_block(Keyword keyword, Place begin) {
  Block block{keyword, begin, reader_.at(), clauses_in(keyword)};
  switch (keyword) {
    case package:
      return package_block(block);
    case source:
      return source_block(block);
    case units:
      return units_block(block);
    case category:
      return category_block(block);
    case datum:
      return datum_block(block);
    case parameter:
      return parameter_block(block);
    case computed:
      return computed_block(block);
    case rule:
      return rule_block(block);
    case ordering:
      return ordering_block(block);
    case example:
      return example_block(block);
    case table:
      return table_block(block);
    case group:
      return group_block(block);
    case check:
      return check_block(block);
    case amend:
      return amend_block(block);
    default:
      return;
  }
}

// ---- from clause to clause

bool BlockReader::begins_block(Place at, const Block& block) const {
  const auto known = reader_.keyword_at(at);
  if (!known || !has(kBlocks, known->keyword)) return false;
  if (known->keyword != category || (block.keyword != rule && block.keyword != ordering)) {
    return true;
  }
  // In a rule `categoria LEPS` is a clause; with a title behind the name it is a block.
  const Place name = reader_.after_blanks(known->end);
  const Place title = reader_.after_blanks(reader_.word_end_at(name));
  return title != reader_.end() && *title == '"';
}

std::optional<KeywordHere> BlockReader::clause_at(Place at, const Block& block) const {
  if (block.keyword == datum) {
    if (const auto end = reader_.local_words_end(at, part_of)) return KeywordHere{part_of, *end};
  }
  return reader_.keyword_at(at);
}

std::optional<BlockReader::Clause> BlockReader::next_clause(Block& block) {
  while (true) {
    checkpoint();
    const Place here = reader_.after_blanks(reader_.at());
    const bool cut_short =
        reader_.failure().at != nullptr && reader_.failure().at > here && !reader_.refused();
    if (here == reader_.end()) return std::nullopt;
    if (reader_.mistakes() >= kMaxMistakes) {
      if (reader_.mistakes() == kMaxMistakes) {
        reader_.report(Code::syntax_too_many_mistakes, reader_.span(here, here),
                       {std::to_string(kMaxMistakes)});
      }
      reader_.go_to(reader_.end());
      return std::nullopt;
    }
    const auto known = clause_at(here, block);
    if (known && begins_block(here, block)) return std::nullopt;
    if (known && has(block.clauses, known->keyword)) {
      reader_.go_to(known->end);
      block.latest = known->keyword;
      return Clause{known->keyword, here};
    }
    if (cut_short) {  // the clause before broke off within something optional
      give_up(block);
      continue;
    }
    const bool is_word = reader_.word_end_at(here) != here;
    if (block.listing && is_word && reader_.begins_entry(here)) return Clause{std::nullopt, here};
    if (!known && is_word) {
      std::vector<Keyword> among(block.clauses.begin(), block.clauses.end());
      among.insert(among.end(), kBlocks.begin(), kBlocks.end());
      if (const auto guess = guess_keyword(reader_, here, among)) {
        report_guess(reader_, here, *guess,
                     has(block.clauses, guess->keyword) ? clauses_of(block) : kNewBlock);
        reader_.go_to(guess->end);
        reader_.begin_clause();
        if (has(block.clauses, guess->keyword)) return Clause{guess->keyword, here};
        guessed_block_ = {guess->keyword, here};
        return std::nullopt;
      }
      if (block.listing) return Clause{std::nullopt, here};
    }
    wrong_at_clause(block, here);
  }
}

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

// ---- what clauses have in common

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

void BlockReader::text_clause(Block& block, const Clause& which, std::optional<ast::Quoted>& text) {
  const bool first = first_time(block, which);
  ast::Quoted read;
  const bool whole = clause(block, [&] {
    return *which.keyword == urn || *which.keyword == url
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

void BlockReader::missing(Block& block, const Text& what, const Text& hint) {
  if (block.damaged) return;
  const Place stop = reader_.word_end_at(block.begin);
  const std::string title = std::string(in_file(block.keyword)) + " " +
                            (block.keyword == example ? '"' + block.name + '"' : block.name);
  reader_.report(Code::syntax_missing, reader_.span(block.begin, stop), {title, what}).hint(hint);
}

void BlockReader::missing_in_force(Block& block) {
  missing(block, in_force,
          format({"scrivi da che giorno vale: {0} {1} 2025-01-01",
                  "write from which day it holds: {0} {1} 2025-01-01"},
                 {in_file(in_force), in_file(from)}));
}

void BlockReader::missing(Block& block, Keyword what, const Text& hint) {
  if (!block.seen.contains(what)) missing(block, syntax::quoted(in_file(what)), hint);
}

}  // namespace leps::inline syntax
