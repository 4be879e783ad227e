/** A question taken apart: known words, particles, and words that only ask. */

/**
 * @typedef {{text: string, written: string, to: {phrase: string, other: boolean}[], joined: boolean, glue: string}} Part to: what may stand for it; joined: nothing stands between
 * it and the part before but glue, the ending of its verb
 * @typedef {{parts: Part[], asks: Set<string>, counter: string, clean: boolean}} Taken clean: every character of the question is understood
 */

const classes = [['space', /[ ~]/], ['kana', /[ぁ-ゖ]/], ['digit', /[0-9.]/], ['latin', /[a-z]/], ['katakana', /[ァ-ヺーｦ-ﾟ]/]];
const classOf = c => (classes.find(([, pattern]) => pattern.test(c)) ?? ['kanji'])[0];
const escape = text => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words by their first character, longest first. */
export class Vocabulary {
  #words = new Map();
  #particles;

  /** @param {{terms: string[][], questions: Record<string, string[]>, particles: string[]}} manifest */
  constructor({ terms, questions, particles }) {
    const to = new Map();
    // What is first after the term is its reading, which is as good as the term.
    for (const names of terms) {
      names.forEach((name, i) => {
        if (!to.has(name)) to.set(name, []);
        if (name !== names[0]) to.get(name).push({ phrase: names[0], other: i > 1 });
      });
    }
    for (const [word, terms] of to) this.#add(word, { to: terms });
    for (const [asks, words] of Object.entries(questions)) for (const word of words) this.#add(word, { asks });
    this.#particles = new RegExp(`(?:${particles.map(escape).join('|')})`, 'y');
  }

  #add(word, what) {
    const latin = /^[a-z]/.test(word) ? '(?![a-z])' : '';
    // A space within a plain word is a gap of a few characters.
    const pattern = new RegExp(word.split(' ').map(escape).join(latin ? ' ' : '.{0,3}?') + latin, 'y');
    const list = this.#words.get(word[0]) ?? [];
    list.push({ ...what, word, pattern });
    list.sort((a, b) => b.word.length - a.word.length);
    this.#words.set(word[0], list);
  }

  /** The longest known word at a place. */
  at(text, place) {
    for (const known of this.#words.get(text[place]) ?? []) {
      known.pattern.lastIndex = place;
      const found = known.pattern.exec(text);
      if (found) return { ...known, end: place + found[0].length };
    }
    return null;
  }

  particleEnd(text, place) {
    this.#particles.lastIndex = place;
    return this.#particles.test(text) ? this.#particles.lastIndex : place;
  }
}

/**
 * @param {import('./text.js').Folded} folded without years @param {string} original @param {Vocabulary} vocabulary
 * @returns {Taken}
 */
export function takeApart(folded, original, vocabulary) {
  const { text } = folded;
  // Folding makes katakana hiragana, so classes are read from what was typed.
  const kind = Array.from(text, (c, i) => (/[ぁ-ゖ]/.test(c) ? classOf(original[folded.start[i]].normalize('NFKC')[0]) : classOf(c)));
  const taken = { parts: [], asks: new Set(), counter: '', clean: true };
  let [at, edge, open, glue] = [0, true, false, ''];
  const runEnd = from => {
    let end = from + 1;
    while (end < text.length && kind[end] === kind[from] && !(kind[from] !== 'latin' && known(end)?.to && known(end).end - end > 1)) end++;
    return end;
  };
  const isEdge = place => place >= text.length || kind[place] === 'space' || kind[place] !== kind[place - 1] || vocabulary.particleEnd(text, place) > place;
  // しか is a word between edges, not within しかし, nor 歯 within 歯周; だんさ may stand anywhere.
  const known = place => {
    const word = vocabulary.at(text, place);
    if (!word) return null;
    const short = word.end - place < (kind[place] === 'kana' ? 3 : 2);
    return short && word.to && !isEdge(word.end) ? null : word;
  };
  const add = (end, to) => {
    taken.parts.push({ text: text.slice(at, end), written: original.slice(folded.start[at], folded.end[end - 1]), to, joined: open, glue });
    [open, glue] = [true, ''];
  };
  while (at < text.length) {
    if (kind[at] === 'space') {
      [at, edge, open] = [at + 1, true, false];
      continue;
    }
    const starts = edge || kind[at] !== kind[at - 1];
    const word = starts || kind[at] !== 'kana' ? known(at) : null;
    const particle = kind[at] === 'kana' && starts && taken.parts.length > 0 ? vocabulary.particleEnd(text, at) : at;
    if (word?.asks && (kind[at] !== 'kana' || word.end >= particle)) {
      taken.asks.add(word.asks);
      if (word.asks === 'figure' && text[at] === '何') taken.counter = text.slice(at + 1, word.end);
      [at, edge, open] = [word.end, true, false];
    } else if (word?.to) {
      add(word.end, word.to);
      [at, edge] = [word.end, true];
    } else if (particle > at) {
      [at, edge, open] = [particle, true, false];
    } else if (kind[at] === 'kana' && open && starts) {
      const last = taken.parts.at(-1);
      const end = runEnd(at);
      if (end < text.length && kind[end] !== 'space') {
        // Within a word: サービス付き高齢者向け住宅.
        glue = text.slice(at, end);
      } else {
        // The ending of a verb: 疲れた.
        if (last.to.length === 0 && last.text.length === 1) last.text += text[at];
        [taken.clean, open] = [false, false];
      }
      [at, edge] = [end, true];
    } else {
      const end = runEnd(at);
      add(end, []);
      [at, edge] = [end, false];
    }
  }
  return taken;
}
