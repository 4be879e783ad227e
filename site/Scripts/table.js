// Filters and sorts the table whose id is in the form's data-table. The filter and the order are stored in the address of the page, so that
// readers can share the filtered table.
const form = document.querySelector('form[data-table]');
const table = form && document.getElementById(form.dataset.table);

const fold = text => text.normalize('NFKC').toLowerCase();
const wordsOf = row => fold([...row.cells].filter(cell => !cell.classList.contains('source-cell')).map(cell => cell.textContent).join(' '));

function start() {
  const rows = [...table.tBodies[0].rows];
  const words = new Map(rows.map(row => [row, wordsOf(row)]));
  const headings = [...table.tHead.querySelectorAll('th[data-sort]')];
  const status = form.querySelector('[role=status]');
  let order = '', remembering;

  const choices = () => [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== '');

  const matches = (row, [name, value]) => name === 'q'
    ? fold(value).split(/\s+/).every(word => words.get(row).includes(word))
    : row.dataset[name].split(' ').includes(value);

  function narrow() {
    const chosen = choices();
    for (const row of rows) row.hidden = !chosen.every(choice => matches(row, choice));
    const shown = rows.filter(row => !row.hidden).length;
    const say = shown === rows.length ? `${shown}件を表示しています` : shown === 0 ? `条件に合うものはありません（全${rows.length}件）` : `${rows.length}件のうち${shown}件を表示しています`;
    if (status.textContent !== say) status.textContent = say;
  }

  // Rows without a value are sorted to the end, whether the order is ascending or descending.
  function compare(a, b, sign) {
    if (a === b) return 0;
    if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
    return sign * (Number.isNaN(a - b) ? a.localeCompare(b, 'ja') : a - b);
  }

  function arrange() {
    const name = order.replace('-', ''), sign = order.startsWith('-') ? -1 : 1;
    const by = headings.find(th => th.dataset.sort === name);
    for (const th of headings) th.removeAttribute('aria-sort');
    by?.setAttribute('aria-sort', sign < 0 ? 'descending' : 'ascending');
    const value = row => row.cells[by.cellIndex].dataset.value;
    table.tBodies[0].append(...(by ? rows.toSorted((a, b) => compare(value(a), value(b), sign)) : rows));
  }

  function remember() {
    const query = new URLSearchParams(choices());
    if (order) query.set('sort', order);
    history.replaceState(history.state, '', location.pathname + (String(query) && `?${query}`) + location.hash);
  }

  function recall() {
    const query = new URLSearchParams(location.search);
    for (const control of form.elements) {
      if (!control.name) continue;
      control.value = query.get(control.name) ?? '';
      if (control.selectedIndex === -1) control.selectedIndex = 0;
    }
    order = query.get('sort') ?? '';
    narrow();
    arrange();
  }

  for (const th of headings) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...th.childNodes);
    button.addEventListener('click', () => {
      order = order === th.dataset.sort ? `-${order}` : th.dataset.sort;
      arrange();
      remember();
    });
    th.append(button);
  }

  function typed(event) {
    // While an input method composes Japanese text, the text is not final; compositionend follows.
    if (event.isComposing) return;
    narrow();
    // Browsers reject too many address changes in a short time, so the address is changed 250 ms after the last input.
    clearTimeout(remembering);
    remembering = setTimeout(remember, 250);
  }

  form.addEventListener('input', typed);
  form.addEventListener('compositionend', typed);
  form.addEventListener('submit', event => event.preventDefault());
  function showAll() {
    order = '';
    narrow();
    arrange();
    remember();
  }

  form.addEventListener('reset', () => setTimeout(showAll));
  // A link to a row, such as the first row of a viewpoint, leads nowhere if the filter hides the row or the order has moved it.
  document.addEventListener('click', event => {
    const row = document.getElementById(event.target.closest('a[href^="#"]')?.hash.slice(1));
    if (!rows.includes(row) || !(row.hidden || order)) return;
    form.reset();
    showAll();
  });
  addEventListener('popstate', recall);
  recall();
}

if (table) start();
