// <vigil-chips>: the filters of a list. A filter that is on is a chip; pressing the chip takes it off.

const SETTLED_MS = 400;

class VigilChips extends HTMLElement {
  #filters = [];
  #values = {};

  connectedCallback() {
    if (!this.fields) {
      this.setAttribute('role', 'search');
      this.setAttribute('aria-label', 'Filters');
      this.fields = document.createElement('div');
      this.fields.className = 'chips-fields cluster';
      this.on = document.createElement('div');
      this.on.className = 'chips-on';
      this.append(this.fields, this.on);
    }
    for (const name of ['filtersJson', 'valuesJson']) {
      if (Object.hasOwn(this, name)) {
        const early = this[name];
        delete this[name];
        this[name] = early;
      }
    }
    this.#draw();
  }

  set filtersJson(json) {
    this.#filters = JSON.parse(json || '[]');
    this.fields?.replaceChildren();
    this.#draw();
  }

  set valuesJson(json) {
    this.#values = JSON.parse(json || '{}');
    this.#draw();
  }

  #draw() {
    if (!this.fields) {
      return;
    }
    if (!this.fields.childElementCount) {
      this.fields.replaceChildren(...this.#filters.map((filter) => this.#field(filter)));
    }
    const held = document.activeElement;
    const off = this.on.contains(held) ? held.name : null;
    let on = null;
    for (const filter of this.#filters) {
      const field = this.fields.querySelector(`[name="${CSS.escape(filter.name)}"]`);
      const value = this.#values[filter.name] ?? '';
      if (field && field !== document.activeElement) {
        field.value = filter.choices.length ? '' : value;
      }
      if (field?.localName === 'button') {
        on = value && field === held ? filter.name : on;
        field.hidden = Boolean(value);
      }
    }
    this.on.replaceChildren(...this.#filters.filter((f) => this.#values[f.name]).map((filter) => this.#chip(filter)));
    // A button that goes under the focus hands it on: a toggle to its chip, a chip to the next or to the fields.
    if (on ?? off) {
      const same = this.on.querySelector(`[name="${CSS.escape(on ?? off)}"]`);
      const field = this.fields.querySelector(`[name="${CSS.escape(on ?? off)}"]`);
      (same ?? this.on.querySelector('button') ?? field)?.focus();
    }
  }

  #field(filter) {
    if (filter.choices.length === 1) {
      const toggle = button('chip off', filter.label);
      toggle.name = filter.name;
      toggle.onclick = () => this.#send(filter.name, filter.choices[0].value);
      return toggle;
    }
    const label = document.createElement('label');
    label.append(filter.label);
    label.append(filter.choices.length ? this.#select(filter) : this.#input(filter));
    return label;
  }

  #select(filter) {
    const select = document.createElement('select');
    select.name = filter.name;
    select.append(new Option(filter.none || 'Any', ''), ...filter.choices.map((choice) => new Option(choice.label, choice.value)));
    const apply = () => {
      const value = select.value;
      select.value = '';
      if (value) {
        this.#send(filter.name, value);
      }
    };
    // On a closed list each arrow key is a change: what is passed over is not what was meant.
    let keyed = false;
    select.onkeydown = (event) => {
      if (event.key === 'Enter' && select.value) {
        event.preventDefault();
        apply();
      } else if (event.key === 'Escape') {
        select.value = '';
      } else {
        // What opens the list is no choice; inside it, the list itself tells when one is made.
        keyed = event.key !== ' ' && event.key !== 'F4' && !event.altKey;
      }
    };
    select.onkeyup = () => {
      keyed = false;
    };
    select.onpointerdown = select.onkeyup;
    select.onchange = () => keyed || apply();
    select.onblur = apply;
    return select;
  }

  #input(filter) {
    const input = document.createElement('input');
    input.type = 'search';
    input.name = filter.name;
    input.autocomplete = 'off';
    input.maxLength = 120;
    if (filter.whole) {
      input.onchange = () => this.#send(filter.name, input.value);
      return input;
    }
    input.oninput = () => {
      clearTimeout(this.settled);
      this.settled = setTimeout(() => this.#send(filter.name, input.value), SETTLED_MS);
    };
    return input;
  }

  #chip(filter) {
    const value = this.#values[filter.name];
    const words = filter.choices.find((choice) => choice.value === value)?.label ?? `“${value}”`;
    const text = filter.choices.length === 1 ? filter.label : `${filter.label}: ${words}`;
    const chip = button('chip', text);
    chip.name = filter.name;
    chip.setAttribute('aria-label', `Remove filter ${text}`);
    chip.onclick = () => this.#send(filter.name, '');
    return chip;
  }

  #send(name, value) {
    this.dispatchEvent(new CustomEvent('filter-change', { detail: { name, value } }));
  }
}

function button(className, text) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  return made;
}

customElements.define('vigil-chips', VigilChips);
