#include "resolve/unknown_names.hpp"

#include "base/nearest.hpp"

namespace leps::inline resolving {

UnknownNames::UnknownNames(const Names& names, const Resolved& resolved)
    : names_(names), resolved_(resolved) {
  for (const ast::File& file : resolved.program->files) {
    unread_.insert(file.unread_words.begin(), file.unread_words.end());
  }
}

void UnknownNames::add(const ast::Identifier& name, const Wanted& wanted,
                       std::vector<std::string> candidates) {
  if (unread_.count(name.text) > 0) return;  // its declaration may be what could not be read
  const auto [at, added] =
      known_mistakes_.emplace(std::pair(wanted.what.it, name.text), mistakes_.size());
  if (added) {
    mistakes_.push_back(
        {name.text, wanted, {}, any_meaning(names_, resolved_, name.text), std::move(candidates)});
  }
  mistakes_[at->second].where.push_back(name.span);
}

void UnknownNames::report(DiagnosticBag& bag) {
  for (const Mistake& mistake : mistakes_) report(mistake, bag);
}

void UnknownNames::report(const Mistake& mistake, DiagnosticBag& bag) {
  const Wanted& wanted = mistake.wanted;
  const bool unit = wanted.kinds == std::vector{NameKind::unit};
  const Span where = mistake.where.front();
  Diagnostic& found = mistake.other
                          ? bag.report(Code::name_wrong_kind, where,
                                       {mistake.name, one(mistake.other->kind), wanted.what})
                      : unit ? bag.report(Code::unit_unknown, where, {mistake.name})
                             : bag.report(Code::name_unknown, where, {mistake.name, wanted.what});
  if (found.left_out) return;  // nobody would read what was searched for
  if (mistake.other && mistake.other->where) {
    found.label(*mistake.other->where, Text("è dichiarato qui", "it is declared here"));
  }
  constexpr std::size_t kMostLabels = 4;
  for (std::size_t i = 1; i < mistake.where.size() && i < kMostLabels; ++i) {
    found.label(mistake.where[i], Text("usato anche qui", "used here too"));
  }
  if (const auto near = nearest_to(mistake)) {
    found.hint(Text("forse volevi dire '" + *near + "'?", "did you mean '" + *near + "'?"));
  } else if (!mistake.other) {
    found.hint(unit ? Text("le unità si dichiarano: aggiungila alla riga 'unità'",
                           "units are declared: add it to the line 'units'")
                    : Text("correggi il nome, o dichiaralo in uno dei file",
                           "correct the name, or declare it in one of the files"));
  }
}

// Comparing with every known name is slow enough to matter only where hundreds are wrong, and
// then the nearest name is not what its author needs.
std::optional<std::string> UnknownNames::nearest_to(const Mistake& mistake) {
  constexpr int kMostSearches = 200;
  if (++searches_ > kMostSearches) return std::nullopt;
  if (!mistake.candidates.empty()) return nearest(mistake.name, mistake.candidates);
  std::vector<std::string> candidates;
  for (const NameKind kind : mistake.wanted.kinds) add_names(kind, candidates);
  return nearest(mistake.name, candidates);
}

void UnknownNames::add_names(NameKind kind, std::vector<std::string>& into) const {
  const auto add_keys = [&](const auto& names) {
    for (const auto& entry : names) into.push_back(entry.first);
  };
  switch (kind) {
    case NameKind::source:
      return add_keys(names_.sources);
    case NameKind::unit:
      for (const char* symbol : {"ore", "giorni", "settimane", "hours", "days", "weeks"}) {
        into.emplace_back(symbol);
      }
      return add_keys(resolved_.units);
    case NameKind::category:
      return add_keys(names_.categories);
    case NameKind::rule:
      return add_keys(names_.rules);
    case NameKind::ordering:
      return add_keys(names_.orderings);
    case NameKind::requirement:
    case NameKind::field:
      return;  // known only within a rule or a table
    case NameKind::group:
      return add_keys(names_.groups);
    case NameKind::check:
      return add_keys(names_.checks);
    case NameKind::table:
    case NameKind::datum:
    case NameKind::parameter:
    case NameKind::computed:
    case NameKind::word:
      for (const auto& [name, referent] : names_.values) {
        if (kind_of(resolved_, referent) == kind) into.push_back(name);
      }
      return;
  }
}

}  // namespace leps::inline resolving
