/** The counterpart in the browser of the C# code in site/Search: finds the index file of a token or an entry, decodes postings, folds texts
* and splits them into tokens. The script and the C# code must agree. Otherwise the search would not find what the index contains. */

/** @typedef {{id: number, kind: number, weight: number}} Posting an entry in which a token occurs; see SearchPosting.cs */
/**
* @typedef {{postings: Posting[], count: number, whole: boolean}} Postings
* count: the number of entries that contain the token; whole: false when the index stores only those entries that have the highest weights
*/

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digit = Object.fromEntries([...digits].map((c, i) => [c, i]));

/** Computes the same hash as site/Search/SearchHash.cs. @param {string} text @returns {number} an unsigned 32-bit number */
export function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
* Reads the text ShardTree.Depths, which says how the index is split into files.
* @param {string} depths @returns {(hash: number) => string} a function that returns, for a hash, the bits in the name of its file
*/
export function tree(depths) {
  const ends = [];
  let end = 0;
  for (const depth of depths) ends.push((end += 2 ** (32 - parseInt(depth, 36))));
  return hash => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (hash < ends[middle]) high = middle;
      else low = middle + 1;
    }
    return hash.toString(2).padStart(32, '0').slice(0, parseInt(depths[low], 36));
  };
}

/** Decodes the postings of a token as SearchToken.cs and SearchPosting.cs encode them. @param {string} written @returns {Postings} */
export function decode(written) {
  const [count, text] = written[0] === '!' ? written.slice(1).split(',') : ['', written];
  const postings = [];
  let id = 0;
  for (let at = 0; at < text.length;) {
    const flags = digit[text[at++]];
    let [distance, shift, d] = [0, 0, 32];
    for (; d & 32; shift += 5) {
      d = digit[text[at++]];
      distance |= (d & 31) << shift;
    }
    id += distance;
    postings.push({ id, kind: flags >> 2, weight: flags & 3 });
  }
  return { postings, count: count ? Number(count) : postings.length, whole: !count };
}

/** Loads index files and caches them, so that each file is requested only once. */
export class Shards {
  #files = new Map();
  #tokens;
  #documents;
  #idBits;
  #left = 0;

  /** @param {{tokens: string, documents: string, idBits: number}} manifest @param {(name: string) => Promise<any>} read loads a file */
  constructor(manifest, read) {
    this.#tokens = tree(manifest.tokens);
    this.#documents = tree(manifest.documents);
    this.#idBits = manifest.idBits;
    this.read = read;
  }

  /** Loads the entries that contain a token. @param {string} token @returns {Promise<Postings>} */
  async postings(token) {
    const file = await this.#file(`t${this.#tokens(hash(token))}`);
    return file && Object.hasOwn(file, token) ? decode(file[token]) : { postings: [], count: 0, whole: true };
  }

  /**
  * Loads an entry.
  * @param {number} id
  * @returns {Promise<[number, string, string, string, string, string?] | null | undefined>} kind, address, title, context, text, names, and
  * for an indicator its figures; null if there is no such entry; undefined if its file may not be loaded
  */
  async document(id) {
    const file = await this.#file(`d${this.#documents(id * 2 ** (32 - this.#idBits))}`);
    return file && (file[id] ?? null);
  }

  /** Sets how many further files may be loaded. @param {number} files */
  allow(files) {
    this.#left = files;
  }

  #file(name) {
    if (!this.#files.has(name)) {
      if (this.#left-- <= 0) return undefined;
      const file = this.read(name);
      // A failed request is removed from the cache, so that the next search requests the file again.
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }
}

/**
 * @typedef {{text: string, start: number[], end: number[]}} Folded a folded text. Its character i was made from the characters of the
 * original text from position start[i] up to, but not including, position end[i].
 */

const nothing = new Set('・「」『』"\'“”‘’');
const dashes = new Set('‐‑‒–—―−─');
const cluster = /[^][\u3099\u309A\uFF9E\uFF9F]*/gu;
const word = /[\p{L}\p{M}\p{N}]/u;
const silent = /[\p{Cf}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
const foreign = /[\p{Cn}\p{Co}\p{Cs}]/u;

/** Folds one character that is already normalized; whatever separates words becomes a space. @param {string} c */
function plain(c) {
  if (c >= 'A' && c <= 'Z') return c.toLowerCase();
  if (c === '〜') return '~';
  if ('~.,-'.includes(c)) return c;
  if (dashes.has(c)) return '-';
  if (!word.test(c)) return ' ';
  const code = c.codePointAt(0);
  return code > 0xffff ? String.fromCharCode(0xe000 + (code % 6400)) : c;
}

/**
 * Folds each character of a text, before any replacement rule is applied.
 * @param {string} text
 * @param {Map<string, string>} twins characters, each with the similar character by which it is replaced
 * @returns {Folded}
 */
function characters(text, twins) {
  const folded = { text: '', start: [], end: [] };
  const add = (c, at, length) => {
    folded.text += c;
    folded.start.push(at);
    folded.end.push(at + length);
  };
  for (const match of text.matchAll(cluster)) {
    const [found] = match;
    if (foreign.test(String.fromCodePoint(found.codePointAt(0)))) {
      add(' ', match.index, found.length);
      continue;
    }
    for (const c of found.normalize('NFKC')) {
      if (!silent.test(c) && !nothing.has(c)) add(plain(twins.get(c) ?? c), match.index, found.length);
    }
  }
  return folded;
}

/** Replaces all matches of a pattern. @param {Folded} from @param {RegExp} pattern @param {string} to @returns {Folded} */
function replace(from, pattern, to) {
  const into = { text: '', start: [], end: [] };
  let kept = 0;
  const keep = until => {
    into.text += from.text.slice(kept, until);
    into.start.push(...from.start.slice(kept, until));
    into.end.push(...from.end.slice(kept, until));
  };
  for (const match of from.text.matchAll(pattern)) {
    const last = match.index + match[0].length;
    keep(match.index);
    into.text += to;
    for (let i = 0; i < to.length; i++) {
      into.start.push(from.start[match.index]);
      into.end.push(from.end[last - 1]);
    }
    kept = last;
  }
  if (kept === 0) return from;
  keep(from.text.length);
  return into;
}

const hiragana = text => text.replace(/[ァ-ヶ]/g, c => String.fromCharCode(c.charCodeAt(0) - 0x60));

/**
* Creates the function that folds texts, with the replacement rules of the manifest.
* @param {{twins: string, beforeKana: string[][], afterKana: string[][]}} manifest @returns {(text: string) => Folded}
*/
export function folder(manifest) {
  const compiled = rules => rules.map(([pattern, to]) => ({ pattern: new RegExp(pattern, 'gu'), to }));
  const twins = new Map(Array.from(manifest.twins.match(/../gu), pair => [...pair]));
  const [before, after] = [compiled(manifest.beforeKana), compiled(manifest.afterKana)];
  return text => {
    let folded = before.reduce((f, rule) => replace(f, rule.pattern, rule.to), characters(text, twins));
    folded = { ...folded, text: hiragana(folded.text) };
    return after.reduce((f, rule) => replace(f, rule.pattern, rule.to), folded);
  };
}

const longestPrefix = 12;
const runs = /[0-9.]+|[a-z]+|[^0-9.a-z ~]+/g;
export const firstYears = { 令和: 2019, r: 2019, 平成: 1989, h: 1989, 昭和: 1926, s: 1926 };

/**
* Splits a phrase into the tokens to look up. They are fewer than SearchTokens.cs stores for the same text: of a Latin word only the longest
* prefix, and a single kanji only if it stands alone. @param {string} phrase folded, without spaces @returns {string[]}
*/
export function tokensOf(phrase) {
  return (phrase.match(runs) ?? []).flatMap(run => {
    if (run[0] >= 'a' && run[0] <= 'z') return [run.slice(0, longestPrefix)];
    if (/^[0-9.]/.test(run)) return [run];
    if (run.length > 1) return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
    return /[\u3400-\u9fff]/.test(run) ? [run] : [];
  });
}

/** The number of a year in its era: 元, digits, or kanji such as 二十九. @param {string} n */
function numberInEra(n) {
  if (n === '元') return 1;
  if (/^[0-9]/.test(n)) return Number(n);
  const digit = kanji => '〇一二三四五六七八九'.indexOf(kanji);
  const [ones, tens] = n.split('十').reverse();
  return (tens === undefined ? 0 : Math.max(1, digit(tens)) * 10) + digit(ones);
}

/** All years in a folded text, with their positions. @param {RegExp} pattern @param {string} text */
export function yearsOf(pattern, text) {
  return [...text.matchAll(pattern)].map(match => {
    const { era, letter, n, to, western } = match.groups;
    const before = (firstYears[era ?? letter] ?? 0) - 1;
    const from = western ? Number(western) : before + numberInEra(n);
    const last = to ? Math.min(before + Number(to), from + 19) : from;
    return { from, to: Math.max(from, last), at: match.index, length: match[0].trimEnd().length };
  });
}
