/** The files of the index: which holds what, and how postings are written. */

/** @typedef {{id: number, kind: number, weight: number}} Posting */
/** @typedef {{postings: Posting[], count: number, whole: boolean}} Postings whole: false when only the best are kept */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digit = Object.fromEntries([...digits].map((c, i) => [c, i]));

/** @param {string} text @returns {number} as site/Search/SearchHash.cs */
export function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** @param {string} depths @returns {(hash: number) => string} the bits that a hash's file is named by */
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

/** @param {string} written @returns {Postings} */
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

/** The index over the network. Each file is asked for once. */
export class Shards {
  #files = new Map();
  #tokens;
  #documents;
  #idBits;

  /** @param {{tokens: string, documents: string, idBits: number}} manifest @param {(name: string) => Promise<any>} read */
  constructor(manifest, read) {
    this.#tokens = tree(manifest.tokens);
    this.#documents = tree(manifest.documents);
    this.#idBits = manifest.idBits;
    this.read = read;
  }

  /** @param {string} token @returns {Promise<Postings>} */
  async postings(token) {
    const file = await this.#file(`t${this.#tokens(hash(token))}`);
    return Object.hasOwn(file, token) ? decode(file[token]) : { postings: [], count: 0, whole: true };
  }

  /** @param {number} id @returns {Promise<[number, string, string, string, string, string?] | undefined>} kind, address, title, context, text, names */
  async document(id) {
    const file = await this.#file(`d${this.#documents(id * 2 ** (32 - this.#idBits))}`);
    return file[id];
  }

  #file(name) {
    if (!this.#files.has(name)) {
      const file = this.read(name);
      // What failed may be asked for again.
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }
}
