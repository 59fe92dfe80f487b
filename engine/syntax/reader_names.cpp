// Reads the lexemes that are names: which words may be one depends on where they stand.
#include "syntax/reader.hpp"

#include "syntax/everyday_words.hpp"
#include "syntax/guess_keyword.hpp"
#include "syntax/operands.hpp"
#include "syntax/vocabulary.hpp"

namespace leps::inline syntax {

bool is_name(std::string_view text) {
  const Place end = text.data() + text.size();
  return !text.empty() && word_end(text.data(), end) == end && !has_combining_marks(text) &&
         !is_reserved(text) && text != "si";
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
  // `almeno 0 area sociale` ends at the 0.
  const bool area = &what == &kUnitName && local_words_end(here, Keyword::area);
  if (!year_as_unit && (is_reserved(written) || keyword_at(here) || area)) {
    return needs(here, {std::nullopt, &what});
  }
  if (written == "si") {
    const std::string yes(word(Keyword::yes, Language::italian));
    Diagnostic& found =
        refuse(Code::syntax_missing_accent, here, stop, {written, yes})
            .hint({"per il valore vero scrivi 'sì'", "for the true value write 'sì' ('yes')"});
    const Place before = before_blanks(here);
    const auto keyword = keyword_before(*this, here);
    const bool value = &what == &kExpression || (before != begin_ && before[-1] == '=') ||
                       (keyword && keyword->keyword == Keyword::is);
    if (language_ == Language::italian)
      mend(found, here, stop, yes, value ? Readings::one : Readings::several);
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

std::optional<Place> Reader::area_end(Place at, Area what) const {
  const auto word = local_words_end(at, Keyword::area);
  if (!word) return std::nullopt;
  const Place name = after_blanks(*word);
  const Place stop = word_end(name, end_);
  const Place behind = after_blanks(stop);
  const bool titled = behind != end_ && *behind == '"';
  const bool named = stop != name && !keyword_at(name);
  if (what == Area::declared) {
    const bool at_margin = at == begin_ || at[-1] == '\n';
    return titled && (named || (stop == name && at_margin)) ? word : std::nullopt;
  }
  return named && !titled ? word : std::nullopt;
}

bool Reader::unit(Place& at, const Text& what, ast::UnitText& unit) {
  const Place here = after_blanks(at);
  if (!in_example_ && area_end(here, Area::named)) return needs(here, {std::nullopt, &what});
  if (in_example_ && (begins_entry(here) || stands_alone(here))) {
    return needs(here, {std::nullopt, &what});
  }
  // Words of the language, wherever a unit could stand.
  for (const Keyword words :
       {Keyword::within, Keyword::since, Keyword::working_days, Keyword::working_day}) {
    if (local_words_end(here, words)) return needs(here, {std::nullopt, &what});
  }
  if (&what == &kUnit && among_end(here)) return needs(here, {std::nullopt, &what});
  if (in_datum_ && local_words_end(here, Keyword::part_of)) {
    return needs(here, {std::nullopt, &what});
  }
  if (!in_example_ && &what == &kUnit && no_unit_but_everyday_words(*this, here)) {
    return needs(here, {std::nullopt, &what});
  }
  // `si applica …` with its last word misspelt is no unit, nor a `sì` without its accent.
  if (&what == &kUnit && begun_clause(*this, here, all_keywords())) {
    return needs(here, {std::nullopt, &what});
  }
  if (&what == &kType && refuse_truth_type(here)) return false;
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

// `vero/falso`, `true/false`, `Sì/No`, where a type stands.
bool Reader::refuse_truth_type(Place begin) {
  const Place stop = word_end(begin, end_);
  if (stop == end_ || *stop != '/') return false;
  const Place end = word_end(stop + 1, end_);
  const std::string both = folded(between(begin, end));
  const std::string meant =
      std::string(word(Keyword::yes, language_)) + '/' + std::string(word(Keyword::no, language_));
  const bool capitals = both == folded(meant) && *begin >= 'A' && *begin <= 'Z';
  if (both != "vero/falso" && both != "true/false" && !capitals) return false;
  Diagnostic& found = refuse(Code::syntax_everyday_words, begin, end, {between(begin, end), meant});
  mend(found, begin, end, meant, capitals ? Readings::one : Readings::several);
  return true;
}

bool Reader::refuse_decomposed(Place begin, Place end) {
  const Text written = syntax::quoted(between(begin, end));
  hint_at_composed(refuse(Code::syntax_decomposed_accent, begin, end, {written}), begin, end);
  return false;
}

}  // namespace leps::inline syntax
