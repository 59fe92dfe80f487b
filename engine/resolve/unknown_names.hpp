// Names that mean nothing where they are used, or something of another kind. Each is reported once,
// at its first place, with the others as labels and the nearest name that would do.
#pragma once

#include "resolve/instead.hpp"
#include "resolve/wanted.hpp"
#include "syntax/keywords.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace leps::inline resolving {

/// One name, and every place that uses it.
struct UnknownName {
  std::string name;
  Wanted wanted;
  std::vector<Span> where;
  std::optional<OtherMeaning> other;
  std::vector<std::string> candidates;
  Language language = Language::italian;  // of the file that uses it first
  bool is_value_elsewhere = false;        // a datum or a computed amount has the name
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
  void report(const UnknownName& mistake, DiagnosticBag& bag);
  /// What the language says for a word of every day; nothing where it is none, or a name.
  static std::optional<Keyword> everyday_word(const UnknownName& mistake);
  /// `due` for 2; false where it is none, or no number is wanted.
  static bool report_number_in_words(const UnknownName& mistake, DiagnosticBag& bag);
  static bool report_fraction(const UnknownName& mistake, DiagnosticBag& bag);
  /// @param only  nothing else that is declared may be meant
  static void report_everyday(const UnknownName& mistake, Keyword meant, bool only,
                              DiagnosticBag& bag);
  Diagnostic& headline(const UnknownName& mistake, const std::optional<std::string>& near,
                       DiagnosticBag& bag) const;
  /// What to write there, where the place or the kind of the name says it.
  [[nodiscard]] std::optional<Instead> advice(const UnknownName& mistake,
                                              const std::optional<std::string>& near) const;
  std::optional<std::string> nearest_to(const UnknownName& mistake);
  [[nodiscard]] bool may_be_nameless(const UnknownName& mistake,
                                     const std::optional<std::string>& near) const;
  [[nodiscard]] std::vector<std::string> names_for(const UnknownName& mistake) const;
  void add_names(NameKind kind, std::vector<std::string>& into) const;

  const Names& names_;
  const Resolved& resolved_;
  std::set<std::string, std::less<>> unread_;
  std::set<NameKind> nameless_;
  std::map<SourceId, Language> languages_;
  std::vector<UnknownName> mistakes_;
  std::map<std::pair<std::string, std::string>, std::size_t> known_mistakes_;
  int searches_ = 0;
};

}  // namespace leps::inline resolving
