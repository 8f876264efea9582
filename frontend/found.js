// <vigil-found>: what a search found. Flow sets `screenJson`; everything is written with textContent, so that no name
// can bring markup, and what matched is marked by its place in the text.

import { fill } from './parts.js';

function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Text with <mark> around the parts that matched. */
function marked(element, { text = '', marks = [] }) {
  let at = 0;
  const parts = [];
  for (const { from, to } of marks) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, to);
    parts.push(text.slice(at, from), mark);
    at = to;
  }
  element.replaceChildren(...parts, text.slice(at));
  return element;
}

/** Whether it leads to a screen of the console. */
function isOurs(href) {
  return Boolean(href) && new URL(href, document.baseURI).origin === location.origin;
}

class VigilFound extends HTMLElement {
  asked = null;
  #json = '';

  constructor() {
    super();
    this.status = make('div', 'found-status');
    this.status.setAttribute('role', 'status');
    this.count = make('p', 'found-count');
    this.list = document.createElement('ul');
    this.list.setAttribute('role', 'list');
    this.list.setAttribute('aria-label', 'Results');
    this.notes = make('div', 'found-notes');
    this.understood = make('p', 'found-understood');
    this.status.append(this.count, this.notes);
    this.empty = make('div', 'empty found-nothing');
    this.list.onclick = (event) => this.#clicked(event);
    this.list.onauxclick = () => document.querySelector('vigil-search')?.settle();
    this.list.onkeydown = (event) => this.#keyed(event);
  }

  connectedCallback() {
    if (!this.list.isConnected) {
      this.append(this.status, this.understood, this.list, this.empty);
    }
    if (Object.hasOwn(this, 'screenJson')) {
      const early = this.screenJson;
      delete this.screenJson;
      this.screenJson = early;
    }
  }

  set screenJson(json) {
    if (json && json !== this.#json) {
      this.#json = json;
      this.#show(JSON.parse(json).screen);
    }
  }

  /** Says that the search is still at work; what stands below is of the one before. */
  busy(words) {
    this.list.setAttribute('aria-busy', 'true');
    this.count.classList.remove('vh');
    fill(this.count, words);
  }

  /** Opens the first result; answers whether it could. */
  openFirst() {
    const first = this.list.firstElementChild?.querySelector('a.hit-title');
    first?.click();
    return Boolean(first);
  }

  /** Moves the focus into the results; answers whether there are any. */
  enter() {
    const first = this.#stops()[0];
    first?.focus();
    return Boolean(first);
  }

  #stops() {
    return [...this.list.querySelectorAll('.hit-title')];
  }

  #show(screen) {
    const held = document.activeElement?.closest?.('.hit')?.dataset.id;
    const hits = screen.hits ?? [];
    this.asked = screen.asked ?? '';
    this.list.replaceChildren(...hits.map((hit) => this.#hit(hit)));
    this.list.hidden = hits.length === 0;
    this.list.removeAttribute('aria-busy');
    this.notes.replaceChildren(...(screen.notes ?? []).map((note) => this.#note(note)));
    fill(this.understood, screen.understood ?? '');
    this.empty.hidden = !screen.nothing;
    this.empty.replaceChildren(...(screen.nothing ? this.#nothing(screen.nothing) : []));
    fill(this.count, screen.count ?? '');
    this.count.classList.toggle('vh', Boolean(screen.nothing));
    if (held) {
      const same = this.#stops().find((stop) => stop.closest('.hit').dataset.id === held);
      (same ?? document.querySelector('vigil-search input'))?.focus();
    }
    document.querySelector('vigil-search')?.answered?.(this.asked);
  }

  #note({ text, link, href }) {
    const note = make('p', 'found-note', text);
    if (isOurs(href)) {
      const opens = make('a', '', link);
      opens.setAttribute('href', href);
      opens.onclick = () => document.querySelector('vigil-search')?.settle();
      note.append(' ', opens);
    }
    return note;
  }

  #hit(hit) {
    const row = make('li', 'hit');
    row.dataset.id = hit.id;
    const head = make('div', 'hit-head');
    const opens = isOurs(hit.href);
    const title = marked(make(opens ? 'a' : 'span', 'hit-title'), hit.title);
    if (opens) {
      title.setAttribute('href', hit.href);
      // Of several people of one name the links must say which is which.
      title.setAttribute('aria-describedby', `about-${hit.id} why-${hit.id}`);
    } else {
      title.tabIndex = -1;
    }
    row.classList.toggle('opens', opens);
    head.append(title, ...(hit.badges ?? []).map((badge) => make(
      'span', `pill tone-${(badge.tone ?? 'NEUTRAL').toLowerCase()}`, badge.text)));
    const lines = make('div', 'hit-lines');
    lines.append(...(hit.lines ?? []).map((line) => {
      const part = make('span', 'hit-line');
      part.append(make('span', 'hit-label', line.label), ' ', marked(make('span', 'hit-text'), line.text));
      if (line.after) {
        part.append(`, ${line.after}`);
      }
      return part;
    }));
    const why = make('p', 'hit-why', hit.why ?? '');
    lines.id = `about-${hit.id}`;
    why.id = `why-${hit.id}`;
    row.append(head, lines, why);
    return row;
  }

  #nothing({ title, parts = [] }) {
    const drawn = [make('p', 'empty-what', title)];
    for (const { heading, lines } of parts) {
      drawn.push(make('p', 'found-heading', heading));
      if (lines.length) {
        const list = document.createElement('ul');
        list.append(...lines.map((line) => make('li', '', line)));
        drawn.push(list);
      }
    }
    return drawn;
  }

  #clicked(event) {
    const link = event.target.closest('a.hit-title');
    if (link) {
      document.querySelector('vigil-search')?.settle();
    } else if (!String(document.getSelection())) {
      event.target.closest('.hit')?.querySelector('a.hit-title')?.click();
    }
  }

  #keyed(event) {
    const stops = this.#stops();
    const at = stops.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined || at < 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    if (to < 0) {
      document.querySelector('vigil-search input')?.focus();
    } else {
      stops[Math.min(stops.length - 1, to)].focus();
    }
  }
}

customElements.define('vigil-found', VigilFound);
