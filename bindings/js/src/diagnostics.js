// Findings about rules and data as plain objects, and the error that carries them.

const severities = ['error', 'warning', 'note'];

const languages = { it: 0, en: 1 };

function inBoth(engine, read) {
  return { it: engine.text(read(languages.it)), en: engine.text(read(languages.en)) };
}

function times(count, read) {
  return Array.from({ length: count }, (_, index) => read(index));
}

export function placeAt(engine, pointer) {
  const { calls } = engine;
  const file = engine.text(calls._leps_place_source(pointer));
  if (!file) return null;
  return {
    file,
    line: calls._leps_place_line(pointer),
    column: calls._leps_place_column(pointer),
    begin: calls._leps_place_begin(pointer),
    end: calls._leps_place_end(pointer),
  };
}

function replacementAt(engine, pointer) {
  const { calls } = engine;
  const place = calls._leps_diagnostic_replacement_place(pointer);
  if (!place) return null;
  return {
    place: placeAt(engine, place),
    text: engine.text(calls._leps_diagnostic_replacement_text(pointer)),
    certain: Boolean(calls._leps_diagnostic_replacement_is_certain(pointer)),
  };
}

function diagnosticAt(engine, pointer) {
  const { calls } = engine;
  return {
    code: engine.text(calls._leps_diagnostic_code(pointer)),
    severity: severities[calls._leps_diagnostic_severity(pointer)],
    message: inBoth(engine, (language) => calls._leps_diagnostic_message(pointer, language)),
    place: placeAt(engine, calls._leps_diagnostic_place(pointer)),
    labels: times(calls._leps_diagnostic_label_count(pointer), (index) => ({
      place: placeAt(engine, calls._leps_diagnostic_label_place(pointer, index)),
      text: inBoth(engine, (language) => calls._leps_diagnostic_label(pointer, index, language)),
    })),
    hints: times(calls._leps_diagnostic_hint_count(pointer), (index) =>
      inBoth(engine, (language) => calls._leps_diagnostic_hint(pointer, index, language))),
    replacement: replacementAt(engine, pointer),
    text: inBoth(engine, (language) => calls._leps_diagnostic_text(pointer, language)),
  };
}

/** All of a leps_diagnostics, which stays its owner's; none of NULL. */
export function diagnosticsAt(engine, pointer) {
  return times(engine.calls._leps_diagnostics_count(pointer), (index) =>
    diagnosticAt(engine, engine.calls._leps_diagnostics_at(pointer, index)));
}

/** The same, and frees it. */
export function takeDiagnostics(engine, pointer) {
  const all = diagnosticsAt(engine, pointer);
  engine.calls._leps_diagnostics_free(pointer);
  return all;
}

// The values of leps_status; 0 is LEPS_OK.
const statuses =
  [undefined, 'rules', 'data', 'argument', 'memory', 'internal', 'limit', 'cancelled'];

export class LepsError extends Error {
  constructor(engine, status, diagnostics, language) {
    const sentence =
      engine.text(engine.calls._leps_status_message(status, languages[language]));
    const findings = diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ text }) => text[language]);
    super(`${sentence}\n${findings.join('')}`.trimEnd());
    this.status = statuses[status] ?? 'internal';
    this.diagnostics = diagnostics;
  }

  get name() {
    return 'LepsError';
  }
}

export { languages, times };
