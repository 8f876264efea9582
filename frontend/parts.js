// One row of a <vigil-rows>, made once and then changed in place.

/** Sets text only where it differs, so that a selection and a screen reader's place survive. */
export function fill(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

const tone = (row) => `tone-${(row.tone ?? 'NEUTRAL').toLowerCase()}`;

export class Part {
  constructor(row, opens) {
    this.opens = opens;
    this.element = make('li', 'row');
    this.element.dataset.id = row.id;
    this.lead = make('span', 'row-lead');
    this.head = make('div', 'row-head');
    this.badges = make('span', 'row-badges cluster');
    this.note = make('span', 'row-mark');
    this.note.hidden = true;
    this.lines = make('div', 'row-lines');
    this.side = make('div', 'row-side');
    this.actions = make('div', 'row-actions');
    this.element.append(this.lead, this.head, this.side, this.lines, this.actions);
    this.update(row);
  }

  opensBy(listener) {
    this.opens = listener;
    this.#title(JSON.parse(this.json));
  }

  /** Where the focus can stand in this row, or null. */
  stop() {
    return this.title.localName === 'span' ? this.actions.querySelector('button') : this.title;
  }

  differs(row) {
    return JSON.stringify(row) !== this.json;
  }

  update(row) {
    this.json = JSON.stringify(row);
    fill(this.lead, row.lead ?? '');
    this.#title(row);
    this.#list(this.lines, row.lines ?? [], (text) => make('p', 'row-line', text));
    this.#list(this.badges, row.badges ?? [], (badge) => make('span', `pill ${tone(badge)}`, badge.text));
    this.#side(row);
    this.#buttons(row);
  }

  /** Says "new" or "changed" beside the title; an empty word takes it away. */
  mark(word) {
    fill(this.note, word);
    this.note.hidden = !word;
    this.element.classList.toggle('marked', Boolean(word));
  }

  #title(row) {
    const inside = row.href ? new URL(row.href, document.baseURI) : null;
    const safe = inside?.origin === location.origin;
    const tag = safe ? 'a' : this.opens ? 'button' : 'span';
    if (this.title?.localName !== tag) {
      const held = this.title && this.title === document.activeElement;
      this.title = make(tag, 'row-title');
      this.head.replaceChildren(this.title, this.badges, this.note);
      if (held) {
        this.title.focus({ preventScroll: true });
      }
    }
    if (safe) {
      this.title.setAttribute('href', row.href);
    } else if (tag === 'button') {
      this.title.type = 'button';
    }
    this.element.classList.toggle('opens', tag !== 'span');
    fill(this.title, row.title ?? '');
  }

  #side(row) {
    const wanted = `${row.pill ?? ''}|${row.dueAt ?? ''}|${row.paused ?? ''}|${row.tone}`;
    if (this.sideState === wanted) {
      return;
    }
    this.sideState = wanted;
    const parts = [];
    if (row.pill) {
      parts.push(make('span', `pill ${tone(row)}`, row.pill));
    }
    if (row.dueAt) {
      const clock = make('vigil-clock', `pill ${tone(row)}`);
      clock.setAttribute('due', row.dueAt);
      clock.toggleAttribute('paused', Boolean(row.paused));
      parts.push(clock);
    }
    this.side.replaceChildren(...parts);
  }

  #list(holder, items, draw) {
    const wanted = JSON.stringify(items);
    if (holder.drawn !== wanted) {
      holder.drawn = wanted;
      holder.replaceChildren(...items.map(draw));
    }
    holder.hidden = items.length === 0;
  }

  #buttons(row) {
    const actions = row.actions ?? [];
    const there = new Map([...this.actions.children].map((button) => [button.dataset.action, button]));
    const held = this.actions.contains(document.activeElement);
    const buttons = actions.map((action) => {
      const button = there.get(action.name) ?? make('button', '');
      button.type = 'button';
      button.dataset.action = action.name;
      button.className = action.primary ? 'main' : '';
      fill(button, action.label);
      button.setAttribute('aria-label', `${action.label}: ${row.title}`);
      return button;
    });
    const same = buttons.length === there.size && buttons.every((button, at) => this.actions.children[at] === button);
    if (!same) {
      this.actions.replaceChildren(...buttons);
      if (held && !this.actions.contains(document.activeElement)) {
        this.stop()?.focus({ preventScroll: true });
      }
    }
  }
}
