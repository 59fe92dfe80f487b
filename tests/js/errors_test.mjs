// What is wrong is said as the command says it, word for word; and a wrong call is refused.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { LepsError, exact, file, load, national, packOfCommand, root, runLeps, small,
  temporaryFolder, using } from './support.mjs';

let leps;
before(async () => { leps = await load(); });

const folder = temporaryFolder(after);

function refusal(call) {
  try {
    call().free();
  } catch (error) {
    assert.ok(error instanceof LepsError, error);
    return error;
  }
  return undefined;
}

const nested = (depth) => [{
  name: 'annidate.leps',
  text: `${small.rules[0].text}calcolo c : FTE = ${'('.repeat(depth)}assistenti${')'.repeat(depth)}\n`,
}];

const words = (diagnostics, language) => diagnostics.map(({ text }) => text[language]).join('');

/** What the command says is wrong: all but its last line, which counts the errors. */
function found({ stderr }) {
  const last = /(?<=\n)\d+ (?:errore|errori|error|errors), [^\n]*\n$/;
  assert.match(stderr, last);
  return stderr.replace(last, '');
}

describe('wrong rules', () => {
  // The explanations of messages show a wrong pack for each: the base that they go on from, and it.
  const explained = join(root, 'engine/diagnostics/explain');
  const base = readFileSync(join(explained, 'base.leps'), 'utf8');
  const wrong = /^## (\S+)\n(?:(?!^## )[^])*?^No:\n```leps\n([^]*?)^```/gm;

  for (const page of readdirSync(explained).filter((name) => name.endsWith('.md'))) {
    for (const [, code, text] of readFileSync(join(explained, page), 'utf8').matchAll(wrong)) {
      it(code, () => {
        const path = join(folder, `${code.replace('/', '_')}.leps`);
        writeFileSync(path, base + text);
        const rules = [{ name: path, text: base + text }];
        for (const language of ['it', 'en']) {
          const run = runLeps('check', path, '--data', small.data[0].name, '--lang', language);
          const error = refusal(() => leps.compile(rules));
          if (run.status !== 3) return assert.equal(error, undefined);
          assert.equal(error.status, 'rules');
          assert.equal(words(error.diagnostics, language), found(run));
        }
      });
    }
  }
});

describe('wrong data', () => {
  const pack = packOfCommand(folder);
  for (const [rules, data] of [
    [pack, 'tests/golden/cli/tables/refuso.csv'],
    [pack, 'tests/golden/cli/tables/due_letture.csv'],
    [pack, 'tests/golden/cli/tables/due_modi.csv'],
    [pack, 'tests/golden/cli/tables/altro.csv'],
    [pack, 'tests/golden/cli/tables/latino.csv'],
    [pack, 'tests/golden/cli/tables/virgole.csv'],
    [pack, 'tests/golden/cli/tables/vecchio.xls'],
    [[file('tests/golden/packs/esempio.leps')], 'tests/golden/cli/wrong_names/wrong.yaml'],
  ]) {
    it(data, () => {
      const run = runLeps('check', rules[0].name, '--data', data);
      assert.equal(run.status, 4, run.stderr);
      using(leps.compile(rules), (rulebook) => {
        const error = refusal(() => rulebook.load([file(data)]));
        assert.equal(error.status, 'data');
        assert.equal(words(error.diagnostics, 'it'), found(run));
      });
    });
  }
});

describe('workbooks, good and hostile', () => {
  const made = spawnSync('python3', [join(root, 'tests/sheets/make_workbooks.py'), folder]);
  assert.equal(made.status, 0, String(made.stderr));
  const rules = packOfCommand(folder);
  const workbooks = readdirSync(folder).filter((name) => /\.(xlsx|ods|xls\w)$/.test(name));
  assert.ok(workbooks.length > 10, workbooks.join(' '));

  for (const name of workbooks) {
    it(name, () => {
      const path = join(folder, name);
      const run = runLeps('check', rules[0].name, '--data', path, '--format', 'json');
      const data = [{ name: path, text: readFileSync(path) }];
      using(leps.compile(rules), (rulebook) => {
        if (run.status === 4) {
          const error = refusal(() => rulebook.load(data));
          assert.equal(words(error.diagnostics, 'it'), found(run));
        } else {
          using(rulebook.load(data), (loaded) => {
            using(rulebook.evaluate(loaded), ({ json }) => assert.equal(json, run.stdout));
          });
        }
      });
    });
  }
});

describe('a diagnostic', () => {
  const mistaken = [{ name: 'sbagliate.leps', text: small.rules[0].text.replace('di popolazione', 'di popolazion') }];

  it('has its code, place, words in both languages and hints', () => {
    const { diagnostics: [first], message } = refusal(() => leps.compile(mistaken));
    assert.equal(first.code, 'name/unknown');
    assert.equal(first.severity, 'error');
    const line = mistaken[0].text.split('\n').findIndex((each) => each.includes('di popolazion')) + 1;
    assert.deepEqual([first.place.file, first.place.line], ['sbagliate.leps', line]);
    const bytes = Buffer.from(mistaken[0].text);
    assert.equal(String(bytes.subarray(first.place.begin, first.place.end)), 'popolazion');
    assert.notEqual(first.message.it, first.message.en);
    assert.match(first.hints[0].it, /popolazione/);
    const { place, text, certain } = first.replacement;
    assert.deepEqual([place, text, certain], [first.place, 'popolazione', false]);
    assert.ok(message.includes(first.text.it.trimEnd()));
  });

  it('says what to write where nothing else can be meant', () => {
    const text = small.rules[0].text.replace('assistenti almeno', 'assistenti >=');
    const { diagnostics: [first] } = refusal(() => leps.compile([{ name: 'prova.leps', text }]));
    const bytes = Buffer.from(text);
    const { place, text: written, certain } = first.replacement;
    assert.equal(String(bytes.subarray(place.begin, place.end)), '>=');
    assert.deepEqual([written, certain], ['almeno', true]);
    const twice = small.rules[0].text.replace('  secondo l178\n', '  secondo l178\n  secondo l178\n');
    const { diagnostics: [doubled] } =
      refusal(() => leps.compile([{ name: 'prova.leps', text: twice }]));
    assert.equal(doubled.replacement, null);
  });

  it('is in the language that was asked for', async () => {
    const english = await load({ language: 'en' });
    const { message, diagnostics: [first] } = refusal(() => english.compile(mistaken));
    assert.ok(message.startsWith('the rules have mistakes') && message.includes(first.text.en.trimEnd()));
  });

  it('has the other places that matter', () => {
    const text = small.rules[0].text.replace('  secondo l178\n', '  secondo l178\n  secondo l178\n');
    const { diagnostics: [doubled] } = refusal(() => leps.compile([{ name: 'prova.leps', text }]));
    assert.equal(doubled.code, 'syntax/doubled');
    assert.equal(doubled.labels[0].place.line, doubled.place.line - 1);
    assert.match(doubled.labels[0].text.it, /prima volta/);
    assert.match(doubled.labels[0].text.en, /first/);
  });

  it('says that data are not text', () => {
    using(leps.compile(small.rules), (rulebook) => {
      const { diagnostics } = refusal(() =>
        rulebook.load([{ name: 'x.yaml', text: new Uint8Array([0xff, 0xfe, 0x00]) }]));
      assert.equal(diagnostics[0].code.split('/')[0], 'text');
    });
  });
});

describe('a wrong call', () => {
  it('is a TypeError where an argument is of the wrong kind', async () => {
    const other = await load();
    const rulebook = leps.compile(small.rules);
    const data = rulebook.load(small.data);
    for (const [why, call] of [
      ['no array', () => leps.compile('regole')],
      ['no text', () => leps.compile([{ name: 'x.leps' }])],
      ['no name', () => leps.compile([{ text: '' }])],
      ['NUL', () => leps.compile([{ name: 'a\0b', text: '' }])],
      ['include', () => leps.compile(small.rules, { include: 3 })],
      ['no data', () => rulebook.evaluate(rulebook)],
      ['year', () => rulebook.evaluate(data, { year: 20.5 })],
      ['another load()', () => other.compile(small.rules).evaluate(data)],
      ['limits', () => rulebook.load(small.data, { limits: { milliseconds: -1 } })],
    ]) {
      assert.throws(call, TypeError, why);
    }
  });

  it('is a LepsError where it names what is not there', () => {
    using(leps.compile(small.rules), (rulebook) => {
      using(rulebook.load(small.data), (data) => {
        for (const call of [
          () => leps.compile([]),
          () => rulebook.load([]),
          () => rulebook.evaluate(data, { ordering: 'nessuno' }),
          () => rulebook.evaluate(data, { ambiti: ['nessuno'] }),
          () => leps.compile(small.rules).evaluate(data),
        ]) {
          assert.equal(refusal(call).status, 'argument');
        }
      });
    });
  });

  it('is refused after free(), and free() twice is fine', () => {
    const rulebook = leps.compile(small.rules);
    rulebook.free();
    rulebook.free();
    assert.throws(() => rulebook.load(small.data), /freed/);
  });

  it('cannot start an engine in no language or from no code', async () => {
    await assert.rejects(load({ language: 'fr' }), TypeError);
    await assert.rejects(load({ wasm: new Uint8Array([1, 2, 3]) }), WebAssembly.CompileError);
    await assert.rejects(load({ wasm: 'file:///nessuno.wasm' }), /ENOENT/);
  });
});

describe('limits', () => {
  it('stop a call that goes past one of them', () => {
    using(leps.compile(national), (rulebook) => {
      using(rulebook.load([file('fixtures/sintetici/ambito_sintetico.yaml')]), (data) => {
        for (const call of [
          () => leps.compile(national, { limits: { bytes: 1000 } }),
          () => leps.compile(national, { limits: { milliseconds: 1 } }),
          () => rulebook.load(small.data, { limits: { bytes: 10 } }),
          () => rulebook.evaluate(data, { limits: { results: 1 } }),
          () => leps.compile(nested(20), { limits: { nesting: 10 } }),
        ]) {
          assert.equal(refusal(call).status, 'limit');
        }
        rulebook.evaluate(data, { limits: { results: 100_000, milliseconds: 600_000 } }).free();
        // More than an address of the engine has bits for is no limit, and not what is left of it.
        rulebook.evaluate(data, { limits: { results: 2 ** 32 + 1 } }).free();
      });
    });
  });
});

describe('what is nested as deep as the language allows', () => {
  it('is compiled, and deeper is refused with a message', () => {
    leps.compile(nested(45)).free();
    for (const depth of [60, 5000, 1_000_000]) {
      const { diagnostics: [first] } = refusal(() => leps.compile(nested(depth)));
      assert.equal(first.code, 'syntax/too-deep');
    }
    leps.compile(small.rules).free();
  });
});

describe('exact numbers', () => {
  it('are two whole numbers, whatever their size', () => {
    const big = '123456789012345678901234567890';
    assert.deepEqual(exact('25'), { numerator: 25n, denominator: 1n });
    assert.deepEqual(exact('-7/4'), { numerator: -7n, denominator: 4n });
    assert.deepEqual(exact(`${big}/7`), { numerator: BigInt(big), denominator: 7n });
    for (const wrong of ['', '1.5', '01', '1/0', ' 1', null]) assert.throws(() => exact(wrong), TypeError);
  });
});
