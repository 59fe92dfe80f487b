#include "include.hpp"

#include "boundary.hpp"
#include "texts.hpp"

#include "base/watch.hpp"
#include "diagnostics/load_source.hpp"

#include <deque>
#include <string>

struct leps_files {
  struct File {
    std::string name, text;
  };
  std::deque<File> all;
  bool out_of_memory = false;
};

namespace leps::capi {

Include include_by(const leps_compile_options& options, SourceMap& sources) {
  return [&](const std::string& pack, DiagnosticBag& bag) -> std::vector<SourceId> {
    leps_files files;
    bool found = false;
    {
      const WatchScope nobody(nullptr);  // the callback may call the library itself
      found = options.include(options.include_user, pack.c_str(), &files);
    }
    // First: a callback that could not add a file has reason to answer that it has none.
    if (files.out_of_memory) throw std::bad_alloc();
    if (!found) return {};
    std::vector<leps_text> texts;
    for (const leps_files::File& file : files.all) {
      texts.push_back({file.name.c_str(), file.text.data(), file.text.size()});
    }
    return add_texts(sources, texts.data(), texts.size(), kMaxRulesBytes, bag);
  };
}

}  // namespace leps::capi

using namespace leps::capi;

leps_status leps_files_add(leps_files* files, const char* name, const char* text,
                           size_t text_length) {
  const leps_text file = {name, text, text_length};
  if (!files || !well_formed(&file, 1)) return LEPS_ERROR_ARGUMENT;
  const leps_status status = guarded([&] {
    files->all.push_back({name, text ? std::string(text, text_length) : std::string()});
    return LEPS_OK;
  });
  files->out_of_memory = files->out_of_memory || status == LEPS_ERROR_MEMORY;
  return status;
}
