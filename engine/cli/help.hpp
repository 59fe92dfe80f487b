// What the command teaches: its pages, in both languages.
#pragma once

#include "cli/options.hpp"

#include <string_view>

namespace leps::cli {

/// The short page of `leps` alone: what it is, what to try first, where to read more.
std::string_view welcome(Language language);
/// `leps help`: every command, the common options, the exit statuses.
std::string_view overview(Language language);
/// `leps help check`: one command and its options.
std::string_view help_page(Command command, Language language);

}  // namespace leps::cli
