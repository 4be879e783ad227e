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

const pairsOf = text => new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

/** Share of common pairs, which finds 地域包括支援センター for 地域包括センター. */
function likeness(a, b) {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  return (2 * [...x].filter(p => y.has(p)).length) / (x.size + y.size);
}

/**
 * @param {string} word folded
 * @param {{shown: string, folded: string}[]} known likelier ones first
 * @returns {string[]} as shown, nearest first
 */
export function nearest(word, known, most = 5) {
  const allowed = Math.max(1, Math.floor(word.length / 3));
  const near = known.map(({ shown, folded }, order) => {
    const edits = distance(word, folded, allowed);
    const like = likeness(word, folded);
    const far = edits <= allowed ? edits / Math.max(word.length, folded.length) : 1.5 - like;
    return { shown, order, far: edits <= allowed || like >= 0.5 ? far - (like / 10) : 9 };
  });
  return near.filter(n => n.far < 9).sort((a, b) => a.far - b.far || a.order - b.order).slice(0, most).map(n => n.shown);
}
