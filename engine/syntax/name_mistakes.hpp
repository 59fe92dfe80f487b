// Names and types that are written as people write them elsewhere: with a space or a hyphen, in
// quotes, as a list without `uno di`, with the verdict of a rule behind them.
#pragma once

#include "syntax/mistakes.hpp"

namespace leps::inline syntax {

/// A name with a blank in it: `livello mediatori`.
struct SplitName {
  Place begin, end;
  std::string first;        // what was read as the whole name
  std::string joined;       // `livello_mediatori`
  bool known = false;       // the file has it elsewhere
  bool may_be_one = false;  // none of its words means anything by itself
};
/// The name of which `standing` is a later word, if it is one.
std::optional<SplitName> split_name_at(const Reader& reader, const Standing& standing);

/// Hints at what was meant, where the failure and what stands there say so.
void hint_at_name(const Reader& reader, const Standing& standing, Diagnostic& diagnostic);

/// Words that were read as a unit and begin a list, `diretta, affidata o mista`: one message that
/// shows the list as it is written.
void refuse_list_without_keyword(Reader& reader, Place begin, Place end);

/// Why a year is no unit of time.
Text no_single_length();
/// Why a verdict cannot stand in an expression, and what to write.
Text no_verdict_inside();
Text instead_of_verdict(Language language);

}  // namespace leps::inline syntax
