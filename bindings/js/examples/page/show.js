// Results into the page.
import { shown } from './number.js';

/** An element; texts are texts, and never markup. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== ''));
  return element;
}

const plainNames = (names) => names.map((name) => name.replaceAll('_', ' ')).join(', ');

export class Shower {
  constructor(words, language) {
    this.words = words;
    this.language = language;
  }

  /** `da 3 a 4,5` */
  number({ lo, hi }) {
    if (lo === null && hi === null) return this.words.unknown;
    const [least, most] = [lo, hi].map((end) => (end === null ? '' : shown(end, this.language)));
    if (lo === null) return this.words.atMost(most);
    if (hi === null) return this.words.atLeast(least);
    return lo === hi ? least : this.words.between(least, most);
  }

  /** The number with its unit, and the exact one for who points at it. */
  amount(quantity) {
    const { lo, hi, unit } = quantity;
    const title = lo === hi ? lo ?? '' : `${lo ?? '…'} – ${hi ?? '…'}`;
    const isKnown = lo !== null || hi !== null;
    return make('span', { title }, this.number(quantity), isKnown && unit ? ` ${unit}` : '');
  }

  gap(gap) {
    if (gap.unreachable) return [this.words.unreachable];
    switch (gap.kind) {
      case 'activation': return [this.words.toActivate(plainNames(gap.failing))];
      case 'rows':
        return [gap.total === null ? this.words.unknown : this.words.rows(this.number(gap), gap.total)];
      case 'parts': return gap.parts.filter(({ hi }) => hi !== '0').flatMap((part, index) =>
        [...(index > 0 ? ['; '] : []), ...this.gap(part)]);
      case 'alternatives': return gap.alternatives.flatMap((each, index) =>
        [...(index > 0 ? [this.words.alternatives] : []), ...this.gap(each)]);
      default: return [this.amount(gap), gap.lever ? ` ${this.words.lever(plainNames([gap.lever]))}` : ''];
    }
  }

  /** What is open of a rule, a line each. */
  missing(result) {
    const lines = result.requirements
      .filter(({ gap, verdict }) => gap && verdict !== 'soddisfatto' && verdict !== 'non_applicabile')
      .map(({ title, name, gap }) => make('li', {}, `${title || plainNames([name])}: `, ...this.gap(gap)));
    if (result.deciding.length > 0) lines.push(make('li', {}, this.words.ask(plainNames(result.deciding))));
    if (result.fragile) lines.push(make('li', {}, this.words.fragile));
    if (result.assumptions.length > 0) {
      lines.push(make('li', { class: 'assumed' }, this.words.assumptions(plainNames(result.assumptions))));
    }
    return lines.length > 0 ? make('ul', {}, ...lines) : '';
  }

  /** @param explain  of a result, in words: asked only when the reader opens it */
  row(result, explain) {
    const why = make('details', {}, make('summary', {}, this.words.why));
    why.addEventListener('toggle', () => {
      if (why.open && why.childElementCount === 1) why.append(make('pre', { tabindex: '0' }, explain(result)));
    });
    return make('tr', {},
      make('td', { class: 'rank' }, result.rank === null ? '' : String(result.rank)),
      make('th', { scope: 'row' }, result.title, make('small', {}, ` ${result.category}`), why),
      make('td', {}, make('span', { class: `verdict ${result.verdict}` }, this.words[result.verdict])),
      make('td', {}, this.missing(result)));
  }

  ambito(ambito, results, explain) {
    const head = ['rank', 'rule', 'verdict', 'gap'].map((name) => make('th', { scope: 'col' }, this.words[name]));
    const badges = ['synthetic', 'forecast'].filter((name) => ambito[name])
      .map((name) => make('span', { class: 'invented' }, this.words[name]));
    const ranked = [...results].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
    return make('article', {},
      make('h3', {}, `${ambito.nome || ambito.ambito}, ${ambito.year} `, ...badges),
      make('div', { class: 'wide' }, make('table', {}, make('thead', {}, make('tr', {}, ...head)),
        make('tbody', {}, ...ranked.map((result) => this.row(result, explain))))));
  }

  results(value, explain) {
    if (value.ambiti.length === 0) return [make('p', {}, this.words.noData)];
    // The latest year first: it is what the reader asks about.
    return [...value.ambiti].reverse().map((ambito) => this.ambito(ambito,
      value.results.filter(({ ambito: key, year }) => key === ambito.ambito && year === ambito.year), explain));
  }

  findings(diagnostics) {
    return diagnostics.map(({ severity, text }) =>
      make('pre', { class: `finding ${severity}`, tabindex: '0' }, text[this.language].trimEnd()));
  }
}
