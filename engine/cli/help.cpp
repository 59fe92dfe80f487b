#include "cli/help.hpp"

namespace leps::cli {
namespace {

std::string_view page(Command command, Language language) {
  switch (command) {
#define LEPS_PAGE(of, it, en) \
  case Command::of:           \
    return language == Language::italian ? std::string_view(it) : std::string_view(en);
#include "cli/help_pages.def"
#undef LEPS_PAGE
    case Command::version:
      break;
  }
  return {};
}

}  // namespace

std::string_view welcome(Language language) { return page(Command::welcome, language); }
std::string_view overview(Language language) { return page(Command::help, language); }

std::string_view help_page(Command command, Language language) {
  const bool of_all = command == Command::welcome || command == Command::version;
  return of_all ? overview(language) : page(command, language);
}

}  // namespace leps::cli
