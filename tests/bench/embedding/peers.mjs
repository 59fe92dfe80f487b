// The same levels in GoRules ZEN, in publicodes and in leps as WebAssembly, one Ambito again and again:
//   node peers.mjs FOLDER_WITH_NODE_MODULES NPM_PACKAGE_OF_LEPS SECONDS
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, lepsPackage, seconds] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const require = createRequire(join(modules, 'package.json'));
const text = (name) => readFileSync(join(here, name), 'utf8');
const dati = JSON.parse(text('data.json')).anni['2025'].dati;
const values = [20, 21.5, 23, 24.5, 26, 27.5];
const levels = ['organico', 'stabili', 'psicologi_presenti', 'dimissioni', 'residenza', 'supervisione'];

function report(name, value, unit) { console.log(`${name}\t${value}\t${unit}`); }

/** Each time as a caller has it: what it asked for is waited for before the next question. */
async function rate(name, judge) {
  for (let i = 0; i < 200; i++) await judge(i); // warm
  const begin = performance.now();
  let count = 0;
  while (performance.now() - begin < seconds * 1000) for (let i = 0; i < 20; i++) await judge(count++);
  report(name, Math.round(count / (performance.now() - begin) * 1000), '/s');
}

/** Speed is compared only of engines that say the same. */
function show(engine, found) {
  for (const level of levels) console.log(`= ${engine} ${level} ${found[level]} ${found[`${level}_gap`]}`);
  console.log(`= ${engine} contributo ${found.contributo}`);
}

{
  const { ZenEngine } = require('@gorules/zen-engine');
  const begin = performance.now();
  const decision = new ZenEngine().createDecision(Buffer.from(text('livelli.jdm.json')));
  report('zen: compile', (performance.now() - begin).toFixed(3), 'ms');
  show('zen', (await decision.evaluate(dati)).result);
  await rate('zen: one value changed', (i) => decision.evaluate({ ...dati, assistenti: values[i % 6] }));
}
{
  const Engine = (await import(pathToFileURL(join(modules, 'node_modules/publicodes/dist/index.js')))).default;
  const { parse } = require('yaml');
  const rules = parse(text('livelli.publicodes.yaml'));
  const begin = performance.now();
  const engine = new Engine(rules);
  report('publicodes: compile', (performance.now() - begin).toFixed(3), 'ms');
  const spaced = (name) => name.replaceAll('_', ' ');
  const situation = Object.fromEntries(Object.entries(dati).map(([name, value]) => [spaced(name), value]));
  const names = [...levels.flatMap((level) => [level, `${level}_gap`]), 'contributo'];
  const judge = (given) => {
    engine.setSituation(given);
    return Object.fromEntries(names.map((name) => [name, engine.evaluate(spaced(name)).nodeValue]));
  };
  show('publicodes', judge(situation));
  await rate('publicodes: one value changed', (i) => judge({ ...situation, assistenti: values[i % 6] }));
}
{
  const start = performance.now();
  const { load } = await import(pathToFileURL(join(lepsPackage, 'leps.js')));
  const leps = await load();
  report('leps in Node: start', (performance.now() - start).toFixed(1), 'ms');
  const begin = performance.now();
  const rulebook = leps.compile([{ name: 'livelli.leps', text: text('livelli.leps') }]);
  report('leps in Node: compile', (performance.now() - begin).toFixed(3), 'ms');
  const data = rulebook.load([{ name: 'data.json', text: text('data.json') }]);
  const base = rulebook.evaluate(data);
  const exact = (fraction) => { const [above, below = '1'] = fraction.split('/'); return above / below; };
  const found = Object.fromEntries(base.value.results.flatMap(({ rule, verdict, requirements: [{ gap }] }) =>
    [[rule, verdict === 'soddisfatto'], [`${rule}_gap`, exact(gap.lo)]]));
  show('leps', { ...found, contributo: exact(base.value.computed[0].lo) });
  await rate('leps in Node: one value changed', (i) => {
    const results = base.whatIf([{ ambito: 'sintetico_prova', year: 2025, datum: 'assistenti', value: String(values[i % 6]) }]);
    void results.value.results.length;
    results.free();
  });
}
