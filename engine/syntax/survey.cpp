#include "syntax/survey.hpp"

#include "source/check_text.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace leps::inline syntax {
namespace {

constexpr std::size_t kMaxCommentMistakes = 100;  // of comments: a hostile file has millions

class Surveyor {
 public:
  Surveyor(SourceId source, std::string_view text, DiagnosticBag& bag)
      : source_(source), text_(text), bag_(bag) {}

  std::optional<Survey> run() {
    if (!is_text()) return std::nullopt;
    survey_.text = std::string(text_);
    if (text_.starts_with("\xEF\xBB\xBF")) blank(0, 3);
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    return std::move(survey_);
  }

 private:
  // Files are checked where they are loaded; texts may come from anywhere.
  bool is_text() {
    std::string copy(text_);
    const auto problem = check_text(copy);
    if (!problem) return true;
    const bool control = problem->kind == TextProblem::Kind::control_character;
    char number[16];
    std::snprintf(number, sizeof number, control ? "U+%04X" : "0x%02X",
                  static_cast<unsigned>(problem->value));
    bag_.report(control ? Code::text_control_character : Code::text_not_utf8,
                span(problem->offset, problem->offset + 1), {number})
        .hint({"salva il file in UTF-8 e riprova", "save the file as UTF-8 and try again"});
    return false;
  }

  std::size_t step(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.front() == '"') {
      const std::size_t close = text_.find_first_of("\"\n", at + 1);
      return close == std::string_view::npos ? text_.size() : close + 1;
    }
    if (rest.starts_with("/*")) return comment(at);
    if (rest.starts_with("*/")) {
      if (++mistakes_ <= kMaxCommentMistakes) {
        bag_.report(Code::syntax_stray_comment_end, span(at, at + 2))
            .hint({"il commento comincia con /*: forse manca, o è già stato chiuso prima",
                   "a comment begins with /*: it may be missing, or be closed already above"});
      }
      blank(at, at + 2);
      return at + 2;
    }
    for (const std::string_view space : {"\u00A0", "\u202F"}) {
      if (!rest.starts_with(space)) continue;
      blank(at, at + space.size());
      return at + space.size();
    }
    return at + 1;
  }

  std::size_t comment(std::size_t at) {
    const std::size_t close = text_.find("*/", at + 2);
    const std::size_t opener = text_.find("/*", at + 2);
    if (close == std::string_view::npos) {
      bag_.report(Code::syntax_unclosed_comment, span(at, at + 2))
          .hint({"aggiungi */ dove finisce il commento", "add */ where the comment ends"});
      blank(at, text_.size());
      return text_.size();
    }
    if (opener < close && ++mistakes_ <= kMaxCommentMistakes) {
      bag_.report(Code::syntax_nested_comment, span(opener, opener + 2))
          .label(span(at, at + 2), {"il commento comincia qui", "the comment begins here"})
          .hint({"chiudi il primo commento con */ prima di aprirne un altro",
                 "close the first comment with */ before you open another"});
    }
    std::string inside;
    std::copy_if(text_.begin() + static_cast<std::ptrdiff_t>(at + 2),
                 text_.begin() + static_cast<std::ptrdiff_t>(close), std::back_inserter(inside),
                 [](char c) { return c != '\r'; });
    survey_.comments.push_back({std::move(inside), span(at, close + 2)});
    blank(at, close + 2);
    return close + 2;
  }

  // Line ends stay: recovery looks at them.
  void blank(std::size_t begin, std::size_t end) {
    std::replace_if(
        survey_.text.begin() + static_cast<std::ptrdiff_t>(begin),
        survey_.text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; },
        ' ');
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  SourceId source_;
  std::string_view text_;
  DiagnosticBag& bag_;
  Survey survey_;
  std::size_t mistakes_ = 0;
};

}  // namespace

std::optional<Survey> survey(SourceId source, std::string_view text, DiagnosticBag& bag) {
  return Surveyor(source, text, bag).run();
}

}  // namespace leps::inline syntax
