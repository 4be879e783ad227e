/** Compares words that may be mistyped with known words. finder.js calls this module. */

/**
 * The edit distance of two words; swapping two neighbouring characters counts as one edit.
 * @param {string} a
 * @param {string} b
 * @param {number} most the largest distance that matters; for a larger one, the result may be any number above it
 */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + same);
      if (j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** Words with fewer characters are not corrected, because one edit would turn them into too many other words. */
const shortest = 4;

/**
 * Finds the known words that are similar to a word. One edit is allowed for four to seven characters, two for eight to eleven, and so on.
 * @param {string} word folded
 * @param {{shown: string, folded: string}[]} known the words to compare, sorted by likelihood, the most likely first
 * @returns {string[]} the similar words in their original spelling, the most similar first
 */
export function nearest(word, known) {
  if (word.length < shortest) return [];
  const most = Math.floor(word.length / shortest);
  const farOf = folded => (folded.length < shortest ? most + 1 : distance(word, folded, most));
  return known.filter(k => k.folded !== word).map(({ shown, folded }, order) => ({ shown, order, far: farOf(folded) }))
    .filter(n => n.far <= most).sort((a, b) => a.far - b.far || a.order - b.order).map(n => n.shown);
}
