#include "syntax/number_words.hpp"

#include "syntax/characters.hpp"
#include "syntax/first_words.hpp"

#include <algorithm>
#include <iterator>

namespace leps::inline syntax {
namespace {

struct NumberWord {
  Language language;
  std::string_view word;
  int number;
};

constexpr NumberWord kNumberWords[] = {
    {Language::italian, "un", 1},        {Language::italian, "uno", 1},
    {Language::italian, "una", 1},       {Language::italian, "due", 2},
    {Language::italian, "tre", 3},       {Language::italian, "quattro", 4},
    {Language::italian, "cinque", 5},    {Language::italian, "sei", 6},
    {Language::italian, "sette", 7},     {Language::italian, "otto", 8},
    {Language::italian, "nove", 9},      {Language::italian, "dieci", 10},
    {Language::italian, "quindici", 15}, {Language::italian, "venti", 20},
    {Language::italian, "trenta", 30},   {Language::italian, "sessanta", 60},
    {Language::italian, "novanta", 90},  {Language::english, "fifteen", 15},
    {Language::english, "twenty", 20},   {Language::english, "thirty", 30},
    {Language::english, "sixty", 60},    {Language::english, "ninety", 90},
    {Language::english, "one", 1},       {Language::english, "two", 2},
    {Language::english, "three", 3},     {Language::english, "four", 4},
    {Language::english, "five", 5},      {Language::english, "six", 6},
    {Language::english, "seven", 7},     {Language::english, "eight", 8},
    {Language::english, "nine", 9},      {Language::english, "ten", 10},
};

struct PartWord {
  Language language;
  std::string_view word;  // without accents
  int parts, times;       // a third has three parts, a double is two times
};

constexpr PartWord kPartWords[] = {
    {Language::italian, "meta", 2, 1},    {Language::italian, "terzo", 3, 1},
    {Language::italian, "terzi", 3, 1},   {Language::italian, "quarto", 4, 1},
    {Language::italian, "quarti", 4, 1},  {Language::italian, "quinto", 5, 1},
    {Language::italian, "quinti", 5, 1},  {Language::italian, "decimo", 10, 1},
    {Language::italian, "decimi", 10, 1}, {Language::italian, "doppio", 1, 2},
    {Language::italian, "triplo", 1, 3},  {Language::english, "half", 2, 1},
    {Language::english, "third", 3, 1},   {Language::english, "thirds", 3, 1},
    {Language::english, "quarter", 4, 1}, {Language::english, "quarters", 4, 1},
    {Language::english, "fifth", 5, 1},   {Language::english, "fifths", 5, 1},
    {Language::english, "tenth", 10, 1},  {Language::english, "tenths", 10, 1},
    {Language::english, "twice", 1, 2},   {Language::english, "double", 1, 2},
    {Language::english, "triple", 1, 3},
};

constexpr std::string_view kArticles[] = {"la", "il", "lo", "i", "le", "l", "a", "the"};
constexpr std::size_t kItalianArticles = 6;

}  // namespace

bool is_article(std::string_view word, Language language) {
  const auto* middle = std::begin(kArticles) + kItalianArticles;
  const bool italian = language == Language::italian;
  const auto* begin = italian ? std::begin(kArticles) : middle;
  const auto* end = italian ? middle : std::end(kArticles);
  return std::find(begin, end, word) != end;
}

std::optional<int> number_in_words(std::string_view word, Language language) {
  const std::string said = folded(word);
  for (const NumberWord& row : kNumberWords) {
    if (row.language == language && row.word == said) return row.number;
  }
  return std::nullopt;
}

std::optional<std::string> part_in_words(std::string_view word, int how_many, Language language) {
  const std::string said = folded(word);
  for (const PartWord& row : kPartWords) {
    if (row.language != language || row.word != said) continue;
    if (row.parts == 2 && how_many == 1) return "50%";
    if (row.parts == 1) return std::to_string(100 * row.times * how_many) + '%';
    return std::to_string(how_many) + '/' + std::to_string(row.parts);
  }
  return std::nullopt;
}

bool may_begin_part(std::string_view word) {
  static const FirstWords words = [] {
    FirstWords all;
    for (const NumberWord& row : kNumberWords) all.add(row.word);
    for (const PartWord& row : kPartWords) all.add(row.word);
    for (const std::string_view article : kArticles) all.add(article);
    return all;
  }();
  return words.may_hold(word);
}

}  // namespace leps::inline syntax
