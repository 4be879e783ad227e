/** Renders hits and the answer to a question about a figure. Texts of the report are inserted as text nodes, never as markup. */
import { placesOf } from './rank.js';

const snippetLength = 110;
const before = 30;

/** Creates an HTML element. @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * Sorts marks (ranges to highlight) and combines those that overlap, touch or have only an opening bracket between them: 平成29（2017）年度
 * becomes one mark.
 * @param {string} text @param {number[][]} marks @returns {number[][]}
 */
function merged(text, marks) {
  const apart = [];
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && (from <= last[1] || /^[（(]$/.test(text.slice(last[1], from)))) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

/** A text whose marked ranges are inside `<mark>` elements. @param {string} text @param {number[][]} marks */
function marked(text, marks, start = 0, end = text.length) {
  const nodes = [];
  let at = start;
  for (const [from, to] of merged(text, marks).filter(m => m[1] > start && m[0] < end)) {
    nodes.push(text.slice(at, Math.max(at, from)), element('mark', {}, text.slice(Math.max(at, from), Math.min(to, end))));
    at = Math.min(to, end);
  }
  return element('bdi', {}, ...nodes, text.slice(at, end));
}

const isLow = (text, at) => /[\uDC00-\uDFFF]/.test(text[at] ?? '');

/** The part of a text around its first mark, at most 110 characters. @param {string} text @param {number[][]} marks */
function snippet(text, marks) {
  const first = Math.min(...marks.map(m => m[0]), text.length);
  let start = marks.length > 0 && first > before ? first - before : 0;
  let end = Math.min(text.length, start + snippetLength);
  if (isLow(text, start)) start--;
  if (isLow(text, end)) end--;
  return element('p', { class: 'snippet' }, start > 0 ? '…' : '', marked(text, marks, start, end), end < text.length ? '…' : '');
}

/** The list item of a hit. @param {import('./rank.js').Hit} hit @param {string} kind the displayed name of the hit's kind */
export function item(hit, kind) {
  return element('li', {},
    element('p', { class: 'found-kind' }, element('span', { class: 'mark' }, kind), ' ', element('bdi', {}, hit.context)),
    element('h3', {}, element('a', { href: hit.href }, hit.figures?.[5] ?? '', marked(hit.title, hit.marks.title))),
    ...(hit.text ? [snippet(hit.text, hit.marks.text)] : []));
}

/** A heading and links that search for other queries. @param {string} heading @param {string[]} queries */
export function offers(heading, queries) {
  return [
    element('h3', {}, heading),
    element('ul', { class: 'tags' }, ...queries.map(q => element('li', {}, element('a', { href: `/search/?q=${encodeURIComponent(q)}` }, q)))),
  ];
}

const change = by => (by > 0 ? '増えました' : by < 0 ? '減りました' : '変わりません');

/** The sentence that states the answer, or わかりません with the reason. @param {Answer} answer */
export function sentence({ name, values: [first, second], later, why }) {
  if (!first) return `わかりません。${why}`;
  if (second) return `「${name}」は、${first[1]}の${first[2]}から${second[1]}の${second[2]}へ、${change(second[5] - first[5])}。`;
  return `${first[1]}の「${name}」は、${first[2]}です。${later ? `${later[1]}は${later[3]}です。` : ''}`;
}

/** A copy of the content of a `<template>` in the page. @param {string} name the id of the template without its prefix search- */
export const copyOf = name => document.querySelector(`#search-${name}`).content.cloneNode(true);

/** The box with the answer: the figures, a link to their entry, and the cells that contain them. @param {Answer} answer */
export function answered(answer) {
  const { hit, subject, place, values } = answer;
  const line = (...nodes) => element('p', {}, element('bdi', {}, ...nodes));
  return element('section', { class: 'answer', 'aria-labelledby': 'answer' },
    element('h2', { id: 'answer' }, values.map(v => v[2]).join(' → ') || 'わかりません'),
    hit ? line(values.map(v => v[1]).join('、'), ' ', element('a', { href: hit.href }, hit.title), `（取組：${subject}）`) : copyOf('unknown'),
    ...(values.length > 0 ? [line(`出典：${place} セル ${values.map(v => v[4]).join('、')}`)] : []));
}

// A question about a figure is answered only if exactly one figure can be meant. A figure that may be the wrong one is worse than no
// answer.

/**
 * @typedef {[number, string, string | null, string, string, number | null]} Value in this order: the year, the label of the year, the
 * number with its unit (null if none was reported), the text that is shown in place of a number, the workbook cell that contains the
 * figure, and the number itself (null if none was reported)
 */
/**
 * @typedef {{hit?: import('./rank.js').Hit, name?: string, subject?: string, place?: string, values: Value[], later?: Value, why?: string}} Answer
 * values: the figures that answer the question, empty if there is no answer; later: the value of a newer year without a number; why: the
 * reason why there is no answer
 */

const mostToRead = 12;
const measure = /(?:数|率|割合)$/;
// An indicator's name of at most this many characters, such as 会員数, is ambiguous without the name of its initiative.
const longestBareMeasure = 6;
const leastCovered = 0.5;
const countedBy = /の?(?:開催|実施|登録)?(?:回|件|人)?数$/;
const inWord = /[一-鿿々a-z0-9ー]/;
const counterNames = { 名: '人', 箇所: 'か所', ぱーせんと: '%', '': '%' };

/**
* Records which characters of a text are covered by words of the query. A word covers only occurrences that are not part of a longer word:
* 紹介率 does not cover 逆紹介率, but it covers the end of 川崎病院紹介率 if 川崎病院 is covered already.
*/
class Cover {
  constructor(folded) {
    this.text = folded;
    this.covered = Array.from(folded, c => c === ' ');
  }

  /** Covers the occurrences of a phrase that are not part of a longer word. @returns {number} the position of the first, or -1 */
  add(phrase) {
    const free = placesOf({ phrase }, this.text).filter(([at, length]) => (at === 0 || this.covered[at - 1] || !inWord.test(this.text[at - 1]))
      && (length > 1 || !inWord.test(this.text[at + 1] ?? '')));
    for (const [at, length] of free) this.covered.fill(true, at, at + length);
    return free[0]?.[0] ?? -1;
  }

  /** Whether the beginning of the text is covered by whole words: 国民 alone does not count in 国民健康保険. */
  get begins() {
    const end = [...this.covered, false].indexOf(false);
    return end > 0 && !(inWord.test(this.text[end - 1]) && inWord.test(this.text[end] ?? ''));
  }

  get rest() {
    return this.text.slice(this.covered.lastIndexOf(true) + 1);
  }

  /** The share of characters that are covered, computed for each piece of the text between spaces; returns the smallest of the shares. */
  get share() {
    let at = 0;
    return Math.min(...this.text.split(' ').map(piece => {
      const marks = this.covered.slice(at, at + piece.length);
      at += piece.length + 1;
      return marks.filter(m => m).length / Math.max(1, piece.length);
    }));
  }
}

const counterOf = text => counterNames[text] ?? text;

function countsSo(counter, unit, title) {
  if (!counter) return true;
  return unit ? counterOf(unit) === counterOf(counter) : title.includes(`${counter}数`);
}

/**
 * Whether the words of the question can only mean the figures of this entry.
 * @param {import('./rank.js').Hit} hit
 * @param {import('./query.js').Question} question
 */
function isMeant({ figures: [name, subject, unit] }, { together, counter }, fold) {
  const [own, about] = [new Cover(fold(name).text.trim()), new Cover(fold(subject).text.trim())];
  const stands = phrase => [own, about].some(c => c.text.includes(phrase));
  // A phrase whose parts are connected by kana is not split, because the kana may change the meaning: 付き and 付きでない are opposites.
  const phrases = together.flatMap(({ text, of }) => (!of || stands(text) || of.some(p => p.glue) ? [text] : of.map(p => p.text)));
  const missing = phrases.filter(p => own.add(p) < 0).filter(p => own.add(p) < 0);
  const named = own.covered.some((c, i) => c && own.text[i] !== ' ');
  // Words of the question that are not in the indicator's name must be at the beginning of its initiative's text, because the beginning
  // names the initiative. The rest of the text may mention other subjects.
  const heads = missing.filter(p => about.add(p) >= 0);
  if (!named || heads.length < missing.length || (heads.length > 0 && !about.begins)) return false;
  const bare = own.text.length <= longestBareMeasure && measure.test(own.text);
    if ((bare && heads.length === 0) || own.share < leastCovered) return false;
  return (own.rest === '' || (counter && countedBy.test(own.rest))) && countsSo(counter, unit && fold(unit).text.trim(), own.text);
}

/**
* Selects the values that answer the question, or gives the reason why there is no answer.
* @param {import('./query.js').Question} question @param {Value[]} values @returns {Omit<Answer, 'hit'>}
*/
function chosen({ years, asks }, values) {
  if (years.length > 0) {
    const named = values.filter(([year]) => years.includes(year));
    const missing = named.find(v => v[2] === null)?.[3] ?? '報告なし';
    return named.length > 0 && named.length < 3 && named.every(v => v[2] !== null) ? { values: named } : { values: [], why: `その年度は「${missing}」です。` };
  }
  const numbers = values.filter(v => v[2] !== null);
  const last = numbers.at(-1);
  if (!last) return { values: [], why: `${values.at(-1)[3]}です。` };
  const later = values.findLast(v => v[0] > last[0]);
  if (!asks.has('trend')) return { values: [last], later };
  const before = numbers.find(v => v[0] === last[0] - 1);
  return before && !later ? { values: [before, last] } : { values: [], why: '2つの年度の数値がそろいません。' };
}

/** Whether a question asks for a figure. @param {import('./query.js').Question} question */
export const asksForFigure = ({ asks, parts }) => asks.has('figure') || asks.has('trend') || parts.words.some(w => measure.test(w.shown));

/**
 * @param {import('./query.js').Question} question that asks for a figure
 * @param {import('./rank.js').Candidate[]} candidates entries that contain every word
 * @param {(c: import('./rank.js').Candidate) => Promise<import('./rank.js').Hit | null | undefined>} read
 * @returns {Promise<Answer | null>} the answer, or the reason why there is none; null when the search should show neither, because the
 * question is about a trend and there are no candidates
 */
export async function answerOf(question, candidates, fold, read) {
  const unknown = { values: [], why: 'どの数値のことか、1つに決められません。' };
  if (candidates.length === 0) return question.asks.has('trend') ? null : unknown;
  if (candidates.length > mostToRead || !question.clean) return unknown;
  const hits = await Promise.all(candidates.map(read));
  const meant = hits.filter(h => h?.figures && isMeant(h, question, fold));
  if (meant.length !== 1 || hits.includes(undefined)) return unknown;
  const [name, subject, , place, values] = meant[0].figures;
  return { hit: meant[0], name: name.length > longestBareMeasure ? name : `${subject}：${name}`, subject, place, ...chosen(question, values) };
}
