// What a careful reader would say of a rulebook, as `leps lint` says it.
#include "lint/lint.hpp"
#include "control.hpp"
#include "diagnostics.hpp"
#include "examples/report_examples.hpp"
#include "handles.hpp"

using namespace leps;
using namespace leps::capi;

leps_status leps_rulebook_lint(leps_diagnostics** out, const leps_rulebook* rulebook,
                               const leps_control* control) {
  if (out) *out = nullptr;
  return guarded(control, [&]() -> leps_status {
    if (!out || !rulebook) return LEPS_ERROR_ARGUMENT;
    const CompiledRules& rules = *rulebook->rules;
    DiagnosticBag bag = rules.warnings;
    report_unreached(rules.rulebook, bag);
    lint(rules.rulebook, bag);
    bag.sort();
    auto findings = make_diagnostics(bag, rules.sources);
    log(LogLevel::info, [&] { return "lint: " + std::to_string(bag.count()) + " findings"; });
    *out = findings.release();
    return LEPS_OK;
  });
}
