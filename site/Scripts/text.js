/** Folding of texts and queries, as site/Search/SearchText.cs does it, keeping where each character came from. */

/**
 * @typedef {{text: string, start: number[], end: number[]}} Folded
 * A folded text; character i of it came from start[i] to end[i] of the original.
 */

const nothing = new Set('・「」『』"\'“”‘’');
const dashes = new Set('‐‑‒–—―−─');
const cluster = /[^][\u3099\u309A\uFF9E\uFF9F]*/gu;
const word = /[\p{L}\p{M}\p{N}]/u;
const silent = /[\p{Cf}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
const foreign = /[\p{Cn}\p{Co}\p{Cs}]/u;

/** @param {string} c */
function plain(c) {
  if (c >= 'A' && c <= 'Z') return c.toLowerCase();
  if (c === '〜') return '~';
  if ('~.,-'.includes(c)) return c;
  if (dashes.has(c)) return '-';
  if (!word.test(c)) return ' ';
  const code = c.codePointAt(0);
  return code > 0xffff ? String.fromCharCode(0xe000 + (code % 6400)) : c;
}

/** @param {string} text @param {Map<string, string>} twins @returns {Folded} */
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

/** @param {Folded} from @param {RegExp} pattern @param {string} to @returns {Folded} */
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
 * @param {{twins: string, beforeKana: string[][], afterKana: string[][]}} manifest
 * @returns {(text: string) => Folded}
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
