// The types of the npm package `leps`, and what each thing takes, gives and throws.

import type { Bilingual, Result, Results as ResultsValue, Verdict } from './results.js';

declare global {
  // As the newest libraries of TypeScript have it; older ones do not know it yet.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}

/** A file held in memory: of rules (`.leps`) or of data (`.yaml`, `.json`, `.csv`, `.xlsx`, `.ods`). */
export interface File {
  /** What diagnostics call it, such as its path. The end of the name says what data are. */
  name: string;
  /** A string, or the bytes of the file: a workbook is only ever bytes. */
  text: string | Uint8Array;
}

/** How far one call may go. What is left out, or 0, has no limit but the engine's own. */
export interface Limits {
  /** Of wall-clock time. A call holds its thread: in a server or a page, set this. */
  milliseconds?: number;
  /** Of all the files of the call. */
  bytes?: number;
  /** Rules times Ambiti and years of one evaluation. */
  results?: number;
  /** How deep parentheses and operators of rules may nest; deeper than 50 they never may. */
  nesting?: number;
}

export type Language = 'it' | 'en';

export interface LoadOptions {
  /**
   * The code of the engine, where it is not beside this module: where it is, its bytes, or the bytes
   * compiled (a worker can be sent a `WebAssembly.Module`).
   */
  wasm?: string | URL | BufferSource | WebAssembly.Module;
  /** The language of `LepsError.message` and of `explain`; Italian where none is asked for. */
  language?: Language;
}

/**
 * Starts an engine. Nothing else of this package waits: the rest are plain calls.
 *
 * The code, about the size of a photograph, is read once, from beside this module: in Node from the
 * disk, in a browser with `fetch`. Every engine has memory of its own.
 *
 * @throws Error where the code cannot be read or this runtime has no WebAssembly with exceptions
 */
export function load(options?: LoadOptions): Promise<Leps>;

/** An engine. Get one from `load()`. */
export interface Leps {
  /** The version, such as `0.1.0`. */
  readonly version: string;
  /** What data it reads: `yaml`, `json`, `csv`, `xlsx`, `ods`. */
  readonly features: string[];
  /** The memory that it has, in bytes: it grows as it needs, and never shrinks. */
  readonly memory: number;

  /**
   * Compiles packs of rules. The order of files matters only for the order of results.
   *
   * @param files  at least one
   * @throws LepsError `rules` where they have mistakes, all of which are in its diagnostics
   * @throws what `include` throws
   */
  compile(files: File[], options?: CompileOptions): Rulebook;
}

export interface CompileOptions {
  /**
   * Asked for the files of each pack that one of the files extends (`estende leps.nazionale`) and
   * that is not among them, once for each; `undefined` where it has none, and then the pack is
   * reported as not found. The packs of `leps/packs` fit as they are: `(pack) => packs[pack]`.
   */
  include?: (pack: string) => File[] | undefined;
  limits?: Limits;
}

/** What owns memory of the engine. The garbage collector frees it too, but in its own time. */
export interface Owned {
  /** Frees it. A second time does nothing; anything else throws. What was made from it stays. */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/** Rules, compiled and checked. */
export interface Rulebook extends Owned {
  /** What was found in the rules without refusing them. */
  readonly warnings: Diagnostic[];
  /** The orderings (`ordine`) that the packs declare. The first is the one used by itself. */
  readonly orderings: string[];
  /** The files, without folders, with the pack that each is of. */
  readonly files: { name: string; pack: string; version: string; sha256: string }[];

  /**
   * Reads data: a file of YAML or JSON an Ambito, or tables. A datum that is not there is no mistake:
   * results say what its absence leaves open.
   *
   * @param files  at least one
   * @throws LepsError `data` where they have mistakes, all of which are in its diagnostics
   */
  load(files: File[], options?: { limits?: Limits }): Data;

  /**
   * Applies every rule to every Ambito and year: the verdicts, how far each is, what comes first.
   *
   * @param data  that this rulebook loaded
   * @throws LepsError `argument` where no Ambito or ordering has that name, or the data are of another
   *   rulebook
   */
  evaluate(data: Data, options?: EvaluateOptions): Results;

  /** What a careful reader would say of rules that compile: what `leps lint` prints. */
  lint(options?: { limits?: Limits }): Diagnostic[];

  /** Runs the examples (`esempio`) of the packs, as `leps test` does. */
  examples(options?: { limits?: Limits }): Examples;
}

export interface EvaluateOptions {
  /** Which `ordine` ranks the results; the first that is declared where none is asked for. */
  ordering?: string;
  /** The keys of the Ambiti to judge; all where there are none. The others still count in groups. */
  ambiti?: string[];
  /** The year to judge; all where none is asked for. The others still count where rules look back. */
  year?: number;
  limits?: Limits;
}

export interface Examples {
  /** How many do not hold. */
  failed: number;
  examples: { title: string; holds: boolean }[];
  /** What was expected and did not come out, at its place. */
  misses: Diagnostic[];
  /** What no example reaches: rules, requirements, verdicts, levels. */
  unreached: Diagnostic[];
}

/** Data of Ambiti, read against one rulebook. */
export interface Data extends Owned {
  /** What was found in the data without refusing them. */
  readonly warnings: Diagnostic[];
  /** The Ambiti and years that they hold. */
  readonly ambiti: { ambito: string; year: number }[];
  readonly files: { name: string; sha256: string }[];
}

/** Verdicts, gaps and priorities. */
export interface Results extends Owned {
  /** `leps-results/1`, byte for byte what `leps check --format json` writes. */
  readonly json: string;
  /** The same, parsed once. Exact numbers stay texts: see `exact`. Its types are in `leps/results`. */
  readonly value: ResultsValue;

  /**
   * What would come out if some values were others. Only the Ambiti and years that the changes touch
   * are evaluated again, and the results hold those alone.
   *
   * @throws LepsError `data` where a datum or a value is wrong, `argument` where the data do not hold
   *   that Ambito in that year
   */
  whatIf(changes: Change[], options?: { limits?: Limits }): Results;

  /** Of results that `whatIf` made: the rules for which something changed. Of others: none. */
  readonly differences: Difference[];

  /**
   * Why a result is what it is, in words: what `leps explain` prints.
   *
   * @throws LepsError `argument` where there is no such result
   */
  explain(result: Whose, language?: Language): string;

  /**
   * The value of a lever at which a requirement begins to hold, all else being as it is.
   *
   * @throws LepsError `argument` where there is no such result, requirement or lever
   */
  breakEven(question: Whose & { requirement: string; lever?: string }): BreakEven;
}

/** Which result: the key of the Ambito, the year, the name of the rule. */
export interface Whose {
  ambito: string;
  year: number;
  rule: string;
}

export interface Change {
  ambito: string;
  year: number;
  /** A datum, or a list as a whole. */
  datum: string;
  /**
   * As a file of data has it: a text (`'17.5'`, `'[0, 4]'`, `'2025-12-31'`), a whole number, a truth,
   * `null` for not known; of a list, its rows. A number with a fraction is given as a text: a number
   * of JavaScript is not exact.
   */
  value: string | number | bigint | boolean | null | Record<string, unknown>[];
}

export interface Difference extends Whose {
  before: Outcome;
  after: Outcome;
}

export interface Outcome {
  verdict: Verdict;
  fragile: boolean;
  rank: number | null;
  relative_gap: Result['relative_gap'];
}

/** A number: the least and the most that it could be, exact; `null` where there is no bound. */
export interface Quantity {
  lo: string | null;
  hi: string | null;
  unit: string | null;
}

export interface BreakEven {
  lever: string;
  /** Where the requirement turns; `null` where no value of the lever makes a difference. */
  value: Quantity | null;
  current: Quantity | null;
  /** How far the current value is beyond the turn: negative where it is short of it. */
  margin: Quantity | null;
  /** The requirement holds below the value, and not above it; `null` where missing data decide. */
  isUpperBound: boolean | null;
  /** The value itself does not do: it must be passed. */
  isStrict: boolean;
}

/** A finding about rules or data. */
export interface Diagnostic {
  /** The stable name of the kind of finding, such as `name/unknown`. */
  code: string;
  severity: 'error' | 'warning' | 'note';
  message: Bilingual;
  /** Where it is; `null` where it is about no file. */
  place: Place | null;
  /** The other places that matter. */
  labels: { place: Place | null; text: Bilingual }[];
  /** What to do next. */
  hints: Bilingual[];
  /** How the words or a hint say that it is written; `null` where its author has to choose. */
  replacement: Replacement | null;
  /** All of it as the command shows it, for a fixed-width font: the line, a mark under the words. */
  text: Bilingual;
}

/** What to write, letter by letter, in place of what stands at `place`: either may be nothing. */
export interface Replacement {
  place: Place;
  text: string;
  /** The rules that come of it say the same, or are the only ones that can have been meant. */
  certain: boolean;
}

export interface Place {
  file: string;
  /** From 1, as a person counts; 0 where it is about the file as a whole. */
  line: number;
  /** From 1, a column for each character. */
  column: number;
  /** In bytes of the file in UTF-8, from `begin` to before `end`. */
  begin: number;
  end: number;
}

/** A call that the engine refused. `message` holds every error, in the language of `load()`. */
export class LepsError extends Error {
  private constructor();
  readonly name: 'LepsError';
  /**
   * `rules`, `data`: they have mistakes, in the diagnostics. `argument`: the call names something that
   * is not there. `limit`: it went past one of its limits. `memory`: there was not enough.
   */
  readonly status: 'rules' | 'data' | 'argument' | 'memory' | 'internal' | 'limit' | 'cancelled';
  readonly diagnostics: Diagnostic[];
}

/**
 * An exact number of results, `25` or `-7/4`, as two whole numbers without a common divisor.
 *
 * @throws TypeError where it is not one
 */
export function exact(text: string): { numerator: bigint; denominator: bigint };
