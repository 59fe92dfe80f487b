#include "base/nearest.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace leps::inline base {
namespace {

// Edits as people make them: one letter added, dropped, changed, or two neighbours swapped.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

// À to Þ stand in UTF-8 in one row with à to þ, 0x20 lower.
std::string lower(std::string_view word) {
  std::string small(word);
  for (std::size_t i = 0; i < small.size(); ++i) {
    const auto byte = static_cast<unsigned char>(small[i]);
    const bool capital = byte >= 'A' && byte <= 'Z';
    const bool accented = i > 0 && static_cast<unsigned char>(small[i - 1]) == 0xC3 &&
                          byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if (capital || accented) small[i] = static_cast<char>(byte + 0x20);
  }
  return small;
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t kLongestWord = 200;  // beyond it nobody misspelt anything
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  const std::string small = lower(word);
  for (const std::string& candidate : candidates) {
    if (candidate.size() == word.size() && lower(candidate) == small) return candidate;
  }
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(candidate.size(), word.size());
    if (longer - std::min(candidate.size(), word.size()) >= best) continue;
    const std::size_t edits = distance(word, candidate);
    if (edits < best && edits < longer) {
      best = edits;
      found = candidate;
    }
  }
  return found;
}

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  const auto differ = std::mismatch(b.begin(), b.end(), a.begin());
  const auto at = static_cast<std::size_t>(differ.first - b.begin());
  if (a.size() == b.size() + 1) {
    const bool digit = a[at] >= '0' && a[at] <= '9';
    return !digit && a.substr(at + 1) == b.substr(at);
  }
  return a.size() == b.size() && at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

}  // namespace leps::inline base
