#include "syntax/mend_signs.hpp"

#include "syntax/everyday_words.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <string>

namespace leps::inline syntax {
namespace {

bool follows_digit(const Reader& reader, Place at) {
  return at != reader.begin() && is_digit(at[-1]);
}

bool is_last_on_line(const Reader& reader, Place at) {
  const Place next = reader.after_blanks(at);
  return next == reader.end() || !reader.on_one_line(at, next);
}

bool is_first_on_line(const Reader& reader, Place at) {
  const Place before = reader.before_blanks(at);
  return before == reader.begin() || !reader.on_one_line(before, at);
}

/// `a almeno b` ahead of a sign that would compare, too, and no `e` or `o` between.
bool is_compared_already(const Reader& reader, Place sign) {
  bool compared = false;
  for (Place at = reader.after_blanks(reader.clause_begin()); at < sign;) {
    const auto known = reader.keyword_at(at);
    const bool joins =
        known && (known->keyword == Keyword::logical_and || known->keyword == Keyword::logical_or);
    compared = !joins && (compared || (known && is_comparison(known->keyword)));
    at = reader.after_blanks(behind_lexeme(reader, at));
  }
  return compared;
}

void mend_equals(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  if (!reader.failure().wants(kOperator)) return;
  const bool compares = !reader.in_example() && !is_compared_already(reader, standing.begin) &&
                        begins_operand(reader, reader.after_blanks(standing.end));
  reader.mend(diagnostic, standing.begin, standing.end, in_words(reader, Keyword::equal_to),
              compares ? Readings::one : Readings::several);
}

void mend_comma(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  if (!reader.failure().wants(kOperator) || !reader.failure().wants(kSemicolon)) return;
  // `max(1, 5)` may be one number with a blank in it.
  const Place next = reader.after_blanks(standing.end);
  const bool of_number = follows_digit(reader, reader.before_blanks(standing.begin)) &&
                         next != reader.end() && is_digit(*next);
  reader.mend(diagnostic, standing.begin, standing.end, ";",
              of_number ? Readings::several : Readings::one);
}

/// `// why`, `# why`
void mend_comment(const Reader& reader, Place at, std::size_t length, Diagnostic& diagnostic) {
  const Place end = reader.before_blanks(reader.text_end(at, '\n'));
  const Place first = std::min(end, reader.after_blanks(at + length));
  const std::string_view text = reader.written(first, end);
  if (text.find("*/") != std::string_view::npos) return;
  // `a // b` is a division elsewhere; no language has a use for `#` between two blanks.
  const bool apart = at != reader.begin() && is_blank(at[-1]) && first > at + length;
  const bool comment = is_first_on_line(reader, at) || (*at == '#' && apart);
  reader.mend(diagnostic, at, end, "/* " + std::string(text) + " */",
              comment ? Readings::one : Readings::several);
}

}  // namespace

void mend_sign(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Place before = reader.before_blanks(standing.begin);
  const bool inside = reader.failure().open_parenthesis != nullptr || reader.in_example();
  switch (*standing.begin) {
    case '=':
      return mend_equals(reader, standing, diagnostic);
    case ',':
      return mend_comma(reader, standing, diagnostic);
    case '%':
      if (follows_digit(reader, before) && reader.on_one_line(before, standing.begin)) {
        reader.mend(diagnostic, before, standing.begin, "", Readings::one);
      }
      return;
    case ';':
      if (!inside && is_last_on_line(reader, standing.end)) {
        reader.mend(diagnostic, standing.begin, standing.end, "", Readings::one);
      }
      return;
    default:
      return;
  }
}

void mend_foreign_sign(const Reader& reader, const ForeignSign& sign, Place at,
                       Diagnostic& diagnostic) {
  const Place end = at + sign.sign.size();
  if (sign.sign == "//" || sign.sign == "#") {
    return mend_comment(reader, at, sign.sign.size(), diagnostic);
  }
  const bool operates =
      reader.failure().wants(kOperator) && begins_operand(reader, reader.after_blanks(end));
  if (sign.keyword) {
    const bool implies = sign.sign == "=>";  // some write so what follows from what
    reader.mend(diagnostic, at, end, in_words(reader, *sign.keyword),
                operates && !implies ? Readings::one : Readings::several);
  } else if (!sign.instead.empty()) {
    reader.mend(diagnostic, at, end, std::string(sign.instead),
                operates && !sign.may_be_else ? Readings::one : Readings::several);
  }
}

}  // namespace leps::inline syntax
