/* <vigil-print>: prints the page when the server has logged it, and tells the server when the browser's own menu does. */
class VigilPrint extends HTMLElement {
  #ours = false;
  #said = () => this.#ours || this.dispatchEvent(new CustomEvent('paper'));

  connectedCallback() {
    addEventListener('beforeprint', this.#said);
  }

  disconnectedCallback() {
    removeEventListener('beforeprint', this.#said);
  }

  /* Set by Flow, to another number each time. */
  set asked(times) {
    if (!times) {
      return;
    }
    // Two frames later what Flow sent with it is drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      this.#ours = true;
      window.print();
      this.#ours = false;
    }));
  }
}

customElements.define('vigil-print', VigilPrint);
