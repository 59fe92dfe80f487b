// Reads the lexemes that are copied as they stand: texts between quotes, and addresses.
#include "syntax/reader.hpp"

#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

// Quotes that word processors put in place of ", and what closes each.
struct CurlyQuote {
  std::string_view open, close;
};
constexpr std::array kCurlyQuotes = {
    CurlyQuote{"“", "”"}, CurlyQuote{"”", "”"},   CurlyQuote{"„", "“"}, CurlyQuote{"«", "»"},
    CurlyQuote{"‘", "’"}, CurlyQuote{"''", "''"}, CurlyQuote{"'", "'"}};

// What closes a text that a straight quote has opened: an apostrophe does not.
constexpr std::array kClosingQuotes = {CurlyQuote{"“", "”"}, CurlyQuote{"«", "»"}};

bool is_address(std::string_view written, bool is_urn) {
  const bool begins_well = is_urn
                               ? written.starts_with("urn:") && written.size() > 4
                               : written.starts_with("https://") || written.starts_with("http://");
  return begins_well && written.find('"') == std::string_view::npos;
}

}  // namespace

bool Reader::quoted(Place& at, ast::Quoted& text) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  if (here == end_ || *here != '"') return curly_quoted(at, here, text);

  const Place close = text_end(here, '"');
  const bool closed = close != end_ && *close == '"';
  if (closed_by_curly(at, here, closed ? close : before_blanks(close), text)) return true;
  if (!closed) {
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

// `(nome = "A”; ruolo = "B")`: where one straight quote is missing on the line, the curly one is
// it.
// `"Detto “così”` is only not closed: the curly quote belongs to one that opens inside.
bool Reader::closed_by_curly(Place& at, Place here, Place end, ast::Quoted& text) {
  const std::string_view line = between(here + 1, end);
  for (const CurlyQuote& quote : kClosingQuotes) {
    const std::size_t close = line.find(quote.close);
    if (close == std::string_view::npos || line.find(quote.open) < close) continue;
    if (std::count(here, text_end(here, '\n'), '"') % 2 == 0) return false;
    const std::string_view inside = line.substr(0, close);
    const Place stop = here + 1 + close + quote.close.size();
    Diagnostic& found = report(Code::syntax_typographic_quotes, span(here, stop),
                               {"\" " + std::string(quote.close)});
    found.hint(format({"finisce con {0}, che non è la virgoletta diritta: scrivi \"{1}\"",
                       "it ends with {0}, which is not the straight quote: write \"{1}\""},
                      {quote.close, inside}));
    mend_quotes(found, here, stop, 1, quote.close.size());
    text = {std::string(inside), span(here, stop)};
    at = stop;
    return true;
  }
  return false;
}

bool Reader::curly_quoted(Place& at, Place here, ast::Quoted& text) {
  for (const CurlyQuote& quote : kCurlyQuotes) {
    if (!between(here, end_).starts_with(quote.open)) continue;
    const std::string_view line = between(here, text_end(here, '\n'));
    const std::size_t close = line.find(quote.close, quote.open.size());
    if (close == std::string_view::npos) continue;
    const std::string_view inside = line.substr(quote.open.size(), close - quote.open.size());
    const Place stop = here + close + quote.close.size();
    Diagnostic& found = report(Code::syntax_typographic_quotes, span(here, stop),
                               {std::string(quote.open) + " " + std::string(quote.close)});
    found.hint(format({"scrivi \"{0}\"", "write \"{0}\""}, {inside}));
    mend_quotes(found, here, stop, quote.open.size(), quote.close.size());
    text = {std::string(inside), span(here, stop)};
    at = stop;
    return true;
  }
  return needs(here, {std::nullopt, &kQuoted});
}

// `‘l’ora’` may end at either mark: where others like it follow on the line, its author says.
void Reader::mend_quotes(Diagnostic& found, Place begin, Place end, std::size_t open,
                         std::size_t close) const {
  const std::string_view inside = written(begin + open, end - close);
  const std::string_view mark = written(end - close, end);
  const std::string_view rest = between(end, text_end(end - 1, '\n'));
  if (inside.find('"') != std::string_view::npos) return;
  const bool apostrophe = mark == "'" || mark == "’";
  const bool last = apostrophe ? rest.find('\'') == std::string_view::npos &&
                                     rest.find("’") == std::string_view::npos
                               : rest.find(mark) == std::string_view::npos ||
                                     rest.find(written(begin, begin + open)) < rest.find(mark);
  const Place next = after_blanks(end);
  const bool clause_next = next == end_ || !on_one_line(end, next) || keyword_at(next) ||
                           std::string_view(",;)").find(*next) != std::string_view::npos;
  mend(found, begin, end, '"' + std::string(inside) + '"',
       last && clause_next ? Readings::one : Readings::several);
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
  if (!is_address(written, is_urn)) {
    Diagnostic& found = refuse(Code::syntax_address_form, here, stop,
                               {syntax::quoted(written), is_urn ? "urn" : "url"});
    found.hint(is_urn ? Text("un urn si scrive senza virgolette e comincia con urn:, come "
                             "urn:nir:stato:legge:2000-11-08;328",
                             "a urn is written without quotes and begins with urn:, such as "
                             "urn:nir:stato:legge:2000-11-08;328")
                      : Text("un url si scrive senza virgolette e comincia con https://",
                             "a url is written without quotes and begins with https://"));
    const bool quoted = written.size() > 2 && written.front() == '"' && written.back() == '"';
    const std::string_view inside = quoted ? written.substr(1, written.size() - 2) : written;
    if (quoted && is_address(inside, is_urn)) {
      mend(found, here, stop, std::string(inside), Readings::one);
    }
    return false;
  }
  address = {std::string(written), span(here, stop)};
  at = stop;
  return true;
}

}  // namespace leps::inline syntax
