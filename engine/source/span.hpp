// Where something stands: bytes of one source.
#pragma once

#include "base/id.hpp"

#include <cstdint>

namespace leps::inline source {

using SourceId = Id<struct SourceTag>;

/// `[begin, end)` bytes of one source.
struct Span {
  SourceId source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
};

}  // namespace leps::inline source
