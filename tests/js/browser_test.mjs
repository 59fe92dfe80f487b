// The package in a browser: the same results as the command, byte for byte, with nothing fetched but
// the package itself.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { file, filesOf, packageFolder, runLeps, useBrowser } from './support.mjs';

const used = useBrowser(packageFolder, 'package.json');

const asText = ({ name, text }) => ({ name, text: text.toString() });

describe('in a browser', () => {
  it('results are those of the command', async () => {
    const data = [...filesOf('fixtures/reali', '.yaml'), file('fixtures/sintetici/ambito_sintetico.yaml')];
    const json = await used.browser.run(`async (files) => {
      const { load } = await import(location.origin + '/leps.js');
      const { packs } = await import(location.origin + '/packs.js');
      const leps = await load();
      const rulebook = leps.compile(packs['leps.nazionale']);
      return rulebook.evaluate(rulebook.load(files)).json;
    }`, data.map(asText));
    const run = runLeps('check', ...filesOf('rules/nazionale', '.leps').map(({ name }) => name),
      '--data', ...data.map(({ name }) => name), '--format', 'json');
    assert.equal(json, run.stdout);
  });

  it('mistakes are said, and the engine goes on', async () => {
    const { status, code } = await used.browser.run(`async () => {
      const { load, LepsError } = await import(location.origin + '/leps.js');
      const leps = await load({ language: 'en' });
      try {
        leps.compile([{ name: 'x.leps', text: 'pacchetto' }]);
      } catch (error) {
        if (!(error instanceof LepsError)) throw error;
        leps.compile([{ name: 'y.leps', text: 'pacchetto y versione "1"' }]).free();
        return { status: error.status, code: error.diagnostics[0].code };
      }
    }`);
    assert.equal(status, 'rules');
    assert.match(code, /^syntax\//);
  });

  it('works in a worker', async () => {
    const version = await used.browser.run(`async () => {
      const text = "import { load } from '" + location.origin + "/leps.js';" +
        "postMessage((await load()).version);";
      const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
      const worker = new Worker(url, { type: 'module' });
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      });
    }`);
    assert.match(version, /^\d+\.\d+\.\d+$/);
  });

  it('asks for the files of the package, and for nothing else', () => {
    const asked = new Set(used.server.asked);
    asked.delete('/favicon.ico');
    assert.deepEqual([...asked].sort(), ['/diagnostics.js', '/engine.js', '/exact.js', '/handle.js',
      '/leps.js', '/leps_engine.js', '/leps_engine.wasm', '/package.json', '/packs.js']);
  });
});
