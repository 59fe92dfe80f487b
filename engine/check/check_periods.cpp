#include "check/check_periods.hpp"

#include "check/layers.hpp"
#include "check/words.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

// The parser reports a period that ends before it begins; here it is as if it were not there.
bool backwards(const Period& period) { return period.to && *period.to < period.from; }

void label_days(Diagnostic& found, const Dated& version) {
  const Text days = describe(version.period);
  found.label(version.where, Text("vale " + days.it, "it holds " + days.en));
}

}  // namespace

void check_sequence(Context& context, const Text& what, const std::vector<Dated>& versions) {
  const Dated* last = nullptr;  // the one that ends last of those seen so far
  for (const Dated& version : versions) {
    if (backwards(version.period)) continue;
    if (!last) {
      last = &version;
      continue;
    }
    if (last->period.overlaps(version.period)) {
      const bool upper_is_earlier = last->instead && !version.instead;
      const Dated& second = upper_is_earlier ? *last : version;
      Diagnostic& found =
          context.bag.report(Code::period_overlap, second.where,
                             {what, describe(*common_days(last->period, version.period))});
      label_days(found, *last);
      label_days(found, version);
      if (second.instead) {
        found.hint(*second.instead);
      } else if (!last->period.to && last->period.from < version.period.from) {
        const Text before = describe(version.period.from - std::chrono::days{1});
        found.hint(Text("se il primo finisce, scrivi quando: 'al " + before.it + "'",
                        "if the first one ends, write when: 'to " + before.en + "'"));
      }
    } else if (const Day next = *last->period.to + std::chrono::days{1};
               next < version.period.from && !context.resolved.incomplete) {
      const Period hole{next, version.period.from - std::chrono::days{1}};
      Diagnostic& found =
          context.bag.report(Code::period_hole, version.where, {what, describe(hole)});
      label_days(found, *last);
      label_days(found, version);
    }
    if (last->period.to && (!version.period.to || *version.period.to > *last->period.to)) {
      last = &version;
    }
  }
}

void check_coverage(Context& context, const ast::RuleDecl& rule, const Text& what,
                    const Dated& there, Span used) {
  const Period& needed = rule.in_force.period;
  if (context.resolved.incomplete || backwards(needed) || backwards(there.period)) return;
  if (there.period.contains(needed)) return;

  std::vector<Text> missing;
  if (!there.period.overlaps(needed)) {
    missing.push_back(describe(needed));
  } else {
    if (needed.from < there.period.from) {
      missing.push_back(describe(Period{needed.from, there.period.from - std::chrono::days{1}}));
    }
    if (there.period.to && (!needed.to || *there.period.to < *needed.to)) {
      missing.push_back(describe(Period{*there.period.to + std::chrono::days{1}, needed.to}));
    }
  }
  Text days = missing.front();
  if (missing.size() > 1)
    days = {days.it + " e " + missing[1].it, days.en + " and " + missing[1].en};

  Diagnostic& found =
      context.bag.report(Code::period_uncovered, used, {rule.name.text, what, days});
  label_days(found, {needed, rule.in_force.span});
  label_days(found, there);
}

}  // namespace leps::inline checking
