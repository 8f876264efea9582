// <vigil-search>: the one field. It sends what stands in it once the typing pauses, Enter opens the first result, arrow
// down goes into the list; a search that stands for a while, or whose result is opened, is told to be one.

import './found.js';
import { typedAhead } from './shortcuts.js';

const PAUSE_MS = 250;
const SETTLED_MS = 1500;
const SLOW_MS = 1000;

class VigilSearch extends HTMLElement {
  #wantsOpen = null;
  #asked = '';

  constructor() {
    super();
    this.holder = document.createElement('label');
    this.words = document.createElement('span');
    this.input = document.createElement('input');
    this.input.type = 'search';
    this.input.autocomplete = 'off';
    this.input.autocapitalize = 'off';
    this.input.spellcheck = false;
    this.input.enterKeyHint = 'go';
    this.input.dataset.slash = '';
    this.holder.append(this.words, this.input);
    this.input.oninput = () => this.#typed();
    this.input.onkeydown = (event) => this.#keyed(event);
  }

  connectedCallback() {
    if (!this.holder.isConnected) {
      this.setAttribute('role', 'search');
      this.append(this.holder);
    }
    for (const name of ['label', 'longest', 'start']) {
      if (Object.hasOwn(this, name)) {
        const early = this[name];
        delete this[name];
        this[name] = early;
      }
    }
    this.#takeFocus(60);
    const ahead = typedAhead();
    if (ahead) {
      this.input.value = ahead;
      this.#typed();
    } else {
      this.input.select();
    }
  }

  /** While the page is still being laid out nothing can be focused: tried again, unless the user went elsewhere. */
  #takeFocus(frames) {
    this.input.focus();
    if (document.activeElement === document.body && frames > 0 && this.isConnected) {
      requestAnimationFrame(() => this.#takeFocus(frames - 1));
    }
  }

  disconnectedCallback() {
    clearTimeout(this.pause);
    clearTimeout(this.quiet);
    clearTimeout(this.slow);
  }

  focus() {
    this.input.focus();
  }

  set label(text) {
    this.words.textContent = text;
  }

  set longest(characters) {
    this.input.maxLength = characters;
  }

  /** What was searched for last, of which the server sends the results by itself. */
  set start(text) {
    if (text && !this.input.value) {
      this.input.value = text;
      this.input.select();
      this.#asked = text;
      this.#rest();
    }
  }

  /** Results for this text came. */
  answered(text) {
    if (text === this.#asked) {
      clearTimeout(this.slow);
    }
    if (this.#wantsOpen !== null && this.#wantsOpen === text && text === this.input.value) {
      this.#wantsOpen = null;
      this.#found()?.openFirst();
    }
  }

  /** Tells that what stands here was searched for. */
  settle() {
    clearTimeout(this.quiet);
    if (this.#asked.trim()) {
      this.dispatchEvent(new CustomEvent('search-settle', { detail: { text: this.#asked } }));
    }
  }

  #found() {
    return document.querySelector('vigil-found');
  }

  #typed() {
    this.#wantsOpen = null;
    clearTimeout(this.pause);
    clearTimeout(this.quiet);
    if (this.input.value.trim()) {
      this.pause = setTimeout(() => this.#send(), PAUSE_MS);
    } else {
      this.#send();
    }
  }

  #send() {
    clearTimeout(this.pause);
    clearTimeout(this.slow);
    this.#asked = this.input.value;
    this.dispatchEvent(new CustomEvent('search-type', { detail: { text: this.#asked } }));
    this.slow = setTimeout(() => this.#found()?.busy('Searching…'), SLOW_MS);
    this.#rest();
  }

  #rest() {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.settle(), SETTLED_MS - PAUSE_MS);
  }

  #keyed(event) {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#found()?.asked === this.input.value && this.#found().openFirst()) {
        return;
      }
      if (this.input.value.trim()) {
        this.#send();
        this.#wantsOpen = this.input.value;
      }
    } else if (event.key === 'ArrowDown' && this.#found()?.enter()) {
      event.preventDefault();
    }
  }
}

customElements.define('vigil-search', VigilSearch);
