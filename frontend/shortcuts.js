// Keys: "/" goes to the search, "f" to the list's first filter, "?" lists what there is, and whatever carries data-key
// answers to it. Keys never fire while one types or while a dialog is open, and can be turned off (WCAG 2.1.4).

const OFF = 'vigil.keys';
const SEQUENCE_MS = 1200;
/** How long keys wait for the search to open. */
const AHEAD_MS = 3000;
let ahead = '';
let aheadUntil = 0;
let first = '';
let firstAt = 0;

function typing(event) {
  const at = event.composedPath()[0];
  return at instanceof HTMLElement
    && (at.isContentEditable || at.matches('input, textarea, select, [role="textbox"], [role="combobox"], [role="menu"] *'));
}

function dialogOpen() {
  return Boolean(document.querySelector('dialog[open], vaadin-dialog[opened], vaadin-confirm-dialog[opened]'));
}

function isOff() {
  try {
    return localStorage.getItem(OFF) === 'off';
  } catch (refused) {
    return false;
  }
}

function targets() {
  return [...document.querySelectorAll('[data-key]')].filter((each) => each.checkVisibility() && !each.disabled);
}

function press(key) {
  const target = targets().find((each) => each.dataset.key === key);
  if (!target) {
    return false;
  }
  if (target.matches('input, textarea, vaadin-text-field, vaadin-text-area')) {
    target.focus();
  } else {
    target.click();
  }
  return true;
}

function goToFilter() {
  const field = document.querySelector('vigil-chips input, vigil-chips select');
  field?.focus();
  return Boolean(field);
}

/** To the field that is the search; from other screens by the navigation's link; to the filter where neither is. */
function goToSearch() {
  const field = document.querySelector('[data-slash]');
  if (field) {
    field.focus();
    field.select?.();
    return true;
  }
  // The link is pressed even where the navigation is folded away.
  const link = document.querySelector('nav.side [data-key="/"]');
  if (!link) {
    return goToFilter();
  }
  ahead = '';
  aheadUntil = Date.now() + AHEAD_MS;
  link.click();
  return true;
}

/** What was typed after "/" while the search was still opening; asked for once. */
export function typedAhead() {
  const typed = Date.now() < aheadUntil ? ahead : '';
  aheadUntil = 0;
  return typed;
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    document.querySelectorAll('details.account[open]').forEach((details) => {
      details.open = false;
      details.querySelector('summary').focus();
    });
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
    || typing(event) || dialogOpen() || isOff()) {
    return;
  }
  const now = Date.now();
  if (now < aheadUntil && event.key.length === 1) {
    ahead += event.key;
    event.preventDefault();
    return;
  }
  const pair = now - firstAt < SEQUENCE_MS ? `${first} ${event.key}` : '';
  const done = (pair && press(pair))
    || (event.key === '/' && goToSearch())
    || (event.key === 'f' && goToFilter())
    || (event.key === '?' && openHelp())
    || press(event.key);
  first = done ? '' : event.key;
  firstAt = now;
  if (done) {
    event.preventDefault();
  }
});

function line(keys, what) {
  const row = document.createElement('tr');
  const left = document.createElement('td');
  const right = document.createElement('td');
  keys.split(' ').forEach((key) => {
    const cap = document.createElement('kbd');
    cap.textContent = key;
    left.append(cap, ' ');
  });
  right.textContent = what;
  row.append(left, right);
  return row;
}

/** Opens the list of shortcuts; also what the account menu's entry does. */
export function openHelp() {
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const title = document.createElement('h2');
  title.id = 'keys-title';
  title.textContent = 'Keyboard shortcuts';
  const table = document.createElement('table');
  table.append(
    line('/', 'Search'),
    line('f', 'The first filter of the list'),
    line('↑ ↓ j k', 'Move between the rows of a list'),
    line('Enter', 'Open'),
    line('Esc', 'Close'),
    ...targets().filter((each) => each.dataset.keyWhat && each.dataset.key !== '/').map((each) => line(each.dataset.key, each.dataset.keyWhat)),
    line('?', 'This list'),
  );
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = !isOff();
  box.onchange = () => localStorage.setItem(OFF, box.checked ? 'on' : 'off');
  label.append(box, 'Use single-key shortcuts on this computer');
  const close = document.createElement('button');
  close.className = 'plain-button';
  close.textContent = 'Close';
  close.onclick = () => dialog.close();
  dialog.append(title, table, label, close);
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  dialog.showModal();
  return true;
}
