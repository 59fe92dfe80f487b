// Blocks, clause by clause: which clause comes next is decided here, what it says is read by the
// grammar. A clause that cannot be read gets one message; reading goes on at the next clause of
// the block, or at the next block.
#pragma once

#include "syntax/reader.hpp"

#include <map>
#include <span>

namespace leps::inline syntax {

class BlockReader {
 public:
  BlockReader(Reader& reader, ast::File& file);

  /// The whole file, from its first keyword.
  void read_file();

 private:
  struct Block {
    Keyword keyword;
    Place begin;                         // of its keyword
    Place end;                           // of the last clause that could be read
    std::span<const Keyword> clauses{};  // that may stand in it
    std::string name{};
    std::optional<Keyword> latest{};  // the clause that was begun last
    std::map<Keyword, Span> seen{};   // the clauses that may stand in it once
    bool damaged = false;        // something was skipped: what seems to be missing may be there
    bool listing = false;        // an example: names begin entries
    Place told_colon = nullptr;  // one that has its message, behind what is still to be read
    bool half_typed = false;     // something stands behind the type that nobody could read
  };
  /// A clause whose keyword has been read; an entry of an example has none.
  struct Clause {
    std::optional<Keyword> keyword;
    Place begin;
  };

  /// The requirements of a rule while their clauses are being read.
  struct Requirements {
    /// Kept only if its condition could be read.
    struct Reading {
      ast::Requirement requirement;
      Place begin;
      bool whole;
      Place guard = nullptr;  // where its `si applica se` begins
    };
    /// To which part of the rule the next clause belongs.
    enum class Inside { rule, requirement, lever };

    std::vector<Reading> all{};
    Inside inside = Inside::rule;
    bool in_lever = false;      // the last lever of the last requirement takes the next clause
    bool flat = false;          // clauses of requirements stand no deeper than those of the rule
    bool is_amendment = false;  // of one requirement: its clauses may follow those of the block
    std::map<Keyword, Span> of_rule{}, of_requirement{};  // what was seen of each
  };

  // the blocks, each from behind its keyword
  void read_block(Keyword keyword, Place begin);
  void package_block(Block& block);
  void source_block(Block& block);
  void units_block(Block& block);
  void category_block(Block& block);
  void area_block(Block& block);
  void datum_block(Block& block);
  void parameter_block(Block& block);
  void computed_block(Block& block);
  void rule_block(Block& block);
  void ordering_block(Block& block);
  void example_block(Block& block);
  void table_block(Block& block);
  void group_block(Block& block);
  void check_block(Block& block);
  void amend_block(Block& block);
  void parameter_amendment(Block& block);
  void requirement_amendment(Block& block);
  void rule_amendment(Block& block);
  /// Reports a requirement where the rule that is amended should be named; true where there is one.
  bool names_requirement(const std::string& rule);
  void end_clause(Block& block, const Clause& clause, std::optional<ast::EndText>& end);
  /// Keeps the end of a rule or of a requirement. What else its block says is reported.
  void keep_ending(Block& block, ast::Ending ending, std::optional<Span> new_text, bool whole);
  /// True where the text of an amended requirement stands, or should.
  [[nodiscard]] bool has_new_text(const Block& block) const;

  void area_clause(Block& block, const Clause& clause, std::optional<ast::Identifier>& area);
  void part_clause(Block& block, const Clause& clause, std::optional<ast::PartOf>& part);
  void precedence_clause(Block& block, const Clause& clause, std::vector<ast::Quoted>& precedence);
  /// The values of a parameter, from its first `dal`. True if there is one and all could be read.
  bool parameter_values(Block& block, std::vector<ast::ParameterValue>& values);
  void no_fraction(const Block& block);
  /// A clause of a field, as `almeno`.
  void field_clause(Block& block, const Clause& clause, ast::FieldDecl& field);

  // the clauses of requirements
  /// Reads the clause if it is one of a requirement or a lever; if not, leaves the requirement.
  bool requirement_clause(Block& block, Requirements& reading, const Clause& clause);
  void lever_clause(Block& block, Requirements& reading, const Clause& clause);
  void leave_requirement(Block& block, Requirements& reading);
  void enter(Block& block, Requirements& reading, Requirements::Inside next);
  void go_back_to_requirement(Block& block, Requirements& reading);
  void note_layout(Requirements& reading, Place clause) const;
  /// Each begins its line, and the first no further in than the other.
  [[nodiscard]] bool stands_no_deeper(Place clause, Place than) const;
  /// Asks whether a `si applica se` behind the last requirement is meant for the whole rule.
  void doubt_last_guard(const ast::RuleDecl& rule, const Requirements& reading);
  void close_spans(const Block& block, Requirements& reading);
  /// Those that could be read; of the others the names are remembered.
  std::vector<ast::Requirement> whole_ones(Requirements& reading);

  // an example's lists
  void given_entry(Block& block, std::vector<ast::Given>& givens);
  void other_facts(Block& block, const Clause& clause, ast::ExampleDecl& example);
  void survey_clause(Block& block, const Clause& clause, ast::ExampleDecl& example);
  /// Reports that no `attesi` stands before what is expected.
  void outcome_too_early(Block& block, Place at);
  void expected_entry(Block& block, ast::ExampleDecl& example);

  /// A keyword, or `area` where it declares one.
  [[nodiscard]] std::optional<KeywordHere> word_at(Place at) const;
  /// The keyword that stands there; in a `dato`, also `parte di`, which elsewhere is two words.
  [[nodiscard]] std::optional<KeywordHere> clause_at(Place at, const Block& block) const;
  /// The next clause of the block, past all that is none, with a message for it.
  std::optional<Clause> next_clause(Block& block);
  /// The clause, or the block, that was meant by words that begin none, with a message for them.
  std::optional<Clause> meant_clause(Block& block, Place at);
  [[nodiscard]] bool may_be_clause_of_list(Place at) const;
  bool without_keyword(Keyword missing, const Text& needed, Place at);
  /// True where a block begins whose word there is not, with a message; the block that was meant is
  /// read next, if there is one, else what stands in it is skipped.
  bool unknown_block(Block& block, Place at);
  [[nodiscard]] bool is_flat(const Block& block, Place before) const;
  [[nodiscard]] bool at_margin(Place at) const;
  /// Where a keyword ends, the colon included that some write behind it.
  [[nodiscard]] Place end_with_colon(Keyword keyword, Place end) const;
  /// The same, with a message for the colon.
  Place past_colon(Keyword keyword, Place begin, Place end);
  /// Reports `regola r soddisfatto`, where the name is enough, and goes on at it.
  bool kind_before_outcome(const Block& block, const KeywordHere& known, Place at);
  /// Reports a `fonte` that should be a clause of the block, and goes on behind it.
  bool source_for_clause(Block& block, const KeywordHere& known, Place at);
  bool block_for_clause(Block& block, const KeywordHere& known, Place at);
  [[nodiscard]] std::size_t column(Place at) const;
  void wrong_at_clause(Block& block, Place at);
  [[nodiscard]] std::optional<Text> instead_of_keyword(Keyword found, Place at) const;
  /// Where a clause is written, if it is one of any block.
  [[nodiscard]] std::optional<Text> blocks_with(Keyword clause) const;
  [[nodiscard]] std::string_view word_that_ends_at(Place end) const;
  /// True where what stands behind a name has a message of its own.
  bool behind_a_name(const Block& block, Place at);
  /// True where the words at `at` begin a block and not a clause of `block`.
  [[nodiscard]] bool begins_block(Place at, const Block& block) const;
  /// Reports why the clause could not be read and goes to where reading can go on.
  void give_up(Block& block);
  /// Remembers that what was read before `at` is not all that the author wrote.
  void stopped_at(Place at);
  /// @param open  in an example, how many brackets are open at `from`: what stands in them is no
  ///              entry
  void skip(Block& block, Place from, int open = 0);
  /// Of a block of which nothing can be read.
  void skip_to_unindented_block(Block& block);
  [[nodiscard]] bool may_go_on_at(Place at, const Block& block) const;

  /// Reads a clause; where it cannot be read, says so and goes on behind it.
  template <class Read>
  bool clause(Block& block, Read read) {
    if (!read()) {
      give_up(block);
      return false;
    }
    block.end = reader_.at();
    return true;
  }
  template <class Read>
  bool head(Block& block, Read read) {
    const bool whole = clause(block, read);
    block.damaged = !whole;
    if (!whole) lose_header(block);
    return whole;
  }
  /// Remembers the words of a header that could not be read, and the name that they may be
  /// together.
  void lose_header(const Block& block);
  /// True the first time; a second clause of the kind is reported with the place of the first.
  bool first_time(Block& block, const Clause& clause);
  void text_clause(Block& block, const Clause& clause, std::optional<ast::Quoted>& text);
  void note_clause(Block& block, std::vector<ast::Quoted>& notes);
  void whole_clause(Block& block, const Clause& clause, bool& whole);
  void expression_clause(Block& block, const Clause& clause, std::optional<ast::ExprId>& into);
  /// With how sure it is.
  void guarded_clause(Block& block, const Clause& clause, std::optional<ast::ExprId>& into,
                      std::optional<ast::ConfidenceText>& confidence);
  void in_force_clause(Block& block, const Clause& clause, ast::PeriodText& period,
                       std::optional<ast::ConfidenceText>& confidence);
  void bound_clause(Block& block, const Clause& clause, std::optional<ast::ExprId>& bound);
  void sources_clause(Block& block, const Clause& clause, std::vector<ast::Identifier>& sources);
  Diagnostic& misplaced(const Clause& clause, const Text& why);
  /// Reports that the block has no `what`, unless it may be in what was skipped.
  /// @param at  the part of the block that has none; else it is told of the block
  void missing(Block& block, const Text& what, const Text& hint, Place at = nullptr);
  void missing(Block& block, Keyword what, const Text& hint);
  void missing_in_force(Block& block);
  /// Remembers the name, or the kind, of a declaration that could not be read.
  void lost(Keyword kind, const std::string& name);
  /// Keeps a declaration, or, where it is not whole, the name that it would have declared.
  template <class Declaration>
  void keep(const Block& block, Declaration declaration, bool whole) {
    if (!whole) {
      lost(block.keyword, block.name);
      return;
    }
    declaration.span = reader_.span(block.begin, block.end);
    file_.declarations.emplace_back(std::move(declaration));
  }

  [[nodiscard]] std::string_view in_file(Keyword keyword) const;
  [[nodiscard]] Text clauses_of(const Block& block) const;
  [[nodiscard]] Text list_of_clauses(const Block& block) const;

  Reader& reader_;
  ast::File& file_;
  /// A block whose keyword was misspelt: read on as if it stood there.
  std::optional<std::pair<Keyword, Place>> guessed_block_;
  std::optional<Span> package_;
};

}  // namespace leps::inline syntax
