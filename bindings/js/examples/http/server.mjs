// An HTTP endpoint that judges the data of an Ambito: data in, results out, nothing kept.
//
//   node server.mjs [PORT]
//   curl --data-binary @lodi.yaml -H 'content-type: application/yaml' http://127.0.0.1:8080/verdetti
//   curl --data-binary @dati.csv -H 'content-type: text/csv' 'http://127.0.0.1:8080/verdetti?year=2025'
//
// 200 with `leps-results/1`; 422 with the mistakes in the data, in the language of Accept-Language;
// 400, 404, 405, 413, 415, 503 with a sentence.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

import { LepsError, load } from 'leps';
import { packs } from 'leps/packs';

const largest = 1 << 20;  // some hundred times the data of an Ambito
const patience = { milliseconds: 5000 };  // a call holds the whole process: it has to come to an end

// What data are, the end of a file's name says; here, the type of the content.
const names = {
  'application/yaml': 'dati.yaml',
  'text/yaml': 'dati.yaml',
  'application/json': 'dati.json',
  'text/csv': 'dati.csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'dati.xlsx',
  'application/vnd.oasis.opendocument.spreadsheet': 'dati.ods',
};

const sentences = {
  path: { it: 'qui si valuta con POST /verdetti', en: 'ask with POST /verdetti' },
  type: {
    it: `il content-type dev'essere uno di: ${Object.keys(names).join(', ')}`,
    en: `the content-type must be one of: ${Object.keys(names).join(', ')}`,
  },
  large: { it: `i dati superano ${largest} byte`, en: `the data are over ${largest} bytes` },
  year: { it: 'l\'anno ha quattro cifre: ?year=2025', en: 'a year has four digits: ?year=2025' },
  defect: { it: 'un difetto, annotato', en: 'a defect, noted' },
};

class Refusal extends Error {
  constructor(status, sentence, headers = {}) {
    super(sentences[sentence].en);
    Object.assign(this, { status, sentence: sentences[sentence], headers });
  }
}

async function bodyOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > largest) throw new Refusal(413, 'large', { connection: 'close' });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function optionsOf(query) {
  const year = query.get('year');
  if (year !== null && !/^\d{4}$/.test(year)) throw new Refusal(400, 'year');
  return {
    year: Number(year ?? 0),
    ambiti: query.getAll('ambito'),
    ordering: query.get('ordering') ?? undefined,
    limits: patience,
  };
}

/** The body of the answer. Whatever is made of the data is freed before the next request. */
function judge(rulebook, file, options) {
  const data = rulebook.load([file], { limits: patience });
  try {
    const results = rulebook.evaluate(data, options);
    try {
      return results.json;
    } finally {
      results.free();
    }
  } finally {
    data.free();
  }
}

function addressOf(request) {
  try {
    return new URL(request.url, 'http://localhost');
  } catch {  // `//`: no address at all
    throw new Refusal(404, 'path');
  }
}

async function answerTo(request, rulebook) {
  const url = addressOf(request);
  if (url.pathname !== '/verdetti') throw new Refusal(404, 'path');
  if (request.method !== 'POST') throw new Refusal(405, 'path', { allow: 'POST' });
  const name = names[(request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase()];
  if (!name) throw new Refusal(415, 'type');
  const options = optionsOf(url.searchParams);
  return judge(rulebook, { name, text: await bodyOf(request) }, options);
}

const statusOf = { data: 422, argument: 400, limit: 503, memory: 503 };

/** What went wrong, as status and body. Only what the caller can mend is told. */
function failure(error, language) {
  if (error instanceof Refusal) {
    return { status: error.status, headers: error.headers, body: { error: error.sentence[language] } };
  }
  if (error instanceof LepsError && statusOf[error.status]) {
    const diagnostics = error.diagnostics.map(({ code, severity, message, place, hints }) => ({
      code, severity, place, message: message[language], hints: hints.map((hint) => hint[language]),
    }));
    return { status: statusOf[error.status], body: { error: error.status, diagnostics } };
  }
  console.error(error);
  return { status: 500, body: { error: sentences.defect[language] } };
}

const json = 'application/json; charset=utf-8';

/** A server that judges with these packs; it does not listen yet. */
export async function makeServer(files) {
  const rulebook = (await load()).compile(files, { include: (pack) => packs[pack] });
  return createServer(async (request, response) => {
    try {
      const body = await answerTo(request, rulebook);
      response.writeHead(200, { 'content-type': json }).end(body);
    } catch (error) {
      const language = /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'it';
      const { status, headers = {}, body } = failure(error, language);
      response.writeHead(status, { 'content-type': json, ...headers }).end(JSON.stringify(body));
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = await makeServer(packs['leps.nazionale']);
  server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/verdetti`);
  });
}
