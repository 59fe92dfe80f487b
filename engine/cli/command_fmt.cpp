#include "cli/command_fmt.hpp"

#include "cli/inputs.hpp"
#include "cli/mend_rules.hpp"
#include "cli/outcome.hpp"
#include "cli/output.hpp"
#include "cli/pack_around.hpp"
#include "cli/show_mends.hpp"
#include "diagnostics/load_source.hpp"
#include "source/read_file.hpp"
#include "syntax/parse.hpp"
#include "syntax/print.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <variant>

namespace leps::cli {
namespace {

constexpr const char* kStandardInput = "-";

std::string print_as_asked(const ast::Program& program, const Options& options) {
  const ast::File& file = program.files.front();
  return print(program, file, options.to.value_or(file.language));
}

/// The canonical text; none, and messages, where the source cannot be read as rules.
std::optional<std::string> lay_out(const SourceMap& sources, const Options& options,
                                   DiagnosticBag& bag) {
  const ast::Program program = parse(sources, bag);
  if (bag.has_errors() || program.files.empty()) return std::nullopt;
  std::string laid_out = print_as_asked(program, options);

  // The user's only copy of a law is about to be replaced: what replaces it must read as rules
  // again, and as the same ones.
  SourceMap again;
  again.add(sources.name(SourceId{0}), laid_out);
  DiagnosticBag mistakes;
  const ast::Program reread = parse(again, mistakes);
  if (mistakes.has_errors() || reread.files.empty() ||
      print_as_asked(reread, options) != laid_out) {
    throw std::logic_error("fmt: " + sources.name(SourceId{0}) + ": the layout does not hold");
  }
  return laid_out;
}

/// All of standard input; none, and a message, where it is closed or fails.
std::optional<std::string> read_standard_input(DiagnosticBag& bag) {
  std::string bytes;
  std::array<char, 1 << 16> chunk{};
  while (bytes.size() <= kMaxRulesBytes) {  // what is longer is refused by add_source()
    const ssize_t count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (count == 0) break;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      bag.report(Code::io_cannot_read, kStandardInput, {system_words(errno)});
      return std::nullopt;
    }
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
  }
  return bytes;
}

std::optional<std::string> read_bytes(const std::string& path, DiagnosticBag& bag) {
  if (path == kStandardInput) return read_standard_input(bag);
  auto read = read_file(path, kMaxRulesBytes);
  if (auto* bytes = std::get_if<std::string>(&read)) return std::move(*bytes);
  report_unreadable(path, std::get<ReadProblem>(read), bag);
  return std::nullopt;
}

/// The bytes with the mistakes mended that can be mended in one way; shows each.
std::string mend(const std::string& path, const std::string& bytes, const Options& options,
                 std::size_t& made) {
  const bool alone = path == kStandardInput;  // what folder it is of nobody knows
  const MendedRules mended = mend_rules(
      path, bytes,
      alone ? FindInNames() : [&](std::string_view text, SourceMap& sources, DiagnosticBag& bag) {
        return find_in_pack(path, text, options.files, sources, bag);
      });
  made = mended.made.size();
  if (made > 0) tell(show_mends(path, bytes, mended.made, options));
  return mended.bytes;
}

/// One file. Adds to `result` what goes to standard output.
ExitStatus format_file(const std::string& path, const Options& options, std::string& result) {
  SourceMap sources;
  DiagnosticBag bag;
  // The bytes as they are, so that a byte-order mark too is something to take away.
  const std::optional<std::string> bytes = read_bytes(path, bag);
  std::size_t made = 0;
  std::optional<std::string> mended = bytes;
  if (bytes && options.fix) mended = mend(path, *bytes, options, made);
  std::optional<std::string> laid_out;
  if (mended && add_source(sources, path, *mended, kMaxRulesBytes, bag)) {
    laid_out = lay_out(sources, options, bag);
  }
  // A file that still has mistakes keeps its layout, and what was mended of it.
  if (!laid_out && made > 0) laid_out = mended;
  const bool changes = laid_out && *laid_out != *bytes;
  if (laid_out && options.check_only) {
    if (changes) result += path + "\n";
  } else if (laid_out && path == kStandardInput) {
    result += *laid_out;
  } else if (changes && !save_file(path, *laid_out, bag)) {
    tell(bag, sources, options);
    return ExitStatus::cannot_read_or_write;
  }
  tell(bag, sources, options);
  if (options.fix) tell(count_mends(path, made, bag, options));
  const ExitStatus status = status_of(bag, ExitStatus::wrong_rules);
  if (status == ExitStatus::good && options.check_only && changes) return ExitStatus::not_all_good;
  return status;
}

}  // namespace

ExitStatus fmt(const Options& options) {
  std::string result;
  ExitStatus worst = ExitStatus::good;
  for (const std::string& path : options.files) {
    worst = std::max(worst, format_file(path, options, result));
  }
  return deliver(result, options, worst);
}

}  // namespace leps::cli
