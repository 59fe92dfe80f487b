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

// Of two that nobody uses, the later one is the slip.
template <class Key, class Entry>
void report(const IdMap<Key, Entry>& entries, const Names& used, DiagnosticBag& bag) {
  for (const Key key : entries.keys()) {
    const ast::Identifier& name = entries[key].decl->name;
    if (used.contains(name.text)) continue;
    for (const Key other_key : entries.keys()) {
      const ast::Identifier& other = entries[other_key].decl->name;
      if (key < other_key && !used.contains(other.text)) continue;
      if (!one_slip_apart(name.text, other.text)) continue;
      bag.report(Code::name_slip, name.span, {name.text, other.text})
          .label(other.span, Text("l'altro è qui", "the other is here"))
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
