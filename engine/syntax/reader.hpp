// A file while it is being read: where we are, what the lexemes at a place are, and the furthest
// place at which something else was needed. The grammar asks it for every lexeme; when a clause
// cannot be read, the furthest failure is what its author wants to hear about.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/ast.hpp"
#include "syntax/characters.hpp"
#include "syntax/functions.hpp"
#include "syntax/keywords.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leps::inline syntax {

/// Something that could have stood at a place: a keyword, or what `what` says, or a keyword that is
/// named by what it is good for («un operatore»).
struct Expectation {
  std::optional<Keyword> keyword;
  const Text* what = nullptr;
};

/// The furthest place reached by a clause, and all that could have stood there.
struct Failure {
  Place at = nullptr;
  std::vector<Expectation> expected;
  Place open_parenthesis = nullptr;  // the innermost one not closed there

  [[nodiscard]] bool wants(const Text& what) const;
  [[nodiscard]] bool wants(Keyword keyword) const;
};

struct KeywordHere {
  Keyword keyword;
  Place end;
};

struct Operator {
  ast::BinaryOp op = ast::BinaryOp::add;
  Span span;
};

/// An expression with the text it takes up, parentheses included.
struct Operand {
  ast::ExprId id;
  Span extent;
};

/// The word of a term.
struct TermWord {
  bool of_day = true, of_length = true;  // what may follow
  Span span;
};
/// In what a term is counted, where that is no unit of the number before it.
struct TermUnitText {
  TermUnit unit = TermUnit::days;
  bool behind_days = false;  // `lavorativi`: the number before has its `giorni`
};

/// How many things a text that cannot be read may have been meant for.
enum class Readings { one, several };

/// True for a text that any_name() would read as one name, in a file of either language.
bool is_name(std::string_view text);

class Reader {
 public:
  /// @param written  the text as its author wrote it; it outlives the reader, as `text` does
  /// @param text     the surveyed text: comments are blanks
  Reader(SourceId source, std::string_view written, std::string_view text, Language language,
         ast::Program& program, DiagnosticBag& bag);

  // ---- where we are
  [[nodiscard]] Place at() const { return at_; }
  [[nodiscard]] Place begin() const { return begin_; }
  [[nodiscard]] Place end() const { return end_; }
  void go_to(Place place) { at_ = place; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] Place after_blanks(Place at) const;
  [[nodiscard]] Span span(Place begin, Place end) const;
  [[nodiscard]] bool on_one_line(Place begin, Place end) const;
  /// The end of the text that a quote begins: `close`, or the end of its line.
  [[nodiscard]] Place text_end(Place quote, char close) const;
  /// The last place before `at` that is not blank.
  [[nodiscard]] Place before_blanks(Place at) const;

  // ---- what stands at a place; nothing is recorded
  /// The longest keyword of `language` that begins at `at`, its words separated by blanks.
  [[nodiscard]] std::optional<KeywordHere> keyword_at(Place at, Language language) const;
  [[nodiscard]] std::optional<KeywordHere> keyword_at(Place at) const {
    return keyword_at(at, language_);
  }
  [[nodiscard]] Place word_end_at(Place at) const { return word_end(at, end_); }
  /// `area NAME "…"`, and `area NAME` behind another declaration.
  enum class Area { declared, named };
  /// Behind the word `area`, where it is one of the language: everywhere else it is a name.
  [[nodiscard]] std::optional<Place> area_end(Place at, Area what) const;
  /// Where words that are no keyword end, if they begin at `at`, separated by blanks: `parte di`.
  [[nodiscard]] std::optional<Place> local_words_end(Place at, Keyword words,
                                                     Language language) const;
  [[nodiscard]] std::optional<Place> local_words_end(Place at, Keyword words) const {
    return local_words_end(at, words, language_);
  }
  /// Where an apostrophe ends, straight or curly, if one stands at `at`.
  [[nodiscard]] std::optional<Place> apostrophe_end(Place at) const;
  /// True where a function stands before its parenthesis.
  [[nodiscard]] bool begins_function(Place at) const;
  /// True where `at` is a name followed by what is expected of it: `r.q soddisfatto`, `k segnala`.
  [[nodiscard]] bool begins_outcome(Place at) const;
  /// True where `at` is a name followed by something that only a value of an example has.
  [[nodiscard]] bool begins_entry(Place at) const;

  // ---- lexemes: each reads past blanks, moves `at` and answers true; or records what was needed
  bool keyword(Place& at, Keyword keyword, const Text* what = nullptr);
  bool one_of(Place& at, std::span<const Keyword> keywords, const Text& what, Keyword& found);
  /// A word that is a keyword only here: `data` behind a colon.
  bool local_word(Place& at, Keyword word, const Text* what = nullptr);
  /// A function before its parenthesis; one of the other language has its message.
  bool function_name(Place& at, FunctionWord& found);
  bool sign(Place& at, char sign, const Text& what);
  bool name(Place& at, const Text& what, ast::Identifier& name);
  bool unit_name(Place& at, const Text& what, ast::Identifier& name);
  /// Also a keyword, where nothing but a name can stand: `requisito quota: …`, `regola.quota`,
  /// `campo anno : numero`, `(anno = 5)`.
  bool part_name(Place& at, const Text& what, ast::Identifier& name);
  /// Also a keyword, before `in`: `per ogni o in operatori`.
  bool row_name(Place& at, ast::Identifier& name);
  /// Also a keyword, before the dot of a field: `o.ore`. Where there is none nothing was needed.
  bool row_of_field(Place& at, ast::Identifier& name);
  bool package_name(Place& at, ast::Identifier& name);
  bool quoted(Place& at, ast::Quoted& text);
  bool address(Place& at, Keyword kind, ast::Quoted& address);
  bool number(Place& at, ast::Number& number);
  /// `FTE`, `abitanti/FTE`: behind a number, or as a type.
  bool unit(Place& at, const Text& what, ast::UnitText& unit);
  bool day(Place& at, Day& day);
  /// `30 giorni dalla richiesta`: reported, and read as `da`.
  bool since_in_words(Place& at);
  /// True where the level behind a number with its unit is said otherwise than with `ogni`.
  bool refuse_level_in_words(Place at);
  bool year(Place& at, int& year, Span& span);
  /// True where a date begins, well written or not: `1 gennaio …`, `2021-1-…`.
  [[nodiscard]] bool begins_day(Place at) const;
  /// True where a day of the data's year begins: `31 marzo dell'anno`.
  [[nodiscard]] bool begins_year_day(Place at) const;
  bool year_day(Place& at, YearDay& day);
  /// `entro`; in English the word says whether a day follows or a length.
  bool term_word(Place& at, TermWord& found);
  /// `giorni lavorativi`, `mesi`; behind `30 giorni` only `lavorativi`. False where there is none,
  /// and nothing was needed.
  bool term_unit(Place& at, TermUnitText& found);
  /// `il`, `l'` before a day that is written: `entro il 31 marzo dell'anno`.
  void skip_article(Place& at) const;
  /// `tra`, `fra` behind an operand; false where neither stands, and nothing was needed.
  bool among_word(Place& at, Span& found);
  /// `fra` behind `almeno 2`.
  bool count_among_word(Place& at);
  /// Where `tra` or `fra` ends, if it stands at `at` and an operand behind it.
  [[nodiscard]] std::optional<Place> among_end(Place at) const;
  /// True before `almeno 2 fra a`.
  [[nodiscard]] bool begins_count_among(Place at) const;
  /// True where a list after `fra` certainly ends; a message else: `fra p, q o s`.
  bool list_ends(Place at);
  /// `o frazione`, behind what a level is taken of; false where it does not stand, and nothing was
  /// needed.
  bool or_fraction(Place& at, Span& found);
  /// Reads past `o frazione` where it does not belong, with a message that shows `form`, in which
  /// {0} are those words; false where it does not stand.
  bool misplaced_fraction(Place& at, const Text& form);
  /// The whole number behind `anni`.
  bool years(Place& at, int& years, Span& span);
  /// `24 volte`, before a row of an example.
  bool times(Place& at, int& times);
  bool slash(Place& at);

  // ---- expressions
  bool enter(Place at);  // one level deeper; false, with a message, beyond kMaxNesting
  void leave() { --depth_; }
  void open_parenthesis(Place at) { open_.push_back(at); }
  void close_parenthesis() { open_.pop_back(); }
  /// Counts an operator; false, with a message, beyond kMaxOperators.
  bool count_operator(Place begin, Place end);
  Operand expression(ast::Node node, Span extent);
  [[nodiscard]] bool is_name(const Operand& operand) const;
  Operand binary(const Operand& left, const Operator& op, const Operand& right);
  /// A term: its unit may stand behind the number as one of the pack's would.
  Operand term(const Operand& what, const TermWord& word, const Operand& first,
               const std::optional<TermUnitText>& unit, const std::optional<Operand>& from);
  /// `r di x` becomes `r di x o frazione`.
  void with_fraction(Operand& whole, Span words);
  /// @param listed  commas stand between the items; else there are two, the ends of `tra a e b`
  Operand among(const Operand& what, Span word, const std::vector<Operand>& items, bool listed);
  Operand count_among(const Operator& op, const Operand& number, const std::vector<Operand>& items);
  void in_parentheses(const Operand& operand) { program_.exprs[operand.id].in_parentheses = true; }

  // ---- what goes wrong
  /// Forgets the failure of the clause before.
  void begin_clause();
  /// Where the clause began that is being read, or was read last.
  [[nodiscard]] Place clause_begin() const { return clause_begin_; }
  [[nodiscard]] const Failure& failure() const { return failure_; }
  /// Records that `expectation` was needed at `at`. Always false, for `return needs(…)`.
  bool needs(Place at, Expectation expectation);
  /// True once the clause has its message: nothing more is read of it, nothing more said.
  [[nodiscard]] bool refused() const { return refused_; }
  Diagnostic& report(Code code, Span where, const std::vector<Text>& arguments = {});
  /// What is no mistake and yet worth a question: see ast::Program. Once for a place, however often
  /// the grammar comes by.
  Diagnostic& remark(Code code, Span where, const std::vector<Text>& arguments = {});
  /// Nothing more is read or said of the clause; recovery goes on at `end`. Always false.
  bool refuse_rest(Place end);
  /// Reports, and refuses the rest of the clause.
  Diagnostic& refuse(Code code, Place begin, Place end, const std::vector<Text>& arguments = {});

  // ---- how it is written
  /// Says what to write from `begin` to `end`, with a blank where it would touch a word. Nothing
  /// where a comment stands there: it would be lost.
  void mend(Diagnostic& found, Place begin, Place end, std::string text, Readings readings) const;
  /// Of a word whose accents are characters of their own: how it is written.
  void hint_at_composed(Diagnostic& found, Place begin, Place end) const;
  /// What its author wrote there, comments too.
  [[nodiscard]] std::string_view written(Place begin, Place end) const;
  /// How many things a word of the other language may be meant for: where most of the file is in
  /// that one, it is the file's first word that is wrong.
  [[nodiscard]] Readings readings_of_foreign_word() const;
  /// How many things a word behind a number may be, where no blank is between: `5k`, `1e3` are no
  /// units, `5posti` is five where the file speaks of `posti` elsewhere.
  [[nodiscard]] Readings readings_of_glued_word(std::string_view word) const;
  /// How often a word stands in the file by itself, in notes and comments too.
  [[nodiscard]] std::size_t times_written(std::string_view word) const;
  /// True where a word stands in the file as a name does: `la : numero`, `i.posti`, `per ogni i
  /// in`.
  [[nodiscard]] bool stands_as_name(std::string_view word) const;
  /// True where the file declares such a thing by that name: `elenco comuni`.
  [[nodiscard]] bool declares(Keyword block, std::string_view name) const;
  /// Where its type begins, if the file declares it with one: behind `dato servizi :`.
  [[nodiscard]] std::optional<Place> declared_type(Keyword block, std::string_view name) const;

  /// How many mistakes have been reported.
  [[nodiscard]] std::size_t mistakes() const { return mistakes_; }

  /// In a datum `parte di` begins a clause: `almeno 0 parte di x` has no unit called `parte`.
  void in_datum(bool inside) { in_datum_ = inside; }
  /// Examples list entries one after the other: there a name that begins one is not a unit.
  void in_example(bool inside) {
    in_example_ = inside;
    rows_ = row_times_ = 0;
  }
  [[nodiscard]] bool in_example() const { return in_example_; }
  /// Counts a row of an example; false, with a message, beyond kMaxRows and kMaxRowTimes.
  bool count_row(Place begin, Place end, int times);

 private:
  /// Calls `visit(begin, end)` wherever a word stands by itself.
  template <class Visit>
  void for_each_written(std::string_view word, const Visit& visit) const;
  /// True for a word alone on its line: in an example, a misspelt `attesi` and not a unit.
  [[nodiscard]] bool stands_alone(Place at) const;
  [[nodiscard]] std::optional<KeywordHere> find_keyword(Place at, Language language) const;
  void mend_quotes(Diagnostic& found, Place begin, Place end, std::size_t open,
                   std::size_t close) const;
  bool closed_by_curly(Place& at, Place here, Place end, ast::Quoted& text);
  bool curly_quoted(Place& at, Place here, ast::Quoted& text);
  bool any_name(Place& at, const Text& what, ast::Identifier& name, bool as_unit);
  bool numeral(Place& at, std::string& neutral);
  void doubt_thousands(const std::string& digits, Span where);
  [[nodiscard]] bool lacks_year(Place month_end) const;
  bool iso_day(Place& at, Place begin, Day& day);
  bool refuse_percent_in_words(Place begin, Place end);
  /// Of a day that is written in figures: shows it as it is written here.
  void refuse_figures(Place begin, Place end);
  bool refuse_truth_type(Place begin);
  bool refuse_decomposed(Place begin, Place end);
  void take_term_unit(ast::Number& number, const std::optional<TermUnitText>& unit,
                      TermUnit& found) const;

  SourceId source_;
  std::string_view written_;
  Place begin_, end_, at_;
  Language language_;
  ast::Program& program_;
  DiagnosticBag& bag_;
  Place clause_begin_ = nullptr;
  Failure failure_;
  std::vector<Place> open_;
  int depth_ = 0;
  int operators_ = 0;
  int rows_ = 0, row_times_ = 0;  // of the example
  std::size_t mistakes_ = 0;
  std::set<std::pair<Code, Span>> remarked_;
  Diagnostic remarked_before_{};
  bool refused_ = false;
  bool in_example_ = false;
  bool in_datum_ = false;
  struct Known {
    Place at = nullptr;
    std::optional<KeywordHere> keyword;
  };
  mutable std::map<std::string, bool, std::less<>> names_;  // which words stand as names
  mutable std::array<Known, 2> known_;  // the last place asked for, in each language
};

}  // namespace leps::inline syntax
