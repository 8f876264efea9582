// <vigil-heartbeat now="…">: says how long ago the alerts were checked, and turns to a banner when that is too long ago
// or when the server falls silent. It asks without credentials, so that watching never keeps a session alive.

import { clock, eachSecond, nowMs, serverSays } from './time.js';

const ASK_MS = 5000;
const LATE_S = 15;
const STALE_S = 30;
const SILENT_S = 90;
const SLEPT_MS = 20000;

class VigilHeartbeat extends HTMLElement {
  connectedCallback() {
    if (this.hasAttribute('now')) {
      serverSays(this.getAttribute('now'));
    }
    this.words = document.createElement('span');
    this.replaceChildren(this.words);
    this.words.textContent = 'Checking…';
    this.heardAt = Date.now();
    this.wokeAt = this.heardAt;
    this.lastTick = Date.now();
    this.askedAt = 0;
    this.checkedAt = null;
    this.stop = eachSecond(() => this.tick());
    this.onVisible = () => document.hidden || this.ask();
    document.addEventListener('visibilitychange', this.onVisible);
    this.ask();
  }

  disconnectedCallback() {
    this.stop?.();
    document.removeEventListener('visibilitychange', this.onVisible);
  }

  async ask() {
    this.askedAt = Date.now();
    try {
      const answer = await fetch(new URL('heartbeat', document.baseURI), {
        credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(ASK_MS),
      });
      const said = await answer.json();
      this.heardAt = Date.now();
      serverSays(said.serverTime);
      this.checkedAt = typeof said.checkedSecondsAgo === 'number' ? nowMs() - said.checkedSecondsAgo * 1000 : null;
      this.state = said.state;
      this.problem = said.problem ?? '';
    } catch (silence) {
      // Nothing to do: the time since it last answered tells.
    }
    this.judge();
  }

  tick() {
    const now = Date.now();
    if (now - this.lastTick > SLEPT_MS) {
      // The computer slept, or the tab was put aside: hear the server before judging it.
      this.wokeAt = now;
      this.askedAt = 0;
    }
    this.lastTick = now;
    if (now - this.askedAt >= ASK_MS) {
      this.ask();
    }
    this.judge();
  }

  judge() {
    const silent = Math.floor((Date.now() - Math.max(this.heardAt, this.wokeAt)) / 1000);
    const age = this.checkedAt === null ? null : Math.max(0, Math.floor((nowMs() - this.checkedAt) / 1000));
    if (silent >= SILENT_S) {
      this.show('stale', 'No connection',
        `The console has not answered since ${clock(nowMs() - (Date.now() - this.heardAt))}. Alerts can’t reach you here: watch calls`
        + ' and custody in their own systems, and report it to the IT duty desk.');
    } else if (silent >= 2 * ASK_MS / 1000) {
      this.show('late', `No answer for ${silent} s`, null);
    } else if (this.state === undefined || this.heardAt < this.wokeAt) {
      this.show('', 'Checking…', '');
    } else if (age === null || age > STALE_S || this.state === 'DOWN') {
      const since = this.checkedAt === null ? 'since the console started' : `since ${clock(this.checkedAt)}`;
      const why = this.problem ? ` ${this.problem.replace(/\.?$/, '.')}` : '';
      this.show('stale', 'Alerts not checked',
        `Alerts have not been checked ${since}.${why} Clocks go on counting, but nobody is told: watch calls and custody`
        + ' yourself, and report it to the IT duty desk.');
    } else {
      this.show(age > LATE_S ? 'late' : 'ok', `Alerts checked ${age} s ago`, '');
    }
  }

  /** A null alarm leaves the banner as it is. */
  show(state, words, alarm) {
    if (this.getAttribute('state') !== state) {
      this.setAttribute('state', state);
    }
    if (this.words.textContent !== words) {
      this.words.textContent = words;
    }
    const banner = document.querySelector('[data-alarm]');
    if (!banner || alarm === null || (banner.dataset.said ?? '') === alarm) {
      return;
    }
    banner.dataset.said = alarm;
    if (alarm) {
      const told = document.createElement('p');
      told.textContent = alarm;
      banner.replaceChildren(told);
    } else {
      banner.replaceChildren();
    }
  }
}

customElements.define('vigil-heartbeat', VigilHeartbeat);
