// Words in the two languages of whoever reads.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace leps::inline base {

enum class Language { italian, english };

/// The same words in both languages. A plain string is a word of the user's own: it stays.
struct Text {
  std::string it, en;

  Text() = default;
  Text(std::string both) : it(both), en(std::move(both)) {}  // NOLINT
  Text(std::string_view both) : Text(std::string(both)) {}   // NOLINT
  Text(const char* both) : Text(std::string(both)) {}        // NOLINT
  Text(std::string italian, std::string english) : it(std::move(italian)), en(std::move(english)) {}

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::italian ? it : en;
  }
  bool operator==(const Text&) const = default;
};

/// A sentence with `{0}`, `{1}`, … replaced; a place for which there is no text stays as it is.
std::string filled(std::string_view form, std::span<const std::string_view> texts);

}  // namespace leps::inline base
