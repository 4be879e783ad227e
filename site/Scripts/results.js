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
