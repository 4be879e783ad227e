/** What a reader sees of the hits. Texts of the report go into text nodes, never into markup. */

const snippetLength = 110;
const before = 30;

/** @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** @param {string} text @param {number[][]} marks @returns {number[][]} in order, none overlapping, 平成29（2017）年度 being one */
function merged(text, marks) {
  const apart = [];
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && (from <= last[1] || /^[（(]$/.test(text.slice(last[1], from)))) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

/** @param {string} text @param {number[][]} marks */
function marked(text, marks, start = 0, end = text.length) {
  const nodes = [];
  let at = start;
  for (const [from, to] of merged(text, marks).filter(m => m[1] > start && m[0] < end)) {
    nodes.push(text.slice(at, Math.max(at, from)), element('mark', {}, text.slice(Math.max(at, from), Math.min(to, end))));
    at = Math.min(to, end);
  }
  return element('bdi', {}, ...nodes, text.slice(at, end));
}

const isLow = (text, at) => /[\uDC00-\uDFFF]/.test(text[at] ?? '');

/** The text around its first hit. @param {string} text @param {number[][]} marks */
function snippet(text, marks) {
  const first = Math.min(...marks.map(m => m[0]), text.length);
  let start = marks.length > 0 && first > before ? first - before : 0;
  let end = Math.min(text.length, start + snippetLength);
  if (isLow(text, start)) start--;
  if (isLow(text, end)) end--;
  return element('p', { class: 'snippet' }, start > 0 ? '…' : '', marked(text, marks, start, end), end < text.length ? '…' : '');
}

/** @param {import('./rank.js').Hit} hit @param {string} kind its name */
export function item(hit, kind) {
  return element('li', {},
    element('p', { class: 'found-kind' }, element('span', { class: 'mark' }, kind), ' ', element('bdi', {}, hit.context)),
    element('h3', {}, element('a', { href: hit.href }, marked(hit.title, hit.marks.title))),
    ...(hit.text ? [snippet(hit.text, hit.marks.text)] : []));
}

/**
 * Buttons that keep one kind.
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

/** @param {string} heading @param {string[]} queries */
export function offers(heading, queries) {
  return [
    element('h3', {}, heading),
    element('ul', { class: 'tags' }, ...queries.map(q => element('li', {}, element('a', { href: `/search/?q=${encodeURIComponent(q)}` }, q)))),
  ];
}

const numberOf = value => Number(value.replaceAll(/[^0-9.-]/g, ''));
const change = by => (by > 0 ? '増えました' : by < 0 ? '減りました' : '変わりません');

/** @param {import('./answer.js').Answer} answer */
export function sentence({ name, values: [first, second], later, why }) {
  if (!first) return `わかりません。${why}`;
  if (second) return `「${name}」は、${first[1]}の${first[2]}から${second[1]}の${second[2]}へ、${change(numberOf(second[2]) - numberOf(first[2]))}。`;
  return `${first[1]}の「${name}」は、${first[2]}です。${later ? `${later[1]}は${later[3]}です。` : ''}`;
}

/** What the page keeps to be shown. @param {string} name */
export const copyOf = name => document.querySelector(`#search-${name}`).content.cloneNode(true);

/** The answer with what it belongs to and its cells. @param {import('./answer.js').Answer} answer */
export function answered(answer) {
  const { hit, subject, place, values, why } = answer;
  const known = values.length > 0;
  const line = (...nodes) => element('p', {}, element('bdi', {}, ...nodes));
  return element('section', { class: 'answer', 'aria-labelledby': 'answer' },
    element('h2', { id: 'answer' }, known ? '数値' : 'わかりません'),
    line(known ? sentence(answer) : why),
    hit ? line(element('a', { href: hit.href }, hit.title), `（取組：${subject}）`) : copyOf('unknown'),
    ...(known ? [line(`出典：${place} セル ${values.map(v => v[4]).join('、')}`)] : []));
}
