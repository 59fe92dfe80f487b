// Packs that extend others, asked for as they are met.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { LepsError, file, filesOf, load, national, packs, runLeps, using } from './support.mjs';

let leps;
before(async () => { leps = await load(); });

const preview = filesOf('rules/anteprima_2027', '.leps');
const data = [file('fixtures/sintetici/ambito_sintetico.yaml')];

function jsonOf(rulebook) {
  return using(rulebook, () => using(rulebook.load(data), (loaded) =>
    using(rulebook.evaluate(loaded), ({ json }) => json)));
}

describe('include', () => {
  it('is asked once for each pack that is not among the files', () => {
    const asked = [];
    const rulebook = leps.compile(preview, {
      include(pack) {
        asked.push(pack);
        return packs[pack];
      },
    });
    assert.deepEqual(asked, ['leps.nazionale']);
    const results = JSON.parse(jsonOf(rulebook));
    const run = runLeps('check', ...[...preview, ...national].map(({ name }) => name),
      '--data', data[0].name, '--format', 'json');
    assert.deepEqual(results, JSON.parse(run.stdout));
  });

  it('is not asked where all is there', () => {
    const include = () => assert.fail('asked');
    leps.compile([...national, ...preview], { include }).free();
  });

  it('may have none: the pack is reported, at its place', () => {
    for (const include of [undefined, () => undefined]) {
      assert.throws(() => leps.compile(preview, { include }), (error) => {
        assert.ok(error instanceof LepsError && error.status === 'rules');
        assert.ok(error.diagnostics.some(({ message, place }) =>
          message.it.includes('leps.nazionale') && place.file === preview[0].name));
        return true;
      });
    }
  });

  it('throws to the caller what it throws, whatever it is', () => {
    for (const thrown of [new Error('rete'), new RangeError('troppo'), 'una parola', undefined]) {
      let caught = 'nothing';
      try {
        leps.compile(preview, { include() { throw thrown; } });
      } catch (error) {
        caught = error;
      }
      assert.equal(caught, thrown);
    }
    assert.throws(() => leps.compile(preview, { include: async () => national }), /promise/);
    leps.compile(national).free();
  });

  it('may compile rules of its own', () => {
    const rulebook = leps.compile(preview, {
      include(pack) {
        leps.compile(packs['leps.lombardia'] ?? preview, { include: (name) => packs[name] }).free();
        return packs[pack];
      },
    });
    rulebook.free();
  });
});
