// Watches how long the session still lasts: reports keys and touches to the server at most once a minute, warns two
// minutes before the end, and goes to the sign-in page when time is up. The server decides; this only tells.

const REPORT_MS = 60_000;
const ASK_MS = 60_000;
const WARN_S = 120;
const WARNED_ASK_MS = 10_000;

const here = (path) => new URL(path, document.baseURI);

class SessionWatch {
  constructor() {
    this.reportedAt = Date.now();
    this.pending = false;
    this.left = null;
    this.askedAt = 0;
    this.busy = false;
    for (const input of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart']) {
      document.addEventListener(input, () => this.touched(), { capture: true, passive: true });
    }
    document.addEventListener('visibilitychange', () => document.hidden || this.ask());
    window.addEventListener('pagehide', () => this.pending && this.report());
    setInterval(() => this.tick(), 1000);
    this.ask();
  }

  touched() {
    this.pending = true;
    if (Date.now() - this.reportedAt >= REPORT_MS || (this.warning && this.limit() === 'idle')) {
      this.report();
    }
  }

  report() {
    this.pending = false;
    this.reportedAt = Date.now();
    return this.call('session/active', { method: 'POST', headers: { 'X-Vigil': 'activity' }, keepalive: true });
  }

  ask() {
    return this.call('session/left', {});
  }

  async call(path, options) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.askedAt = Date.now();
    try {
      const answer = await fetch(here(path), {
        ...options, credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(10_000),
      });
      if (answer.status === 401) {
        this.leave();
      } else if (answer.ok) {
        const said = await answer.json();
        const now = Date.now();
        this.left = { idle: now + said.idleSecondsLeft * 1000, absolute: now + said.absoluteSecondsLeft * 1000 };
        this.show();
      }
    } catch (silence) {
      // The heartbeat says when the server does not answer; the time already known goes on counting.
    } finally {
      this.busy = false;
    }
  }

  limit() {
    return this.left && this.left.absolute < this.left.idle ? 'absolute' : 'idle';
  }

  seconds() {
    return this.left ? Math.ceil((Math.min(this.left.idle, this.left.absolute) - Date.now()) / 1000) : Infinity;
  }

  tick() {
    const now = Date.now();
    if (this.pending && now - this.reportedAt >= REPORT_MS) {
      this.report();
    } else if (now - this.askedAt >= (this.seconds() <= WARN_S ? WARNED_ASK_MS : ASK_MS)) {
      this.ask();
    }
    this.show();
    if (this.seconds() <= 0 && now - this.askedAt >= 1500) {
      this.ask();
    }
  }

  show() {
    const left = this.seconds();
    if (left > WARN_S) {
      this.warning?.remove();
      this.warning = null;
      return;
    }
    this.warning ??= this.open();
    this.clock.textContent = left > 0 ? ` ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : ' now';
  }

  open() {
    const idle = this.limit() === 'idle';
    const box = document.createElement('div');
    box.className = 'session-warning';
    box.setAttribute('role', 'alert');
    const words = document.createElement('p');
    words.textContent = idle
      ? 'Nothing has been typed or touched for a while. You will be signed out in two minutes.'
      : 'Your session ends in two minutes: it has lasted as long as a session may. Finish, then sign in again.';
    this.clock = document.createElement('span');
    this.clock.className = 'session-clock';
    this.clock.setAttribute('aria-hidden', 'true');
    words.append(this.clock);
    box.append(words);
    if (idle) {
      const stay = document.createElement('button');
      stay.type = 'button';
      stay.textContent = 'Stay signed in';
      stay.addEventListener('click', () => this.report());
      box.append(stay);
    }
    document.body.append(box);
    return box;
  }

  leave() {
    const why = this.seconds() > 5 ? 'expired' : this.limit();
    window.location.assign(here(`login?ended=${why}`));
  }
}

const look = document.createElement('link');
look.rel = 'stylesheet';
look.href = here('assets/session.css');
document.head.append(look);

window.vigilSession ??= new SessionWatch();
