// What a file holds, for the tests of those who write it.
#pragma once

#include "source/read_file.hpp"

#include <string>
#include <variant>

namespace leps::test {

inline std::string bytes_of(const std::string& path) {
  const auto read = read_file(path, 1 << 20);
  const auto* bytes = std::get_if<std::string>(&read);
  return bytes ? *bytes : "cannot be read";
}

}  // namespace leps::test
