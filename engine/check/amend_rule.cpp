#include "check/amend_rule.hpp"

#include "check/check_declarations.hpp"
#include "check/check_version.hpp"
#include "check/layers.hpp"
#include "check/words.hpp"
#include "syntax/keywords.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace leps::inline checking {
namespace {

using Change = typed::Amendment::Change;
constexpr std::chrono::days kOneDay{1};

/// A rule, or one of its requirements.
using Part = std::optional<std::string>;

class RuleAmender {
 public:
  RuleAmender(Context& context, const Uses& uses, LinearSolver& solver,
              const Resolved::RuleEntry& entry, typed::Rule& rule)
      : context_(context), uses_(uses), solver_(solver), entry_(entry), rule_(rule) {}

  void run() {
    for (const auto& version : entry_.versions) {
      texts_.push_back({*version.decl, version.pack, {}, {}});
    }
    const std::vector<Resolved::RuleChange> changes = in_order();
    for (auto at = changes.begin(); at != changes.end();) {
      pack_ = at->pack;
      said_.clear();
      bool changed = false;
      for (; at != changes.end() && at->pack == pack_; ++at) {
        changed = std::visit([&](const auto* decl) { return amend(*decl); }, at->what) || changed;
      }
      if (!changed) continue;
      if (rule_.layers.empty()) rule_.layers.push_back({base(), rule_.versions});
      rule_.versions = checked();
      rule_.layers.push_back({pack_, rule_.versions});
    }
  }

 private:
  /// A text of the rule on some days, and who has changed it.
  struct Amended {
    ast::RuleDecl decl;
    PackId pack;
    std::optional<typed::Amendment> titled;
    std::map<std::string, std::vector<typed::Amendment>> requirements;

    [[nodiscard]] const ast::Requirement* find(const std::string& name) const {
      const auto& all = decl.requirements;
      const auto at = std::find_if(all.begin(), all.end(),
                                   [&](const auto& each) { return each.name.text == name; });
      return at == all.end() ? nullptr : &*at;
    }
    [[nodiscard]] bool has(const Part& part) const { return !part || find(*part); }
    [[nodiscard]] const Period& days() const { return decl.in_force.period; }
  };

  /// A title, or the text of a requirement, that the pack gives for some days.
  struct Said {
    Part part;
    Period days;
    Span where;
  };

  // A pack after those that it stands on. What it ends is no more when it changes what is left.
  [[nodiscard]] std::vector<Resolved::RuleChange> in_order() const {
    const auto key = [&](const Resolved::RuleChange& change) {
      const auto* ending = std::get_if<const ast::Ending*>(&change.what);
      return std::tuple(layer_of(context_.resolved, change.pack), change.pack, ending == nullptr,
                        ending ? (*ending)->end.day : Day{},
                        ending && (*ending)->requirement.has_value());
    };
    std::vector<Resolved::RuleChange> changes = entry_.changes;
    std::stable_sort(changes.begin(), changes.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return changes;
  }

  // ---- whose it is

  [[nodiscard]] PackId base() const {
    PackId lowest = entry_.versions.front().pack;
    for (const auto& version : entry_.versions) lowest = lower_of(lowest, version.pack);
    return lowest;
  }
  [[nodiscard]] PackId lower_of(PackId a, PackId b) const {
    return layer_of(context_.resolved, b) < layer_of(context_.resolved, a) ? b : a;
  }

  // The lowest pack that has a requirement of the name, declared with the rule or added to it.
  // Where none has, resolve/ has said so.
  [[nodiscard]] std::optional<PackId> owner(const std::string& requirement) const {
    std::optional<PackId> lowest;
    const auto look = [&](const std::vector<ast::Requirement>& all, PackId pack) {
      for (const ast::Requirement& each : all) {
        if (each.name.text == requirement) lowest = lower_of(lowest.value_or(pack), pack);
      }
    };
    for (const auto& version : entry_.versions) look(version.decl->requirements, version.pack);
    for (const Resolved::RuleChange& change : entry_.changes) {
      const auto* amendment = std::get_if<const ast::RuleAmendment*>(&change.what);
      if (amendment) look((*amendment)->requirements, change.pack);
    }
    return lowest;
  }

  // A pack changes what it stands on, and not what a pack on top of it declares.
  [[nodiscard]] bool is_beneath(const Amended& text, const Part& part = {}) const {
    PackId pack = text.pack;
    if (part) {
      const auto changed = text.requirements.find(*part);
      const bool added =
          changed != text.requirements.end() && changed->second.front().change == Change::added;
      if (added) pack = changed->second.front().pack;
    }
    return stands_on(context_.resolved, pack_, pack);
  }
  [[nodiscard]] bool concerns(const Amended& text, const Part& part) const {
    return text.has(part) && is_beneath(text, part);
  }
  [[nodiscard]] bool is_in_force(const Part& part, Day day) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const Amended& text) {
      return text.days().contains(day) && concerns(text, part);
    });
  }

  // ---- changes; true where something is changed

  bool amend(const ast::RequirementAmendment& amendment) {
    const Part part = amendment.requirement.name.text;
    const auto lower = owner(*part);
    if (!lower || !may_amend(context_, pack_, *lower, amendment.rule)) return false;
    const Period& days = amendment.in_force.period;
    if (!is_in_force(part, days.from)) return nothing(part, days, amendment.in_force.span);
    if (is_said(part, days, amendment.in_force.span)) return false;
    change_texts(days, part, [&](Amended& text) {
      for (ast::Requirement& requirement : text.decl.requirements) {
        if (requirement.name.text == *part) requirement = amendment.requirement;
      }
      std::vector<typed::Amendment>& by = text.requirements[*part];
      std::erase_if(by, [](const auto& each) { return each.change == Change::replaced; });
      by.push_back(say(amendment, Change::replaced, amendment.in_force_confidence,
                       amendment.requirement.name.span));
      return true;
    });
    return true;
  }

  bool amend(const ast::RuleAmendment& amendment) {
    if (!may_amend(context_, pack_, base(), amendment.rule)) return false;
    const Period& days = amendment.in_force.period;
    if (!is_in_force({}, days.from)) return nothing({}, days, amendment.in_force.span);
    if (amendment.title && is_said({}, days, amendment.in_force.span)) return false;
    std::vector<const ast::Requirement*> added;
    for (const ast::Requirement& requirement : amendment.requirements) {
      if (is_new(requirement, days)) added.push_back(&requirement);
    }
    change_texts(days, {}, [&](Amended& text) {
      if (amendment.title) {
        text.decl.title = *amendment.title;
        text.titled =
            say(amendment, Change::titled, amendment.in_force_confidence, amendment.title->span);
      }
      for (const ast::Requirement* requirement : added) {
        text.decl.requirements.push_back(*requirement);
        text.requirements[requirement->name.text] = {
            say(amendment, Change::added, amendment.in_force_confidence, requirement->name.span)};
      }
      return true;
    });
    return true;
  }

  bool amend(const ast::Ending& ending) {
    const Part part = ending.requirement ? Part(ending.requirement->text) : Part();
    const auto lower = part ? owner(*part) : base();
    if (!lower || !may_amend(context_, pack_, *lower, ending.rule)) return false;
    const Day before = ending.end.day - kOneDay;
    if (!is_in_force(part, before)) return nothing(part, {before, before}, ending.end.span);
    const Period days{ending.end.day, std::nullopt};
    std::vector<const Amended*> ended;
    for (const Amended& text : texts_) {
      if (text.days().overlaps(days) && concerns(text, part)) ended.push_back(&text);
    }
    if (ended.empty()) return nothing(part, days, ending.end.span);
    for (const Amended* text : ended) {
      if (is_binding(*text, part, ending)) return false;
      if (part && text->decl.requirements.size() == 1) return is_last(ending);
    }
    change_texts(days, part, [&](Amended& text) {
      if (!part) return false;
      std::erase_if(text.decl.requirements,
                    [&](const ast::Requirement& each) { return each.name.text == *part; });
      text.requirements.erase(*part);
      return true;
    });
    rule_.endings.push_back(
        {part, ending.end.day, say(ending, Change::ended, ending.end.confidence, ending.end.span)});
    return true;
  }

  // On some days every text that is concerned changes; before and after it stays as it is.
  /// @param change  false where nothing is left of the text
  template <class ChangeText>
  void change_texts(const Period& days, const Part& part, const ChangeText& change) {
    std::vector<Amended> result;
    for (const Amended& text : texts_) {
      const auto both = common_days(text.days(), days);
      if (!both || !concerns(text, part)) {
        result.push_back(text);
        continue;
      }
      for (const Period& period : without(text.days(), *both)) {
        result.push_back(text);
        result.back().decl.in_force.period = period;
      }
      Amended changed = text;
      changed.decl.in_force.period = *both;
      if (change(changed)) result.push_back(std::move(changed));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.days().from < b.days().from; });
    texts_ = std::move(result);
  }

  template <class Decl>
  [[nodiscard]] typed::Amendment say(const Decl& decl, Change change,
                                     const std::optional<ast::ConfidenceText>& confidence,
                                     Span where) const {
    return {change,
            pack_,
            source_ids(context_, decl.sources),
            confidence ? std::optional(confidence->value) : std::nullopt,
            texts(decl.notes),
            where,
            decl.span};
  }

  // What is wrong with a text that stands in several stretches of days is said once.
  std::vector<typed::RuleVersion> checked() {
    std::vector<typed::RuleVersion> versions;
    for (const Amended& text : texts_) {
      DiagnosticBag before = std::exchange(context_.bag, {});
      versions.push_back(check_version(context_, uses_, solver_, text.decl, text.pack));
      before.append_new(std::exchange(context_.bag, {}));
      context_.bag = std::move(before);
      versions.back().titled = text.titled;
      for (typed::Requirement& requirement : versions.back().requirements) {
        const auto at = text.requirements.find(requirement.name);
        if (at != text.requirements.end()) requirement.amendments = at->second;
      }
    }
    return versions;
  }

  // ---- what cannot be changed

  [[nodiscard]] Text named(const Part& part) const {
    if (!part) return {"la regola '" + entry_.name + "'", "the rule '" + entry_.name + "'"};
    const std::string path = "'" + entry_.name + "." + *part + "'";
    return {"il requisito " + path, "the requirement " + path};
  }
  [[nodiscard]] std::string in_file(Keyword keyword, Span where) const {
    return std::string(word(keyword, context_.language_at(where)));
  }
  [[nodiscard]] std::string amend_words(Keyword what, Span where) const {
    return in_file(Keyword::amend, where) + " " + in_file(what, where) + " " + entry_.name;
  }

  // It has no text on those days: it has ended, or it was never there.
  bool nothing(const Part& part, const Period& days, Span where) {
    for (const typed::Ending& ending : rule_.endings) {
      if ((ending.requirement && ending.requirement != part) || ending.day > days.from) continue;
      Diagnostic& found = context_.bag.report(Code::layer_ended, where,
                                              {named(ending.requirement), describe(ending.day)});
      const std::string& pack = context_.resolved.packs[ending.by.pack].name;
      found.label(ending.by.span,
                  Text("cessa qui, per '" + pack + "'", "it ends here, by '" + pack + "'"));
      const std::string again =
          ending.requirement ? amend_words(Keyword::rule, where) : in_file(Keyword::rule, where);
      found.hint(
          Text("correggi il giorno; ciò che è cessato non torna: per chiederlo di nuovo scrivi "
               "'" +
                   again + " …'",
               "correct the day; what has ended does not come back: to ask it again write '" +
                   again + " …'"));
      return false;
    }
    const bool later = std::any_of(texts_.begin(), texts_.end(), [&](const Amended& text) {
      return text.days().overlaps(days) && concerns(text, part);
    });
    const Period when = later ? Period{days.from, days.from} : days;
    Diagnostic& found =
        context_.bag.report(Code::layer_amends_nothing, where, {named(part), describe(when)});
    std::set<Span> shown;
    for (const Amended& text : texts_) {
      if (!concerns(text, part) || !shown.insert(text.decl.in_force.span).second) continue;
      const Text there = describe(text.days());
      found.label(text.decl.in_force.span,
                  Text("è in vigore " + there.it, "it is in force " + there.en));
    }
    return false;
  }

  // One pack gives a rule two titles, or a requirement two texts, for the same days.
  bool is_said(const Part& part, const Period& days, Span where) {
    for (const Said& before : said_) {
      const auto both = common_days(before.days, days);
      if (before.part != part || !both) continue;
      const Text title("il titolo della regola '" + entry_.name + "'",
                       "the title of the rule '" + entry_.name + "'");
      context_.bag
          .report(Code::period_overlap, where, {part ? named(part) : title, describe(*both)})
          .label(before.where, Text("la prima volta è qui", "the first time is here"))
          .hint(Text("scrivi quando finisce la prima modifica",
                     "write when the first amendment ends"));
      return true;
    }
    said_.push_back({part, days, where});
    return false;
  }

  bool is_binding(const Amended& text, const Part& part, const ast::Ending& ending) {
    const auto id = context_.resolved.meaning<CategoryId>(text.decl.category);
    const ast::CategoryDecl* category = id ? context_.resolved.categories[*id].decl : nullptr;
    if (!category || !category->binding) return false;
    const std::string amend = amend_words(Keyword::rule, ending.end.span);
    context_.bag
        .report(Code::layer_ends_binding, ending.end.span,
                {context_.resolved.packs[pack_].name, named(part), category->name.text})
        .label(category->name.span, Text("la categoria è qui", "the category is here"))
        .hint(Text("un livello inderogabile si può solo rendere più severo: con '" + amend +
                       "' si aggiungono requisiti",
                   "a binding level can only be made stricter: with '" + amend +
                       "' requirements are added"));
    return true;
  }

  bool is_last(const ast::Ending& ending) {
    const std::string end =
        amend_words(Keyword::rule, ending.end.span) + " " + in_file(Keyword::ends, ending.end.span);
    context_.bag
        .report(Code::layer_nothing_left, ending.requirement->span,
                {ending.requirement->text, entry_.name})
        .hint(Text("se finisce la regola scrivi '" + end + " …'",
                   "if the rule ends write '" + end + " …'"));
    return false;
  }

  bool is_new(const ast::Requirement& requirement, const Period& days) {
    for (const Amended& text : texts_) {
      const auto both = common_days(text.days(), days);
      const ast::Requirement* other = text.find(requirement.name.text);
      if (!both || !other || !is_beneath(text)) continue;
      const std::string change = amend_words(Keyword::requirement, requirement.name.span) + "." +
                                 requirement.name.text + ": …";
      context_.bag
          .report(Code::layer_requirement_taken, requirement.name.span,
                  {entry_.name, requirement.name.text, describe(*both)})
          .label(other->name.span, Text("è qui", "it is here"))
          .hint(Text(
              "per cambiarlo scrivi '" + change + "'; per averne uno in più scegli un altro nome",
              "to change it write '" + change + "'; to have one more choose another name"));
      return false;
    }
    return true;
  }

  Context& context_;
  const Uses& uses_;
  LinearSolver& solver_;
  const Resolved::RuleEntry& entry_;
  typed::Rule& rule_;
  PackId pack_;  // whose changes are being made
  std::vector<Said> said_;
  std::vector<Amended> texts_;
};

}  // namespace

void amend_rule(Context& context, const Uses& uses, LinearSolver& solver,
                const Resolved::RuleEntry& entry, typed::Rule& rule) {
  if (!entry.changes.empty()) RuleAmender(context, uses, solver, entry, rule).run();
}

}  // namespace leps::inline checking
