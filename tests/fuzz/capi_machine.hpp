// Any bytes as calls of leps.h, in any order: what to make from what, which handle to free, where
// to stop, which texts to give.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace leps {

/// Makes the calls that the bytes say.
/// @return what was done, call by call, with what each answered: "compile ok", "free data"
std::vector<std::string> call_capi(const std::uint8_t* bytes, std::size_t size);

}  // namespace leps
