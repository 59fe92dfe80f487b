#include "syntax/reader.hpp"

#include "base/watch.hpp"
#include "syntax/numerals.hpp"
#include "syntax/parse.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

constexpr std::array kVerdictWords = {
    Keyword::met,          Keyword::partial,        Keyword::unmet,
    Keyword::undetermined, Keyword::not_applicable, Keyword::not_in_force};

bool is_verdict(Keyword word) {
  return std::find(kVerdictWords.begin(), kVerdictWords.end(), word) != kVerdictWords.end();
}

// Quotes that word processors put in place of ", and what closes each.
struct CurlyQuote {
  std::string_view open, close;
};
constexpr std::array kCurlyQuotes = {CurlyQuote{"“", "”"}, CurlyQuote{"”", "”"},
                                     CurlyQuote{"„", "“"}, CurlyQuote{"«", "»"},
                                     CurlyQuote{"‘", "’"}, CurlyQuote{"'", "'"}};

}  // namespace

bool is_name(std::string_view text) {
  const Place end = text.data() + text.size();
  return !text.empty() && word_end(text.data(), end) == end && !has_combining_marks(text) &&
         !is_reserved(text) && text != "si";
}

Reader::Reader(SourceId source, std::string_view text, Language language, ast::Program& program,
               DiagnosticBag& bag)
    : source_(source),
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
    const std::string_view next = left.substr(0, left.find(' '));
    const Place stop = word_end(at, end_);
    if (between(at, stop) != next) return std::nullopt;
    if (next.size() == left.size()) return stop;
    left.remove_prefix(next.size() + 1);
    at = after_blanks(stop);
  }
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
  const auto known = keyword_at(next);
  if (known && is_verdict(known->keyword)) return true;
  const bool negated = known && known->keyword == Keyword::logical_not;
  const Place last = negated ? after_blanks(known->end) : next;
  return between(last, word_end(last, end_)) == word(Keyword::raised, language_);
}

bool Reader::stands_alone(Place at) const {
  const Place stop = word_end(at, end_);
  return !on_one_line(before_blanks(at), at) && !on_one_line(stop, after_blanks(stop));
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
  const Place stop = word_end(here, end_);
  if (between(here, stop) != leps::word(word, language_)) return needs(here, {word, what});
  at = stop;
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
  const Language other = language_ == Language::italian ? Language::english : Language::italian;
  for (const Keyword candidate : function_words()) {
    if (word(candidate, other) != written) continue;
    refuse(Code::syntax_other_language, here, stop,
           {written, word(candidate, language_), name_of(language_)});
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

bool Reader::any_name(Place& at, const Text& what, ast::Identifier& name, bool as_unit) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const Place stop = word_end(here, end_);
  if (stop == here) return needs(here, {std::nullopt, &what});
  const std::string_view written = between(here, stop);
  if (has_combining_marks(written)) return refuse_decomposed(here, stop);

  // A name is a keyword of neither language, so that a pack can be printed in the other one.
  const bool year_as_unit =
      as_unit && (leps::keyword(written, Language::italian) == Keyword::year ||
                  leps::keyword(written, Language::english) == Keyword::year);
  if (!year_as_unit && (is_reserved(written) || keyword_at(here))) {
    return needs(here, {std::nullopt, &what});
  }
  if (written == "si") {
    refuse(Code::syntax_missing_accent, here, stop,
           {written, word(Keyword::yes, Language::italian)})
        .hint({"per il valore vero scrivi 'sì'", "for the true value write 'sì' ('yes')"});
    return false;
  }
  name = {std::string(written), span(here, stop)};
  at = stop;
  return true;
}

bool Reader::name(Place& at, const Text& what, ast::Identifier& name) {
  return any_name(at, what, name, false);
}

bool Reader::unit_name(Place& at, const Text& what, ast::Identifier& name) {
  return any_name(at, what, name, true);
}

bool Reader::part_name(Place& at, const Text& what, ast::Identifier& name) {
  const Place here = after_blanks(at);
  const Place stop = word_end(here, end_);
  const Place next = after_blanks(stop);
  const bool in_path = here == at && stop != here && here[-1] == '.';
  const bool declared = next != end_ && (*next == ':' || *next == '"' || *next == '=');
  const bool plain = refused_ || stop == here || has_combining_marks(between(here, stop));
  if (plain || (!in_path && !declared)) return any_name(at, what, name, false);
  name = {std::string(between(here, stop)), span(here, stop)};
  at = stop;
  return true;
}

bool Reader::row_name(Place& at, ast::Identifier& name) {
  const Place here = after_blanks(at);
  const Place stop = word_end(here, end_);
  const auto next = keyword_at(after_blanks(stop));
  const bool declared = stop != here && next && next->keyword == Keyword::in;
  const bool plain = refused_ || stop == here || has_combining_marks(between(here, stop));
  if (plain || (!declared && !keyword_at(here))) return any_name(at, kRowName, name, false);
  if (!declared) return needs(after_blanks(stop), {Keyword::in});
  name = {std::string(between(here, stop)), span(here, stop)};
  at = stop;
  return true;
}

bool Reader::row_of_field(Place& at, ast::Identifier& name) {
  const Place here = after_blanks(at);
  const Place stop = word_end(here, end_);
  const bool dotted =
      stop != here && stop != end_ && *stop == '.' && word_end(stop + 1, end_) != stop + 1;
  if (refused_ || !dotted) return false;
  if (has_combining_marks(between(here, stop))) return refuse_decomposed(here, stop);
  name = {std::string(between(here, stop)), span(here, stop)};
  at = stop;
  return true;
}

bool Reader::package_name(Place& at, ast::Identifier& name) {
  if (!any_name(at, kPackageName, name, false)) return false;
  const Place begin = at - static_cast<std::ptrdiff_t>(name.text.size());
  while (at != end_ && *at == '.') {
    const Place stop = word_end(at + 1, end_);
    if (stop == at + 1) return needs(at + 1, {std::nullopt, &kPackageName});
    if (has_combining_marks(between(at + 1, stop))) return refuse_decomposed(at + 1, stop);
    at = stop;  // keywords too: `leps.esempio`
  }
  name = {std::string(between(begin, at)), span(begin, at)};
  return true;
}

bool Reader::quoted(Place& at, ast::Quoted& text) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  if (here == end_ || *here != '"') return curly_quoted(at, here, text);

  const Place close = text_end(here, '"');
  if (close == end_ || *close != '"') {
    const Place stop = before_blanks(close);
    report(Code::syntax_unclosed_text, span(here, stop))
        .hint({"chiudilo con \" prima della fine della riga",
               "close it with \" before the end of the line"});
    text = {std::string(between(here + 1, stop)), span(here, stop)};
    at = stop;
    return true;
  }
  text = {std::string(between(here + 1, close)), span(here, close + 1)};
  at = close + 1;
  return true;
}

bool Reader::curly_quoted(Place& at, Place here, ast::Quoted& text) {
  for (const CurlyQuote& quote : kCurlyQuotes) {
    if (!between(here, end_).starts_with(quote.open)) continue;
    const std::string_view line = between(here, text_end(here, '\n'));
    const std::size_t close = line.find(quote.close, quote.open.size());
    if (close == std::string_view::npos) continue;
    const std::string_view inside = line.substr(quote.open.size(), close - quote.open.size());
    const Place stop = here + close + quote.close.size();
    report(Code::syntax_typographic_quotes, span(here, stop),
           {std::string(quote.open) + " " + std::string(quote.close)})
        .hint(format({"scrivi \"{0}\"", "write \"{0}\""}, {inside}));
    text = {std::string(inside), span(here, stop)};
    at = stop;
    return true;
  }
  return needs(here, {std::nullopt, &kQuoted});
}

bool Reader::address(Place& at, Keyword kind, ast::Quoted& address) {
  if (refused_) return false;
  const bool is_urn = kind == Keyword::urn;
  const Place here = after_blanks(at);
  const Place stop = std::find_if(here, end_, is_blank);
  const std::string_view written = between(here, stop);
  if (written.find(':') == std::string_view::npos) {
    return needs(here, {std::nullopt, is_urn ? &kUrn : &kUrl});
  }
  const bool begins_well = is_urn
                               ? written.starts_with("urn:") && written.size() > 4
                               : written.starts_with("https://") || written.starts_with("http://");
  if (!begins_well || written.find('"') != std::string_view::npos) {
    refuse(Code::syntax_address_form, here, stop, {syntax::quoted(written), is_urn ? "urn" : "url"})
        .hint(is_urn ? Text("un urn si scrive senza virgolette e comincia con urn:, come "
                            "urn:nir:stato:legge:2000-11-08;328",
                            "a urn is written without quotes and begins with urn:, such as "
                            "urn:nir:stato:legge:2000-11-08;328")
                     : Text("un url si scrive senza virgolette e comincia con https://",
                            "a url is written without quotes and begins with https://"));
    return false;
  }
  address = {std::string(written), span(here, stop)};
  at = stop;
  return true;
}

bool Reader::unit(Place& at, const Text& what, ast::UnitText& unit) {
  const Place here = after_blanks(at);
  if (in_example_ && (begins_entry(here) || stands_alone(here))) {
    return needs(here, {std::nullopt, &what});
  }
  if (in_datum_ && local_words_end(here, Keyword::part_of)) {
    return needs(here, {std::nullopt, &what});
  }
  ast::Identifier symbol;
  if (!any_name(at, what, symbol, false)) return false;
  unit.factors.push_back({symbol, 1});
  // Only a tight slash before a letter belongs to the unit; any other one divides.
  while (end_ - at > 1 && *at == '/' && word_end(at + 1, end_) != at + 1) {
    Place after_slash = at + 1;
    if (!any_name(after_slash, kUnit, symbol, true)) return false;
    unit.factors.push_back({symbol, -1});
    at = after_slash;
  }
  unit.span = span(here, at);
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

Diagnostic& Reader::report(Code code, Span where, const std::vector<Text>& arguments) {
  ++mistakes_;
  return bag_.report(code, where, arguments);
}

Diagnostic& Reader::refuse(Code code, Place begin, Place end, const std::vector<Text>& arguments) {
  refused_ = true;
  failure_.at = end;  // what was refused has been read: recovery goes on behind it
  return report(code, span(begin, end), arguments);
}

bool Reader::refuse_decomposed(Place begin, Place end) {
  const std::string_view written = between(begin, end);
  refuse(Code::syntax_decomposed_accent, begin, end, {syntax::quoted(written)})
      .hint(
          format({"riscrivilo con la lettera accentata: '{0}'; si vede uguale, ma è un altro testo",
                  "write it again with the accented letter: '{0}'; it looks the same, but is "
                  "another text"},
                 {composed(written)}));
  return false;
}

}  // namespace leps::inline syntax
