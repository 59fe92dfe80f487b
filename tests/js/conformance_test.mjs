// The cases that every way into the engine answers alike, byte for byte: tests/conformance.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';

import { file, load, packageFolder, root, useBrowser, using } from './support.mjs';

const cases = join(root, 'tests/conformance/cases');

/** What a case asks: files as texts, so that they can be sent to a browser too. */
function read(name) {
  const question = { rules: [], data: [], options: {} };
  for (const line of readFileSync(join(cases, name, 'case.txt'), 'utf8').split('\n')) {
    const word = line.split(' ', 1)[0];
    const value = line.slice(word.length + 1);
    if (word === 'rules' || word === 'data') {
      const { text } = file(value);
      question[word].push({ name: value, text: text.toString() });
    } else if (word === 'ordering') {
      question.options.ordering = value;
    } else if (word === 'ambito') {
      question.options.ambiti = [...question.options.ambiti ?? [], value];
    } else if (word === 'year') {
      question.options.year = Number(value);
    }
  }
  return question;
}

let leps;
before(async () => { leps = await load(); });
const used = useBrowser(packageFolder, 'package.json');

describe('every case, in Node and in a browser', () => {
  for (const name of readdirSync(cases)) {
    const expected = () => readFileSync(join(cases, name, 'expected.json'), 'utf8');
    it(`${name}, Node`, () => {
      const { rules, data, options } = read(name);
      using(leps.compile(rules), (rulebook) => using(rulebook.load(data), (loaded) =>
        using(rulebook.evaluate(loaded, options), ({ json }) => assert.equal(json, expected()))));
    });
    it(`${name}, browser`, async () => {
      const json = await used.browser.run(`async ({ rules, data, options }) => {
        const { load } = await import(location.origin + '/leps.js');
        const rulebook = (await load()).compile(rules);
        return rulebook.evaluate(rulebook.load(data), options).json;
      }`, read(name));
      assert.equal(json, expected());
    });
  }
});
