#include "texts.hpp"

#include "base/watch.hpp"
#include "diagnostics/load_source.hpp"
#include "source/check_text.hpp"

#include <algorithm>
#include <string>

namespace leps::capi {

bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = character_length(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

bool well_formed(const leps_text* files, std::size_t count) {
  if (!files || count == 0) return false;
  return std::all_of(files, files + count, [](const leps_text& file) {
    return file.name && is_utf8(file.name) && (file.text || file.length == 0);
  });
}

std::vector<SourceId> add_texts(SourceMap& sources, const leps_text* files, std::size_t count,
                                std::uint64_t limit, DiagnosticBag& bag) {
  std::vector<SourceId> added;
  for (const leps_text* file = files; file != files + count; ++file) {
    spend_input(file->length);  // before it is copied
    std::string bytes = file->text ? std::string(file->text, file->length) : std::string();
    if (const auto id = add_source(sources, file->name, std::move(bytes), limit, bag)) {
      added.push_back(*id);
    }
  }
  return added;
}

}  // namespace leps::capi
