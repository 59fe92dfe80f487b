#include "resolve/repeated_names.hpp"

#include <map>
#include <string_view>

namespace leps::inline resolving {

void report_repetitions(const std::vector<ast::Identifier>& names, DiagnosticBag& bag) {
  std::map<std::string_view, Span> seen;
  for (const ast::Identifier& name : names) {
    const auto [first, added] = seen.emplace(name.text, name.span);
    if (added) continue;
    bag.report(Code::name_repeated, name.span, {name.text})
        .label(first->second, Text("già qui", "already here"))
        .hint(Text("toglilo, o correggi uno dei due", "take it away, or correct one of the two"));
  }
}

}  // namespace leps::inline resolving
