// The package as others use it: by its name, in TypeScript, in a worker.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

import { packageFolder, root, runLeps, small, temporaryFolder } from './support.mjs';

const folder = temporaryFolder(after);
mkdirSync(join(folder, 'node_modules'));
cpSync(packageFolder, join(folder, 'node_modules/leps'), { recursive: true });

const values = JSON.stringify(small);

function runModule(name, text) {
  writeFileSync(join(folder, name), text);
  const run = spawnSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

describe('the package', () => {
  it('is used by its name', () => {
    const version = runModule('by_name.mjs', `
      import { load } from 'leps';
      import { packs } from 'leps/packs';
      const leps = await load();
      leps.compile(packs['leps.nazionale']).free();
      console.log(leps.version);`);
    assert.equal(version, runLeps('--version').stdout.replace(/^leps /, ''));
    assert.equal(JSON.parse(readFileSync(join(packageFolder, 'package.json'))).version, version.trim());
  });

  it('is used as its README says', () => {
    const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8');
    const [, program] = /^```js\n([^]*?)^```/m.exec(readme);
    const [, prints] = /^```text\n([^]*?)^```/m.exec(readme);
    assert.equal(runModule('readme.mjs', program), prints);
  });

  it('has a README that names only what there is, and links only what it brings', () => {
    const readme = readFileSync(join(root, 'bindings/js/README.md'), 'utf8');
    for (const [, target] of readme.matchAll(/\]\(([^)]+)\)/g)) {
      if (!/^(https?:|#)/.test(target)) assert.ok(existsSync(join(packageFolder, target)), target);
    }
    const paths = [...readme.matchAll(/`((?:bindings|engine|rules|tests)(?:\/[^`\s]+)?)`/g)].map(([, path]) => path);
    assert.ok(paths.length > 5);
    for (const path of paths) assert.ok(existsSync(join(root, path)), path);
  });

  it('works in a worker, that is sent the compiled code', () => {
    writeFileSync(join(folder, 'worker.mjs'), `
      import { parentPort, workerData } from 'node:worker_threads';
      import { load } from 'leps';
      const { rules, data } = ${values};
      const rulebook = (await load({ wasm: workerData })).compile(rules);
      parentPort.postMessage(rulebook.evaluate(rulebook.load(data)).value.results[0].verdict);`);
    const verdict = runModule('main.mjs', `
      import { readFile } from 'node:fs/promises';
      import { Worker } from 'node:worker_threads';
      const code = await WebAssembly.compile(await readFile('node_modules/leps/leps_engine.wasm'));
      const worker = new Worker('./worker.mjs', { workerData: code });
      worker.once('message', console.log);`);
    assert.equal(verdict, 'non_soddisfatto\n');
  });

  it('opens no connection and writes nothing', () => {
    const out = runModule('silent.mjs', `
      globalThis.fetch = () => { throw new Error('fetch'); };
      const { load } = await import('leps');
      const { rules, data } = ${values};
      const rulebook = (await load()).compile(rules);
      rulebook.evaluate(rulebook.load(data)).json;`);
    assert.equal(out, '');
  });
});

describe('the types', () => {
  const compile = (name, text) => {
    writeFileSync(join(folder, name), text);
    return spawnSync('tsc', ['--noEmit', '--strict', '--target', 'es2022', '--module', 'es2022',
      '--moduleResolution', 'node16', '--lib', 'es2022,dom', name], { cwd: folder, encoding: 'utf8' });
  };

  it('say what a program may do', () => {
    const run = compile('right.mts', `
      import { load, exact, LepsError, type Change, type Data, type Rulebook } from 'leps';
      import { packs } from 'leps/packs';
      import type { Results, Verdict } from 'leps/results';
      const leps = await load({ language: 'en' });
      const rulebook: Rulebook = leps.compile([{ name: 'a.leps', text: '' }],
        { include: (pack) => packs[pack], limits: { milliseconds: 1000 } });
      const data: Data = rulebook.load([{ name: 'a.csv', text: new Uint8Array() }]);
      const results = rulebook.evaluate(data, { ambiti: ['lodi'], year: 2025 });
      const value: Results = results.value;
      const verdict: Verdict = value.results[0].verdict;
      const lo: string | null | undefined = value.results[0].requirements[0].gap?.lo;
      if (lo) { const n: bigint = exact(lo).numerator; n.toString(); }
      const change: Change = { ambito: 'lodi', year: 2025, datum: 'x', value: null };
      const after: string = results.whatIf([change]).differences[0].after.verdict;
      try { rulebook.free(); } catch (error) {
        if (error instanceof LepsError) error.diagnostics.map(({ message }) => message.it);
      }
      rulebook[Symbol.dispose]();
      export { after, verdict };`);
    assert.equal(run.stdout, '');
    assert.equal(run.status, 0);
  });

  it('refuse what it may not', () => {
    for (const [name, line] of [
      ['no_await', `load().compile([]);`],
      ['no_text', `(await load()).compile([{ name: 'a' }]);`],
      ['no_verdict', `(await load()).compile([]).load([]).free().value;`],
      ['double', `const v: import('leps').Change['value'] = 1n; const n: number = v; n;`],
    ]) {
      const run = compile(`${name}.mts`, `import { load } from 'leps';\n${line}\nexport { load };`);
      assert.notEqual(run.status, 0, name);
      assert.match(run.stdout, new RegExp(`^${name}\\.mts\\(2,`), name);
    }
  });
});
