#include "trees/read_trees.hpp"

#include "base/watch.hpp"
#include "source/extension.hpp"
#include "trees/json_tree.hpp"
#include "trees/yaml_tree.hpp"

namespace leps::inline trees {

std::vector<trees::DataNode> read_trees(const SourceMap& sources,
                                        const std::vector<SourceId>& files, DiagnosticBag& bag) {
  std::vector<trees::DataNode> trees;
  for (const SourceId file : files) {
    auto root = extension_of(sources.name(file)) == ".json" ? trees::read_json(sources, file, bag)
                                                            : trees::read_yaml(sources, file, bag);
    if (root) trees.push_back(*std::move(root));
    advance();
  }
  return trees;
}

}  // namespace leps::inline trees
