#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

#include <optional>

namespace leps::inline linting {

/// The 100 of `a / b * 100` and of `100 * a / b`.
std::optional<typed::ExprId> hundred_in(const Typed& typed, const typed::Node& node);

void find_percents(const Typed& typed, DiagnosticBag& bag);

}  // namespace leps::inline linting
