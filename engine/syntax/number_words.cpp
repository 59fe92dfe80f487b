#include "syntax/number_words.hpp"

#include "syntax/characters.hpp"

namespace leps::inline syntax {
namespace {

struct NumberWord {
  Language language;
  std::string_view word;
  int number;
};

constexpr NumberWord kNumberWords[] = {
    {Language::italian, "un", 1},     {Language::italian, "uno", 1},
    {Language::italian, "una", 1},    {Language::italian, "due", 2},
    {Language::italian, "tre", 3},    {Language::italian, "quattro", 4},
    {Language::italian, "cinque", 5}, {Language::italian, "sei", 6},
    {Language::italian, "sette", 7},  {Language::italian, "otto", 8},
    {Language::italian, "nove", 9},   {Language::italian, "dieci", 10},
    {Language::english, "one", 1},    {Language::english, "two", 2},
    {Language::english, "three", 3},  {Language::english, "four", 4},
    {Language::english, "five", 5},   {Language::english, "six", 6},
    {Language::english, "seven", 7},  {Language::english, "eight", 8},
    {Language::english, "nine", 9},   {Language::english, "ten", 10},
};

}  // namespace

std::optional<int> number_in_words(std::string_view word, Language language) {
  for (const NumberWord& row : kNumberWords) {
    if (row.language == language && row.word == folded(word)) return row.number;
  }
  return std::nullopt;
}

}  // namespace leps::inline syntax
