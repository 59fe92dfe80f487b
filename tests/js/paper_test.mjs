// What a report is on paper, as the browser prints it: how many pages it takes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

import { runLeps, temporaryFolder } from './support.mjs';

describe('on paper', () => {
  const folder = temporaryFolder(after);

  /** A report, and how many pages of A4 it is. */
  function printed(name, ...options) {
    const page = join(folder, `${name}.html`), pdf = join(folder, `${name}.pdf`);
    const run = runLeps('check', ...options, '--out', page);
    assert.ok([0, 1].includes(run.status), run.stderr);
    const print = spawnSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu',
      '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, `file://${page}`], { encoding: 'utf8' });
    assert.equal(print.status, 0, print.stderr);
    const pages = readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page[^s]/g).length;
    return { html: readFileSync(page, 'utf8'), pages };
  }

  for (const data of ['sintetici/ambito_sintetico.yaml', 'sintetici/ambito_con_elenchi.yaml',
    'sintetici/regione', 'reali']) {
    it(`an assembly reads two pages for each Ambito and year: ${data}`, () => {
      const { html, pages } = printed('assemblea', '--data', `fixtures/${data}`, '--edition', 'assemblea');
      assert.equal(pages, 2 * html.match(/<article class="ambito"/g).length);
    });
  }

  it('the whole of the invented Ambito takes at most twenty-four, and its steps only where asked for', () => {
    const of = ['--data', 'fixtures/sintetici/ambito_sintetico.yaml', '--year', '2025'];
    const whole = printed('completa', ...of), steps = printed('passaggi', ...of, '--details');
    assert.ok(whole.pages <= 24, `${whole.pages} pages`);
    assert.ok(steps.pages > whole.pages + 10, `${steps.pages} pages`);
  });
});
