// `parte di`: which number is part of which.
#pragma once

#include "check/context.hpp"

namespace leps::inline checking {

/// Ties each part to its whole (`parte di`), once every datum has its type.
void check_parts(Context& context);

}  // namespace leps::inline checking
