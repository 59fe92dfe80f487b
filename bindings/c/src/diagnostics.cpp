#include "diagnostics.hpp"

#include "lookup.hpp"

#include "base/watch.hpp"
#include "diagnostics/render.hpp"

namespace leps::capi {
namespace {

// The numbers in the header are the engine's own: a severity crosses the boundary by a cast.
static_assert(LEPS_SEVERITY_ERROR == static_cast<int>(Severity::error));
static_assert(LEPS_SEVERITY_WARNING == static_cast<int>(Severity::warning));
static_assert(LEPS_SEVERITY_NOTE == static_cast<int>(Severity::note));

Text rendered(const Diagnostic& diagnostic, const SourceMap& sources) {
  return {render(diagnostic, sources, {Language::italian, false}),
          render(diagnostic, sources, {Language::english, false})};
}

leps_diagnostic make_diagnostic(const Diagnostic& from, const SourceMap& sources) {
  leps_diagnostic to;
  to.code = name(from.code).data();  // a literal of codes.def: ended by a NUL, never freed
  to.severity = static_cast<leps_severity>(severity(from.code));
  to.message = from.message;
  to.place = place_of(from.where, from.path, sources);
  for (const Diagnostic::Label& label : from.labels) {
    to.labels.push_back({place_of(label.where, {}, sources), label.text});
  }
  to.hints = from.hints;
  if (const auto& with = from.replacement) {
    to.replacement = {place_of(with->where, {}, sources),
                      sources.line_column(with->where.source, with->where.end), with->text,
                      with->certain};
  }
  to.rendered = rendered(from, sources);
  return to;
}

}  // namespace

leps_place place_of(const std::optional<Span>& where, const std::string& path,
                    const SourceMap& sources) {
  if (!where) return {path, 0, 0, 0, 0};
  const LineColumn at = sources.line_column(*where);
  const bool workbook = sources.sheet(where->source) != nullptr;
  return {sources.name(where->source), at.line, at.column, workbook ? 0 : where->begin,
          workbook ? 0 : where->end};
}

std::unique_ptr<leps_diagnostics> make_diagnostics(const DiagnosticBag& bag,
                                                   const SourceMap& sources) {
  auto diagnostics = std::make_unique<leps_diagnostics>();
  for (const Diagnostic& diagnostic : bag.all()) {
    checkpoint();
    diagnostics->all.push_back(make_diagnostic(diagnostic, sources));
  }
  return diagnostics;
}

}  // namespace leps::capi

using leps::capi::words;

void leps_diagnostics_free(leps_diagnostics* diagnostics) { delete diagnostics; }

size_t leps_diagnostics_count(const leps_diagnostics* diagnostics) {
  return diagnostics ? diagnostics->all.size() : 0;
}

const leps_diagnostic* leps_diagnostics_at(const leps_diagnostics* diagnostics, size_t index) {
  return index < leps_diagnostics_count(diagnostics) ? &diagnostics->all[index] : nullptr;
}

const char* leps_diagnostic_code(const leps_diagnostic* diagnostic) {
  return diagnostic ? diagnostic->code : nullptr;
}

leps_severity leps_diagnostic_severity(const leps_diagnostic* diagnostic) {
  return diagnostic ? diagnostic->severity : LEPS_SEVERITY_NOTE;
}

const char* leps_diagnostic_message(const leps_diagnostic* diagnostic, leps_language language) {
  return diagnostic ? words(diagnostic->message, language) : nullptr;
}

const leps_place* leps_diagnostic_place(const leps_diagnostic* diagnostic) {
  return diagnostic ? &diagnostic->place : nullptr;
}

size_t leps_diagnostic_label_count(const leps_diagnostic* diagnostic) {
  return diagnostic ? diagnostic->labels.size() : 0;
}

const char* leps_diagnostic_label(const leps_diagnostic* diagnostic, size_t index,
                                  leps_language language) {
  if (index >= leps_diagnostic_label_count(diagnostic)) return nullptr;
  return words(diagnostic->labels[index].text, language);
}

const leps_place* leps_diagnostic_label_place(const leps_diagnostic* diagnostic, size_t index) {
  if (index >= leps_diagnostic_label_count(diagnostic)) return nullptr;
  return &diagnostic->labels[index].place;
}

size_t leps_diagnostic_hint_count(const leps_diagnostic* diagnostic) {
  return diagnostic ? diagnostic->hints.size() : 0;
}

const char* leps_diagnostic_hint(const leps_diagnostic* diagnostic, size_t index,
                                 leps_language language) {
  if (index >= leps_diagnostic_hint_count(diagnostic)) return nullptr;
  return words(diagnostic->hints[index], language);
}

const leps_place* leps_diagnostic_replacement_place(const leps_diagnostic* diagnostic) {
  return diagnostic && diagnostic->replacement ? &diagnostic->replacement->place : nullptr;
}

const char* leps_diagnostic_replacement_text(const leps_diagnostic* diagnostic) {
  return diagnostic && diagnostic->replacement ? diagnostic->replacement->text.c_str() : nullptr;
}

bool leps_diagnostic_replacement_is_certain(const leps_diagnostic* diagnostic) {
  return diagnostic && diagnostic->replacement && diagnostic->replacement->certain;
}

const char* leps_diagnostic_text(const leps_diagnostic* diagnostic, leps_language language) {
  return diagnostic ? words(diagnostic->rendered, language) : nullptr;
}

const char* leps_place_source(const leps_place* place) {
  return place ? place->source.c_str() : nullptr;
}

size_t leps_place_line(const leps_place* place) { return place ? place->line : 0; }
size_t leps_place_column(const leps_place* place) { return place ? place->column : 0; }
size_t leps_place_begin(const leps_place* place) { return place ? place->begin : 0; }
size_t leps_place_end(const leps_place* place) { return place ? place->end : 0; }
