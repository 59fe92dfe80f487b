// The command `leps`. What goes wrong with the user's files or words is said by cli/; what gets
// here is a failure of the machine or of the program, and is called so.
#include "cli/output.hpp"
#include "cli/run.hpp"

#include <unistd.h>

#include <csignal>
#include <exception>
#include <new>
#include <string_view>

namespace {

using namespace std::string_view_literals;

/// Says the same in both languages: which one the user wants is not known here. Allocates nothing:
/// there may be nothing left to allocate.
int fail(std::string_view why, std::string_view it, std::string_view en) {
  for (const std::string_view text :
       {"leps: "sv, it, "\nleps: "sv, en, "\n"sv, why, why.empty() ? ""sv : "\n"sv}) {
    if (::write(STDERR_FILENO, text.data(), text.size()) < 0) break;
  }
  return static_cast<int>(leps::cli::ExitStatus::our_bug);
}

constexpr std::string_view kBugIt = "errore del programma, non dei tuoi file: segnalalo";
constexpr std::string_view kBugEn = "a mistake of the program, not of your files: please report it";

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe and a file grown too large are problems to
  std::signal(SIGXFSZ, SIG_IGN);  // be told, not reasons to be killed half way
  try {
    leps::cli::hold_standard_streams();
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    return static_cast<int>(leps::cli::run(words));
  } catch (const std::bad_alloc&) {
    return fail("", "la memoria non basta per questi file",
                "there is not enough memory for these files");
  } catch (const std::exception& bug) {
    return fail(bug.what(), kBugIt, kBugEn);
  } catch (...) {
    return fail("", kBugIt, kBugEn);
  }
}
