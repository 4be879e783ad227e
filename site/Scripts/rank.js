/** Finds and ranks entries. The index yields candidates that contain the words' tokens; hitOf then checks the texts of the candidates. */
import { tokensOf, yearsOf } from './shards.js';

/** @typedef {{id: number, kind: number, score: number, exact: boolean}} Candidate exact: a name of the entry is exactly the query */
/** @typedef {{id: number, kind: number, href: string, title: string, context: string, text: string, figures?: any[], score: number, marks: Marks}} Hit */
/** @typedef {{title: number[][], text: number[][]}} Marks start and end of each match in the original text */

// The score of each kind, in the order of SearchKind. A page about a whole subject ranks above a page about a part of a subject.
const kindScores = [2, 5, 3, 2, 3, 5, 0, 1, -8];
export const [indicator, report, term] = [3, 7, 8];
const weightScores = [1, 5, 7, 9];
const otherShare = 0.6;
// What is added to the score of a kind of entry (negative to lower it) if the question asks for a meaning, a figure or a trend.
const asked = { meaning: { [term]: 45 }, figure: { [indicator]: 8, [report]: 2, [term]: -30 }, trend: { [indicator]: 8, [term]: -30 } };

/** The score of a kind for a query. @param {number} kind @param {Set<string>} asks what the query asks for */
const kindScore = (kind, asks) => [...asks].reduce((sum, a) => sum + (asked[a]?.[kind] ?? 0), kindScores[kind]);

/**
 * Intersects the postings of several tokens, that is, the entries in which they occur. Tokens of which the index stores only some of the
 * postings are ignored, unless this is so for every token.
 * @param {import('./shards.js').Postings[]} lists
 * @returns {Map<number, {kind: number, weight: number}>} the entries that contain every token
 */
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

/**
* Finds the entries that contain all tokens of at least one of the word's choices (the word itself, a term that it means, or a year), each
* with the score of its best choice.
* @param {import('./query.js').Word} word @param {import('./shards.js').Shards} shards
*/
async function entriesOf(word, shards) {
  const found = new Map();
  for (const { tokens, other } of word.choices) {
    const met = meet(await Promise.all(tokens.map(t => shards.postings(t))));
    for (const [id, { kind, weight }] of met) {
      const score = other ? weight * otherShare : weight;
      if (!found.has(id) || found.get(id).score < score) found.set(id, { kind, score });
    }
  }
  return found;
}

/** Finds the entries one of whose names is exactly the query, or a synonym of it. @returns {Promise<Map<number, Candidate>>} */
async function namedOf({ wholes }, shards, asks) {
  const found = new Map();
  for (const [order, { postings }] of (await Promise.all(wholes.map(w => shards.postings(w)))).entries()) {
    for (const { id, kind } of postings) {
      // A glossary term with exactly this name gets the high score only if the query asks for the meaning.
      const score = (kind === term && !asks.has('meaning') ? 0 : 100) * (order > 0 ? otherShare : 1);
      if (!found.has(id)) found.set(id, { id, kind, score: score + kindScore(kind, asks), exact: true });
    }
  }
  return found;
}

const best = all => [...all.values()].sort((a, b) => b.score - a.score || a.id - b.id);

/**
 * Finds the entries that contain every word, and the entries one of whose names is exactly the query.
 * @param {import('./query.js').Query} query @param {import('./shards.js').Shards} shards @param {Set<string>} asks
 * @returns {Promise<{candidates: Candidate[], counts: number[]}>} candidates, best first, and the number of entries for each word
 */
export async function candidatesOf(query, shards, asks) {
  const [all, ...words] = await Promise.all([namedOf(query, shards, asks), ...query.words.map(w => entriesOf(w, shards))]);
  const [base, ...others] = words.toSorted((a, b) => a.size - b.size);
  for (const [id, { kind, score }] of base ?? []) {
    if (!others.every(w => w.has(id))) continue;
    const sum = others.reduce((s, w) => s + w.get(id).score, score) + kindScore(kind, asks);
    all.set(id, { id, kind, score: sum + (all.get(id)?.score ?? 0), exact: all.has(id) });
  }
  return { candidates: best(all), counts: words.map(w => w.size) };
}

/**
 * Computes, for one way to match a word (a choice), which share of its tokens each entry contains, and its worth, which is higher for rare
 * tokens. held: the share if all tokens count the same; titled: the share if tokens in titles and names count more than those in texts.
 */
async function sharesOf({ phrase, tokens, other }, shards, entries) {
  const lists = await Promise.all(tokens.map(t => shards.postings(t)));
  // A single kanji is worth half, because it occurs in many words with different meanings.
  const worth = Math.log2(1 + (entries / Math.max(1, Math.min(...lists.map(l => l.count || entries))))) * (phrase.length === 1 ? 0.5 : 1);
  const shares = new Map();
  for (const { id, kind, weight } of lists.flatMap(l => l.postings)) {
    const share = shares.get(id) ?? { kind, held: 0, titled: 0 };
    share.held += 1 / tokens.length;
    share.titled += weightScores[weight] / 9 / tokens.length;
    shares.set(id, share);
  }
  return { shares, worth: worth * (other ? 0.8 : 1) };
}

// The smallest share of a word's tokens that an entry must contain, because smaller shares occur by chance. It is higher for kana, because
// many words consist of the same kana.
const leastShare = phrase => (/^[ぁ-ゖー]+$/.test(phrase) ? 0.65 : 0.45);

/**
 * Finds entries that contain some of the words other than numbers with a counter, or enough tokens of a word (see leastShare).
 * @returns {Promise<Candidate[]>} at most 60 entries, best first; entries with less than half of the best score are left out
 */
export async function partialsOf(query, shards, asks, entries) {
  const all = await namedOf(query, shards, asks);
  for (const word of query.words.filter(w => !w.amount)) {
    const gains = new Map();
    for (const choice of word.choices) {
      const { shares, worth } = await sharesOf(choice, shards, entries);
      for (const [id, { kind, held, titled }] of shares) {
        if (held < leastShare(choice.phrase)) continue;
        const score = worth * held * held * (1 + (2 * titled));
        if (!gains.has(id) || gains.get(id).score < score) gains.set(id, { kind, score });
      }
    }
    for (const [id, { kind, score }] of gains) {
      const before = all.get(id) ?? { id, kind, score: kindScore(kind, asks) / 2, exact: false };
      all.set(id, { ...before, score: before.score + score });
    }
  }
  const ranked = best(all);
  return ranked.filter(c => c.score >= ranked[0].score / 2).slice(0, 60);
}

// One or two kana occur by chance within many readings: うつ in こうつうきょく. Therefore they count only at the beginning of a reading.
const isChance = ({ phrase }, text, [at]) =>
  phrase.length < 3 && /(?:^| )[ぁ-ゖー]+$/.test(text.slice(0, at)) && /^[ぁ-ゖー]+(?: |$)/.test(text.slice(at));

/**
 * The regular expression that finds a phrase in a folded text: 29 does not match in 129, nor ict in district; eラーニング matches e ラーニング.
 * @param {string} phrase
 */
function patternOf(phrase) {
  const body = phrase.replaceAll('.', '\\.').replace(/[0-9a-z](?=[^0-9a-z.\\])|[^0-9a-z.\\](?=[0-9a-z])/g, '$& ?');
  const before = /^[0-9]/.test(phrase) ? '(?<![0-9])' : /^[a-z]/.test(phrase) ? '(?<![a-z])' : '';
  return new RegExp(before + body + (/[0-9]$/.test(phrase) ? '(?![0-9])' : ''), 'g');
}

/** @returns {number[][]} position and length of each occurrence of a choice in a folded text */
export function placesOf(choice, text, year) {
  if (choice.year) return yearsOf(year, text).filter(y => y.from <= choice.year && choice.year <= y.to).map(y => [y.at, y.length]);
  return [...text.matchAll(patternOf(choice.phrase))].map(m => [m.index, m[0].length]);
}


/**
 * What is searched for if an entry does not contain a word as a whole: the word's tokens of two or more characters. A year is not split.
 */
const piecesOf = choice => (choice.year ? [choice] : tokensOf(choice.phrase).filter(t => t.length > 1).map(phrase => ({ phrase, other: true })));

/**
 * Checks whether the texts of a candidate contain the words of a query, and computes the final score and the marks (what to highlight).
 * @param {boolean} loose whether an entry that lacks some of the words, but not all of them and their pieces, is accepted
 * @returns {Hit | null} null if the entry is not accepted and none of its names is exactly the query
 */
export function hitOf(candidate, [kind, href, title, context, text, names, figures], query, fold, year, loose) {
  const fields = [title, text, context, names ?? ''].map(fold);
  const marks = { title: [], text: [] };
  const stand = choice => {
    const places = fields.map(f => placesOf(choice, f.text, year));
    places[3] = places[3].filter(place => !isChance(choice, fields[3].text, place));
    places.slice(0, 2).forEach((found, i) => found.forEach(([at, length]) =>
      marks[i ? 'text' : 'title'].push([fields[i].start[at], fields[i].end[at + length - 1]])));
    return scoreOf(choice, places, fields[0].text.length);
  };
  let score = candidate.score;
  let stood = candidate.exact;
  for (const word of query.words.filter(w => !loose || !w.amount)) {
    const most = Math.max(0, ...word.choices.map(stand));
    const pieces = most === 0 && loose ? Math.max(0, ...word.choices.flatMap(piecesOf).map(stand)) : 0;
    if (most === 0 && !loose && !candidate.exact) return null;
    stood ||= most + pieces > 0;
    score += loose ? (most + pieces) / 2 : most;
  }
  if (!stood) return null;
  return { id: candidate.id, kind, href, title, context, text, figures, score, marks };
}

function scoreOf(choice, [title, text, context, names], titleLength) {
  const inTitle = title.length > 0 ? 6 + (10 * (title[0][1] / Math.max(1, titleLength))) + (title[0][0] <= 1 ? 2 : 0) : 0;
  const elsewhere = Math.min(3, text.length) + (context.length > 0 ? 0.5 : 0) + (names.length > 0 ? 6 : 0);
  return (inTitle + elsewhere) * (choice.other ? otherShare : 1);
}
