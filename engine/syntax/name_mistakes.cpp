#include "syntax/name_mistakes.hpp"

#include "base/unit.hpp"
#include "syntax/block_clauses.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/number_words.hpp"
#include "syntax/text_mistakes.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace leps::inline syntax {
namespace {

constexpr std::array kTypeKeywords = {Keyword::share,  Keyword::number,    Keyword::day,
                                      Keyword::period, Keyword::timetable, Keyword::text};
constexpr std::array kCriterionWords = {
    Keyword::category,      Keyword::causes_first, Keyword::relative_gap, Keyword::cost,
    Keyword::beneficiaries, Keyword::deadline,     Keyword::score};
Place word_begin(const Reader& reader, Place end) {
  Place begin = end;
  for (Place at = end; at > reader.begin() && !is_blank(at[-1]); --at) {
    if (reader.word_end_at(at - 1) == end) begin = at - 1;
  }
  return begin;
}

/// The word that ends just before `at`, on its line; empty where none does.
std::string_view text_before(const Reader& reader, Place at) {
  const Place end = reader.before_blanks(at);
  if (end == at || !reader.on_one_line(end, at)) return {};
  return between(word_begin(reader, end), end);
}

bool is_word_of_type(const Reader& reader, std::string_view written) {
  return std::any_of(kTypeKeywords.begin(), kTypeKeywords.end(),
                     [&](Keyword each) { return word(each, reader.language()) == written; });
}

// As a word of its own: `livello_mediatori` is none of `livello_mediatori_2`.
bool stands_in_file(const Reader& reader, const std::string& name) {
  const std::string_view text = between(reader.begin(), reader.end());
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const Place begin = text.data() + at, end = begin + name.size();
    if (word_begin(reader, end) == begin && reader.word_end_at(begin) == end) return true;
  }
  return false;
}

/// A word that the language has, alone or with others: `più`, `giorni`, `da`.
bool is_of_the_language(std::string_view written, Language language) {
  static const auto words = [] {
    std::array<std::set<std::string, std::less<>>, 2> all;
    for (const Language each : {Language::italian, Language::english}) {
      for (const std::string_view keyword : all_words(each)) {
        for (std::size_t at = 0; at < keyword.size();) {
          const std::size_t end = std::min(keyword.find(' ', at), keyword.size());
          all[each == Language::italian ? 0 : 1].insert(folded(keyword.substr(at, end - at)));
          at = end + 1;
        }
      }
    }
    return all;
  }();
  return words[language == Language::italian ? 0 : 1].contains(folded(written));
}

/// Whether a word may be half of a name: it says nothing by itself, here or elsewhere in the file.
bool may_be_half(const Reader& reader, std::string_view word) {
  return !is_of_the_language(word, reader.language()) &&
         !begins_everyday_words(word, reader.language()) && !is_built_in_unit(word) &&
         reader.times_written(word) < 2;
}

void hint_at_split(const Reader& reader, const SplitName& split, Diagnostic& diagnostic) {
  if (split.known || split.may_be_one) {
    reader.mend(diagnostic, split.begin, split.end, split.joined, Readings::several);
  }
  if (split.known) {
    diagnostic.hint(
        format({"forse volevi scrivere '{0}'", "you may have meant '{0}'"}, {split.joined}));
    return;
  }
  const Failure& failure = reader.failure();
  const bool new_name = failure.wants(kColon) || failure.wants(kQuoted);
  // Of a declaration; in `dato spesa FTE` only the colon is missing.
  const Place behind = reader.after_blanks(split.end);
  const bool typed = behind != reader.end() && *behind == ':';
  const bool heads =
      !failure.wants(kOperator) && (failure.wants(kColon) ? typed : failure.wants(kQuoted));
  if (!split.may_be_one && !heads) return;
  diagnostic.hint(
      new_name ? format({"un nome non ha spazi: scrivi '{0}'", "a name has no blanks: write '{0}'"},
                        {split.joined})
               : format({"se è un nome solo, non ha spazi: '{0}'",
                         "if it is one name, it has no blanks: '{0}'"},
                        {split.joined}));
}

/// `80% richieste`, `livello popolazione`: a share or a level is of something.
bool hint_at_missing_of(const Reader& reader, const Standing& standing, std::string_view before,
                        Diagnostic& diagnostic) {
  const Place end = reader.before_blanks(standing.begin);
  const std::string_view name = between(standing.begin, standing.end);
  const bool amount =
      reader.declares(Keyword::datum, name) || reader.declares(Keyword::computed, name);
  const bool share = end != reader.begin() && end[-1] == '%';
  const bool level = !before.empty() && reader.declares(Keyword::parameter, before);
  if (!amount || (!share && !level) || !reader.on_one_line(end, standing.begin)) return false;
  const std::string of(word(Keyword::of, reader.language()));
  diagnostic.hint(to_write(line_with(reader, standing.begin, standing.begin, of)));
  reader.mend(diagnostic, standing.begin, standing.begin, of + ' ', Readings::several);
  return true;
}

/// `tasso a65`: of a parameter that has a value for each word.
bool hint_at_lookup(const Reader& reader, const Standing& standing, std::string_view before,
                    Diagnostic& diagnostic) {
  const bool said_by_words = reader.declares(Keyword::by, between(standing.begin, standing.end));
  if (before.empty() || !said_by_words || !reader.declares(Keyword::parameter, before))
    return false;
  const std::string form =
      std::string(before) + '[' + std::string(between(standing.begin, standing.end)) + ']';
  diagnostic.hint(format({"il valore che ha per una parola si scrive {0}",
                          "the value that it has for a word is written {0}"},
                         {form}));
  reader.mend(diagnostic, before.data(), standing.end, form, Readings::several);
  return true;
}

/// `pronto_intervento attivo`, `delibera presente`, `gestione diretta`: what a datum is, said
/// without a comparison, by its type.
bool hint_at_word_of_datum(const Reader& reader, const Standing& standing, std::string_view before,
                           Diagnostic& diagnostic) {
  if (before.empty() || !reader.failure().wants(kOperator)) return false;
  const auto type = reader.declared_type(Keyword::datum, before);
  if (!type) return false;
  const auto in_file = [&](Keyword keyword) { return word(keyword, reader.language()); };
  const auto known = reader.keyword_at(*type);
  if (known && known->keyword == Keyword::yes) {
    diagnostic.hint(name_alone(before));
    reader.mend(diagnostic, reader.before_blanks(standing.begin), standing.end, "",
                Readings::several);
    return true;
  }
  const Place bracket = reader.after_blanks(standing.end);
  const std::string_view list_word = in_file(Keyword::in_list);
  if (bracket != reader.end() && (*bracket == '[' || *bracket == '{') &&
      (between(standing.begin, standing.end) == list_word ||
       between(standing.begin, standing.end) == in_file(Keyword::in_range))) {
    diagnostic.hint(format({"le parole stanno senza parentesi: {0} {1} a, b",
                            "the words stand without brackets: {0} {1} a, b"},
                           {before, list_word}));
    return true;
  }
  if (known && known->keyword == Keyword::one_of) {
    const std::string form = std::string(before) + ' ' + std::string(in_file(Keyword::equal_to)) +
                             ' ' + std::string(between(standing.begin, standing.end));
    diagnostic.hint(to_write(form));
    reader.mend(diagnostic, standing.begin, standing.begin,
                std::string(in_file(Keyword::equal_to)) + ' ', Readings::several);
    return true;
  }
  if (between(*type, reader.word_end_at(*type)) != in_file(Keyword::day)) return false;
  const Place next = reader.after_blanks(standing.end);
  if (reader.local_words_end(next, Keyword::within) ||
      reader.local_words_end(next, Keyword::no_later_than)) {
    show_in_line(reader, diagnostic, standing.begin, next, "");
    return true;
  }
  diagnostic.hint(format({"se c'è: {0} {1} {3}; se non c'è: {0} {2} {3}",
                          "if there is one: {0} {1} {3}; if there is none: {0} {2} {3}"},
                         {before, in_file(Keyword::different_from), in_file(Keyword::equal_to),
                          in_file(Keyword::never)}));
  return true;
}

void hint_at_word_behind(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const std::string_view before = text_before(reader, standing.begin);
  if (is_word_of_type(reader, before)) {
    diagnostic.hint(
        format({"il tipo è '{0}', senza altre parole; il titolo sta fra virgolette",
                "the type is '{0}', without other words; a title stands between quotes"},
               {before}));
    return;
  }
  if (is_article(before, reader.language()) && !reader.stands_as_name(before)) {
    diagnostic.hint(format({"gli articoli non si scrivono: {0}", "articles are not written: {0}"},
                           {line_with(reader, before.data(), standing.begin, "")}));
    reader.mend(diagnostic, before.data(), standing.begin, "", Readings::several);
    return;
  }
  const Place quote_end = reader.before_blanks(standing.begin);
  if (quote_end != reader.begin() && quote_end[-1] == '"' && quote_end != standing.begin) {
    Place open = quote_end - 1;
    while (open != reader.begin() && open[-1] != '"' && open[-1] != '\n') --open;
    if (is_digit(*open)) {
      diagnostic.hint(format(
          {"un numero sta senza virgolette: {0} {1}", "a number stands without quotes: {0} {1}"},
          {between(open, quote_end - 1), between(standing.begin, standing.end)}));
      return;
    }
  }
  if (before == "mila" || before == "milioni" || before == "thousand" || before == "million") {
    const bool italian = reader.language() == Language::italian;
    diagnostic.hint(format({"scrivi il numero in cifre: {0}", "write the number in figures: {0}"},
                           {before.starts_with("mila") || before == "thousand"
                                ? (italian ? "5.000" : "5,000")
                                : (italian ? "5.000.000" : "5,000,000")}));
    return;
  }
  if (standing.begin != reader.begin() && standing.begin[-1] == '"') {
    diagnostic.hint(
        {"le virgolette dentro un testo sono altre: «…»", "quotes within a text are others: «…»"});
    return;
  }
  if (hint_at_missing_of(reader, standing, before, diagnostic) ||
      hint_at_lookup(reader, standing, before, diagnostic) ||
      hint_at_word_of_datum(reader, standing, before, diagnostic)) {
    return;
  }
  if (const auto split = split_name_at(reader, standing)) hint_at_split(reader, *split, diagnostic);
}

void hint_at_hyphen(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Place stop = reader.word_end_at(standing.end);
  const std::string_view before = between(word_begin(reader, standing.begin), standing.begin);
  if (before.empty() || stop == standing.end || reader.failure().wants(kOperator)) return;
  const std::string name = as_name(between(before.data(), stop));
  diagnostic.hint(format({"un nome ha lettere, cifre e _: scrivi '{0}'",
                          "a name has letters, digits and _: write '{0}'"},
                         {name}));
  reader.mend(diagnostic, before.data(), stop, name, Readings::several);
}

void hint_at_amended(const Reader& reader, Diagnostic& diagnostic) {
  const auto in_file = [&](Keyword keyword) { return word(keyword, reader.language()); };
  diagnostic.hint(format({"si modificano solo i valori di un parametro ({0} {1} nome), i requisiti "
                          "({0} {2} regola.requisito: …) e le regole ({0} {3} nome)",
                          "only the values of a parameter ({0} {1} name), requirements ({0} {2} "
                          "rule.requirement: …) and rules ({0} {3} name) are amended"},
                         {in_file(Keyword::amend), in_file(Keyword::parameter),
                          in_file(Keyword::requirement), in_file(Keyword::rule)}));
}

/// `modifica requisito r cessa dal …`: a requirement was meant, or the whole rule.
bool hint_at_half_a_path(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const auto in_file = [&](Keyword keyword) { return word(keyword, reader.language()); };
  const std::string_view rule = text_before(reader, standing.begin);
  if (!reader.failure().wants(kDot) || rule.empty() ||
      text_before(reader, rule.data()) != in_file(Keyword::requirement)) {
    return false;
  }
  diagnostic.hint(format({"scrivi anche il requisito: {0}.requisito; se è tutta la regola scrivi "
                          "'{1} {2} {0}'",
                          "write the requirement too: {0}.requirement; if it is the whole rule "
                          "write '{1} {2} {0}'"},
                         {rule, in_file(Keyword::amend), in_file(Keyword::rule)}));
  return true;
}

void hint_at_keyword(const Reader& reader, Keyword found, Diagnostic& diagnostic) {
  const Failure& failure = reader.failure();
  const auto in_file = [&](Keyword keyword) { return word(keyword, reader.language()); };
  if (found == Keyword::whole && failure.wants(kType)) {
    diagnostic.hint(format({"'{0}' si aggiunge a un tipo: l'unità di ciò che si conta, o '{1}'",
                            "'{0}' is added to a type: the unit of what is counted, or '{1}'"},
                           {in_file(found), in_file(Keyword::number)}));
  } else if (is_verdict(found) && failure.wants(kExpression)) {
    diagnostic.hint(no_verdict_inside()).hint(instead_of_verdict(reader.language()));
  } else if (found == Keyword::in && failure.wants(kOperator)) {
    diagnostic.hint(
        format({"per un elenco di valori scrivi '{0}'", "for a list of values write '{0}'"},
               {in_file(Keyword::in_list)}));
  } else if (failure.wants(kQuoted) && (found == Keyword::of || found == Keyword::per)) {
    // `numero di FTE`, `FTE ogni 5.000 abitanti`
    diagnostic.hint({"il tipo è solo l'unità: FTE, o FTE/abitanti di un livello",
                     "the type is the unit alone: FTE, or FTE/residents of a level"});
  } else if (found == Keyword::year && failure.wants(kUnit)) {
    diagnostic.hint(no_single_length());
  } else if (failure.wants(Keyword::parameter) && failure.wants(Keyword::requirement)) {
    hint_at_amended(reader, diagnostic);
  }
}

/// `versione 1`, `pacchetto "p"`, `estende p` without its version.
bool hint_at_package(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Failure& failure = reader.failure();
  const auto in_file = [&](Keyword keyword) { return word(keyword, reader.language()); };
  const bool version = text_before(reader, standing.begin) == in_file(Keyword::version);
  const auto inside = inside_quotes(standing);
  if (inside && failure.wants(kPackageName)) {
    const std::string name = as_name(*inside);
    diagnostic.hint(format({"il nome di un pacchetto si scrive senza virgolette: {0}",
                            "the name of a package is written without quotes: {0}"},
                           {name}));
    reader.mend(diagnostic, standing.begin, standing.end, name, Readings::several);
  } else if (standing.kind == Standing::Kind::number && version && failure.wants(kQuoted)) {
    const Place end = std::find_if(standing.begin, reader.end(), is_blank);
    const std::string quoted = '"' + std::string(between(standing.begin, end)) + '"';
    diagnostic.hint(format(
        {"la versione sta fra virgolette: {0} {1}", "the version stands between quotes: {0} {1}"},
        {in_file(Keyword::version), quoted}));
    reader.mend(diagnostic, standing.begin, end, quoted, Readings::one);
  } else if (failure.wants(Keyword::version)) {
    diagnostic.hint(format({"dopo il nome scrivi la versione: {0} \"1\"",
                            "behind the name write the version: {0} \"1\""},
                           {in_file(Keyword::version)}));
  } else {
    return false;
  }
  return true;
}

void hint_at_criterion(const Reader& reader, Diagnostic& diagnostic) {
  std::string all;
  for (const Keyword each : kCriterionWords) {
    all += (all.empty() ? "" : ", ") + std::string(word(each, reader.language()));
  }
  diagnostic.hint(format({"i criteri sono: {0}", "the criteria are: {0}"}, {all}));
}

}  // namespace

std::optional<SplitName> split_name_at(const Reader& reader, const Standing& standing) {
  const std::string_view first = text_before(reader, standing.begin);
  if (standing.kind != Standing::Kind::word || reader.keyword_at(standing.begin)) return {};
  if (first.empty() || !is_name(first) || is_word_of_type(reader, first)) return {};
  SplitName split{first.data(), standing.end, std::string(first), std::string(first), false};
  const Place before = reader.before_blanks(split.begin);
  const bool behind_number = before != reader.begin() && is_digit(before[-1]);
  split.may_be_one = !behind_number && may_be_half(reader, first);
  Place at = standing.begin;
  while (true) {
    const Place stop = reader.word_end_at(at);
    if (stop == at || reader.keyword_at(at)) break;
    split.joined += "_" + std::string(between(at, stop));
    split.may_be_one = split.may_be_one && may_be_half(reader, between(at, stop));
    split.end = stop;
    split.known = stands_in_file(reader, split.joined);
    const Place next = reader.after_blanks(stop);
    if (split.known || next == stop || !reader.on_one_line(stop, next)) break;
    at = next;
  }
  return split;
}

void hint_at_name(const Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Failure& failure = reader.failure();
  if (failure.wants(kCriterion)) return hint_at_criterion(reader, diagnostic);
  if (hint_at_package(reader, standing, diagnostic)) return;
  switch (standing.kind) {
    case Standing::Kind::word:
      if (hint_at_half_a_path(reader, standing, diagnostic)) return;
      if (hint_at_title(reader, standing, text_before(reader, standing.begin), diagnostic)) return;
      if (const auto known = reader.keyword_at(standing.begin)) {
        return hint_at_keyword(reader, known->keyword, diagnostic);
      }
      return hint_at_word_behind(reader, standing, diagnostic);
    case Standing::Kind::text:
      if (hint_at_half_a_path(reader, standing, diagnostic)) return;
      hint_at_text(reader, standing, diagnostic);
      return;
    case Standing::Kind::sign:
      if (*standing.begin == '-') return hint_at_hyphen(reader, standing, diagnostic);
      if (*standing.begin == ':' && wants_new_name(failure)) {
        const std::string name = reader.language() == Language::italian ? "nome" : "name";
        diagnostic.hint(
            format({"prima dei due punti sta un nome: {0}", "a name stands before the colon: {0}"},
                   {line_with(reader, standing.begin, standing.end, ' ' + name + ':')}));
        return;
      }
      if (*standing.begin == ':' && failure.wants(kDot)) {
        diagnostic.hint(
            format({"scrivi anche la sua regola: regola.{0}", "write its rule too: rule.{0}"},
                   {between(word_begin(reader, standing.begin), standing.begin)}));
      }
      return;
    case Standing::Kind::number:
      if (wants_new_name(failure)) {
        diagnostic.hint(
            format({"un nome comincia con una lettera: n{0}", "a name begins with a letter: n{0}"},
                   {between(standing.begin, standing.end)}));
      }
      return;
    case Standing::Kind::end:
      return;
  }
}

void refuse_list_without_keyword(Reader& reader, Place begin, Place end) {
  const auto separator = [&](Place at) -> Place {  // its end, or `at`
    if (at == reader.end()) return at;
    if (*at == ',') return at + 1;
    const auto known = reader.keyword_at(at);
    return known && known->keyword == Keyword::logical_or ? known->end : at;
  };
  std::string words(between(begin, end));
  Place last = end;
  while (true) {
    const Place joint = reader.after_blanks(last);
    const Place behind = separator(joint);
    const Place next = reader.after_blanks(behind);
    const Place stop = reader.word_end_at(next);
    if (behind == joint || stop == next || reader.keyword_at(next)) break;
    words += ", " + std::string(between(next, stop));
    last = stop;
  }
  if (last == end) return;
  words.insert(0, std::string(word(Keyword::one_of, reader.language())) + ' ');
  Diagnostic& found = reader.refuse(Code::syntax_unexpected, begin, last,
                                    {syntax::quoted(between(begin, last)), kType});
  found.hint(format({"scrivi '{0}'", "write '{0}'"}, {words}));
  reader.mend(found, begin, last, words, Readings::several);
}

Text no_single_length() {
  return {
      "mesi e anni non hanno una lunghezza sola: conta in giorni (365 giorni) o in settimane; un "
      "termine in mesi: 'entro 12 mesi da …'",
      "months and years have no single length: count in days (365 days) or in weeks; a term in "
      "months: 'within 12 months from …'"};
}

Text no_verdict_inside() {
  return {"il verdetto di una regola non si può usare in un'espressione",
          "the verdict of a rule cannot be used in an expression"};
}

Text instead_of_verdict(Language language) {
  return format({"ripeti la sua condizione, o mettila in un '{0}' che usano tutte e due",
                 "repeat its condition, or put it into a '{0}' that both use"},
                {word(Keyword::computed, language)});
}

}  // namespace leps::inline syntax
