// Reads files into sources and writes files, and reports in words why a file cannot be read or
// written. source/ knows what went wrong; this file makes a diagnostic of it.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/read_file.hpp"
#include "source/source_map.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leps::inline diagnostics {

/// A pack is some hundred kilobytes; the data of an Ambito, some ten.
inline constexpr std::uint64_t kMaxRulesBytes = std::uint64_t{4} << 20;
inline constexpr std::uint64_t kMaxDataBytes = std::uint64_t{16} << 20;

/// Reads a file and adds it under its path. Nothing, and a diagnostic, where it cannot be read or
/// is not clean UTF-8.
std::optional<SourceId> load_source(SourceMap& sources, const std::string& path,
                                    std::uint64_t limit, DiagnosticBag& bag);

/// The same for bytes in memory. Where they are not clean text, the map still gets the lines up to
/// the mistake, cleaned, so that the message can show its place; the caller gets no id for them.
std::optional<SourceId> add_source(SourceMap& sources, std::string name, std::string bytes,
                                   std::uint64_t limit, DiagnosticBag& bag);

/// Says why a file could not be read.
void report_unreadable(const std::string& path, const ReadProblem& problem, DiagnosticBag& bag);

/// Writes a file whole or not at all.
/// @return false, and a diagnostic, where it could not
bool save_file(const std::string& path, std::string_view bytes, DiagnosticBag& bag);

/// Why the system refused, in words that do not depend on its locale: "il disco è pieno".
Text system_words(int error);

/// True for what is wrong with a file as such, not with what it says: exit status 5.
bool is_io(Code code);

}  // namespace leps::inline diagnostics
