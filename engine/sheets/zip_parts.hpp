// The files within a workbook, which is a zip archive. Untrusted: sizes are limited before and
// while bytes are unpacked, for 40 kB can claim to be a gigabyte and become one. zip_parts.cpp is
// the only file that knows libzip.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace leps::sheets {

/// How many bytes the parts that are read may unpack to, all together.
inline constexpr std::uint64_t kMaxUnpackedBytes = std::uint64_t{64} << 20;
/// How many files a workbook may hold; one with a sheet for each month has some sixty.
inline constexpr std::size_t kMaxParts = 4096;

/// Says that a part of a file is not what it must be.
void report_damaged(const std::string& name, const Text& part, DiagnosticBag& bag);
/// Says that what is within a file is more than we read. @param limit  in bytes
void report_unpacks_too_large(const std::string& name, std::uint64_t limit, DiagnosticBag& bag);

class ZipParts {
 public:
  /// @param bytes  must outlive the object
  /// @return nothing, and a diagnostic, where they are no archive, one with a password, or one
  ///         that says it would unpack to too much
  static std::optional<ZipParts> open(std::string_view bytes, const std::string& name,
                                      DiagnosticBag& bag);
  ZipParts(ZipParts&& other) noexcept;
  ZipParts& operator=(ZipParts&&) = delete;
  ZipParts(const ZipParts&) = delete;
  ~ZipParts();

  /// Capitals in a name do not count, and `\` is `/`.
  [[nodiscard]] bool has(std::string_view part) const;
  /// Of all parts, in small letters and with `/`.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// Unpacks one part. Nothing, and a diagnostic, where it is damaged or does not end in time.
  /// Throws std::bad_alloc where memory runs out.
  std::optional<std::string> read(std::string_view part, DiagnosticBag& bag);

 private:
  ZipParts(zip* archive, std::string name) : archive_(archive), name_(std::move(name)) {}
  bool list(DiagnosticBag& bag);

  zip* archive_;
  std::string name_;
  std::vector<std::string> names_;
  std::map<std::string, std::uint64_t, std::less<>> index_;
  std::uint64_t left_ = kMaxUnpackedBytes;
};

}  // namespace leps::sheets
