/** Words that are near one that nothing holds. */

/** Edits between two words, a swap of neighbours being one. @param {string} a @param {string} b @param {number} most beyond which it does not matter */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** A shorter word is near too many. */
const shortest = 4;

/**
 * @param {string} word folded
 * @param {{shown: string, folded: string}[]} known likelier ones first
 * @returns {string[]} as written, nearest first: a letter wrong in four to seven, two in eight to eleven
 */
export function nearest(word, known) {
  if (word.length < shortest) return [];
  const most = Math.floor(word.length / shortest);
  return known.filter(k => k.folded !== word).map(({ shown, folded }, order) => ({ shown, order, far: folded.length < shortest ? most + 1 : distance(word, folded, most) }))
    .filter(n => n.far <= most).sort((a, b) => a.far - b.far || a.order - b.order).map(n => n.shown);
}
