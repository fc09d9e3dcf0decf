// Filters the rows. What is chosen stands in the address, so that a filtered
// page can be passed on; without this script all rows show.
(() => {
  'use strict';
  const tools = document.querySelector('.tools');
  const rows = [...document.querySelectorAll('tr[data-state]')];
  if (!tools || rows.length === 0) return;
  const search = tools.querySelector('input[type=search]');
  const count = tools.querySelector('output');
  const none = document.querySelector('.no-rows');

  // Words with one blank before each.
  const lower = (text) => ` ${text}`.normalize('NFC').toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  // Without accents: NFD takes all apart but the d with a stroke.
  const bare = (text) =>
    text.replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
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

  // The beginnings of words. One without accents finds those with any; one with
  // accents only itself.
  const finds = (row, words) => {
    const {text, bare: plain} = known.get(row);
    return words.every((word) =>
      word === bare(word) ? plain.includes(` ${word}`)
                          : text.includes(` ${word}`));
  };
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
    const words = lower(search.value).split(' ').filter(Boolean);
    const ids = new Set();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !(keep(row) && finds(row, words));
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
