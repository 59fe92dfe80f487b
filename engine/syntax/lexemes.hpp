// The lexemes as Spirit parsers: thin, for the reader does the reading. A lexeme that is not there
// has told the reader what was needed, so no rule has to say it again.
#pragma once

#include "syntax/everyday_words.hpp"
#include "syntax/expression_forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/reader.hpp"
#include "syntax/vocabulary.hpp"

#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

namespace leps::inline syntax::grammar {

namespace x3 = boost::spirit::x3;

struct ReaderTag {};

/// A parser that asks the reader: `read(reader, at, attribute)`.
template <class Attribute, class Read>
struct Lexeme : x3::parser<Lexeme<Attribute, Read>> {
  using attribute_type = Attribute;
  static constexpr bool has_attribute = !std::is_same_v<Attribute, x3::unused_type>;
  Read read;

  explicit constexpr Lexeme(Read how) : read(std::move(how)) {}

  template <class Context, class RuleContext, class Actual>
  bool parse(Place& first, const Place& /*last*/, const Context& context, RuleContext& /*rule*/,
             Actual& attribute) const {
    Attribute value{};
    Place at = first;
    if (!read(x3::get<ReaderTag>(context), at, value)) return false;
    first = at;
    x3::traits::move_to(std::move(value), attribute);
    return true;
  }
};

template <class Attribute, class Read>
constexpr auto lexeme(Read read) {
  return Lexeme<Attribute, Read>(std::move(read));
}

/// Whatever `rule` reads, one level deeper in the expression.
template <class Rule>
struct Nested : x3::parser<Nested<Rule>> {
  using attribute_type = typename Rule::attribute_type;
  static constexpr bool has_attribute = true;
  Rule rule;

  explicit constexpr Nested(const Rule& inner) : rule(inner) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(Place& first, const Place& last, const Context& context, RuleContext& outer,
             Attribute& attribute) const {
    Reader& reader = x3::get<ReaderTag>(context);
    if (!reader.enter(reader.after_blanks(first))) return false;
    const bool read = rule.parse(first, last, context, outer, attribute);
    reader.leave();
    return read;
  }
};

template <class Rule>
constexpr auto nested(const Rule& rule) {
  return Nested<Rule>(rule);
}

// ---- words

inline auto keyword(Keyword word, const Text* what = nullptr) {
  return lexeme<x3::unused_type>([word, what](Reader& reader, Place& at, x3::unused_type) {
    return reader.keyword(at, word, what);
  });
}

/// One of a few keywords, as itself.
inline auto any_keyword(std::span<const Keyword> words) {
  return lexeme<Keyword>([words](Reader& reader, Place& at, Keyword& found) {
    return std::any_of(words.begin(), words.end(), [&](Keyword word) {
      found = word;
      return reader.keyword(at, word);
    });
  });
}

inline auto local_word(Keyword word, const Text* what = nullptr) {
  return lexeme<x3::unused_type>([word, what](Reader& reader, Place& at, x3::unused_type) {
    return reader.local_word(at, word, what);
  });
}

inline auto sign(char character, const Text& what) {
  return lexeme<x3::unused_type>([character, &what](Reader& reader, Place& at, x3::unused_type) {
    return reader.sign(at, character, what);
  });
}

inline auto name(const Text& what) {
  return lexeme<ast::Identifier>([&what](Reader& reader, Place& at, ast::Identifier& name) {
    return reader.name(at, what, name);
  });
}

inline const auto colon = sign(':', kColon);
inline const auto comma = sign(',', kComma);
inline const auto semicolon = sign(';', kSemicolon);
inline const auto equals = sign('=', kEquals);

inline const auto open = lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
  if (!reader.sign(at, '(', kOpen)) return false;
  reader.open_parenthesis(at - 1);
  return true;
});
inline const auto close = lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
  if (!reader.sign(at, ')', kClose)) return false;
  reader.close_parenthesis();
  return true;
});

inline auto part_name(const Text& what) {
  return lexeme<ast::Identifier>([&what](Reader& reader, Place& at, ast::Identifier& name) {
    return reader.part_name(at, what, name);
  });
}
inline const auto row_name = lexeme<ast::Identifier>(
    [](Reader& reader, Place& at, ast::Identifier& name) { return reader.row_name(at, name); });
inline const auto row_of_field = lexeme<ast::Identifier>(
    [](Reader& reader, Place& at, ast::Identifier& name) { return reader.row_of_field(at, name); });
inline const auto package_name = lexeme<ast::Identifier>(
    [](Reader& reader, Place& at, ast::Identifier& name) { return reader.package_name(at, name); });
inline const auto unit_name =
    lexeme<ast::Identifier>([](Reader& reader, Place& at, ast::Identifier& name) {
      return reader.unit_name(at, kUnitName, name);
    });
inline const auto quoted = lexeme<ast::Quoted>(
    [](Reader& reader, Place& at, ast::Quoted& text) { return reader.quoted(at, text); });

inline auto address(Keyword kind) {
  return lexeme<ast::Quoted>([kind](Reader& reader, Place& at, ast::Quoted& address) {
    return reader.address(at, kind, address);
  });
}

// ---- numbers and days

inline const auto number = lexeme<ast::Number>(
    [](Reader& reader, Place& at, ast::Number& found) { return reader.number(at, found); });
inline auto unit(const Text& what) {
  return lexeme<ast::UnitText>([&what](Reader& reader, Place& at, ast::UnitText& unit) {
    return reader.unit(at, what, unit);
  });
}
inline const auto day =
    lexeme<Day>([](Reader& reader, Place& at, Day& found) { return reader.day(at, found); });

inline const auto year = lexeme<YearText>([](Reader& reader, Place& at, YearText& found) {
  return reader.year(at, found.year, found.span);
});

struct DayText {
  Day day{};
  Span span;
};
/// A day where a number could stand as well.
inline const auto day_in_expression =
    lexeme<DayText>([](Reader& reader, Place& at, DayText& found) {
      if (!reader.begins_day(at)) return false;
      const Place begin = reader.after_blanks(at);
      if (!reader.day(at, found.day)) return false;
      found.span = reader.span(begin, at);
      return true;
    });

/// Reads nothing; true before `; anni`.
inline const auto years_follow =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      const Place next = reader.after_blanks(at);
      return next != reader.end() && *next == ';' &&
             reader.local_words_end(reader.after_blanks(next + 1), Keyword::years).has_value();
    });

struct YearsText {
  int years = 0;
  Span span;
};
inline const auto years = lexeme<YearsText>([](Reader& reader, Place& at, YearsText& found) {
  return reader.years(at, found.years, found.span);
});
inline const auto times =
    lexeme<int>([](Reader& reader, Place& at, int& found) { return reader.times(at, found); });

// ---- places: they read nothing

/// Where the next lexeme begins.
inline const auto here = lexeme<Place>([](Reader& reader, Place& at, Place& place) {
  place = reader.after_blanks(at);
  return true;
});
/// Where the last lexeme ended.
inline const auto behind = lexeme<Place>([](Reader&, Place& at, Place& place) {
  place = at;
  return true;
});
/// A sign with no blank before it: the dot of `regola.requisito`.
inline auto tight_sign(char character, const Text& what) {
  return lexeme<x3::unused_type>([character, &what](Reader& reader, Place& at, x3::unused_type) {
    if (at == reader.end() || *at != character) return reader.needs(at, {std::nullopt, &what});
    ++at;
    return true;
  });
}

/// The dot behind a rule where nothing else may stand: a word there is what stands in its place.
inline auto dot_of_path(const Text& what) {
  return lexeme<x3::unused_type>([&what](Reader& reader, Place& at, x3::unused_type) {
    if (at == reader.end() || *at != '.') {
      return reader.needs(reader.after_blanks(at), {std::nullopt, &what});
    }
    ++at;
    return true;
  });
}

// ---- words and signs with a meaning

template <class Meaning>
struct Entry {
  Keyword word;
  Meaning meaning;
};
template <class Meaning>
struct Found {
  Meaning meaning{};
  Span span;
};

/// One of a few words, as what it stands for.
template <class Meaning, std::size_t size>
auto one_of(const Entry<Meaning> (&entries)[size], const Text& what) {
  return lexeme<Found<Meaning>>(
      [&entries, &what](Reader& reader, Place& at, Found<Meaning>& found) {
        const Place begin = reader.after_blanks(at);
        for (const Entry<Meaning>& entry : entries) {
          if (!reader.keyword(at, entry.word, &what)) continue;
          found = {entry.meaning, reader.span(begin, at)};
          return true;
        }
        return false;
      });
}

template <class Meaning, std::size_t size>
Meaning meaning_of(const Entry<Meaning> (&entries)[size], Keyword word) {
  return std::find_if(std::begin(entries), std::end(entries),
                      [word](const Entry<Meaning>& entry) { return entry.word == word; })
      ->meaning;
}

constexpr Entry<bool> kTruths[] = {{Keyword::yes, true}, {Keyword::no, false}};
constexpr Entry<ast::BinaryOp> kOr[] = {{Keyword::logical_or, ast::BinaryOp::logical_or}};
constexpr Entry<ast::BinaryOp> kAnd[] = {{Keyword::logical_and, ast::BinaryOp::logical_and}};
constexpr Entry<ast::BinaryOp> kOf[] = {{Keyword::of, ast::BinaryOp::of}};
constexpr Entry<ast::BinaryOp> kComparisons[] = {
    {Keyword::at_least, ast::BinaryOp::at_least},
    {Keyword::at_most, ast::BinaryOp::at_most},
    {Keyword::more_than, ast::BinaryOp::more_than},
    {Keyword::less_than, ast::BinaryOp::less_than},
    {Keyword::equal_to, ast::BinaryOp::equal_to},
    {Keyword::different_from, ast::BinaryOp::different_from}};

struct SignEntry {
  char sign;
  ast::BinaryOp op;
};
constexpr SignEntry kSums[] = {{'+', ast::BinaryOp::add}, {'-', ast::BinaryOp::subtract}};
constexpr SignEntry kProducts[] = {{'*', ast::BinaryOp::multiply}, {'/', ast::BinaryOp::divide}};

/// A function before its parenthesis.
inline const auto function_name = lexeme<FunctionWord>(
    [](Reader& reader, Place& at, FunctionWord& found) { return reader.function_name(at, found); });
/// Reads past an article, with a message: what it goes with can be read.
inline const auto no_article =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      if (reader.refused()) return false;
      const Place place = reader.after_blanks(at);
      if (const auto found = everyday_article(reader, place)) {
        report_everyday(reader, *found);
        at = found->end;
      }
      return true;
    });
/// Reads nothing; false before a function, which is no name there.
inline const auto no_function =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      return !reader.begins_function(reader.after_blanks(at));
    });

inline std::optional<EverydayWords> everyday_here(const Reader& reader, Place at) {
  return reader.refused() ? std::nullopt : everyday_operator(reader, reader.after_blanks(at));
}
/// Reports what people say in place of an operator, and reads on as if the operator stood there:
/// the rest of the expression is right, or has mistakes of its own.
template <class Meant>
bool everyday(Reader& reader, Place& at, const EverydayWords& words, Meant meant, Operator& found) {
  if (!meant(words)) return reader.needs(words.begin, {std::nullopt, &kOperator});
  if (refuse_rows_by(reader, words) || refuse_lookup_by(reader, words) ||
      refuse_bands(reader, words.begin) || report_term(reader, words) ||
      report_state(reader, words)) {
    return false;
  }
  report_everyday(reader, words);
  found.span = reader.span(words.begin, words.end);
  at = words.end;
  return reader.count_operator(words.begin, words.end);
}

/// An operator written as a word. Every operator counts towards kMaxOperators.
template <std::size_t size>
auto operator_word(const Entry<ast::BinaryOp> (&entries)[size]) {
  const auto word = one_of(entries, kOperator);
  return lexeme<Operator>([word, &entries](Reader& reader, Place& at, Operator& found) {
    if (const auto said = everyday_here(reader, at)) {
      return everyday(
          reader, at, *said,
          [&](const EverydayWords& words) {
            if (words.kind != EverydayWords::Kind::keyword) return false;
            return std::any_of(std::begin(entries), std::end(entries), [&](const auto& entry) {
              if (entry.word == words.keyword) found.op = entry.meaning;
              return entry.word == words.keyword;
            });
          },
          found);
    }
    Found<ast::BinaryOp> op;
    if (!word.read(reader, at, op)) return false;
    found = {op.meaning, op.span};
    return reader.count_operator(at - 1, at);
  });
}

template <std::size_t size>
auto operator_sign(const SignEntry (&entries)[size]) {
  return lexeme<Operator>([&entries](Reader& reader, Place& at, Operator& found) {
    if (const auto said = everyday_here(reader, at)) {
      return everyday(
          reader, at, *said,
          [&](const EverydayWords& words) {
            return std::any_of(std::begin(entries), std::end(entries), [&](const SignEntry& entry) {
              if (entry.sign == words.sign) found.op = entry.op;
              return entry.sign == words.sign;
            });
          },
          found);
    }
    for (const SignEntry& entry : entries) {
      const bool read =
          entry.sign == '/' ? reader.slash(at) : reader.sign(at, entry.sign, kOperator);
      if (!read) continue;
      found = {entry.op, reader.span(at - 1, at)};
      return reader.count_operator(at - 1, at);
    }
    return false;
  });
}

/// True where no second comparison follows the first.
inline const auto not_chained =
    lexeme<x3::unused_type>([](Reader& reader, Place& at, x3::unused_type) {
      const Place next = reader.after_blanks(at);
      const auto known = reader.keyword_at(next);
      const bool comparison = known && std::any_of(std::begin(kComparisons), std::end(kComparisons),
                                                   [&](const Entry<ast::BinaryOp>& entry) {
                                                     return entry.word == known->keyword;
                                                   });
      if (!comparison) return true;
      reader.refuse(Code::syntax_chained_comparison, next, known->end)
          .hint({"unisci due confronti con 'e': a almeno b e b almeno c",
                 "join two comparisons with 'and': a at least b and b at least c"});
      return false;
    });

}  // namespace leps::inline syntax::grammar
