// The style sheet of the pages of a pack.
#pragma once

#include <string>

namespace leps::lawbook {

/// The style sheet of the reports and what only these pages need.
std::string style();

}  // namespace leps::lawbook
