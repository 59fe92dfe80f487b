// Reads a file of limited size. A limit, because a service must not be stopped by a file of 100 GB
// or by /dev/zero; problems come back as values, put into words by diagnostics/load_source.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace leps::inline source {

struct ReadProblem {
  enum class Kind {
    missing,
    is_a_folder,
    is_a_socket,
    not_permitted,
    too_large,
    nobody_writes,  // into the pipe that it is
    other,
  };

  Kind kind;
  int error = 0;                      // errno; 0 where the kind says it all
  std::optional<std::uint64_t> size;  // of a file too large; none for a pipe, whose end nobody saw
  std::uint64_t limit = 0;
};

/// The bytes of a file, a pipe or a device. Never reads more than `limit + 1` of them, never trusts
/// the size that the system states: a pipe states none, a growing file states too little.
///
/// @param patience  how long a pipe that has a name may be without anybody who writes into it; the
///                  system would wait for ever
std::variant<std::string, ReadProblem> read_file(
    const std::string& path, std::uint64_t limit,
    std::chrono::milliseconds patience = std::chrono::seconds(3));

}  // namespace leps::inline source
