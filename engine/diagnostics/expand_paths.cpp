#include "diagnostics/expand_paths.hpp"

#include "diagnostics/load_source.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <unordered_set>

namespace leps::inline diagnostics {
namespace {

namespace fs = std::filesystem;

// By ASCII rules: std::tolower would answer to the locale.
bool has_extension(const fs::path& path, const std::vector<std::string>& extensions) {
  std::string own = path.extension();
  for (char& c : own) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::find(extensions.begin(), extensions.end(), own) != extensions.end();
}

std::string in_words(const std::vector<std::string>& extensions) {
  std::string words;
  for (const std::string& extension : extensions) {
    words += (words.empty() ? "" : ", ") + extension;
  }
  return words;
}

/// What stands in a folder under the name of a file and would be waited for, or searched, for ever.
std::optional<Text> not_a_file(const fs::file_status& status, bool link) {
  switch (status.type()) {
    case fs::file_type::fifo:
      return Text("una pipe", "a pipe");
    case fs::file_type::socket:
      return Text("un socket", "a socket");
    case fs::file_type::character:
    case fs::file_type::block:
      return Text("un dispositivo", "a device");
    case fs::file_type::directory:
      if (link) return Text("un collegamento a una cartella", "a link to a folder");
      return std::nullopt;
    default:
      return std::nullopt;  // a file, or a link to nothing, of which its reader will say so
  }
}

/// Adds the files under `folder`. A folder within that cannot be read is reported, the rest read.
void walk(const fs::path& folder, const std::vector<std::string>& extensions,
          std::vector<std::string>& files, DiagnosticBag& bag) {
  std::vector<fs::path> open = {folder};
  while (!open.empty()) {
    const fs::path at = std::move(open.back());
    open.pop_back();
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator next(at, error);
    for (; !error && next != fs::directory_iterator(); next.increment(error)) {
      entries.push_back(*next);
    }
    std::sort(entries.begin(), entries.end());  // the system gives them in any order
    for (const fs::directory_entry& entry : entries) {
      const fs::path& path = entry.path();
      // `~$dati.xlsx` is the lock that Excel holds while the file is open.
      const std::string own = path.filename();  // a copy: filename() returns a temporary
      if (own.starts_with('.') || own.starts_with("~$")) continue;
      std::error_code ignored;  // an entry that has just gone is no entry
      const bool link = entry.is_symlink(ignored);
      const fs::file_status status = entry.status(ignored);
      if (fs::is_directory(status) && !link) {
        open.push_back(path);
      } else if (has_extension(path, extensions)) {
        if (const auto other = not_a_file(status, link)) {
          bag.report(Code::io_passed_over, path, {*other})
              .hint({"per leggerlo, dai il suo percorso", "to have it read, give its path"});
        } else {
          files.push_back(path);
        }
      }
    }
    if (error) bag.report(Code::io_cannot_read, at, {system_words(error.value())});
  }
}

}  // namespace

std::vector<std::string> expand_paths(const std::vector<std::string>& paths,
                                      const std::vector<std::string>& extensions,
                                      DiagnosticBag& bag, const std::vector<std::string>& refused) {
  std::vector<std::string> wanted = extensions;
  wanted.insert(wanted.end(), refused.begin(), refused.end());
  std::vector<std::string> all;
  std::unordered_set<std::string> seen;
  const auto add = [&](const std::string& file) {
    if (seen.insert(file).second) all.push_back(file);
  };
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::status_known(status) || !fs::exists(status)) {
      bag.report(Code::io_cannot_read, path, {system_words(error.value())});
      continue;
    }
    if (!fs::is_directory(status)) {
      add(path);
      continue;
    }
    std::vector<std::string> files;
    DiagnosticBag problems;
    walk(path, wanted, files, problems);
    if (files.empty() && !problems.has_errors()) {
      bag.report(Code::io_nothing_found, path, {in_words(extensions)});
    }
    bag.append(std::move(problems));
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) add(file);
  }
  return all;
}

}  // namespace leps::inline diagnostics
