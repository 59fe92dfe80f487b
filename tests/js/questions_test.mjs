// What may be asked beside verdicts: what if, why, where it turns, examples, lint.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { LepsError, file, filesOf, load, national, runLeps, small, using } from './support.mjs';

let leps;
before(async () => { leps = await load(); });

function withResults(rules, data, use) {
  using(leps.compile(rules), (rulebook) => using(rulebook.load(data), (loaded) =>
    using(rulebook.evaluate(loaded), (results) => use(results, rulebook))));
}

const whose = { ambito: 'prova', year: 2025 };

describe('what if', () => {
  it('gives what the changed data would give', () => {
    withResults(small.rules, small.data, (results, rulebook) => {
      const changes = [{ ...whose, datum: 'assistenti', value: 26 }];
      using(results.whatIf(changes), (changed) => {
        assert.equal(changed.value.results[0].verdict, 'soddisfatto');
        // Nothing stands before the second any more.
        assert.deepEqual(changed.differences.map(({ rule, before, after }) =>
          [rule, before.verdict, before.rank, after.verdict, after.rank]),
        [['servizio_sociale', 'non_soddisfatto', 1, 'soddisfatto', null],
         ['sede', 'non_valutabile', 2, 'non_valutabile', 1]]);
        const text = small.data[0].text.replace('assistenti: 25', 'assistenti: 26');
        using(rulebook.load([{ name: 'prova.yaml', text }]), (data) =>
          using(rulebook.evaluate(data), ({ value }) =>
            assert.deepEqual(changed.value.results, value.results)));
      });
      assert.equal(results.value.results[0].verdict, 'non_soddisfatto');
      assert.deepEqual(results.differences, []);
    });
  });

  it('takes exact numbers, what is not known, and refuses doubles', () => {
    withResults(small.rules, small.data, (results) => {
      for (const [value, verdict] of [
        ['125001/5000', 'soddisfatto'], ['25.0002', 'soddisfatto'], [26n, 'soddisfatto'],
        ['[25, 26]', 'non_valutabile'], [null, 'non_valutabile'], [25, 'non_soddisfatto'],
      ]) {
        let changed;
        try {
          changed = results.whatIf([{ ...whose, datum: 'assistenti', value }]);
        } catch (error) {
          // A file of data has no fractions: where it has none, neither has a change.
          assert.ok(String(value).includes('/') && error.status === 'data', error);
          continue;
        }
        using(changed, () => assert.equal(changed.value.results[0].verdict, verdict, String(value)));
      }
      assert.throws(() => results.whatIf([{ ...whose, datum: 'assistenti', value: 25.0002 }]), TypeError);
    });
  });

  it('takes rows, and refuses doubles in them too', () => {
    withResults(small.rules, small.data, (results) => {
      const ask = (value) => results.whatIf([{ ...whose, datum: 'sedi', value }]);
      for (const [aperta, verdict] of [
        [true, 'soddisfatto'], ['sì', 'soddisfatto'], [false, 'non_soddisfatto'], [null, 'non_valutabile'],
      ]) {
        using(ask([{ nome: 'A', aperta }]), ({ value }) =>
          assert.equal(value.results.find(({ rule }) => rule === 'sede').verdict, verdict, String(aperta)));
      }
      ask([{ nome: 1n, aperta: true }]).free();
      for (const value of [0.1, NaN, undefined]) {
        assert.throws(() => ask([{ nome: 'A', aperta: value }]), TypeError, String(value));
      }
      let deep = true;
      for (let i = 0; i < 100_000; ++i) deep = [deep];
      assert.throws(() => ask([{ nome: 'A', aperta: deep }]), RangeError);
      ask([{ nome: 'A', aperta: true }]).free();  // the engine goes on
    });
  });

  it('says what is wrong with a change', () => {
    withResults(small.rules, small.data, (results) => {
      for (const [change, status] of [
        [{ datum: 'assistent', value: 1 }, 'data'],
        [{ datum: 'assistenti', value: -1 }, 'data'],
        [{ datum: 'assistenti', value: 1, ambito: 'altro' }, 'argument'],
        [{ datum: 'assistenti', value: 1, year: 1999 }, 'argument'],
      ]) {
        assert.throws(() => results.whatIf([{ ...whose, ...change }]),
          (error) => error instanceof LepsError && error.status === status, JSON.stringify(change));
      }
    });
  });
});

describe('explain', () => {
  it('says what the command says, in both languages', () => {
    const data = [file('fixtures/reali/lodi.yaml')];
    withResults(national, data, (results) => {
      for (const { ambito, year, rule } of results.value.results.slice(0, 4)) {
        for (const language of ['it', 'en']) {
          // The kind is said: of a bare name the command also lists what else bears it.
          const run = runLeps('explain', `regola:${rule}`, '--rules', ...national.map(({ name }) => name), '--data',
            data[0].name, '--year', String(year), '--lang', language);
          assert.equal(results.explain({ ambito, year, rule }, language), run.stdout);
        }
      }
      assert.throws(() => results.explain({ ambito: 'lodi', year: 2022, rule: 'nessuna' }),
        (error) => error.status === 'argument');
    });
  });
});

describe('break-even', () => {
  it('is the value at which the requirement turns', () => {
    withResults(small.rules, small.data, (results) => {
      const question = { ...whose, rule: 'servizio_sociale', requirement: 'organico' };
      const answer = results.breakEven(question);
      assert.deepEqual(answer.value, { lo: '125001/5000', hi: '125001/5000', unit: 'FTE' });
      assert.equal(answer.lever, 'assistenti');
      assert.equal(answer.margin.hi, '-1/5000');
      assert.deepEqual([answer.isUpperBound, answer.isStrict], [false, false]);
      assert.throws(() => results.breakEven({ ...question, requirement: 'nessuno' }),
        (error) => error.status === 'argument');
    });
  });
});

describe('of rules alone', () => {
  it('examples are run', () => {
    using(leps.compile(small.rules), (rulebook) => {
      const outcome = rulebook.examples();
      assert.deepEqual(outcome.examples, [{ title: 'al livello', holds: true }]);
      assert.equal(outcome.failed, 0);
      assert.ok(outcome.unreached.length > 0);
    });
    const wrong = small.rules[0].text.replace('servizio_sociale soddisfatto', 'servizio_sociale parziale');
    using(leps.compile([{ name: 'prova.leps', text: wrong }]), (rulebook) => {
      const { failed, misses } = rulebook.examples();
      assert.equal(failed, 1);
      assert.equal(misses[0].place.file, 'prova.leps');
    });
  });

  it('the examples of every shipped pack hold', () => {
    using(leps.compile(filesOf('rules', '.leps')), (rulebook) => {
      const { failed, examples } = rulebook.examples();
      assert.ok(examples.length > 50);
      assert.equal(failed, 0);
    });
  });

  it('lint says what the command says', () => {
    const rules = [file('tests/golden/cli/lint/foregone.leps')];
    using(leps.compile(rules), (rulebook) => {
      const found = [...rulebook.warnings, ...rulebook.lint()];
      const run = runLeps('lint', rules[0].name);
      assert.ok(found.length > 0);
      for (const { text } of found) assert.ok(run.stderr.includes(text.it), text.it);
    });
  });
});
