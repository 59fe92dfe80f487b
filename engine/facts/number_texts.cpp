#include "facts/number_texts.hpp"

#include "facts/read_field.hpp"

namespace leps::inline reading {
namespace {

// Both sides of `9/10`, and a share without its sign.
void add_numbers(std::string_view text, std::vector<std::string_view>& numbers) {
  if (!reads(text, NumberStyle::italian) && !reads(text, NumberStyle::table)) {
    numbers.push_back(text);
    return;
  }
  if (text.ends_with('%')) text.remove_suffix(1);
  const std::size_t slash = text.find('/');
  numbers.push_back(trimmed(text.substr(0, slash)));
  if (slash != std::string_view::npos) numbers.push_back(trimmed(text.substr(slash + 1)));
}

}  // namespace

bool reads(std::string_view text, NumberStyle style) {
  return std::holds_alternative<WrittenNumber>(read_number(text, style));
}

std::vector<std::string_view> numbers_in(std::string_view text) {
  std::vector<std::string_view> numbers;
  if (const auto ends = ends_of_range(text)) {
    add_numbers(ends->first, numbers);
    add_numbers(ends->second, numbers);
  } else {
    add_numbers(text, numbers);
  }
  return numbers;
}

std::optional<std::pair<std::string_view, std::string_view>> ends_of_range(std::string_view text) {
  const std::size_t middle = text.find(';');
  if (!text.starts_with('[') || !text.ends_with(']') || middle == std::string_view::npos) {
    return std::nullopt;
  }
  return std::pair(trimmed(text.substr(1, middle - 1)),
                   trimmed(text.substr(middle + 1, text.size() - middle - 2)));
}

std::optional<std::string_view> find_in_doubt(std::string_view text) {
  for (const std::string_view number : numbers_in(text)) {
    if (could_be_thousands(number)) return number;
  }
  return std::nullopt;
}

}  // namespace leps::inline reading
