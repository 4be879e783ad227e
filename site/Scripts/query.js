/** Parses a query into words. Each word has its synonyms, and the tokens by which the index finds the word and the synonyms. */
import { firstYears, tokensOf, yearsOf } from './shards.js';

/**
 * @typedef {{text: string, written: string, to: {phrase: string, other: boolean}[], joined: boolean, glue: string}} Part
 * a piece of the query. text: the piece after folding (normalizing); written: the piece as typed; to: the terms that the piece means;
 * joined: whether the piece follows the preceding part without a space or particle; glue: the kana between the preceding part and this part
 */
/**
* @typedef {{parts: Part[], asks: Set<string>, counter: string, clean: boolean}} Taken
* the result of splitting a query. asks: what its question words ask for (meaning, figure, trend); counter: the unit in 何人 or 何件; clean:
* false if the query contains a verb ending, because the search does not understand its meaning
*/
/**
* @typedef {{phrase: string, tokens: string[], year?: number, other: boolean}} Choice
* one way to match a word: the word itself, a term, or a year; other: matched by a synonym, which ranks lower
*/
/**
 * @typedef {{shown: string, written: string, choices: Choice[], joined: boolean, amount?: boolean}} Word
 * shown: the folded word; written: as typed; amount: whether it is a number with a counter, or this counter, as in 49か所: each of the two
 * alone says nothing
 */
/**
* @typedef {{words: Word[], wholes: string[]}} Query
* wholes: the tokens for entries that have exactly the query, or a synonym of it, as a name
*/
/**
 * @typedef {{together: Part[], phrases: Query, parts: Query, years: number[], asks: Set<string>, counter: string, clean: boolean}} Question
 * together: the words as typed, each made of the parts that are joined in the query; phrases: the Query of these words; parts: the Query of
 * the single parts
 */

const [mostWords, mostTokens, mostOthers, tokensOfOther, gap] = [6, 8, 2, 2, 3];
const classes = { space: /[ ~]/, kana: /[ぁ-ゖ]/, digit: /[0-9.]/, latin: /[a-z]/, katakana: /[ァ-ヺー]/ };
const classOf = c => Object.keys(classes).find(k => classes[k].test(c)) ?? 'kanji';

/**
 * Returns the position after a word if the word begins at the given position of a text; otherwise -1. A space in the word matches up to
 * three characters of the text.
 */
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

/** The known words (terms, synonyms, question words) of the manifest index.json, indexed by their first character, longest first. */
export class Vocabulary {
  #words = new Map();
  #particles;

  /** @param {{terms: string[][], questions: Record<string, string[]>, particles: string[]}} manifest */
  constructor({ terms, questions, particles }) {
    const to = new Map();
    // `names` contains the term, its reading, then its synonyms. A match of the reading ranks as high as a match of the term; a match of a
    // synonym (other: true) ranks lower.
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
    this.#words.set(word[0], [...(this.#words.get(word[0]) ?? []), { ...what, word }].sort((a, b) => b.word.length - a.word.length));
  }

  /** The longest known word that begins at a position of a text. */
  at(text, place) {
    const known = this.#words.get(text[place])?.find(({ word }) => endOf(word, text, place) > 0);
    return known && { ...known, end: endOf(known.word, text, place) };
  }

  /** The terms that are meant by a known word that begins with these kana: the user may still be typing this word. */
  begunBy(kana) {
    return /^[ぁ-ゖー]{3,}$/.test(kana) ? (this.#words.get(kana[0])?.find(({ word, to }) => to && word.startsWith(kana))?.to ?? []) : [];
  }

  particleEnd(text, place) {
    return place + (this.#particles.find(p => text.startsWith(p, place))?.length ?? 0);
  }
}

/**
* Splits a query into parts, at spaces, particles, question words, known words, and changes between kanji, kana, letters and digits.
* @param {import('./shards.js').Folded} folded the folded query, in which ~ replaces each character of a year @param {string} original
* @param {Vocabulary} vocabulary @returns {Taken}
*/
function takeApart(folded, original, vocabulary) {
  const { text } = folded;
  // Folding has turned katakana into hiragana, so the original text determines whether a character is katakana.
  const kind = Array.from(text, (c, i) => (/[ぁ-ゖ]/.test(c) ? classOf(original[folded.start[i]].normalize('NFKC')[0]) : classOf(c)));
  const taken = { parts: [], asks: new Set(), counter: '', clean: true };
  let [at, edge, open, glue] = [0, true, false, ''];
  const runEnd = from => {
    let end = from + 1;
    while (end < text.length && kind[end] === kind[from] && !(kind[from] !== 'latin' && known(end)?.to && known(end).end - end > 1)) end++;
    return end;
  };
  const isEdge = place => place >= text.length || kind[place] === 'space' || kind[place] !== kind[place - 1] || vocabulary.particleEnd(text, place) > place;
  // The known word at a position, or null. A short word matches only as a whole word (しか not in しかし, 歯 not in 歯周); a longer one also
  // matches within a longer word (介護 in 介護保険), but a question word in kanji does not match if more kanji follow.
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
    const particle = kind[at] === 'kana' && starts && at > 0 && text[at - 1] !== ' ' ? vocabulary.particleEnd(text, at) : at;
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
        // The kana are followed by another part, so they connect two parts of one word: サービス付き高齢者向け住宅.
        glue = text.slice(at, end);
      } else {
        // The kana end the word, so they are the inflectional ending of a verb: 疲れた.
        if (last.to.length === 0 && last.text.length === 1) last.text += text[at];
        [taken.clean, open] = [false, false];
      }
      [at, edge] = [end, true];
    } else {
      const end = runEnd(at);
      add(end, vocabulary.begunBy(text.slice(at, end)));
      [at, edge] = [end, false];
    }
  }
  // A query that consists only of question words, such as 推移, is searched as ordinary text.
  at = text.search(/[^ ~]/);
  if (taken.parts.length === 0 && at >= 0) {
    taken.asks.clear();
    add(text.replace(/[ ~]+$/, '').length, []);
  }
  return taken;
}

/** Years that are written without an era, such as 28年度. among: the years that may be meant, one for each era. @param {string} text */
const yearsOfNoEra = text => [...text.matchAll(/(?<![0-9.a-z])[0-9]{1,2}(?=年度)/g)].map(m => ({
  among: ['令和', '平成', '昭和'].map(era => firstYears[era] - 1 + Number(m[0])), at: m.index, length: m[0].length + 2,
}));

/** Selects every n-th token of a long phrase, so that at most `most` tokens remain. @param {string[]} tokens @param {number} most */
const thinned = (tokens, most) => tokens.filter((_, i) => i % Math.ceil(tokens.length / most) === 0);

/**
 * Makes a query of parts and years. The number of words, of tokens and of synonyms is limited, so that few index files are loaded.
 * @param {Part[]} parts @param {Word[]} years @param {string} folded the whole query @returns {Query}
 */
function queryOf(parts, years, folded) {
  const useful = parts.filter(p => tokensOf(p.text).length > 0 || p.to.length > 0).slice(0, mostWords);
  const share = Math.max(1, Math.floor(mostTokens / Math.max(1, useful.length)));
  let others = mostOthers;
  const counts = i => useful[i]?.joined && useful[i].text.length === 1 && /[0-9]$/.test(useful[i - 1].text);
  const words = useful.map(({ text, written, to, joined }, i) => {
    const choices = [{ phrase: text, tokens: thinned(tokensOf(text), share), other: false }];
    for (const { phrase, other } of to.slice(0, others)) {
      choices.push({ phrase, tokens: thinned(tokensOf(phrase), tokensOfOther), other });
      others--;
    }
    return { shown: text, written, choices: choices.filter(c => c.tokens.length > 0), joined, amount: counts(i) || counts(i + 1) };
  });
  const names = useful.length === 1 && years.length === 0 ? [useful[0].text, ...useful[0].to.slice(0, mostOthers).map(t => t.phrase)] : [];
  return { words: [...years, ...words], wholes: [...new Set([folded, ...names].map(n => `=${n.replaceAll(/[ ~]/g, '')}`))] };
}

/** Combines each part with the joined parts after it into one part, whose property `of` lists the combined parts. @param {Part[]} parts */
function phrasesOf(parts) {
  const phrases = [];
  for (const part of parts) {
    const last = part.joined ? phrases.pop() : null;
    if (last) {
      const [text, written] = [last.text + part.glue + part.text, last.written + part.glue + part.written];
      phrases.push({ ...last, text, written, to: [], of: [...(last.of ?? [last]), part] });
    } else phrases.push(part);
  }
  return phrases;
}

/**
 * Parses a query.
 * @param {string} text as typed
 * @param {(text: string) => import('./shards.js').Folded} fold
 * @param {{year: RegExp, vocabulary: Vocabulary}} settings
 * @returns {Question}
 */
export function parse(text, fold, { year, vocabulary }) {
  const folded = fold(text);
  const years = yearsOf(year, folded.text).map(y => ({ ...y, among: [y.from] }));
  const bare = yearsOfNoEra(folded.text).filter(b => !years.some(y => y.at <= b.at && b.at < y.at + y.length));
  const all = [...years, ...bare].sort((a, b) => a.at - b.at);
  const rest = all.reduceRight((t, y) => `${t.slice(0, y.at)}${'~'.repeat(y.length)}${t.slice(y.at + y.length)}`, folded.text);
  const taken = takeApart({ ...folded, text: rest }, text, vocabulary);
  const words = all.map(y => ({
    shown: folded.text.slice(y.at, y.at + y.length), written: text.slice(folded.start[y.at], folded.end[y.at + y.length - 1]), joined: false,
    choices: y.among.map(n => ({ phrase: '', tokens: [`@${n}`], year: n, other: false })),
  }));
  const whole = folded.text.trim();
  const together = phrasesOf(taken.parts);
  return {
    together, phrases: queryOf(together, words, whole), parts: queryOf(taken.parts, words, whole),
    years: all.flatMap(y => y.among), asks: taken.asks, counter: taken.counter, clean: taken.clean,
  };
}
