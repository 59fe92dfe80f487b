// The files of the packs, those of a pack before those of the packs that extend it: what is
// declared twice is told of the upper one, whatever their folders are called.
#pragma once

#include "syntax/ast.hpp"

#include <vector>

namespace leps::inline resolving {

/// In the order given, otherwise.
std::vector<const ast::File*> lower_packs_first(const ast::Program& program);

}  // namespace leps::inline resolving
