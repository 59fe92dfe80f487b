// The command `leps`. What goes wrong with the user's files or words is said by cli/; what gets
// here is a failure of the machine or of the program, and is called so.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "source/write_file.hpp"

#include <csignal>
#include <exception>
#include <new>
#include <string_view>

namespace {

int fail(std::string_view it, std::string_view en) {
  // Nothing here may need memory: there may be none. In both languages: which one is not known.
  for (const std::string_view text : {it, en}) (void)leps::write_file("/dev/fd/2", text);
  return static_cast<int>(leps::cli::ExitStatus::our_bug);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe and a file grown too large are problems to
  std::signal(SIGXFSZ, SIG_IGN);  // be told, not reasons to be killed half way
  try {
    leps::cli::hold_standard_streams();
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    return static_cast<int>(leps::cli::run(words));
  } catch (const std::bad_alloc&) {
    return fail("leps: la memoria non basta per questi file\n",
                "leps: there is not enough memory for these files\n");
  } catch (const std::exception& bug) {
    (void)leps::write_file("/dev/fd/2", bug.what());
    return fail("\nleps: errore del programma, non dei tuoi file: segnalalo\n",
                "leps: a mistake of the program, not of your files: please report it\n");
  } catch (...) {
    return fail("leps: errore del programma, non dei tuoi file: segnalalo\n",
                "leps: a mistake of the program, not of your files: please report it\n");
  }
}
