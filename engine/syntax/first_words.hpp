// A quick look at whether a word may be one of a few: it may say yes of another, and never no of
// one.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace leps::inline syntax {

/// Words by their two first letters and their length; neither case nor accents tell them apart.
class FirstWords {
 public:
  /// @param word  without accents
  void add(std::string_view word) { words_.set(slot(word)); }
  [[nodiscard]] bool may_hold(std::string_view word) const {
    const bool accented =
        std::any_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
    return accented || words_.test(slot(word));
  }

 private:
  static std::size_t slot(std::string_view word) {
    const auto letter = [&](std::size_t i) {
      return i < word.size() ? static_cast<std::size_t>(word[i] & 31) : std::size_t{0};
    };
    return letter(0) << 8U | letter(1) << 3U | std::min<std::size_t>(word.size(), 7);
  }
  std::bitset<8192> words_;
};

}  // namespace leps::inline syntax
