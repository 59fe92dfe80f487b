#include "syntax/reader.hpp"

#include "base/watch.hpp"
#include "syntax/block_clauses.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/numerals.hpp"
#include "syntax/parse.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {

Reader::Reader(SourceId source, std::string_view written, std::string_view text, Language language,
               ast::Program& program, DiagnosticBag& bag)
    : source_(source),
      written_(written),
      begin_(text.data()),
      end_(text.data() + text.size()),
      at_(begin_),
      language_(language),
      program_(program),
      bag_(bag) {}

// ---- where we are

Place Reader::after_blanks(Place at) const { return std::find_if_not(at, end_, is_blank); }

Place Reader::before_blanks(Place at) const {
  while (at != begin_ && is_blank(at[-1])) --at;
  return at;
}

Span Reader::span(Place begin, Place end) const {
  return {source_, static_cast<std::uint32_t>(begin - begin_),
          static_cast<std::uint32_t>(end - begin_)};
}

Place Reader::text_end(Place quote, char close) const {
  return std::find_if(quote + 1, end_, [close](char c) { return c == close || c == '\n'; });
}

bool Reader::on_one_line(Place begin, Place end) const {
  return std::find(begin, end, '\n') == end;
}

// ---- what stands at a place

std::optional<KeywordHere> Reader::keyword_at(Place at, Language language) const {
  // A place is asked for one keyword after the other: the answer is kept.
  Known& known = known_[language == Language::italian ? 0 : 1];
  if (known.at != at) known = {at, find_keyword(at, language)};
  return known.keyword;
}

std::optional<KeywordHere> Reader::find_keyword(Place at, Language language) const {
  constexpr int kMostWords = 3;                // as in `a unità intere`
  constexpr std::ptrdiff_t kLongestWord = 32;  // beyond any word of a keyword
  std::optional<KeywordHere> found;
  std::string words;
  for (int count = 0; count < kMostWords; ++count) {
    const Place stop = word_end(at, end_);
    if (stop == at || stop - at > kLongestWord) break;
    if (count > 0) words += ' ';
    words += between(at, stop);
    if (const auto known = leps::keyword(words, language)) found = {*known, stop};
    at = after_blanks(stop);
    if (at == stop) break;
  }
  return found;
}

std::optional<Place> Reader::local_words_end(Place at, Keyword words, Language language) const {
  std::string_view left = word(words, language);
  while (true) {
    const std::string_view next = left.substr(0, left.find_first_of(" '"));
    const Place stop = word_end(at, end_);
    if (between(at, stop) != next) return std::nullopt;
    if (next.size() == left.size()) return stop;
    if (left[next.size()] == '\'') {
      const auto behind = apostrophe_end(stop);
      if (!behind) return std::nullopt;
      at = *behind;
    } else {
      at = after_blanks(stop);
    }
    left.remove_prefix(next.size() + 1);
  }
}

std::optional<Place> Reader::apostrophe_end(Place at) const {
  for (const std::string_view mark : {"'", "\u2019"}) {
    if (between(at, end_).starts_with(mark)) return at + mark.size();
  }
  return std::nullopt;
}

bool Reader::begins_function(Place at) const {
  const Place stop = word_end(at, end_);
  const Place next = after_blanks(stop);
  return next != end_ && *next == '(' && function_word(between(at, stop), language_).has_value();
}

bool Reader::begins_entry(Place at) const {
  const Place stop = word_end(at, end_);
  if (stop == at) return false;
  if (stop != end_ && *stop == '.') return true;
  const Place next = after_blanks(stop);
  if (next == end_) return false;
  if (*next == '=') return next + 1 == end_ || next[1] != '=';
  return begins_outcome(at);
}

bool Reader::begins_outcome(Place at) const {
  Place stop = word_end(at, end_);
  if (stop == at) return false;
  if (stop != end_ && *stop == '.') stop = word_end(stop + 1, end_);
  const Place next = after_blanks(stop);
  const auto known = keyword_at(next);
  if (known && is_verdict(known->keyword)) return true;
  if (everyday_verdict(*this, next)) return true;
  const bool negated = known && known->keyword == Keyword::logical_not;
  const Place last = negated ? after_blanks(known->end) : next;
  return between(last, word_end(last, end_)) == word(Keyword::raised, language_);
}

bool Reader::stands_alone(Place at) const {
  const Place stop = word_end(at, end_);
  const Place next = after_blanks(stop);
  const auto known = next == end_ ? std::nullopt : keyword_at(next);
  const bool expects = known && known->keyword == Keyword::expect;  // `risultati attesi`
  return !on_one_line(before_blanks(at), at) && (expects || !on_one_line(stop, next));
}

// ---- lexemes

bool Reader::keyword(Place& at, Keyword keyword, const Text* what) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const auto known = keyword_at(here);
  if (!known || known->keyword != keyword) return needs(here, {keyword, what});
  at = known->end;
  return true;
}

bool Reader::one_of(Place& at, std::span<const Keyword> keywords, const Text& what,
                    Keyword& found) {
  for (const Keyword candidate : keywords) {
    if (!keyword(at, candidate, &what)) continue;
    found = candidate;
    return true;
  }
  return false;
}

bool Reader::local_word(Place& at, Keyword word, const Text* what) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const auto stop = local_words_end(here, word);
  if (!stop) return needs(here, {word, what});
  at = *stop;
  return true;
}

bool Reader::function_name(Place& at, FunctionWord& found) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const Place stop = word_end(here, end_);
  const Place next = after_blanks(stop);
  const std::string_view written = between(here, stop);
  if (stop == here || next == end_ || *next != '(')
    return needs(here, {std::nullopt, &kExpression});
  if (const auto known = function_word(written, language_)) {
    found = *known;
    at = stop;
    return true;
  }
  const Language foreign = other(language_);
  for (const Keyword candidate : function_words()) {
    if (word(candidate, foreign) != written) continue;
    const std::string meant(word(candidate, language_));
    mend(refuse(Code::syntax_other_language, here, stop, {written, meant, name_of(language_)}),
         here, stop, meant, readings_of_foreign_word());
    return false;
  }
  return needs(here, {std::nullopt, &kExpression});
}

bool Reader::sign(Place& at, char sign, const Text& what) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const bool other_sign = sign == '=' && here != end_ && end_ - here > 1 && here[1] == '=';
  if (here == end_ || *here != sign || other_sign) return needs(here, {std::nullopt, &what});
  at = here + 1;
  return true;
}

bool Reader::slash(Place& at) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const bool doubled = end_ - here > 1 && (here[1] == '/' || here[1] == '*');
  if (here == end_ || *here != '/' || doubled) return needs(here, {std::nullopt, &kOperator});
  const bool blank_before = here == begin_ || is_blank(here[-1]);
  const bool blank_after = here + 1 == end_ || is_blank(here[1]);
  if (blank_before != blank_after) {
    refuse(Code::syntax_one_sided_slash, here, here + 1)
        .hint({"per dividere lascia uno spazio ai due lati; in un'unità o in una frazione, nessuno",
               "to divide leave a space on both sides; in a unit or a fraction, none"});
    return false;
  }
  at = here + 1;
  return true;
}

// ---- expressions

bool Reader::enter(Place at) {
  if (refused_) return false;
  if (depth_ >= kMaxNesting) {
    refuse(Code::syntax_too_deep, at, at + 1, {std::to_string(kMaxNesting)})
        .hint({"dai un nome alle parti interne con 'calcolo'",
               "name the inner parts with 'computed'"});
    return false;
  }
  ++depth_;
  admit_nesting(static_cast<std::size_t>(depth_));
  return true;
}

bool Reader::count_operator(Place begin, Place end) {
  if (++operators_ <= kMaxOperators) return true;
  refuse(Code::syntax_too_many_operators, begin, end, {std::to_string(kMaxOperators)})
      .hint({"dividi l'espressione in più 'calcolo'", "split the expression with 'computed'"});
  return false;
}

bool Reader::count_row(Place begin, Place end, int times) {
  const bool too_many = ++rows_ > kMaxRows;
  row_times_ += times;  // no overflow: both are far from the largest int
  if (!too_many && row_times_ <= kMaxRowTimes) return true;
  const std::string most = std::to_string(too_many ? kMaxRows : kMaxRowTimes);
  refuse(Code::syntax_too_many_rows, begin, end,
         {Text(styled_numeral(most, Language::italian), styled_numeral(most, Language::english)),
          too_many ? Text("scritte", "written") : Text("in tutto", "in all")})
      .hint({"per provare una regola bastano poche righe", "a few rows are enough to try a rule"});
  return false;
}

Operand Reader::expression(ast::Node node, Span extent) {
  return {program_.exprs.add({std::move(node), extent}), extent};
}

bool Reader::is_name(const Operand& operand) const {
  return std::holds_alternative<ast::Name>(program_.exprs[operand.id].node);
}

Operand Reader::binary(const Operand& left, const Operator& op, const Operand& right) {
  const Span extent{source_, left.extent.begin, right.extent.end};
  return expression(ast::Binary{op.op, left.id, right.id, op.span}, extent);
}

// ---- what goes wrong

void Reader::begin_clause() {
  clause_begin_ = at_;
  failure_ = {};
  open_.clear();
  depth_ = 0;
  operators_ = 0;
  refused_ = false;
}

bool Reader::needs(Place at, Expectation expectation) {
  if (refused_ || (failure_.at != nullptr && at < failure_.at)) return false;
  if (failure_.at != at) failure_ = {at, {}, nullptr};
  failure_.open_parenthesis = open_.empty() ? nullptr : open_.back();
  failure_.expected.push_back(expectation);
  return false;
}

Diagnostic& Reader::remark(Code code, Span where, const std::vector<Text>& arguments) {
  if (!remarked_.insert({code, where}).second) return remarked_before_;
  return program_.remarks.report(code, where, arguments);
}

Diagnostic& Reader::report(Code code, Span where, const std::vector<Text>& arguments) {
  ++mistakes_;
  return bag_.report(code, where, arguments);
}

bool Reader::refuse_rest(Place end) {
  refused_ = true;
  failure_.at = end;
  return false;
}

Diagnostic& Reader::refuse(Code code, Place begin, Place end, const std::vector<Text>& arguments) {
  refused_ = true;
  failure_.at = end;  // what was refused has been read: recovery goes on behind it
  return report(code, span(begin, end), arguments);
}

}  // namespace leps::inline syntax
