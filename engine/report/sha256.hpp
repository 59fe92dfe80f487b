// The fingerprint of a file of rules, so that a report says exactly which text it followed.
#pragma once

#include <string>
#include <string_view>

namespace leps {

/// SHA-256 of the bytes, as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace leps
