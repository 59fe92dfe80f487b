#include "resolve/slips.hpp"

#include "base/nearest.hpp"

#include <set>
#include <string>

namespace leps::resolving {
namespace {

using Names = std::set<std::string, std::less<>>;

Names used_categories(const Resolved& resolved) {
  Names used;
  for (const Resolved::RuleEntry& rule : resolved.rules) {
    for (const auto& version : rule.versions) used.insert(version.decl->category.text);
  }
  return used;
}

Names used_data(const Resolved& resolved) {
  Names used;
  for (const auto& [expr, referent] : resolved.referents) {
    if (const auto* datum = std::get_if<DatumId>(&referent)) {
      used.insert(resolved.data[*datum].decl->name.text);
    }
  }
  for (const Resolved::RuleEntry& rule : resolved.rules) {
    for (const auto& version : rule.versions) {
      for (const ast::Requirement& requirement : version.decl->requirements) {
        for (const ast::Lever& lever : requirement.levers) used.insert(lever.datum.text);
      }
    }
  }
  for (const auto& example : resolved.examples) {
    for (const ast::Given& given : example.decl->givens) used.insert(given.datum.text);
  }
  return used;
}

template <class Entries>
void report(const Entries& entries, const Names& used, DiagnosticBag& bag) {
  for (const auto& entry : entries) {
    const ast::Identifier& name = entry.decl->name;
    if (used.contains(name.text)) continue;
    for (const auto& other : entries) {
      if (!one_slip_apart(name.text, other.decl->name.text)) continue;
      bag.report(Code::name_slip, name.span, {name.text, other.decl->name.text})
          .label(other.decl->name.span, Text("l'altro è qui", "the other is here"))
          .hint(Text("se è lo stesso, scrivilo allo stesso modo; se è un altro, dagli un nome che "
                     "non si possa scambiare",
                     "if it is the same, spell it the same way; if it is another, give it a name "
                     "that cannot be mistaken"));
      break;
    }
  }
}

}  // namespace

void report_slips(const Resolved& resolved, DiagnosticBag& bag) {
  report(resolved.categories, used_categories(resolved), bag);
  report(resolved.data, used_data(resolved), bag);
}

}  // namespace leps::resolving
