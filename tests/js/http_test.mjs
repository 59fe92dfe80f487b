// The example of a server, as its readers would run it: asked with fetch, on this machine alone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { file, packageFolder, root, runLeps, national, temporaryFolder } from './support.mjs';

const folder = temporaryFolder(after);
const lodi = file('fixtures/reali/lodi.yaml');
let server;
let url;

before(async () => {
  cpSync(join(root, 'bindings/js/examples/http'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  cpSync(packageFolder, join(folder, 'node_modules/leps'), { recursive: true });
  server = spawn(process.execPath, ['server.mjs', '0'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout.once('data', (line) => resolve(String(line).trim()));
  });
});
after(() => server?.kill());

const post = (body, { type = 'application/yaml', query = '', language } = {}) => fetch(url + query,
  { method: 'POST', body, headers: { 'content-type': type, ...(language && { 'accept-language': language }) } });

describe('the endpoint', () => {
  it('answers what the command writes but for the name of the file', async () => {
    const response = await post(lodi.text);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^application\/json/);
    const { results } = await response.json();
    const run = runLeps('check', ...national.map(({ name }) => name), '--data', lodi.name, '--format', 'json');
    const pathless = (json) => JSON.parse(JSON.stringify(json).replaceAll(lodi.name, 'dati.yaml'));
    assert.deepEqual(results, pathless(JSON.parse(run.stdout).results));
  });

  it('keeps to one year', async () => {
    const { ambiti } = await (await post(lodi.text, { query: '?year=2022' })).json();
    assert.deepEqual(ambiti.map(({ year }) => year), [2022]);
  });

  it('takes tables', async () => {
    const csv = 'ambito,anno,popolazione,assistenti_sociali\nprova,2025,125001,25\n';
    const response = await post(csv, { type: 'text/csv; charset=utf-8' });
    assert.equal(response.status, 200, await response.clone().text());
    assert.equal((await response.json()).ambiti[0].ambito, 'prova');
  });

  it('says what is wrong with the data, in the language of the caller', async () => {
    for (const [language, word] of [[undefined, /popolazione/], ['en-GB', /perhaps|did you/]]) {
      const response = await post('ambito: x\nanni: {2025: {dati: {popolazion: 1}}}\n', { language });
      assert.equal(response.status, 422);
      const { error, diagnostics: [first] } = await response.json();
      assert.equal(error, 'data');
      assert.deepEqual([first.place.file, first.place.line], ['dati.yaml', 2]);
      assert.match([first.message, ...first.hints].join(' '), word);
    }
  });

  it('refuses what it cannot answer', async () => {
    for (const [status, asked] of [
      [404, fetch(new URL('/altro', url))],
      [405, fetch(url)],
      [415, post('x', { type: 'text/plain' })],
      [413, post('x'.repeat((1 << 20) + 1))],
      [400, post(lodi.text, { query: '?year=22' })],
      [400, post(lodi.text, { query: '?ambito=nessuno' })],
      [422, post('')],
    ]) {
      const response = await asked;
      assert.equal(response.status, status);
      assert.ok((await response.json()).error);
    }
    const { hostname, port } = new URL(url);
    const status = await new Promise((resolve, reject) => {
      get({ hostname, port, path: '//' }, (response) => resolve(response.resume().statusCode)).on('error', reject);
    });
    assert.equal(status, 404);  // a path that is no address
  });

  it('goes on for as long as it is asked', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(lodi.text)));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    assert.equal(texts.size, 1);
  });
});
