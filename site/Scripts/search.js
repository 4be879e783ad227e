/**
 * The script of the search page: searches while the reader types, stores the query in the address, and announces the number of hits to
 * screen readers. Without this script, the page still links to all content.
 */
import { filter, numberOf, ways } from './choices.js';
import { Finder } from './finder.js';
import { answered, copyOf, element, item, sentence } from './results.js';

const pause = 200;
const patience = 2000;
const atOnce = 10;
const longest = 60;

const form = document.querySelector('#search');
const input = form.querySelector('input');
const status = document.querySelector('#search-status');
const results = document.querySelector('#search-results');
const below = document.querySelectorAll('#search-results ~ section');
const plainTitle = document.title;

let finder = null;
let latest = 0;
let timer = 0;
let waiting = 0;
// Whether the reader may want to go back to the current query, because it was submitted, or opened with a link or the back button. If so,
// the next change of the query adds an entry to the browser's history; otherwise the change replaces the current entry.
let settled = false;

const asked = () => {
  const parameters = new URL(location.href).searchParams;
  return { text: (parameters.get('q') ?? '').slice(0, input.maxLength), kind: parameters.get('kind') ?? '' };
};

/** The chosen kind; '' for another query than the one for which it was chosen. @param {string} text */
const keptKind = text => (text === asked().text ? asked().kind : '');

/** Shortens a query for use in a sentence. @param {string} text */
const short = text => (text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text);

function addressOf(text, kind) {
  const parameters = new URLSearchParams();
  if (text) parameters.set('q', text);
  if (text && kind) parameters.set('kind', kind);
  return `${location.pathname}${String(parameters) && `?${parameters}`}`;
}

/**
 * Changes the address and shows the results; undefined if the address is already the right one.
 * @param {string} text @param {string} kind the kind's value in the address, '' for all
 */
function go(text, kind) {
  const address = addressOf(text, kind);
  if (address === location.pathname + location.search) return;
  if (settled) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  settled = false;
  return show();
}

const goToTyped = () => go(input.value, keptKind(input.value));

async function show() {
  const { text, kind } = asked();
  const turn = ++latest;
  clearTimeout(waiting);
  document.title = text.trim() ? `「${short(text.trim())}」の検索結果 | ${plainTitle}` : plainTitle;
  if (!text.trim()) return present('', []);
  waiting = setTimeout(wait, patience);
  try {
    const found = await answer(text, kind).catch(() => answer(text, kind, 'reload'));
    const nodes = await nodesOf(found, text.trim(), kind);
    if (turn === latest) present(sentenceOf(found, short(text.trim())), nodes);
  } catch {
    if (turn === latest) present(status.dataset.failed, []);
  }
}

/** Searches; the first search loads the manifest index.json. @param {RequestCache} [cache] 'reload' to load it again after a failure */
async function answer(text, kind, cache) {
  if (cache || !finder) finder = Finder.open(cache);
  finder.catch(() => (finder = null));
  const open = await finder;
  return open.find(text, atOnce, open.kinds.findIndex(([value]) => value === kind));
}

function say(sentence) {
  if (status.textContent !== sentence) status.textContent = sentence;
}

function present(sentence, nodes) {
  clearTimeout(waiting);
  say(sentence);
  results.replaceChildren(...nodes);
  hold(false);
}

/** Tells the reader that the search is slow, and shows the links to all content. */
function wait() {
  say('検索しています。');
  hold(false);
}

/**
 * Hides or shows the sections below the results. When the page is opened with a query, they are hidden until the results are shown,
 * but at most for two seconds. Otherwise the results would push them down.
 * @param {boolean} is whether to hide
 */
function hold(is) {
  for (const section of below) section.hidden = is;
}

function sentenceOf(found, text) {
  const count = `${numberOf(found.amount())}件`;
  if (found.hits.length === 0) return `${said(found)}「${text}」は見つかりませんでした。`;
  if (found.corrected) return `${said(found)}「${text}」は見つかりませんでした。近い言葉の「${short(found.corrected)}」は${count}見つかりました。`;
  return said(found) + (found.partial ? `「${text}」のすべてに合うものはありません。一部に合うものが${count}あります。` : `「${text}」は${count}見つかりました。`);
}

const said = ({ answer }) => (answer ? sentence(answer) : '');

async function nodesOf(found, text, kind) {
  const open = await finder;
  const answer = found.answer ? [answered(found.answer)] : [];
  if (found.hits.length === 0) return [...answer, ...nothing(found, text, kind)];
  const list = element('ol', { class: 'found' });
  const more = element('button', { type: 'button', class: 'more' }, 'さらに表示する');
  let shown = 0;
  const next = () => {
    const hits = found.hits.slice(shown, shown + atOnce);
    list.append(...hits.map(hit => item(hit, open.kinds[hit.kind][1])));
    const first = list.children[shown];
    shown += hits.length;
    more.hidden = found.isAll && shown >= found.hits.length;
    return first;
  };
  let loading = false;
  more.addEventListener('click', async () => {
    // A second click while results are loading would load the same results again.
    if (loading) return;
    loading = true;
    try {
      open.allow();
      await found.more(shown + atOnce);
      next()?.querySelector('a').focus();
      count();
      if (more.isConnected) say(sentenceOf(found, short(text)));
    } catch {
      if (more.isConnected) say(status.dataset.failed);
    }
    loading = false;
  });
  const chips = element('div');
  const count = () => chips.replaceChildren(...filter(found, open, kind, keep));
  next();
  count();
  const heading = found.partial ? element('h2', {}, '一部の言葉に合うもの') : element('h2', { class: 'unseen' }, '検索結果');
  return [...answer, heading, chips, list, more, ...ways(found, text, kind)];
}

async function keep(kind) {
  await go(asked().text, kind);
  results.querySelector(`[data-kind="${kind}"]`)?.focus();
}

function nothing(found, text, kind) {
  return [element('h2', {}, '見つからないとき'), ...ways(found, text, kind), copyOf('nothing')];
}

form.addEventListener('submit', event => {
  event.preventDefault();
  clearTimeout(timer);
  // If the address stays the same, the search starts again, because the last one may have failed.
  goToTyped() ?? show();
  settled = true;
});
input.addEventListener('input', event => {
  clearTimeout(timer);
  // While an input method composes Japanese text, the text is not final; compositionend starts the search.
  if (!event.isComposing) timer = setTimeout(goToTyped, pause);
});
input.addEventListener('compositionend', () => {
  clearTimeout(timer);
  timer = setTimeout(goToTyped, pause);
});
addEventListener('popstate', () => {
  settled = true;
  input.value = asked().text;
  show();
});

input.value = asked().text || input.value;
settled = asked().text !== '';
hold(settled);
show();
