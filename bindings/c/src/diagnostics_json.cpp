// All the findings of a handle as JSON, with the writer of the engine's own reports.
#include "diagnostics.hpp"

#include "json/json_diagnostics.hpp"

namespace {

leps::Severity severity_of(leps_severity severity) {
  switch (severity) {
    case LEPS_SEVERITY_ERROR:
      return leps::Severity::error;
    case LEPS_SEVERITY_WARNING:
      return leps::Severity::warning;
    case LEPS_SEVERITY_NOTE:
      break;
  }
  return leps::Severity::note;
}

std::optional<leps::Finding::Replacement> replacement_of(const leps_diagnostic& diagnostic) {
  const auto& with = diagnostic.replacement;
  if (!with) return std::nullopt;
  return leps::Finding::Replacement{with->place.source,
                                    {with->place.line, with->place.column},
                                    with->end,
                                    with->text,
                                    with->certain};
}

std::string write(const std::vector<leps_diagnostic>& all) {
  std::vector<leps::Finding> findings;
  for (const leps_diagnostic& each : all) {
    findings.push_back({each.code, severity_of(each.severity), each.place.source, each.place.line,
                        each.place.column, &each.message, &each.hints, replacement_of(each)});
  }
  return leps::write_json(findings);
}

}  // namespace

const char* leps_diagnostics_json(const leps_diagnostics* diagnostics, size_t* length) {
  if (length) *length = 0;
  if (!diagnostics) return nullptr;
  return diagnostics->json.get(length, [&] { return write(diagnostics->all); });
}
