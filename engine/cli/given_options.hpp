// Says what a command line gives for each option, and reports what is wrong with it.
#pragma once

#include "cli/split_words.hpp"

#include <array>
#include <optional>
#include <utility>

namespace leps::cli {

class GivenOptions {
 public:
  /// @param options  the command among them, as soon as it is known
  GivenOptions(Found& found, const Options& options, DiagnosticBag& bag)
      : found_(found), options_(options), bag_(bag) {}

  /// Reports values that are missing, doubled, or out of place.
  void check_values();
  /// Takes out the words that look like options: this command has none so called.
  void refuse_unknown_options();

  [[nodiscard]] bool has(std::string_view name) { return !found_.values[name].empty(); }
  [[nodiscard]] std::vector<std::string> all(std::string_view name) { return found_.values[name]; }
  [[nodiscard]] std::optional<std::string> one(std::string_view name);
  /// The value of an option that takes one of a few words.
  template <class Value, std::size_t count>
  std::optional<Value> choice(std::string_view name,
                              const std::array<std::pair<const char*, Value>, count>& choices) {
    const std::optional<std::string> given = one(name);
    if (!given) return std::nullopt;
    std::vector<std::string> words;
    for (const auto& [spelling, value] : choices) {
      if (*given == spelling) return value;
      words.emplace_back(spelling);
    }
    refuse_choice(name, *given, words);
    return std::nullopt;
  }
  std::optional<int> year();

  /// Ends a message with where to read more.
  void helped(Diagnostic& diagnostic) const;

 private:
  void refuse_choice(std::string_view name, const std::string& given,
                     const std::vector<std::string>& choices);

  Found& found_;
  const Options& options_;
  DiagnosticBag& bag_;
};

}  // namespace leps::cli
