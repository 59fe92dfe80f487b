// The example page, in a browser, as a reader uses it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { Browser, serve } from './browser.mjs';
import { file, load, packageFolder, packs } from './support.mjs';

let browser;
let server;
before(async () => {
  server = await serve(join(packageFolder, '../page'));
  browser = await Browser.start();
  await browser.open(server.url);
  await browser.until('document.querySelector("#results table")');
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** LEPS_SHOTS=FOLDER keeps what the reader sees. */
async function shot(name) {
  const png = await browser.screenshot();
  if (process.env.LEPS_SHOTS) writeFileSync(join(process.env.LEPS_SHOTS, `${name}.png`), png);
}

const verdicts = () => browser.run(`async () => [...document.querySelectorAll('#results article')].map((ambito) =>
  [...ambito.querySelectorAll('.verdict')].map(({ classList }) => classList[1]))`);
const text = (selector) => browser.run(
  `async (selector) => document.querySelector(selector).textContent`, selector);

describe('the page', () => {
  it('begins in Italian, with invented data that are said to be', async () => {
    assert.equal(await browser.run('async () => document.documentElement.lang'), 'it');
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
    await browser.click('#results details summary');
    await browser.until('document.querySelector("#results details pre")');
    assert.match(await text('#results details pre'), /\d/);
    await shot('perche');
  });

  it('speaks English too', async () => {
    await browser.click('#language');
    await browser.until('document.documentElement.lang === "en"');
    assert.match(await text('#results h3'), /invented data/);
    await browser.click('#language');
  });

  it('judges rules and data that are typed', async () => {
    await browser.click('input[value="typed"]');
    await browser.until('document.querySelectorAll("#results .verdict").length === 1');
    assert.deepEqual(await verdicts(), [['non_soddisfatto']]);
    assert.match(await text('#results td ul'), / 0,0002 FTE con assistenti sociali/);
    await browser.type('#data', 'ambito: prova\nsintetico: sì\nanni: {2025: {dati: {popolazione: 5000, assistenti_sociali: 1}}}\n');
    await browser.until('document.querySelector("#results .soddisfatto")');
    assert.equal(await browser.run('async () => document.querySelector("#invented").hidden'), true);
    await shot('scritte');
  });

  it('shows what is wrong, where it is', async () => {
    await browser.type('#data', 'ambito: prova\nanni: {2025: {dati: {popolazion: 5000}}}\n');
    await browser.until('document.querySelector("#findings .error")');
    assert.match(await text('#findings'), /dati\.yaml:2:.*popolazion/s);
    assert.equal(await browser.run('async () => document.querySelectorAll("#results *").length'), 0);
    assert.equal(await browser.run('async () => document.querySelector("#save").disabled'), true);
    await shot('errore');
  });

  it('never asks another server for anything, and stays narrow on a phone', async () => {
    await browser.click('input[value="leps.nazionale"]');
    await browser.resize(400, 900);
    assert.ok(await browser.run('async () => document.documentElement.scrollWidth <= innerWidth'));
    await shot('telefono');
    const others = await browser.run(`async () => performance.getEntriesByType('resource')
      .filter(({ name }) => !name.startsWith(location.origin) && !name.startsWith('data:')).map(({ name }) => name)`);
    assert.deepEqual(others, []);
  });
});
