#include "syntax/spoken_functions.hpp"

#include "syntax/everyday_words.hpp"
#include "syntax/first_words.hpp"
#include "syntax/number_words.hpp"
#include "syntax/numerals.hpp"
#include "syntax/operands.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace leps::inline syntax {
namespace {

using enum Keyword;

enum class Said {
  added,
  subtracted,
  multiplied,
  divided,
  greatest_of,
  least_of,
  averaged,
  counted,
  there  // what is there or not
};

struct SaidWord {
  Language language;
  std::string_view word;
  Said said;
};

constexpr std::array kSaidWords = {
    SaidWord{Language::italian, "somma", Said::added},
    SaidWord{Language::italian, "totale", Said::added},
    SaidWord{Language::italian, "differenza", Said::subtracted},
    SaidWord{Language::italian, "prodotto", Said::multiplied},
    SaidWord{Language::italian, "rapporto", Said::divided},
    SaidWord{Language::italian, "quoziente", Said::divided},
    SaidWord{Language::italian, "percentuale", Said::divided},
    SaidWord{Language::italian, "maggiore", Said::greatest_of},
    SaidWord{Language::italian, "massimo", Said::greatest_of},
    SaidWord{Language::italian, "minore", Said::least_of},
    SaidWord{Language::italian, "minimo", Said::least_of},
    SaidWord{Language::italian, "media", Said::averaged},
    SaidWord{Language::italian, "numero", Said::counted},
    SaidWord{Language::italian, "conteggio", Said::counted},
    SaidWord{Language::italian, "presenza", Said::there},
    SaidWord{Language::italian, "esistenza", Said::there},
    SaidWord{Language::english, "presence", Said::there},
    SaidWord{Language::english, "existence", Said::there},
    SaidWord{Language::english, "sum", Said::added},
    SaidWord{Language::english, "total", Said::added},
    SaidWord{Language::english, "difference", Said::subtracted},
    SaidWord{Language::english, "product", Said::multiplied},
    SaidWord{Language::english, "ratio", Said::divided},
    SaidWord{Language::english, "percentage", Said::divided},
    SaidWord{Language::english, "greater", Said::greatest_of},
    SaidWord{Language::english, "greatest", Said::greatest_of},
    SaidWord{Language::english, "maximum", Said::greatest_of},
    SaidWord{Language::english, "lesser", Said::least_of},
    SaidWord{Language::english, "smallest", Said::least_of},
    SaidWord{Language::english, "minimum", Said::least_of},
    SaidWord{Language::english, "average", Said::averaged},
    SaidWord{Language::english, "mean", Said::averaged},
    SaidWord{Language::english, "number", Said::counted},
};

constexpr std::array kDeclared = {datum, parameter, computed, table, field, requirement, rule};

bool may_begin(std::string_view word) {
  static const FirstWords words = [] {
    FirstWords all;
    for (const SaidWord& each : kSaidWords) all.add(each.word);
    for (const Keyword each : kDeclared) {
      for (const Language language : {Language::italian, Language::english}) {
        all.add(leps::word(each, language));
      }
    }
    return all;
  }();
  return words.may_hold(word);
}

const SaidWord* said_word(std::string_view written, Language language) {
  const std::string word = folded(written);
  const auto* found = std::find_if(kSaidWords.begin(), kSaidWords.end(), [&](const auto& each) {
    return each.language == language && each.word == word;
  });
  return found == kSaidWords.end() ? nullptr : found;
}

/// `degli ultimi tre anni`, `of the last 3 years`: how many, and where they end.
struct Years {
  int count;
  Place end;
};
std::optional<Years> last_years(const Reader& reader, Place at) {
  std::optional<int> count;
  bool last = false;
  for (int words = 0; words < 6 && at != reader.end(); ++words) {
    Place stop = reader.word_end_at(at);
    const std::string word = folded(between(at, stop));
    if (stop == at) {
      stop = std::find_if_not(at, reader.end(), is_digit);
      if (stop == at || stop - at > 2) return std::nullopt;
      count = small_number(between(at, stop));
    } else if (const auto number = number_in_words(word, reader.language())) {
      count = *number;
    } else if (word == "anni" || word == "years") {
      return count && last ? std::optional(Years{*count, stop}) : std::nullopt;
    } else if (word.starts_with("ultim") || word == "last" || word == "past") {
      last = true;
    } else if (words > 1) {
      return std::nullopt;
    }
    at = reader.after_blanks(stop);
  }
  return std::nullopt;
}

/// `di`, `del`, `tra`, `of`, `between`
Place preposition_end(const Reader& reader, Place at) {
  const Place stop = reader.word_end_at(at);
  const std::string word = folded(between(at, stop));
  const bool english = reader.language() == Language::english;
  const bool there = english ? word == "of" || word == "between" || word == "among"
                             : word == "di" || word == "tra" || word == "fra" ||
                                   (word.starts_with("de") && word.size() <= 5 && word != "detto");
  return there ? reader.apostrophe_end(stop).value_or(stop) : at;
}

/// `a e b`, `a, b`, `a su b`: what it is said of, up to a comparison.
std::vector<std::string> things_from(const Reader& reader, Place& at) {
  std::vector<std::string> things;
  while (at != reader.end() && things.size() < 8) {
    if (const auto article = everyday_article(reader, at)) at = reader.after_blanks(article->end);
    const Place digits = std::find_if_not(
        at, reader.end(), [](char c) { return is_digit(c) || c == '.' || c == ','; });
    const Place name_end = reader.word_end_at(digits == at ? at : reader.after_blanks(digits));
    if (name_end == at || reader.keyword_at(at)) break;
    Place end = name_end;  // of `3 posti`, too
    if (end != reader.end() && *end == '.') end = std::max(end, reader.word_end_at(end + 1));
    things.emplace_back(between(at, end));
    at = end;
    const Place next = reader.after_blanks(end);
    if (next == reader.end() || !reader.on_one_line(end, next)) break;
    const auto known = reader.keyword_at(next);
    const Place word_end = reader.word_end_at(next);
    const std::string word = folded(between(next, word_end));
    if (*next == ',' || *next == ';') {
      at = reader.after_blanks(next + 1);
    } else if ((known && known->keyword == logical_and) || word == "su" || word == "sul" ||
               word == "to") {
      at = reader.after_blanks(known ? known->end : word_end);
    } else {
      break;
    }
  }
  return things;
}

/// Of two things or more; of one, where it is a table whose rows are counted, or is there or not.
std::string form_of(const Reader& reader, Said said, const std::vector<std::string>& things) {
  switch (said) {
    case Said::added:
      return joined(things, " + ");
    case Said::subtracted:
      return joined(things, " - ");
    case Said::multiplied:
      return joined(things, " * ");
    case Said::divided:
      return joined(things, " / ");
    case Said::greatest_of:
      return in_words(reader, maximum) + '(' + joined(things, "; ") + ')';
    case Said::least_of:
      return in_words(reader, minimum) + '(' + joined(things, "; ") + ')';
    case Said::averaged:
      return '(' + joined(things, " + ") + ") / " + std::to_string(things.size());
    case Said::there:
      return joined(things, ' ' + in_words(reader, logical_and) + ' ');
    case Said::counted:
      break;
  }
  const bool listed = reader.declares(table, things.front());
  const std::string rows = listed                                   ? things.front()
                           : reader.language() == Language::italian ? "elenco"
                                                                    : "table";
  return in_words(reader, count) + "(r " + in_words(reader, in) + ' ' + rows + ')';
}

/// `il dato a`, `dato a almeno 3`: the name is enough. True of no header, which has a colon.
bool refuse_kind_of_name(Reader& reader, Place begin, Place word) {
  const auto known = reader.keyword_at(word);
  if (!known || std::find(kDeclared.begin(), kDeclared.end(), known->keyword) == kDeclared.end()) {
    return false;
  }
  const Place name = reader.after_blanks(known->end);
  const Place end = reader.word_end_at(name);
  const Place next = reader.after_blanks(end);
  if (end == name || reader.keyword_at(name) || next == reader.end() ||
      !reader.on_one_line(begin, next)) {
    return false;
  }
  const auto behind = reader.keyword_at(next);
  const bool operates = (behind && behind->keyword >= at_least) ||
                        std::string_view("+-*/").find(*next) != std::string_view::npos;
  if (!operates) return false;
  const std::string_view said = between(begin, known->end);
  Diagnostic& found = reader.refuse(
      Code::syntax_misplaced, begin, known->end,
      {said, {"basta il nome di ciò che si usa", "the name of what is used is enough"}});
  show_in_line(reader, found, begin, name, "");
  return true;
}

}  // namespace

bool refuse_spoken_function(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  Place word = here, stop = reader.word_end_at(here);
  const std::string_view first = between(here, stop);
  if (stop == here || (!may_begin(first) && !may_begin_part(first))) return false;
  const bool article = is_article(first, reader.language()) && !reader.keyword_at(here);
  if (article) {
    word = reader.after_blanks(reader.apostrophe_end(stop).value_or(stop));
    stop = reader.word_end_at(word);
  }
  if (stop == word || !reader.on_one_line(here, word)) return false;
  if (refuse_kind_of_name(reader, here, word)) return true;
  const SaidWord* said = said_word(between(word, stop), reader.language());
  const Place behind = reader.after_blanks(stop);
  if (said == nullptr || behind == reader.end() || !reader.on_one_line(word, behind)) return false;
  auto years = said->said == Said::averaged ? last_years(reader, behind) : std::nullopt;
  const Place preposition = years ? reader.after_blanks(years->end) : behind;
  const Place of = preposition_end(reader, preposition);
  if (of == preposition) return false;
  Place end = reader.after_blanks(of);
  const std::vector<std::string> things = things_from(reader, end);
  if (things.empty()) return false;
  if (said->said == Said::averaged && !years) {  // `media di a negli ultimi 3 anni`
    const Place behind_things = reader.after_blanks(end);
    const auto known = reader.keyword_at(behind_things);
    const Place last = known ? known->end : reader.word_end_at(behind_things);
    years = last_years(reader, reader.after_blanks(last));
    if (years) end = years->end;
  }
  // Without an article it may be the name of a level, declared in another file: `totale di x`.
  const bool there = said->said == Said::there && type_word_of(reader, things.front()) == yes;
  const bool counted = said->said == Said::counted && reader.declares(table, things.front());
  // The mean over years is of one amount.
  const bool whole = years ? things.size() == 1 : things.size() > 1 || there || counted;
  if (!whole || (!article && !years && !there)) return false;
  if (reader.stands_as_name(between(word, stop))) return false;
  std::string form = form_of(reader, said->said, things);
  if (years) {
    form = in_words(reader, mean) + '(' + things.front() + "; " + in_words(reader, Keyword::years) +
           ' ' + std::to_string(years->count) + ')';
  }
  Diagnostic& found = reader.refuse(Code::syntax_everyday_words, here, end,
                                    {between(here, reader.before_blanks(end)), form});
  show_in_line(reader, found, here, end, form);
  return true;
}

}  // namespace leps::inline syntax
