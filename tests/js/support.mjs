// What the tests share: the package as it was built, the command to compare it with, files to read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync }
  from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { Browser, serve } from './browser.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const packageFolder = process.env.LEPS_PACKAGE ?? join(root, 'build/wasm/npm');
const command = process.env.LEPS_COMMAND ?? join(root, 'build/dev/leps');

for (const [what, path] of [['the package', packageFolder], ['the command', command]]) {
  if (!existsSync(path)) throw new Error(`${what} is not there: ${path}; bash tests/js/run.sh makes it`);
}

export const { load, LepsError, exact } = await import(pathToFileURL(join(packageFolder, 'leps.js')));
export const { packs } = await import(pathToFileURL(join(packageFolder, 'packs.js')));

/** Frees what it is given when the use of it is over, as `using` will. */
export function using(owned, use) {
  try {
    return use(owned);
  } finally {
    owned.free();
  }
}

/** A folder of its own for a suite, gone afterwards. */
export function temporaryFolder(after) {
  const folder = mkdtempSync(join(tmpdir(), 'leps-js-'));
  after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Runs `leps`, in the root of the repository. */
export function runLeps(...args) {
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return run;
}

/** A file as the package takes it, by its path from the root: what the command calls it. */
export function file(path) {
  return { name: path, text: readFileSync(join(root, path)) };
}

/** All the files of a folder with one of these ends, in the order of the command. */
export function filesOf(folder, ...ends) {
  const found = [];
  const walk = (at) => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (ends.some((end) => name.endsWith(end))) found.push(relative(root, path));
    }
  };
  walk(join(root, folder));
  return found.map(file);
}

export const national = filesOf('rules/nazionale', '.leps');

/** The pack that the tests of the command judge tables and workbooks with, as a file in `folder`. */
export function packOfCommand(folder) {
  const page = readFileSync(join(root, 'tests/cli/command.py'), 'utf8');
  const name = join(folder, 'rules.leps');
  const text = /^PACK = """([^]*?)"""/m.exec(page)[1];
  writeFileSync(name, text);
  return [{ name, text }];
}

const ofSmallWorld = (name) => ({ name, text: readFileSync(join(root, 'tests/support/small_world', name), 'utf8') });

/** The small world of tests/support: a pack, and an Ambito that does not reach its levels. */
export const small = { rules: [ofSmallWorld('prova.leps')], data: [ofSmallWorld('prova.yaml')] };

/**
 * A browser at a page of a folder that is served, for all the tests of a file; while they run, as `browser` and
 * `server`. They begin once an expression is true in the page.
 */
export function useBrowser(folder, page = '', expression = 'true') {
  const used = {};
  before(async () => {
    used.server = await serve(folder);
    used.browser = await Browser.start();
    await used.browser.open(used.server.url + page);
    await used.browser.until(expression);
  });
  after(async () => {
    await used.browser?.close();
    await used.server?.close();
  });
  return used;
}
