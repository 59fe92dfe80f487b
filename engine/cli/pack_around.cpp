#include "cli/pack_around.hpp"

#include "check/check.hpp"
#include "cli/inputs.hpp"
#include "cli/mend_rules.hpp"
#include "diagnostics/expand_paths.hpp"
#include "diagnostics/load_source.hpp"
#include "resolve/resolve.hpp"
#include "source/extension.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

namespace leps::cli {
namespace {

namespace fs = std::filesystem;

/// A file of rules that may belong to the pack.
struct Neighbour {
  std::string path, text, package;
  std::optional<std::string> extends;
  bool broken = false;
};

Neighbour read_as_neighbour(const std::string& path, std::string_view text) {
  SourceMap sources;
  DiagnosticBag bag;
  sources.add(path, std::string(text));
  const ast::Program program = parse(sources, bag);
  Neighbour neighbour{path, std::string(text), {}, {}, bag.has_errors()};
  if (program.files.empty()) return neighbour;
  neighbour.package = program.files.front().package.text;
  if (const auto& extends = program.files.front().extends) {
    neighbour.extends = extends->package.text;
  }
  return neighbour;
}

/// Files of rules in the folder of a file, and none below it.
std::vector<std::string> files_beside(const std::string& path) {
  constexpr std::size_t kMost = 1000;  // beyond it is no folder of rules
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  std::vector<std::string> files;
  for (fs::directory_iterator each(folder.empty() ? "." : folder, error), end;
       !error && each != end && files.size() < kMost; each.increment(error)) {
    const std::string name = each->path().filename();
    std::error_code unknown;
    if (!name.starts_with('.') && extension_of(name) == ".leps" && each->is_regular_file(unknown)) {
      files.push_back(each->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

class PackReader {
 public:
  explicit PackReader(Neighbour own) { keep(std::move(own)); }

  /// @param mended  as they will be once their own mistakes are mended
  void add(const std::vector<std::string>& paths, bool mended) {
    for (const std::string& path : paths) {
      std::error_code error;
      const bool known = std::any_of(all_.begin(), all_.end(), [&](const Neighbour& each) {
        return each.path == path || fs::equivalent(each.path, path, error);
      });
      if (known || path == "-") continue;
      SourceMap sources;
      DiagnosticBag ignored;
      const auto file = load_source(sources, path, kMaxRulesBytes, ignored);
      if (!file) continue;
      std::string text(sources.text(*file));
      if (mended) text = mend_rules(path, std::move(text), {}).bytes;
      keep(read_as_neighbour(path, text));
    }
  }

  /// The packs that are extended and of which no file is there.
  [[nodiscard]] bool lacks_pack() {
    std::set<std::string> packages;
    for (const Neighbour& each : all_) packages.insert(each.package);
    return std::any_of(all_.begin(), all_.end(), [&](const Neighbour& each) {
      return needs(each) && each.extends && !packages.contains(*each.extends);
    });
  }

  /// @return false where one of the files cannot be read
  bool add_to(SourceMap& sources) {
    bool whole = true;
    for (const Neighbour& each : all_) {
      if (!needs(each)) continue;
      whole = whole && !each.broken;
      sources.add(each.path, each.text);
    }
    return whole;
  }

 private:
  void keep(Neighbour neighbour) { all_.push_back(std::move(neighbour)); }

  /// Whether a file is of the pack of the first one, or of one that it stands on.
  bool needs(const Neighbour& file) {
    std::set<std::string> needed = {all_.front().package};
    for (std::size_t before = 0; before != needed.size();) {
      before = needed.size();
      for (const Neighbour& each : all_) {
        if (needed.contains(each.package) && each.extends) needed.insert(*each.extends);
      }
    }
    return needed.contains(file.package);
  }

  std::vector<Neighbour> all_;  // the file itself first
};

/// A name for which nothing was found, not even one that is near: its declaration may stand in a
/// file that nobody gave.
bool may_lack_a_file(const DiagnosticBag& bag) {
  return std::any_of(bag.all().begin(), bag.all().end(), [](const Diagnostic& found) {
    const bool unknown = found.code == Code::name_unknown || found.code == Code::unit_unknown ||
                         found.code == Code::layer_unknown_pack;
    return unknown && !found.replacement;
  });
}

}  // namespace

SourceId find_in_pack(const std::string& path, std::string_view text,
                      const std::vector<std::string>& given, SourceMap& sources,
                      DiagnosticBag& bag) {
  PackReader pack(read_as_neighbour(path, text));
  pack.add(given, true);
  pack.add(files_beside(path), false);
  if (pack.lacks_pack()) {
    DiagnosticBag ignored;
    pack.add(expand_paths({shipped_rules()}, {".leps"}, ignored), false);
  }
  const SourceId own = sources.next();
  if (!pack.add_to(sources) || pack.lacks_pack()) return own;
  DiagnosticBag found;
  const ast::Program program = parse(sources, found);
  check(resolve(program, found), found);
  if (!may_lack_a_file(found)) bag.append(std::move(found));
  return own;
}

}  // namespace leps::cli
