// What a reader found odd about a datum that it took all the same: it stays with the Ambito and
// year, so that whatever rests on the datum can say so.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"
#include "source/span.hpp"

#include <optional>
#include <vector>

namespace leps::inline reading {

struct ReadDoubt {
  std::optional<DatumId> datum;  // none: the survey date, on which every result rests
  Code code;                     // of a warning or a note
  Span where;
  Text message;
};
using ReadDoubts = std::vector<ReadDoubt>;

}  // namespace leps::inline reading
