#include "check/check_rules.hpp"

#include "check/amend_rule.hpp"
#include "check/check_declarations.hpp"
#include "check/check_periods.hpp"
#include "check/check_version.hpp"
#include "check/layers.hpp"
#include "syntax/keywords.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

// A version in a pack that stands on the rule's own changes nothing: it is a second one.
std::optional<Text> instead_of_version(const Context& context, const Resolved::RuleEntry& entry,
                                       const Resolved::Entry<ast::RuleDecl>& version) {
  const auto lower =
      std::find_if(entry.versions.begin(), entry.versions.end(), [&](const auto& each) {
        return layer_of(context.resolved, each.pack) < layer_of(context.resolved, version.pack);
      });
  if (lower == entry.versions.end()) return std::nullopt;
  const Language language = context.language_at(version.decl->name.span);
  // What it asks is one of the requirements that are there, or one more.
  const std::string& asked = version.decl->requirements.front().name.text;
  const auto& there = lower->decl->requirements;
  const bool replaces = std::any_of(there.begin(), there.end(),
                                    [&](const auto& each) { return each.name.text == asked; });
  const std::string change =
      std::string(word(Keyword::amend, language)) + " " +
      (replaces ? std::string(word(Keyword::requirement, language)) + " " + entry.name + "." +
                      asked + ": …"
                : std::string(word(Keyword::rule, language)) + " " + entry.name + " … " +
                      std::string(word(Keyword::requirement, language)) + " " + asked + ": …");
  return format({"la regola è già del pacchetto '{0}': per cambiarla scrivi: {1}",
                 "the rule is already of the package '{0}': to change it write: {1}"},
                {context.resolved.packs[lower->pack].name, change});
}

// The days of a declared version, up to where a pack on top of its own ends the rule; none where
// that is before it begins.
std::optional<Period> until_ended(const Context& context, const typed::Rule& rule,
                                  const Resolved::Entry<ast::RuleDecl>& version) {
  constexpr std::chrono::days kOne{1};
  Period days = version.decl->in_force.period;
  for (const typed::Ending& ending : rule.endings) {
    if (ending.requirement || !stands_on(context.resolved, ending.by.pack, version.pack)) continue;
    if (ending.day <= days.from) return std::nullopt;
    if (!days.to || ending.day <= *days.to) days.to = ending.day - kOne;
  }
  return days;
}

// A rule is of one area, whichever of its versions say so.
std::optional<AreaId> area_of_versions(Context& context, const Resolved::RuleEntry& entry) {
  std::optional<AreaId> found;
  const ast::Identifier* first = nullptr;
  for (const auto& version : entry.versions) {
    const auto area = area_of(context, version.decl->area);
    if (!area) continue;
    if (found && *found != *area) {
      context.bag.report(Code::rule_two_areas, version.decl->area->span, {entry.name, first->text})
          .label(first->span, Text("l'altra è qui", "the other is here"));
      continue;
    }
    found = area;
    first = &*version.decl->area;
  }
  return found;
}

}  // namespace

void check_rules(Context& context, const Uses& uses) {
  LinearSolver solver(context, uses);
  for (const Resolved::RuleEntry& entry : context.resolved.rules) {
    typed::Rule rule{entry.name, area_of_versions(context, entry), {}, {}, {}};
    for (const auto& version : entry.versions) {
      rule.versions.push_back(check_version(context, uses, solver, *version.decl, version.pack));
    }
    amend_rule(context, uses, solver, entry, rule);
    std::vector<Dated> days;
    for (const auto& version : entry.versions) {
      const auto period = until_ended(context, rule, version);
      if (!period) continue;
      days.push_back(
          {*period, version.decl->in_force.span, instead_of_version(context, entry, version)});
    }
    check_sequence(context, Text("la regola '" + entry.name + "'", "the rule '" + entry.name + "'"),
                   days);
    context.typed.rules.add(std::move(rule));
  }
}

}  // namespace leps::inline checking
