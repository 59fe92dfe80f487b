// The fingerprint of a file of rules or data, so that a report says exactly what it was made from.
#pragma once

#include <string>
#include <string_view>

namespace leps::inline source {

/// SHA-256 of the bytes, as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace leps::inline source
