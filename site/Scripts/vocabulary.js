/** A question taken apart: known words, particles, and words that only ask. */

/**
 * @typedef {{text: string, written: string, to: {phrase: string, other: boolean}[], joined: boolean, glue: string}} Part
 * to: what may stand for it; joined: nothing stands between it and the part before but glue, the ending of its verb
 * @typedef {{parts: Part[], asks: Set<string>, counter: string, clean: boolean}} Taken clean: every character of the question is understood
 */

const classes = { space: /[ ~]/, kana: /[ぁ-ゖ]/, digit: /[0-9.]/, latin: /[a-z]/, katakana: /[ァ-ヺー]/ };
const classOf = c => Object.keys(classes).find(k => classes[k].test(c)) ?? 'kanji';
const gap = 3;

/** Where a word ends that begins at a place, or -1. A space within a plain word is a gap of a few characters. */
function endOf(word, text, place) {
  const isLatin = /^[a-z]/.test(word);
  let end = place;
  for (const piece of isLatin ? [word] : word.split(' ')) {
    const from = text.indexOf(piece, end);
    if (from < 0 || from - end > (end === place ? 0 : gap)) return -1;
    end = from + piece.length;
  }
  return isLatin && /[a-z]/.test(text[end] ?? '') ? -1 : end;
}

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
    this.#particles = particles;
  }

  #add(word, what) {
    const list = this.#words.get(word[0]) ?? [];
    this.#words.set(word[0], [...list, { ...what, word }].sort((a, b) => b.word.length - a.word.length));
  }

  /** The longest known word at a place. */
  at(text, place) {
    const known = this.#words.get(text[place])?.find(({ word }) => endOf(word, text, place) > 0);
    return known && { ...known, end: endOf(known.word, text, place) };
  }

  particleEnd(text, place) {
    return place + (this.#particles.find(p => text.startsWith(p, place))?.length ?? 0);
  }
}

/**
 * @param {import('./shards.js').Folded} folded without years @param {string} original @param {Vocabulary} vocabulary
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
    const within = word.asks && kind[place] === 'kanji' && kind[word.end] === 'kanji';
    return within || (short && word.to && !isEdge(word.end)) ? null : word;
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
  // 推移 alone is a word like any other.
  if (taken.parts.length === 0 && text.trim()) {
    at = text.search(/[^ ]/);
    taken.asks.clear();
    add(text.trimEnd().length, []);
  }
  return taken;
}
