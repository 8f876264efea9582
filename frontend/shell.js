// The frame's own behaviour: the navigation's "More" on a telephone, the account menu, light and dark.

import './heartbeat.js';
import './rows.js';
import './clock.js';
import './chips.js';
import { openHelp } from './shortcuts.js';

const SCHEME = 'vigil.scheme';

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch (refused) {
    return null;
  }
}

function applyScheme(scheme) {
  if (scheme === 'light' || scheme === 'dark') {
    document.documentElement.dataset.scheme = scheme;
  } else {
    delete document.documentElement.dataset.scheme;
  }
}

applyScheme(stored(SCHEME));

/** Chooses light, dark, or what the computer says. */
class VigilScheme extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) {
      return;
    }
    const label = document.createElement('label');
    const select = document.createElement('select');
    select.append(new Option('As the computer', ''), new Option('Light', 'light'), new Option('Dark', 'dark'));
    select.value = stored(SCHEME) ?? '';
    select.onchange = () => {
      localStorage.setItem(SCHEME, select.value);
      applyScheme(select.value);
    };
    label.append('Appearance', select);
    this.append(label);
  }
}

customElements.define('vigil-scheme', VigilScheme);

function setNav(open) {
  const nav = document.querySelector('nav.side');
  const more = nav?.querySelector('.more');
  if (more) {
    nav.toggleAttribute('data-open', open);
    more.setAttribute('aria-expanded', String(open));
    more.textContent = open ? 'Less' : 'More';
  }
}

document.addEventListener('click', (event) => {
  const more = event.target.closest?.('nav.side .more');
  if (more) {
    setNav(more.getAttribute('aria-expanded') !== 'true');
  } else if (!event.target.closest?.('nav.side') || event.target.closest('nav.side a')) {
    setNav(false);
  }
  document.querySelectorAll('details.account[open]').forEach((details) => {
    if (!details.contains(event.target) || event.target.closest('[data-closes]')) {
      details.open = false;
    }
  });
  if (event.target.closest?.('[data-help]')) {
    openHelp();
  }
  if (event.target.closest?.('.skip')) {
    event.preventDefault();
    document.getElementById('content')?.focus();
  }
});

document.addEventListener('keydown', (event) => {
  const nav = document.querySelector('nav.side[data-open]');
  if (event.key === 'Escape' && nav) {
    setNav(false);
    nav.querySelector('.more').focus();
  }
});
