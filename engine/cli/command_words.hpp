// Reads the words of a command that are not options: its rules, its files, its one rule.
#pragma once

#include "cli/given_options.hpp"

namespace leps::cli {

/// Reports a word that stands where a command should, with what may have been meant.
void refuse_unknown_command(const std::string& word, const GivenOptions& given, DiagnosticBag& bag);

/// Puts each word where it belongs; says which is missing, and which is too many.
/// @param options  has all that the options say already
void read_words(std::vector<std::string> words, GivenOptions& given, Options& options,
                DiagnosticBag& bag);

}  // namespace leps::cli
