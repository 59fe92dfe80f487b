#include "syntax/guess_keyword.hpp"

#include "base/nearest.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

namespace leps::inline syntax {
namespace {

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

constexpr std::size_t kFewestWords = 3;  // of a keyword that is known without its last word

/// The same letters, with other capitals or accents, or with a blank lost or added.
bool has_the_letters_of(std::string_view written, std::string_view meant) {
  return without_blanks(written) == without_blanks(meant);
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

}  // namespace

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

std::optional<Guess> guess_keyword(const Reader& reader, Place at, std::span<const Keyword> among) {
  const Language foreign = other(reader.language());
  for (const Keyword local : {Keyword::part_of, Keyword::ends}) {
    if (std::find(among.begin(), among.end(), local) == among.end()) continue;
    if (const auto end = reader.local_words_end(at, local, foreign)) {
      return Guess{local, *end, true};
    }
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

std::optional<Guess> begun_clause(const Reader& reader, Place at, std::span<const Keyword> among) {
  if (reader.keyword_at(at)) return std::nullopt;
  for (const Keyword candidate : among) {
    std::string_view left = word(candidate, reader.language());
    const bool other_letter = at == reader.end() || ((*at ^ left.front()) & 31) != 0;
    if (other_letter || count_words(left) < kFewestWords) continue;
    Place end = at;
    for (Place here = at; left.find(' ') != std::string_view::npos;
         here = reader.after_blanks(end)) {
      const std::string_view next = left.substr(0, left.find(' '));
      end = reader.word_end_at(here);
      if (folded(between(here, end)) != folded(next)) break;
      left.remove_prefix(next.size() + 1);
    }
    if (left.find(' ') == std::string_view::npos) return Guess{candidate, end};
  }
  return std::nullopt;
}

bool ends_misspelt(const Reader& reader, const Guess& begun) {
  const std::string_view words = word(begun.keyword, reader.language());
  const Place next = reader.after_blanks(begun.end);
  const std::array last = {std::string(words.substr(words.rfind(' ') + 1))};
  return nearest(folded(between(next, reader.word_end_at(next))), last).has_value();
}

Readings readings_of_guess(std::string_view written, std::string_view meant) {
  return has_the_letters_of(written, meant) ? Readings::one : Readings::several;
}

void report_guess(Reader& reader, Place at, const Guess& guess, const Text& expected) {
  const std::string_view written = between(at, guess.end);
  const std::string_view meant = word(guess.keyword, reader.language());
  const Span where = reader.span(at, guess.end);
  const auto mend = [&](Diagnostic& found, Readings readings) {
    reader.mend(found, at, guess.end, std::string(meant), readings);
  };
  if (guess.other_language) {
    mend(reader.report(Code::syntax_other_language, where,
                       {written, meant, name_of(reader.language())}),
         // The first word says which language the numbers of the file are written in.
         at == reader.after_blanks(reader.begin()) ? Readings::several
                                                   : reader.readings_of_foreign_word());
  } else if (has_combining_marks(written)) {
    mend(reader.report(Code::syntax_decomposed_accent, where, {syntax::quoted(written)})
             .hint(format({"riscrivilo con la lettera accentata: '{0}'",
                           "write it again with the accented letter: '{0}'"},
                          {meant})),
         readings_of_guess(written, meant));
  } else if (has_accent(meant) && without_apostrophes(written) == folded(meant)) {
    mend(reader.report(Code::syntax_missing_accent, where, {written, meant}), Readings::one);
  } else {
    mend(reader.report(Code::syntax_unknown_word, where, {syntax::quoted(written), expected})
             .hint(format({"forse volevi scrivere '{0}'", "you may have meant '{0}'"}, {meant})),
         readings_of_guess(written, meant));
  }
}

}  // namespace leps::inline syntax
