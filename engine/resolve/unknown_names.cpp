#include "resolve/unknown_names.hpp"

#include "base/nearest.hpp"
#include "resolve/other_kinds.hpp"
#include "resolve/unfit_words.hpp"
#include "resolve/unknown_units.hpp"
#include "syntax/characters.hpp"
#include "syntax/everyday_words.hpp"
#include "syntax/functions.hpp"
#include "syntax/keywords.hpp"
#include "syntax/number_words.hpp"

#include <algorithm>

namespace leps::inline resolving {

namespace {

/// `STANDARD` for `STANDARD_REGIONALE`: the one name of which these are whole words.
std::optional<std::string> only_longer_name(const std::string& part,
                                            const std::vector<std::string>& candidates) {
  constexpr std::size_t kShortest = 3;
  if (part.size() < kShortest) return std::nullopt;
  const std::string words = folded("_" + part + "_");
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    if (folded("_" + candidate + "_").find(words) == std::string::npos) continue;
    if (found && *found != candidate) return std::nullopt;
    found = candidate;
  }
  return found;
}

/// Where one of a few things is chosen, and their author is not likely to add another.
bool is_of_closed_list(const UnknownName& mistake) {
  const std::vector<NameKind>& kinds = mistake.wanted.kinds;
  return !mistake.candidates.empty() || kinds == std::vector{NameKind::category} ||
         kinds == std::vector{NameKind::group} || kinds == std::vector{NameKind::table};
}

/// What there is, where it is little enough to be read.
std::optional<Text> list_of(const std::vector<std::string>& candidates) {
  constexpr std::size_t kMostListed = 6;
  if (candidates.empty() || candidates.size() > kMostListed) return std::nullopt;
  std::string all;
  for (const std::string& each : candidates) all += (all.empty() ? "" : ", ") + each;
  return Text("qui si può scrivere: " + all, "here may stand: " + all);
}

/// `somma di a e b`, `tutti fra a, b`: words for what has a form.
std::optional<Text> function_to_write(const UnknownName& mistake) {
  if (mistake.other || mistake.wanted.role != Role::value) return std::nullopt;
  const std::string name = folded(mistake.name);
  const auto in_file = [&](Keyword keyword) { return word(keyword, mistake.language); };
  if (name == "tutti" || name == "tutte" || name == "all" || name == "both") {
    return format({"se devono valere tutti scrivi: a {0} b", "if all must hold write: a {0} b"},
                  {in_file(Keyword::logical_and)});
  }
  if (name.starts_with("nessun") || name == "none") {
    return format({"se non ne deve valere nessuno scrivi: {0} 0 {1} a, b",
                   "if none may hold write: {0} 0 {1} a, b"},
                  {in_file(Keyword::at_most), in_file(Keyword::in_list)});
  }
  if (!function_word(mistake.name, mistake.language)) return std::nullopt;
  const std::string rows =
      std::string(in_file(Keyword::for_every)) + " r " + std::string(in_file(Keyword::in)) + " …";
  if (name == in_file(Keyword::sum)) {
    return format({"'{0}' vuole le parentesi: {0}(r.campo {1}); di due valori scrivi a + b",
                   "'{0}' takes parentheses: {0}(r.field {1}); of two values write a + b"},
                  {mistake.name, rows});
  }
  return format({"'{0}' è una funzione, e vuole le parentesi: {0}(…)",
                 "'{0}' is a function, and takes parentheses: {0}(…)"},
                {mistake.name});
}

std::optional<NameKind> kind_declared_by(Keyword block) {
  switch (block) {
    case Keyword::source:
      return NameKind::source;
    case Keyword::units:
      return NameKind::unit;
    case Keyword::category:
      return NameKind::category;
    case Keyword::datum:
      return NameKind::datum;
    case Keyword::parameter:
      return NameKind::parameter;
    case Keyword::computed:
      return NameKind::computed;
    case Keyword::rule:
      return NameKind::rule;
    case Keyword::ordering:
      return NameKind::ordering;
    case Keyword::table:
      return NameKind::table;
    case Keyword::field:
      return NameKind::field;
    case Keyword::requirement:
      return NameKind::requirement;
    case Keyword::group:
      return NameKind::group;
    case Keyword::check:
      return NameKind::check;
    default:
      return std::nullopt;
  }
}

}  // namespace

UnknownNames::UnknownNames(const Names& names, const Resolved& resolved)
    : names_(names), resolved_(resolved) {
  for (const ast::File& file : resolved.program->files) {
    unread_.insert(file.unread_words.begin(), file.unread_words.end());
    for (const Keyword block : file.nameless) {
      if (const auto kind = kind_declared_by(block)) nameless_.insert(*kind);
    }
    languages_[file.source] = file.language;
  }
}

void UnknownNames::add(const ast::Identifier& name, const Wanted& wanted,
                       std::vector<std::string> candidates) {
  if (unread_.count(name.text) > 0) return;  // its declaration may be what could not be read
  const auto [at, added] =
      known_mistakes_.emplace(std::pair(wanted.what.it, name.text), mistakes_.size());
  if (added) {
    mistakes_.push_back({name.text,
                         wanted,
                         {},
                         meaning_elsewhere(names_, resolved_, name.text),
                         std::move(candidates),
                         languages_[name.span.source]});
    UnknownName& mistake = mistakes_.back();
    mistake.is_value_elsewhere = mistake.other && (mistake.other->kind == NameKind::datum ||
                                                   mistake.other->kind == NameKind::computed);
    if (is_of_unit(mistake) && says_which_unit(resolved_, mistake)) mistake.other.reset();
  }
  mistakes_[at->second].where.push_back(name.span);
}

void UnknownNames::report(DiagnosticBag& bag) {
  for (const UnknownName& mistake : mistakes_) report(mistake, bag);
}

Diagnostic& UnknownNames::headline(const UnknownName& mistake,
                                   const std::optional<std::string>& near,
                                   DiagnosticBag& bag) const {
  const Span where = mistake.where.front();
  const Wanted& wanted = mistake.wanted;
  if (mistake.other) {
    return bag.report(Code::name_wrong_kind, where,
                      {mistake.name, mistake.other->what, wanted.what});
  }
  if (is_of_unit(mistake)) return report_unit(resolved_, mistake, bag);
  if (is_of_value(mistake, near)) return report_value(mistake, bag);
  return bag.report(Code::name_unknown, where, {mistake.name, wanted.what});
}

std::optional<Instead> UnknownNames::advice(const UnknownName& mistake,
                                            const std::optional<std::string>& near) const {
  if (mistake.other) return what_to_write(mistake);
  if (is_of_unit(mistake)) return near ? std::nullopt : unit_to_write(resolved_, mistake);
  return is_of_value(mistake, near) ? value_to_write(mistake, near) : std::nullopt;
}

// `oggi`, `vero`: words that say what the language says with others.
std::optional<Keyword> UnknownNames::everyday_word(const UnknownName& mistake) {
  const std::vector<NameKind>& kinds = mistake.wanted.kinds;
  if (mistake.other || std::find(kinds.begin(), kinds.end(), NameKind::word) == kinds.end()) {
    return std::nullopt;
  }
  return everyday_value(mistake.name, mistake.language);
}

bool UnknownNames::report_number_in_words(const UnknownName& mistake, DiagnosticBag& bag) {
  const auto number = number_in_words(mistake.name, mistake.language);
  const auto part = part_in_words(mistake.name, 1, mistake.language);
  const std::vector<NameKind>& kinds = mistake.wanted.kinds;
  const bool value = std::find(kinds.begin(), kinds.end(), NameKind::datum) != kinds.end() &&
                     std::find(kinds.begin(), kinds.end(), NameKind::computed) != kinds.end();
  if ((!number && !part) || mistake.other || !value) return false;
  const std::string figures = number ? std::to_string(*number) : *part;
  bag.report(Code::syntax_everyday_words, mistake.where.front(), {mistake.name, figures})
      .mend({mistake.where.front(), figures});
  return true;
}

// `x o frazione` reads as a join of two names where it does not stand behind a level.
bool UnknownNames::report_fraction(const UnknownName& mistake, DiagnosticBag& bag) {
  const std::string fraction(word(Keyword::fraction, mistake.language));
  const std::string words =
      std::string(word(Keyword::logical_or, mistake.language)) + ' ' + fraction;
  const bool plural = mistake.name == "frazioni" || mistake.name == "fractions";
  if ((mistake.name != fraction && !plural) || mistake.other ||
      mistake.wanted.role != Role::value) {
    return false;
  }
  const std::string of = ' ' + std::string(word(Keyword::of, mistake.language)) + ' ';
  bag.report(Code::fraction_misplaced, mistake.where.front(), {words})
      .hint(Text("scrivi: livello" + of + "popolazione " + words,
                 "write: level" + of + "population " + words));
  return true;
}

void UnknownNames::report_everyday(const UnknownName& mistake, Keyword meant, bool only,
                                   DiagnosticBag& bag) {
  const std::string written(word(meant, mistake.language));
  Diagnostic& found =
      bag.report(Code::syntax_everyday_words, mistake.where.front(), {mistake.name, written});
  const bool today = meant == Keyword::survey_date;
  found.mend({mistake.where.front(), written, only && !today});
  if (today) {
    found.hint(
        Text("è il giorno a cui si riferiscono i dati: un giudizio non cambia con il giorno "
             "in cui lo si chiede",
             "it is the day that the data are of: a judgement does not change with the day "
             "on which it is asked for"));
  }
}

// What a declaration without a name was to declare; a name that is near to a longer one is
// misspelt.
bool UnknownNames::may_be_nameless(const UnknownName& mistake,
                                   const std::optional<std::string>& near) const {
  constexpr std::size_t kShortName = 3;
  const std::vector<NameKind>& kinds = mistake.wanted.kinds;
  const bool lost = std::any_of(kinds.begin(), kinds.end(),
                                [&](NameKind kind) { return nameless_.contains(kind); });
  return lost && (!near || mistake.name.size() < kShortName);
}

void UnknownNames::report(const UnknownName& mistake, DiagnosticBag& bag) {
  if (report_number_in_words(mistake, bag)) return;
  const auto near = nearest_to(mistake);
  if (may_be_nameless(mistake, near)) return;
  if (!near && report_fraction(mistake, bag)) return;
  // Where its type is known, how a value is written says more; `oggi` is no value to be given.
  if (const auto meant = everyday_word(mistake)) {
    const bool today = *meant == Keyword::survey_date && !is_literal(mistake.wanted.role);
    if (today || !is_of_value(mistake, near)) {
      return report_everyday(mistake, *meant, !near, bag);
    }
  }
  Diagnostic& found = headline(mistake, near, bag);
  if (found.left_out) return;
  if (mistake.other && mistake.other->where) {
    found.label(*mistake.other->where, Text("è dichiarato qui", "it is declared here"));
  }
  constexpr std::size_t kMostLabels = 4;
  for (std::size_t i = 1; i < mistake.where.size() && i < kMostLabels; ++i) {
    found.label(mistake.where[i], Text("usato anche qui", "used here too"));
  }
  if (const auto known = advice(mistake, near)) {
    suggest(found, mistake.where.front(), *known);
    return;
  }
  if (near) {
    suggest(found, mistake.where.front(),
            {Text("forse volevi dire '" + *near + "'?", "did you mean '" + *near + "'?"), *near});
    return;
  }
  if (const auto form = function_to_write(mistake)) {
    found.hint(*form);
    return;
  }
  if (!mistake.other) {
    found.hint(Text("correggi il nome, o dichiaralo in uno dei file",
                    "correct the name, or declare it in one of the files"));
  }
  if (!is_of_closed_list(mistake)) return;
  if (const auto list = list_of(names_for(mistake))) found.hint(*list);
}

// Comparing with every known name is slow enough to matter only where hundreds are wrong, and
// then the nearest name is not what its author needs.
std::optional<std::string> UnknownNames::nearest_to(const UnknownName& mistake) {
  constexpr int kMostSearches = 200;
  if (++searches_ > kMostSearches) return std::nullopt;
  const std::vector<std::string> candidates = names_for(mistake);
  const auto near = nearest(mistake.name, candidates);
  return near || is_of_unit(mistake) ? near : only_longer_name(mistake.name, candidates);
}

// Where a written value of a known type must stand, only its words may be meant.
std::vector<std::string> UnknownNames::names_for(const UnknownName& mistake) const {
  if (!mistake.candidates.empty()) return mistake.candidates;
  const Wanted& wanted = mistake.wanted;
  if (is_literal(wanted.role) && wanted.type) return words_of(*wanted.type);
  std::vector<std::string> candidates;
  for (const NameKind kind : wanted.kinds) add_names(kind, candidates);
  return candidates;
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
    case NameKind::area:
      return add_keys(names_.areas);
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
