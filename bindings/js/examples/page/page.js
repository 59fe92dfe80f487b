// What the reader types, judged as it is typed.
import { LepsError, load } from 'leps';
import { packs } from 'leps/packs';

import { Shower, make } from './show.js';
import { typedData, typedRules, words } from './words.js';

const at = (id) => document.getElementById(id);
const patience = { milliseconds: 5000 };

const state = { language: 'it', rules: undefined, rulebook: undefined, results: undefined };

function say(language) {
  state.language = language;
  document.documentElement.lang = language;
  document.title = words[language].title;
  for (const element of document.querySelectorAll('[data-words]')) {
    element.textContent = words[language][element.dataset.words];
  }
  at('rules').setAttribute('aria-label', words[language].typedRules);
  at('language').textContent = words[language].other;
  at('language').lang = language === 'it' ? 'en' : 'it';
}

const chosen = () => new FormData(at('form')).get('rules');

function rulesNow() {
  const choice = chosen();
  return choice === 'typed' ? [{ name: 'regole.leps', text: at('rules').value }] : packs[choice];
}

/** The rulebook, compiled again only when the rules have changed. */
function rulebookNow(leps) {
  const files = rulesNow();
  const rules = JSON.stringify(files);
  if (rules !== state.rules) {
    state.rulebook?.free();
    state.rulebook = state.rules = undefined;
    state.rulebook = leps.compile(files, { include: (pack) => packs[pack], limits: patience });
    state.rules = rules;
  }
  return state.rulebook;
}

function judge(leps) {
  const shower = new Shower(words[state.language], state.language);
  state.results?.free();
  state.results = undefined;
  let data;
  try {
    const rulebook = rulebookNow(leps);
    data = rulebook.load([{ name: 'dati.yaml', text: at('data').value }], { limits: patience });
    const results = rulebook.evaluate(data, { limits: patience });
    state.results = results;
    at('findings').replaceChildren(...shower.findings([...rulebook.warnings, ...data.warnings]));
    at('results').replaceChildren(...shower.results(results.value,
      (result) => results.explain(result, state.language)));
  } catch (error) {
    at('results').replaceChildren();
    const { diagnostics } = error;
    at('findings').replaceChildren(...(error instanceof LepsError && diagnostics.length > 0
      ? shower.findings(diagnostics)
      : [make('p', { class: 'finding error' }, words[state.language].failed, error.message)]));
    if (!(error instanceof LepsError)) throw error;
  } finally {
    data?.free();
    at('save').disabled = state.results === undefined;
    at('answer').setAttribute('aria-busy', 'false');
  }
}

function save() {
  const url = URL.createObjectURL(new Blob([state.results.json], { type: 'application/json' }));
  make('a', { href: url, download: 'leps.json' }).click();
  URL.revokeObjectURL(url);
}

async function start() {
  say('it');
  at('rules').value = typedRules;
  const [leps, example] = await Promise.all([
    load(),
    fetch('esempio.yaml').then((answer) => answer.text()),
  ]);
  at('data').value = example;

  let later;
  const soon = () => {
    at('invented').hidden = ![example, typedData].includes(at('data').value);
    at('answer').setAttribute('aria-busy', 'true');
    clearTimeout(later);
    later = setTimeout(() => judge(leps), 400);
  };
  at('form').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(later);
    judge(leps);
  });
  at('form').addEventListener('change', ({ target }) => {
    if (target.name !== 'rules') return;
    at('rules').hidden = chosen() !== 'typed';
    // Each kind of rules has its own example; what the reader wrote stays.
    if (chosen() === 'typed' && at('data').value === example) at('data').value = typedData;
    if (chosen() !== 'typed' && at('data').value === typedData) at('data').value = example;
    soon();
  });
  at('data').addEventListener('input', soon);
  at('rules').addEventListener('input', soon);
  at('save').addEventListener('click', save);
  at('language').addEventListener('click', () => {
    say(state.language === 'it' ? 'en' : 'it');
    judge(leps);
  });
  judge(leps);
}

start().catch((error) => {
  at('findings').replaceChildren(make('p', { class: 'finding error' }, words[state.language].failed, error.message));
  at('answer').setAttribute('aria-busy', 'false');
  throw error;
});
