// <vigil-alert-signal>: the count in the browser's title, and a short sound. Flow sets its properties.

const PREFIX = /^\(\d+\) /;
let audio;

function wake() {
  audio ??= window.AudioContext ? new AudioContext() : null;
  if (audio?.state === 'suspended') {
    audio.resume();
  }
}

// Browsers let a page sound only once its user has done something on it.
for (const type of ['pointerdown', 'keydown']) {
  document.addEventListener(type, wake, { passive: true });
}

function beep() {
  wake();
  if (!audio) {
    return;
  }
  for (const [tone, after] of [[880, 0], [660, 0.16]]) {
    const wave = audio.createOscillator();
    const loudness = audio.createGain();
    const at = audio.currentTime + after;
    wave.frequency.value = tone;
    loudness.gain.setValueAtTime(0.0001, at);
    loudness.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.15);
    wave.connect(loudness).connect(audio.destination);
    wave.start(at);
    wave.stop(at + 0.16);
  }
}

class VigilAlertSignal extends HTMLElement {
  #count = 0;
  #titleCount = false;
  #sound = false;
  #rings = 0;

  connectedCallback() {
    for (const name of ['count', 'titleCount', 'sound', 'rings']) {
      if (Object.hasOwn(this, name)) {
        const early = this[name];
        delete this[name];
        this[name] = early;
      }
    }
    this.titles = new MutationObserver(() => this.#retitle());
    this.titles.observe(document.head, { childList: true, subtree: true, characterData: true });
    this.#retitle();
  }

  disconnectedCallback() {
    this.titles.disconnect();
    this.#write(document.title.replace(PREFIX, ''));
  }

  set count(number) {
    this.#count = number;
    this.#retitle();
  }

  set titleCount(wanted) {
    this.#titleCount = wanted;
    this.#retitle();
  }

  set sound(wanted) {
    this.#sound = wanted;
  }

  set rings(number) {
    const more = number > this.#rings;
    this.#rings = number;
    // Flow sets properties in no order: whether sound is wanted may follow in the same breath.
    queueMicrotask(() => {
      if (more && this.#sound) {
        this.dataset.rings = number;
        beep();
      }
    });
  }

  #retitle() {
    const plain = document.title.replace(PREFIX, '');
    this.#write(this.#titleCount && this.#count > 0 ? `(${this.#count}) ${plain}` : plain);
  }

  #write(title) {
    if (document.title !== title) {
      document.title = title;
    }
  }
}

customElements.define('vigil-alert-signal', VigilAlertSignal);
