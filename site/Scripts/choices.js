/** Renders buttons that filter the results by kind, and links to other searches. search.js calls this module. */
import { element, offers } from './results.js';

/** All kinds with hits, each with their number, preceded by the sum. */
export function kindsOf(found, open) {
  const kinds = open.kinds.map(([value, name], i) => ({ value, name, count: found.ofKinds[i] }));
  return [{ value: '', name: 'すべて', count: found.ofKinds.reduce((a, b) => a + b, 0) }, ...kinds.filter(k => k.count > 0)];
}

/**
 * Buttons that filter the results by kind.
 * @param {{value: string, name: string, count: number}[]} kinds @param {string} chosen @param {(kind: string) => void} choose
 */
export function filter(kinds, chosen, choose) {
  const group = element('div', { class: 'found-filter', role: 'group', 'aria-label': '種類でしぼり込む' });
  for (const { value, name, count } of kinds) {
    const button = element('button', { type: 'button', 'aria-pressed': String(value === chosen), 'data-kind': value }, `${name} `,
      element('span', { class: 'count' }, count.toLocaleString('ja-JP')));
    button.addEventListener('click', () => choose(value));
    group.append(button);
  }
  return group;
}

/**
 * Links to other searches. If the query was corrected: a link to the corrected query. Otherwise: a link to the same query in all kinds, if
 * nothing was found in the chosen kind; and links to the single words of the query, if no entry contains all of them.
 */
export function ways(found, text, kind) {
  if (found.corrected) return offers('近い言葉で探す', [found.corrected]);
  const words = found.hits.length === 0 || found.partial ? found.query.words.filter((_, i) => found.counts[i] > 0).map(w => w.written) : [];
  return [...(kind && found.hits.length === 0 ? offers('すべての種類から探す', [text]) : []),
    ...(found.query.words.length > 1 && words.length > 0 ? offers('1つの言葉で探す', words) : [])];
}
