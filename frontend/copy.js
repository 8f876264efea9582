/* <vigil-copy>: a button that puts a text into the clipboard and says that it did. */
class VigilCopy extends HTMLElement {
  connectedCallback() {
    if (this.button) return;
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'copy-button';
    this.button.textContent = this.label;
    this.said = document.createElement('span');
    this.said.className = 'vh';
    this.said.setAttribute('role', 'status');
    this.append(this.button, this.said);
    this.button.addEventListener('click', () => this.copy());
  }

  get label() {
    return this.getAttribute('label') || 'Copy';
  }

  async copy() {
    const done = await this.write(this.text || '');
    const words = done ? 'Copied' : 'Could not copy: select the text instead';
    this.button.textContent = words;
    this.said.textContent = words;
    clearTimeout(this.back);
    this.back = setTimeout(() => {
      this.button.textContent = this.label;
      this.said.textContent = '';
    }, 4000);
  }

  async write(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return this.writeTheOldWay(text);
    }
  }

  /* Without https, or where the browser refuses, the clipboard is only reached through a selection. */
  writeTheOldWay(text) {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'vh';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    this.button.focus();
    return done;
  }
}

customElements.define('vigil-copy', VigilCopy);
