// Filters the rows. What is chosen stands in the address, so that a filtered
// page can be passed on; without this script all rows show.
// Words with one blank before each.
const lower = (text) => ` ${text}`.normalize('NFC').toLowerCase()
  .replace(/[^\p{L}\p{N}]+/gu, ' ');
// Without accents: NFD takes all apart but the d with a stroke.
const bare = (text) =>
  text.replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
// The beginnings of words. One without accents finds those with any; one with
// accents only itself.
const holds = ({text, bare: plain}, words) => words.every((word) =>
  word === bare(word) ? plain.includes(` ${word}`) : text.includes(` ${word}`));
const wordsOf = (text) => lower(text).split(' ').filter(Boolean);

(() => {
  'use strict';
  const tools = document.querySelector('.tools');
  const rows = [...document.querySelectorAll('tr[data-state]')];
  if (!tools || rows.length === 0) return;
  const search = tools.querySelector('input[type=search]');
  const count = tools.querySelector('output');
  const none = document.querySelector('.no-rows');

  // Cells are no one word, though nothing stands between them.
  const textOf = (row) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const pieces = [];
    while (walker.nextNode()) pieces.push(walker.currentNode.data);
    return pieces.join(' ');
  };
  const known = new Map();
  for (const row of rows) {
    const text = lower(textOf(row));
    known.set(row, {text, bare: bare(text)});
  }

  const chosen = () => tools.querySelector('input[type=radio]:checked').value;
  const keeps = {
    all: () => true,
    // What is open in the eyes of people, whatever was found.
    gaps: (row) => 'open' in row.dataset,
    missing: (row) => row.dataset.open === 'missing',
    judged: (row) => 'judged' in row.dataset,
    findings: (row) => row.dataset.findings !== '0',
  };

  const apply = () => {
    const keep = keeps[chosen()];
    const words = wordsOf(search.value);
    const ids = new Set();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !(keep(row) && holds(known.get(row), words));
      if (row.hidden) continue;
      ids.add(row.id);
      ++shown;
    }
    for (const row of document.querySelectorAll('tr[data-of]'))
      row.hidden = !ids.has(row.dataset.of);
    count.textContent = `${shown}/${rows.length} ${count.dataset.unit}`;
    none.hidden = shown > 0;
  };

  const remember = () => {
    const state = new URLSearchParams();
    if (chosen() !== 'all') state.set('loc', chosen());
    if (search.value) state.set('tim', search.value);
    history.replaceState(null, '', `#${state}`);
  };
  const recall = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    const radio = [...tools.querySelectorAll('input[type=radio]')]
      .find((each) => each.value === (state.get('loc') || 'all'));
    if (radio) radio.checked = true;
    search.value = state.get('tim') || '';
  };

  // A link to a row that is filtered away shows it again.
  const target = () => {
    const row = document.getElementById(location.hash.slice(1));
    if (!row || !known.has(row)) return false;
    if (row.hidden) {
      tools.querySelector('input[value=all]').checked = true;
      search.value = '';
      apply();
      row.scrollIntoView();
    }
    return true;
  };

  tools.addEventListener('input', () => { apply(); remember(); });
  tools.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', () => {
    if (target() || !location.hash.includes('=')) return;
    recall();
    apply();
  });
  tools.hidden = false;
  if (!target()) recall();
  apply();
})();

// The plans of a large family: rows are made when they are scrolled to. All of
// 10,000 at once would take a gigabyte.
(() => {
  'use strict';
  const data = document.getElementById('ke-hoach');
  if (!data) return;
  const {levels, plans} = JSON.parse(data.textContent);
  const form = document.querySelector('.find');
  const search = form.querySelector('input');
  const count = form.querySelector('output');
  const more = document.querySelector('.more');
  const body = document.querySelector('.plans tbody');
  const kAtOnce = 100;
  const signs = {c: '●', p: '◐', m: '○', P: '◈', M: '◇'};
  const known = plans.map(([name]) => {
    const text = lower(name);
    return {text, bare: bare(text)};
  });

  const add = (row, tag, text, kind) => {
    const cell = row.appendChild(document.createElement(tag));
    cell.textContent = text;
    if (kind) cell.className = kind;
    return cell;
  };
  // Halves to the even number, as the rest of the page has them.
  const percent = (share) => {
    const whole = Math.round(share * 100);
    return share * 100 % 1 === .5 && whole % 2 === 1 ? whole - 1 : whole;
  };
  const rowOf = ([name, level, cells, findings, justified]) => {
    const of = (letters) =>
      [...cells].filter((letter) => letters.includes(letter)).length;
    const counts = [of('c'), of('pP'), of('mM')];
    const share = cells ? (counts[0] + counts[1] / 2) / cells.length : 0;
    const step = [.25, .5, .7, .9].filter((each) => share >= each).length;
    const row = document.createElement('tr');
    add(row, 'th', name).scope = 'row';
    add(row, 'td', levels[level]);
    const cell = add(row, 'td', `${percent(share)}%`, `h${step}`);
    add(cell, 'small', `${counts[0]}/${cells.length}`);
    for (const each of [...counts, findings, justified]) add(row, 'td', each);
    add(row, 'td', [...cells].map((letter) => signs[letter]).join(''), 'signs');
    return row;
  };

  let kept = plans;
  let shown = 0;
  const grow = () => {
    const next = kept.slice(shown, shown + kAtOnce);
    body.append(...next.map(rowOf));
    shown += next.length;
    count.textContent = `${shown}/${kept.length} ${count.dataset.unit}`;
    more.hidden = shown === kept.length;
  };
  const apply = () => {
    const words = wordsOf(search.value);
    kept = plans.filter((_, at) => holds(known[at], words));
    shown = 0;
    body.replaceChildren();
    grow();
  };
  search.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  more.querySelector('button').addEventListener('click', grow);
  new IntersectionObserver((seen) => {
    if (seen.some((each) => each.isIntersecting) && shown < kept.length) grow();
  }, {rootMargin: '400px'}).observe(more);
  form.hidden = false;
  apply();
})();
