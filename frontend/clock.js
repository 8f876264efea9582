// <vigil-clock due="2026-03-03T14:10:00Z">: "18 min left", "2 h 10 min over"; `paused` and `stopped="met"` stand still.

import { eachSecond, moment, nowMs, span } from './time.js';

class VigilClock extends HTMLElement {
  static observedAttributes = ['due', 'paused', 'stopped'];

  connectedCallback() {
    if (!this.words) {
      this.words = document.createElement('span');
      this.exact = document.createElement('span');
      this.exact.className = 'exact vh';
      this.append(this.words, this.exact);
    }
    this.stop = eachSecond(() => this.tick());
    this.tick();
  }

  disconnectedCallback() {
    this.stop?.();
  }

  attributeChangedCallback() {
    if (this.words) {
      this.tick();
    }
  }

  tick() {
    const due = Date.parse(this.getAttribute('due') ?? '');
    const known = !Number.isNaN(due);
    const stopped = this.getAttribute('stopped');
    const left = known ? due - nowMs() : 0;
    const over = known && stopped === null && !this.hasAttribute('paused') && left <= 0;
    let words = stopped ?? '';
    if (stopped === null) {
      if (this.hasAttribute('paused')) {
        words = 'paused';
      } else if (known) {
        words = over ? `${span(left)} over` : `${span(left)} left`;
      }
    }
    const exact = known ? `due ${moment(due)}` : '';
    if (this.words.textContent !== words) {
      this.words.textContent = words;
    }
    if (this.exact.textContent !== exact) {
      this.exact.textContent = exact;
      this.title = this.closest('.row') ? '' : exact;
    }
    this.classList.toggle('over', over);
    if (this.classList.contains('pill') && over) {
      this.classList.remove('tone-warn', 'tone-ok', 'tone-new', 'tone-neutral');
      this.classList.add('tone-bad');
    }
  }
}

customElements.define('vigil-clock', VigilClock);
