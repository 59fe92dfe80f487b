// The engine of leps for JavaScript: leps.d.ts says what each of these takes, gives and throws.
import { LepsError, diagnosticsAt, languages, takeDiagnostics, times } from './diagnostics.js';
import { Engine } from './engine.js';
import { exact } from './exact.js';
import { Handle } from './handle.js';

export { LepsError, exact };

const ok = 0;
// By `leps_way`: whether down; not known where missing data decide.
const GOES_DOWN = [false, true, null];

function checkLanguage(language) {
  if (!Object.hasOwn(languages, language)) {
    throw new TypeError(`leps: the language is 'it' or 'en', not '${language}'`);
  }
  return language;
}

export async function load({ wasm, language = 'it' } = {}) {
  checkLanguage(language);
  return new Leps(await Engine.start(wasm), language);
}

/** What every object of one load() shares: its engine, and how calls are made. */
class Session {
  constructor(engine, language) {
    this.engine = engine;
    this.language = language;
  }

  /**
   * A call that makes a handle.
   * @param call  of the functions, the arguments, and where the handle and the findings go; answers
   *              the status
   * @returns {{made: number, diagnostics: object[]}}
   */
  make(call) {
    return this.engine.runWith((calls, given) => {
      const out = given.words([0, 0]);
      const status = call(calls, given, out, out + 4);
      const diagnostics = takeDiagnostics(this.engine, given.word(out + 4));
      if (status !== ok) throw new LepsError(this.engine, status, diagnostics, this.language);
      return { made: given.word(out), diagnostics };
    });
  }

  /** Reads with the functions of leps.h. */
  read(handle, kind, reader) {
    return this.engine.run((calls) => reader(calls, Handle.pointer(handle, kind, this.engine)));
  }

  quantity(pointer) {
    if (pointer === 0) return null;
    const { engine } = this;
    return {
      lo: engine.text(engine.calls._leps_quantity_lo(pointer)) ?? null,
      hi: engine.text(engine.calls._leps_quantity_hi(pointer)) ?? null,
      unit: engine.text(engine.calls._leps_quantity_unit(pointer)) ?? null,
    };
  }
}

// ---- what goes in --------------------------------------------------------------------------------

function checkFile(file) {
  const { name, text } = file ?? {};
  if (typeof name !== 'string' || !(typeof text === 'string' || text instanceof Uint8Array)) {
    throw new TypeError('leps: a file is {name, text}: a string, and a string or a Uint8Array');
  }
  return file;
}

/** An array of leps_text. */
function filesInto(given, files) {
  if (!Array.isArray(files)) throw new TypeError('leps: files are an array of {name, text}');
  return given.words(files.flatMap((file) => {
    const { name, text } = checkFile(file);
    return [given.name(name, 'the name of a file'), ...given.bytes(text)];
  }));
}

/** A leps_control, or NULL where nothing is limited. */
function controlInto(calls, limits = {}) {
  const { milliseconds = 0, bytes = 0, results = 0, nesting = 0 } = limits;
  const all = [milliseconds, bytes, results, nesting];
  if (!all.every((limit) => Number.isSafeInteger(limit) && limit >= 0)) {
    throw new TypeError('leps: a limit is a whole number, and 0 where there is none');
  }
  if (all.every((limit) => limit === 0)) return 0;
  const control = calls._leps_js_control_new(...all);
  if (!control) throw new Error('leps: memory ran out');  // a call without its limits is not what was asked for
  return control;
}

function limited(calls, limits, call) {
  const control = controlInto(calls, limits);
  try {
    return call(control);
  } finally {
    calls._leps_js_control_free(control);
  }
}

/** A value as a file of data has it. A number with a fraction is refused: as text it is exact. */
function valueText(value) {
  switch (typeof value) {
    case 'string': return value;
    case 'bigint': return String(value);
    case 'boolean': return value ? 'sì' : 'no';
    case 'number':
      if (Number.isSafeInteger(value)) return String(value);
      throw new TypeError(`leps: give ${value} as a text, '17.5' or '7/4': a number of JavaScript is not exact`);
    default:
      if (value === null) return 'n.d.';
      if (Array.isArray(value)) return JSON.stringify(value.map(withTexts));
      throw new TypeError('leps: a value is a text, a whole number, true, false, null or rows');
  }
}

/** A row, or what stands in it, with each value as its text: what the rules make of it they say. */
function withTexts(value) {
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return valueText(value);
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, withTexts(each)]));
}

function checkYear(year) {
  if (!Number.isInteger(year) || year < 0 || year > 9999) {
    throw new TypeError(`leps: '${year}' is not a year`);
  }
  return year;
}

// ---- the engine ----------------------------------------------------------------------------------

class Leps {
  #session;

  constructor(engine, language) {
    this.#session = new Session(engine, language);
  }

  get version() {
    return this.#session.engine.run((calls) =>
      this.#session.engine.text(calls._leps_version()));
  }

  get features() {
    const { engine } = this.#session;
    return engine.run((calls) =>
      times(calls._leps_feature_count(), (index) => engine.text(calls._leps_feature(index))));
  }

  get memory() {
    return this.#session.engine.memory;
  }

  compile(files, { include, limits } = {}) {
    const answer = answerTo(include, this.#session.engine);
    const { calls } = this.#session.engine;
    const before = calls.askForPack;  // an include may compile rules of its own
    calls.askForPack = answer?.add;
    try {
      const { made, diagnostics } = this.#session.make((_calls, given, out, findings) =>
        limited(calls, limits, (control) =>
          calls._leps_js_compile(out, findings, filesInto(given, files), files.length,
            answer !== undefined, control)));
      return new Rulebook(this.#session, made, diagnostics);
    } finally {
      calls.askForPack = before;
      answer?.rethrow();
    }
  }
}

/** `include` as the engine calls it. What it throws waits until the engine has come to an end. */
function answerTo(include, engine) {
  if (include === undefined) return undefined;
  if (typeof include !== 'function') throw new TypeError('leps: include is a function');
  let thrown;
  return {
    add(pack, files) {
      if (thrown) return false;
      try {
        const found = include(engine.text(pack));
        if (!found) return false;
        if (!Array.isArray(found)) {
          throw new TypeError('leps: include answers an array of {name, text}, and not a promise: ' +
            'fetch packs before compile()');
        }
        engine.runWith((calls, given) => {
          for (const { name, text } of found.map(checkFile)) {
            calls._leps_files_add(files, given.name(name, 'the name of a file'), ...given.bytes(text));
          }
        });
        return true;
      } catch (error) {
        thrown = { error };
        return false;
      }
    },
    rethrow() {
      if (thrown) throw thrown.error;
    },
  };
}

// ---- rules ---------------------------------------------------------------------------------------

class Rulebook extends Handle {
  #session;
  #warnings;

  constructor(session, pointer, warnings) {
    super(session.engine, pointer, '_leps_rulebook_free');
    this.#session = session;
    this.#warnings = warnings;
  }

  get warnings() {
    return this.#warnings;
  }

  get orderings() {
    return this.#read((calls, rulebook, text) =>
      times(calls._leps_rulebook_ordering_count(rulebook), (index) =>
        text(calls._leps_rulebook_ordering(rulebook, index))));
  }

  get files() {
    return this.#read((calls, rulebook, text) =>
      times(calls._leps_rulebook_file_count(rulebook), (index) => ({
        name: text(calls._leps_rulebook_file_name(rulebook, index)),
        pack: text(calls._leps_rulebook_file_pack(rulebook, index)),
        version: text(calls._leps_rulebook_file_version(rulebook, index)),
        sha256: text(calls._leps_rulebook_file_sha256(rulebook, index)),
      })));
  }

  load(files, { limits } = {}) {
    const { made, diagnostics } = this.#session.make((calls, given, out, findings) =>
      limited(calls, limits, (control) =>
        calls._leps_js_load(out, findings, this.#pointer(), filesInto(given, files), files.length,
          control)));
    return new Data(this.#session, made, diagnostics);
  }

  evaluate(data, { ordering, ambiti = [], year = 0, limits } = {}) {
    checkYear(year);
    const { made } = this.#session.make((calls, given, out) => {
      const keys = given.words(ambiti.map((ambito) => given.name(ambito, 'the key of an Ambito')));
      return limited(calls, limits, (control) =>
        calls._leps_js_evaluate(out, this.#pointer(), Handle.pointer(data, Data, this.#session.engine),
          given.nameIfAny(ordering, 'an ordering'), keys, ambiti.length, year, control));
    });
    return new Results(this.#session, made);
  }

  lint({ limits } = {}) {
    const { engine } = this.#session;
    const { made } = this.#session.make((calls, _given, out) =>
      limited(calls, limits, (control) => calls._leps_rulebook_lint(out, this.#pointer(), control)));
    return takeDiagnostics(engine, made);
  }

  examples({ limits } = {}) {
    const { engine } = this.#session;
    const { made } = this.#session.make((calls, _given, out) =>
      limited(calls, limits, (control) =>
        calls._leps_rulebook_run_examples(out, this.#pointer(), control)));
    return engine.run((calls) => {
      try {
        return {
          failed: calls._leps_examples_failed(made),
          examples: times(calls._leps_examples_count(made), (index) => {
            const example = calls._leps_examples_at(made, index);
            return {
              title: engine.text(calls._leps_example_title(example)),
              holds: calls._leps_example_holds(example) !== 0,
            };
          }),
          misses: diagnosticsAt(engine, calls._leps_examples_misses(made)),
          unreached: diagnosticsAt(engine, calls._leps_examples_unreached(made)),
        };
      } finally {
        calls._leps_examples_free(made);
      }
    });
  }

  #pointer() {
    return Handle.pointer(this, Rulebook, this.#session.engine);
  }

  #read(reader) {
    const { engine } = this.#session;
    return engine.run((calls) =>
      reader(calls, this.#pointer(), (pointer) => engine.text(pointer)));
  }
}

// ---- data ----------------------------------------------------------------------------------------

class Data extends Handle {
  #session;
  #warnings;

  constructor(session, pointer, warnings) {
    super(session.engine, pointer, '_leps_data_free');
    this.#session = session;
    this.#warnings = warnings;
  }

  get warnings() {
    return this.#warnings;
  }

  get ambiti() {
    const { engine } = this.#session;
    return this.#session.read(this, Data, (calls, data) =>
      times(calls._leps_data_ambito_count(data), (index) => ({
        ambito: engine.text(calls._leps_data_ambito(data, index)),
        year: calls._leps_data_ambito_year(data, index),
      })));
  }

  get files() {
    const { engine } = this.#session;
    return this.#session.read(this, Data, (calls, data) =>
      times(calls._leps_data_file_count(data), (index) => ({
        name: engine.text(calls._leps_data_file_name(data, index)),
        sha256: engine.text(calls._leps_data_file_sha256(data, index)),
      })));
  }
}

// ---- results -------------------------------------------------------------------------------------

class Results extends Handle {
  #session;
  #json;
  #value;

  constructor(session, pointer) {
    super(session.engine, pointer, '_leps_results_free');
    this.#session = session;
  }

  get json() {
    if (this.#json !== undefined) return this.#json;
    const { engine } = this.#session;
    this.#json = engine.runWith((calls, given) => {
      const length = given.words([0]);
      const text = calls._leps_results_json(this.#pointer(), length);
      if (text === 0) throw new Error('leps: memory ran out');
      return engine.textOf(text, given.word(length));
    });
    return this.#json;
  }

  get value() {
    this.#value ??= JSON.parse(this.json);
    return this.#value;
  }

  whatIf(changes, { limits } = {}) {
    if (!Array.isArray(changes)) {
      throw new TypeError('leps: changes are an array of {ambito, year, datum, value}');
    }
    // Outside the engine, where rows of any depth are no defect of it.
    const asked = changes.map((change) => ({ ...change, value: valueText(change.value) }));
    const { made } = this.#session.make((calls, given, out, findings) => {
      const structs = given.words(asked.flatMap(({ ambito, year, datum, value }) => [
        given.name(ambito, 'the key of an Ambito'),
        checkYear(year),
        given.name(datum, 'a datum'),
        given.name(value, 'a value'),
      ]));
      return limited(calls, limits, (control) =>
        calls._leps_what_if(out, findings, this.#pointer(), structs, changes.length, control));
    });
    return new Results(this.#session, made);
  }

  get differences() {
    return this.#session.read(this, Results, (calls, results) =>
      times(calls._leps_results_difference_count(results), (index) => {
        const difference = calls._leps_results_difference(results, index);
        const before = calls._leps_difference_before(difference);
        const after = calls._leps_difference_after(difference);
        return { ...this.#whose(after), before: this.#outcome(before), after: this.#outcome(after) };
      }));
  }

  explain({ ambito, year, rule }, language = this.#session.language) {
    checkLanguage(language);
    const { engine } = this.#session;
    const { made } = this.#session.make((calls, _given, out) =>
      calls._leps_explain(out, this.#pointer(), this.#find(ambito, year, rule)));
    return engine.run((calls) => {
      const text = engine.text(calls._leps_explanation_text(made, languages[language]));
      calls._leps_explanation_free(made);
      return text;
    });
  }

  breakEven({ ambito, year, rule, requirement, lever }) {
    const { engine } = this.#session;
    const { made } = this.#session.make((calls, given, out) =>
      calls._leps_compute_break_even(out, this.#pointer(), this.#find(ambito, year, rule),
        given.name(requirement, 'a requirement'), given.nameIfAny(lever, 'a lever')));
    return engine.run((calls) => {
      const quantity = (pointer) => this.#session.quantity(pointer);
      const answer = {
        lever: engine.text(calls._leps_break_even_lever(made)),
        value: quantity(calls._leps_break_even_value(made)),
        current: quantity(calls._leps_break_even_current(made)),
        margin: quantity(calls._leps_break_even_margin(made)),
        isUpperBound: GOES_DOWN[calls._leps_break_even_way(made)],
        isStrict: calls._leps_break_even_is_strict(made) !== 0,
      };
      calls._leps_break_even_free(made);
      return answer;
    });
  }

  #pointer() {
    return Handle.pointer(this, Results, this.#session.engine);
  }

  #whose(result) {
    const { engine } = this.#session;
    return {
      ambito: engine.text(engine.calls._leps_result_ambito(result)),
      year: engine.calls._leps_result_year(result),
      rule: engine.text(engine.calls._leps_result_rule(result)),
    };
  }

  #outcome(result) {
    const { engine } = this.#session;
    const { calls } = engine;
    const gap = this.#session.quantity(calls._leps_result_relative_gap(result));
    return {
      verdict: engine.text(calls._leps_verdict_word(calls._leps_result_verdict(result))),
      fragile: calls._leps_result_is_fragile(result) !== 0,
      rank: calls._leps_result_rank(result) || null,
      relative_gap: gap && { lo: gap.lo, hi: gap.hi },
    };
  }

  /** The leps_result of a rule; NULL, which leps.h refuses, where there is none. */
  #find(ambito, year, rule) {
    const { calls } = this.#session.engine;
    const results = this.#pointer();
    const count = calls._leps_results_count(results);
    for (let index = 0; index < count; ++index) {
      const result = calls._leps_results_at(results, index);
      const whose = this.#whose(result);
      if (whose.ambito === ambito && whose.year === year && whose.rule === rule) return result;
    }
    return 0;
  }
}
