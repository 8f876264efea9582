// <vigil-rows>: a live list. Flow sets `rowsJson`; rows are keyed by id, so that what the user holds (focus, selection,
// scroll) stays put while the list changes under it. Everything is written with textContent: no row can bring markup.

import './clock.js';
import { Part, fill } from './parts.js';

const MARK_MS = 20000;

class VigilRows extends HTMLElement {
  static observedAttributes = ['opens'];

  #rows = new Map();
  #first = true;
  #json = '';

  constructor() {
    super();
    this.list = document.createElement('ul');
    this.list.setAttribute('role', 'list');
    this.empty = document.createElement('p');
    this.empty.className = 'rows-empty';
    this.empty.hidden = true;
    this.says = document.createElement('span');
    this.says.className = 'vh';
    this.says.setAttribute('role', 'status');
  }

  connectedCallback() {
    if (!this.list.isConnected) {
      this.append(this.list, this.empty, this.says);
    }
    for (const name of ['label', 'emptyText', 'one', 'many', 'rowsJson']) {
      if (Object.hasOwn(this, name)) {
        const early = this[name];
        delete this[name];
        this[name] = early;
      }
    }
    this.list.onclick = (event) => this.#clicked(event);
    this.list.onkeydown = (event) => this.#keyed(event);
  }

  /** What a title is, a link, a button or words, depends on whether somebody listens for openings. */
  attributeChangedCallback() {
    this.#rows.forEach((part) => part.opensBy(this.hasAttribute('opens')));
  }

  set label(text) {
    this.list.setAttribute('aria-label', text);
  }

  set emptyText(text) {
    this.empty.textContent = text;
  }

  set rowsJson(json) {
    if (json && json !== this.#json) {
      this.#json = json;
      this.#show(JSON.parse(json));
    }
  }

  #show(rows) {
    const held = this.#held();
    const wanted = new Map(rows.map((row) => [row.id, row]));
    const order = [...this.#rows.keys()];
    let arrived = 0;
    let changed = 0;
    for (const [id, part] of this.#rows) {
      if (!wanted.has(id)) {
        part.element.remove();
        this.#rows.delete(id);
      }
    }
    let after = null;
    for (const row of rows) {
      let part = this.#rows.get(row.id);
      if (!part) {
        part = new Part(row, this.hasAttribute('opens'));
        this.#rows.set(row.id, part);
        if (!this.#first) {
          arrived += 1;
          this.#mark(part, 'new');
        }
      } else if (part.differs(row)) {
        part.update(row);
        changed += 1;
        this.#mark(part, 'changed');
      }
      const place = after ? after.nextElementSibling : this.list.firstElementChild;
      if (part.element !== place) {
        this.#move(part.element, place);
      }
      after = part.element;
    }
    this.empty.hidden = rows.length > 0;
    this.list.hidden = rows.length === 0;
    this.#restore(held, order);
    if (!this.#first && this.one && arrived + changed > 0) {
      this.#say(arrived, changed);
    }
    this.#first = false;
  }

  /** Moves without losing focus where the browser can; #restore mends it where it can't. */
  #move(element, before) {
    if (element.isConnected && this.list.moveBefore) {
      this.list.moveBefore(element, before);
    } else {
      this.list.insertBefore(element, before);
    }
  }

  /** What the user is at: the focused row, or else the first row on screen once the list has been scrolled. */
  #held() {
    const focused = this.contains(document.activeElement) ? document.activeElement : null;
    const scroller = scrollerOf(this);
    let anchor = focused?.closest('.row');
    if (!anchor && scroller.scrollTop > 0) {
      // Only a row that is on screen: a list below the fold must not move what is.
      const screen = scroller === document.scrollingElement
        ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
      anchor = [...this.list.children].find((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > screen.top && box.top < screen.bottom;
      });
    }
    return { focused, id: anchor?.dataset.id, top: anchor?.getBoundingClientRect().top, scroller };
  }

  #restore({ focused, id, top, scroller }, order) {
    if (id === undefined) {
      return;
    }
    const part = this.#rows.get(id);
    if (part) {
      scroller.scrollTop += part.element.getBoundingClientRect().top - top;
    }
    if (focused && document.activeElement !== focused) {
      const target = part && focused.isConnected ? focused : (part ?? this.#nearest(id, order))?.stop();
      (target ?? this.#fallback()).focus({ preventScroll: true });
    }
  }

  /** The row that now stands where a vanished one stood: the next that is left, or else the one before. */
  #nearest(id, order) {
    const at = order.indexOf(id);
    const left = (ids) => ids.map((each) => this.#rows.get(each)).find((part) => part);
    return left(order.slice(at + 1)) ?? left(order.slice(0, at).reverse());
  }

  #fallback() {
    const left = this.list.hidden ? this.empty : this.list;
    left.tabIndex = -1;
    return left;
  }

  #mark(part, word) {
    part.mark(word);
    clearTimeout(part.unmark);
    part.unmark = setTimeout(() => part.mark(''), MARK_MS);
  }

  #say(arrived, changed) {
    const told = [];
    if (arrived) {
      told.push(`${arrived} new ${arrived === 1 ? this.one : this.many}`);
    }
    if (changed) {
      told.push(`${changed} ${changed === 1 ? this.one : this.many} changed`);
    }
    fill(this.says, told.join(', '));
  }

  #clicked(event) {
    const row = event.target.closest('.row');
    const button = event.target.closest('button[data-action]');
    if (!row) {
      return;
    }
    if (button) {
      this.#send('row-action', { id: row.dataset.id, action: button.dataset.action });
      return;
    }
    const title = event.target.closest('.row-title');
    if (title) {
      const newTab = event.ctrlKey || event.metaKey || event.shiftKey;
      if (this.hasAttribute('opens') && !newTab) {
        event.preventDefault();
        event.stopPropagation();
        this.#send('row-open', { id: row.dataset.id });
      }
    } else if (!String(document.getSelection()) && !event.target.closest('a, button, vigil-clock')) {
      row.querySelector('a.row-title, button.row-title')?.click();
    }
  }

  #keyed(event) {
    const titles = [...this.list.querySelectorAll('a.row-title, button.row-title')];
    const row = event.target.closest('.row');
    const at = titles.findIndex((title) => row?.contains(title));
    const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: titles.length - 1 }[event.key];
    if (to !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey && at >= 0) {
      event.preventDefault();
      titles[Math.max(0, Math.min(titles.length - 1, to))].focus();
    }
  }

  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: false }));
  }
}

function scrollerOf(element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) {
      return box;
    }
  }
  return document.scrollingElement;
}

customElements.define('vigil-rows', VigilRows);
