// Names the truths and the rows that fail in a gap, as the packs and the data name them.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "gap/gap.hpp"

#include <string>
#include <vector>

namespace leps::inline wording {

/// `sportello`, `non ricovero pari a diurno`, `per ogni comuni` of truths, the keys of rows;
/// nothing of any other gap. A formula is `…`: it is printed where people read it.
std::vector<std::string> failing_names(const Gap& gap, const Typed& typed, Language language);

}  // namespace leps::inline wording
