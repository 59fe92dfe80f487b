// `livello di x o frazione`.
#include "syntax/reader.hpp"

#include "syntax/everyday_words.hpp"
#include "syntax/vocabulary.hpp"

namespace leps::inline syntax {
namespace {

std::optional<Place> or_fraction_end(const Reader& reader, Place at) {
  const auto known = reader.keyword_at(at);
  if (!known || known->keyword != Keyword::logical_or) return std::nullopt;
  return reader.local_words_end(reader.after_blanks(known->end), Keyword::fraction);
}

}  // namespace

bool Reader::or_fraction(Place& at, Span& found) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const auto end = or_fraction_end(*this, here);
  if (!end) return false;
  found = span(here, *end);
  at = *end;
  return true;
}

bool Reader::misplaced_fraction(Place& at, const Text& form) {
  if (refused_) return false;
  const Place here = after_blanks(at);
  const auto end = or_fraction_end(*this, here);
  if (!end) return false;
  const std::string_view words = between(here, *end);
  report(Code::fraction_misplaced, span(here, *end), {words}).hint(to_write(format(form, {words})));
  at = *end;
  return true;
}

void Reader::with_fraction(Operand& whole, Span words) {
  std::get<ast::Binary>(program_.exprs[whole.id].node).or_fraction = words;
  program_.exprs[whole.id].span.end = words.end;
  whole.extent.end = words.end;
}

}  // namespace leps::inline syntax
