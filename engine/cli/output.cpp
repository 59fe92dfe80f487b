#include "cli/output.hpp"

#include "diagnostics/load_source.hpp"
#include "diagnostics/render.hpp"
#include "source/write_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace leps::cli {
namespace {

constexpr const char* kStandardOutput = "/dev/fd/1";
constexpr const char* kStandardError = "/dev/fd/2";

// https://no-color.org: any value but the empty one.
bool refuses_color() {
  const char* const refused = std::getenv("NO_COLOR");
  return refused != nullptr && *refused != '\0';
}

bool colored(const Options& options, int descriptor) {
  if (options.color != ColorMode::automatic) return options.color == ColorMode::always;
  return ::isatty(descriptor) == 1 && !refuses_color();
}

}  // namespace

void tell(const DiagnosticBag& bag, const SourceMap& sources, const Options& options) {
  const std::string text =
      render(bag, sources, {options.language, colored(options, STDERR_FILENO)});
  // Where even this cannot be written there is nobody left to tell.
  if (!text.empty()) (void)write_file(kStandardError, text);
}

ExitStatus deliver(std::string_view result, const Options& options, ExitStatus status) {
  DiagnosticBag bag;
  if (options.out) {
    if (save_file(*options.out, result, bag)) return status;
  } else {
    const auto problem = write_file(kStandardOutput, result);
    // A reader who has had enough (`leps check … | head`) is no mistake.
    if (!problem || problem->error == EPIPE) return status;
    bag.report(Code::command_cannot_print, "", {system_words(problem->error)});
  }
  tell(bag, SourceMap(), options);
  return ExitStatus::cannot_read_or_write;
}

ExitStatus lacks_room(const Options& options) {
  DiagnosticBag bag;
  bag.report(Code::io_cannot_write, options.out.value_or(""), {system_words(ENOSPC)})
      .hint(
          {"un foglio di calcolo si compone in file temporanei: controlla che in /tmp ci sia posto",
           "a workbook is put together in temporary files: check that there is room in /tmp"});
  tell(bag, SourceMap(), options);
  return ExitStatus::cannot_read_or_write;
}

WriteOptions write_options(const Options& options) {
  const bool color =
      options.out ? options.color == ColorMode::always : colored(options, STDOUT_FILENO);
  return {options.language, color, options.edition, options.details};
}

void hold_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The wrong way round, so that using it fails, as it did while it was closed. The lowest free
    // number is the one just found to be free.
    (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace leps::cli
