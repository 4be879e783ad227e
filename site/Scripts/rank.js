/** From tokens to entries, best first: candidates by the index, then verified against their text. */
import { yearsOf } from './query.js';

/** @typedef {{id: number, kind: number, score: number, exact: boolean}} Candidate */
/** @typedef {{id: number, kind: number, href: string, title: string, context: string, text: string, score: number, marks: Marks}} Hit */
/** @typedef {{title: number[][], text: number[][]}} Marks from and to of each hit in the text as written */

// In the order of SearchKind: what stands for a whole subject comes before what is a part of it.
const kindScores = [2, 5, 3, 2, 3, 5, 0, 1];
const weightScores = [1, 5, 7, 9];

/** @param {import('./shards.js').Postings[]} lists @returns {Map<number, {kind: number, weight: number}>} entries that every token stands in */
function meet(lists) {
  const whole = lists.filter(l => l.whole);
  const [base, ...others] = (whole.length > 0 ? whole : lists).toSorted((a, b) => a.postings.length - b.postings.length);
  const found = new Map(base.postings.map(p => [p.id, { kind: p.kind, weight: weightScores[p.weight] }]));
  for (const list of others) {
    const weights = new Map(list.postings.map(p => [p.id, weightScores[p.weight]]));
    for (const [id, entry] of found) {
      if (weights.has(id)) entry.weight += weights.get(id);
      else found.delete(id);
    }
  }
  for (const entry of found.values()) entry.weight /= others.length + 1;
  return found;
}

/** @param {import('./query.js').Word} word @param {import('./shards.js').Shards} shards */
async function entriesOf(word, shards) {
  const found = new Map();
  for (const { tokens, other } of word.choices) {
    const met = meet(await Promise.all(tokens.map(t => shards.postings(t))));
    for (const [id, { kind, weight }] of met) {
      const score = other ? weight * 0.6 : weight;
      if (!found.has(id) || found.get(id).score < score) found.set(id, { kind, score });
    }
  }
  return found;
}

/**
 * @param {import('./query.js').Query} query
 * @param {import('./shards.js').Shards} shards
 * @returns {Promise<{candidates: Candidate[], counts: number[]}>} candidates, best first, and how many entries each word alone has
 */
export async function candidatesOf(query, shards) {
  const [whole, ...words] = await Promise.all([shards.postings(query.whole), ...query.words.map(w => entriesOf(w, shards))]);
  const all = new Map(whole.postings.map(p => [p.id, { id: p.id, kind: p.kind, score: 100 + kindScores[p.kind], exact: true }]));
  const [base, ...others] = words.toSorted((a, b) => a.size - b.size);
  for (const [id, { kind, score }] of base ?? []) {
    if (!others.every(w => w.has(id))) continue;
    const sum = others.reduce((s, w) => s + w.get(id).score, score) + kindScores[kind];
    all.set(id, { id, kind, score: sum + (all.get(id)?.score ?? 0), exact: all.has(id) });
  }
  return { candidates: [...all.values()].sort((a, b) => b.score - a.score || a.id - b.id), counts: words.map(w => w.size) };
}

/**
 * A phrase as it may stand in a folded text: 29 is not in 129, ict not in district, but eラーニング in e ラーニング.
 * @param {string} phrase
 */
function patternOf(phrase) {
  const body = phrase.replaceAll('.', '\\.').replace(/[0-9a-z](?=[^0-9a-z.\\])|[^0-9a-z.\\](?=[0-9a-z])/g, '$& ?');
  const before = /^[0-9]/.test(phrase) ? '(?<![0-9])' : /^[a-z]/.test(phrase) ? '(?<![a-z])' : '';
  return new RegExp(before + body + (/[0-9]$/.test(phrase) ? '(?![0-9])' : ''), 'g');
}

/** @returns {number[][]} place and length of each time that a choice stands in a folded text */
function placesOf(choice, text, year) {
  if (choice.year) return yearsOf(year, text).filter(y => y.from <= choice.year && choice.year <= y.to).map(y => [y.at, y.length]);
  return [...text.matchAll(patternOf(choice.phrase))].map(m => [m.index, m[0].length]);
}

/** The verification. @returns {Hit | null} null when a word does not stand there after all */
export function hitOf(candidate, [kind, href, title, context, text, names], query, fold, year) {
  const fields = [title, text, context, names ?? ''].map(fold);
  const marks = { title: [], text: [] };
  let score = candidate.score;
  for (const word of query.words) {
    let best = 0;
    for (const choice of word.choices) {
      const places = fields.map(f => placesOf(choice, f.text, year));
      best = Math.max(best, scoreOf(choice, places, fields[0].text.length));
      places.slice(0, 2).forEach((found, i) => found.forEach(([at, length]) =>
        marks[i ? 'text' : 'title'].push([fields[i].start[at], fields[i].end[at + length - 1]])));
    }
    if (best === 0 && !candidate.exact) return null;
    score += best;
  }
  return { id: candidate.id, kind, href, title, context, text, score, marks };
}

function scoreOf(choice, [title, text, context, names], titleLength) {
  const inTitle = title.length > 0 ? 6 + (10 * (title[0][1] / Math.max(1, titleLength))) + (title[0][0] <= 1 ? 2 : 0) : 0;
  const elsewhere = Math.min(3, text.length) + (context.length > 0 ? 0.5 : 0) + (names.length > 0 ? 6 : 0);
  return (inTitle + elsewhere) * (choice.other ? 0.6 : 1);
}
