// Writes results.d.ts, the type of `leps-results/1`, from its schema, so that there is one truth:
//   node write_results_types.mjs SCHEMA OUT
// It knows the words of JSON Schema that the schema uses, and stops at any other.
import { readFileSync, writeFileSync } from 'node:fs';

const [from, out] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(from, 'utf8'));

const typeName = (name) => name.replace(/(^|_)([a-z])/g, (_all, _line, letter) => letter.toUpperCase());

const plain = { string: 'string', integer: 'number', boolean: 'boolean', null: 'null' };

// What narrows a value and has no type in TypeScript, or is a comment.
const narrowing = ['description', 'pattern', 'minLength', 'minimum', 'maximum', 'minItems', 'uniqueItems'];
const known = new Set([...narrowing, '$ref', 'anyOf', 'const', 'enum', 'type', 'items', 'properties',
  'required', 'additionalProperties']);

const literal = (value) => (value === null ? 'null' : `'${value}'`);
const union = (types) => [...new Set(types)].join(' | ');

function typeOf(node, indent) {
  const strange = Object.keys(node).find((word) => !known.has(word));
  if (strange) throw new Error(`the schema has a word that is not known here: ${strange}`);
  if (node.$ref) return typeName(node.$ref.replace('#/$defs/', ''));
  if (node.anyOf) return union(node.anyOf.map((each) => typeOf(each, indent)));
  if (node.const !== undefined) return literal(node.const);
  if (node.enum) return union(node.enum.map(literal));
  if (Array.isArray(node.type)) return union(node.type.map((type) => plain[type]));
  if (node.type === 'array') {
    const element = typeOf(node.items, indent);
    return element.includes(' | ') ? `(${element})[]` : `${element}[]`;
  }
  if (node.type !== 'object') return plain[node.type];
  if (!node.properties) return `Record<string, ${typeOf(node.additionalProperties, indent)}>`;
  const inner = `${indent}  `;
  const fields = Object.entries(node.properties).map(([name, property]) => {
    const optional = node.required.includes(name) ? '' : '?';
    return `${comment(property, inner)}${inner}${name}${optional}: ${typeOf(property, inner)};\n`;
  });
  return `{\n${fields.join('')}${indent}}`;
}

function comment({ description }, indent) {
  return description ? `${indent}/** ${description} */\n` : '';
}

const { $schema, $id, title, $defs, ...results } = schema;
const declarations = Object.entries({ results, ...$defs }).map(([name, node]) =>
  `${comment(node, '')}export type ${typeName(name)} = ${typeOf(node, '')};\n`);
writeFileSync(out, `// Made from the schema ${$id}.\n\n${declarations.join('\n')}`);
