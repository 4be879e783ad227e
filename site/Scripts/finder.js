/** The index as one thing to ask. */
import { nearest } from './nearest.js';
import { parse } from './query.js';
import { candidatesOf, hitOf } from './rank.js';
import { Shards } from './shards.js';
import { folder } from './text.js';

// So many are read to choose the first ten from, and so many more when those do not hold the words after all, or more are asked for.
const batches = [16, 8];

/** @param {string} name @param {RequestCache} cache */
async function read(name, cache = 'default') {
  const response = await fetch(`/search/${name}.json`, { cache });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}

/** A search under way: its candidates, and the hits among them as far as they are read. */
class Found {
  hits = [];
  #read = 0;
  #pages = new Set();

  constructor(finder, query, candidates, counts, exact) {
    Object.assign(this, { finder, query, candidates, counts, exact });
  }

  get isAll() {
    return this.#read >= this.candidates.length;
  }

  /** How many there are; about so many, unless every candidate is read. */
  get count() {
    return this.hits.length + this.candidates.length - this.#read;
  }

  /** @param {number} wanted hits to have, if there are so many */
  async more(wanted) {
    for (const batch of batches) {
      if (this.hits.length >= wanted || this.isAll) break;
      const next = this.candidates.slice(this.#read, this.#read + batch);
      const read = await Promise.all(next.map(c => this.finder.hit(c, this.query)));
      this.#read += next.length;
      const hits = read.filter(h => h).sort((a, b) => b.score - a.score || a.href.localeCompare(b.href, 'en', { numeric: true }));
      for (const hit of hits) {
        if (!this.#pages.has(hit.href)) this.hits.push(hit);
        this.#pages.add(hit.href);
      }
    }
    return this;
  }
}

export class Finder {
  #manifest;
  #shards;
  #year;

  constructor(manifest) {
    this.#manifest = manifest;
    this.#shards = new Shards(manifest, read);
    this.#year = new RegExp(manifest.year, 'gu');
    this.fold = folder(manifest);
  }

  /** @param {RequestCache} cache 'reload' after a file was missing: the site may just have been published anew */
  static async open(cache = 'default') {
    return new Finder(await read('index', cache));
  }

  /** Value and name of each kind. @returns {[string, string][]} */
  get kinds() {
    return this.#manifest.kinds;
  }

  /** @param {string} text @param {number} wanted @param {number} kind -1 for all */
  async find(text, wanted, kind = -1) {
    const query = parse(text, this.fold, { year: this.#year, aliases: this.#manifest.aliases });
    const { candidates, counts } = await candidatesOf(query, this.#shards);
    const kept = kind < 0 ? candidates : candidates.filter(c => c.kind === kind);
    const found = await new Found(this, query, kept, counts, true).more(wanted);
    const result = found.hits.length > 0 || kept.length === 0 ? found : await new Found(this, parted(query), kept, counts, false).more(wanted);
    const counted = result.isAll && kind < 0 ? result.hits : candidates;
    result.ofKinds = this.kinds.map((_, k) => counted.filter(c => c.kind === k).length);
    return result;
  }

  /** @param {import('./rank.js').Candidate} candidate */
  async hit(candidate, query) {
    const written = await this.#shards.document(candidate.id);
    return written ? hitOf(candidate, written, query, this.fold, this.#year) : null;
  }

  /** Queries with words that exist in the place of those that nothing holds. @param {Found} found @returns {Promise<string[]>} */
  async near(found) {
    const words = found.query.words;
    const missing = words.findIndex((_, i) => found.counts[i] === 0);
    if (missing < 0) return [];
    const known = (await read('words')).map(shown => ({ shown, folded: this.fold(shown).text.trim() }));
    return nearest(words[missing].shown, known).map(w => words.map((word, i) => (i === missing ? w : word.shown)).join(' '));
  }
}

/** The same query, its words in pieces that need not stand together. */
function parted(query) {
  const pieces = word => word.choices[0].year ? [word] : word.choices[0].tokens.map(t => ({ shown: t, choices: [{ phrase: t, tokens: [t], other: false }] }));
  return { ...query, words: query.words.flatMap(pieces) };
}
