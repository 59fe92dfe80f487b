// Names that mean nothing where they are used, or something of another kind. Each is reported once,
// at its first place, with the others as labels and the nearest name that would do.
#pragma once

#include "resolve/names.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace leps::inline resolving {

/// What a place needs a name for.
struct Wanted {
  Text what;                    // «un dato, un parametro o un calcolo»
  std::vector<NameKind> kinds;  // whose names may be meant
};

class UnknownNames {
 public:
  /// @param names, resolved  what is known; must outlive this
  UnknownNames(const Names& names, const Resolved& resolved);

  /// @param candidates  the names that may be meant, where `wanted.kinds` does not say which
  void add(const ast::Identifier& name, const Wanted& wanted,
           std::vector<std::string> candidates = {});
  void report(DiagnosticBag& bag);

 private:
  /// One name, and every place that uses it.
  struct Mistake {
    std::string name;
    Wanted wanted;
    std::vector<Span> where;
    std::optional<OtherMeaning> other;
    std::vector<std::string> candidates;
  };

  void report(const Mistake& mistake, DiagnosticBag& bag);
  std::optional<std::string> nearest_to(const Mistake& mistake);
  void add_names(NameKind kind, std::vector<std::string>& into) const;

  const Names& names_;
  const Resolved& resolved_;
  std::set<std::string, std::less<>> unread_;
  std::vector<Mistake> mistakes_;
  std::map<std::pair<std::string, std::string>, std::size_t> known_mistakes_;
  int searches_ = 0;
};

}  // namespace leps::inline resolving
