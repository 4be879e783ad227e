/** What was asked for: words, each with what may stand for it, and the tokens that the index knows them by. */
import { takeApart } from './vocabulary.js';

/** @typedef {{phrase: string, tokens: string[], year?: number, other: boolean}} Choice one way to satisfy a word */
/** @typedef {{shown: string, written: string, choices: Choice[], joined: boolean}} Word shown: folded */
/** @typedef {{words: Word[], wholes: string[]}} Query wholes: tokens of entries named just so, the likelier first */
/**
 * @typedef {{together: import('./vocabulary.js').Part[], phrases: Query, parts: Query, years: number[], asks: Set<string>, counter: string, clean: boolean}} Question
 * together, phrases: as typed; parts: by known words
 */

const mostWords = 6;
const mostTokens = 8;
const mostOthers = 2;
const tokensOfOther = 2;
const longestPrefix = 12;
const runs = /[0-9.]+|[a-z]+|[^0-9.a-z ~]+/g;
const first = { 令和: 2019, r: 2019, 平成: 1989, h: 1989, 昭和: 1926, s: 1926 };

/** @param {string} phrase folded, without spaces @returns {string[]} */
export function tokensOf(phrase) {
  return (phrase.match(runs) ?? []).flatMap(run => {
    if (run[0] >= 'a' && run[0] <= 'z') return [run.slice(0, longestPrefix)];
    if (/^[0-9.]/.test(run)) return [run];
    if (run.length > 1) return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
    return /[\u3400-\u9fff]/.test(run) ? [run] : [];
  });
}

/** Every year of a folded text, with its place. @param {RegExp} pattern @param {string} text */
export function yearsOf(pattern, text) {
  return [...text.matchAll(pattern)].map(match => {
    const { era, letter, n, to, western } = match.groups;
    const before = (first[era ?? letter] ?? 0) - 1;
    const from = western ? Number(western) : before + (n === '元' ? 1 : Number(n));
    return { from, to: to ? Math.min(before + Number(to), from + 19) : from, at: match.index, length: match[0].trimEnd().length };
  });
}

/** 28年度 is of any era. @param {string} text */
const yearsOfNoEra = text => [...text.matchAll(/(?<![0-9.a-z])[0-9]{1,2}(?=年度)/g)].map(m => ({
  among: ['令和', '平成', '昭和'].map(era => first[era] - 1 + Number(m[0])), at: m.index, length: m[0].length + 2,
}));

/** Fewer tokens of a long phrase. @param {string[]} tokens @param {number} most */
const thinned = (tokens, most) => tokens.filter((_, i) => i % Math.ceil(tokens.length / most) === 0);

const nameOf = phrase => `=${phrase.replaceAll(/[ ~]/g, '')}`;

/** @param {import('./vocabulary.js').Part[]} parts @param {Word[]} years @param {string} folded @returns {Query} */
function queryOf(parts, years, folded) {
  const useful = parts.filter(p => tokensOf(p.text).length > 0 || p.to.length > 0).slice(0, mostWords);
  const share = Math.max(1, Math.floor(mostTokens / Math.max(1, useful.length)));
  let others = mostOthers;
  const words = useful.map(({ text, written, to, joined }) => {
    const choices = [{ phrase: text, tokens: thinned(tokensOf(text), share), other: false }];
    for (const { phrase, other } of to.slice(0, others)) {
      choices.push({ phrase, tokens: thinned(tokensOf(phrase), tokensOfOther), other });
      others--;
    }
    return { shown: text, written, choices: choices.filter(c => c.tokens.length > 0), joined };
  });
  const names = useful.length === 1 && years.length === 0 ? [useful[0].text, ...useful[0].to.slice(0, mostOthers).map(t => t.phrase)] : [];
  return { words: [...years, ...words], wholes: [...new Set([folded, ...names].map(nameOf))] };
}

/** Parts that stand together as one. @param {import('./vocabulary.js').Part[]} parts */
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
 * @param {string} text as typed
 * @param {(text: string) => import('./shards.js').Folded} fold
 * @param {{year: RegExp, vocabulary: import('./vocabulary.js').Vocabulary}} settings
 * @returns {Question}
 */
export function parse(text, fold, { year, vocabulary }) {
  const folded = fold(text);
  const years = yearsOf(year, folded.text).map(y => ({ ...y, among: [y.from] }));
  const bare = yearsOfNoEra(folded.text).filter(b => !years.some(y => y.at <= b.at && b.at < y.at + y.length));
  const all = [...years, ...bare].sort((a, b) => a.at - b.at);
  const rest = all.reduceRight((t, y) => `${t.slice(0, y.at)}${' '.repeat(y.length)}${t.slice(y.at + y.length)}`, folded.text);
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
