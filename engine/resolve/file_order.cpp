#include "resolve/file_order.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace leps::inline resolving {

std::vector<const ast::File*> lower_packs_first(const ast::Program& program) {
  std::map<std::string_view, std::string_view> extended;
  for (const ast::File& file : program.files) {
    if (file.extends) extended.emplace(file.package.text, file.extends->package.text);
  }
  const auto height = [&](std::string_view pack) {
    std::size_t steps = 0;  // packs in a circle are as high as they are many
    for (auto at = extended.find(pack); at != extended.end() && steps < extended.size(); ++steps) {
      at = extended.find(at->second);
    }
    return steps;
  };
  std::vector<std::pair<std::size_t, const ast::File*>> files;
  for (const ast::File& file : program.files) files.emplace_back(height(file.package.text), &file);
  std::stable_sort(files.begin(), files.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const ast::File*> ordered;
  for (const auto& [steps, file] : files) ordered.push_back(file);
  return ordered;
}

}  // namespace leps::inline resolving
