/** Renders buttons that filter the results by kind, and links to other searches. search.js calls this module. */
import { element, offers } from './results.js';

/** A number of hits in words; 約 marks an estimate. @param {{count: number, isAll: boolean}} amount */
export const numberOf = ({ count, isAll }) => `${isAll ? '' : '約'}${count.toLocaleString('ja-JP')}`;

/**
 * Buttons that filter the results by kind, each with the number of its hits; none if all hits are of one kind.
 * @param {string} chosen @param {(kind: string) => void} choose
 */
export function filter(found, open, chosen, choose) {
  const kinds = [['', 'すべて'], ...open.kinds].map(([value, name], i) => ({ value, name, amount: found.amount(i - 1) }))
    .filter(k => k.amount.count > 0);
  if (kinds.length < 3) return [];
  const group = element('div', { class: 'found-filter', role: 'group', 'aria-label': '種類でしぼり込む' });
  for (const { value, name, amount } of kinds) {
    const button = element('button', { type: 'button', 'aria-pressed': String(value === chosen), 'data-kind': value }, `${name} `,
      element('span', { class: 'count' }, numberOf(amount)));
    button.addEventListener('click', () => choose(value));
    group.append(button);
  }
  return [group];
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
