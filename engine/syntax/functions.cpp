// The words that stand before a parenthesis, each with what it means.
#include "syntax/functions.hpp"

#include <algorithm>
#include <array>

namespace leps::inline syntax {
namespace {

// In the order of ast::Function.
constexpr std::array kFunctions = {
    Keyword::minimum,         Keyword::maximum,        Keyword::start,
    Keyword::finish,          Keyword::days_in_year,   Keyword::share_of_year,
    Keyword::share_of_months, Keyword::uncovered_days, Keyword::unite,
    Keyword::intersect,       Keyword::complement,     Keyword::hours_in_week,
    Keyword::hours_in_year,   Keyword::days_in_week,   Keyword::uncovered_week,
    Keyword::uncovered_year,  Keyword::previous_year,  Keyword::rounded_up,
    Keyword::rounded_down};

// In the order of ast::Aggregation.
constexpr std::array kAggregations = {
    Keyword::count,          Keyword::sum,       Keyword::mean,
    Keyword::least,          Keyword::greatest,  Keyword::percentage,
    Keyword::uncovered_days, Keyword::for_every, Keyword::exists};

constexpr std::size_t kBeforeParenthesis = kAggregations.size() - 2;

/// Where `written` stands among `words`, as an id of the kind that they are of.
template <class Meaning, class Words>
std::optional<Meaning> meaning(const Words& words, std::size_t count, std::string_view written,
                               Language language) {
  for (std::size_t i = 0; i < count; ++i) {
    if (word(words[i], language) == written) return static_cast<Meaning>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<FunctionWord> function_word(std::string_view written, Language language) {
  FunctionWord found;
  found.function = meaning<ast::Function>(kFunctions, kFunctions.size(), written, language);
  found.aggregation =
      meaning<ast::Aggregation>(kAggregations, kBeforeParenthesis, written, language);
  found.total = word(Keyword::total, language) == written;
  found.members = word(Keyword::members, language) == written;
  if (!found.function && !found.aggregation && !found.total && !found.members) return std::nullopt;
  return found;
}

std::span<const Keyword> function_words() {
  static const std::vector<Keyword> all = [] {
    std::vector<Keyword> words(kFunctions.begin(), kFunctions.end());
    words.insert(words.end(), kAggregations.begin(), kAggregations.begin() + kBeforeParenthesis);
    words.push_back(Keyword::total);
    words.push_back(Keyword::members);
    return words;
  }();
  return all;
}

Keyword word_of(ast::Function function) { return kFunctions[static_cast<std::size_t>(function)]; }

Keyword word_of(ast::Aggregation aggregation) {
  return kAggregations[static_cast<std::size_t>(aggregation)];
}

}  // namespace leps::inline syntax
