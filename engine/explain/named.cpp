#include "explain/named.hpp"

#include "syntax/keywords.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace leps::inline explaining {
namespace {

constexpr std::array kKinds = {Keyword::rule,      Keyword::computed, Keyword::datum,
                               Keyword::parameter, Keyword::table,    Keyword::area};

struct Finder {
  const Typed& typed;
  std::vector<std::pair<std::string, Named>> all = {};  // of a kind in the order of the packs

  void collect(Keyword kind) {
    switch (kind) {
      case Keyword::rule:
        return add(typed.rules);
      case Keyword::computed:
        for (const ComputedId id : typed.computed.keys()) {
          if (!typed.computed[id].stands_for) all.emplace_back(typed.computed[id].name, id);
        }
        return;
      case Keyword::datum:
        for (const DatumId id : typed.data.keys()) {
          const typed::Datum& datum = typed.data[id];
          const bool table = std::holds_alternative<RowsOf>(datum.type);
          if (!datum.field_of && !table) all.emplace_back(datum.name, id);
        }
        return;
      case Keyword::parameter:
        for (const ParameterId id : typed.parameters.keys()) {
          all.emplace_back(typed.parameters[id].declared_name(), id);
        }
        return;
      case Keyword::table:
        return add(typed.tables);
      default:
        return add(typed.areas);
    }
  }

 private:
  template <class Id, class Declared>
  void add(const IdMap<Id, Declared>& declared) {
    for (const Id id : declared.keys()) all.emplace_back(declared[id].name, id);
  }
};

}  // namespace

std::vector<Named> find_named(const Typed& typed, std::string_view name) {
  std::vector<Named> found;
  const std::size_t colon = name.find(':');
  const std::string_view kind = name.substr(0, colon == std::string_view::npos ? 0 : colon);
  if (!kind.empty()) name.remove_prefix(colon + 1);
  for (const Keyword each : kKinds) {
    if (!kind.empty() && kind != word(each, Language::italian) &&
        kind != word(each, Language::english)) {
      continue;
    }
    Finder finder{typed};
    finder.collect(each);
    const auto at = std::find_if(finder.all.begin(), finder.all.end(),
                                 [&](const auto& one) { return one.first == name; });
    if (at != finder.all.end()) found.push_back(at->second);
  }
  return found;
}

std::vector<std::string> names_to_explain(const Typed& typed) {
  Finder finder{typed};
  for (const Keyword kind : kKinds) finder.collect(kind);
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  for (const auto& [name, named] : finder.all) {
    if (seen.insert(name).second) names.push_back(name);
  }
  return names;
}

std::string say_named(const Named& named, const Typed& typed, Language language) {
  struct Name {
    const Typed& typed;
    std::string operator()(RuleId id) const { return typed.rules[id].name; }
    std::string operator()(ComputedId id) const { return typed.computed[id].name; }
    std::string operator()(DatumId id) const { return typed.data[id].name; }
    std::string operator()(ParameterId id) const {
      return std::string(typed.parameters[id].declared_name());
    }
    std::string operator()(TableId id) const { return typed.tables[id].name; }
    std::string operator()(AreaId id) const { return typed.areas[id].name; }
  };
  return std::string(word(kKinds[named.index()], language)) + ":" + std::visit(Name{typed}, named);
}

}  // namespace leps::inline explaining
