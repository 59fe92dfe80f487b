#include "resolve/slips.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace leps::inline resolving {
namespace {

using UsedNames = std::set<std::string, std::less<>>;

UsedNames used_categories(const Resolved& resolved) {
  UsedNames used;
  for (const Resolved::RuleEntry& rule : resolved.rules) {
    for (const auto& version : rule.versions) used.insert(version.decl->category.text);
  }
  return used;
}

UsedNames used_data(const Resolved& resolved) {
  UsedNames used;
  for (const auto& [expr, referent] : resolved.referents) {
    if (const auto* datum = std::get_if<DatumId>(&referent)) {
      used.insert(resolved.data[*datum].name().text);
    }
  }
  for (const Resolved::DatumEntry& datum : resolved.data) {
    if (datum.decl && datum.decl->part_of) used.insert(datum.decl->part_of->whole.text);
  }
  for (const auto& [expr, meaning] : resolved.aggregates) {
    used.insert(resolved.tables[meaning.table].decl->name.text);
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
    for (const ast::OtherFacts& other : example.decl->others) {
      for (const ast::Given& given : other.givens) used.insert(given.datum.text);
    }
  }
  return used;
}

/// Finds the names that may be a slip away from one: two such names are alike, or one is the other,
/// once a letter is taken out. Each against each would take a pack of names and nothing else
/// minutes.
class Neighbours {
 public:
  explicit Neighbours(const std::vector<const ast::Identifier*>& entries) {
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      for (const Form form : forms(entries[i]->text)) known_.emplace_back(form, i);
    }
    std::sort(known_.begin(), known_.end());
  }

  /// Their places, in order; some that are no slip away, and the name itself, may be among them.
  [[nodiscard]] std::vector<std::uint32_t> of(const std::string& name) const {
    std::vector<std::uint32_t> found;
    for (const Form form : forms(name)) {
      auto at = std::lower_bound(known_.begin(), known_.end(), std::pair(form, std::uint32_t{0}));
      for (; at != known_.end() && at->first == form; ++at) found.push_back(at->second);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  using Form = std::size_t;  // its hash: what only looks alike is told apart later

  /// A name, and the name without each of its letters.
  static std::vector<Form> forms(const std::string& name) {
    constexpr std::size_t kLongestName = 200;  // beyond it nobody misspelt anything
    if (name.size() > kLongestName) return {};
    const std::hash<std::string> hash;
    std::vector<Form> all = {hash(name)};
    for (std::size_t i = 0; i < name.size(); ++i) {
      std::string shorter = name;
      all.push_back(hash(shorter.erase(i, 1)));
    }
    return all;
  }

  std::vector<std::pair<Form, std::uint32_t>> known_;
};

// Of two that nobody uses, the later one is the slip.
void report(const std::vector<const ast::Identifier*>& entries, const UsedNames& used,
            DiagnosticBag& bag) {
  const Neighbours neighbours(entries);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const ast::Identifier& name = *entries[i];
    if (used.contains(name.text)) continue;
    for (const std::uint32_t j : neighbours.of(name.text)) {
      const ast::Identifier& other = *entries[j];
      if (i < j && !used.contains(other.text)) continue;
      if (!one_slip_apart(name.text, other.text)) continue;
      bag.report(Code::name_slip, name.span, {name.text, other.text})
          .label(other.span, Text("l'altro è qui", "the other is here"))
          .hint(Text("se è lo stesso, scrivilo allo stesso modo; se è un altro, dagli un nome che "
                     "non si possa scambiare",
                     "if it is the same, spell it the same way; if it is another, give it a name "
                     "that cannot be mistaken"))
          .mend({name.span, other.text});
      break;
    }
  }
}

}  // namespace

void report_slips(const Resolved& resolved, DiagnosticBag& bag) {
  std::vector<const ast::Identifier*> categories, data;
  for (const auto& entry : resolved.categories) categories.push_back(&entry.decl->name);
  // Fields are only ever used through their table, which knows all of them.
  for (const auto& entry : resolved.data) {
    if (!entry.field) data.push_back(&entry.name());
  }
  report(categories, used_categories(resolved), bag);
  report(data, used_data(resolved), bag);
}

}  // namespace leps::inline resolving
