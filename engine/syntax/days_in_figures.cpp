#include "syntax/days_in_figures.hpp"

#include "syntax/numerals.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace leps::inline syntax {
namespace {

/// The numbers between marks that are all the same.
std::vector<std::string_view> split(std::string_view written) {
  std::vector<std::string_view> parts;
  const auto first = written.find_first_of("/.-");
  if (first == std::string_view::npos) return parts;
  const char mark = written[first];
  for (auto next = first; next != std::string_view::npos; next = written.find(mark)) {
    parts.push_back(written.substr(0, next));
    written.remove_prefix(next + 1);
  }
  parts.push_back(written);
  return parts;
}

}  // namespace

std::optional<DayInFigures> day_in_figures(std::string_view written, Language language) {
  std::vector<std::string_view> parts = split(written);
  const auto is_number = [](std::string_view part) {
    return !part.empty() && part.size() <= 4 &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), is_number)) return std::nullopt;
  const bool year_first = parts.front().size() == 4;
  if (year_first) std::swap(parts.front(), parts.back());
  if (parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() != 4) return std::nullopt;

  const int year = small_number(parts[2]);
  const auto first = static_cast<unsigned>(small_number(parts[0]));
  const auto second = static_cast<unsigned>(small_number(parts[1]));
  const std::optional<Day> day = make_day(year, second, first);
  const bool american = language == Language::english && !year_first;
  const std::optional<Day> other = american ? make_day(year, first, second) : std::nullopt;
  if (!day && !other) return std::nullopt;
  return DayInFigures{day ? *day : *other, !day || !other || day == other};
}

}  // namespace leps::inline syntax
