// The seed of a test that draws what it tries.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>

namespace leps::test {

/// `LEPS_SEED` where it is set, so that a failure can be had again; else another one each time. The
/// test says it: `CAPTURE(seed)`.
inline std::uint32_t seed() {
  const char* given = std::getenv("LEPS_SEED");
  return given ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10))
               : std::random_device{}();
}

}  // namespace leps::test
