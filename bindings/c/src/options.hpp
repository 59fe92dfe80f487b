// The structs of options that callers fill in, as this library knows them.
#pragma once

#include "leps/leps.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <optional>

namespace leps::capi {

/// The caller's options; nothing where they cannot be honoured.
///
/// A program may have been compiled with an older header, whose struct is shorter, or a newer one,
/// whose struct is longer. What is not there is as in the _INIT; what is there and not known must
/// be empty, for a request must never be ignored.
/// @param options     as the _INIT of the struct makes them
/// @param given       the caller's; null: `options` as they are
/// @param first_size  the struct's size in the first release that had it
template <class Options>
std::optional<Options> read_options(Options options, const Options* given, std::size_t first_size) {
  if (!given) return options;
  constexpr std::size_t kLargestSize = 4096;  // beyond it `size` was never set, and points nowhere
  if (given->size < first_size || given->size > kLargestSize) return std::nullopt;
  const auto* bytes = reinterpret_cast<const unsigned char*>(given);
  const std::size_t known = std::min(given->size, sizeof options);
  const bool rest_is_empty =
      std::all_of(bytes + known, bytes + given->size, [](unsigned char byte) { return byte == 0; });
  if (!rest_is_empty) return std::nullopt;
  std::memcpy(&options, given, known);
  options.size = sizeof options;
  return options;
}

/// Where a field of a struct ends: the struct's size in the release in which it was the last one.
#define LEPS_SIZE_UP_TO(type, field) (offsetof(type, field) + sizeof(type::field))

}  // namespace leps::capi
