// Writes packs.js, the packs of rules as a module: node write_packs.mjs RULES OUT
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [rules, out] = process.argv.slice(2);

// A comment may come before, never the name of another pack.
const declaration = /^(?:pacchetto|package) (\S+)/m;

const packs = {};
for (const folder of readdirSync(rules, { withFileTypes: true })) {
  if (!folder.isDirectory()) continue;
  const files = readdirSync(join(rules, folder.name)).filter((name) => name.endsWith('.leps')).sort();
  for (const file of files) {
    const text = readFileSync(join(rules, folder.name, file), 'utf8');
    const name = declaration.exec(text)?.[1];
    if (!name) throw new Error(`${file}: no pack`);
    (packs[name] ??= []).push({ name: `${basename(rules)}/${folder.name}/${file}`, text });
  }
}

writeFileSync(out, `// Made from rules/: see there.\nexport const packs = ${JSON.stringify(packs, null, 1)};\n`);
