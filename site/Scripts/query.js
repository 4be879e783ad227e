/** What was asked for: words, each with what may stand for it, and the tokens that the index knows them by. */

/** @typedef {{phrase: string, tokens: string[], year?: number, other: boolean}} Choice one way to satisfy a word */
/** @typedef {{shown: string, choices: Choice[]}} Word */
/** @typedef {{words: Word[], whole: string}} Query whole: the token of an entry named just so */

const mostWords = 8;
const mostTokens = 8;
const longestPrefix = 12;
const shortestBeginning = 3;
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

/** Fewer tokens of a long phrase: every other pair still holds every character. @param {string[]} tokens @param {number} most */
function thinned(tokens, most) {
  if (tokens.length <= most) return tokens;
  const step = tokens.length / most;
  return Array.from({ length: most }, (_, i) => tokens[Math.floor(i * step)]);
}

/** @param {string} phrase @param {Record<string, string[]>} aliases */
function othersOf(phrase, aliases) {
  if (Object.hasOwn(aliases, phrase)) return aliases[phrase];
  if (phrase.length < shortestBeginning || !/^[ぁ-ゖー]+$/.test(phrase)) return [];
  return Object.keys(aliases).filter(alias => alias.startsWith(phrase)).flatMap(alias => aliases[alias]).slice(0, 2);
}

/**
 * @param {string} text as typed
 * @param {(text: string) => {text: string}} fold
 * @param {{year: RegExp, aliases: Record<string, string[]>}} settings
 * @returns {Query}
 */
export function parse(text, fold, { year, aliases }) {
  const folded = fold(text).text.trim();
  const years = yearsOf(year, folded);
  const rest = years.reduceRight((t, y) => `${t.slice(0, y.at)} ${t.slice(y.at + y.length)}`, folded);
  const phrases = [...new Set(rest.split(/[ ~]+/).filter(p => p))].slice(0, mostWords);
  const useful = phrases.filter(p => tokensOf(p).length > 0);
  const share = Math.max(1, Math.floor(mostTokens / Math.max(1, useful.length)));
  const choice = (phrase, other) => ({ phrase, tokens: thinned(tokensOf(phrase), other ? 3 : share), other });
  return {
    whole: `=${folded.replaceAll(/[ ~]/g, '')}`,
    words: [
      ...years.map(y => ({
        shown: folded.slice(y.at, y.at + y.length),
        choices: [{ phrase: '', tokens: [`@${y.from}`], year: y.from, other: false }],
      })),
      ...useful.map(phrase => ({
        shown: phrase,
        choices: [choice(phrase, false), ...othersOf(phrase, aliases).map(other => choice(other, true))],
      })),
    ],
  };
}
