// The example page, in a browser, as a reader uses it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { file, load, packageFolder, packs, useBrowser } from './support.mjs';

const used = useBrowser(join(packageFolder, '../page'), '', 'document.querySelector("#results table")');

/** LEPS_SHOTS=FOLDER keeps what the reader sees. */
async function shot(name) {
  const png = await used.browser.screenshot();
  if (process.env.LEPS_SHOTS) writeFileSync(join(process.env.LEPS_SHOTS, `${name}.png`), png);
}

const verdicts = () => used.browser.run(`async () => [...document.querySelectorAll('#results article')].map((ambito) =>
  [...ambito.querySelectorAll('.verdict')].map(({ classList }) => classList[1]))`);
const text = (selector) => used.browser.run(
  `async (selector) => document.querySelector(selector).textContent`, selector);

describe('the page', () => {
  it('begins in Italian, with invented data that are said to be', async () => {
    assert.equal(await used.browser.run('async () => document.documentElement.lang'), 'it');
    assert.match(await text('#invented'), /inventati/);
    assert.match(await text('#results h3'), /Valdoro.*dati inventati/);
    await shot('it');
  });

  it('shows the verdicts of the engine, by priority', async () => {
    const rulebook = (await load()).compile(packs['leps.nazionale']);
    const { value } = rulebook.evaluate(rulebook.load([file('fixtures/sintetici/ambito_sintetico.yaml')]));
    const latest = value.ambiti.at(-1).year;
    const ranked = value.results.filter(({ year }) => year === latest)
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
    assert.deepEqual((await verdicts())[0], ranked.map(({ verdict }) => verdict));
  });

  it('says why', async () => {
    await used.browser.click('#results details summary');
    await used.browser.until('document.querySelector("#results details pre")');
    assert.match(await text('#results details pre'), /\d/);
    await shot('perche');
  });

  it('speaks English too', async () => {
    await used.browser.click('#language');
    await used.browser.until('document.documentElement.lang === "en"');
    assert.match(await text('#results h3'), /invented data/);
    await used.browser.click('#language');
  });

  it('judges rules and data that are typed', async () => {
    await used.browser.click('input[value="typed"]');
    await used.browser.until('document.querySelectorAll("#results .verdict").length === 1');
    assert.deepEqual(await verdicts(), [['non_soddisfatto']]);
    assert.match(await text('#results td ul'), / 0,0002 FTE con assistenti sociali/);
    await used.browser.type('#data', 'ambito: prova\nsintetico: sì\nanni: {2025: {dati: {popolazione: 5000, assistenti_sociali: 1}}}\n');
    await used.browser.until('document.querySelector("#results .soddisfatto")');
    assert.equal(await used.browser.run('async () => document.querySelector("#invented").hidden'), true);
    await shot('scritte');
  });

  it('shows what is wrong, where it is', async () => {
    await used.browser.type('#data', 'ambito: prova\nanni: {2025: {dati: {popolazion: 5000}}}\n');
    await used.browser.until('document.querySelector("#findings .error")');
    assert.match(await text('#findings'), /dati\.yaml:2:.*popolazion/s);
    assert.equal(await used.browser.run('async () => document.querySelectorAll("#results *").length'), 0);
    assert.equal(await used.browser.run('async () => document.querySelector("#save").disabled'), true);
    await shot('errore');
  });

  it('never asks another server for anything, and stays narrow on a phone', async () => {
    await used.browser.click('input[value="leps.nazionale"]');
    await used.browser.resize(400, 900);
    assert.ok(await used.browser.run('async () => document.documentElement.scrollWidth <= innerWidth'));
    await shot('telefono');
    const others = await used.browser.run(`async () => performance.getEntriesByType('resource')
      .filter(({ name }) => !name.startsWith(location.origin) && !name.startsWith('data:')).map(({ name }) => name)`);
    assert.deepEqual(others, []);
  });
});
