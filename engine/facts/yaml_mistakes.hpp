// What yaml-cpp complains about, in the words of whoever fills in a form.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string_view>

namespace leps::reading {

struct YamlMistake {
  Text what, hint;
};

/// @param complaint  the message of yaml-cpp 0.7, without its place; `directive` and
///                   `empty block scalar` are ours, for what it lets pass
/// @return for a complaint that is not known, a sentence true of each, and where to look
YamlMistake explain_yaml(std::string_view complaint);

}  // namespace leps::reading
