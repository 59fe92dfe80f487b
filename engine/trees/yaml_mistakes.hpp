// What yaml-cpp complains about, in the words of whoever fills in a form.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <cstddef>
#include <string_view>

namespace leps::inline trees {

struct YamlMistake {
  Text what, hint;
};

/// @param complaint  the message of yaml-cpp 0.7, without its place; `directive` and
///                   the like are ours, for what it lets pass
/// @return for a complaint that is not known, a sentence true of each, and where to look
YamlMistake explain_yaml(std::string_view complaint);

/// A complaint and the bytes it is about.
struct YamlComplaint {
  std::string_view what;
  std::size_t begin, end;
};

/// yaml-cpp complains about a colon where what is wrong is the name before it, which it no longer
/// takes for one: it begins on a line above, or is longer than names may be.
/// @param complaint  as yaml-cpp makes it, about the byte at `at`
YamlComplaint about_the_name(std::string_view text, std::string_view complaint, std::size_t at);

}  // namespace leps::inline trees
