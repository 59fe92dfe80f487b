// Reads a file of limited size. A limit, because a service must not be stopped by a file of 100 GB
// or by /dev/zero; problems come back as values, put into words by diagnostics/load_source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace leps {

struct ReadProblem {
  enum class Kind { missing, is_a_folder, not_permitted, too_large, other };

  Kind kind;
  int error = 0;                      // errno, 0 for is_a_folder and too_large
  std::optional<std::uint64_t> size;  // of a file too large; none for a pipe, whose end nobody saw
  std::uint64_t limit = 0;
};

/// The bytes of a file, a pipe or a device. Never reads more than `limit + 1` of them, never trusts
/// the size that the system states: a pipe states none, a growing file states too little.
std::variant<std::string, ReadProblem> read_file(const std::string& path, std::uint64_t limit);

}  // namespace leps
