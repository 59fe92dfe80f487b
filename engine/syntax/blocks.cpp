#include "syntax/blocks.hpp"

#include "base/watch.hpp"
#include "syntax/block_clauses.hpp"
#include "syntax/guess_keyword.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/vocabulary.hpp"

namespace leps::inline syntax {
namespace {

using enum Keyword;

// A file with more is no pack, or begins with a mistake that all the others follow from.
constexpr std::size_t kMaxMistakes = 200;

}  // namespace

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
    const auto guess = known ? std::nullopt : guess_keyword(reader_, first, block_keywords());
    if (!guess || guess->keyword != package) {
      const Standing standing = standing_at(reader_, first);
      const std::string_view words = reader_.language() == Language::italian
                                         ? "pacchetto nome.del.pacchetto versione \"1\""
                                         : "package name.of.package version \"1\"";
      reader_.report(Code::syntax_no_package, reader_.span(standing.begin, standing.end))
          .hint(format({"la prima riga è {0}", "the first line is {0}"}, {words}));
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
    const auto block = word_at(begin);
    if (!block) return;
    reader_.go_to(past_colon(block->keyword, begin, block->end));
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
    case area:
      return area_block(block);
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

std::optional<KeywordHere> BlockReader::word_at(Place at) const {
  if (const auto end = reader_.area_end(at, Reader::Area::declared)) return KeywordHere{area, *end};
  return reader_.keyword_at(at);
}

bool BlockReader::begins_block(Place at, const Block& block) const {
  const auto known = word_at(at);
  if (!known || !has(block_keywords(), known->keyword)) return false;
  const bool has_categories =
      block.keyword == rule || block.keyword == ordering || block.keyword == amend;
  if (known->keyword != category || !has_categories) return true;
  // In a rule `categoria LEPS` is a clause; with a title behind the name it is a block.
  const Place name = reader_.after_blanks(known->end);
  const Place name_end = reader_.word_end_at(name);
  const Place title = reader_.after_blanks(name_end);
  return name_end != name && title != reader_.end() && *title == '"';
}

std::optional<KeywordHere> BlockReader::clause_at(Place at, const Block& block) const {
  if (block.keyword == datum) {
    if (const auto end = reader_.local_words_end(at, part_of)) return KeywordHere{part_of, *end};
  }
  if (block.keyword == amend && has(block.clauses, ends)) {
    if (const auto end = reader_.local_words_end(at, ends)) return KeywordHere{ends, *end};
  }
  if (has(block.clauses, area)) {
    if (const auto end = reader_.area_end(at, Reader::Area::named)) return KeywordHere{area, *end};
  }
  return word_at(at);
}

std::optional<BlockReader::Clause> BlockReader::next_clause(Block& block) {
  while (true) {
    checkpoint();
    const Place here = reader_.after_blanks(reader_.at());
    const bool cut_short =
        reader_.failure().at != nullptr && reader_.failure().at > here && !reader_.refused();
    if (here == reader_.end()) return std::nullopt;
    if (here == block.told_colon) {
      reader_.go_to(here + 1);
      reader_.begin_clause();
      continue;
    }
    if (reader_.mistakes() >= kMaxMistakes) {
      if (reader_.mistakes() == kMaxMistakes) {
        reader_.report(Code::syntax_too_many_mistakes, reader_.span(here, here),
                       {std::to_string(kMaxMistakes)});
      }
      reader_.go_to(reader_.end());
      return std::nullopt;
    }
    const auto known = clause_at(here, block);
    if (known &&
        (source_for_clause(block, *known, here) || block_for_clause(block, *known, here))) {
      continue;
    }
    if (known && kind_before_outcome(block, *known, here)) continue;
    if (known && begins_block(here, block)) return std::nullopt;
    if (known && has(block.clauses, known->keyword)) {
      reader_.go_to(past_colon(known->keyword, here, known->end));
      block.latest = known->keyword;
      return Clause{known->keyword, here};
    }
    if (cut_short) {  // the clause before broke off within something optional
      give_up(block);
      continue;
    }
    const bool is_word = reader_.word_end_at(here) != here;
    if (block.listing && is_word && reader_.begins_entry(here)) return Clause{std::nullopt, here};
    if (const auto meant = meant_clause(block, here)) {
      if (!meant->keyword || has(block.clauses, *meant->keyword)) return meant;
      guessed_block_ = {*meant->keyword, here};
      return std::nullopt;
    }
    const bool behind_unit = *here == '"';  // `almeno 3`, and `caso "e"` on the next line
    if (((is_word && !known) || behind_unit) && unknown_block(block, here)) {
      if (guessed_block_) return std::nullopt;
      continue;
    }
    if (block.listing && !known && is_word) return Clause{std::nullopt, here};
    wrong_at_clause(block, here);
  }
}

}  // namespace leps::inline syntax
