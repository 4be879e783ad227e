/** Executes searches: parses a query, loads the index files that it needs, and ranks the entries. search.js calls this module. */
import { parse, Vocabulary } from './query.js';
import { candidatesOf, hitOf, indicator, partialsOf } from './rank.js';
import { answerOf, asksForFigure } from './results.js';
import { folder, Shards } from './shards.js';
import { nearest } from './spelling.js';

// A request for results loads the texts of 12 candidates (entries that may match the query), and of 8 more if too few of the 12 are hits.
const batches = [12, 8];
// The maximum number of index files for one search. Together with index.json and words.json, the 24 largest files have less than 60 kB
// when compressed.
const mostFiles = 24;
// A request that takes longer, in milliseconds, has failed.
const longestWait = 15_000;

/** Downloads and parses an index file. @param {string} name the file name without .json @param {RequestCache} cache */
async function read(name, cache = 'default') {
  const response = await fetch(`/search/${name}.json`, { cache, signal: AbortSignal.timeout(longestWait) });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}

/**
 * A search in progress: the candidates of all kinds, and the hits of one kind, or of all, among those candidates whose texts have been
 * loaded and checked so far.
 */
class Found {
  hits = [];
  #read = 0;
  #pages = new Set();

  /**
   * @param {number} kind -1 for all kinds
   * @param {boolean} partial whether an entry that lacks some of the words is a hit
   */
  constructor(finder, query, candidates, kind, partial) {
    Object.assign(this, { finder, query, candidates, kind, partial });
    // The address of each candidate that has been checked; undefined if it is no hit. Later searches of the same query for other kinds
    // continue with these results, so that the numbers of hits do not change when a kind is chosen.
    this.checked = (query.checked ??= [new Map(), new Map()])[Number(partial)];
  }

  get isAll() {
    return this.#read >= this.#of(this.kind).length;
  }

  #of(kind) {
    return kind < 0 ? this.candidates : this.candidates.filter(c => c.kind === kind);
  }

  /**
   * The number of hits of a kind. It is an estimate (isAll: false) until all candidates are checked: the others are counted as hits.
   * @param {number} kind -1 for all kinds
   */
  amount(kind = this.kind) {
    const all = this.#of(kind);
    const open = all.filter(c => !this.checked.has(c.id)).length;
    const pages = new Set(all.map(c => this.checked.get(c.id)));
    pages.delete(undefined);
    return { count: pages.size + open, isAll: open === 0 };
  }

  /** Makes the entry with the answer to a question about a figure the first hit. @param {import('./rank.js').Hit} hit */
  putFirst(hit) {
    this.hits = [hit, ...this.hits.filter(h => h.href !== hit.href)];
    this.#pages.add(hit.href);
    if (!this.candidates.some(c => c.id === hit.id)) this.candidates.push(hit);
    this.checked.set(hit.id, hit.href);
  }

  /** Loads further candidates. @param {number} wanted the total number of hits at which loading stops */
  async more(wanted) {
    for (const batch of batches) {
      if (this.hits.length >= wanted || this.isAll) break;
      const next = this.#of(this.kind).slice(this.#read, this.#read + batch);
      const read = await Promise.all(next.map(c => this.finder.hit(c, this.query, this.partial)));
      // The next call continues with the first candidate that was not loaded.
      const refused = read.indexOf(undefined);
      if (refused >= 0) read.length = refused;
      this.#read += read.length;
      read.forEach((hit, i) => this.checked.set(next[i].id, hit?.href));
      const hits = read.filter(h => h).sort((a, b) => b.score - a.score || a.href.localeCompare(b.href, 'en', { numeric: true }));
      for (const hit of hits) {
        if (!this.#pages.has(hit.href)) this.hits.push(hit);
        this.#pages.add(hit.href);
      }
      if (refused >= 0) break;
    }
    return this;
  }
}

export class Finder {
  #manifest;
  #shards;
  #settings;
  #questions = Object.create(null);

  constructor(manifest) {
    this.#manifest = manifest;
    this.#shards = new Shards(manifest, read);
    this.#settings = { year: new RegExp(manifest.year, 'gu'), vocabulary: new Vocabulary(manifest) };
    this.fold = folder(manifest);
  }

  /** @param {RequestCache} cache 'reload' if an index file was missing: the site may just have been republished with other files */
  static async open(cache = 'default') {
    return new Finder(await read('index', cache));
  }

  allow() {
    this.#shards.allow(mostFiles);
  }

  /** The value in addresses and the displayed name of each kind of entry. @returns {[string, string][]} */
  get kinds() {
    return this.#manifest.kinds;
  }

  /** @param {string} text @param {number} wanted the number of hits @param {number} kind -1 for all kinds */
  find(text, wanted, kind = -1) {
    this.allow();
    return this.#find(text, wanted, kind);
  }

  async #find(text, wanted, kind) {
    const question = this.#questions[text] ??= parse(text, this.fold, this.#settings);
    const found = await this.#all(question, wanted, kind);
    const answer = await this.#answer(question, found.parts);
    if (found.hits.length > 0) {
      if (answer?.hit && (kind < 0 || kind === answer.hit.kind)) found.putFirst(answer.hit);
      return Object.assign(found, { answer });
    }
    const corrected = await this.#corrected(text, question, found);
    if (corrected) {
      const result = await this.#find(corrected, wanted, kind);
      if (result.hits.length > 0 && !result.partial) return Object.assign(result, { corrected: result.corrected ?? corrected });
    }
    const partial = await this.#partial(question, wanted, kind);
    return Object.assign(partial, { counts: found.counts, answer });
  }

  /** Finds the entries that contain every word as typed; if there are none, those that contain every part of these words (see query.js). */
  async #all(question, wanted, kind) {
    const [phrases, parts] = await Promise.all([question.phrases, question.parts].map(q => candidatesOf(q, this.#shards, question.asks)));
    let found = await this.#found(question.phrases, phrases.candidates, wanted, kind, false);
    if (found.hits.length === 0) found = await this.#found(question.parts, parts.candidates, wanted, kind, false);
    return Object.assign(found, { parts: parts.candidates, counts: parts.counts });
  }

  async #partial(question, wanted, kind) {
    const candidates = await partialsOf(question.parts, this.#shards, question.asks, this.#manifest.entries);
    return this.#found(question.parts, candidates, wanted, kind, true);
  }

  #found(query, candidates, wanted, kind, partial) {
    return new Found(this, query, candidates, kind, partial).more(wanted);
  }

  async #answer(question, candidates) {
    if (!asksForFigure(question)) return null;
    const figures = candidates.filter(c => c.kind === indicator);
    return answerOf(question, figures, this.fold, c => this.hit(c, question.parts, false));
  }

  /**
   * Loads the texts of a candidate and checks them; null if it is no hit, undefined if no further file may be loaded.
   * @param {import('./rank.js').Candidate} candidate
   */
  async hit(candidate, query, partial) {
    const written = await this.#shards.document(candidate.id);
    return written && hitOf(candidate, written, query, this.fold, this.#settings.year, partial);
  }

  /** The query in which one word that occurs in no entry is replaced by a similar known word; null when there is no such pair of words. */
  async #corrected(text, { phrases, parts }, { counts }) {
    const missing = parts.words.filter((w, i) => counts[i] === 0 && !w.choices[0]?.year);
    if (missing.length === 0) return null;
    const known = (await read('words')).map(shown => ({ shown, folded: this.fold(shown).text.trim() }));
    for (const { shown } of [...phrases.words.filter(p => missing.some(m => p.shown.includes(m.shown))), ...missing]) {
      const [near] = nearest(shown, known);
      const { text: folded, start, end } = this.fold(text);
      const at = folded.indexOf(shown);
      if (!near || at < 0) continue;
      // Folding removes ー at the end of a word. The known word has its own.
      return text.slice(0, start[at]) + near + text.slice(end[at + shown.length - 1]).replace(/^[ーｰ]+/, '');
    }
    return null;
  }
}
