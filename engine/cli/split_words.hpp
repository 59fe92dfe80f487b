// Splits the words of a command line into options with their values and words that belong to none.
#pragma once

#include "cli/options.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace leps::cli {

/// What CLI11 found: the values of each option, and the words that belong to none.
struct Found {
  std::map<std::string_view, std::vector<std::string>> values;
  std::vector<std::string> words;
};

/// @param command       whose options are known; what looks like another one is a word
/// @param stop_at_word  leave alone all that follows the first word that is no option
void split_words(std::vector<std::string> args, Command command, bool stop_at_word, Found& found);

}  // namespace leps::cli
