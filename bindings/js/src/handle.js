// A handle of leps.h as a JavaScript object: freed once, by its owner or by the garbage collector.

const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');  // not every runtime knows `using`

const forgotten = new FinalizationRegistry(({ engine, pointer, free }) => {
  if (engine.isUsable) engine.calls[free](pointer);
});

export class Handle {
  #engine;
  #pointer;
  #free;

  /** @param free  the function of leps.h that frees it */
  constructor(engine, pointer, free) {
    this.#engine = engine;
    this.#pointer = pointer;
    this.#free = free;
    forgotten.register(this, { engine, pointer, free }, this);
  }

  /** What leps.h calls it, for a call to `engine`. */
  static pointer(handle, kind, engine) {
    if (!(handle instanceof kind)) throw new TypeError(`leps: a ${kind.name} is wanted here`);
    if (handle.#pointer === 0) throw new TypeError(`leps: this ${kind.name} has been freed`);
    if (handle.#engine !== engine) {
      throw new TypeError(`leps: this ${kind.name} belongs to another load()`);
    }
    return handle.#pointer;
  }

  free() {
    if (this.#pointer === 0) return;
    forgotten.unregister(this);
    const pointer = this.#pointer;
    this.#pointer = 0;
    if (this.#engine.isUsable) this.#engine.calls[this.#free](pointer);
  }

  [dispose]() {
    this.free();
  }
}
