// The names that the packs declare: gives each declaration its id and its row, and finds those
// declared twice. What the names are used for is resolve.cpp's.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/names.hpp"

namespace leps::inline resolving {

struct Declared {
  Resolved resolved;
  Names names;
};

/// Every declaration of every file with an id; nothing that a name refers to is looked up yet.
Declared declare(const ast::Program& program, DiagnosticBag& bag);

}  // namespace leps::inline resolving
