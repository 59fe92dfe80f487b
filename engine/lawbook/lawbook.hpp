// The packs as pages that a lawyer can check against the law: a start page, a page for each rule,
// and pages for data, numbers, amounts, sources, orderings, examples, and what is still in doubt.
#pragma once

#include "schedule/rulebook.hpp"
#include "syntax/ast.hpp"

#include <string>
#include <vector>

namespace leps::lawbook {

struct DocPage {
  std::string name;  // of its file: lower case letters, digits, `_`, `-`, and `.html`
  std::string text;
};

/// How every page says which command wrote it, so that it can be told from a file of the user's.
inline constexpr std::string_view kDocGenerator = "leps doc";

/// The first page is the one to begin with. Pages link only to each other and to sources of law;
/// each stands alone, without script or outside resource.
/// @param program  what the rulebook was compiled from, to show rules as they are written
std::vector<DocPage> write_doc(const Rulebook& rulebook, const ast::Program& program,
                               Language language);

}  // namespace leps::lawbook
