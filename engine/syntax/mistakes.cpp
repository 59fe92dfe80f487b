#include "syntax/mistakes.hpp"

#include "base/nearest.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

namespace leps::inline syntax {
namespace {

Language other(Language language) {
  return language == Language::italian ? Language::english : Language::italian;
}

// ---- signs

/// A sign of other languages, and the keyword or the words that say it in this one.
struct ForeignSign {
  std::string_view sign;
  std::optional<Keyword> keyword;
  const char* italian = nullptr;
  const char* english = nullptr;
};

constexpr const char* kNoBraces = "i blocchi non hanno parentesi: cominciano e finiscono da soli";
constexpr const char* kNoBracesEn = "blocks have no braces: they begin and end by themselves";
constexpr const char* kAccent = "gli accenti si scrivono sulle lettere: è, à, ù";
constexpr const char* kAccentEn = "accents are written on their letters: è, à, ù";
constexpr const char* kComment = "i commenti si scrivono /* così */";
constexpr const char* kCommentEn = "comments are written /* like this */";

// The longer first, where one begins with another.
constexpr ForeignSign kForeignSigns[] = {
    {">=", Keyword::at_least},
    {"=>", Keyword::at_least},
    {"<=", Keyword::at_most},
    {"=<", Keyword::at_most},
    {"<>", Keyword::different_from},
    {"!=", Keyword::different_from},
    {"==", Keyword::equal_to},
    {"≥", Keyword::at_least},
    {"≤", Keyword::at_most},
    {"≠", Keyword::different_from},
    {">", Keyword::more_than},
    {"<", Keyword::less_than},
    {"&&", Keyword::logical_and},
    {"&", Keyword::logical_and},
    {"||", Keyword::logical_or},
    {"|", Keyword::logical_or},
    {"!", Keyword::logical_not},
    {"{", std::nullopt, kNoBraces, kNoBracesEn},
    {"}", std::nullopt, kNoBraces, kNoBracesEn},
    {"//", std::nullopt, kComment, kCommentEn},
    {"#", std::nullopt, kComment, kCommentEn},
    {"**", std::nullopt, "scrivi x * x", "write x * x"},
    {"^", std::nullopt, "scrivi x * x", "write x * x"},
    {"×", std::nullopt, "per moltiplicare scrivi *", "to multiply write *"},
    {"·", std::nullopt, "per moltiplicare scrivi *", "to multiply write *"},
    {"÷", std::nullopt, "per dividere scrivi /", "to divide write /"},
    {"−", std::nullopt, "il meno si scrive -", "minus is written -"},
    {"–", std::nullopt, "il meno si scrive -", "minus is written -"},
    {"—", std::nullopt, "il meno si scrive -", "minus is written -"},
    {"€", std::nullopt, "scrivi l'unità dopo il numero: 100 euro",
     "write the unit behind the number: 100 euro"},
    {"'", std::nullopt, kAccent, kAccentEn},
    {"’", std::nullopt, kAccent, kAccentEn},
    {"`", std::nullopt, kAccent, kAccentEn},
    {"“", std::nullopt, "i testi vanno tra virgolette diritte: \"…\"",
     "texts stand between straight quotes: \"…\""},
    {"”", std::nullopt, "i testi vanno tra virgolette diritte: \"…\"",
     "texts stand between straight quotes: \"…\""},
};

const ForeignSign* foreign_sign_at(const Reader& reader, Place at) {
  const std::string_view rest = between(at, reader.end());
  for (const ForeignSign& foreign : kForeignSigns) {
    if (rest.starts_with(foreign.sign)) return &foreign;
  }
  return nullptr;
}

bool belongs_to_the_language(char c) {
  return std::string_view("+-*/()[];:,.=?\"%").find(c) != std::string_view::npos;
}

bool expects(const Failure& failure, const Text& what) {
  return std::any_of(failure.expected.begin(), failure.expected.end(),
                     [&](const Expectation& expectation) { return expectation.what == &what; });
}

bool expects(const Failure& failure, Keyword keyword) {
  return std::any_of(
      failure.expected.begin(), failure.expected.end(),
      [&](const Expectation& expectation) { return expectation.keyword == keyword; });
}

// As `nearest`, whatever the accents and the capitals. Words of one or two letters have too many
// neighbours: they are found only where they differ in nothing else.
std::optional<Keyword> nearest_keyword(std::string_view words, std::span<const Keyword> among,
                                       Language language) {
  constexpr std::size_t kShortest = 3;
  const std::string meant = folded(composed(words));
  std::vector<std::string> candidates;
  for (const Keyword candidate : among) {
    candidates.push_back(folded(word(candidate, language)));
    if (candidates.back() == meant) return candidate;
  }
  if (meant.size() < kShortest) return std::nullopt;
  const auto found = nearest(meant, candidates);
  if (!found) return std::nullopt;
  const auto at = std::find(candidates.begin(), candidates.end(), *found) - candidates.begin();
  return among[static_cast<std::size_t>(at)];
}

/// Before the parenthesis stands what is no function.
void hint_at_function(Reader& reader, Place parenthesis, Diagnostic& diagnostic) {
  const Place end = reader.before_blanks(parenthesis);
  Place begin = end;
  for (Place at = end; at > reader.begin() && !is_blank(at[-1]); --at) {
    if (reader.word_end_at(at - 1) == end) begin = at - 1;
  }
  if (const auto meant =
          nearest_keyword(between(begin, end), function_words(), reader.language())) {
    diagnostic.hint(format({"forse volevi scrivere '{0}'", "you may have meant '{0}'"},
                           {word(*meant, reader.language())}));
    return;
  }
  std::string all;
  std::set<std::string_view> listed;  // `min` is two functions, of one name in English
  for (const Keyword function : function_words()) {
    const std::string_view name = word(function, reader.language());
    if (!listed.insert(name).second) continue;
    all += (all.empty() ? "" : ", ") + std::string(name);
  }
  diagnostic.hint(format({"davanti a una parentesi può stare solo il nome di una funzione: {0}",
                          "only the name of a function can stand before a parenthesis: {0}"},
                         {all}));
}

void hint_at_sign(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  if (const ForeignSign* foreign = foreign_sign_at(reader, standing.begin)) {
    if (foreign->keyword) {
      diagnostic.hint(
          format({"scrivi '{0}'", "write '{0}'"}, {word(*foreign->keyword, reader.language())}));
    } else {
      diagnostic.hint({foreign->italian, foreign->english});
    }
    return;
  }
  if (*standing.begin == '=' && expects(reader.failure(), kOperator)) {
    diagnostic.hint(format({"per confrontare scrivi '{0}'", "to compare write '{0}'"},
                           {word(Keyword::equal_to, reader.language())}));
  }
  if (*standing.begin == ';' && expects(reader.failure(), Keyword::for_every)) {
    diagnostic.hint(format(
        {"sulle righe di un elenco si scrive … {0} r {1} elenco; tra più valori scelgono "
         "{2}(a; b) e {3}(a; b)",
         "over the rows of a table write … {0} r {1} table; among values {2}(a; b) and "
         "{3}(a; b) choose"},
        {word(Keyword::for_every, reader.language()), word(Keyword::in, reader.language()),
         word(Keyword::minimum, reader.language()), word(Keyword::maximum, reader.language())}));
  } else if (*standing.begin == ';') {
    diagnostic.hint(
        {"il punto e virgola separa gli argomenti di una funzione e i valori di un "
         "esempio: altrove non serve",
         "a semicolon separates the arguments of a function and the values of an "
         "example: elsewhere none is needed"});
  }
  if (*standing.begin == '(' && expects(reader.failure(), kOperator)) {
    hint_at_function(reader, standing.begin, diagnostic);
  }
  const bool none_open = reader.failure().open_parenthesis == nullptr;
  if (*standing.begin == ')' && expects(reader.failure(), kOperator) && none_open) {
    diagnostic.hint(
        {"non c'è nessuna parentesi aperta da chiudere", "there is no open parenthesis to close"});
  }
  if (*standing.begin == '.') {
    diagnostic.hint({"il campo di una riga si scrive senza spazi: riga.campo",
                     "the field of a row is written without blanks: row.field"});
  }
  if (*standing.begin == '%') {
    diagnostic.hint({"scrivi 90%, senza spazio", "write 90%, without a space"});
  }
}

// ---- words

std::size_t count_words(std::string_view words) {
  return 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

std::string without_blanks(std::string_view words) {
  std::string joined = folded(composed(words));
  std::erase(joined, ' ');
  return joined;
}

/// Up to three words from `at`, each prefix with its end; on one line.
struct Prefix {
  std::string words;
  Place end;
};
std::vector<Prefix> prefixes_at(const Reader& reader, Place at) {
  constexpr std::ptrdiff_t kLongestWord = 64;  // beyond it nobody misspelt a keyword
  std::vector<Prefix> prefixes;
  std::string words;
  for (int count = 0; count < 3; ++count) {
    Place stop = reader.word_end_at(at);
    if (stop == at || stop - at > kLongestWord) break;
    if (count > 0) words += ' ';
    words += between(at, stop);
    // unita' for unità: the apostrophe is part of the mistake
    if (stop != reader.end() && (*stop == '\'' || *stop == '`')) ++stop;
    if (between(stop, reader.end()).starts_with("’")) stop += std::string_view("’").size();
    prefixes.push_back({words, stop});
    const Place next = reader.after_blanks(stop);
    if (next == stop || !reader.on_one_line(stop, next)) break;
    at = next;
  }
  return prefixes;
}

bool has_accent(std::string_view words) { return folded(words).size() != words.size(); }

std::string without_apostrophes(std::string_view words) {
  std::string plain(words);
  for (const std::string_view apostrophe : {"'", "`", "’"}) {
    for (auto at = plain.find(apostrophe); at != std::string::npos; at = plain.find(apostrophe)) {
      plain.erase(at, apostrophe.size());
    }
  }
  return folded(plain);
}

std::vector<Text> expected_texts(const Reader& reader, std::span<const Text> more) {
  const Failure& failure = reader.failure();
  std::vector<Text> texts;
  const auto add = [&](Text text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
      texts.push_back(std::move(text));
    }
  };
  const bool expression = expects(failure, kExpression);
  for (const Expectation& expectation : failure.expected) {
    // An expression may begin with a number or a parenthesis: saying so again helps nobody.
    const Text* what = expectation.what;
    if (expression && (what == &kNumber || what == &kOpen || what == &kQuoted)) continue;
    if (expectation.what != nullptr) {
      add(*expectation.what);
    } else {
      add(syntax::quoted(word(*expectation.keyword, reader.language())));
    }
  }
  for (const Text& text : more) add(text);
  return texts;
}

/// The expected keyword of which only the first words are there: `più` for `più di`.
std::optional<Keyword> begun_keyword(const Reader& reader, const Standing& standing,
                                     std::span<const Keyword> among) {
  const std::string begun = folded(between(standing.begin, standing.end)) + ' ';
  for (const Keyword candidate : among) {
    if (folded(word(candidate, reader.language())).starts_with(begun)) return candidate;
  }
  return std::nullopt;
}

void hint_at_word(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Failure& failure = reader.failure();
  if (const auto known = reader.keyword_at(standing.begin)) {
    const bool wants_name = std::any_of(
        failure.expected.begin(), failure.expected.end(), [](const Expectation& expectation) {
          return expectation.what != nullptr &&
                 expectation.what->it.find("nome") != std::string::npos;
        });
    if (wants_name) {
      diagnostic.hint(format({"'{0}' è una parola del linguaggio e non può essere un nome",
                              "'{0}' is a word of the language and cannot be a name"},
                             {word(known->keyword, reader.language())}));
    }
    return;
  }
  std::vector<Keyword> expected;
  for (const Expectation& expectation : failure.expected) {
    if (expectation.keyword) expected.push_back(*expectation.keyword);
  }
  auto guess = guess_keyword(reader, standing.begin, expected);
  std::optional<Keyword> meant = guess ? std::optional(guess->keyword) : std::nullopt;
  if (!meant) meant = begun_keyword(reader, standing, expected);
  if (!meant && (guess = guess_keyword(reader, standing.begin, all_keywords()))) {
    meant = guess->keyword;
  }
  if (meant) {
    diagnostic.hint(format({"forse volevi scrivere '{0}'", "you may have meant '{0}'"},
                           {word(*meant, reader.language())}));
  }
}

void hint_at_number(Reader& reader, const Standing& standing, Diagnostic& diagnostic) {
  const Place before = reader.before_blanks(standing.begin);
  if (before != standing.begin && before > reader.begin() && is_digit(before[-1])) {
    diagnostic.hint(reader.language() == Language::italian
                        ? Text("le cifre di un numero stanno insieme: 5.000",
                               "the digits of a number stand together: 5.000")
                        : Text("le cifre di un numero stanno insieme: 5,000",
                               "the digits of a number stand together: 5,000"));
  }
}

/// True where the word has a message of its own: another language, a stray accent.
bool report_special_word(Reader& reader, const Standing& standing) {
  const std::string_view written = between(standing.begin, standing.end);
  if (has_combining_marks(written)) {
    reader
        .report(Code::syntax_decomposed_accent, reader.span(standing.begin, standing.end),
                {standing.words})
        .hint(format({"riscrivilo con la lettera accentata: '{0}'; si vede uguale, ma è un altro "
                      "testo",
                      "write it again with the accented letter: '{0}'; it looks the same, but is "
                      "another text"},
                     {composed(written)}));
    return true;
  }
  if (reader.keyword_at(standing.begin)) return false;
  const Language foreign = other(reader.language());
  if (const auto known = reader.keyword_at(standing.begin, foreign)) {
    reader.report(Code::syntax_other_language, reader.span(standing.begin, known->end),
                  {word(known->keyword, foreign), word(known->keyword, reader.language()),
                   name_of(reader.language())});
    return true;
  }
  return false;
}

}  // namespace

Text any_of(const std::vector<Text>& items) {
  Text all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    const Text join = i == 0 ? Text() : last ? Text(" o ", " or ") : Text(", ");
    all.it += join.it + items[i].it;
    all.en += join.en + items[i].en;
  }
  return all;
}

Standing standing_at(const Reader& reader, Place at) {
  const Place end = reader.end();
  if (at >= end) {
    const Place last = reader.before_blanks(end);
    return {Standing::Kind::end, last, last, {"la fine del file", "the end of the file"}};
  }
  if (const Place stop = reader.word_end_at(at); stop != at) {
    const auto known = reader.keyword_at(at);
    const Place word_stop = known ? known->end : stop;
    const std::string words = known ? std::string(word(known->keyword, reader.language()))
                                    : shortened(between(at, word_stop));
    return {Standing::Kind::word, at, word_stop, syntax::quoted(words)};
  }
  if (is_digit(*at)) {
    const Place stop =
        std::find_if_not(at, end, [](char c) { return is_digit(c) || c == '.' || c == ','; });
    return {Standing::Kind::number, at, stop,
            format({"il numero {0}", "the number {0}"}, {shortened(between(at, stop))})};
  }
  if (*at == '"') {
    const Place close = reader.text_end(at, '"');
    const bool closed = close != end && *close == '"';
    const Place stop = closed ? close + 1 : reader.before_blanks(close);
    return {Standing::Kind::text, at, stop,
            format({"il testo {0}", "the text {0}"}, {shortened(between(at, stop))})};
  }
  std::size_t length = std::max<std::size_t>(1, character_at(at, end).length);
  if (const ForeignSign* foreign = foreign_sign_at(reader, at)) length = foreign->sign.size();
  const Place stop = at + length;
  return {Standing::Kind::sign, at, stop, syntax::quoted(between(at, stop))};
}

std::optional<Guess> guess_keyword(const Reader& reader, Place at, std::span<const Keyword> among) {
  const Language foreign = other(reader.language());
  if (const auto end = reader.local_words_end(at, Keyword::part_of, foreign);
      end && std::find(among.begin(), among.end(), Keyword::part_of) != among.end()) {
    return Guess{Keyword::part_of, *end, true};
  }
  if (const auto known = reader.keyword_at(at, foreign); known && !reader.keyword_at(at)) {
    if (std::find(among.begin(), among.end(), known->keyword) != among.end()) {
      return Guess{known->keyword, known->end, true};
    }
  }
  const std::vector<Prefix> prefixes = prefixes_at(reader, at);
  for (const Prefix& prefix : prefixes) {  // a blank lost or added: `alnetto di`
    const std::string joined = without_blanks(prefix.words);
    for (const Keyword candidate : among) {
      if (without_blanks(word(candidate, reader.language())) == joined) {
        return Guess{candidate, prefix.end};
      }
    }
  }
  for (auto prefix = prefixes.rbegin(); prefix != prefixes.rend(); ++prefix) {
    std::vector<Keyword> as_many_words;
    std::copy_if(
        among.begin(), among.end(), std::back_inserter(as_many_words), [&](Keyword candidate) {
          return count_words(word(candidate, reader.language())) == count_words(prefix->words);
        });
    if (const auto found = nearest_keyword(prefix->words, as_many_words, reader.language())) {
      return Guess{*found, prefix->end};
    }
  }
  return std::nullopt;
}

void report_guess(Reader& reader, Place at, const Guess& guess, const Text& expected) {
  const std::string_view written = between(at, guess.end);
  const std::string_view meant = word(guess.keyword, reader.language());
  const Span where = reader.span(at, guess.end);
  if (guess.other_language) {
    reader.report(Code::syntax_other_language, where, {written, meant, name_of(reader.language())});
  } else if (has_combining_marks(written)) {
    reader.report(Code::syntax_decomposed_accent, where, {syntax::quoted(written)})
        .hint(format({"riscrivilo con la lettera accentata: '{0}'",
                      "write it again with the accented letter: '{0}'"},
                     {meant}));
  } else if (has_accent(meant) && without_apostrophes(written) == folded(meant)) {
    reader.report(Code::syntax_missing_accent, where, {written, meant});
  } else {
    reader.report(Code::syntax_unknown_word, where, {syntax::quoted(written), expected})
        .hint(format({"forse volevi scrivere '{0}'", "you may have meant '{0}'"}, {meant}));
  }
}

Diagnostic* report_failure(Reader& reader, std::span<const Text> more) {
  if (reader.refused()) return nullptr;
  const Failure failure = reader.failure();
  const Standing standing = standing_at(reader, failure.at);
  const Span where = reader.span(standing.begin, standing.end);
  if (standing.kind == Standing::Kind::word && report_special_word(reader, standing)) {
    return nullptr;
  }

  const bool foreign = standing.kind == Standing::Kind::sign &&
                       (foreign_sign_at(reader, standing.begin) != nullptr ||
                        !belongs_to_the_language(*standing.begin));
  Diagnostic& diagnostic =
      foreign ? reader.report(Code::syntax_unknown_sign, where, {standing.words})
              : reader.report(Code::syntax_unexpected, where,
                              {standing.words, any_of(expected_texts(reader, more))});
  if (standing.kind == Standing::Kind::sign) hint_at_sign(reader, standing, diagnostic);
  if (standing.kind == Standing::Kind::word) hint_at_word(reader, standing, diagnostic);
  if (standing.kind == Standing::Kind::number) hint_at_number(reader, standing, diagnostic);
  if (expects(failure, kDay)) {
    diagnostic.hint(reader.language() == Language::italian
                        ? Text("scrivi il giorno, come 1 gennaio 2021 o 2021-01-01",
                               "write the day, as in 1 gennaio 2021 or 2021-01-01")
                        : Text("scrivi il giorno, come 1 January 2021 o 2021-01-01",
                               "write the day, as in 1 January 2021 or 2021-01-01"));
  }
  if (failure.open_parenthesis != nullptr && expects(failure, kClose)) {
    diagnostic.label(reader.span(failure.open_parenthesis, failure.open_parenthesis + 1),
                     {"la parentesi si apre qui", "the parenthesis opens here"});
  }
  return foreign ? nullptr : &diagnostic;
}

}  // namespace leps::inline syntax
