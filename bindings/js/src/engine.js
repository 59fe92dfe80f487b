// The engine in its own memory: how texts go in and come out, and what happens to a call that fails.
import createModule from './leps_engine.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const here = new URL('./leps_engine.wasm', import.meta.url);

async function read(where) {
  const url = new URL(where, globalThis.location?.href ?? import.meta.url);
  if (url.protocol === 'file:') {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:fs/promises');
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`leps: ${url} answered ${response.status}`);
  return response.arrayBuffer();
}

// Compiled once, however many engines are started: the machine code is shared, the memory is not.
let compiled;

function compile(wasm) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) return WebAssembly.compile(wasm);
  if (wasm !== undefined) return read(wasm).then((bytes) => WebAssembly.compile(bytes));
  compiled ??= read(here).then((bytes) => WebAssembly.compile(bytes));
  return compiled.catch((error) => {
    compiled = undefined;  // a network that failed once may work now
    throw error;
  });
}

/** What one call passes in: freed when the call is over. */
class Arguments {
  #module;
  #held = [];

  constructor(module) {
    this.#module = module;
  }

  #hold(length) {
    const pointer = this.#module._malloc(length);
    if (pointer === 0) throw new Error('leps: memory ran out');
    this.#held.push(pointer);
    return pointer;
  }

  /** @returns {[number, number]} where the bytes are, a NUL after them, and how many they are */
  bytes(text) {
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    const pointer = this.#hold(bytes.length + 1);
    this.#module.HEAPU8.set(bytes, pointer);
    this.#module.HEAPU8[pointer + bytes.length] = 0;
    return [pointer, bytes.length];
  }

  /** A text that ends at its first NUL, so it must have none. */
  name(text, what) {
    if (typeof text !== 'string') throw new TypeError(`leps: ${what} must be a string`);
    if (text.includes('\0')) throw new TypeError(`leps: ${what} must not hold a NUL`);
    return this.bytes(text)[0];
  }

  nameIfAny(text, what) {
    return text === undefined || text === null ? 0 : this.name(text, what);
  }

  /** Numbers of 32 bits, one after the other: an array of pointers, or structs made of them. */
  words(words) {
    const pointer = this.#hold(4 * Math.max(1, words.length));
    new Int32Array(this.#module.HEAPU8.buffer, pointer, words.length).set(words);
    return pointer;
  }

  word(pointer) {
    return new Int32Array(this.#module.HEAPU8.buffer, pointer, 1)[0];
  }

  free() {
    for (const pointer of this.#held) this.#module._free(pointer);
  }
}

/** A trap, an exception that nobody caught, a stack that overflowed: memory may be in disorder. */
function isDefect(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError ||
    (WebAssembly.Exception !== undefined && error instanceof WebAssembly.Exception);
}

/** One instance of the engine. `calls` are the functions of leps.h, as they are named there. */
export class Engine {
  #defect;

  static async start(wasm) {
    const code = await compile(wasm);
    const engine = new Engine();
    // The glue has no way to say that an instance could not be made: it would wait for ever.
    engine.calls = await new Promise((resolve, reject) => {
      createModule({
        instantiateWasm(imports, made) {
          WebAssembly.instantiate(code, imports).then(made, reject);
          return {};
        },
        printErr() {},  // a defect is thrown to the caller, who decides where it is written
      }).then(resolve, reject);
    });
    return engine;
  }

  /** The text that ends in a NUL at `pointer`; undefined of NULL. */
  text(pointer) {
    if (pointer === 0) return undefined;
    return this.textOf(pointer, this.calls.HEAPU8.indexOf(0, pointer) - pointer);
  }

  textOf(pointer, length) {
    return decoder.decode(this.calls.HEAPU8.subarray(pointer, pointer + length));
  }

  /** Runs a call. Whatever it throws that is not a refusal is a defect, and ends this engine. */
  run(call) {
    this.check();
    try {
      return call(this.calls);
    } catch (error) {
      if (!isDefect(error)) throw error;
      this.#defect = error;
      throw this.#failure();
    }
  }

  /** The same with arguments that live as long as the call. */
  runWith(call) {
    return this.run((calls) => {
      const given = new Arguments(calls);
      try {
        return call(calls, given);
      } finally {
        if (!this.#defect) given.free();
      }
    });
  }

  check() {
    if (this.#defect) throw this.#failure();
  }

  /** Memory that the engine has, in bytes: it grows as it needs, and never shrinks. */
  get memory() {
    return this.calls.HEAPU8.length;
  }

  get isUsable() {
    return this.#defect === undefined;
  }

  #failure() {
    return new Error('leps: the engine has stopped, which is a defect of leps: please report it, ' +
      'and load() another one', { cause: this.#defect });
  }
}
