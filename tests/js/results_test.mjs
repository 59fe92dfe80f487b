// The same inputs give the same results as the command, byte for byte.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { file, filesOf, load, national, packOfCommand, packs, root, runLeps, small, temporaryFolder, using }
  from './support.mjs';

const folder = temporaryFolder(after);
let leps;
before(async () => { leps = await load(); });

/** What the package makes of the same files that the command is given. */
function evaluate(rules, data, options) {
  using(leps.compile(rules), (rulebook) => {
    using(rulebook.load(data), (loaded) => {
      using(rulebook.evaluate(loaded, options), (results) => { options.check(results); });
    });
  });
}

function sameAsCommand(rules, data, { options = {}, words = [] } = {}) {
  const run = runLeps('check', ...rules.map(({ name }) => name),
    '--data', ...data.map(({ name }) => name), ...words, '--format', 'json');
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  evaluate(rules, data, { ...options, check: ({ json }) => assert.equal(json, run.stdout) });
}

describe('results are those of the command', () => {
  for (const data of filesOf('fixtures/reali', '.yaml')) {
    it(data.name, () => sameAsCommand(national, [data]));
  }
  it('all the real Ambiti together', () => sameAsCommand(national, filesOf('fixtures/reali', '.yaml')));
  it('the synthetic region', () => sameAsCommand(national, filesOf('fixtures/sintetici', '.yaml')));

  for (const folder of ['anteprima_2027', 'lombardia']) {
    it(`with ${folder} on top`, () => {
      const rules = [...national, ...filesOf(`rules/${folder}`, '.leps')];
      sameAsCommand(rules, filesOf('fixtures/sintetici', '.yaml'));
    });
  }

  const both = filesOf('fixtures/reali', '.yaml');
  for (const [why, options, words] of [
    ['one Ambito', { ambiti: ['lodi'] }, ['--ambito', 'lodi']],
    ['one year', { year: 2022 }, ['--year', '2022']],
    ['one of each', { ambiti: ['cantu'], year: 2022 }, ['--ambito', 'cantu', '--year', '2022']],
  ]) {
    it(why, () => sameAsCommand(national, both, { options, words }));
  }

  it('every ordering that the packs declare', () => {
    using(leps.compile(national), ({ orderings }) => {
      assert.ok(orderings.length > 0);
      for (const ordering of orderings) {
        sameAsCommand(national, [file('fixtures/sintetici/ambito_sintetico.yaml')],
          { options: { ordering }, words: ['--order', ordering] });
      }
    });
  });

  it('a table of CSV', () => {
    sameAsCommand(packOfCommand(folder), [file('tests/golden/cli/tables/dati.csv')]);
  });
});

describe('results', () => {
  it('are there as values, exact numbers as texts', () => {
    evaluate(small.rules, small.data, {
      check({ value }) {
        assert.equal(value.schema, 'leps-results/1');
        const [result] = value.results;
        assert.equal(result.verdict, 'non_soddisfatto');
        assert.equal(result.requirements[0].gap.hi, '1/5000');
      },
    });
  });

  it('name the bytes that rules and data were made from', () => {
    using(leps.compile(small.rules), (rulebook) => {
      const [made] = rulebook.files;
      assert.equal(made.pack, 'prova');
      assert.match(made.sha256, /^[0-9a-f]{64}$/);
      using(rulebook.load(small.data), (data) => {
        assert.deepEqual(data.ambiti, [{ ambito: 'prova', year: 2025 }]);
        assert.equal(data.files[0].name, 'prova.yaml');
      });
    });
  });

  it('are the same from a string and from bytes, with a byte-order mark or without', () => {
    const [{ name, text }] = small.data;
    const bytes = new TextEncoder().encode(text);
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]);
    const jsons = [text, bytes].map((each) => {
      let json;
      evaluate(small.rules, [{ name, text: each }], { check: (results) => { json = results.json; } });
      return json;
    });
    assert.equal(jsons[0], jsons[1]);
    evaluate(small.rules, [{ name, text: marked }], {
      check: ({ value }) => assert.equal(value.results[0].verdict, 'non_soddisfatto'),
    });
  });

  it('come of data in JSON', () => {
    const text = JSON.stringify({
      ambito: 'prova', anni: { 2025: { dati: { popolazione: 5000, assistenti: '1/2' } } },
    });
    evaluate(small.rules, [{ name: 'prova.json', text: text.replace('"1/2"', '0.5') }], {
      check: ({ value }) => assert.equal(value.results[0].requirements[0].gap.hi, '1/2'),
    });
  });
});

describe('the packs of the package', () => {
  it('are those of the repository, byte for byte', () => {
    const shipped = Object.values(packs).flat();
    assert.deepEqual(shipped.map(({ name }) => name).sort(),
      filesOf('rules', '.leps').map(({ name }) => name).sort());
    for (const { name, text } of shipped) assert.equal(text, readFileSync(join(root, name), 'utf8'));
  });
});
