// Memory: what is freed is used again, by its owner or by the garbage collector.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { file, load, national, packageFolder, packs, small, using } from './support.mjs';

const data = [file('fixtures/sintetici/ambito_sintetico.yaml')];

function whole(leps) {
  using(leps.compile(national), (rulebook) => using(rulebook.load(data), (loaded) =>
    using(rulebook.evaluate(loaded), (results) => {
      assert.ok(results.json.length > 1000);
      const [{ ambito, year, rule }] = results.value.results;
      results.explain({ ambito, year, rule });
      rulebook.examples();
      try {
        leps.compile(small.rules.concat(small.rules));
      } catch { /* its findings are memory too */ }
    })));
}

describe('memory', () => {
  it('does not grow with what is freed', async () => {
    const leps = await load();
    for (let i = 0; i < 3; ++i) whole(leps);
    const settled = leps.memory;
    for (let i = 0; i < 20; ++i) whole(leps);
    assert.equal(leps.memory, settled);
  });

  it('lets handles be freed in any order', async () => {
    const leps = await load();
    const rulebook = leps.compile(small.rules);
    const loaded = rulebook.load(small.data);
    rulebook.free();
    assert.throws(() => rulebook.orderings, /freed/);
    assert.equal(loaded.ambiti.length, 1);
    const again = leps.compile(small.rules);
    const mine = again.load(small.data);
    const results = again.evaluate(mine);
    again.free();
    mine.free();
    assert.equal(results.value.results[0].verdict, 'non_soddisfatto');
    results.free();
    loaded.free();
  });

  it('is freed by Symbol.dispose', async () => {
    const leps = await load();
    const rulebook = leps.compile(small.rules);
    rulebook[Symbol.dispose]();
    assert.throws(() => rulebook.orderings, /freed/);
  });

  it('is freed by the garbage collector', () => {
    const program = `
      import { load } from ${JSON.stringify(join(packageFolder, 'leps.js'))};
      import { packs } from ${JSON.stringify(join(packageFolder, 'packs.js'))};
      const leps = await load();
      const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
      let settled;
      for (let i = 0; i < 40; ++i) {
        leps.compile(packs['leps.nazionale']);
        gc();
        await turn();
        if (i === 9) settled = leps.memory;
      }
      process.exit(leps.memory === settled ? 0 : 1);`;
    assert.ok(packs['leps.nazionale'].length > 0);
    const run = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', program],
      { encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
  });
});
